"""Dutch of adherence: before which part of the third starts there was a talk, with its interval."""

from collections.abc import Callable, Mapping
from typing import Final

import pandas as pd

from core.complements import hide_second
from core.disclosure import share_of
from core.intervals import wilson_interval
from core.text import general
from core.text.triggers import NOT_SHOWN, ordinal, written
from core.trajectories.rules import Rules

WAYS: Final[Mapping[str, str]] = {
    "quarter": "Per kwartaal",
    "municipality": "Per gemeente",
    "provider": "Per aanbieder",
}
"""By what adherence can be looked at; the words stand on the choice."""

WAY: Final = "Bekijk de naleving"
HEADINGS: Final[Mapping[str, str]] = {
    "quarter": "Begonnen in",
    "municipality": "Gemeente",
    "provider": "Aanbieder",
}
REST: Final = "overige, samen"
RATE: Final = "Aandeel met gesprek"
INTERVAL: Final = "95%-interval"
OF: Final = "Van hoeveel starts"
ALL: Final = "allen samen"
APART: Final[Mapping[str, str]] = {
    "unknown": "Geen gesprekken aangeleverd",
    "excepted": "Afgesproken uitzondering",
}
NO_RATE: Final = (
    "Bij deze keuze zijn er te weinig starts met of zonder gesprek om een aandeel te tonen."
)


def question(rules: Rules) -> str:
    """Ask the question of the part."""
    return (
        f"Bij welk deel van de {ordinal(rules)} of latere trajecten was er vooraf een gesprek, en "
        "hoe zeker is dat aandeel?"
    )


def rates_of(counts: pd.DataFrame, key: str, name: Callable[[str], str]) -> pd.DataFrame:
    """Give each row of ``key`` its rate: evaluated of evaluated and not evaluated, as published.

    Columns: ``label``, ``evaluated``, ``not_evaluated``, ``unknown``, ``excepted``, ``starts``,
    ``share``, ``low`` and ``high``. No column hides one cell only, and no row one side only. Rows
    stand in order of their label, the rest last; no order of rates.
    """
    cells = counts.set_index([key, "status"])["thirds"].unstack()  # noqa: PD010 - keeps what is missing
    cells = cells.reindex(columns=["evaluated", "not_evaluated", *APART])
    sides = cells[["evaluated", "not_evaluated"]].apply(hide_second)
    sides = sides[sides.notna().all(axis=1)].reindex(cells.index)
    rows = cells.assign(label=[_label(code, name) for code in cells.index])
    rows = rows.assign(starts=sides.sum(axis=1, skipna=False).astype("Int64"))
    rows = rows.assign(kept=sides["evaluated"].astype("Int64"), rest=cells.index == REST)
    rated = pd.concat([rows, _rates(rows["kept"], rows["starts"])], axis=1)
    return rated.sort_values(["rest", "label"], key=general.column_in_order, ignore_index=True)


def rates_over_time(rows: pd.DataFrame) -> pd.DataFrame:
    """Give each period of published third starts its rate; the same columns as ``rates_of``."""
    ordered = rows.drop_duplicates("period")["period"].tolist()
    rated = rates_of(rows[["period", "status", "thirds"]], "period", str)
    return rated.set_index("label").loc[ordered].reset_index()


def overall(rates: pd.DataFrame) -> tuple[int, int] | None:
    """Add up what is shown: evaluated and all starts; None when nothing is."""
    shown = rates[rates["share"].notna()]
    if shown.empty:
        return None
    return int(shown["kept"].sum()), int(shown["starts"].sum())


def finding(rates: pd.DataFrame, way: str, whole: int | None, rules: Rules) -> str:
    """Say in one sentence the rate of all shown, and how many differ more than by chance.

    ``whole`` is the published number of what the rows are about together, where there is one: it
    is named when all rows are shown, and not the sum of their rounded numbers.
    """
    total = overall(rates)
    if total is None:
        return NO_RATE
    share, bounds = share_of(*total), wilson_interval(*total)
    if share is None or bounds is None:
        return NO_RATE
    starts = total[1] if whole is None or rates["share"].isna().any() else whole
    words = (
        f"Bij {general.percent(share)} van {general.number(starts)} {ordinal(rules)} of latere "
        f"trajecten was er vooraf een gesprek (95%-interval {_interval(*bounds)})"
    )
    return f"{words}{_differing(rates, way, share)}."


