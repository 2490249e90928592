"""Dutch of the quality labels: a word with a sign, and one sentence on what it means."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from core.text import general

WORDS: Final[Mapping[str, str]] = {"good": "✓ goed", "mind": "! let op", "weak": "✕ zwak"}
"""A mark is read, not seen: colour may stand beside it and never instead of it."""

TOPIC_NAMES: Final[Mapping[str, str]] = {
    "duration": "Duur",
    "order": "Volgorde",
    "referrer": "Verwijzer",
    "money": "Bedragen",
    "volume": "Hoeveelheid hulp",
    "sides": "Beide kanten",
    "freshness": "Actualiteit",
}

LACKING: Final[Mapping[str, str]] = {
    "duration": "{share} van de trajecten heeft geen stopdatum: de duur is een ondergrens.",
    "order": (
        "Van {share} van de regels is alleen de datum van declareren bekend: die regels tellen "
        "niet mee in de volgorde."
    ),
    "referrer": "Bij {share} van de trajecten is de verwijzer niet geleverd.",
    "money": "{share} van de regels heeft geen bedrag: de totalen zijn een ondergrens.",
    "volume": "Bij {share} van de regels is niet geleverd hoeveel hulp het was.",
    "sides": (
        "{share} van de regels staat maar bij één kant, of met een ander bedrag: daarover zijn "
        "gemeente en aanbieder het nog niet eens."
    ),
    "alone": (
        "{share} van alle regels, over alle gemeenten en jaren, is niet door beide kanten gelijk "
        "geleverd. Over die regels is nog niet te zeggen of gemeente en aanbieder het eens zijn."
    ),
    "freshness": (
        "{share} van de regels begint na de peildatum en telt niet mee: die maanden zijn nog niet "
        "compleet."
    ),
}
"""What a share that lacks something means for what people read."""

ABSENT: Final[Mapping[str, str]] = {
    "duration": "Vrijwel geen traject heeft een stopdatum: over de duur is niets te zeggen.",
    "order": (
        "Van vrijwel alle regels is alleen de datum van declareren bekend: een volgorde is er niet."
    ),
    "referrer": "De verwijzer is niet of nauwelijks geleverd.",
    "money": "Er zijn vrijwel geen bedragen geleverd.",
    "volume": "Er is niet of nauwelijks geleverd hoeveel hulp het was.",
    "sides": (
        "Van vrijwel geen regel hebben gemeente en aanbieder hetzelfde geleverd. Lees de bestanden "
        "van beide kanten in om ze naast elkaar te leggen."
    ),
    "freshness": "Vrijwel alle regels beginnen na de peildatum.",
}

COMPLETE: Final[Mapping[str, str]] = {
    "duration": "Alle trajecten die stopten, hebben een stopdatum.",
    "order": "Van alle regels is bekend wanneer de hulp begon.",
    "referrer": "Bij alle trajecten is de verwijzer geleverd.",
    "money": "Alle regels hebben een bedrag.",
    "volume": "Bij alle regels is geleverd hoeveel hulp het was.",
    "sides": "Over alle regels zijn gemeente en aanbieder het eens.",
    "freshness": "Geen enkele regel begint na de peildatum.",
}

RARE: Final = f"Er ontbreekt iets bij minder dan {general.LEAST} jeugdigen."
HIDDEN: Final = "Er zijn te weinig jeugdigen om te tonen hoe volledig dit is."

TITLE: Final = "Kwaliteit van de gegevens per onderwerp"
TOPIC: Final = "Onderwerp"
MARK: Final = "Oordeel"
WHY: Final = "Waarom"
HELP: Final = (
    "Goed: bij hoogstens 5% ontbreekt iets. Let op: bij hoogstens 20%. Zwak: bij meer dan 20%. "
    "Een oordeel gaat over de gegevens, niet over de hulp of over wie ze leverde."
)


def word(mark: str) -> str:
    """Write a mark: its sign and its word."""
    return WORDS[mark]


def sentence(topic: str, share: float | None, *, is_rare: bool) -> str:
    """Say what the share that lacks something means; None may not be shown.

    The topic ``alone`` is sides of which most is known to one of them only.
    """
    if share is None:
        return RARE if is_rare else HIDDEN
    if share == 1.0:
        return ABSENT[topic]
    return LACKING[topic].format(share=general.percent(share)) if share else COMPLETE[topic]


def beside(rows: pd.DataFrame, topic: str) -> str:
    """Write the label that stands beside a picture about a topic: name, word and sentence."""
    [row] = rows[rows["topic"] == topic].to_dict("records")
    return f"{TOPIC_NAMES[topic]}: {row['word']}. {row['sentence']}"


def label_table(rows: pd.DataFrame) -> pd.DataFrame:
    """Write all labels as a table to read and print."""
    return pd.DataFrame(
        {
            TOPIC: rows["topic"].map(TOPIC_NAMES),
            MARK: rows["word"],
            WHY: rows["sentence"],
        }
    )
