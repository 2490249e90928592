"""Real figures, taken over from publications and checked: to hold our sums against.

They belong to no edition and stand in no picture, so that nobody mistakes them for the figures of
an invented municipality, or for all there is.
"""

from functools import lru_cache
from pathlib import Path
from typing import Final

import pandas as pd

from core.tables import RECORDED_FIGURES

RECORDED_FILE: Final = Path(__file__).parents[2] / "sample_data" / "recorded.csv"


def recorded_figures(topic: str = "") -> pd.DataFrame:
    """Give the recorded figures (``RECORDED_FIGURES``), of one topic when asked.

    What a publication left out is missing.
    """
    rows = _read()
    chosen = rows[rows["topic"] == topic] if topic else rows
    return chosen.reset_index(drop=True)


@lru_cache(maxsize=1)
def _read() -> pd.DataFrame:
    types = dict.fromkeys(RECORDED_FIGURES, str) | {"year": "int64", "value": "float64"}
    rows = pd.read_csv(RECORDED_FILE, dtype=types, keep_default_na=False, na_values={"value": ""})
    return rows[list(RECORDED_FIGURES)]
