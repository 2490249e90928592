"""Why a line of one side has no counterpart: the first rule that holds, in a fixed order.

Each rule is exact, and what none of them explains is shown as such. ``the other side`` is what the
other party delivered, with the lines that were matched.

    rejected            the municipality rejected a line of this client, product and period
    credited            its own side took the line back, or the line takes one back
    outside_months      the other side has no line of this provider that begins in the month
    unknown_client      the other side does not have the client at all
    other_number        the other side has such a line, but fewer of them
    other_product       the other side has a line of another product over the same days, alone too
    other_period        the other side has the product on days that overlap, alone too
    unknown_allocation  the other side knows allocations of this provider, but not this one
    no_line             the other side has nothing of this client and provider on any of the days
    unexplained         none of these
"""

from collections.abc import Mapping, Sequence
from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.quality.reconciliation import count_people, filled
from core.tables import MISSING, REASON_COUNTS, contributors_of
from core.trajectories.calendar import month_of, quarter_of
from core.trajectories.contributors import with_contributors

REASONS: Final = (
    "rejected",
    "credited",
    "outside_months",
    "unknown_client",
    "other_number",
    "other_product",
    "other_period",
    "unknown_allocation",
    "no_line",
    "unexplained",
)
"""In order: a line has the first reason that holds."""

SIDES: Final = ("municipality", "provider")
PERIOD: Final = ("client_id", "provider", "product", "start", "end")


def find_reasons(declarations: Frame, set_aside: Frame) -> Frame:
    """List the lines that one side has alone, each with its ``reason`` and the ``quarter``.

    Takes accepted lines and those set aside (``DECLARATIONS`` and, for the latter, ``rule``).
    """
    alone = declarations.filter(nw.col("side").is_in(list(SIDES))).with_columns(
        month=month_of(nw.col("start")), quarter=quarter_of(nw.col("start"))
    )
    alone = alone.with_row_index("line", order_by=["source", "row"])
    other = _other_side(declarations)
    told = alone.join(_compared(alone), on="line", how="left")
    told = told.join(_near(alone, other), on="line", how="left")
    for name, known in _known(declarations, other, set_aside).items():
        told = _with_flag(told, name, known)
    return told.with_columns(reason=_first_reason())


def count_reasons(reasons: Frame, by: Sequence[str] = ()) -> Frame:
    """Count the lines that one side has alone by reason: ``by``, then ``REASON_COUNTS``.

    Takes what ``find_reasons`` gives; ``by`` names none, one or both of provider and quarter. Every
    group has a row for both sides and every reason, so that they add up to what
    stands alone. Publish with ``Shape(counts=["lines"], amounts=["amount_cents"])``.
    """
    nameless = nw.when(nw.col("provider") == MISSING).then(nw.lit(1)).otherwise(nw.lit(0))
    lines = reasons.with_columns(
        nameless=nameless, everything=nw.lit(1), cents=nw.col("amount_cents").fill_null(0)
    )
    keys = ["everything", *by, "side"]
    counted = lines.group_by(*keys, "reason").agg(
        lines=nw.len(), **count_people(), amount_cents=nw.col("cents").sum()
    )
    once = (
        lines.select("everything", *by).unique()
        if by
        else lines.select(rows=nw.len()).select(everything=nw.lit(1))
    )
    groups = nw.concat([once.with_columns(side=nw.lit(side)) for side in SIDES])
    told = with_contributors(counted, lines, [*keys, "reason"])
    whole = filled(told, groups, "reason", REASONS)
    return whole.select(*by, *REASON_COUNTS, *contributors_of("amount_cents"))


