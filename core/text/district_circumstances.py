"""Dutch of the part of the page Wijken on the circumstances of the people of a district."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from core.text import general
from core.text.district_map import LINE_BREAK
from core.text.districts import DISTRICT, UNKNOWN, WHOLE

NAMES: Final[Mapping[str, str]] = {
    "education_low": "Laag opgeleid",
    "education_high": "Hoog opgeleid",
    "income_per_person": "Inkomen per inwoner",
    "low_income_households": "Huishoudens met laag inkomen",
}
MEANINGS: Final[Mapping[str, str]] = {
    "education_low": "deel van de volwassenen met basisonderwijs, vmbo of mbo-1",
    "education_high": "deel van de volwassenen met hbo of universiteit",
    "income_per_person": "gemiddeld inkomen per inwoner per jaar",
    "low_income_households": "deel van de huishoudens in de laagste 40% van het land",
}
PICTURES: Final = (
    ("education_low", "education_high"),
    ("income_per_person", "low_income_households"),
)
"""Topics that one picture holds: two, so that figures stay readable on a narrow screen."""

EUROS: Final = ("income_per_person",)
"""Topics in euros; the others are percentages."""

COUNTRY: Final = "Heel het land"
KIND: Final = "Omstandigheid"
FIGURE: Final = "Cijfer"
NOTHING: Final = "Over opleiding en inkomen per wijk is van deze gemeente niets gepubliceerd."
NOTE: Final = (
    "Dit gaat over alle volwassenen en huishoudens in de wijk, niet over de ouders van jeugdigen "
    "met hulp: uit dossiers komt hier niets. Het is achtergrond bij het gesprek; het verklaart "
    "niet waarom een jeugdige hulp heeft."
)
LABEL: Final = (
    "Stip: de wijk. Streep: de hele gemeente. Elk vak heeft een eigen schaal, van de laagste tot "
    "de hoogste wijk van deze gemeente."
)
PANEL: Final = 0.72
"""The part of a panel that is drawn on; the rest keeps numbers away from the next panel."""


def finding(circumstances: pd.DataFrame, names: Mapping[str, str]) -> str:
    """Say between which figures the districts lie, for education and for income."""
    said = [
        f"{phrase} {_bounds(rows)} ({rows['year'].max()})"
        for topic, phrase in (
            ("education_high", "het deel hoog opgeleiden loopt per wijk van"),
            ("low_income_households", "het deel huishoudens met een laag inkomen van"),
        )
        if not (rows := _of(circumstances, topic, names)).empty
    ]
    if not said:
        return NOTHING
    sentence = " en ".join(said)
    return f"{sentence[0].upper()}{sentence[1:]}."


def strip_alternative(circumstances: pd.DataFrame, names: Mapping[str, str]) -> str:
    """Say between which figures the districts of a picture lie, for who cannot see it."""
    told = [
        f"{NAMES[topic]} ({rows['year'].max()}): {_bounds(rows)}"
        for topic in NAMES
        if not (rows := _of(circumstances, topic, names)).empty
    ]
    return f"Per wijk, van laag naar hoog. {'; '.join(told)}."


def table_of_circumstances(circumstances: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """Write each region as a row of text, in the order of ``names``."""
    cells = {
        (row["region"], row["topic"]): written(str(row["topic"]), row["value"])
        for row in circumstances.to_dict("records")
    }
    topics = [topic for topic in NAMES if (circumstances["topic"] == topic).any()]
    years = circumstances.groupby("topic")["year"].max()
    return pd.DataFrame(
        {DISTRICT: list(names.values())}
        | {
            f"{NAMES[topic]} ({years[topic]})": [
                cells.get((region, topic), UNKNOWN) for region in names
            ]
            for topic in topics
        }
    )


def strip_rows(circumstances: pd.DataFrame, names: Mapping[str, str], whole: str) -> pd.DataFrame:
    """Lay out the districts for the strip: a panel a topic, each from its lowest to its highest.

    ``x`` is the place on the strip, counted in panels; ``usual`` that of the municipality (null
    when unknown), which widens the scale. Unknown figures are left out.
    """
    topics = [topic for topic in NAMES if (circumstances["topic"] == topic).any()]
    parts = [
        _panel(_of(circumstances, topic, names), _of(circumstances, topic, {whole: WHOLE}), place)
        for place, topic in enumerate(topics)
    ]
    columns = ["name", "topic", "heading", "words", "x", "usual", "from", "until"]
    return pd.concat(parts)[columns] if parts else pd.DataFrame(columns=columns)


def written(topic: str, value: float) -> str:
    """Write a figure in its own unit; what was not published says so."""
    if pd.isna(value):
        return UNKNOWN
    return general.euros(value * 100) if topic in EUROS else general.percent(value / 100)


def meanings(circumstances: pd.DataFrame) -> str:
    """Say what the figures that are there mean."""
    told = [
        f"{NAMES[topic]}: {MEANINGS[topic]}"
        for topic in NAMES
        if (circumstances["topic"] == topic).any()
    ]
    return f"{'; '.join(told)}."


def _of(circumstances: pd.DataFrame, topic: str, names: Mapping[str, str]) -> pd.DataFrame:
    rows = circumstances[circumstances["topic"] == topic].dropna(subset=["value"])
    named = rows[rows["region"].isin(list(names))]
    return named.assign(name=named["region"].map(dict(names)))


def _panel(rows: pd.DataFrame, usual: pd.DataFrame, place: int) -> pd.DataFrame:
    values = [*rows["value"], *usual["value"]]
    low, high = min(values, default=0.0), max(values, default=0.0)
    width = (high - low) or 1.0
    topic = rows["topic"]

    def at(values: "pd.Series[float]") -> "pd.Series[float]":
        return place + PANEL * (values - low) / width

    return rows.assign(
        heading=[
            f"{NAMES[one]} ({year}){_beside(usual)}"
            for one, year in zip(topic, rows["year"], strict=True)
        ],
        words=[written(one, value) for one, value in zip(topic, rows["value"], strict=True)],
        x=at(rows["value"]),
        usual=float(at(usual["value"]).iloc[0]) if len(usual) else None,
        **{"from": float(place), "until": place + PANEL},
    )


def _beside(usual: pd.DataFrame) -> str:
    if usual.empty:
        return ""
    topic, value = str(usual["topic"].iloc[0]), float(usual["value"].iloc[0])
    return f"{LINE_BREAK}gemeente: {written(topic, value)}"


def _bounds(rows: pd.DataFrame) -> str:
    topic = str(rows["topic"].iloc[0])
    low, high = (written(topic, bound) for bound in (rows["value"].min(), rows["value"].max()))
    return low if low == high else f"{low} tot {high}"
