"""Dutch sentences for what is wrong with a file: what, where, and what to do.

No sentence ever holds a value from a cell. A heading is shown, because without it nobody can find
the column; a heading that is longer than a heading should be is cut.
"""

from typing import Final

from core.errors import (
    DataError,
    HostileFile,
    IdentifyingData,
    LogBroken,
    MissingMeaning,
    NothingAccepted,
    NothingFetched,
    NotReadable,
    NotStored,
    SourceNotReached,
    SourceNotUsable,
    StoreTrouble,
    UnusableInput,
    WrongHost,
    WrongKey,
    WrongOption,
    WrongRules,
    WrongSetting,
    problems_of,
)
from core.tables import DECLARATIONS
from core.text import fetching, provider_files, settings, storage
from core.text.general import FEW

RULE_REASONS: Final = {
    "not_toml": "dit is geen leesbaar TOML-bestand",
    "not_json": "deze bewaarde keuzes zijn niet te lezen; kies opnieuw",
    "unknown_setting": "deze instelling bestaat niet",
    "unknown_meaning": "deze betekenis bestaat niet; zie de README voor de betekenissen",
    "unknown_group": "deze groep van hulp bestaat niet",
    "unknown_repair": "dit herstel bestaat niet",
    "unknown_exception": "deze uitzondering bestaat niet",
    "unknown_administrative": "deze soort administratieve stap bestaat niet",
    "wants_lines": 'verwacht regels als "kolom" = "betekenis"',
    "wants_list": 'verwacht een lijst als ["Vervoer", "Dyslexie"]',
    "wants_level": 'verwacht regels als "hulpvorm" = trede, met een geheel getal vanaf 1',
    "wants_switch": "verwacht true of false",
    "wants_number": "verwacht een geheel getal",
    "wants_date": "verwacht een datum als 2024-12-31",
    "too_low": "dit getal is te laag",
    "unknown_answer": "deze keuze bestaat niet; zie de README voor de mogelijke keuzes",
    "not_registered": "deze waarde is niet te kiezen op het scherm of in een link",
}
"""Why a setting cannot be used, by the reason of ``WrongRules``."""

