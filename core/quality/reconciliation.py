"""Reconciliation: whether municipality and provider have the same lines, care and money.

Reading made one record of a line that both sides delivered (``side`` both). What is left stands at
one side only. Lines of files of which nobody said whose they are take no part.
"""

from collections.abc import Sequence
from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame, collect
from core.tables import ALLOCATED, MISSING, RECONCILED, SIDE_EUROS, SIDED, contributors_of
from core.trajectories.calendar import quarter_of
from core.trajectories.contributors import with_contributors
from core.trajectories.grids import fill_grid

OUTCOMES: Final = ("matched", "different", "only_municipality", "only_provider")
"""What became of a line: known to both, with equal or other amounts, or to one side only."""

CARE_OUTCOMES: Final = ("both", "only_municipality", "only_provider")
"""What became of a trajectory: one line of each side is enough for both."""

STATES: Final = ("declared", "started", "waiting")
"""How far an allocation came."""

EVERYTHING: Final = "everything"

BOTH_SIDES: Final = ("municipality_cents", "provider_cents")
"""The amounts of a line, of one side and of the other."""

BEHIND_BOTH: Final = [name for amount in BOTH_SIDES for name in contributors_of(amount)]


def is_two_sided(declarations: Frame) -> bool:
    """Tell whether both sides delivered anything; that is about files, not about persons.

    This computes.
    """
    sides = set(collect(declarations.select("side").unique())["side"])
    return "both" in sides or {"municipality", "provider"} <= sides


def count_reconciliation(declarations: Frame, by: Sequence[str] = ()) -> Frame:
    """Count lines by outcome in each group: the columns ``by``, then ``RECONCILED``.

    ``by`` names none, one or both of provider and quarter (of the begin). Every group has a row for
    every outcome. An amount that one side does not have counts zero, and is no difference.
    Publish with ``Shape(counts=["lines"], amounts=["municipality_cents", "provider_cents"])``.
    """
    lines = _with_outcome(declarations.filter(nw.col("side") != MISSING))
    counted = lines.group_by(EVERYTHING, *by, "outcome").agg(
        lines=nw.len(),
        **count_people(),
        municipality_cents=nw.col("municipality_cents").sum(),
        provider_cents=nw.col("provider_cents").sum(),
    )
    told = _with_both(counted, lines, [EVERYTHING, *by, "outcome"])
    whole = filled(told, _groups(lines, by), "outcome", OUTCOMES)
    return whole.select(*by, *RECONCILED, *BEHIND_BOTH)


def count_euros(declarations: Frame, by: str) -> Frame:
    """Add up the euros of both sides in each group: ``by``, then ``SIDE_EUROS``.

    ``by`` is provider or quarter (of the begin). Publish with
    ``Shape(counts=["lines"], amounts=["municipality_cents", "provider_cents"])``.
    """
    lines = _with_outcome(declarations.filter(nw.col("side") != MISSING))
    counted = lines.group_by(by).agg(
        lines=nw.len(),
        **count_people(),
        municipality_cents=nw.col("municipality_cents").sum(),
        provider_cents=nw.col("provider_cents").sum(),
    )
    told = _with_both(counted, lines, [by])
    named = told.with_columns(providers=nw.col("providers") - nw.col("nameless"))
    whole = [nw.col(name).cast(nw.Int64) for name in SIDE_EUROS]
    return named.with_columns(*whole).select(by, *SIDE_EUROS, *BEHIND_BOTH)


def find_sided(trajectories: Frame, declarations: Frame) -> Frame:
    """Find which side delivered each trajectory (``SIDED``, no fixed order).

    ``quarter`` is that of its start. A trajectory of which no line has a side is left out.
    """
    key = ["client_id", "provider", "care_form"]
    told = (
        declarations.filter(nw.col("side") != MISSING)
        .with_columns(paid=_flag(~_is("provider")), given=_flag(~_is("municipality")))
        .rename({"start": "begin"})
        .group_by(*key, "begin")
        .agg(paid=nw.col("paid").max(), given=nw.col("given").max())
    )
    care = trajectories.select("trajectory_id", *key, "start", "end")
    inside = (nw.col("begin") >= nw.col("start")) & (nw.col("begin") < nw.col("end"))
    sides = (
        care.join(told, on=key, how="inner")
        .filter(inside)
        .group_by("trajectory_id", "client_id", "provider", "start")
        .agg(paid=nw.col("paid").max(), given=nw.col("given").max())
    )
    outcome = (
        nw.when(nw.col("given") == 0)
        .then(nw.lit("only_municipality"))
        .when(nw.col("paid") == 0)
        .then(nw.lit("only_provider"))
        .otherwise(nw.lit("both"))
    )
    return sides.with_columns(outcome=outcome, quarter=quarter_of(nw.col("start"))).select(*SIDED)


