"""Lines that stand in each other's way, or miss one another: overlap, shared days, references.

Every function is an ``Among`` of a rule, as those of ``core.quality.comparing``.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.quality.residence import stays_among
from core.quality.rule import Tables, is_one_of
from core.tables import MISSING

IN_ALLOCATION: Final = ("client_id", "provider", "allocation", "product")
DAY_ORDER: Final = ("start", "end", "source", "row")
DAYS: Final = ("start", "end")
ALLOCATION: Final = ("municipality", "allocation")

PSEUDONYM_CHARACTERS: Final = 16
"""A pseudonym of fewer characters was not made with a key: 64 bits at most, written in hex."""


def in_day_order(tables: Tables) -> Frame:
    """Debits of an allocation that nobody credited, with ``reach_before``.

    That is the latest end among the lines of the same client, provider, allocation and product
    that begin earlier; null for the first.
    """
    lines = tables.declarations.filter(nw.col("allocation") != MISSING)
    credited = lines.filter(nw.col("is_credit")).select(*IN_ALLOCATION, *DAYS).unique()
    debits = lines.filter(~nw.col("is_credit"))
    standing = debits.join(credited, on=[*IN_ALLOCATION, *DAYS], how="anti")
    return standing.with_columns(reach=_in_day_order(nw.col("end").cum_max())).with_columns(
        reach_before=_in_day_order(nw.col("reach").shift(1))
    )


def in_two_municipalities(tables: Tables) -> Frame:
    """Debits of a client that share a day with one that another municipality pays."""
    return sharing_days(tables.declarations.filter(~nw.col("is_credit")), "municipality")


def in_two_stays(tables: Tables) -> Frame:
    """Debits for a full-time stay that share a day with one at another provider."""
    stays = stays_among(tables.delivered.care_forms)
    debits = tables.declarations.filter(~nw.col("is_credit") & is_one_of("care_form", stays))
    return sharing_days(debits, "provider")


def sharing_days(lines: Frame, differing: str) -> Frame:
    """Lines that share a day with a line of the same client and another value of a column.

    A value that was not delivered is no other value.
    """
    filled = lines.filter(nw.col(differing) != MISSING)
    several = (
        filled.group_by("client_id")
        .agg(least=nw.col(differing).min(), most=nw.col(differing).max())
        .filter(nw.col("least") < nw.col("most"))
        .select("client_id")
    )
    some = filled.join(several, on="client_id", how="semi")
    periods = some.select("client_id", differing, *DAYS).unique()
    others = periods.select(
        "client_id", other=nw.col(differing), other_start=nw.col("start"), other_end=nw.col("end")
    )
    apart = (nw.col("start") >= nw.col("other_end")) | (nw.col("other_start") >= nw.col("end"))
    meeting = (
        periods.join(others, on="client_id", how="inner")
        .filter((nw.col(differing) != nw.col("other")) & ~apart)
        .select("client_id", differing, *DAYS)
        .unique()
    )
    return some.join(meeting, on=["client_id", differing, *DAYS], how="semi")


def without_earlier_reference(tables: Tables) -> Frame:
    """Credits that point to a reference of the provider which is in no line, set aside or not."""
    credits_ = tables.declarations.filter(
        nw.col("is_credit") & (nw.col("previous_reference") != MISSING)
    )
    known = nw.concat(
        [
            lines.select("provider", previous_reference=nw.col("reference"))
            for lines in (tables.declarations, tables.set_aside)
        ]
    ).unique()
    return credits_.join(known, on=["provider", "previous_reference"], how="anti")


def beside_usual_length(tables: Tables) -> Frame:
    """Lines of which the pseudonym is longer or shorter than is most usual in their file.

    Where two lengths are as usual, the longer one is. Short ones are numbers that somebody counted
    up, of which the length says nothing: files in which they are usual are left out.
    """
    lines = tables.declarations.with_columns(length=nw.col("client_id").str.len_chars())
    counted = lines.group_by("source", "length").agg(lines=nw.len())
    most = counted.group_by("source").agg(most=nw.col("lines").max())
    usual = (
        counted.join(most, on="source", how="inner")
        .filter(nw.col("lines") == nw.col("most"))
        .group_by("source")
        .agg(usual_length=nw.col("length").max())
        .filter(nw.col("usual_length") >= PSEUDONYM_CHARACTERS)
    )
    return lines.join(usual, on="source", how="inner").filter(
        nw.col("length") != nw.col("usual_length")
    )


def beside_allocation(tables: Tables) -> Frame:
    """Lines with the first day of their allocation and the first day after it.

    ``allocated_from`` and ``allocated_until``; lines whose allocation is not known are left out.
    """
    allocated = (
        _allocations(tables)
        .group_by(*ALLOCATION)
        .agg(allocated_from=nw.col("start").min(), allocated_until=nw.col("end").max())
    )
    lines = tables.declarations.filter(nw.col("allocation") != MISSING)
    return lines.join(allocated, on=list(ALLOCATION), how="inner")


def without_allocation(tables: Tables) -> Frame:
    """Lines with the number of an allocation that nobody delivered."""
    lines = tables.declarations.filter(nw.col("allocation") != MISSING)
    known = _allocations(tables).select(*ALLOCATION).unique()
    return lines.join(known, on=list(ALLOCATION), how="anti")


def _allocations(tables: Tables) -> Frame:
    if tables.allocations is None:
        raise LookupError("a rule that needs allocations was judged without them")
    return tables.allocations


def _in_day_order(expression: nw.Expr) -> nw.Expr:
    return expression.over(*IN_ALLOCATION, order_by=list(DAY_ORDER))
