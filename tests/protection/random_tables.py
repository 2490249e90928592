"""Random tables of two and three dimensions with all their sums, the same for each seed.

Cells are counts of very different sizes, many of them nobody, as in a region where some care forms
hardly occur.
"""

from collections.abc import Iterator
from typing import Final

import numpy as np
import pandas as pd

from core.protection.shapes import Margins

DIMENSIONS: Final = ("municipality", "care_form", "year")
USUAL: Final = (6, 15, 40)
"""What cells count on average in a table."""


def random_tables(number: int, seed: int) -> Iterator[tuple[pd.DataFrame, Margins]]:
    """Draw tables, with two dimensions and three in turn, of two to five values each."""
    draw = np.random.default_rng(seed)
    for turn in range(number):
        by = DIMENSIONS[: 2 + turn % 2]
        sizes = draw.integers(2, 6, len(by))
        usual = draw.choice(USUAL)
        counts = draw.negative_binomial(0.8, 0.8 / (0.8 + usual), sizes)
        yield as_table(by, counts), Margins(by, told=True)


def as_table(by: tuple[str, ...], counts: "np.ndarray") -> pd.DataFrame:
    """Write counts as a table in the long form; who is counted is in one cell only."""
    places = np.indices(counts.shape).reshape(len(by), -1)
    table = pd.DataFrame(dict(zip(by, places, strict=True)))
    return table.assign(clients=counts.ravel())
