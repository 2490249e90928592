"""Dutch of where live chains stand in the agreement: numbers, and a list for the own side."""

from collections.abc import Callable, Mapping
from typing import Final

import pandas as pd

from core.complements import hide_second
from core.disclosure import total_of
from core.text import general
from core.text.triggers import MUNICIPALITY, NUMBER, ordinal, written
from core.trajectories.calendar import date_of
from core.trajectories.rules import Rules

LABELS: Final[Mapping[str, str]] = {
    "not_yet": "nog niet aan de orde",
    "attention": "aandacht: gesprek niet bekend of nog niet geweest",
    "prepared": "vooraf geregeld: gesprek al geweest",
    "evaluated": "met gesprek begonnen",
    "late_possible": "zonder gesprek begonnen, achteraf kan nog",
    "late": "alsnog geëvalueerd na de start",
    "without": "zonder gesprek begonnen",
    "excepted": "afgesproken uitzondering",
    "unknown": "begonnen; geen gesprekken aangeleverd",
}
STANDING: Final = "Stand"
CHAINS: Final = "Reeksen"
ASKED: Final = ("attention", "late_possible")
KNOWN: Final = ("prepared", "evaluated", "late_possible", "late", "without")
WHICH: Final = "Kies een reeks van de lijst"
NO_LIST: Final = "Er is nu geen reeks waarvoor een gesprek open staat."
LIST_NOTE: Final = (
    "Elke regel is één jeugdige, met een volgnummer in plaats van een pseudoniem. Alleen voor de "
    "eigen organisatie; deel of toon deze lijst niet aan tafel."
)
HIDDEN: Final = (
    f"Bij hoeveel reeksen nu een gesprek open staat, is niet te tonen: {general.TOO_FEW}."
)
TITLE: Final = "Reeksen die nu lopen of net stopten"


def question(rules: Rules) -> str:
    """Ask the question of the part."""
    return f"Hoe staan de reeksen van nu ervoor: moet er vóór het {ordinal(rules)} nog een gesprek?"


def shown_of(rules: Rules, *, has_evaluations: bool) -> list[str]:
    """Name the standings that can occur: without talks nobody knows who kept to the agreement."""
    never = set(() if has_evaluations else KNOWN) | set(("unknown",) if has_evaluations else ())
    never |= set() if rules.exceptions else {"excepted"}
    return [standing for standing in LABELS if standing not in never]


def bars(counts: pd.DataFrame) -> pd.DataFrame:
    """Give published counts their words, in the order in which people read them.

    No rows when every count is hidden: there is nothing to draw.
    """
    ordered = counts.set_index("standing")
    ordered = ordered.loc[[name for name in LABELS if name in ordered.index]].reset_index()
    cells = ordered["chains"]
    words = written(cells, hide_second(cells))
    rows = ordered.assign(label=ordered["standing"].map(LABELS), words=words)
    return rows if cells.notna().any() else rows.iloc[:0]


def finding(counts: pd.DataFrame) -> str:
    """Say in one sentence about how many chains a talk is asked now."""
    asked = counts[counts["standing"].isin(ASKED)]
    number = total_of(asked, "chains")
    if number is None:
        return HIDDEN
    whole = total_of(counts, "chains")
    of = "" if whole is None else f" van de {general.number(whole)}"
    return (
        f"Bij {general.number(number)}{of} reeksen van nu staat een gesprek open: vooraf, of "
        "achteraf omdat het traject al begon."
    )


def note(rules: Rules) -> str:
    """Say which chains these are, and what each standing means."""
    window = general.days(rules.evaluation_window_days)
    return (
        "Het gaat om reeksen waarvan de hulp op de peildatum loopt of ten hoogste "
        f"{general.days(rules.chain_gap_days)} geleden stopte; de periode die u koos doet niet "
        f"mee. Begon in een reeks één {ordinal(rules)} of later traject zonder gesprek, dan blijft "
        f"dat zo. Was er binnen {window} na de start wel een gesprek, dan heet dat alsnog "
        "geëvalueerd. Declaraties tonen geen aanvraag: ‘aandacht’ betekent dat de volgende start "
        f"het {ordinal(rules)} traject zou zijn."
    )


def table(counts: pd.DataFrame) -> pd.DataFrame:
    """Write counts as a table of text."""
    rows = bars(counts)
    return pd.DataFrame({STANDING: rows["label"], CHAINS: rows["words"]})


def worklist_table(rows: pd.DataFrame, name: Callable[[str, str], str]) -> pd.DataFrame:
    """Write live chains as a list with running numbers; no pseudonym is in it."""
    return pd.DataFrame(
        {
            NUMBER: [str(number) for number in range(1, len(rows) + 1)],
            MUNICIPALITY: rows["municipality"].map(lambda code: name("municipality", code)),
            "Hulpvorm": rows["care_form"].map(general.filled),
            "Aanbieder": rows["provider"].map(lambda code: name("provider", code)),
            "Volgnummer": rows["position"].map(general.number),
            "Begonnen": rows["start"].map(lambda day: general.day(date_of(int(day)))),
            "Hulp": rows["status"].map(general.STATUS_NAMES),
            "Dagen hulp": rows["days"].map(general.number),
            STANDING: rows["standing"].map(LABELS),
        }
    )


def choice(number: int, row: Mapping[str, object]) -> str:
    """Name a chain of the list in a choice: its running number and what it is."""
    begun = general.day(date_of(int(str(row["start"]))))
    return f"{number}. {general.filled(str(row['care_form']))}, begonnen {begun}"
