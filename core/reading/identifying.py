"""Data that say who somebody is: found by heading and by content, and refused before storing.

Columns are judged, not cells: of all nine-digit numbers one in eleven passes the BSN test by
chance. So a column is refused when it holds more of them than chance gives, counted over its
different values. No message ever holds a value.
"""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import duckdb

from core.care_forms import plain
from core.errors import DataError, IdentifyingData, refuse
from core.reading.birth_dates import holds_birth_dates
from core.reading.cells import Counts, count_cells, count_different
from core.reading.findings import Finding, found
from core.reading.headings import Column
from core.reading.landed import Landed

PERSONAL_WORDS: Final[Mapping[str, str]] = {
    "bsn": "bsn bsnnummer burgerservicenummer burgerservicenr burgerservice",
    "sofi": "sofi sofinummer sofinr",
    "name": """naam voornaam voornamen roepnaam achternaam geslachtsnaam familienaam tussenvoegsel
        voorletters voorletter initialen clientnaam naamclient naamjeugdige jeugdigenaam""",
    "birth_date": "geboortedatum geboortedag gebdatum gebdat",
    "address": """adres woonadres adresregel straat straatnaam huisnr huisnummer huisletter
        toevoeging""",
    "email": "email mail emailadres mailadres",
    "phone": "telefoon telefoonnummer telefoonnr tel mobiel",
    "iban": "iban ibannummer rekeningnummer bankrekening",
}
"""Words of a heading that name a person, by the kind of data."""

KIND_OF_WORD: Final = {
    word: kind for kind, words in PERSONAL_WORDS.items() for word in words.split()
}
ORGANISATION: Final = re.compile(r"aanbieder|gemeente|product|leverancier|instelling|organisatie")
DISGUISED: Final = re.compile(r"pseudo|versleuteld|gehasht|hash|encrypt|sleutel")
WORD: Final = re.compile(r"[A-Z]?[a-z\u00df-\u00ff]+|[A-Z]+(?![a-z])|\d+")

NUMBERED: Final = ("provider", "reference", "previous_reference", "allocation")
"""Meanings that are numbers by nature: judged as mildly as is still safe."""

SIGMAS: Final = 4
SIGMAS_NUMBERED: Final = 6
FEWEST_NUMBERED: Final = 20
FEWEST_PASSING: Final = 10
POSTCODE_SHARE: Final = 0.01
FREE_TEXT_SHARE: Final = 0.01
LONGEST_CODE_LIST: Final = 30  # more different long texts than this are written by people


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is odd about the columns of a file that may come in, and the places that may not."""

    findings: tuple[Finding, ...]
    dropped: frozenset[int]


def refuse_headings(file: str, headings: Sequence[str]) -> None:
    """Raise ``IdentifyingData`` for every heading that names a person."""
    kinds = [(heading, kind_of_heading(heading)) for heading in headings]
    refuse(IdentifyingData(file, heading, kind, 0) for heading, kind in kinds if kind)


def kind_of_heading(heading: str) -> str:
    """Name the kind of personal data that a heading announces, or nothing.

    Whole words count, also in ``ClientNaam`` and ``client_naam``. A name of an organisation, and a
    BSN that is said to be a pseudonym, are left to their contents.
    """
    words = [plain(word) for word in WORD.findall(heading)] + [plain(heading)]
    kinds = {KIND_OF_WORD[word] for word in words if word in KIND_OF_WORD}
    if ORGANISATION.search(heading.casefold()):
        kinds.discard("name")
    if DISGUISED.search(heading.casefold()):
        kinds.discard("bsn")
    return min(kinds, default="")


def judge_contents(
    session: duckdb.DuckDBPyConnection,
    landed: Landed,
    columns: Sequence[Column],
    *,
    encrypted: bool,
    counted: bool = False,
) -> Judgement:
    """Judge every column of the view ``landed``; raises ``IdentifyingData`` for those that may not.

    ``counted`` says that its values were counted before.

    ``encrypted`` is the word of the owner that the client number is a pseudonym: it takes away the
    question about nine-digit numbers, and lets nothing pass that would be refused.
    """
    problems: list[DataError] = []
    findings: list[str] = []
    dropped: set[int] = set()
    if not counted:
        count_different(session, columns)
    for column, counts in count_cells(session, columns):
        personal = _personal(counts, column)
        if not personal and holds_birth_dates(session, columns, column):
            personal = ("birth_date", counts["filled"])
        if personal:
            problems.append(IdentifyingData(landed.file, column.heading, *personal))
        if _is_free_text(counts, column):
            dropped.add(column.place)
            findings.append("free_text_dropped")
        findings += _questions(counts, column, encrypted=encrypted)
    refuse(problems)
    notes = tuple(found(rule, landed.file, 0) for rule in sorted(set(findings)))
    return Judgement(notes, frozenset(dropped))


def _personal(counts: Counts, column: Column) -> tuple[str, int] | None:
    """Name the first kind of personal data in a column, with the number of cells."""
    beyond_chance = counts["passing"] > most_by_chance(counts["numbers"], column.meaning)
    many_postcodes = counts["postcodes"] >= POSTCODE_SHARE * counts["filled"]
    mobiles = 0 if column.meaning in _NUMBERS else counts["bare_mobiles"]
    beside_client = 0 if column.meaning == "client_id" else counts["beside_client"]
    cells = {
        "bsn": counts["passing_lines"] if beyond_chance else 0,
        "bsn_in_text": counts["in_prose"] or beside_client,
        "iban": counts["ibans"],
        "email": counts["emails"],
        "phone": counts["phones"] + mobiles,
        "postcode": counts["postcodes"] if many_postcodes else 0,
    }
    return next(((kind, count) for kind, count in cells.items() if count), None)


_NUMBERS: Final = ("client_id", "amount", "volume", "rate", *NUMBERED)


def most_by_chance(numbers: int, meaning: str = "") -> float:
    """Give how many of so many different numbers may pass the BSN test by chance.

    Of few numbers that are numbers by nature all may; of at least ten, all but one. The only number
    among clients may not: chance tells nothing about one, and it would be a person.
    """
    if meaning == "client_id" and numbers == 1:
        return 0
    if meaning in NUMBERED and numbers < FEWEST_NUMBERED:
        return numbers if numbers < FEWEST_PASSING else numbers - 1
    sigmas = SIGMAS_NUMBERED if meaning in NUMBERED else SIGMAS
    return numbers / 11 + sigmas * math.sqrt(numbers * 10 / 121)


def _is_free_text(counts: Counts, column: Column) -> bool:
    if column.meaning in {"care_form", "product"}:
        return False
    many = counts["long_lines"] > FREE_TEXT_SHARE * counts["filled"]
    return many and (not column.meaning or counts["long_texts"] > LONGEST_CODE_LIST)


def _questions(counts: Counts, column: Column, *, encrypted: bool) -> Iterator[str]:
    if column.meaning == "client_id" and not encrypted and counts["numbers"]:
        yield "looks_like_bsn"
    if re.search(r"postcode|pc4", plain(column.heading)):
        yield "postcode_area"
