"""The comparison group of a municipality: who fits its composition, and who of those is near."""

from typing import Final

import pandas as pd

from core.benchmark.characteristics import characteristics_of, standardise
from core.benchmark.compositions import Composition, composition_of
from core.benchmark.kept import kept
from core.benchmark.neighbours import find_neighbours
from core.opendata.shelf import Shelf, regions_of

START_NUMBER: Final = 10
"""With fewer municipalities of its own size, a start group looks one class up and down."""


def peers_of(shelf: Shelf, area: str, text: str) -> list[str]:
    """List the codes of the comparison group, the nearest first; ``area`` is never in it.

    ``text`` is a composition as a link carries it; empty, or not understood, it gives the start
    group. A region that is no municipality has as peers all others of its kind.
    """
    return list(_peers_of(shelf, area, text))


@kept
def _peers_of(shelf: Shelf, area: str, text: str) -> tuple[str, ...]:
    characteristics = characteristics_of(shelf)
    if area in characteristics.index:
        wanted = composition_for(characteristics, area, text)
        return tuple(find_peers(characteristics, area, wanted))
    regions = regions_of(shelf).sort_values("region")
    kinds = regions.set_index("region")["kind"]
    return tuple(code for code in kinds.index[kinds == kinds.get(area, "")] if code != area)


def composition_for(characteristics: pd.DataFrame, area: str, text: str) -> Composition:
    """Read a composition; without one that is understood, give where a municipality starts."""
    read = composition_of(text)
    return start_composition(characteristics, area) if read is None else read


def start_composition(characteristics: pd.DataFrame, area: str) -> Composition:
    """Compose the start group: of its size class, as urban or one class apart, and nearest.

    Classes that are not known ask nothing.
    """
    size = int(characteristics["size_class"][area])
    urbanity = int(characteristics["urbanity"][area])
    urbanities = tuple(near for near in range(urbanity - 1, urbanity + 2) if 1 <= near <= 5)
    narrow = Composition(
        sizes=(size,) if size else (),
        urbanities=urbanities if urbanity else (),
        nearest=START_NUMBER,
    )
    if len(find_fitting(characteristics, area, narrow)) >= START_NUMBER:
        return narrow
    sizes = tuple(near for near in range(size - 1, size + 2) if 1 <= near <= 8)
    return Composition(
        sizes=sizes if size else (), urbanities=narrow.urbanities, nearest=START_NUMBER
    )


def find_fitting(characteristics: pd.DataFrame, area: str, wanted: Composition) -> list[str]:
    """List who fits every criterion, in order of code; an unknown class fits no criterion."""
    fits = pd.Series(characteristics.index != area, index=characteristics.index)
    criteria = {
        "size_class": wanted.sizes,
        "urbanity": wanted.urbanities,
        "social": wanted.socials,
        "growth_class": wanted.growths,
    }
    for name, values in criteria.items():
        if values:
            fits &= characteristics[name].isin(values)
    return sorted(fits.index[fits])


def find_peers(characteristics: pd.DataFrame, area: str, wanted: Composition) -> list[str]:
    """List the group of a composition: the nearest of who fits first, then own picks."""
    fitting = [] if wanted.only_picks else find_fitting(characteristics, area, wanted)
    number = wanted.nearest or len(fitting)
    near = list(find_neighbours(standardise(characteristics), area, fitting, number)["region"])
    # who cannot be measured still fits when no number was asked
    rest = [] if wanted.nearest else [code for code in fitting if code not in near]
    picks = [code for code in wanted.picks if code in characteristics.index and code != area]
    return list(dict.fromkeys([*near, *rest, *picks]))
