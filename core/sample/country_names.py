"""Invented names for the municipalities and regions of the fictitious country.

A name is two parts of which no place in the Netherlands is made; the tests compare them with the
names that come with the region.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np

FIRST: Final = (
    *("Agger", "Baster", "Bonster", "Dauwer", "Distel", "Dorser", "Egelder", "Fazanten"),
    *("Gagel", "Glinster", "Halster", "Hommel", "Iepel", "Jasker", "Kelper", "Klaproos"),
    *("Korhoen", "Kwartel", "Lavendel", "Libel", "Marter", "Mispel", "Nevel", "Otter"),
    *("Parel", "Plever", "Quinter", "Ransel", "Salie", "Sneeuwuil", "Tarpan", "Tureluur"),
    *("Ulter", "Varen", "Vlonder", "Wezel", "Wulpen", "Zilver", "Zwaluw", "Ijsvogel"),
)
LAST: Final = (
    *("baken", "berken", "broekerveen", "daalwijk", "dreef", "esch", "gaarde", "haarden"),
    *("kampen", "korven", "landen", "marke", "oever", "rijk", "schoor", "stroom"),
)


def invent_names(rng: np.random.Generator, size: int, known: Sequence[str]) -> list[str]:
    """Draw different names, none of them known already; at most 640 can be made."""
    possible = [first + last for first in FIRST for last in LAST]
    free = sorted(set(possible) - set(known))
    return [free[place] for place in rng.permutation(len(free))[:size]]
