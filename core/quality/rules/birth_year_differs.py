"""A client with several years of birth: two clients under one pseudonym, or a mistake."""

from typing import Final

import narwhals.stable.v2 as nw

from core.quality.comparing import of_clients
from core.quality.rule import Rule

RULE: Final = Rule(
    code="K501",
    name="birth_year_differs",
    severity="warning",
    fields=("birth_year", "client_id"),
    fails=(nw.col("least_year") < nw.col("most_year")) & ~nw.col("birth_year").is_null(),
    needs=("birth_year",),
    among=of_clients,
)
