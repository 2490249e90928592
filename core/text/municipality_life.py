"""Dutch of the circumstances in which the young people of a municipality grow up."""

from collections.abc import Mapping, Sequence
from typing import Final

import pandas as pd

from core.benchmark.surroundings import Place
from core.text import general
from core.text.municipality import UNKNOWN, YEAR

TITLE: Final = "Hoe jeugdigen opgroeien"
WHAT: Final = "Omstandigheid"
TOPICS: Final[Mapping[str, str]] = {
    "low_income_children": "Kinderen tot 18 in een gezin met een laag inkomen (tot 120% van het "
    "sociaal minimum)",
    "single_parent": "Huishoudens met kinderen met één ouder",
    "benefit": "Huishoudens met een bijstandsuitkering",
    "social_score": "Score van welvaart, opleiding en werk (SES-WOA; 0 is het hele land in 2019)",
}
SCORES: Final = ("social_score",)
"""Topics that are no percentage."""

NOTE: Final = (
    "Dit schetst waar jeugdigen opgroeien. Het zegt niet waardoor er meer of minder hulp is. Wat "
    "gezien deze omstandigheden te verwachten is, staat op *Verwacht en werkelijk*; per wijk staat "
    "het op *Wijken*."
)


def title(name: str) -> str:
    """Write the heading above the circumstances of a region."""
    return f"{TITLE} in {name}"


def table_of(known: pd.DataFrame, places: Sequence[Place]) -> pd.DataFrame:
    """Write the circumstances of a region as a table, those around it beside them."""
    topics = [topic for topic in TOPICS if topic in set(known["topic"])]
    found = known.set_index(["topic", "region"])["value"]
    years = known.drop_duplicates("topic").set_index("topic")["year"]
    columns = {
        place.name: [_words(topic, found.get((topic, place.region))) for topic in topics]
        for place in places
    }
    return pd.DataFrame(
        {
            WHAT: [TOPICS[topic] for topic in topics],
            **columns,
            YEAR: [str(int(years[topic])) for topic in topics],
        }
    )


def _words(topic: str, value: float | None) -> str:
    if value is None or pd.isna(value):
        return UNKNOWN
    return general.decimal(value, 2) if topic in SCORES else general.percent(value / 100, 1)
