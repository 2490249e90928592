"""Dutch of exceptions agreed in writing: what each takes out of the count of third starts."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from core.disclosure import share_of
from core.text import general
from core.text.triggers import NOT_SHOWN, ordinal
from core.trajectories.rules import Rules

NAMES: Final[Mapping[str, str]] = {
    "extension": "Verlenging",
    "parallel": "Gelijktijdige hulp",
    "crisis": "Crisis",
    "measures": "Jeugdbescherming of jeugdreclassering",
    "agreed": "Alle aangezette samen",
}
MEANINGS: Final[Mapping[str, str]] = {
    "extension": "Dezelfde hulpvorm bij dezelfde aanbieder als het traject ervoor.",
    "parallel": (
        "Hulp die begint naast eerdere hulp van de reeks. Dit doet alleen iets als gelijktijdige "
        "hulp een volgnummer krijgt."
    ),
    "crisis": "Een declaratieregel van het traject is crisishulp.",
    "measures": "Het traject is een maatregel, of er liep een maatregel op de eerste dag.",
}
TITLE: Final = "Uitzonderingen die schriftelijk zijn afgesproken"
HELP: Final = (
    "Een start die u hier uitzondert, vraagt geen gesprek en telt niet mee in de naleving. Ze "
    "houdt haar plaats in de reeks. Zet alleen aan wat u samen op papier hebt afgesproken."
)
SIBLINGS: Final = (
    "Broers en zussen die samen hulp krijgen, kan de app niet uitzonderen: declaraties zeggen niet "
    "wie bij elkaar hoort."
)
EXCEPTION: Final = "Uitzondering"
BEFORE: Final = "Zonder deze uitzondering"
OUT: Final = "Valt weg"
LEFT: Final = "Blijft over"
RATE_AFTER: Final = "Aandeel met gesprek daarna"
NOTHING: Final = (
    "Er is nog geen uitzondering aangezet; de tabel toont wat elke uitzondering zou doen."
)


def agreed(rules: Rules) -> str:
    """Say which starts were left out by agreement; empty when none are."""
    names = [NAMES[name].lower() for name in rules.exceptions]
    return f"Uitgezonderd, zoals afgesproken: {general.listed(names)}." if names else ""


def question(rules: Rules) -> str:
    """Ask the question of the part."""
    return f"Welke {ordinal(rules)} trajecten vragen geen gesprek, en wat doet dat met de telling?"


def finding(parts: pd.DataFrame, rules: Rules) -> str:
    """Say in one sentence what the agreed exceptions take out of the count."""
    if not rules.exceptions:
        return NOTHING
    cells = _cells(parts, "agreed")
    names = general.listed([NAMES[name].lower() for name in rules.exceptions])
    if cells["excepted"] is None or cells["whole"] is None:
        return f"Wat de afgesproken uitzonderingen ({names}) weglaten, is te klein om te tonen."
    return (
        f"Door de afgesproken uitzonderingen ({names}) vallen {general.number(cells['excepted'])} "
        f"van de {general.number(cells['whole'])} {ordinal(rules)} of latere trajecten weg."
    )


def table(parts: pd.DataFrame, rules: Rules) -> pd.DataFrame:
    """Write for each exception alone, and for the agreed ones together, the count before and after.

    Where one part is hidden only the whole is left, so that nothing can be subtracted.
    """
    shown = [name for name in NAMES if name != "agreed" or rules.exceptions]
    there = set(parts["exception"])
    return pd.DataFrame([_row(parts, name) for name in shown if name in there])


def _row(parts: pd.DataFrame, name: str) -> dict[str, str]:
    cells = _cells(parts, name)
    whole, out = cells["whole"], cells["excepted"]
    left = None if whole is None or out is None else whole - out
    with_talk, without = cells["evaluated"], cells["not_evaluated"]
    rated = None if with_talk is None or without is None else with_talk + without
    return {
        EXCEPTION: NAMES[name],
        BEFORE: general.count(whole),
        OUT: NOT_SHOWN if out is None else general.number(out),
        LEFT: NOT_SHOWN if left is None else general.number(left),
        RATE_AFTER: general.percent(share_of(with_talk, rated)),
    }


def _cells(parts: pd.DataFrame, name: str) -> dict[str, int | None]:
    """Give the published parts of one exception, and their whole."""
    rows = parts[parts["exception"] == name]
    cells = dict(zip(rows["part"], rows["thirds"], strict=True))
    told: dict[str, int | None] = {
        part: None if pd.isna(cells.get(part, 0)) else int(cells.get(part, 0))
        for part in ("excepted", "evaluated", "not_evaluated", "unknown")
    }
    whole = rows["whole"].iloc[0] if len(rows) else pd.NA
    return told | {"whole": None if pd.isna(whole) else int(whole)}
