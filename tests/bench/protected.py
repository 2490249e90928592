"""How long it takes to protect a table of 200 by 20 with its sums, as JSON.

    python -m tests.bench.protected

A row is a provider, a column a care form. The usual table has many small cells; in the sparse one
most are empty, as where providers give few forms; in the last nearly every cell is large.
"""

import json
import time
from typing import Final

import numpy as np
import pandas as pd

from core.disclosure import Margins, Shape, protect_tables
from core.protection.policy import STRICT

ROWS, COLUMNS = 200, 20
SHAPE: Final = Shape(counts=["clients"])
TABLES: Final = {"usual": (1.0, 30), "sparse": (0.15, 100), "large": (1.0, 400)}
"""Which part of the cells has anybody, and how many those have on average."""


def main() -> None:
    """Protect each table, with its sums told and with sums that stand elsewhere; print seconds."""
    protect_tables([(drawn(1.0, 30).head(40), SHAPE, margins_of(told=True))], "tafel", STRICT)
    said = {
        f"{name}, sums {'told' if told else 'elsewhere'}": _measured(drawn(*drawing), told=told)
        for name, drawing in TABLES.items()
        for told in (True, False)
    }
    print(json.dumps(said))  # noqa: T201


def _measured(table: pd.DataFrame, *, told: bool) -> dict[str, float]:
    began = time.perf_counter()
    found = protect_tables([(table, SHAPE, margins_of(told=told))], "tafel", STRICT)[0]
    seconds = time.perf_counter() - began
    hidden = found["clients"].head(len(table)).isna()
    small = table["clients"] < STRICT.threshold
    return {
        "seconds": seconds,
        "small": int(small.sum()),
        "beside": int((hidden.to_numpy() & ~small.to_numpy()).sum()),
    }


def margins_of(*, told: bool) -> Margins:
    """Say which sums are known: of each provider, of each care form and of everything."""
    return Margins(["provider", "care_form"], told=told)


def drawn(filled: float, usual: float) -> pd.DataFrame:
    """Draw a table; the same one every time."""
    draw = np.random.default_rng(1)
    there = draw.random(ROWS * COLUMNS) < filled
    counts = there * draw.negative_binomial(0.8, 0.8 / (0.8 + usual), ROWS * COLUMNS)
    return pd.DataFrame(
        {
            "provider": np.repeat(np.arange(ROWS), COLUMNS),
            "care_form": np.tile(np.arange(COLUMNS), ROWS),
            "clients": counts,
        }
    )


if __name__ == "__main__":
    main()
