"""What went before a care form: the help of a year before each young person's first start of it.

The look back is equally long for everybody. Where the data do not reach back so far, what went
before cannot be seen, which is something else than nothing.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.tables import MISSING, PRECEDING
from core.trajectories.calendar import MONTHS, month_of
from core.trajectories.grids import merge_rare
from core.trajectories.lookback import find_first_month
from core.trajectories.selection import Selection, select_starts

LOOKBACK_DAYS: Final = 365
REST: Final = "rest"
KINDS: Final = ("nothing", "something", "invisible")
"""Of a first start: no other help in the year before it, some help, or not to be seen."""


def count_preceding(chained: Frame, form: str, selection: Selection, fewest: int) -> Frame:
    """Count the first starts of a care form by what went before them (``PRECEDING``).

    Takes all of ``CHAINED``; only counted trajectories take part, those of the form itself too. A
    young person is in one of KINDS, and in ``form`` once for every other care form that had a day
    in the LOOKBACK_DAYS before and began earlier. Forms of fewer than ``fewest`` persons are the
    rest together. A form that already ran when the data begin has no first start to be seen.
    """
    counted = chained.filter(nw.col("kind") != "uncounted")
    firsts = _firsts(chained, counted, form, selection)
    before = _before(counted, firsts, form)
    some = before.select("client_id").unique().with_columns(has_before=nw.lit(1))
    kind = (
        nw.when(nw.col("is_visible") == 0)
        .then(nw.lit("invisible"))
        .when(nw.col("has_before") == 1)
        .then(nw.lit("something"))
        .otherwise(nw.lit("nothing"))
    )
    kinds = firsts.join(some, on="client_id", how="left").select(
        "client_id", kind=kind, care_form=nw.lit(MISSING)
    )
    forms = merge_rare(before, "care_form", REST, fewest)
    named = forms.select("client_id", kind=_kind_of_form(), care_form=_form())
    return _counted(nw.concat([kinds, named], how="vertical"))


def _firsts(chained: Frame, counted: Frame, form: str, selection: Selection) -> Frame:
    """Give the first start of each client: ``client_id``, ``first_start``, ``is_visible``."""
    of_form = counted.filter(nw.col("care_form") == form)
    rank = (
        nw.col("trajectory_id").cum_count().over("client_id", order_by=["start", "trajectory_id"])
    )
    begun = nw.col("month") > nw.col("first_month")
    seen = nw.col("month") >= nw.col("first_month") + MONTHS
    firsts = select_starts(of_form.with_columns(rank=rank).filter(nw.col("rank") == 1), selection)
    return (
        firsts.join(find_first_month(chained), how="cross")
        .with_columns(month=month_of(nw.col("start")))
        .filter(begun)
        .select(
            "client_id",
            first_start=nw.col("start"),
            is_visible=nw.when(seen).then(1).otherwise(0),
        )
    )


def _before(counted: Frame, firsts: Frame, form: str) -> Frame:
    """List each client's other care forms in the year before: ``client_id``, ``care_form``."""
    earlier = nw.col("start") < nw.col("first_start")
    recent = nw.col("end") > nw.col("first_start") - LOOKBACK_DAYS
    others = counted.filter(nw.col("care_form") != form).select(
        "client_id", "care_form", "start", "end"
    )
    visible = firsts.filter(nw.col("is_visible") == 1)
    joined = others.join(visible, on="client_id", how="inner").filter(earlier & recent)
    return joined.select("client_id", "care_form").unique()


def _kind_of_form() -> nw.Expr:
    is_rest = nw.col("care_form") == REST
    return nw.when(is_rest).then(nw.lit(REST)).otherwise(nw.lit("form"))


def _form() -> nw.Expr:
    is_rest = nw.col("care_form") == REST
    return nw.when(is_rest).then(nw.lit(MISSING)).otherwise(nw.col("care_form"))


def _counted(rows: Frame) -> Frame:
    counted = rows.group_by("kind", "care_form").agg(clients=nw.col("client_id").n_unique())
    return counted.with_columns(nw.col("clients").cast(nw.Int64)).select(*PRECEDING)
