"""Dutch tables of the page Stepped of matched care: per year, what followed, and by referrer."""

import math
from collections.abc import Sequence
from typing import Final

import pandas as pd

from core.disclosure import share_of, total_of
from core.text import general, ties
from core.text.chains import Ladder, in_ladder_order, place_name
from core.text.steps import (
    CHAINS,
    FIRST,
    FOLLOWUPS_TITLE,
    NEXT,
    REST_REFERRERS,
    SHARE,
    STEP,
    YEAR,
    YEARS_TITLE,
    moved_share,
    shown,
    shown_cell,
    whole,
)
from core.trajectories.calendar import date_of

EMPTY_CELLS: Final = (
    "Een leeg vak: niemand, of te weinig jeugdigen om apart te tonen. Die staan bij overige routes."
)
LEFT_OUT: Final = "Niet apart in beeld, want te weinig reeksen begonnen ermee: {forms}."
STEP_ORDER: Final = ("up", "same", "beside", "down", "unranked")


def rows_of_steps(steps: pd.DataFrame, as_of: int) -> pd.DataFrame:
    """Write the steps per year as a table of text, in one order of steps."""
    ordered = in_step_order(steps, as_of)
    return pd.DataFrame(
        {
            YEAR: ordered["year"],
            STEP: ordered["step"].map(general.STEP_NAMES),
            "Vervolgstappen": ordered["starts"].map(shown_cell),
            SHARE: [general.percent(share) for share in ordered["share"]],
        }
    )


def in_step_order(steps: pd.DataFrame, as_of: int) -> pd.DataFrame:
    """Order steps by year and kind, and add ``share`` of the year (missing when a part is).

    ``year`` becomes text, which says of the last year how far it goes.
    """
    rank = {step: number for number, step in enumerate(STEP_ORDER)}
    ordered = steps.sort_values(["year", "step"], key=lambda cells: cells.replace(rank))
    totals = {year: total_of(part, "starts") for year, part in ordered.groupby("year")}
    shares = [
        share_of(starts, totals[year])
        for starts, year in zip(ordered["starts"], ordered["year"], strict=True)
    ]
    years = [year_name(year, as_of) for year in ordered["year"]]
    return ordered.assign(year=years, share=_numbers(shares, ordered))


def years_finding(years: pd.DataFrame) -> str:
    """Say which share of the steps went up and down, in the last year that is shown and the first.

    Takes what ``in_step_order`` gives; of a year without either nothing is said.
    """
    known = years.dropna(subset=["share"])
    said = [_year_said(part) for _, part in known.groupby("year") if {"up", "down"} <= {*part.step}]
    if not said:
        return YEARS_TITLE
    (last, parts, starts), (first, before, begun) = said[-1], said[0]
    now = f"Van de {starts} vervolgstappen in {last} ging {parts[0]} omhoog en {parts[1]} omlaag"
    if len(said) == 1:
        return f"{now}."
    return f"{now}; van de {begun} in {first} was dat {before[0]} en {before[1]}."


def _year_said(part: pd.DataFrame) -> tuple[str, list[str], str]:
    """Give the name of a year, its shares up and down, and of how many steps."""
    shares = part.set_index("step")["share"]
    found = [general.percent(shares[step]) for step in ("up", "down")]
    return str(part["year"].iloc[0]), found, shown(total_of(part, "starts"))


def year_name(year: int, as_of: int) -> str:
    """Name a year: '2024', or '2024 (t/m 31-10)' when the data stop before it ends."""
    last = date_of(as_of)
    is_whole = year < last.year or (last.month, last.day) == (12, 31)
    return str(year) if is_whole else f"{year} (t/m {last:%d-%m})"


def followups_note(followups: pd.DataFrame, ladder: Ladder) -> str:
    """Say what an empty cell means, and which care forms of the ladder are no row of their own."""
    shown = set(with_share_of_source(followups).dropna(subset=["share"])["source"])
    missing = [form for form, _ in sorted(ladder, key=lambda rung: rung[1]) if form not in shown]
    left_out = f" {LEFT_OUT.format(forms=general.listed(missing))}" if missing else ""
    return EMPTY_CELLS + left_out


def rows_of_followups(followups: pd.DataFrame, ladder: Ladder) -> pd.DataFrame:
    """Write what followed the first trajectory as a table of text, in ladder order."""
    shared = in_ladder_order(with_share_of_source(followups), ladder)
    return pd.DataFrame(
        {
            FIRST: list(map(place_name, shared["source_kind"], shared["source"])),
            NEXT: list(map(place_name, shared["target_kind"], shared["target"])),
            CHAINS: shared["chains"].map(general.count),
            SHARE: [general.percent(share) for share in shared["share"]],
        }
    )


def followups_finding(shared: pd.DataFrame) -> str:
    """Say which care form followed most on which within a year, as a share of who began so.

    Takes what ``with_share_of_source`` gives; what is as large is named too.
    """
    forms = shared[(shared["source_kind"] == "form") & (shared["target_kind"] == "form")]
    known = forms.dropna(subset=["share"])
    most = ties.largest_of(known, "chains")
    if most.empty:
        return FOLLOWUPS_TITLE
    said = [
        f"{target} na {source} ({general.percent(share)} van {general.count(whole)} reeksen)"
        for source, target, share, whole in zip(
            *(most[name] for name in ("source", "target", "share", "whole")), strict=True
        )
    ]
    named = ties.tied(said, len(known), "alle even vaak")
    return f"Binnen een jaar volgde op het eerste traject het vaakst: {named}."


def with_share_of_source(followups: pd.DataFrame) -> pd.DataFrame:
    """Add ``whole`` (chains that began so) and ``share``; missing when a part is hidden."""
    keys = list(zip(followups["source_kind"], followups["source"], strict=True))
    totals = {
        key: total_of(part, "chains") for key, part in followups.groupby(["source_kind", "source"])
    }
    wholes = [totals[key] for key in keys]
    shares = [share_of(n, whole) for n, whole in zip(followups["chains"], wholes, strict=True)]
    return followups.assign(whole=_numbers(wholes, followups), share=_numbers(shares, followups))


def rows_of_referrers(moves: pd.DataFrame) -> pd.DataFrame:
    """Write a row per referrer: how many began light or heavier, and how many of those went up."""
    named = moves.assign(name=list(map(_referrer, moves["referrer"], moves["is_rest"])))
    rows = [
        {
            "Verwijzer": name,
            "Licht begonnen": shown(whole(part, "light")),
            "Daarvan omhoog": general.percent(moved_share(part, "light")),
            "Zwaarder begonnen": shown(whole(part, "heavier")),
            "Van die omhoog": general.percent(moved_share(part, "heavier")),
        }
        for name, part in named.groupby("name")
    ]
    return pd.DataFrame(rows)


def _numbers(cells: Sequence[float | None], table: pd.DataFrame) -> "pd.Series[float]":
    numbers = [math.nan if cell is None else float(cell) for cell in cells]
    return pd.Series(numbers, index=table.index)


def _referrer(referrer: str, is_rest: int) -> str:
    return REST_REFERRERS if is_rest else general.filled(referrer)
