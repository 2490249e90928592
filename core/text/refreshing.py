"""Dutch round refreshing open data: on the page and on the command line."""

from datetime import date
from typing import Final

import pandas as pd

from core.text import general, opendata

HELP: Final = "open data ophalen"
HELP_REFRESH: Final = "alle tabellen ophalen naar een nieuwe map, met de dag als naam"
ACTION: Final = "handeling"
TITLE: Final = "Bronnen van open data"
SOURCES: Final = "Bronnen"
DATA: Final = "De cijfers zelf"
REFRESH: Final = "Verversen"
ABSENT: Final = "Niet gelukt"
ABSENT_TITLE: Final = "Tabellen die er niet zijn"
BREAKS: Final = "Trendbreuken"
RECORDED: Final = "Nagekeken cijfers"
ABOUT: Final = (
    "Bij de pagina's onder *In beeld* horen open data van CBS, DUO en PDOK. Iedereen mag ze "
    "gebruiken en narekenen."
)
DOWNLOAD_SOURCES: Final = "Download de lijst (CSV)"
DOWNLOAD_FIGURES: Final = "Download deze cijfers (CSV)"
DOWNLOAD_PAPER: Final = "Download de uitleg (witboek)"
PAPER: Final = "open-data.md"
SOURCES_CSV: Final = "bronnen.csv"
TOPIC: Final = "Onderwerp"
START: Final = "Ververs open data"
STOP: Final = "Stop met verversen"
ASK: Final = (
    "Met deze knop vraagt de app tabellen op bij CBS, DUO en PDOK. Daarbij gaat niets van uw eigen "
    "gegevens naar buiten. Dit duurt meestal tien tot dertig minuten; u kunt gewoon verder werken."
)
STOPPED: Final = "Het verversen is gestopt. De open data die u had, zijn er nog."
TOO_LONG: Final = "Het verversen duurde te lang en is gestopt. Probeer het later opnieuw."
STOPPING: Final = "Het verversen stopt na de tabel die nu wordt opgehaald."
FILES: Final = "scholen en grenzen"
WRITING: Final = "opschrijven"
USE_WHICH: Final = "Welke open data gebruikt u?"
NOT_HERE: Final = "Verversen doet wie de app beheert."
RECORDED_CSV: Final = "nagekeken-cijfers.csv"
RECORDED_ABOUT: Final = (
    "Dit zijn echte cijfers, overgenomen uit publicaties en nagekeken. Ze horen niet bij de "
    "verzonnen gemeenten en staan nergens in een figuur. Met deze cijfers controleren wij de "
    "rekenregels van de app."
)
STEPS: Final = {"files": FILES, "write": WRITING}


def progress(step: str) -> str:
    """Say which table is at hand."""
    return f"Bezig met {STEPS.get(step, f'tabel {step}')}" if step else "Begonnen"


def in_use(name: str) -> str:
    """Say which edition is in use."""
    return f"In gebruik: **{name}**."


def coming(day: date) -> str:
    """Say when the next publication is due."""
    return (
        f"Het CBS publiceert twee keer per jaar over jeugdzorg. De volgende keer is rond "
        f"{general.day(day)}."
    )


def contents(rows: int, topic: str) -> str:
    """Say how many figures there are of a topic, and how the file calls it."""
    return (
        f"{general.number(rows)} cijfers, in het bestand onder *{topic}*. Leeg is onbekend, niet "
        "nul."
    )


def done(edition: str, came: int, not_came: int) -> str:
    """Say what a refresh brought: '43 tabellen opgehaald, 3 niet'."""
    missing = f"; {not_came} niet, zie *{ABSENT_TITLE}*" if not_came else ""
    return f"{opendata.edition_name(edition)}: {came} bronnen opgehaald{missing}."


def summary(name: str, sources: pd.DataFrame, absent: pd.DataFrame) -> str:
    """Write what came and what did not, for the command line; ``name`` is the folder."""
    came = opendata.sources_table(sources).to_dict("records")
    missing = opendata.absent_table(absent).to_dict("records")
    lines = [
        f"Opgehaald naar {name}: {len(came)} bronnen.",
        *(f"  {r['Tabel']}  {r['Jaren']}  {r['Cijfers']} cijfers  {r['Titel']}" for r in came),
        f"Niet gelukt: {len(missing)}.",
        *(f"  {r['Tabel']}  {r['Gaat over']}  {r['Jaar']}: {r['Waarom niet']}" for r in missing),
    ]
    return "\n".join(lines) + "\n"
