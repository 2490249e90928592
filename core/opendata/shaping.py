"""From a table as published to figures: the words of the publisher become topics and categories.

What is asked of a table and how its answer is read follow from one ``Reading``. A period is a
year, a half-year or a reference day since 2015; anything else is left out. A figure that was not
published stays missing.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

import pandas as pd

from core.errors import SourceNotUsable
from core.opendata.catalogue import FIRST_YEAR, Entry
from core.opendata.descriptions import Description, Dimension, Item, Measure
from core.opendata.questions import Filter, Question
from core.opendata.readings import READINGS, Reading, Rule
from core.opendata.words import (
    ages_of,
    factor_of,
    forms_of,
    period_of,
    persons_of,
    referrers_of,
    status_of,
)
from core.tables import OPEN_FIGURES

COUNTRY: Final = "NL01"
NO_PADDING: Final = re.compile(r"^NL0+1?$")
REGION_NAMES: Final = re.compile(r"regio|wijken|gemeenten", re.IGNORECASE)
TOTAL: Final = re.compile(r"^\s*((JZ )?totaal|alle |000000|mannen en vrouwen)", re.IGNORECASE)
DIVIDING: Final[Mapping[str, str]] = {
    "form": r"jeugdzorg",
    "referrer": r"verwijzer",
    "person": r"persoonskenmerken",
    "age": r"leeftijd",
}
"""Which dimension a division stands in: a pattern of its name."""

BASE_FORM: Final[Mapping[str, str]] = {"referred": "help", "youth_with_care_by_age": "all"}
"""Of which form a topic is, where a table gives it for every form."""


def question_of(described: Description, entry: Entry) -> Question:
    """Ask a table for what its reading needs, and no more."""
    reading = READINGS[entry.reading]
    measures = tuple(measures_of(described, reading))
    if not measures:
        raise SourceNotUsable(described.table.id, "no_measure", entry.reading)
    filters = [_asked(described, one, reading) for one in described.dimensions]
    return Question(described.table, measures, tuple(one for one in filters if one is not None))


def shape(described: Description, figures: pd.DataFrame, entry: Entry) -> pd.DataFrame:
    """Read figures as fetched (``core.opendata.figures``) as ``OPEN_FIGURES``."""
    reading = READINGS[entry.reading]
    rows = located(described, figures, entry)
    rules = measures_of(described, reading)
    factors = {one.key: factor_of(one.unit) for one in described.measures}
    measure = rows["measure"].astype(str)
    shaped = rows.assign(
        topic=measure.map({key: rule.topic for key, rule in rules.items()}),
        own=measure.map(_own_categories(described, reading)),
        value=rows["value"] * measure.map(factors).astype("float64"),
        source=described.table.id,
    )
    divided = _divided(described, shaped, reading)
    kept = divided[divided["topic"].notna() & divided["category"].notna()]
    return kept[list(OPEN_FIGURES)].reset_index(drop=True)


def measures_of(described: Description, reading: Reading) -> dict[str, Rule]:
    """Give the rule of each measure that is read, by the key of the measure."""
    if reading.division == "form_of_measure":
        keys = forms_of([Item(one.key, one.key, one.title) for one in described.measures])
        return dict.fromkeys(keys, reading.rules[0])
    found: dict[str, Rule] = {}
    for measure in described.measures:
        rule = _rule_of(measure, reading.rules)
        if rule is not None and rule.topic and rule not in found.values():
            found[measure.key] = rule
    return found


def located(described: Description, figures: pd.DataFrame, entry: Entry) -> pd.DataFrame:
    """Add region, period, year and status to figures; rows outside our periods are left out."""
    time = next((one for one in described.dimensions if one.kind == "time"), None)
    periods = _periods(time) if time else {}
    rows = figures.assign(region=_regions(described, figures))
    if time is None:
        period = f"{entry.year}JJ00"
        return rows.assign(period=period, year=entry.year, status="definitive")
    keys = rows[time.name].astype(str)
    known = {item.key: status_of(item) for item in time.items}
    rows = rows.assign(period=keys.map(periods), status=keys.map(known))
    kept = rows[rows["period"].notna()]
    return kept.assign(year=kept["period"].str[:4].astype("int64"))


def region_dimension(described: Description) -> Dimension | None:
    """Find the dimension of regions; the country alone has none."""
    by_kind = next((one for one in described.dimensions if one.kind == "region"), None)
    named = (one for one in described.dimensions if REGION_NAMES.search(one.name))
    return by_kind or next(named, None)


def division_of(described: Description, reading: Reading) -> Dimension | None:
    """Find the dimension that divides the topic. Raises ``SourceNotUsable`` without it."""
    pattern = DIVIDING.get(reading.division)
    if pattern is None:
        return None
    for one in described.dimensions:
        if one.kind == "other" and re.search(pattern, one.name, re.IGNORECASE):
            return one
    raise SourceNotUsable(described.table.id, "no_dimension", reading.division)


def _asked(described: Description, one: Dimension, reading: Reading) -> Filter | None:
    """Say which keys of a dimension are wanted."""
    if one == region_dimension(described):
        return Filter(one.name, starts=reading.regions)
    if one.kind == "time":
        return Filter(one.name, keys=tuple(_periods(one)))
    if one == division_of(described, reading):
        return Filter(one.name, keys=tuple(CATEGORIES[reading.division](one.items)))
    totals = [item.key for item in one.items if TOTAL.search(item.title)]
    if not totals:
        raise SourceNotUsable(described.table.id, "no_key", one.name)
    return Filter(one.name, keys=(totals[0],))


def _divided(described: Description, rows: pd.DataFrame, reading: Reading) -> pd.DataFrame:
    """Give each row its category, from its measure or from the dimension that divides."""
    dimension = division_of(described, reading)
    if dimension is None:
        return rows.assign(category=rows["own"])
    named = CATEGORIES[reading.division](dimension.items)
    part = rows[dimension.name].astype(str).map(named)
    base = rows["topic"].map(BASE_FORM) if reading.division == "form" else None
    if base is None:
        return rows.assign(category=part)
    whole = base.isna()
    own = rows["own"].where(part == base)
    return rows.assign(category=part.where(whole, own))


def _own_categories(described: Description, reading: Reading) -> dict[str, str]:
    if reading.division == "form_of_measure":
        return forms_of([Item(one.key, one.key, one.title) for one in described.measures])
    return {key: rule.category for key, rule in measures_of(described, reading).items()}


def _rule_of(measure: Measure, rules: Sequence[Rule]) -> Rule | None:
    words = f"{measure.name}|{measure.group}|{measure.title}|{measure.unit}".casefold()
    return next((rule for rule in rules if re.search(rule.pattern, words)), None)


def _periods(time: Dimension) -> dict[str, str]:
    """Give the periods that are wanted, by their key."""
    found = {item.key: period_of(item) for item in time.items}
    return {key: one for key, one in found.items() if one and int(one[:4]) >= FIRST_YEAR}


def _regions(described: Description, figures: pd.DataFrame) -> "pd.Series[str]":
    one = region_dimension(described)
    if one is None:
        return pd.Series(COUNTRY, index=figures.index)
    codes = figures[one.name].astype(str).str.strip()
    return codes.where(~codes.str.match(NO_PADDING), COUNTRY)


CATEGORIES: Final[Mapping[str, Callable[[Sequence[Item]], dict[str, str]]]] = {
    "form": forms_of,
    "referrer": referrers_of,
    "person": persons_of,
    "age": ages_of,
}
"""How the keys of a dimension are named, by division."""
