"""A client with several sexes: two clients under one pseudonym, a change, or a mistake."""

from typing import Final

import narwhals.stable.v2 as nw

from core.quality.comparing import of_clients
from core.quality.rule import Rule
from core.tables import MISSING

RULE: Final = Rule(
    code="K502",
    name="sex_differs",
    severity="note",
    fields=("sex", "client_id"),
    fails=(nw.col("least_sex") < nw.col("most_sex")) & (nw.col("sex") != MISSING),
    needs=("sex",),
    among=of_clients,
)
