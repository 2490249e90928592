"""What lines are compared with: the groups they belong to, measured and set beside them.

Every function is an ``Among`` of a rule. It returns only lines of groups in which something may be
wrong, so that the costly part, the join back to the lines, is small.
"""

from collections.abc import Mapping, Sequence

import narwhals.stable.v2 as nw

from core.codes import TEMPORARY_STOP
from core.frames import Frame
from core.quality.rule import Tables
from core.tables import MISSING, OPEN_END

PERIOD = ("client_id", "municipality", "provider", "allocation", "product", "start", "end")
"""Lines with the same of these are about the same care."""

CONTENT = (*PERIOD, "care_form", "is_credit", "amount_cents", "volume", "unit", "declared_on")


def measured(lines: Frame, by: Sequence[str], most: Mapping[str, nw.Expr], odd: nw.Expr) -> Frame:
    """Set beside each line the largest of some values in its group, where the group is odd.

    Of nulls none is the largest; a group of nulls only has null.
    """
    groups = (
        lines.with_columns(**most)
        .group_by(*by)
        .agg(*[nw.col(name).max() for name in most])
        .filter(odd)
    )
    return lines.join(groups, on=list(by), how="inner")


def in_periods(tables: Tables) -> Frame:
    """Lines about the same care that hold a credit, or more than one debit.

    ``debits`` and ``credits`` count them, ``debit_cents`` and ``credit_cents`` add them up (credit
    as a positive number), and ``first_debit_on`` is when a debit was first declared.
    """
    lines = tables.declarations
    credit = nw.col("is_credit")
    cents = nw.col("amount_cents").fill_null(0)
    groups = (
        lines.with_columns(
            debits=_one_where(~credit),
            credits=_one_where(credit),
            debit_cents=nw.when(~credit).then(cents).otherwise(nw.lit(0)),
            credit_cents=nw.when(credit).then(-cents).otherwise(nw.lit(0)),
            first_debit_on=nw.when(~credit).then(nw.col("declared_on")),
        )
        .group_by(*PERIOD)
        .agg(
            *[nw.col(name).sum() for name in ("debits", "credits", "debit_cents", "credit_cents")],
            nw.col("first_debit_on").min(),
        )
        .filter((nw.col("credits") > 0) | (nw.col("debits") > 1))
    )
    return lines.join(groups, on=list(PERIOD), how="inner")


def of_clients(tables: Tables) -> Frame:
    """Lines of clients of whom birth year or sex is not the same everywhere.

    ``years`` and ``sexes`` say whether they differ: 1 or 0.
    """
    lines = tables.declarations
    sex = nw.when(nw.col("sex") != MISSING).then(nw.col("sex"))
    groups = (
        lines.with_columns(known_sex=sex)
        .group_by("client_id")
        .agg(
            least_year=nw.col("birth_year").min(),
            most_year=nw.col("birth_year").max(),
            least_sex=nw.col("known_sex").min(),
            most_sex=nw.col("known_sex").max(),
        )
        .filter(_differ("year") | _differ("sex"))
    )
    return lines.join(groups, on="client_id", how="inner")


def in_allocations(tables: Tables) -> Frame:
    """Lines of allocations with several clients or providers: ``least_`` and ``most_`` of them."""
    lines = tables.declarations.filter(nw.col("allocation") != MISSING)
    provider = nw.when(nw.col("provider") != MISSING).then(nw.col("provider"))
    by = ("municipality", "allocation")
    groups = (
        lines.with_columns(known_provider=provider)
        .group_by(*by)
        .agg(
            least_client=nw.col("client_id").min(),
            most_client=nw.col("client_id").max(),
            least_provider=nw.col("known_provider").min(),
            most_provider=nw.col("known_provider").max(),
        )
        .filter(_differ("client") | _differ("provider"))
    )
    return lines.join(groups, on=list(by), how="inner")


