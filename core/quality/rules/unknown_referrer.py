"""A referrer that is not in the national list (COD327 of iJw), by code or by any usual name."""

from typing import Final

import narwhals.stable.v2 as nw

from core.quality.rule import Rule
from core.referrers import SEPARATORS, WORDS
from core.tables import MISSING

KNOWN: Final = tuple(word for words in WORDS.values() for word in words)

_plain = nw.col("referrer").str.to_lowercase().str.replace_all(SEPARATORS, "")
_known = _plain.is_in(KNOWN)

RULE: Final = Rule(
    code="K402",
    name="unknown_referrer",
    severity="warning",
    fields=("referrer",),
    fails=(nw.col("referrer") != MISSING) & ~_known,
    needs=("referrer",),
)
