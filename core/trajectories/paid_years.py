"""What care cost in calendar years, by care form: how many, and in euros.

A trajectory belongs to every year in which it has a day of care, with the part of its amount for
the days in that year; the parts of all years are its whole amount. One without an amount is left
out. Which care forms are named is chosen once for all years: if it were chosen for two of them at a
time, what is left over in one pair could be laid beside what is left over in another.
"""

from collections.abc import Collection, Sequence
from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.tables import MISSING, PAID_CLIENTS, PAID_FORMS, contributors_of
from core.trajectories.amounts import cents_until
from core.trajectories.basics import in_year
from core.trajectories.calendar import date_of
from core.trajectories.contributors import with_contributors
from core.trajectories.rules import Rules
from core.trajectories.selection import Selection, select_active

REST: Final = MISSING
"""Stands in the place of care forms that are too rare to name."""


def first_whole_year(first_start: int) -> int:
    """Give the first calendar year that data cover whole: of which care begins in January."""
    begun = date_of(first_start)
    return begun.year if begun.month == 1 else begun.year + 1


def find_paid(
    trajectories: Frame, selection: Selection, years: Sequence[int], rules: Rules
) -> Frame:
    """Repeat each trajectory with an amount for each of some years: ``year`` and ``cents``."""
    care = trajectories.filter(~nw.col("amount_cents").is_null())
    return nw.concat(
        [_paid_in(care, in_year(selection, year), rules) for year in years], how="vertical"
    )


def with_named_forms(paid: Frame, named: Collection[str]) -> Frame:
    """Keep the names of these care forms; all others are REST."""
    is_named = nw.col("care_form").is_in(list(named))
    return paid.with_columns(
        care_form=nw.when(is_named).then(nw.col("care_form")).otherwise(nw.lit(REST))
    )


def keep_forms(paid: Frame, told: Collection[str]) -> Frame:
    """Keep the care of these forms only."""
    return paid.filter(nw.col("care_form").is_in(list(told)))


def count_paid_forms(paid: Frame) -> Frame:
    """Count the care of each year and form, with its euros (``PAID_FORMS``) and who is behind."""
    by = ["year", "care_form"]
    named = paid.filter(nw.col("provider") != MISSING).group_by(*by)
    providers = named.agg(providers=nw.col("provider").n_unique())
    counted = paid.group_by(*by).agg(
        clients=nw.col("client_id").n_unique(),
        trajectories=nw.len(),
        amount_cents=nw.col("cents").sum(),
    )
    whole = counted.join(providers, on=by, how="left").with_columns(
        providers=nw.col("providers").fill_null(0)
    )
    told = with_contributors(whole, paid.rename({"cents": "amount_cents"}), by)
    return _whole(told, *PAID_FORMS, *contributors_of("amount_cents"))


def count_paid_clients(paid: Frame) -> Frame:
    """Count the clients of each year over all forms (``PAID_CLIENTS``)."""
    counted = paid.group_by("year").agg(clients=nw.col("client_id").n_unique())
    return _whole(counted, *PAID_CLIENTS)


def _paid_in(care: Frame, selection: Selection, rules: Rules) -> Frame:
    until_end = cents_until(nw.lit(selection.end_day), rules)
    before = cents_until(nw.lit(selection.first_day), rules)
    active = select_active(care, selection)
    return active.with_columns(
        year=nw.lit(selection.first_year).cast(nw.Int64), cents=until_end - before
    ).select("year", "client_id", "provider", "care_form", "cents")


def _whole(frame: Frame, *names: str) -> Frame:
    numbers = [nw.col(name).cast(nw.Int64) for name in names if name != "care_form"]
    return frame.with_columns(*numbers).select(*names)
