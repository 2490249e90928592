"""Young people by the number of schemes they have at once: help in kind, pgb, and measures.

The table has a dimension for each scheme, with "with", "without" and all. A number is the sum of
its combinations, and missing when one of them was not published: a sum of the others is too low.
"""

import re
from collections.abc import Sequence
from typing import Final

import pandas as pd

from core.errors import SourceNotUsable
from core.opendata.catalogue import Entry
from core.opendata.descriptions import Description, Dimension, Item
from core.opendata.questions import Filter, Question
from core.opendata.readings import READINGS
from core.opendata.shaping import located, measures_of, question_of
from core.opendata.words import Patterns, factor_of, first_match
from core.tables import OPEN_FIGURES

WITHOUT: Final = re.compile(r"\b(geen|niet|zonder)\b", re.IGNORECASE)
ALL: Final = re.compile(r"\btotaal\b", re.IGNORECASE)
NUMBERS: Final = {1: "1", 2: "2", 3: "3 or more", 4: "3 or more"}
SCHEME_FORMS: Final[Patterns] = (
    (r"pgb", "pgb"),
    (r"natura", "help"),
    (r"bescherming", "protection"),
    (r"reclassering", "probation"),
)
CELL: Final = ["region", "period", "year", "status"]


def question_of_schemes(described: Description, entry: Entry) -> Question:
    """Ask for every combination of schemes, without the totals over one of them."""
    schemes = _schemes(described)
    question = question_of(_without(described, schemes), entry)
    combined = [Filter(one.name, keys=tuple(_with(one))) for one in schemes]
    return Question(question.table, question.measures, (*question.filters, *combined))


def shape_schemes(described: Description, figures: pd.DataFrame, entry: Entry) -> pd.DataFrame:
    """Read combinations as numbers of schemes (``OPEN_FIGURES``)."""
    rows = located(described, figures, entry)
    key, rule = next(iter(measures_of(described, READINGS[entry.reading]).items()))
    factor = next(factor_of(one.unit) for one in described.measures if one.key == key)
    number = pd.Series(0, index=rows.index)
    for one in _schemes(described):
        number += rows[one.name].astype(str).map(_with(one)).astype("int64")
    counted = rows.assign(category=number.map(NUMBERS)).dropna(subset=["category"])
    added = counted.groupby([*CELL, "category"], observed=True)["value"].agg(_strict_sum)
    listed = added.reset_index().assign(topic=rule.topic, source=described.table.id)
    listed["value"] *= factor
    return listed[list(OPEN_FIGURES)]


def shape_reference_youth(
    described: Description, figures: pd.DataFrame, entry: Entry
) -> pd.DataFrame:
    """Read young people with each scheme on a day, whatever else they have (``OPEN_FIGURES``).

    A row that tells of one scheme adds over the others, so that those with and without are asked
    as well as all.
    """
    rows = located(described, figures, entry)
    key, rule = next(iter(measures_of(described, READINGS[entry.reading]).items()))
    factor = next(factor_of(one.unit) for one in described.measures if one.key == key)
    listed = []
    for form, wanted in _combinations(described).items():
        fits = pd.Series(data=True, index=rows.index)
        for name, keys in wanted.items():
            fits &= rows[name].astype(str) == keys
        listed.append(rows[fits].assign(category=form))
    shaped = pd.concat(listed).assign(topic=rule.topic, source=described.table.id)
    shaped["value"] *= factor
    return shaped[list(OPEN_FIGURES)].reset_index(drop=True)


def question_of_reference_youth(described: Description, entry: Entry) -> Question:
    """Ask for those with each scheme and for all of them together."""
    question = question_of(_without(described, _schemes(described)), entry)
    wanted = _combinations(described)
    filters = [
        Filter(one.name, keys=tuple(dict.fromkeys(keys[one.name] for keys in wanted.values())))
        for one in _schemes(described)
    ]
    return Question(question.table, question.measures, (*question.filters, *filters))


def _combinations(described: Description) -> dict[str, dict[str, str]]:
    """Give for every form the key of each scheme: with this one, whatever the others."""
    schemes = _schemes(described)
    whole = {one.name: _key_of_all(described, one) for one in schemes}
    found = {"all": whole} if len(schemes) > 1 else {}
    for one in schemes:
        form = first_match(SCHEME_FORMS, one.name)
        has = next((key for key, number in _with(one).items() if number), None)
        if form and has:
            found[form] = whole | {one.name: has}
    return found


def _key_of_all(described: Description, one: Dimension) -> str:
    for item in one.items:
        if _is_all(item):
            return item.key
    raise SourceNotUsable(described.table.id, "no_key", one.name)


def _without(described: Description, schemes: Sequence[Dimension]) -> Description:
    plain = tuple(one for one in described.dimensions if one not in schemes)
    return Description(described.table, described.info, plain, described.measures)


def _schemes(described: Description) -> list[Dimension]:
    """List the dimensions that say with or without. Raises ``SourceNotUsable`` when none do."""
    found = [one for one in described.dimensions if one.kind == "other" and _divides(one)]
    if not found:
        raise SourceNotUsable(described.table.id, "no_dimension", "scheme")
    return found


def _divides(one: Dimension) -> bool:
    return any(WITHOUT.search(item.title) for item in one.items)


def _with(one: Dimension) -> dict[str, int]:
    """Give 1 for the key of those with a scheme and 0 for those without."""
    parts = [item for item in one.items if not _is_all(item)]
    return {item.key: 0 if WITHOUT.search(item.title) else 1 for item in parts}


def _is_all(item: Item) -> bool:
    return bool(ALL.search(item.title)) and not WITHOUT.search(item.title)


def _strict_sum(values: "pd.Series[float]") -> float:
    return float(values.sum(skipna=False))
