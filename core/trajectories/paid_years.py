"""What care cost in each of two calendar years, by care form: how many, and in euros.

A trajectory belongs to every year in which it has a day of care, with the part of its amount for
the days in that year; the parts of all years are its whole amount. One without an amount is left
out. Care forms that are too rare to name go together, and are left out when that is too little.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.tables import MISSING, PAID_CLIENTS, PAID_FORMS
from core.trajectories.amounts import cents_until
from core.trajectories.basics import in_year
from core.trajectories.calendar import date_of
from core.trajectories.rules import Rules
from core.trajectories.selection import Selection, select_active

REST: Final = MISSING
"""Stands in the place of care forms that are too rare to name."""

MOST_OF_ONE: Final = 80
"""Percent of the euros that one provider may have of a care form that is named by itself."""

Years = tuple[int, int]


def first_whole_year(first_start: int) -> int:
    """Give the first calendar year that data cover whole: of which care begins in January."""
    begun = date_of(first_start)
    return begun.year if begun.month == 1 else begun.year + 1


def find_paid(trajectories: Frame, selection: Selection, years: Years, rules: Rules) -> Frame:
    """Repeat each trajectory with an amount for each of two years: ``year`` and ``cents``."""
    care = trajectories.filter(~nw.col("amount_cents").is_null())
    return nw.concat(
        [_paid_in(care, in_year(selection, year), rules) for year in years], how="vertical"
    )


def with_telling_forms(paid: Frame, persons: int, providers: int) -> Frame:
    """Name only forms that tell of nobody in either year; the others are REST, or left out.

    A form is named with enough ``persons`` and ``providers`` in both years, of which none has more
    than MOST_OF_ONE percent of the euros; REST stays when all of that holds for it too.
    """
    named = _telling(paid, persons, providers).with_columns(is_named=nw.lit(1))
    joined = paid.join(named, on="care_form", how="left")
    label = nw.when(nw.col("is_named") == 1).then(nw.col("care_form")).otherwise(nw.lit(REST))
    merged = joined.with_columns(care_form=label).drop("is_named")
    return merged.join(_telling(merged, persons, providers), on="care_form", how="semi")


def count_paid_forms(paid: Frame) -> Frame:
    """Count the care of each year and form, with its euros (``PAID_FORMS``)."""
    return _whole(_counted(paid, "year", "care_form"), *PAID_FORMS)


def count_paid_clients(paid: Frame) -> Frame:
    """Count the clients of each year over all forms (``PAID_CLIENTS``)."""
    counted = paid.group_by("year").agg(clients=nw.col("client_id").n_unique())
    return _whole(counted, *PAID_CLIENTS)


def _telling(paid: Frame, persons: int, providers: int) -> Frame:
    """List the forms that may be told in both years."""
    amount, largest = nw.col("amount_cents"), nw.col("largest_cents")
    enough = (nw.col("clients") >= persons) & (nw.col("providers") >= providers)
    spread = (largest * 100 <= amount * MOST_OF_ONE) & (amount > 0)
    told = enough & spread if providers > 1 else enough & (amount > 0)
    kept = _counted(paid, "year", "care_form").filter(told)
    both = kept.group_by("care_form").agg(years=nw.len()).filter(nw.col("years") == 2)
    return both.select("care_form")


def _counted(paid: Frame, *by: str) -> Frame:
    of_each = paid.group_by(*by, "provider").agg(cents=nw.col("cents").sum())
    named = of_each.with_columns(
        is_named=nw.when(nw.col("provider") == MISSING).then(0).otherwise(1)
    )
    amounts = named.group_by(*by).agg(
        providers=nw.col("is_named").sum(),
        largest_cents=nw.col("cents").max(),
        amount_cents=nw.col("cents").sum(),
    )
    counted = paid.group_by(*by).agg(clients=nw.col("client_id").n_unique(), trajectories=nw.len())
    return counted.join(amounts, on=list(by), how="inner")


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