REASONS: Final = {
    **provider_files.REASONS,
    "empty": "Het bestand is leeg. Kies een ander bestand.",
    "only_other_schemes": (
        "Er staan alleen regels van andere regelingen dan de Jeugdwet in. Lees dit bestand samen "
        "in met een bestand met jeugdhulp."
    ),
    "not_found": "Het bestand is niet gevonden of mag niet worden gelezen. Controleer de naam.",
    "damaged": "Het bestand is beschadigd of niet volledig. Maak het opnieuw en probeer het weer.",
    "unknown_format": (
        "Dit soort bestand is onbekend. Gebruik CSV, Excel (xlsx), Parquet, iJw-berichten of een "
        "ZIP daarvan."
    ),
    "old_or_encrypted_excel": (
        "Dit is een oud of beveiligd Excel-bestand. Sla het op als xlsx, zonder wachtwoord."
    ),
    "not_text": "Het bestand is geen leesbare tekst. Sla het op als CSV met UTF-8.",
    "xml": "De XML is niet goed opgebouwd. Vraag het bericht opnieuw op.",
    "no_ijw": "Dit is geen iJw-bericht dat de app kent. Gebruik JW301, 305, 307, 315, 323 of 325.",
    "unknown_kind": "De kolom kind mag alleen provider, municipality of product bevatten.",
    "unreadable_date": "Een datum is niet te lezen. Schrijf datums als 31-12-2024.",
    "unknown_youth_present": "In youth_present (jeugdige erbij) mag ja, nee of onbekend staan.",
    "unknown_conclusion": (
        "In conclusion (uitkomst) staat een woord dat de app niet kent. Gebruik: hulp afronden, "
        "lichtere hulp, verder met dezelfde hulp, andere aanpak, zwaardere hulp of onbekend."
    ),
    "unknown_parties": (
        "In parties (partijen) staat een woord dat de app niet kent. Gebruik een aantal, of rollen "
        "met een + ertussen: ouders, aanbieder, nieuwe aanbieder, toegang, gi, school of huisarts."
    ),
    "incomplete_organisations": (
        "Een regel mist een code of een organisatie. Vul beide in of haal de regel weg."
    ),
    "overlapping_organisations": (
        "Een code hoort op één dag bij twee organisaties. Geef met from en until aan wanneer welke "
        "geldt; until is de laatste dag."
    ),
    "incomplete_codes": "Een regel mist een code of hulpvorm. Vul beide in of haal hem weg.",
    "conflicting_codes": "Een code heeft in één gemeente twee hulpvormen. Laat er één staan.",
    "fixed_width": (
        "Dit is het bestand voor het CBS met vaste posities; de app leest dat niet. Lever dezelfde "
        "gegevens als spreadsheet met kolomnamen: xlsx of CSV."
    ),
    "same_folder": "Het resultaat zou het bestand overschrijven. Kies een andere map.",
    "macro": "Het bestand bevat macro's. Sla het op als gewone xlsx.",
    "too_many_entries": "De ZIP bevat meer dan 1.000 bestanden. Maak kleinere ZIP-bestanden.",
    "too_large": "Uitgepakt is het bestand groter dan 512 MB. Lever het in delen aan.",
    "too_large_upload": (
        "Meer dan 200 MB gaat niet via de browser. Lees het in delen in, of gebruik de "
        "opdrachtregel: python -m core analyse."
    ),
    "too_many_lines": (
        "Meer dan 2 miljoen regels gaat niet via de browser. Lees een kortere periode in, of "
        "gebruik de opdrachtregel: python -m core analyse."
    ),
    "too_many_columns": (
        "Het bestand heeft te veel kolommen (meer dan 250). Laat alleen de kolommen staan die "
        "nodig zijn."
    ),
    "far_cells": (
        "In een werkblad staan cellen ver buiten de lijst. Verwijder de rijen en kolommen daar, of "
        "sla het werkblad op als CSV."
    ),
    "bomb": "Het bestand is verdacht sterk ingepakt. Lever de bestanden los aan.",
    "encrypted": "Het bestand heeft een wachtwoord. Haal het wachtwoord eraf.",
    "nested_zip": "In de ZIP zit een andere ZIP. Pak die eerst uit.",
    "long_line": "Een regel is langer dan 4 MB. Dit is geen bestand met declaratieregels.",
    "dtd": "De XML bevat een DOCTYPE. Dat hoort niet in een iJw-bericht. Vraag het opnieuw op.",
    "long": (
        "De XML bevat een naam of tekst die veel te lang is. Dat hoort niet in een iJw-bericht. "
        "Vraag het opnieuw op."
    ),
    "deep": "De XML is te diep genest. Dat hoort niet in een iJw-bericht. Vraag het opnieuw op.",
}
"""Why a file is not read, and what to do."""

KINDS: Final = {
    "bsn": "burgerservicenummers",
    "bsn_in_text": "burgerservicenummers in tekst",
    "sofi": "sofinummers",
    "name": "namen van personen",
    "birth_date": "geboortedatums",
    "address": "adressen",
    "postcode": "volledige postcodes",
    "email": "e-mailadressen",
    "phone": "telefoonnummers",
    "iban": "rekeningnummers",
    "free_text": "vrije tekst",
}
"""Kinds of data that identify a person."""

ADVICE: Final = (
    "Haal deze gegevens weg of maak eerst pseudoniemen met: python -m core pseudonymise. "
    "Er is niets bewaard."
)
NO_HEADINGS: Final = (
    "Het bestand lijkt geen regel met kolomnamen te hebben. Zet boven de regels een regel met "
    "kolomnamen, zoals Pseudoniem, Hulpvorm, Begindatum en Einddatum."
)
MOST_HEADINGS: Final = 12
LONGEST_HEADING: Final = 40


