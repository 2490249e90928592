"""What was answered about files, remembered by the layout of a supplier and filled in again."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from core.reading.choices import ReadingChoices
from core.reading.delivery import FileMapping
from core.reading.memory import (
    choices_about,
    choices_from_json,
    choices_to_json,
    fingerprint,
    recall_into,
)
from core.reading.peeking import headings_of
from core.storage.catalogue import Store
from core.storage.remembered import recall_all, remember

KIND: Final = "layout"


def filled_in(store: Store, paths: Sequence[Path], choices: ReadingChoices) -> ReadingChoices:
    """Answer for each file what was answered for its layout before, unless it was answered now."""
    remembered = recall_all(store, KIND)
    if not remembered:
        return choices
    for file, headings in headings_of(paths).items():
        told = remembered.get(fingerprint(headings))
        if told is not None:
            choices = recall_into(choices, file, choices_from_json(told))
    return choices


def learn(store: Store, mappings: Sequence[FileMapping], choices: ReadingChoices) -> None:
    """Remember what was answered about each file, for the next one of its layout."""
    known: Mapping[str, str] = recall_all(store, KIND)
    for mapping in mappings:
        told = choices_to_json(choices_about(choices, mapping.file))
        layout = fingerprint([column.heading for column in mapping.columns])
        if told != choices_to_json(ReadingChoices()) and known.get(layout) != told:
            remember(store, KIND, layout, told)