def note(rules: Rules) -> str:
    """Say what the rate is, what stands apart, and what an interval tells."""
    return (
        "Het aandeel is: met gesprek, gedeeld door met en zonder gesprek. Jeugdigen zonder "
        f"{ordinal(rules)} traject tellen niet mee; onbekend en uitgezonderd staan apart. "
        "Het streepje is het 95%-interval (Wilson), berekend uit de getoonde aantallen: hoe "
        "minder starts, hoe langer. Waar streepjes elkaar raken, kan het verschil toeval zijn. De "
        "volgorde is alfabetisch en geen rangorde; kleine staan samen onder ‘overige’."
    )


def table(rates: pd.DataFrame, way: str) -> pd.DataFrame:
    """Write rates as a table of text."""
    written_rows = {
        HEADINGS[way]: rates["label"],
        "Met gesprek vooraf": _count(rates, "evaluated"),
        "Zonder gesprek vooraf": _count(rates, "not_evaluated"),
        OF: rates["starts"].map(general.number).mask(rates["starts"].isna(), NOT_SHOWN),
        RATE: rates["share"].map(general.percent),
        INTERVAL: [_interval(low, high) for low, high in _bounds(rates)],
    }
    apart = {APART[name]: rates[name].map(general.count) for name in _filled(rates)}
    return pd.DataFrame(written_rows | apart)


def drawn(rates: pd.DataFrame) -> pd.DataFrame:
    """Give the rows that can be drawn, with ``words`` beside each and the ``order`` of the rows."""
    shown = rates[rates["share"].notna()].reset_index(drop=True)
    words = [
        f"{general.percent(share)} ({_interval(low, high)}) van {general.number(starts)}"
        for share, low, high, starts in zip(
            *(shown[name] for name in ("share", "low", "high", "starts")), strict=True
        )
    ]
    return shown.assign(words=words, order=range(len(shown)))


def _rates(kept: "pd.Series[int]", starts: "pd.Series[int]") -> pd.DataFrame:
    pairs = [
        (None, None) if pd.isna(part) or pd.isna(whole) else (int(part), int(whole))
        for part, whole in zip(kept, starts, strict=True)
    ]
    bounds = [
        wilson_interval(part, whole) if part is not None and whole is not None else None
        for part, whole in pairs
    ]
    rates = {
        "share": [share_of(part, whole) for part, whole in pairs],
        "low": [one[0] if one else None for one in bounds],
        "high": [one[1] if one else None for one in bounds],
    }
    return pd.DataFrame(rates, index=kept.index, dtype=float)


def _differing(rates: pd.DataFrame, way: str, share: float) -> str:
    """Count the organisations whose whole interval lies on one side of the rate of all."""
    shown = rates[rates["share"].notna()]
    if way == "quarter" or len(shown) < 2:
        return ""
    off = int(((shown["low"] > share) | (shown["high"] < share)).sum())
    return (
        f"; bij {off} van de {len(shown)} wijkt het aandeel meer af dan door toeval te verwachten"
    )


def _label(code: str, name: Callable[[str], str]) -> str:
    return REST if code == REST else name(code)


def _count(rates: pd.DataFrame, name: str) -> "pd.Series[str]":
    return written(rates[name], rates["starts"])


def _filled(rates: pd.DataFrame) -> list[str]:
    return [name for name in APART if bool((rates[name].fillna(0) > 0).any())]


def _bounds(rates: pd.DataFrame) -> list[tuple[float | None, float | None]]:
    return list(zip(rates["low"].tolist(), rates["high"].tolist(), strict=True))


def _interval(low: float | None, high: float | None) -> str:
    if low is None or high is None or pd.isna(low) or pd.isna(high):
        return NOT_SHOWN
    return f"{general.percent(low)} – {general.percent(high)}"
