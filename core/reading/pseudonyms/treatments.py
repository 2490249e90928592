"""What happens to each column when a table is pseudonymised, by its heading.

Only columns that are understood pass: a column nobody knows may hold anything about a person. The
exact heading decides; then words that point at a person, at a number or at a date of birth; then a
known heading within a longer one.
"""

from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import Final

from core.care_forms import plain
from core.errors import MissingMeaning
from core.reading.headings import SYNONYMS, headings_to_tell
from core.reading.identifying import kind_of_heading
from core.tables import DECLARATIONS


class Treatment(Enum):
    """What is done with the cells of a column."""

    CLIENT = "client"
    NUMBER = "number"
    YEAR = "year"
    REFERRER = "referrer"
    CODE = "code"  # kept, unless it is as long as a story
    KEEP = "keep"  # the same, for the longer names of care, places and organisations
    DAY = "day"  # kept when it is a date
    AMOUNT = "amount"  # kept when it is an amount
    REMOVE = "remove"


NAMES: Final = ("municipality", "provider", "care_form", "product")
DAYS: Final = ("start", "end", "declared_on")

BY_MEANING: Final[Mapping[str, Treatment]] = {
    "client_id": Treatment.CLIENT,
    "allocation": Treatment.NUMBER,
    "reference": Treatment.NUMBER,
    "previous_reference": Treatment.NUMBER,
    "referrer": Treatment.REFERRER,
    "birth_year": Treatment.YEAR,
    **dict.fromkeys(NAMES, Treatment.KEEP),
    **dict.fromkeys(DAYS, Treatment.DAY),
    "amount": Treatment.AMOUNT,
    "rate": Treatment.AMOUNT,
}
"""What happens to the cells of a meaning; those of any other are codes."""

AS_THEY_ARE: Final = (Treatment.KEEP, Treatment.CODE, Treatment.DAY, Treatment.AMOUNT)
"""Treatments that leave a cell as it is, or empty it."""

HARMLESS: Final = """frequentie wet regeling wettelijkkader leveringsvorm
    zinpgb status goedgekeurd afgekeurd retourcode retourcodes regelnummer regelnr redenwijziging
    redenverzoek omvang taakveld hulpvormcode hulpvormomschrijving productcategorieomschrijving
    leeftijd statusaanlevering sector"""
HARMLESS_DAYS: Final = """toewijzingsdatum toewijzingingangsdatum
    toewijzingeinddatum beschikkingsdatum"""
"""Headings without a meaning for the app that say nothing about who someone is."""

OF_OTHERS: Final = (
    *("ouder", "moeder", "vader", "voogdes", "gezag", "verzorger", "partner", "relatie", "contact"),
    *("vertegenwoordig", "behandelaar", "medewerker", "regisseur", "zorgverlener"),
)
OF_A_PERSON: Final = (
    *("naam", "voorletter", "initialen", "tussenvoegsel", "voorvoegsel", "geslachtsnaam"),
    *("adres", "straat", "huisn", "huisletter", "toevoeging", "postcode", "woonplaats"),
    *("geboorteplaats", "nationaliteit", "mail", "telefoon", "mobiel", "iban", "rekeningnummer"),
    *("opmerking", "commentaar", "toelichting", "notitie", "memo", "bijzonderhe", "diagnose"),
    *("juridisch", "huisartsnaam", "huisartsagb", "verwijzeragb", "agbverwijzer", "verwijzercode"),
)
"""Parts of a heading that point at a person, a free text or the legal status."""

ORGANISATIONS: Final = (
    *(
        "aanbieder",
        "gemeente",
        "product",
        "leverancier",
        "instelling",
        "organisatie",
        "voorziening",
    ),
    *("hulpvorm", "zorgvorm"),
)
"""What a name in a heading may be the name of, without naming a person."""

CLIENT_PARTS: Final = ("bsn", "burgerservice", "sofi")
BIRTH_PARTS: Final = ("geboortedat", "geboren", "gebdat", "birthdate", "dateofbirth")
NUMBER_PARTS: Final = (
    *("referentie", "toewijzing", "beschikking", "indicatie", "besluit", "declaratie", "factuur"),
    *("dossier", "zaak", "order"),
)
NUMBER_ENDS: Final = ("nummer", "nr", "id", "referentie")

