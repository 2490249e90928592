"""Administrative steps: a trajectory ends and another begins, and nobody got other help.

Declarations tell when a contract, a code or an organisation changed exactly as they tell that a
young person went on to other help. What gives the first away is that many change at once, or that
a date at which everybody had to change explains it:

    contract_year   as code_change, on 1 January, when contracts begin
    code_change     many go on to another care form at the same provider, on one day
    reorganisation  many go on in the same care form at another provider, on one day
    takeover        on 1 January 2022, when another municipality became responsible
    turning_18      in the year of the eighteenth birthday, from youth to adult codes or contracts

Many is at least FEWEST clients and at least half of all who were in that care in the week before:
fewer can be young people who each went their own way, and a provider that loses a few clients to
another does not hand over its care. Who changes provider and care form at once is not recognised,
because the help itself may well be another.

A step goes on *without a gap* when between the earlier end and the start lie at most NEAR_DAYS
uncovered or shared days: a hand-over in the registration, over a weekend or a holiday, where a
month of overlap is a hand-over between people. Once many changed on one day, those belong to them
who went the same way within MONTH_DAYS: files that write the first or the last contact rather than
the day of the change put it somewhere in the month before or after.
"""

from datetime import date
from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.tables import MISSING, ON_PAPER, UNRANKED
from core.trajectories.calendar import day_number, year_of, year_start
from core.trajectories.chains import ADMINISTRATIVE as ON_PAPER_KIND
from core.trajectories.chains import find_counted
from core.trajectories.rules import ADMINISTRATIVE, Rules

FEWEST: Final = 10
"""From so many clients on, on one day and in one direction, a change was not made one by one."""

NEAR_DAYS: Final = 7
"""Most days between the earlier end and the start, uncovered or shared."""

MONTH_DAYS: Final = 31
"""How far before the day of many the earlier end may lie, and how far after it the start."""

TAKEOVER_DAY: Final = day_number(date(2022, 1, 1))
"""From this day the municipality of the parents' earlier address pays (Wet wijziging
woonplaatsbeginsel, Stb. 2020, 97), so that many young people went to another municipality."""

OF_AGE: Final = 18

FROM: Final = ("from_provider", "from_form")
WAY: Final = (*FROM, "provider", "care_form")
LABELS: Final = ("provider", "care_form", "municipality", "level")


def find_administrative(trajectories: Frame, births: Frame, rules: Rules) -> Frame:
    """List the starts that are no step of the help (``ON_PAPER``), of the kinds in the rules.

    Takes ``TRAJECTORIES`` in any order and what ``find_births`` gives. Only counted trajectories
    are looked at, and a restart of the same care at the same provider is never listed. A start
    that several kinds explain has the first of them in the order of ADMINISTRATIVE.
    """
    counted = find_counted(trajectories, rules)
    pairs = _pairs(counted)
    at_once = pairs.filter(_near())
    days = _days_of_many(at_once, counted)
    dated = at_once.join(births, on="client_id", how="left")
    explained = nw.concat([_together(pairs, days), _by_date(dated)], how="vertical")
    chosen = [place for place, kind in enumerate(ADMINISTRATIVE) if kind in rules.administrative]
    reasons = (
        explained.filter(nw.col("place").is_in(chosen))
        .group_by("trajectory_id")
        .agg(place=nw.col("place").min())
    )
    return reasons.with_columns(reason=_reason()).select(*ON_PAPER)


def find_births(declarations: Frame) -> Frame:
    """Find the year of birth (``born``) of each client who has exactly one."""
    years = (
        declarations.filter(~nw.col("birth_year").is_null())
        .group_by("client_id")
        .agg(first=nw.col("birth_year").min(), last=nw.col("birth_year").max())
    )
    known = years.filter(nw.col("first") == nw.col("last"))
    return known.select("client_id", born=nw.col("first").cast(nw.Int64))


def count_on_paper(chained: Frame) -> Frame:
    """Count the starts that take no place because they began on paper: ``steps``, ``clients``."""
    left_out = chained.filter(nw.col("kind") == ON_PAPER_KIND)
    counted = left_out.select(steps=nw.len(), clients=nw.col("client_id").n_unique())
    return counted.with_columns(nw.col("steps", "clients").cast(nw.Int64))


def count_kinds_on_paper(chained: Frame, on_paper: Frame) -> Frame:
    """Count the starts that take no place because they began on paper, by ``reason``.

    Columns: ``reason``, ``steps`` and ``clients``. What opens a chain is listed and yet a step.
    """
    left_out = chained.filter(nw.col("kind") == ON_PAPER_KIND)
    told = left_out.join(on_paper, on="trajectory_id", how="inner")
    counted = told.group_by("reason").agg(steps=nw.len(), clients=nw.col("client_id").n_unique())
    return counted.with_columns(nw.col("steps", "clients").cast(nw.Int64))


