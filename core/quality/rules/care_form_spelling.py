"""A care form that differs only in capitals or spaces from one that more lines have.

The model takes them for two care forms.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.quality.delivered import Delivered
from core.quality.rule import Rule, is_one_of
from core.quality.spellings import usual_spellings


def _fails(delivered: Delivered) -> nw.Expr:
    return is_one_of("care_form", tuple(usual_spellings(delivered.care_forms)))


RULE: Final = Rule(
    code="K407",
    name="care_form_spelling",
    severity="note",
    fields=("care_form",),
    fails=_fails,
)
