"""Dutch of what people take along: how a view is offered, and what it says about itself."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

import pandas as pd

from core.disclosure import Level
from core.text import general, opendata, shell

TAKE: Final = "Neem mee"
TAKE_HELP: Final = (
    "Elk bestand toont wat u hier ziet en draagt zijn verantwoording: vraag, keuzes, periode, "
    "definitie, bron, zekerheid en bescherming."
)
FORMATS: Final[Mapping[str, str]] = {
    "png": "Plaatje (PNG)",
    "svg": "Plaatje (SVG)",
    "pptx": "Dia (PPTX)",
    "xlsx": "Cijfers (XLSX)",
    "csv": "Cijfers (CSV)",
}

FIELDS: Final[Mapping[str, str]] = {
    "title": "Pagina",
    "question": "Vraag",
    "finding": "Bevinding",
    "filters": "Keuzes",
    "period": "Periode",
    "definition": "Wat is geteld",
    "source": "Bron",
    "status": "Zekerheid",
    "protection": "Bescherming",
    "made_on": "Gemaakt op",
}
"""What a card says, in the order in which it is read."""

ROW_ABOUT: Final = "Waarover en wanneer"
PROVENANCE: Final = "Verantwoording"
NUMBERS_SHEET: Final = "Cijfers"
CARD_SHEET: Final = "Toelichting"
ELSEWHERE: Final = f"De hele tabel staat in {FORMATS['xlsx']}."
TO_DISCUSS: Final = "Om te bespreken"

NO_CHOICE: Final = "alle gemeenten en alle hulp"
NO_AREA: Final = "geen gemeente of regio gekozen"
AREA: Final = "gemeente of regio"
GROUP: Final = "vergelijkingsgroep"
PART: Final = "onderdeel"
OWN_GROUP: Final = "zelf samengesteld"
OWN_DECLARATIONS: Final = "declaraties"
YEAR_SHOWN: Final = "het jaar staat in de bevinding of de tabel"
AS_PUBLISHED: Final = "Cijfers zoals de uitgever ze telt."
MAY_CHANGE: Final = "Cijfers vanaf {year} zijn voorlopig."
SETTLED: Final = "De uitgever noemt deze cijfers definitief."
STATUS_UNKNOWN: Final = "Of deze cijfers nog veranderen, staat bij de bron."


def filters_said(
    choices: Sequence[tuple[str, str]], on_page: Sequence[tuple[str, str]] = ()
) -> str:
    """Name each choice with what was chosen, those of the page last; says so when all is shown."""
    return _named(choices, NO_CHOICE, on_page)


def area_said(
    name: str, on_page: Sequence[tuple[str, str]] = (), *, own_group: bool = False
) -> str:
    """Name the region of a page of open data, and say when its comparison group was composed."""
    composed = [(GROUP, OWN_GROUP)] if name and own_group else []
    return _named([*([(AREA, name)] if name else []), *composed], NO_AREA, on_page)


def _named(
    choices: Sequence[tuple[str, str]], none: str, on_page: Sequence[tuple[str, str]]
) -> str:
    first = [f"{what}: {value}" for what, value in choices] or [none]
    return "; ".join([*first, *(f"{what}: {value}" for what, value in on_page)])


def declared(title: str, as_of: str) -> str:
    """Name a data set of declarations and the day on which it stands."""
    return f"{title}, stand op {as_of}; latere regels tellen niet mee"


def published(sources: pd.DataFrame) -> str:
    """Name the tables of open data behind a view, with years, licence and day of fetching."""
    return plain(opendata.under(sources).removeprefix("Bron: "))


def years_said(sources: pd.DataFrame) -> str:
    """Name the years of the tables behind a view."""
    if sources.empty:
        return YEAR_SHOWN
    years = general.period(int(sources["first_year"].min()), int(sources["last_year"].max()))
    return f"{years}; {YEAR_SHOWN}"


def sureness(sources: pd.DataFrame, *, fictitious: bool) -> str:
    """Say whether published figures may still change, and whether they are made up."""
    if fictitious:
        return plain(opendata.INVENTED)
    if sources.empty:
        return STATUS_UNKNOWN
    provisional = [int(year) for year in sources["provisional_from"] if year]
    return MAY_CHANGE.format(year=min(provisional)) if provisional else SETTLED


def mentions_own(table: pd.DataFrame) -> bool:
    """Tell whether a table of open data has own declarations beside them, which it then names."""
    words = [*map(str, table.columns), *table.astype(str).to_numpy().ravel()]
    return any(OWN_DECLARATIONS in word for word in words)


def beside_own(words: str, own: str) -> str:
    """Add to what is said of open data what holds for own declarations beside it."""
    return f"{words.rstrip('.')}. Waar eigen declaraties staan: {own}"


def counted(basis: str, definition: str) -> str:
    """Say what was counted and what a trajectory and a chain are under the rules in force."""
    first = f"{basis}. " if basis else ""
    return f"{first}Telregels: {definition}."


def with_limits(basis: str, limits: Sequence[str]) -> str:
    """Add to what was counted what the numbers cannot do without, each a sentence or more."""
    return ". ".join([basis, *(plain(limit).rstrip(".") for limit in limits)])


def measured(definition: str) -> str:
    """Give of a definition what was counted, without the rules of counting that follow it."""
    return definition.partition(". ")[0].rstrip(".")


def protection_said(level: Level) -> str:
    """Name the level and what it does to the numbers."""
    return f"Niveau {general.LEVEL_NAMES[level]}. {shell.protection(level)}"


def why_withheld(protection: str, table: pd.DataFrame) -> str:
    """Add to what protects a table why some of its cells cannot be shown, if there are any."""
    cells = table.astype(str).to_numpy().ravel()
    is_withheld = any(general.percent(None) in cell for cell in cells)
    return f"{protection} {general.WHY_NOT_SHOWN}" if is_withheld else protection


def plain(words: str) -> str:
    """Write words of the screen without the signs that stand there for a look or for a mark."""
    words = re.sub(r"(?<=: )[\u2713\u2715!] ", "", words)
    bare = re.sub(r"(?<![\w])[*_]{1,2}(?=\S)|(?<=\S)[*_]{1,2}(?![\w])", "", words)
    return re.sub(r"\\([\[\]<>$*_~#])", r"\1", bare.lstrip("●◔ ")).strip()


def word_of(address: str) -> str:
    """Write the address of a page as the log names it."""
    return address.replace("-", "_") or "start"
