"""Amounts of drawn contributors: the columns that decide whether an amount may be shown."""

from collections.abc import Sequence

import pandas as pd

from core.protection.dominance import measure_contributors
from core.tables import contributors_of

NAMES = ("client_id", "provider")


def spread(amount: str, cents: int) -> dict[str, int]:
    """Tell that an amount is spread over 100 persons and 10 providers, each as much."""
    parts: dict[str, int] = {}
    for kind, number in (("person", 100), ("provider", 10)):
        each = {"first": cents // number, "second": cents // number}
        parts |= {f"{kind}_{part}": part_cents for part, part_cents in each.items()}
        parts |= {f"{kind}_whole": cents, f"{kind}_number": number}
    stem = amount.removesuffix("_cents")
    return {name: parts[name.removeprefix(f"{stem}_")] for name in contributors_of(amount)}


def cell_of(amount: str, rows: Sequence[tuple[str, str, int]]) -> pd.DataFrame:
    """Count one cell of rows (person, provider, cents) as a model function does."""
    table = pd.DataFrame(rows, columns=[*NAMES, amount]).assign(everyone=0)
    behind = measure_contributors(table, ["everyone"], amount, NAMES).reset_index(drop=True)
    counted = {
        "clients": table["client_id"].nunique(),
        "providers": table["provider"].nunique(),
        amount: table[amount].sum(),
    }
    return pd.concat([pd.DataFrame([counted]), behind], axis=1)