def _known(declarations: Frame, other: Frame, set_aside: Frame) -> Mapping[str, Frame]:
    """Give, by flag, the distinct keys of lines for which it holds."""
    dated = other.with_columns(month=month_of(nw.col("start")))
    rejected = set_aside.filter(nw.col("rule") == "rejected_declaration")
    taken_back = _own_side(declarations).filter(nw.col("is_credit"))
    numbered = other.filter(nw.col("allocation") != MISSING)
    return {
        "rejected": rejected.select(*PERIOD).unique(),
        "credited": taken_back.select("side", *PERIOD).unique(),
        "in_month": dated.select("side", "provider", "month").unique(),
        "known_client": other.select("side", "client_id").unique(),
        "other_number": other.select("side", *PERIOD, "is_credit").unique(),
        "knows_allocations": numbered.select("side", "provider").unique(),
        "known_allocation": numbered.select("side", "provider", "allocation").unique(),
    }


def _own_side(declarations: Frame) -> Frame:
    """Repeat every line for each side that delivered it, which becomes its ``side``."""
    both = declarations.filter(nw.col("side") == "both")
    single = declarations.filter(nw.col("side").is_in(list(SIDES)))
    return nw.concat([single, *[both.with_columns(side=nw.lit(side)) for side in SIDES]])


def _other_side(declarations: Frame) -> Frame:
    """Repeat every line for each side that did not deliver it alone: who looks at it from there."""
    facing = nw.when(nw.col("side") == SIDES[0]).then(nw.lit(SIDES[1])).otherwise(nw.lit(SIDES[0]))
    return _own_side(declarations).with_columns(side=facing)


def _compared(alone: Frame) -> Frame:
    """Flag the lines that resemble a line of the other side that stands alone as well."""
    told = alone.select("line", "side", *PERIOD, "is_credit")
    names = {name: f"other_{name}" for name in ("line", "side", "product", "start", "end")}
    pairs = told.join(told.rename(names), on=["client_id", "provider", "is_credit"], how="inner")
    same_days = (nw.col("start") == nw.col("other_start")) & (nw.col("end") == nw.col("other_end"))
    overlap = (nw.col("start") < nw.col("other_end")) & (nw.col("other_start") < nw.col("end"))
    same_product = nw.col("product") == nw.col("other_product")
    return (
        pairs.filter(nw.col("side") != nw.col("other_side"))
        .with_columns(
            has_product=_flag(same_days & ~same_product), has_period=_flag(overlap & same_product)
        )
        .group_by("line")
        .agg(other_product=nw.col("has_product").max(), other_period=nw.col("has_period").max())
    )


def _near(alone: Frame, other: Frame) -> Frame:
    """List the lines of which the client has a line of the provider at the other side, near by."""
    key = ["side", "client_id", "provider"]
    theirs = other.select(*key, their_start="start", their_end="end").unique()
    pairs = alone.select("line", *key, "start", "end").join(theirs, on=key, how="inner")
    overlap = (nw.col("start") < nw.col("their_end")) & (nw.col("their_start") < nw.col("end"))
    return pairs.filter(overlap).select("line").unique().with_columns(near_line=nw.lit(1))


def _with_flag(lines: Frame, name: str, known: Frame) -> Frame:
    """Add a flag: 1 for the lines of which the key is known."""
    keys = known.collect_schema().names()
    flagged = known.with_columns(nw.lit(1).alias(name))
    return lines.join(flagged, on=keys, how="left")


def _first_reason() -> nw.Expr:
    absent = {
        "no_line": ~_has("near_line"),
        "outside_months": ~_has("in_month"),
        "unknown_client": ~_has("known_client"),
        "unknown_allocation": (
            (nw.col("allocation") != MISSING)
            & _has("knows_allocations")
            & ~_has("known_allocation")
        ),
    }
    reason = nw.lit(REASONS[-1])
    for name in reversed(REASONS[:-1]):
        holds = absent[name] if name in absent else _has(name)
        reason = nw.when(holds).then(nw.lit(name)).otherwise(reason)
    return reason


def _has(flag: str) -> nw.Expr:
    return nw.col(flag).fill_null(0) == 1


def _flag(condition: nw.Expr) -> nw.Expr:
    return nw.when(condition).then(nw.lit(1)).otherwise(nw.lit(0))
