"""Product codes in the artificial region: which code a provider declares for a kind of help."""

from typing import Final

import numpy as np

from core.products import product_of
from core.sample.care import HELPS, LABELS, STAY_LVB
from core.sample.draws import Ints
from core.sample.providers import CODES

PRODUCTS: Final = (*(help_.product for help_ in HELPS), STAY_LVB[2])


def sector_of(code: str) -> str:
    """Give the sector of a product code; empty for a code that the national list does not know."""
    product = product_of(code)
    return product.sector if product else ""


def _product_numbers() -> Ints:
    numbers = np.repeat(np.arange(len(HELPS))[:, None], len(CODES), axis=1)
    numbers[LABELS.index(STAY_LVB[0]), CODES.index(STAY_LVB[1])] = len(PRODUCTS) - 1
    return numbers


PRODUCT_NUMBERS: Final = _product_numbers()
"""The position in ``PRODUCTS`` for each kind of help (row) and provider (column)."""
