"""Dutch tables of how many trajectories stand in a row, per cohort."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from core.disclosure import share_of, total_of
from core.text import general
from core.text.chains import CHAINS, FOLLOWED, LENGTHS_TITLE
from core.trajectories.calendar import date_of

ROOM_FOR_WORDS: Final = 9
"""From this percentage on a bar is wide enough for words."""

HUNDRED_EUROS: Final = 10_000
"""In cents."""

ROOM_FOR_LABEL: Final = 3
PARTS: Final = ("row", "name", "begin", "middle", "end", "shade", "words", "label")


def cohort_name(cohort: int, months: int, as_of: int) -> str:
    """Name a cohort, and the last month of it that could be followed when that is not December."""
    last = date_of(as_of)
    month = last.year * 12 + last.month - 1 - months
    if (month // 12, month % 12) >= (cohort, 11):
        return str(cohort)
    return f"{cohort} t/m {general.MONTHS[month % 12]}"


def finding(tables: Mapping[int, pd.DataFrame], as_of: int) -> str:
    """Say which share of the newest chains that were followed longest stayed with one trajectory.

    Only of a cohort of which no part is hidden; without any the title stands alone.
    """
    months = max(tables)
    parts = tables[months].groupby("cohort")
    whole = parts.filter(lambda part: total_of(part, "chains") is not None)
    if whole.empty:
        return LENGTHS_TITLE
    cohort = int(whole["cohort"].max())
    newest = whole[whole["cohort"] == cohort]
    single, number = (total_of(rows, "chains") for rows in (newest[newest["length"] == 1], newest))
    return (
        f"Van de {general.number(number)} reeksen die begonnen in "
        f"{cohort_name(cohort, months, as_of)}, {FOLLOWED[months]}, bleef "
        f"{general.percent(share_of(single, number))} bij één traject."
    )


def length_name(length: int, longest: int) -> str:
    """Name a class of lengths: '3' or '3 of meer'."""
    return f"{length} of meer" if longest > length else str(length)


def rows_of_lengths(lengths: pd.DataFrame, months: int, as_of: int) -> pd.DataFrame:
    """Write a table of lengths as text, with the mean cost of a chain."""
    totals = {cohort: total_of(part, "chains") for cohort, part in lengths.groupby("cohort")}
    return pd.DataFrame(
        {
            "Begonnen in": [cohort_name(cohort, months, as_of) for cohort in lengths["cohort"]],
            "Gevolgd": FOLLOWED[months],
            "Trajecten op rij": list(map(length_name, lengths["length"], lengths["longest"])),
            CHAINS: [general.count(chains) for chains in lengths["chains"]],
            "Deel": [
                general.percent(share_of(chains, totals[cohort]))
                for chains, cohort in zip(lengths["chains"], lengths["cohort"], strict=True)
            ],
            "Gemiddelde kosten per reeks": [
                general.euros(_mean(amount, chains))
                for amount, chains in zip(lengths["amount_cents"], lengths["chains"], strict=True)
            ],
        }
    )


def rows_of_all(tables: Mapping[int, pd.DataFrame], as_of: int) -> pd.DataFrame:
    """Write the tables of lengths under each other as text."""
    return pd.concat([rows_of_lengths(table, months, as_of) for months, table in tables.items()])


def parts_of_lengths(tables: Mapping[int, pd.DataFrame], as_of: int) -> pd.DataFrame:
    """Lay the shares of lengths end to end, a row for each cohort and months of follow-up.

    Columns: PARTS, with ``begin``, ``middle`` and ``end`` from 0 to 100 and ``words`` to stand in
    the bar. A cohort of which a part is hidden has no shares and is left out.
    """
    parts = [
        part
        for months, table in tables.items()
        for cohort, lengths in table.groupby("cohort")
        for part in _parts_of(
            f"{cohort_name(int(str(cohort)), months, as_of)}, {FOLLOWED[months]}",
            lengths.sort_values("length"),
        )
    ]
    return pd.DataFrame(parts, columns=list(PARTS))


def _parts_of(row: str, lengths: pd.DataFrame) -> list[dict[str, object]]:
    whole = total_of(lengths, "chains")
    if not whole:
        return []
    parts: list[dict[str, object]] = []
    begin = 0.0
    for length, longest, chains in zip(
        lengths["length"], lengths["longest"], lengths["chains"], strict=True
    ):
        share = 100 * int(chains) / whole
        name, label = length_name(length, longest), general.percent(share / 100)
        words = f"{name} op rij: {label}" if share >= ROOM_FOR_WORDS else label
        parts.append(
            {
                "row": row,
                "name": name,
                "begin": begin,
                "end": begin + share,
                "middle": begin + share / 2,
                "shade": min(int(length), 6),
                "words": words if share >= ROOM_FOR_LABEL else "",
                "label": label,
            }
        )
        begin += share
    return parts


def _mean(amount: float | None, chains: int | None) -> float | None:
    """Divide, and round to 100 euros: the chains were rounded, so more would be false precision."""
    if pd.isna(amount) or pd.isna(chains) or not chains:
        return None
    return round(float(amount) / float(chains) / HUNDRED_EUROS) * HUNDRED_EUROS
