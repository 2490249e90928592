"""Which chains follow a pattern, and how many: steps of a path are joined one after another.

Only trajectories of kind next take part: what runs beside other help is no step in the order. A
step follows on *some* trajectory that took the step before it, not only on the first one, so that a
longest time is judged for every way through the chain. Time runs from start to start.
"""

from functools import reduce
from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.sequences.patterns import Path, Pattern, Step, Within
from core.sequences.places import Place
from core.tables import PATTERN_COUNTS, UNRANKED, contributors_of
from core.trajectories.calendar import MOST_DAYS, in_months
from core.trajectories.cohorts import find_followed, last_first
from core.trajectories.contributors import with_contributors
from core.trajectories.rules import Rules

CHAIN: Final = ("client_id", "chain")
SEEN: Final = ("position", "care_form", "level", "provider", "start", "months")
"""What a step keeps of the trajectory that took it."""

ANY: Final = nw.col("position") > 0
"""Holds of every trajectory: positions count from 1."""

OUTCOMES: Final = ("found", "absent", "open", "too_recent")
"""Of a chain: it follows the pattern, it does not, it still goes on, or it began too recently."""


def find_matches(rows: Frame, pattern: Pattern) -> Frame:
    """Find the chains that follow a pattern: distinct ``client_id`` and ``chain``.

    Takes ``CHAINED`` rows of whole chains, or of their beginnings up to some day.
    """
    following = rows.filter(nw.col("kind") == "next").select(
        *CHAIN, *SEEN[:-1], months=in_months(nw.col("start"))
    )
    chains = following.select(*CHAIN).unique()
    return reduce(lambda left, path: _narrowed(left, following, path), pattern.paths, chains)


def count_pattern(observed: Frame, rules: Rules, months: int, pattern: Pattern) -> Frame:
    """Count chains by whether they follow a pattern within ``months`` (``PATTERN_COUNTS``).

    Takes what ``find_observed`` gives. Chains that began less than ``months`` before ``as_of`` are
    *too recent*. For a pattern that speaks of the end, a chain that fits all else and is not known
    to have stopped in time is *open*. Amounts are those of the trajectories that began in time.
    """
    followed = find_followed(observed, rules, months)
    found = find_matches(followed, pattern).with_columns(found=nw.lit(1))
    undecided = _undecided(observed, followed, months, pattern)
    outcome = (
        nw.when(nw.col("undecided") == 1)
        .then(nw.lit("open"))
        .when(nw.col("found") == 1)
        .then(nw.lit("found"))
        .otherwise(nw.lit("absent"))
    )
    judged = (
        followed.join(found, on=list(CHAIN), how="left")
        .join(undecided, on=list(CHAIN), how="left")
        .with_columns(outcome=outcome)
        .select(*COUNTED, "outcome")
    )
    recent = observed.filter(nw.col("first_start") > last_first(rules.as_of, months))
    too_recent = recent.with_columns(outcome=nw.lit("too_recent")).select(*COUNTED, "outcome")
    return _counted(nw.concat([judged, too_recent], how="vertical"))


COUNTED: Final = ("client_id", "provider", "amount_cents", "is_first")


def _counted(rows: Frame) -> Frame:
    counted = rows.group_by("outcome").agg(
        chains=nw.col("is_first").sum(),
        clients=nw.col("client_id").n_unique(),
        providers=nw.col("provider").n_unique(),
        amount_cents=nw.col("amount_cents").sum(),
    )
    numbers = [name for name in PATTERN_COUNTS if name != "outcome"]
    whole = [nw.col(name).cast(nw.Int64).fill_null(0) for name in numbers]
    told = with_contributors(counted, rows, ["outcome"])
    return told.with_columns(*whole).select(*PATTERN_COUNTS, *contributors_of("amount_cents"))


def _undecided(observed: Frame, followed: Frame, months: int, pattern: Pattern) -> Frame:
    """List the chains of which the end is not known and decides: with ``undecided`` = 1."""
    reach = in_months(nw.col("end")) - in_months(nw.col("first_start"))
    unknown = (nw.col("status") != "ended") | (reach > months * MOST_DAYS)
    running = observed.filter(unknown).select(*CHAIN).unique()
    fitting = find_matches(followed, pattern.without_end)
    undecided = running.join(fitting, on=list(CHAIN), how="semi")
    return undecided.with_columns(undecided=nw.lit(1 if pattern.needs_end else 0))


def _narrowed(chains: Frame, following: Frame, path: Path) -> Frame:
    """Keep the chains that take a path; those that do not, when it is absent."""
    taken = _taken(following, path)
    return chains.join(taken, on=list(CHAIN), how="anti" if path.is_absent else "semi")


def _taken(following: Frame, path: Path) -> Frame:
    first, *later = path.steps
    begins = _at(following, path.anchor).filter(_is_in(first.place, "care_form"))
    return reduce(lambda hits, step: _after(hits, following, step), later, begins)


def _at(following: Frame, anchor: str) -> Frame:
    """Keep the trajectories that may open a path: all, the first of a chain, or the last."""
    if anchor == "first":
        return following.filter(nw.col("position") == 1)
    if anchor == "last":
        lasts = following.group_by(*CHAIN).agg(nw.col("position").max())
        return following.join(lasts, on=[*CHAIN, "position"], how="semi")
    return following


def _after(hits: Frame, following: Frame, step: Step) -> Frame:
    """Go from the trajectories that took a step to those that take the next one.

    An absent step leaves the former where they are, if nothing of the sort comes after them.
    """
    before = hits.rename({name: f"was_{name}" for name in SEEN})
    pairs = before.join(following, on=list(CHAIN), how="inner").filter(_follows(step))
    if not step.is_absent:
        return pairs.select(*CHAIN, *SEEN).unique()
    stays = pairs.select(*CHAIN, position=nw.col("was_position")).unique()
    return hits.join(stays, on=[*CHAIN, "position"], how="anti")


def _follows(step: Step) -> nw.Expr:
    place = step.place
    further = nw.col("position") - nw.col("was_position")
    order = further == 1 if step.is_direct else further > 0
    near = _near(step.within)
    return order & near & _is_in(place, "care_form") & _is_related(place)


def _near(within: Within | None) -> nw.Expr:
    if within is None:
        return ANY
    if within.unit == "days":
        return nw.col("start") - nw.col("was_start") <= within.number
    return nw.col("months") - nw.col("was_months") <= within.number * MOST_DAYS


def _is_in(place: Place, column: str) -> nw.Expr:
    return nw.col(column).is_in(list(place.forms)) if place.forms else ANY


def _is_related(place: Place) -> nw.Expr:
    """Compare with the step before: only rungs that both have, and providers that are known."""
    level, was = nw.col("level"), nw.col("was_level")
    ranked = (level != UNRANKED) & (was != UNRANKED)
    related = {
        "": ANY,
        "lighter": ranked & (level < was),
        "heavier": ranked & (level > was),
        "as_heavy": ranked & (level == was),
        "same_form": nw.col("care_form") == nw.col("was_care_form"),
        "other_form": nw.col("care_form") != nw.col("was_care_form"),
    }[place.relation]
    if not place.provider:
        return related
    known = (nw.col("provider") != "") & (nw.col("was_provider") != "")
    same = nw.col("provider") == nw.col("was_provider")
    return related & known & (same if place.provider == "same" else ~same)
