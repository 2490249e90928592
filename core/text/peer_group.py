"""Dutch of the part Vergelijkgroep: the criteria, who is in the group, and why they are alike."""

from collections.abc import Callable, Mapping
from typing import Final

import pandas as pd

from core.tables import CHARACTERISTICS
from core.text import general

QUESTION: Final = "Met welke gemeenten vergelijken wij ons, en waarom lijken zij op ons?"
SIZES: Final[Mapping[int, str]] = {
    1: "tot 5.000 inwoners",
    2: "5.000 tot 10.000",
    3: "10.000 tot 20.000",
    4: "20.000 tot 50.000",
    5: "50.000 tot 100.000",
    6: "100.000 tot 150.000",
    7: "150.000 tot 250.000",
    8: "250.000 of meer",
}
URBANITIES: Final[Mapping[int, str]] = {
    1: "zeer sterk stedelijk",
    2: "sterk stedelijk",
    3: "matig stedelijk",
    4: "weinig stedelijk",
    5: "niet stedelijk",
}
SOCIALS: Final[Mapping[str, str]] = {
    "low": "laagste derde",
    "middle": "middelste derde",
    "high": "hoogste derde",
}
GROWTHS: Final[Mapping[str, str]] = {
    "shrink": "krimp",
    "soon": "krimp in zicht",
    "stable": "stabiel",
    "growth": "groei",
}
UNKNOWN: Final = "onbekend"
SIZE: Final = "Grootteklasse"
URBANITY: Final = "Stedelijkheid"
SOCIAL: Final = "Sociale structuur (benadering)"
GROWTH: Final = "Groei of krimp"
NEAREST: Final = "Hoeveel naaste buren"
PICKS: Final = "Zelf erbij kiezen"
ANY: Final = "Alles"
NO_PICKS: Final = "Kies gemeenten"
EVERYBODY: Final = "alle die passen"
START_AGAIN: Final = "Terug naar de startgroep"
SOCIAL_HELP: Final = (
    "Een benadering: alle gemeenten in drie even grote groepen naar hun sociaal-economische score "
    "(SES-WOA van het CBS: welvaart, opleiding en werk). Een officiële indeling bestaat niet meer."
)
GROWTH_HELP: Final = (
    "Berekend met de grenzen die het Rijk gebruikte. Krimp: volgens de prognose in 2040 minstens "
    "12,5% minder inwoners. Krimp in zicht: minstens 2,5% minder. Groei: minstens 2,5% meer, en ook"
    " de afgelopen tien jaar. Anders stabiel."
)
NEAREST_HELP: Final = (
    "Van de gemeenten die aan alle keuzes voldoen, blijven die over die het meest op u lijken."
)
PICKS_HELP: Final = (
    "Deze gemeenten horen altijd bij de groep, ook als ze niet op u lijken. Hoogstens 25."
)
CHARACTERISTIC: Final = "Kenmerk"
OWN: Final = "Wij"
MIDDLE: Final = "Middelste van de groep"
RANGE: Final = "Laagste tot hoogste"
YEAR: Final = "Jaar"
DIFFERENCE: Final = "Verschil"
NAME: Final = "Gemeente"
NEAR: Final = "Hoe sterk lijkt zij op ons"
WHY_TITLE: Final = "Waarom lijken zij op ons?"
MEMBERS_TITLE: Final = "De gemeenten in deze groep"
AXIS: Final = "← minder dan wij · standaardafwijkingen · meer dan wij →"
LABEL: Final = (
    "Elke stip is een gemeente uit de groep. De streep in het midden zijn wij. Eén "
    "standaardafwijking is een gewoon verschil tussen twee willekeurige gemeenten."
)
METHOD: Final = (
    "Elk kenmerk telt even zwaar. Wij meten het verschil in standaardafwijkingen over alle "
    "gemeenten, en nemen daarvan het gemiddelde (wortel van het gemiddelde kwadraat). Inwoners en "
    "adressen tellen in verhouding: twee keer zo groot is overal evenveel verschil. Lijken op deze "
    "kenmerken wil niet zeggen dat de jeugd, de inkoop of het aanbod gelijk is."
)
NOBODY: Final = (
    "Geen enkele gemeente voldoet aan deze keuzes. Haal er een keuze uit, of kies zelf gemeenten."
)
ALIKE: Final = 0.5
UNLIKE: Final = 1.0
"""Distances as ``core.benchmark.neighbours`` has them."""

STEPS: Final = ((0.25, "vrijwel gelijk"), (0.75, "iets"), (1.5, ""), (float("inf"), "veel"))
"""Up to how many standard deviations a difference is called so."""


def _percentage(value: float) -> str:
    """Write a percentage with one decimal; what rounds to nothing has no sign."""
    return f"{general.decimal(round(value, 1) + 0.0)}%"


