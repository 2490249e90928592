"""A care form that the ladder does not know, so that its steps are neither up nor down."""

from typing import Final

import narwhals.stable.v2 as nw

from core.care_forms import known_form
from core.products import product_of
from core.quality.delivered import Delivered
from core.quality.rule import Rule, is_one_of


def _fails(delivered: Delivered) -> nw.Expr:
    forms = [form for form in delivered.care_forms if not known_form(form)]
    return is_one_of("care_form", tuple(form for form in forms if product_of(form) is None))


RULE: Final = Rule(
    code="K405",
    name="unknown_care_form",
    severity="warning",
    fields=("care_form", "product"),
    fails=_fails,
)