def explain(  # noqa: C901, PLR0911, PLR0912 - one match over all errors
    error: DataError, fewest: int = 0
) -> str:
    """Say in Dutch what is wrong, where, and what to do; of several problems, one after another.

    ``fewest`` is the number below which a shared screen says only few; 0 where numbers are exact.
    """
    match error:
        case NotReadable() if error.line:
            return f"{error.file}, regel {error.line} (zonder lege): {REASONS[error.reason]}"
        case NotReadable() | HostileFile():
            return f"{error.file}: {REASONS[error.reason]}"
        case MissingMeaning():
            return f"{error.file}: {_absent(error)}"
        case IdentifyingData():
            return f"{error.file}: {_where(error, fewest)} {ADVICE}"
        case NothingAccepted(lines_read=0):
            return (
                "Er staat geen enkele declaratieregel in. Bij iJw-berichten staan die in JW323: "
                "toewijzingen, starts en stops alleen zeggen niet welke hulp is gegeven."
            )
        case NothingAccepted():
            return (
                f"Geen enkele regel is bruikbaar (gelezen: {_number(error.lines_read, fewest)}). "
                "Controleer of dit declaraties zijn en of de kolommen goed zijn herkend."
            )
        case WrongRules():
            reason = RULE_REASONS[error.reason]
            return f"Instelling {error.setting}: {reason}. Pas deze instelling aan."
        case WrongOption():
            return settings.option_refused(error.option, error.reason)
        case WrongSetting():
            return settings.setting_refused(error.setting, error.reason)
        case WrongKey():
            return settings.KEY_REASONS[error.reason]
        case NotStored():
            return storage.not_stored(error.reason, error.day)
        case LogBroken():
            return storage.log_broken(error.line, error.problem)
        case StoreTrouble():
            return storage.TROUBLES[error.reason]
        case WrongHost() | SourceNotReached() | SourceNotUsable() | NothingFetched():
            return fetching.explain(error)
        case UnusableInput():
            return " ".join(explain(problem, fewest) for problem in error.problems)
    raise TypeError(f"no sentence for {type(error).__name__}")


def explain_all(error: DataError, fewest: int = 0) -> tuple[str, ...]:
    """Give one sentence for each problem in an error."""
    return tuple(explain(problem, fewest) for problem in problems_of(error))


def _where(error: IdentifyingData, fewest: int) -> str:
    kind = KINDS[error.kind]
    column = _shortened(error.column)
    if not error.cells:
        return f"de kolomnaam “{column}” wijst op {kind}."
    return f"kolom “{column}” bevat {kind} (aantal cellen: {_number(error.cells, fewest)})."


def _number(number: int, fewest: int) -> str:
    """Write a number as a screen may show it: exact, or few or rounded where it is shared."""
    if not fewest:
        return f"{number:,}".replace(",", ".")
    return FEW if number < fewest else f"{round(number, -1):,}".replace(",", ".")


def _absent(error: MissingMeaning) -> str:
    absent = f"geen kolom gevonden voor {_meanings(error.missing)}."
    if not error.headings:
        return f"{absent} {NO_HEADINGS}"
    found = f"Gevonden kolommen: {_headings(error.headings)}."
    return f"{absent} {found} Geef aan welke kolom wat betekent."


def _meanings(names: tuple[str, ...]) -> str:
    return " en ".join(
        DECLARATIONS[name].label.lower() if name in DECLARATIONS else name for name in names
    )


def _headings(headings: tuple[str, ...]) -> str:
    shown = [_shortened(heading) for heading in headings[:MOST_HEADINGS]]
    return ", ".join([*shown, "…"] if len(headings) > MOST_HEADINGS else shown)


def _shortened(heading: str) -> str:
    """Keep a heading on one line, and short: what stands there may not be a heading at all."""
    line = " ".join(heading.split())
    return line if len(line) <= LONGEST_HEADING else f"{line[:LONGEST_HEADING]}…"