def carry_on(chained: Frame) -> Frame:
    """Keep the trajectories of kind next, each up to where its care went on on paper.

    ``end`` and ``status`` become those of the latest of it and the administrative steps that keep
    its position. For who asks how long care lasted, or what came after it.
    """
    place = ("client_id", "chain", "position")
    one = chained.filter(nw.col("kind").is_in(["next", ON_PAPER_KIND]))
    latest = one.with_columns(care_end=nw.col("end").max().over(*place))
    is_last = nw.col("end") == nw.col("care_end")
    told = latest.with_columns(told=nw.when(is_last).then(nw.col("status")).otherwise(nw.lit("")))
    carried = told.with_columns(care_status=nw.col("told").max().over(*place))
    return (
        carried.filter(nw.col("kind") == "next")
        .with_columns(end=nw.col("care_end"), status=nw.col("care_status"))
        .drop("care_end", "told", "care_status")
    )


def _pairs(counted: Frame) -> Frame:
    """Lay each trajectory beside the other care of its client that ended around its start."""
    earlier = counted.select(
        "client_id",
        *[nw.col(name).alias(f"from_{name.removeprefix('care_')}") for name in LABELS],
        from_start=nw.col("start"),
        from_end=nw.col("end"),
    )
    later = counted.select("trajectory_id", "client_id", "start", *LABELS)
    pause = nw.col("start") - nw.col("from_end")
    around = (pause <= 2 * MONTH_DAYS) & (pause >= -NEAR_DAYS)
    follows = around & (nw.col("from_start") < nw.col("start"))
    joined = later.join(earlier, on="client_id", how="inner")
    return joined.filter(follows & ~(_same_provider() & _same_form()))


def _near() -> nw.Expr:
    """Tell that a trajectory goes on without a gap."""
    return nw.col("start") - nw.col("from_end") <= NEAR_DAYS


def _days_of_many(at_once: Frame, counted: Frame) -> Frame:
    """Find the days on which many went one WAY: WAY and ``day``."""
    known = (nw.col("from_provider") != MISSING) & (nw.col("provider") != MISSING)
    moved = (
        at_once.filter(known & (_same_provider() | _same_form()))
        .rename({"start": "day"})
        .group_by(*WAY, "day")
        .agg(moved=nw.col("client_id").n_unique())
        .filter(nw.col("moved") >= FEWEST)
    )
    whole = moved.join(_in_care(moved, counted), on=[*FROM, "day"], how="inner")
    return whole.filter(nw.col("moved") * 2 >= nw.col("present")).select(*WAY, "day")


def _in_care(moved: Frame, counted: Frame) -> Frame:
    """Count who was in the care they left in the week before: FROM, ``day``, ``present``."""
    care = counted.select(
        *("client_id", "start", "end"),
        from_provider=nw.col("provider"),
        from_form=nw.col("care_form"),
    )
    days = moved.select(*FROM, "day").unique()
    there = (nw.col("start") < nw.col("day")) & (nw.col("end") >= nw.col("day") - NEAR_DAYS)
    return (
        care.join(days, on=list(FROM), how="inner")
        .filter(there)
        .group_by(*FROM, "day")
        .agg(present=nw.col("client_id").n_unique())
    )


def _together(pairs: Frame, days: Frame) -> Frame:
    """Explain the starts that belong to a day of many, and tell what kind of day that was."""
    ended = (nw.col("from_end") >= nw.col("day") - MONTH_DAYS) & (
        nw.col("from_end") <= nw.col("day") + NEAR_DAYS
    )
    begun = (nw.col("start") >= nw.col("day")) & (nw.col("start") <= nw.col("day") + MONTH_DAYS)
    new_year = nw.col("day") == year_start(year_of(nw.col("day")))
    place = (
        nw.when(~_same_provider())
        .then(nw.lit(ADMINISTRATIVE.index("reorganisation")))
        .when(new_year)
        .then(nw.lit(ADMINISTRATIVE.index("contract_year")))
        .otherwise(nw.lit(ADMINISTRATIVE.index("code_change")))
    )
    gone = pairs.join(days, on=list(WAY), how="inner").filter(ended & begun)
    return gone.with_columns(place=place).select("trajectory_id", "place")


def _by_date(dated: Frame) -> Frame:
    """Explain the starts that a takeover or a birthday asked for: help of the same weight."""
    alike = _same_form() | (
        (nw.col("from_level") == nw.col("level")) & (nw.col("level") > UNRANKED)
    )
    known = (nw.col("municipality") != MISSING) & (nw.col("from_municipality") != MISSING)
    taken_over = known & (nw.col("municipality") != nw.col("from_municipality"))
    grown = year_of(nw.col("start")) == nw.col("born").fill_null(0) + OF_AGE
    cases = {
        "takeover": taken_over & (nw.col("start") == TAKEOVER_DAY),
        "turning_18": grown & (_same_provider() | _same_form()),
    }
    parts = [
        dated.filter(alike & holds).select(
            "trajectory_id", place=nw.lit(ADMINISTRATIVE.index(reason))
        )
        for reason, holds in cases.items()
    ]
    return nw.concat(parts, how="vertical")


def _reason() -> nw.Expr:
    word = nw.lit(ADMINISTRATIVE[-1])
    for place, reason in enumerate(ADMINISTRATIVE):
        word = nw.when(nw.col("place") == place).then(nw.lit(reason)).otherwise(word)
    return word


def _same_provider() -> nw.Expr:
    return nw.col("provider") == nw.col("from_provider")


def _same_form() -> nw.Expr:
    return nw.col("care_form") == nw.col("from_form")