FORMATS: Final[Mapping[str, Callable[[float], str]]] = {
    "population": general.number,
    "density": general.number,
    "youth": _percentage,
    "social_score": lambda value: general.decimal(value, 2),
    "single_parent": _percentage,
    "low_income_children": _percentage,
    "past": _percentage,
}


def finding(name: str, distances: "pd.Series[float]") -> str:
    """Say how many peers there are and how much they are alike; honest when nobody is near."""
    if distances.empty:
        return NOBODY
    number, near = len(distances), int((distances <= ALIKE).sum())
    far = int((distances > UNLIKE).sum())
    size = "1 gemeente" if number == 1 else f"{number} gemeenten"
    start = f"{name} staat naast {size}"
    known = distances.dropna()
    if known.empty:
        return f"{start}; hoe sterk zij lijken, is niet te meten."
    if far == len(known):
        return f"{start}, maar geen daarvan lijkt echt op {name}. Vergelijk dus voorzichtig."
    if not near:
        return f"{start}: zij lijken er redelijk op, maar geen enkele sterk."
    return f"{start}, waarvan er {near} sterk op haar {'lijkt' if near == 1 else 'lijken'}."


def named(characteristic: str) -> str:
    """Name a characteristic as people read it."""
    return CHARACTERISTICS[characteristic].label


def value_words(characteristic: str, value: float) -> str:
    """Write the value of a characteristic in its unit; unknown when it is missing."""
    return UNKNOWN if pd.isna(value) else FORMATS[characteristic](value)


def difference_words(difference: float) -> str:
    """Say in words how far we lie from the middle of the group, given standard deviations."""
    if pd.isna(difference):
        return UNKNOWN
    size = next(words for bound, words in STEPS if abs(difference) <= bound)
    if size == STEPS[0][1]:
        return size
    side = "hoger bij ons" if difference > 0 else "lager bij ons"
    return f"{size} {side}".strip()


def near_words(distance: float) -> str:
    """Say how much a peer is alike."""
    if pd.isna(distance):
        return "niet te meten: een kenmerk is onbekend"
    if distance <= ALIKE:
        return "sterk"
    return "redelijk" if distance <= UNLIKE else "weinig"


def rows_of_likeness(likeness: pd.DataFrame, years: Mapping[str, int | None]) -> pd.DataFrame:
    """Write each characteristic with our value beside that of the group (``LIKENESS``)."""
    return pd.DataFrame(
        {
            CHARACTERISTIC: [named(name) for name in likeness["characteristic"]],
            YEAR: [str(years.get(name) or "–") for name in likeness["characteristic"]],
            OWN: _written(likeness, "own"),
            MIDDLE: _written(likeness, "middle"),
            RANGE: [
                f"{low} tot {high}"
                for low, high in zip(
                    _written(likeness, "low"), _written(likeness, "high"), strict=True
                )
            ],
            DIFFERENCE: [difference_words(value) for value in likeness["difference"]],
        }
    )


def rows_of_members(members: pd.DataFrame, distances: "pd.Series[float]") -> pd.DataFrame:
    """Write the municipalities of a group (``CHARACTERISTICS``), the most alike first."""
    return pd.DataFrame(
        {
            NAME: list(members["name"]),
            NEAR: [near_words(distance) for distance in distances.reindex(members.index)],
            SIZE: [SIZES.get(size, UNKNOWN) for size in members["size_class"]],
            URBANITY: [URBANITIES.get(urban, UNKNOWN) for urban in members["urbanity"]],
            SOCIAL: [SOCIALS.get(social, UNKNOWN) for social in members["social"]],
            GROWTH: [GROWTHS.get(growth, UNKNOWN) for growth in members["growth_class"]],
        }
    )


def dots_of(apart: pd.DataFrame, characteristics: pd.DataFrame) -> pd.DataFrame:
    """Add to distances of peers (``APART``) what the picture says: label, name and value."""
    pairs = list(zip(apart["region"], apart["characteristic"], strict=True))
    return apart.assign(
        label=[named(name) for _, name in pairs],
        name=[str(characteristics.loc[region, "name"]) for region, _ in pairs],
        words=[value_words(name, characteristics.loc[region, name]) for region, name in pairs],
    )


def own_words(likeness: pd.DataFrame) -> pd.DataFrame:
    """Write our own value of every characteristic, for beside the picture."""
    return pd.DataFrame(
        {
            "label": [named(name) for name in likeness["characteristic"]],
            "words": [f"{OWN}: {words}" for words in _written(likeness, "own")],
        }
    )


def _written(likeness: pd.DataFrame, column: str) -> list[str]:
    pairs = zip(likeness["characteristic"], likeness[column], strict=True)
    return [value_words(name, value) for name, value in pairs]
