"""A product code for a stay beside a care form at home, or the reverse (product list JZ21)."""

from typing import Final

import narwhals.stable.v2 as nw

from core.quality.delivered import Delivered
from core.quality.residence import contradicts
from core.quality.rule import Rule, is_one_of


def _fails(delivered: Delivered) -> nw.Expr:
    pairs = [
        (nw.col("product") == product) & (nw.col("care_form") == form)
        for product, form in delivered.products
        if contradicts(product, form)
    ]
    return nw.any_horizontal(*pairs, is_one_of("product", ()), ignore_nulls=True)


RULE: Final = Rule(
    code="K406",
    name="product_contradicts_care_form",
    severity="warning",
    fields=("product", "care_form"),
    fails=_fails,
)
