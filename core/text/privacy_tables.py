"""Dutch tables of the page that accounts for the app: levels, the door, protection, the log."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

import pandas as pd

from core.disclosure import LEVELS, NAMING, Level, is_shared
from core.protection.cells import CENTS_BASE, TYPICAL_BASE
from core.protection.policy import Policy
from core.text import general, levels, opendata

LEVEL, NOW, COUNTS, EUROS, NAMES, ROWS = (
    *("Niveau", "Nu", "Aantallen", "Euro's"),
    *("Namen van aanbieders", "Lijst per jeugdige"),
)
SEES: Final = "Wat ziet u"
CHOSEN: Final = "● dit niveau"
YES, NO = "ja", "nee"
EXACT: Final = "exact"

RULE, VALUE, MEANING = "Regel", "Waarde", "Wat betekent dat"
FIELD, TREATED = "Gegeven", "Wat gebeurt ermee"
TERM, SET, SINCE = "Telregel", "Nu", "Sinds"
ACTION, TIMES, LAST = "Wat", "Hoe vaak", "Laatste keer"
UNSAID: Final = "bestaat; de waarde staat niet op het scherm"

SOURCE_HEADINGS: Final = (
    *("Uitgever", "Tabellen", "Jaren", "Licentie", "Herkomst", "Uitgave", "Opgehaald"),
)
REFUSED: Final = "Het bestand wordt geweigerd."
TREATMENTS: Final[Mapping[str, str]] = {
    "year": "Bij het pseudonimiseren blijft alleen het geboortejaar over.",
    "client": "Wordt een pseudoniem, met een sleutel die de app niet kent.",
    "number": "Wordt een pseudoniem.",
    "referrer": "Alleen de soort verwijzer blijft; naam en AGB-code gaan eruit.",
    "remove": "De kolom gaat eruit.",
}
"""What pseudonymising does with a kind of column (``core.reading.pseudonyms.treatments``)."""

TREATED_COLUMNS: Final[Mapping[str, str]] = {
    "year": "Geboortedatum",
    "client": "Burgerservicenummer of cliëntnummer",
    "number": "Nummer van een toewijzing, besluit of regel",
    "referrer": "Naam of code van een verwijzer",
    "remove": "Opmerkingen, adressen, namen en elke kolom die de app niet kent",
}
FREE_TEXT: Final = "Lange vrije tekst in een kolom"
FREE_TEXT_DROPPED: Final = "De kolom wordt niet ingelezen."


def levels_table(now: Level, policy: Policy) -> pd.DataFrame:
    """Write the five levels, and what each of them computes."""
    rows = [
        (
            general.LEVEL_NAMES[level],
            CHOSEN if level == now else "",
            levels.SEES[level],
            _counts(policy) if is_shared(level) else EXACT,
            _euros(policy) if is_shared(level) else EXACT,
            YES if level in NAMING else NO,
            NO if is_shared(level) else YES,
        )
        for level in LEVELS
    ]
    return pd.DataFrame(rows, columns=[LEVEL, NOW, SEES, COUNTS, EUROS, NAMES, ROWS])


def door_table(kinds: Mapping[str, str]) -> pd.DataFrame:
    """Write what is kept out: what refuses a file, what is dropped, and what pseudonymising does.

    ``kinds`` names each kind of data that identifies a person.
    """
    refused = [
        (name[0].upper() + name[1:], REFUSED) for kind, name in kinds.items() if kind != "free_text"
    ]
    treated = [(TREATED_COLUMNS[name], words) for name, words in TREATMENTS.items()]
    dropped = [(FREE_TEXT, FREE_TEXT_DROPPED)]
    return pd.DataFrame([*refused, *dropped, *treated], columns=[FIELD, TREATED])


def rules_table(policy: Policy) -> pd.DataFrame:
    """Write the rules of protection in force; how much one provider may have stays unsaid."""
    rows = [
        ("Naam van de regel", policy.name, "Gekozen door wie deze server installeerde."),
        (
            "Minste aantal jeugdigen",
            general.number(policy.threshold),
            f"0 tot en met {policy.threshold - 1} staat er als <{policy.threshold}.",
        ),
        ("Afronding", general.number(policy.base), "Andere aantallen zijn veelvouden hiervan."),
        (
            "Minste aantal aanbieders achter een bedrag",
            general.number(policy.providers),
            "Bij minder staat er geen bedrag.",
        ),
        ("Grootste deel van één aanbieder", UNSAID, "Eén aanbieder mag niet bijna alles hebben."),
        ("Grootste deel van twee aanbieders", UNSAID, "Ook twee samen niet."),
        (
            "Schatten door een ander",
            UNSAID,
            "Niemand mag het bedrag van een ander te dicht kunnen benaderen.",
        ),
        ("Afronding van bedragen", general.euros(CENTS_BASE), "Voor opgetelde bedragen."),
        ("Afronding van prijzen", general.euros(TYPICAL_BASE), "Voor wat één ding meestal kost."),
        *_beside(policy),
    ]
    return pd.DataFrame(rows, columns=[RULE, VALUE, MEANING])


def _beside(policy: Policy) -> list[tuple[str, str, str]]:
    """Write the rules that are about more than one number."""
    few = general.number(policy.threshold)
    return [
        (
            "Delen, gemiddelden en middens",
            YES,
            f"Uit beschermde aantallen; een midden alleen met {few} jeugdigen aan elke kant.",
        ),
        (
            "Verborgen vakken",
            YES,
            "Een verborgen vak mag niet uit een totaal of een andere tabel te berekenen zijn.",
        ),
        (
            "Verschil met een eerdere selectie",
            f"1 tot en met {policy.threshold - 1} jeugdigen",
            "Zo'n selectie krijgt geen cijfers. Dat geldt voor deze hele server.",
        ),
        ("Keuzes in filters en links", YES, "Alleen vaste keuzes, zoals hele jaren."),
    ]


def sources_table(edition: str, sources: pd.DataFrame) -> pd.DataFrame:
    """Write of whom the tables of an edition (``OPEN_SOURCES``) are, and with which licence."""
    groups = sources.groupby(["publisher", "licence", "origin"], sort=True)
    rows = [
        (
            publisher,
            general.number(len(tables)),
            general.period(int(tables["first_year"].min()), int(tables["last_year"].max())),
            licence,
            opendata.ORIGINS[str(origin)],
            edition,
            _last_day(tables["fetched"]),
        )
        for (publisher, licence, origin), tables in groups
    ]
    return pd.DataFrame(rows, columns=list(SOURCE_HEADINGS))


def _last_day(days: "pd.Series[str]") -> str:
    """Write the last of some ISO days; a dash when there is none."""
    told = sorted(day for day in days if day)
    return general.day(date.fromisoformat(told[-1])) if told else "–"


def counting_table(rows: Sequence[tuple[str, str, str]]) -> pd.DataFrame:
    """Write the rules of counting: what each is called, its value, and since when."""
    return pd.DataFrame(rows, columns=[TERM, SET, SINCE])


def log_table(rows: Sequence[tuple[str, str, str]]) -> pd.DataFrame:
    """Write how often each thing was done, and the last day."""
    return pd.DataFrame(rows, columns=[ACTION, TIMES, LAST])


def _counts(policy: Policy) -> str:
    return f"vanaf {policy.threshold}, in {policy.base}-tallen"


def _euros(policy: Policy) -> str:
    return f"vanaf {policy.threshold} jeugdigen en {policy.providers} aanbieders"
