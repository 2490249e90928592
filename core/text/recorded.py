"""Dutch of the real figures that were checked: what each is about."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from core.codes import REFERRERS
from core.opendata.topics import TOPICS
from core.text import general, opendata

ONLY_RECORDED: Final[Mapping[str, str]] = {
    "ended_share_by_duration": "Beëindigde trajecten naar duur (%)",
    "referred_share": "Trajecten per verwijzer (%)",
    "started_new": "Begonnen trajecten die nieuw zijn",
    "started_share": "Begonnen trajecten per verwijzer (%)",
    "started_share_by_form": "Begonnen trajecten per vorm (%)",
    "youth_on_reference_day_by_age": "Jeugdigen op een peildatum, naar leeftijd en geslacht",
    "youth_with_help_combined": "Jeugdigen met en zonder verblijf",
}
"""Topics of which only recorded figures exist."""

CATEGORIES: Final[Mapping[str, str]] = {
    "": "alle",
    "all": "alle jeugdzorg",
    "help": "jeugdhulp in natura",
    "no_stay": "zonder verblijf",
    "local_team": "wijkteam",
    "ambulatory": "ambulant",
    "day_care": "daghulp",
    "in_network": "in het netwerk",
    "other_no_stay": "zonder verblijf, niet wijkteam",
    "stay": "met verblijf",
    "foster": "pleegzorg",
    "family": "gezinsgericht",
    "secure": "gesloten",
    "other_stay": "overig verblijf",
    "protection": "jeugdbescherming",
    "supervision": "ondertoezichtstelling",
    "guardianship": "voogdij",
    "probation": "jeugdreclassering",
    "pgb": "pgb",
    "only_no_stay": "alleen zonder verblijf",
    "only_stay": "alleen met verblijf",
    "both": "met en zonder verblijf",
    "M": "jongens",
    "1-2j": "1 tot 2 jaar",
    "2-3j": "2 tot 3 jaar",
    "3-4j": "3 tot 4 jaar",
    "4j+": "4 jaar of langer",
    "0-3m": "minder dan 3 maanden",
    "3-6m": "3 tot 6 maanden",
    "6-12m": "6 tot 12 maanden",
    "0-4": "0 tot 4 jaar",
    "4-12": "4 tot 12 jaar",
    "12-18": "12 tot 18 jaar",
    "18-23": "18 tot 23 jaar",
}
STATUSES: Final[Mapping[str, str]] = {
    "definitive": "definitief",
    "revised": "nader voorlopig",
    "provisional": "voorlopig",
    "estimated": "geschat",
}


def figures_table(figures: pd.DataFrame) -> pd.DataFrame:
    """Write recorded figures (``RECORDED_FIGURES``) as people read them, in order of topic."""
    topics = {**opendata.TOPIC_NAMES, **ONLY_RECORDED}
    rows = figures.assign(named=figures["topic"].map(topics))
    rows = rows.sort_values(["named", "region", "period", "category"])
    return pd.DataFrame(
        {
            "Onderwerp": rows["named"],
            "Gebied": rows["name"],
            "Periode": rows["period"].map(period),
            "Onderdeel": rows["category"].map({**CATEGORIES, **REFERRERS}),
            "Cijfer": [
                _number(value, _unit(topic))
                for value, topic in zip(rows["value"], rows["topic"], strict=True)
            ],
            "Status": rows["status"].map(STATUSES),
            "Tabel": rows["source"],
            "Gelezen in": rows["publication"],
        }
    ).reset_index(drop=True)


def period(published: str) -> str:
    """Write a period as people do: '2023', '1e halfjaar 2023' or '30-06-2023'."""
    year, rest = published[:4], published[4:]
    if rest.startswith("HJ"):
        return f"{int(rest[2:])}e halfjaar {year}"
    return year if rest == "JJ00" else "-".join(reversed(published.split("-")))


def _unit(topic: str) -> str:
    return TOPICS[topic].unit if topic in TOPICS else ("percent" if "_share" in topic else "")


def _number(value: float, unit: str) -> str:
    if pd.isna(value):
        return "niet gepubliceerd"
    if unit == "percent":
        return f"{general.decimal(value)}%"
    if unit == "euros":
        return general.euros(value * 100)
    return general.decimal(value, 0 if float(value).is_integer() else 2)
