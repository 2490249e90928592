"""Dutch that all pages share: numbers, dates, names of things, and the words round a page."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

import pandas as pd

from core.disclosure import MINIMUM_PERSONS

APP: Final = "Trajectzicht"
LEAST: Final = str(MINIMUM_PERSONS)
"""From how many persons a number is shown, by the policy in force."""

FEW: Final = f"<{LEAST}"
WHEN_EUROS: Final = (
    f"Bedragen staan er alleen als ten minste {LEAST} jeugdigen en drie aanbieders er deel aan "
    "hebben, en niet één of twee van hen bijna alles."
)
UNKNOWN: Final = "niet geleverd"
SMALLEST_SHARE: Final = 0.005
"""Below this a share rounds to 0%."""

LEVEL_NAMES: Final[Mapping[str, str]] = {
    "openbaar": "Openbaar",
    "raad": "Raad en toezicht",
    "tafel": "Tafel",
    "eigen": "Eigen organisatie",
    "analist": "Analist",
}

STATUS_NAMES: Final[Mapping[str, str]] = {
    "running": "loopt nog",
    "ended": "gestopt",
    "too_recent": "te recent om te weten",
    "unknown_end": "einde onbekend",
}

STEP_NAMES: Final[Mapping[str, str]] = {
    "first": "eerste",
    "up": "zwaarder",
    "same": "gelijk",
    "down": "lichter",
    "beside": "ernaast",
    "unranked": "niet op de ladder",
    "administrative": "alleen op papier",
}

MONTHS: Final = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)

NUMBER: Final = re.compile(r"\d+")
LONGEST_NUMBER: Final = 9

NO_DATA_YET: Final = "Er zijn nog geen gegevens geladen."
GO_TO_START: Final = "Naar Start: open de voorbeeldregio"
GO_TO_DATA: Final = "Naar Gegevens inlezen"
TOO_FEW: Final = (
    f"er zijn te weinig jeugdigen (minder dan {LEAST}), of een ander getal is er anders uit te "
    "herleiden"
)
"""Why a number is not shown, as the end of a sentence."""

NOTHING_TO_SHOW: Final = (
    f"Bij deze keuze is hier niets te tonen: er is niets dat meetelt, {TOO_FEW}. "
    "Kies een ruimere periode of alle gemeenten, of lees meer gegevens in. Op het niveau van uw "
    "eigen organisatie staan ook kleine aantallen."
)
WHY_FEW: Final = (
    f"‘{FEW}’: minder dan {LEAST} jeugdigen, of weggelaten omdat een ander getal er anders uit te "
    "herleiden is."
)
WHY_NOT_SHOWN: Final = (
    f"‘Niet te tonen’: dit gaat over minder dan {LEAST} jeugdigen of te weinig aanbieders, of een "
    "ander getal is er anders uit te herleiden."
)
QUESTIONS_TITLE: Final = "Het gesprek"
QUESTIONS: Final[Mapping[str, str]] = {
    "recognise": "Herkennen: zien wij dit ook in de praktijk?",
    "explain": "Verklaren: waardoor kan dit komen?",
    "value": "Waarderen: wat vinden wij hiervan?",
    "improve": "Verbeteren: wat spreken wij af?",
}
NOTES_STAY: Final = (
    "Wat u hier opschrijft, blijft alleen in dit browservenster staan tot u het sluit."
)
TABLE_OF: Final = "Toon de cijfers als tabel"
DIFFERENCES: Final = "Een verschil is een vraag voor het gesprek, geen oordeel en geen oorzaak."


def number(value: float | None) -> str:
    """Write a whole number as 1.234."""
    return FEW if value is None or pd.isna(value) else f"{round(value):,}".replace(",", ".")


def why_hidden(cells: Iterable[str]) -> str:
    """Say of the cells of a table why some are hidden; empty where none is."""
    told = list(cells)
    is_few = any(FEW in cell for cell in told)
    is_withheld = any(percent(None) in cell for cell in told)
    return " ".join([WHY_FEW] * is_few + [WHY_NOT_SHOWN] * is_withheld)


def count(published: object) -> str:
    """Write a published count: 1.234, or ``FEW`` when it was left out."""
    if published is None or bool(pd.isna(published)):  # type: ignore[call-overload]
        return FEW
    return number(float(str(published)))


def decimal(value: float | None, places: int = 1) -> str:
    """Write a number with a decimal comma: 1.234,5; a dash when it is missing."""
    if value is None or pd.isna(value):
        return "–"
    return f"{value:,.{places}f}".translate(str.maketrans(",.", ".,"))


def percent(share: float | None, places: int = 0) -> str:
    """Write a share (0 to 1) as 41%, or 'niet te tonen' when a part of it was left out.

    A share that would round to nothing is <1%: somebody is there.
    """
    if share is None or pd.isna(share):
        return "niet te tonen"
    if not places and 0 < share < SMALLEST_SHARE:
        return "<1%"
    return f"{decimal(share * 100, places)}%"


def between(low: float, high: float) -> str:
    """Write the bounds of a share: '39% tot 43%'."""
    return f"{percent(low)} tot {percent(high)}"


def euros(cents: float | None, places: int = 0) -> str:
    """Write cents as € 1.234 (or € 1.234,56), or 'niet te tonen' when they were left out."""
    if cents is None or pd.isna(cents):
        return "niet te tonen"
    sign = "-" if cents < 0 else ""
    return f"{sign}€ {decimal(abs(cents) / 100, places)}"


def day(value: date) -> str:
    """Write a date as 31-12-2024."""
    return f"{value:%d-%m-%Y}"


def days(value: float | None) -> str:
    """Write a number of days: '1 dag', '40 dagen', or a dash when it is missing."""
    if value is None or pd.isna(value):
        return "–"
    whole = decimal(value, 0 if float(value).is_integer() else 1)
    return f"{whole} dag" if value == 1 else f"{whole} dagen"


def period(first_year: int, last_year: int) -> str:
    """Write calendar years: '2021' or '2021 t/m 2024'."""
    return str(first_year) if first_year == last_year else f"{first_year} t/m {last_year}"


def quarter(number_of_quarter: int) -> str:
    """Write a quarter number (4 * year + quarter - 1) as '2024 kw 3'."""
    year, place = divmod(number_of_quarter, 4)
    return f"{year} kw {place + 1}"


def listed(words: list[str], last: str = "en") -> str:
    """Join words as people do: 'a, b en c'."""
    return (
        f" {last} ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)
    )


def in_order(words: str) -> str:
    """Give what words are sorted by: 'aanbieder 3' stands before 'aanbieder 12'."""
    return NUMBER.sub(lambda digits: digits[0].zfill(LONGEST_NUMBER), words)


def column_in_order(cells: "pd.Series[str]") -> "pd.Series[str]":
    """Give what rows are sorted by (``key`` of ``sort_values``): words by ``in_order``."""
    return cells.map(lambda cell: in_order(cell) if isinstance(cell, str) else cell)


def table_in_order(rows: Sequence[Mapping[str, str]], *headings: str) -> pd.DataFrame:
    """Write rows of text as a table, in order of the words below some headings."""

    def place(row: Mapping[str, str]) -> list[str]:
        return [in_order(row[heading]) for heading in headings]

    ordered = sorted(rows, key=place)
    return pd.DataFrame(ordered)


def filled(label: str) -> str:
    """Show text as it was delivered, and say it when there was none."""
    return label or UNKNOWN


def literal(words: str) -> str:
    """Write text that came from a file or a field so that no sign in it becomes a picture or link.

    A picture could ask another server for something.
    """
    return words.replace("[", "\\[")
