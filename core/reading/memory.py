"""What was chosen about a file, remembered for the next one of the same supplier and layout.

A layout is the set of headings, whatever their order and spelling of capitals and signs. What is
kept holds headings and answers, never a cell; storing it is left to whoever remembers.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from core.care_forms import plain
from core.errors import WrongRules
from core.reading.choices import WHOLE_FILE, ReadingChoices, choices_of


def fingerprint(headings: Sequence[str]) -> str:
    """Name a layout by its headings: 64 hexadecimal digits, the same in any order."""
    words = sorted({plain(heading) for heading in headings} - {""})
    return hashlib.sha256("\n".join(words).encode()).hexdigest()


def choices_to_json(choices: ReadingChoices) -> str:
    """Write choices as JSON; what stands at its default, and ``organisations``, is left out."""
    names = [one.name for one in fields(ReadingChoices) if one.name != "organisations"]
    default = ReadingChoices()
    given: dict[str, Any] = {name: getattr(choices, name) for name in names}
    kept = {name: value for name, value in given.items() if value != getattr(default, name)}
    if "municipalities" in kept:
        kept["municipalities"] = {
            code: {"care_forms": dict(known)} for code, known in choices.municipalities.items()
        }
    return json.dumps(kept, ensure_ascii=False, sort_keys=True, default=dict)


def choices_from_json(text: str) -> ReadingChoices:
    """Read choices that were written as JSON. Raises ``WrongRules`` when they cannot be meant."""
    try:
        given: Any = json.loads(text)
    except ValueError as error:
        raise WrongRules("choices", "not_json") from error
    if not isinstance(given, dict):
        raise WrongRules("choices", "not_json")
    return choices_of(given)


def choices_about(choices: ReadingChoices, file: str) -> ReadingChoices:
    """Take out what was chosen about one file as a whole and about its columns."""
    own: Any = {name: _only(getattr(choices, name), file) for name in ("files", *WHOLE_FILE)}
    return ReadingChoices(**own)


def recall_into(choices: ReadingChoices, file: str, remembered: ReadingChoices) -> ReadingChoices:
    """Answer for a file what was answered before, wherever nothing was chosen now.

    ``remembered`` is about one file, under whatever name it had (``choices_about``).
    """
    filled: dict[str, Any] = {
        name: _filled(getattr(choices, name), file, getattr(remembered, name))
        for name in WHOLE_FILE
    }
    before = dict(next(iter(remembered.files.values()), {}))
    if before:
        filled["files"] = {**choices.files, file: before | dict(choices.files.get(file, {}))}
    return replace(choices, **filled)


def _only(given: Mapping[str, Any], file: str) -> dict[str, Any]:
    return {file: given[file]} if file in given else {}


def _filled(given: Mapping[str, str], file: str, before: Mapping[str, str]) -> Mapping[str, str]:
    if file in given or not before:
        return given
    return {**given, file: next(iter(before.values()))}