def in_spells(tables: Tables) -> Frame:
    """Lines of an allocation between two stops, where one has no end or a reason for ending.

    ``last_start`` is when the last of them begins, ``stopped_at`` the last end with a reason other
    than a temporary stop.
    """
    lines = tables.declarations.filter(nw.col("allocation") != MISSING)
    for_good = (nw.col("end_reason") != MISSING) & ~_starts_with("end_reason", TEMPORARY_STOP)
    told = for_good & (nw.col("end") < OPEN_END)
    return measured(
        lines,
        ("client_id", "municipality", "provider", "allocation", "spell"),
        {
            "last_start": nw.col("start"),
            "last_end": nw.col("end"),
            "stopped_at": nw.when(told).then(nw.col("end")),
        },
        (nw.col("last_end") == OPEN_END) | ~nw.col("stopped_at").is_null(),
    )


def of_open_care(tables: Tables) -> Frame:
    """Lines of one client, provider and care form of which one has no end.

    ``last_day`` is the last of which anything is declared.
    """
    last_day = nw.when(nw.col("end") < OPEN_END).then(nw.col("end") - 1).otherwise(nw.col("start"))
    return measured(
        tables.declarations,
        ("client_id", "provider", "care_form"),
        {"last_day": last_day, "last_end": nw.col("end")},
        nw.col("last_end") == OPEN_END,
    )


def in_files(tables: Tables) -> Frame:
    """Lines of files in which more than a fifth of the lines, but not all, lack a referrer."""
    lines = tables.declarations
    groups = (
        lines.with_columns(missing=_one_where(nw.col("referrer") == MISSING))
        .group_by("source")
        .agg(missing=nw.col("missing").sum(), lines_in_file=nw.len())
        .filter(nw.col("missing") * 5 > nw.col("lines_in_file"))
        .filter(nw.col("missing") < nw.col("lines_in_file"))
    )
    return lines.join(groups, on="source", how="inner")


def of_same_help(tables: Tables) -> Frame:
    """Debits for one client, product and period that come from several providers."""
    lines = tables.declarations.filter(~nw.col("is_credit") & (nw.col("provider") != MISSING))
    by = ("client_id", "product", "start", "end")
    groups = (
        lines.group_by(*by)
        .agg(least_provider=nw.col("provider").min(), most_provider=nw.col("provider").max())
        .filter(_differ("provider"))
    )
    return lines.join(groups, on=list(by), how="inner")


def of_same_rate(tables: Tables) -> Frame:
    """Debits of one provider, product, unit and period: the ``least_rate`` and ``most_rate``."""
    lines = tables.declarations.filter(~nw.col("is_credit") & ~nw.col("rate_cents").is_null())
    by = ("municipality", "provider", "product", "unit", "start", "end")
    groups = (
        lines.group_by(*by)
        .agg(least_rate=nw.col("rate_cents").min(), most_rate=nw.col("rate_cents").max())
        .filter(_differ("rate"))
    )
    return lines.join(groups, on=list(by), how="inner")


def of_same_content(tables: Tables) -> Frame:
    """Lines without a reference that say exactly what another one says."""
    numbers = ("amount_cents", "volume", "declared_on")
    whole = [nw.col(name).fill_null(-1) for name in numbers]  # keys hold no nulls
    lines = tables.declarations.filter(nw.col("reference") == MISSING).with_columns(*whole)
    groups = lines.group_by(*CONTENT).agg(lines_alike=nw.len()).filter(nw.col("lines_alike") > 1)
    return lines.join(groups, on=list(CONTENT), how="inner")


def _starts_with(name: str, code: str) -> nw.Expr:
    return nw.col(name).str.starts_with(code)


def _one_where(condition: nw.Expr) -> nw.Expr:
    return nw.when(condition).then(nw.lit(1)).otherwise(nw.lit(0))


def _differ(what: str) -> nw.Expr:
    return nw.col(f"least_{what}") < nw.col(f"most_{what}")
