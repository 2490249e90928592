"""A ladder by price: the same rungs as the agreed one, handed out by what a day of care costs.

Nobody agreed on it. It shows how much of a finding hangs on the order that people did agree on.
"""

from collections.abc import Sequence
from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.tables import DAY_PRICES

FEWEST: Final = 10
"""Care forms of fewer young people have no price that means anything."""


def count_day_prices(trajectories: Frame, as_of: int) -> Frame:
    """Count what a day of each care form typically costs (``DAY_PRICES``).

    The median over trajectories of their amount divided by their days up to ``as_of``; without an
    amount a trajectory tells no price.
    """
    days = nw.min_horizontal(nw.col("end"), nw.lit(as_of + 1)) - nw.col("start")
    priced = trajectories.filter(~nw.col("amount_cents").is_null() & nw.col("dated"))
    counted = (
        priced.with_columns(days=days)
        .filter(nw.col("days") > 0)
        .with_columns(price=nw.col("amount_cents") / nw.col("days"))
        .group_by("care_form")
        .agg(cents_per_day=nw.col("price").median(), clients=nw.col("client_id").n_unique())
    )
    return counted.with_columns(nw.col("clients").cast(nw.Int64)).select(*DAY_PRICES)


def ladder_by_price(
    ladder: Sequence[tuple[str, int]], prices: Sequence[tuple[str, float, int]]
) -> tuple[tuple[str, int], ...]:
    """Hand out the rungs of a ladder anew, the lowest to the care form of the lowest price.

    ``prices`` are rows of ``DAY_PRICES``. Care forms of fewer than FEWEST clients lose their rung;
    what has none keeps none, so that only the order differs. Equal prices go by name.
    """
    levels = dict(ladder)
    known = [
        (price, form) for form, price, clients in prices if form in levels and clients >= FEWEST
    ]
    forms = [form for _, form in sorted(known)]
    rungs = sorted(levels[form] for form in forms)
    return tuple(sorted(zip(forms, rungs, strict=True)))
