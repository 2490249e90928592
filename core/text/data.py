"""Dutch of the page where files are read: fields, what a file must hold, and what to do next."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from core.protection.cells import CENTS_BASE, LINES_BASE, round_lines, rounded
from core.tables import DECLARATIONS
from core.text import general
from core.text.progress import STEPS
from core.trajectories.calendar import date_of

TITLE: Final = "Gegevens inlezen"
QUESTION: Final = "Welke bestanden hebben we, van wie, over welke periode?"
FILES: Final = "Uw declaratiebestanden"
FILES_HELP: Final = (
    "CSV, Excel (xlsx), Parquet, iJw-berichten (XML) of een ZIP daarvan; meer bestanden mag. Samen "
    "ten hoogste 200 MB en 2 miljoen regels. Voor meer is er de opdrachtregel."
)
MORE_FILES: Final = "Namen en gesprekken erbij (mag, hoeft niet)"
NAMES: Final = "Namen bij codes: een CSV met kind, code, name"
EVALUATIONS: Final = (
    "Evaluatiegesprekken: een CSV met client_id, date en als u wilt youth_present, conclusion, "
    "parties"
)
ENCRYPTED: Final = "Het nummer van de jeugdige: is dit nummer versleuteld?"
YES: Final = "Ja, het is een pseudoniem"
NO: Final = "Nee, of ik weet het niet"
STAYS_HERE: Final = (
    "Uw bestand blijft op deze computer. Het staat alleen tijdens het lezen in een tijdelijke map "
    "en wordt daarna gewist. Sluit u dit venster, dan is alles weg."
)
READ: Final = "Lees in"
READ_AGAIN: Final = "Lees opnieuw in"
COLUMNS_RIGHT: Final = "Het klopt zo"
STARTING: Final = "Het lezen begint."
RAW_MESSAGES: Final = (
    "Maak eerst pseudoniemen, op de computer waar het bestand vandaan komt: python -m core "
    "pseudonymise BESTAND --key-file SLEUTEL --out MAP. Lees daarna het nieuwe bestand hier in."
)

NEXT: Final = "Verder met deze gegevens:"
NEXT_PAGES: Final = ("quality", "rules", "chains", "steps", "triggers", "referrers")
AS_OF_TITLE: Final = "Tot welke dag kijken we?"
CONFIRM: Final = "Bevestig de peildatum"
LEDGER_TITLE: Final = "Waar bleef elke regel?"
LEDGER_HELP: Final = (
    "Gelezen is geaccepteerd, afgewezen en dubbel samen. Het zijn regels, geen jeugdigen. Een "
    "regel die gemeente én aanbieder leveren, is één keer geaccepteerd en één keer dubbel."
)
LEDGER_PROTECTED: Final = (
    "Dit scherm wordt gedeeld. Daarom zijn aantallen regels naar beneden afgerond op honderdtallen "
    "en staat er bij een klein aantal ook een ander niet. Bedragen zijn afgerond op € 1.000. "
    f"{general.WHEN_EUROS} De precieze telling, ook per bestand, krijgt "
    "de eigenaar op de opdrachtregel: python -m core analyse."
)
LEDGER_TOO_NEAR: Final = (
    "Regels en bedragen staan er niet bij: deze levering verschilt te weinig van een eerdere."
)
FEW_LINES: Final = f"minder dan {LINES_BASE}"
NOT_SHOWN: Final = "niet te tonen"
BASIS: Final = "deze pagina telt alle regels van de bestanden"
PER_FILE: Final = "Per bestand"
FINDINGS_TITLE: Final = "Wat viel op?"
NOTHING_FOUND: Final = "Er viel niets op."

MAPPING_TITLE: Final = "Hoe zijn de kolommen gelezen?"
MAPPING_HELP: Final = (
    "Een zekere kolom heeft een naam die de app kent. Een geraden kolom lijkt erop: kijk of het "
    "klopt. Van het nummer van de jeugdige staat hier nooit een voorbeeld."
)
MAPPING_TABLE: Final = "Toon elke kolom"
CORRECT_TITLE: Final = "Een kolom anders lezen"
CORRECT_HELP: Final = (
    "Kies wat een kolom betekent en lees het bestand opnieuw in. Vanaf dan wordt uw keuze "
    "onthouden voor een volgend bestand met dezelfde kolommen. Is het bestand al gewist, kies het "
    "dan hierboven opnieuw."
)
FILE: Final = "Bestand"
COLUMN: Final = "Kolom"
MEANING: Final = "Betekenis"
CHOOSE: Final = "Maak een keuze"
KEEP: Final = "Onthoud deze keuze"
KEPT: Final = "Onthouden. De keuze geldt zodra u het bestand opnieuw inleest."
HOLDS_TITLE: Final = "Wat moet een bestand bevatten?"

MEANING_NAMES: Final[Mapping[str, str]] = {
    **{
        name: DECLARATIONS[name].label
        for name in (
            *("client_id", "municipality", "provider", "care_form", "product", "start", "end"),
            *("allocation", "referrer", "end_reason", "crisis"),
        )
    },
    "amount": "Bedrag",
    "period": "Periode (maand of begin en einde)",
    "year": "Jaar bij de periode",
    "debit_credit": "Debet of credit",
    "reference": "Referentienummer",
    "previous_reference": "Vorig referentienummer",
    "declared_on": "Declaratiedatum",
    "volume": "Volume",
    "unit": "Eenheid",
    "rate": "Tarief",
    "district": "Wijk of buurt",
    "birth_year": "Geboortejaar",
    "sex": "Geslacht",
    "decision": "Status (afgewezen telt niet mee)",
    "scheme": "Regeling (Jeugdwet, Wmo)",
    "": "Niet lezen",
}
"""What a column can mean, in the words of the screen."""

LINES: Final = "Regels"
EUROS: Final = "Euro's"
TOGETHER: Final = "Samen"
WHOLE_FILE: Final = "hele bestand"
CERTAIN: Final = "zeker"
GUESSED: Final = "geraden"
OPTIONAL: Final = "mag"
LEDGER_HEADINGS: Final = (FILE, "Wat", "Gelezen", "Geaccepteerd", "Afgewezen", "Dubbel")
FINDING_HEADINGS: Final = ("Ernst", FILE, LINES, "Melding")
MAPPING_HEADINGS: Final = (FILE, COLUMN, "Gelezen als", "Hoe zeker", "Voorbeelden")
MEANING_HEADINGS: Final = ("Betekenis", "Nodig", "Kolomnamen die de app kent")
SEVERITIES: Final = {"error": "Afgewezen", "warning": "Let op"}
REQUIRED: Final = {
    "client_id": "verplicht",
    "care_form": "verplicht, of een product",
    "product": "verplicht, of een hulpvorm",
    "start": "verplicht, of een periode",
    "end": "verplicht, of een periode",
}
ASKED: Final = (
    *("client_id", "care_form", "product", "start", "end", "period", "municipality", "provider"),
    *("amount", "debit_credit", "referrer", "allocation", "reference", "end_reason", "crisis"),
)
"""The meanings that are explained, most needed first."""


def meaning(name: str) -> str:
    """Name a meaning; files of the app itself have a few that nobody can choose."""
    return MEANING_NAMES.get(name) or DECLARATIONS[name].label


def which_column(name: str, file: str) -> str:
    """Ask which column of a file has a meaning."""
    return f"{file}: welke kolom is “{meaning(name).lower()}”?"


def mapped(guessed: int) -> str:
    """Say how many columns were guessed."""
    if not guessed:
        return "Van elke kolom kent de app de naam. Er is niets geraden."
    columns = "kolom is" if guessed == 1 else "kolommen is"
    return f"Van {general.number(guessed)} {columns} de betekenis geraden. Kijk of die klopt."


def is_it_right(heading: str) -> str:
    """Ask whether a guess is right."""
    return f"Kolom “{heading}” is geraden. Wat betekent die?"


def reading(step: str) -> str:
    """Say what is being done; a step without a name of its own is the file that is read."""
    return STEPS.get(step, f"Het bestand wordt gelezen: {step}" if step else STARTING)


def few(lines: int, fewest: int) -> str:
    """Write a number of lines as a screen may show it: in hundreds where it is shared.

    ``fewest`` is 0 where exact numbers may be seen.
    """
    if not fewest:
        return general.number(lines)
    told = round_lines(lines)
    return FEW_LINES if told is None else f"ruim {general.number(told)}"


def round_euros(cents: int) -> str:
    """Write cents as a shared screen may show them."""
    return general.euros(rounded(pd.Series([cents], dtype=object), CENTS_BASE).item())


def read(lines: str, title: str) -> str:
    """Say which data are open, with their lines as a screen may show them."""
    return f"Geopend: {general.literal(title)}, met {lines} gelezen regels."


def opened(title: str) -> str:
    """Say which data are open, where nothing of their size may be told."""
    return f"Geopend: {general.literal(title)}."


def title_of(names: list[str]) -> str:
    """Name a data set after its files."""
    return names[0] if len(names) == 1 else f"{len(names)} bestanden"


def why_as_of(proposed: int) -> str:
    """Explain the proposed last day."""
    return (
        f"Voorstel: {general.day(date_of(proposed))}. Dat is het einde van de laatste maand die "
        "volledig lijkt: met ten minste 90% van het gewone aantal regels van het half jaar ervoor. "
        "Bij weinig gegevens is het de maand vóór de laatste begindatum."
    )


def confirmed(day: int) -> str:
    """Say which last day was confirmed."""
    return f"Bevestigd: de peildatum is {general.day(date_of(day))}."


def unmatched(share: float, codes: int, places: int) -> str:
    """Say how much of the care has a code that is not in the table, in so many decimals."""
    if not codes:
        return "Elke regel heeft een hulpvorm of een bekende productcode."
    return (
        f"Bij {general.percent(share, places)} van de regels staat de code niet in de landelijke "
        f"tabel. {_as_form(share)}"
    )


def unmatched_few(share: float) -> str:
    """Say the same of lines too few to be told from one another."""
    return f"Bij enkele regels staat de code niet in de landelijke tabel. {_as_form(share)}"


def _as_form(share: float) -> str:
    held = " Boven 5% staat er geen bevinding over stepped care." if share > 0.05 else ""
    return f"De code zelf is dan de hulpvorm, zonder trede.{held}"
