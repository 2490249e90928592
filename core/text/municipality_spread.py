"""Dutch of the spread: where a share lies among those of all regions, and how sure that is."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from core.benchmark.spread import Spread, find_zone, find_zones
from core.text import general

if TYPE_CHECKING:
    import pandas as pd

ZONE_NAMES: Final[Mapping[str, str]] = {
    "lowest": "bij de buitenste 10% van alle {kind}, aan de lage kant",
    "low": "onder de middelste helft van alle {kind}",
    "middle": "in de middelste helft van alle {kind}",
    "high": "boven de middelste helft van alle {kind}",
    "highest": "bij de buitenste 10% van alle {kind}, aan de hoge kant",
}
SHORT_ZONES: Final[Mapping[str, str]] = {
    "lowest": "de laagste 5%",
    "low": "het deel onder de middelste helft",
    "middle": "de middelste helft",
    "high": "het deel boven de middelste helft",
    "highest": "de hoogste 5%",
}
KIND_PLURALS: Final[Mapping[str, str]] = {
    "municipality": "gemeenten",
    "youth_region": "jeugdregio's",
}

STRIP: Final[Mapping[str, str]] = {
    "municipality": "Elke stip is een gemeente; de donkere liggen in dezelfde jeugdregio.",
    "youth_region": "Elke stip is een jeugdregio.",
}
STRIP_NOTE: Final = (
    "Stippen staan op elkaar waar er meer op één plek liggen; de hoogte zegt verder niets. Dit is "
    "geen ranglijst: er staan geen namen en plaatsnummers bij."
)


def strip_label(kind: str) -> str:
    """Say what the dots are, and what they do not say."""
    return f"{STRIP[kind]} {STRIP_NOTE}"


def zone_of(own: "pd.Series[Any]", spread: Spread | None, kind: str) -> str:
    """Say in words in which zone of all regions of its kind a share lies, and how sure that is."""
    if spread is None:
        return ""
    zone = find_zone(own["share"], spread)
    among = ZONE_NAMES[zone].format(kind=KIND_PLURALS[kind])
    doubtful = zone != "middle" and "middle" in find_zones(own["low"], own["high"], spread)
    return f"{among}, al kan dat toeval zijn" if doubtful else among


def doubt(own: "pd.Series[Any]", spread: Spread | None, kind: str) -> str:
    """Say how sure the share is, and which zones it may lie in by chance."""
    sure = (
        "Toeval speelt mee: met 95% zekerheid ligt het aandeel tussen "
        f"{general.percent(own['low'], 1)} en {general.percent(own['high'], 1)}"
    )
    if spread is None:
        return f"{sure}. Er zijn te weinig {KIND_PLURALS[kind]} om de spreiding te laten zien."
    return (
        f"{sure}; dat is {_reach(own, spread)}. Alle {general.number(spread.regions)} bekende "
        f"{KIND_PLURALS[kind]} liggen tussen {general.percent(spread.least, 1)} en "
        f"{general.percent(spread.most, 1)}, de middelste helft tussen "
        f"{general.percent(spread.bounds[1], 1)} en {general.percent(spread.bounds[2], 1)}."
    )


def _reach(own: "pd.Series[Any]", spread: Spread) -> str:
    """Name the zones that an interval reaches."""
    zones = find_zones(own["low"], own["high"], spread)
    if len(zones) == len(ZONE_NAMES):
        return "bijna de hele spreiding, dus dit aandeel zegt hier weinig"
    first, last = SHORT_ZONES[zones[0]], SHORT_ZONES[zones[-1]]
    return f"in {first}" if len(zones) == 1 else f"van {first} tot en met {last}"


def around(shares: "pd.Series[Any]", name: str) -> str:
    """Say between which shares the municipalities of a youth region lie; empty without any."""
    known = shares.dropna()
    if len(known) < 2:
        return ""
    return (
        f"De gemeenten van {name} liggen tussen {general.percent(known.min(), 1)} en "
        f"{general.percent(known.max(), 1)}."
    )