def count_sided(sided: Frame, by: Sequence[str] = ()) -> Frame:
    """Count trajectories by outcome in each group: ``by``, outcome, trajectories and clients.

    Takes what ``find_sided`` gives. Publish with ``Shape(counts=["trajectories"])``.
    """
    care = sided.with_columns(nw.lit(1).alias(EVERYTHING))
    counted = care.group_by(EVERYTHING, *by, "outcome").agg(
        trajectories=nw.len(), clients=nw.col("client_id").n_unique()
    )
    whole = filled(counted, _groups(care, by), "outcome", CARE_OUTCOMES)
    return whole.select(*by, "outcome", "trajectories", "clients")


def count_allocated(allocations: Frame, by: Sequence[str] = ()) -> Frame:
    """Count allocations by how far they came: the columns ``by``, then ``ALLOCATED``.

    ``waiting`` has neither a start nor a declared line: promised care, that is no care yet.
    Publish with ``Shape(counts=["allocations"], amounts=["budget_cents"])``.
    """
    state = (
        nw.when(nw.col("declared"))
        .then(nw.lit("declared"))
        .when(nw.col("started"))
        .then(nw.lit("started"))
        .otherwise(nw.lit("waiting"))
    )
    known = _with_nameless(allocations).with_columns(
        state=state, budget_cents=nw.col("budget_cents").fill_null(0)
    )
    counted = known.group_by(EVERYTHING, *by, "state").agg(
        allocations=nw.len(), **count_people(), budget_cents=nw.col("budget_cents").sum()
    )
    told = with_contributors(counted, known, [EVERYTHING, *by, "state"], "budget_cents")
    whole = filled(told, _groups(known, by), "state", STATES)
    return whole.select(*by, *ALLOCATED, *contributors_of("budget_cents"))


def count_people() -> dict[str, nw.Expr]:
    """Give the aggregates behind ``clients`` and ``providers``; ``filled`` finishes them."""
    return {
        "clients": nw.col("client_id").n_unique(),
        "providers": nw.col("provider").n_unique(),
        "nameless": nw.col("nameless").max(),
    }


def filled(counted: Frame, groups: Frame, column: str, values: Sequence[str]) -> Frame:
    """Give every group a row for every value, and count no provider where none was named."""
    whole = fill_grid(counted, groups, column, values)
    if "nameless" not in whole.collect_schema().names():
        return whole
    return whole.with_columns(providers=nw.col("providers") - nw.col("nameless"))


def _with_both(counted: Frame, lines: Frame, by: Sequence[str]) -> Frame:
    """Add to counted lines who is behind the amounts of both sides."""
    paid = with_contributors(counted, lines, by, BOTH_SIDES[0])
    return with_contributors(paid, lines, by, BOTH_SIDES[1])


def _groups(rows: Frame, by: Sequence[str]) -> Frame:
    """List the groups there are; without columns to group by it is one, also without rows."""
    if by:
        return rows.select(EVERYTHING, *by).unique()
    return rows.select(rows=nw.len()).select(nw.lit(1).alias(EVERYTHING))


def _with_outcome(lines: Frame) -> Frame:
    """Add ``outcome``, ``quarter``, and the cents of both sides (0 where a side has none)."""
    paid, given = nw.col("amount_cents"), nw.col("counterpart_cents")
    theirs = nw.when(_is("provider")).then(paid).otherwise(given)
    known = _with_nameless(lines).with_columns(
        quarter=quarter_of(nw.col("start")),
        differs=_flag((paid - given).fill_null(0) != 0),
        municipality_cents=nw.when(~_is("provider")).then(paid).fill_null(0),
        provider_cents=theirs.fill_null(0),
    )
    outcome = (
        nw.when(~_is("both"))
        .then(nw.concat_str(nw.lit("only_"), nw.col("side")))
        .when(nw.col("differs") == 1)
        .then(nw.lit("different"))
        .otherwise(nw.lit("matched"))
    )
    return known.with_columns(outcome=outcome)


def _with_nameless(rows: Frame) -> Frame:
    """Add ``nameless``: 1 without a provider; and ``everything``, the same for every row."""
    nameless = _flag(nw.col("provider") == MISSING)
    return rows.with_columns(nameless=nameless, **{EVERYTHING: nw.lit(1)})


def _is(side: str) -> nw.Expr:
    return nw.col("side") == side


def _flag(condition: nw.Expr) -> nw.Expr:
    return nw.when(condition).then(nw.lit(1)).otherwise(nw.lit(0))
