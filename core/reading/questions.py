"""What is still open about a file as a whole: asked once, answered, and remembered by layout.

Only what reading cannot see for itself is a question. A file without one is read the same whoever
reads it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from core.codes import CBS_CARE_FORMS
from core.reading.choices import (
    ANSWERS,
    CBS,
    DAY_FIRST,
    DECLARED,
    MONTH_FIRST,
    YEAR_FIRST,
    ReadingChoices,
)
from core.reading.delivery import Delivery, FileMapping

SHORT_YEAR: Final = re.compile(r"\d{1,2}([-/.])\d{1,2}\1\d\d")
ANYTHING: Final = ()
"""The options of a question that takes a code or a name."""


@dataclass(frozen=True, slots=True)
class Question:
    """An open decision about a file.

    ``name`` is the choice that answers it (of ``WHOLE_FILE``), ``options`` are the answers from
    which to choose, none where any code or name will do, and ``why`` is a key of
    ``core.text.sources.WHY``. Left open, reading goes on as it did.
    """

    file: str
    name: str
    options: tuple[str, ...]
    why: str


def questions_of(delivery: Delivery, choices: ReadingChoices) -> tuple[Question, ...]:
    """List what is open about the files of a delivery, file by file, most telling first."""
    rules = {(finding.file, finding.rule) for finding in delivery.findings}
    return tuple(
        question
        for mapping in delivery.mappings
        if not _speaks_for_itself(mapping)
        for question in _open(
            mapping, choices, {rule for file, rule in rules if file == mapping.file}
        )
        if mapping.file not in getattr(choices, question.name)
    )


def answered(choices: ReadingChoices, question: Question, answer: str) -> ReadingChoices:
    """Add the answer to a question to the choices; an empty answer takes it back.

    An answer that is not among the options raises ``ValueError``.
    """
    if answer and question.options and answer not in question.options:
        raise ValueError(question.name)
    given: Any = dict(getattr(choices, question.name))
    given.pop(question.file, None)
    if answer:
        given[question.file] = answer
    changed: Any = {question.name: given}
    return replace(choices, **changed)


def _open(mapping: FileMapping, choices: ReadingChoices, rules: set[str]) -> Iterator[Question]:
    file, meanings = mapping.file, {column.meaning for column in mapping.columns}
    euros = "perhaps_cents" in rules and choices.cents is None
    asked = (
        (mapping.kind != CBS, "sides", ANSWERS["sides"], "whose"),
        (_may_be_cbs(mapping), "kinds", ANSWERS["kinds"], "codes"),
        ("ambiguous_dates" in rules, "date_orders", _orders(mapping), "dates"),
        (euros, "amounts", ANSWERS["amounts"], "whole_amounts"),
        ("provider" not in meanings, "providers", ANYTHING, "no_provider"),
        ("municipality" not in meanings, "payers", ANYTHING, "no_municipality"),
    )
    for is_open, name, options, why in asked:
        if is_open:
            yield Question(file, name, options, why)


def _speaks_for_itself(mapping: FileMapping) -> bool:
    """Say whether a file names its columns by their meaning: a message, or a file of our own."""
    return all(column.heading == column.meaning for column in mapping.columns)


def _may_be_cbs(mapping: FileMapping) -> bool:
    """Say whether a file that was read as declarations has the codes of the other kind."""
    forms = _examples(mapping, ("care_form",))
    coded = bool(forms) and all(cell.strip().zfill(2) in CBS_CARE_FORMS for cell in forms)
    return coded and mapping.kind == DECLARED


def _orders(mapping: FileMapping) -> tuple[str, ...]:
    """List the orders to choose from: the year in front only where it has two digits."""
    dates = _examples(mapping, ("start", "end", "period", "declared_on"))
    short = any(SHORT_YEAR.fullmatch(date.strip()) for date in dates)
    return (DAY_FIRST, MONTH_FIRST, *([YEAR_FIRST] if short else []))


def _examples(mapping: FileMapping, meanings: Sequence[str]) -> list[str]:
    columns = [column for column in mapping.columns if column.meaning in meanings]
    return [example for column in columns for example in column.examples]
