"""Dutch of the register of talks: the list, the form, and what was recorded."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

import pandas as pd

from core.complements import hide_second
from core.disclosure import share_of, total_of
from core.text import general
from core.text.kept import moment
from core.text.talk_words import CONCLUSIONS, PARTIES, YOUTH_PRESENT, parties
from core.text.triggers import written
from core.trajectories.calendar import date_of
from core.trajectories.rules import Rules

QUESTION: Final = "Welke gesprekken zijn er gevoerd, wie waren erbij en wat kwam eruit?"
TALKS: Final = "Gesprekken"
YOUTH: Final = "Was de jeugdige erbij?"
CONCLUSION: Final = "Uitkomst"
PARTY: Final = "Wie waren er nog meer bij?"
DATE: Final = "Datum van het gesprek"
SHARE: Final = "Aandeel"
NONE: Final = "Er zijn nog geen gesprekken aangeleverd."
COUNT_NOTE: Final = (
    "Dit zijn alle gesprekken die zijn aangeleverd of vastgelegd, ook van buiten de gekozen "
    "periode. Bij één gesprek kunnen meer partijen zitten."
)
NO_PARTIES: Final = "Wie er nog meer bij waren, is (bijna) niet ingevuld."
ONLY_FORM: Final = (
    "Er zijn alleen gesprekken via het formulier. Een start zonder vastgelegd gesprek telt dan als "
    "‘zonder gesprek vooraf’, ook als er vroeger wel een gesprek was dat niemand vastlegde."
)

FILE_TITLE: Final = "Een lijst met gesprekken inlezen"
FILE: Final = "Kies een CSV met pseudoniem, datum en als u wilt jeugdige erbij, uitkomst, partijen"
FILE_HELP: Final = (
    "Jeugdige erbij: ja, nee of onbekend. Uitkomst: hulp afronden, lichtere hulp, verder met "
    "dezelfde hulp, andere aanpak, zwaardere hulp of onbekend. Partijen: een aantal, of rollen met "
    "een + ertussen. De Engelse koppen van evaluations.csv mogen ook. Geen namen en geen vrije "
    "tekst. Gebruik dezelfde pseudoniemen als in de declaraties. Deze lijst vervangt een lijst die "
    "u hier eerder inlas."
)
READ: Final = "Lees deze lijst in"
EMPTY_LIST: Final = (
    "In deze lijst staat geen enkel gesprek. Er is niets veranderd: een lijst die u eerder inlas, "
    "telt nog mee."
)
LASTS: Final = "De gesprekken blijven bewaard bij deze gegevens en worden samen ermee gewist."
NOT_LASTING: Final = (
    "Deze gegevens zijn niet bewaard. De gesprekken blijven daarom alleen in dit browservenster."
)

FORM_TITLE: Final = "Een gesprek vastleggen"
FORM_HELP: Final = (
    "Alleen keuzes uit een lijst: er is geen veld om iets over een jeugdige te typen."
)
SAVE: Final = "Leg het gesprek vast"
SAVED: Final = "Het gesprek is vastgelegd. De telling is bijgewerkt."
TWICE: Final = (
    "Er is niets vastgelegd: van deze dag staat al een gesprek bij deze reeks. Verbeteren kan op "
    "het tabblad Gesprekken."
)
ENTRIES: Final = "Vastgelegde gesprekken"
NO_ENTRIES: Final = "Via het formulier is nog niets vastgelegd."
WHICH: Final = "Welk gesprek?"
REMOVE: Final = "Verwijder dit gesprek"
CORRECT: Final = "Bewaar de verbetering"
REMOVED: Final = "Het gesprek is verwijderd. De telling is bijgewerkt."
NUMBER: Final = "Nr"
CHOOSE_PARTIES: Final = "Kies een of meer rollen"
IN_LIST: Final = "Reeks op de werklijst"
FITTING_HIDDEN: Final = (
    "Van hoeveel gesprekken het pseudoniem onbekend is, is niet te tonen. Een gesprek met een "
    "onbekend pseudoniem telt nergens mee."
)
WRONG_KEY: Final = (
    "Zijn dat er veel? Kijk dan of de pseudoniemen met dezelfde sleutel zijn gemaakt."
)
RECORDED_AT: Final = "Vastgelegd op"
RECORDED_BY: Final = "Door"


def wrong_day(first: date, last: date) -> str:
    """Say that a talk cannot be on a day, and that nothing was kept."""
    return (
        f"Er is niets vastgelegd: kies een datum van {general.day(first)} tot en met "
        f"{general.day(last)}."
    )


def counts_until(rules: Rules) -> str:
    """Say up to which day a talk counts with these data."""
    last = general.day(date_of(rules.as_of))
    return f"Met deze gegevens telt een gesprek tot en met {last} mee; een later gesprek wacht."


def read_told(number: str) -> str:
    """Say that a list was read."""
    talks = "gesprek" if number == "1" else "gesprekken"
    return f"De lijst is ingelezen: {number} {talks}. De telling is bijgewerkt."


def finding(youth: pd.DataFrame) -> str:
    """Say in one sentence how many talks there are, and at how many the young person was."""
    whole = total_of(youth, "talks")
    cells = dict(zip(youth["youth_present"], youth["talks"], strict=True))
    if whole is None or not whole or pd.isna(cells.get("yes", pd.NA)):
        return "Er zijn te weinig gesprekken om te zeggen hoe vaak de jeugdige erbij was."
    present = general.percent(share_of(int(cells["yes"]), whole))
    unknown = general.percent(share_of(int(cells.get("", 0)), whole))
    return (
        f"Bij {present} van de {general.number(whole)} gesprekken was de jeugdige erbij; bij "
        f"{unknown} is dat niet ingevuld."
    )


def fitting(counts: pd.DataFrame) -> str:
    """Say how many talks are about somebody in the data; the others count nowhere."""
    if counts["talks"].isna().any():
        return FITTING_HIDDEN
    cells = dict(zip(counts["fits"], counts["talks"], strict=True))
    known, unknown = (general.count(cells.get(name, 0)) for name in ("yes", "no"))
    return (
        f"Gesprekken met een jeugdige uit deze gegevens: {known}. Met een onbekend pseudoniem: "
        f"{unknown}; die tellen nergens mee. {WRONG_KEY}"
    )


def youth_table(counts: pd.DataFrame) -> pd.DataFrame:
    """Write talks by whether the young person was there."""
    return _table(counts, "youth_present", YOUTH, YOUTH_PRESENT)


def conclusion_table(counts: pd.DataFrame) -> pd.DataFrame:
    """Write talks by conclusion."""
    return _table(counts, "conclusion", CONCLUSION, CONCLUSIONS)


def party_table(counts: pd.DataFrame) -> pd.DataFrame:
    """Write talks by who else was there; one talk may be in several rows."""
    cells = counts.set_index("party")["talks"]
    shown = [code for code in PARTIES if code in cells.index]
    return pd.DataFrame(
        {
            PARTY: [PARTIES[code] for code in shown],
            TALKS: [general.count(cells[code]) for code in shown],
        }
    )


def entries_table(
    rows: Sequence[Mapping[str, object]], numbers: Mapping[object, int]
) -> pd.DataFrame:
    """Write recorded talks with running numbers; ``numbers`` finds a chain on the work list."""
    return pd.DataFrame(
        [
            {
                NUMBER: str(place),
                DATE: day(row["date"]),
                YOUTH: YOUTH_PRESENT[str(row["youth_present"])],
                CONCLUSION: CONCLUSIONS[str(row["conclusion"])],
                PARTY: parties(str(row["parties"])),
                IN_LIST: str(numbers.get(row["client_id"], "–")),
                RECORDED_AT: moment(str(row["recorded_at"])),
                RECORDED_BY: str(row["recorded_by"]),
            }
            for place, row in enumerate(rows, start=1)
        ]
    )


def day(number: object) -> str:
    """Write a day number as a date."""
    return general.day(date_of(int(str(number))))


def entry(place: int, row: Mapping[str, object]) -> str:
    """Name a recorded talk in a choice."""
    return f"{place}. gesprek van {day(row['date'])}"


def _table(
    counts: pd.DataFrame, column: str, heading: str, labels: Mapping[str, str]
) -> pd.DataFrame:
    cells = counts.set_index(column)["talks"]
    words, whole = written(cells, hide_second(cells)), total_of(counts, "talks")
    shown = [code for code in labels if code in cells.index]
    return pd.DataFrame(
        {
            heading: [labels[code] for code in shown],
            TALKS: [words[code] for code in shown],
            SHARE: [general.percent(share_of(cells[code], whole)) for code in shown],
        }
    )
