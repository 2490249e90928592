"""Revisions: what changed between two versions of a delivery.

A line is recognised by the reference of its sender; where it has none, by client, municipality,
provider, product, period and sign, of which there may be several. Of what is recognised in both
versions equal lines are the same; what is left over on both sides was changed (another amount,
allocation, referrer, reason of ending or side; and of a line with a reference anything), the rest
was added or removed. Nothing depends on the order of lines.

Both frames come from one workspace: frames of two connections never meet.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.tables import CHANGES, MISSING, VERSIONS, contributors_of
from core.trajectories.calendar import quarter_of
from core.trajectories.contributors import with_contributors
from core.trajectories.grids import fill_grid

VERSION_NAMES: Final = ("before", "after")
CHANGE_NAMES: Final = ("added", "removed", "changed")

SIDES: Final = ("side", "counterpart")
"""A line that one side no longer delivers is another line for whoever compares both sides."""
KEY: Final = ("client_id", "municipality", "provider", "product", "start", "end", "is_credit")
CONTENT: Final = ("cents", "has_amount", "allocation", "referrer", "end_reason", *SIDES)
TAKEN_ALONG: Final = ("client_id", "municipality", "product", "start", "end")
"""What may change of a line that is recognised by its reference."""


def count_versions(before: Frame, after: Frame) -> Frame:
    """Count the lines of each quarter in both versions (``VERSIONS``, no fixed order).

    ``before`` and ``after`` are accepted lines (``DECLARATIONS``). Publish with
    ``Shape(counts=["lines"], amounts=["amount_cents"])``.
    """
    lines = _versions(before, after)
    counted = lines.group_by("quarter", "version").agg(
        lines=nw.len(),
        clients=nw.col("client_id").n_unique(),
        named=nw.col("provider").n_unique(),
        nameless=nw.col("nameless").max(),
        amount_cents=nw.col("cents").sum(),
    )
    groups = lines.select("quarter").unique()
    amounts = lines.with_columns(amount_cents=nw.col("cents"))
    told = with_contributors(counted, amounts, ["quarter", "version"])
    whole = fill_grid(told, groups, "version", VERSION_NAMES)
    named = whole.with_columns(providers=nw.col("named") - nw.col("nameless"))
    return named.select(*VERSIONS, *contributors_of("amount_cents"))


def count_changes(before: Frame, after: Frame) -> Frame:
    """Count the lines that were added, removed and changed, by quarter (``CHANGES``).

    A changed line belongs to the quarter it has now. Every quarter of either version has a row for
    every change. Publish with ``Shape(counts=["lines"])``.
    """
    lines = _versions(before, after)
    totals = (
        _changed(lines)
        .group_by("quarter", "change")
        .agg(lines=nw.col("lines").sum(), clients=nw.col("client_id").n_unique())
    )
    groups = lines.select("quarter").unique()
    return fill_grid(totals, groups, "change", CHANGE_NAMES).select(*CHANGES)


def count_all_changes(before: Frame, after: Frame) -> Frame:
    """Count the lines that were added, removed and changed over all quarters together.

    ``change``, ``lines`` and ``clients``, a row a change. Publish with ``Shape(counts=["lines"])``.
    """
    lines = _versions(before, after)
    totals = (
        _changed(lines)
        .group_by("everything", "change")
        .agg(lines=nw.col("lines").sum(), clients=nw.col("client_id").n_unique())
    )
    groups = lines.select(rows=nw.len()).select(everything=nw.lit(1))
    return fill_grid(totals, groups, "change", CHANGE_NAMES).select("change", "lines", "clients")


def _changed(lines: Frame) -> Frame:
    """List ``change`` and how many ``lines``, by client and quarter."""
    left = _left_over(lines)
    changed = nw.min_horizontal("before", "after")
    counted = [
        left.select("quarter", "client_id", everything=nw.lit(1), change=nw.lit(name), lines=number)
        for name, number in (
            ("added", nw.col("after") - changed),
            ("removed", nw.col("before") - changed),
            ("changed", changed),
        )
    ]
    return nw.concat(counted).filter(nw.col("lines") > 0)


def _versions(before: Frame, after: Frame) -> Frame:
    """Put both under each other, with ``version``, ``quarter`` and amounts without null."""
    names = [*KEY, "amount_cents", "allocation", "referrer", "end_reason", "reference"]
    names += ["side", "counterpart_cents"]
    both = nw.concat(
        [
            frame.select(*names).with_columns(version=nw.lit(version))
            for frame, version in zip((before, after), VERSION_NAMES, strict=True)
        ]
    )
    return both.with_columns(
        quarter=quarter_of(nw.col("start")),
        cents=nw.col("amount_cents").fill_null(0),
        counterpart=nw.col("counterpart_cents").fill_null(0),
        has_amount=_flag(~nw.col("amount_cents").is_null()),
        nameless=_flag(nw.col("provider") == MISSING),
        **{name: _flag(nw.col("version") == name) for name in VERSION_NAMES},
    )


def _left_over(lines: Frame) -> Frame:
    """Count, per recognised line, how many are left over ``before`` and ``after``.

    Equal lines of both versions fall away against each other first.
    """
    keyed = lines.with_columns(**{f"key_{name}": _unless_referred(name) for name in TAKEN_ALONG})
    key = ["provider", "is_credit", "reference", *[f"key_{name}" for name in TAKEN_ALONG]]
    content = [*TAKEN_ALONG, *CONTENT]
    equal = keyed.group_by(*key, *content, "quarter").agg(
        before=nw.col("before").sum(), after=nw.col("after").sum()
    )
    same = nw.min_horizontal("before", "after")
    different = equal.with_columns(before=nw.col("before") - same, after=nw.col("after") - same)
    left = different.filter((nw.col("before") > 0) | (nw.col("after") > 0))
    return (
        left.with_columns(now=nw.when(nw.col("after") > 0).then(nw.col("quarter")))
        .group_by(*key)
        .agg(
            before=nw.col("before").sum(),
            after=nw.col("after").sum(),
            now=nw.col("now").max(),
            then=nw.col("quarter").max(),
            client_id=nw.col("client_id").max(),
        )
        .with_columns(quarter=nw.when(~nw.col("now").is_null()).then("now").otherwise("then"))
    )


def _unless_referred(name: str) -> nw.Expr:
    """Give what recognises a line; nothing where its reference does that."""
    nothing = nw.lit(0) if name in {"start", "end"} else nw.lit(MISSING)
    return nw.when(_has_reference()).then(nothing).otherwise(nw.col(name))


def _has_reference() -> nw.Expr:
    return (nw.col("reference") != MISSING) & (nw.col("provider") != MISSING)


def _flag(condition: nw.Expr) -> nw.Expr:
    return nw.when(condition).then(nw.lit(1)).otherwise(nw.lit(0))