CODES: Final = (
    *("start", "end", "period", "year", "amount", "debit_credit", "end_reason", "crisis"),
    *("volume", "unit"),
)
"""Meanings that a longer heading may carry, such as ``Begindatum van de hulp``."""

SHORTEST_PART: Final = 5  # letters

EXACT: Final[Mapping[str, Treatment]] = {
    **dict.fromkeys([*HARMLESS.split(), *map(plain, DECLARATIONS)], Treatment.CODE),
    **dict.fromkeys(HARMLESS_DAYS.split(), Treatment.DAY),
    **{
        name: BY_MEANING.get(meaning, Treatment.CODE)
        for meaning, names in SYNONYMS.items()
        for name in [*names.split(), plain(meaning)]
    },
}


def treatment_of(heading: str) -> Treatment:
    """Say what happens to the column under a heading."""
    name = plain(heading)
    if name in EXACT:
        return EXACT[name]
    return next((treatment for holds, treatment in RULES if holds(name)), Treatment.REMOVE)


def _holding(*parts: str) -> Callable[[str], bool]:
    return lambda name: any(part in name for part in parts)


def _is_a_number(name: str) -> bool:
    is_numbered = name.endswith(NUMBER_ENDS) and any(part in name for part in NUMBER_PARTS)
    return is_numbered or name.startswith("referentie")


def _names_an_organisation(name: str) -> bool:
    """Say whether a name in a heading is that of an organisation or product, and of no person."""
    rest = name.replace("naam", "", 1)
    is_of_a_person = _holding(*OF_A_PERSON, "client", "jeugdige", "kind", "verwijzer")(rest)
    return rest != name and not is_of_a_person and _holding(*ORGANISATIONS)(rest)


def _stretching(meanings: Sequence[str], also: str = "") -> Callable[[str], bool]:
    synonyms = [text for meaning in meanings for text in SYNONYMS[meaning].split()]
    holds = _holding(*(text for text in synonyms if len(text) >= SHORTEST_PART))
    return lambda name: also in name and holds(name)


RULES: Final[tuple[tuple[Callable[[str], bool], Treatment], ...]] = (
    (_holding(*OF_OTHERS), Treatment.REMOVE),
    (_holding(*CLIENT_PARTS), Treatment.CLIENT),
    (_holding(*BIRTH_PARTS), Treatment.YEAR),
    (_names_an_organisation, Treatment.KEEP),
    (_holding(*OF_A_PERSON), Treatment.REMOVE),
    (_is_a_number, Treatment.NUMBER),
    (_stretching(CODES, "datum"), Treatment.DAY),
    (_stretching(CODES, "bedrag"), Treatment.AMOUNT),
    (_stretching(CODES), Treatment.CODE),
    (_stretching(NAMES), Treatment.KEEP),
)
"""What a longer heading says, the first that holds; after this it is not understood."""


def known_columns(headings: Sequence[str]) -> int:
    """Count the headings that are understood: how much a line looks like headings."""
    return sum(treatment_of(heading) is not Treatment.REMOVE for heading in headings if heading)


def treatments_of(file: str, headings: Sequence[str]) -> tuple[Treatment, ...]:
    """Say what happens to each column; raises ``MissingMeaning`` when no column is the client."""
    treatments = tuple(treatment_of(heading) for heading in headings)
    if Treatment.CLIENT not in treatments:
        personal = any(kind_of_heading(heading) for heading in headings)
        told = headings_to_tell(headings, known=personal)
        raise MissingMeaning(file, ("client_id",), told)
    return treatments


def new_heading(heading: str, treatment: Treatment) -> str:
    """Write the heading of a column as it is afterwards: a BSN is a pseudonym now."""
    if treatment is Treatment.YEAR:
        return "Geboortejaar"
    if treatment is Treatment.CLIENT and any(part in plain(heading) for part in CLIENT_PARTS):
        return "Pseudoniem"
    return heading
