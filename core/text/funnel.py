"""Dutch of the part Gewone verschillen: a funnel in words, instead of a ranking."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from core.text import general

QUESTION: Final = "Is ons verschil met andere gemeenten groter dan gewone verschillen?"
CHOOSE: Final = "Kijk naar"
MEASURES: Final[Mapping[str, str]] = {
    "help": "jeugdigen met hulp",
    "stay": "hulp met verblijf",
    "protection": "jeugdbescherming",
}
SHARES: Final[Mapping[str, str]] = {
    "help": "Deel van de jeugdigen tot 18 jaar met jeugdhulp in natura",
    "stay": "Deel van de jeugdigen met jeugdhulp dat verblijf heeft",
    "protection": "Deel van de jeugdigen tot 18 jaar met jeugdbescherming",
}
WHOLES: Final[Mapping[str, str]] = {
    "help": "Jeugdigen tot 18 jaar in de gemeente",
    "stay": "Jeugdigen met jeugdhulp in de gemeente",
    "protection": "Jeugdigen tot 18 jaar in de gemeente",
}
PLACES: Final[Mapping[str, str]] = {
    "inside": "binnen de gewone spreiding",
    "edge": "aan de rand van de gewone spreiding",
    "outside": "buiten de gewone spreiding",
}
NAME: Final = "Gemeente"
SHARE: Final = "Deel"
WHOLE: Final = "Van hoeveel jeugdigen"
PLACE: Final = "Ten opzichte van gewone verschillen"
USUAL: Final = "Gewoon bij deze grootte"
OURS: Final = "{name} (wij)"
COUNTRY: Final = "Land"
INNER: Final = "gewone spreiding (95%)"
OUTER: Final = "uiterste grens (99,8%)"
NO_FUNNEL: Final = "Van te weinig gemeenten is dit gepubliceerd om gewone verschillen te tonen."
NOT_KNOWN: Final = "Van {name} is dit cijfer niet gepubliceerd. Dat is onbekend en niet nul."
LIMITS: Final = (
    "De plaats in de trechter zegt niet of iets goed of slecht gaat: gemeenten verschillen ook in "
    "jeugd, armoede en aanbod. Daarover gaat *Verwacht en werkelijk*. Niet gebruiken als ranglijst;"
    " daarom staan er geen plaatsen en staan de namen op alfabet."
)
WHY_NO_SPENDING: Final = (
    "**Waarom geen uitgaven?** De grenzen van deze trechter volgen uit het tellen van jeugdigen: "
    "hoe meer jeugdigen, hoe minder toeval. Euro's zijn geen telling van jeugdigen. Eén dure "
    "plaatsing telt even zwaar als honderd lichte trajecten, en boekingen verschillen. Grenzen "
    "daarvoor zouden een zekerheid tonen die er niet is. Zie daarvoor *Uitgaven sinds 2015*."
)
METHOD_TITLE: Final = "Zo zijn de grenzen berekend"
METHOD: Final = """
Het midden is het deel van alle gemeenten samen. In een kleine gemeente schommelt een deel door
toeval meer dan in een grote; daarom is de trechter links wijd en rechts smal (binomiale grenzen,
Spiegelhalter 2005). Gemeenten verschillen ook meer dan door toeval alleen. Die gewone extra
verschillen meten wij, zonder dat enkele uitschieters dat bepalen (de buitenste 10% aan elke kant
telt niet zwaarder dan de rest), en daarmee verbreden wij de grenzen. {wider}
"""
WIDER: Final = (
    "Bij dit cijfer zijn de grenzen daardoor {times} keer zo wijd als door toeval alleen."
)
NOT_WIDER: Final = "Bij dit cijfer was dat niet nodig: toeval verklaart de verschillen al."


def finding(name: str, row: pd.Series | None, measure: str) -> str:
    """Say whether the share of a municipality lies within ordinary differences (``FUNNEL``)."""
    if row is None:
        return NOT_KNOWN.format(name=name)
    share = f"{SHARES[measure][0].lower()}{SHARES[measure][1:]}"
    size = general.percent(float(row["share"]), 1)
    year = year_words(int(row["year"]), provisional=bool(row["provisional"]))
    said = f"Het {share} was in {year} in {name} {size}: {PLACES[str(row['place'])]}"
    if row["place"] == "inside":
        return f"{said} bij een gemeente van deze grootte."
    side = "hoger" if row["share"] > row["high"] else "lager"
    return f"{said}, {side} dan gewoon is bij een gemeente van deze grootte."


def year_words(year: int, *, provisional: bool) -> str:
    """Write a year, and that its figures may still change."""
    return f"{year} (voorlopig)" if provisional else str(year)


def position(places: "pd.Series[str]") -> str:
    """Say of all municipalities together how many lie where; no one is named."""
    counts = places.value_counts()
    return (
        f"Van de {len(places)} gemeenten liggen er {counts.get('inside', 0)} binnen de gewone "
        f"spreiding, {counts.get('edge', 0)} aan de rand en {counts.get('outside', 0)} erbuiten. "
        f"Ook zonder echte verschillen ligt ongeveer 1 op de 20 aan de rand of erbuiten."
    )


def method(dispersion: float) -> str:
    """Explain the limits, and how much wider than chance alone they are."""
    times = general.decimal(dispersion**0.5)
    return METHOD.format(wider=WIDER.format(times=times) if dispersion > 1 else NOT_WIDER)


def label(year: int, regions: int, *, provisional: bool) -> str:
    """Say what a dot is, of which year, and which dots are named."""
    still = ", voorlopige cijfers" if provisional else ""
    return (
        f"Elke stip is een gemeente in {year}{still} ({regions} gemeenten met een cijfer); naar "
        "rechts staan de grotere. Donkere stippen zijn de vergelijkgroep: hun naam verschijnt als "
        "u een stip aanwijst. De band is de gewone spreiding."
    )


def dots_of(
    placed: pd.DataFrame, names: Mapping[str, str], own: str, peers: list[str]
) -> pd.DataFrame:
    """Add to regions (``FUNNEL``) what the picture says: only we and our peers are named."""
    chosen = set(peers)
    roles = [
        "own" if region == own else "peer" if region in chosen else "other"
        for region in placed["region"]
    ]
    return placed.assign(
        role=roles,
        name=[
            names.get(region, region) if role != "other" else "een andere gemeente"
            for region, role in zip(placed["region"], roles, strict=True)
        ],
        share_words=[general.percent(share, 1) for share in placed["share"]],
        whole_words=[general.number(whole) for whole in placed["whole"]],
        place_words=[PLACES[place] for place in placed["place"]],
    )


def rows_of_dots(dots: pd.DataFrame) -> pd.DataFrame:
    """Write us and our peers in order of name, each with what is ordinary at its size."""
    shown = dots[dots["role"] != "other"].sort_values("name")
    ours = shown[shown["role"] == "own"]
    rows = pd.concat([ours, shown[shown["role"] == "peer"]])
    return pd.DataFrame(
        {
            NAME: [
                OURS.format(name=name) if role == "own" else name
                for name, role in zip(rows["name"], rows["role"], strict=True)
            ],
            SHARE: list(rows["share_words"]),
            WHOLE: list(rows["whole_words"]),
            USUAL: [
                f"{general.percent(low, 1)} tot {general.percent(high, 1)}"
                for low, high in zip(rows["low"], rows["high"], strict=True)
            ],
            PLACE: list(rows["place_words"]),
        }
    )
