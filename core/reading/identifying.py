"""Data that say who somebody is: found by heading and by content, and refused before storing.

Columns are judged, not cells: of all nine-digit numbers one in eleven passes the BSN test by
chance. So a column is refused when it holds more of them than chance gives, counted over its
different values. No message ever holds a value.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import duckdb

from core.care_forms import plain
from core.errors import DataError, IdentifyingData, refuse
from core.reading.birth_dates import holds_birth_dates
from core.reading.findings import Finding, found
from core.reading.headings import Column
from core.reading.landed import Landed
from core.reading.mapped import rows_of

PERSONAL_WORDS: Final[dict[str, tuple[str, ...]]] = {
    "bsn": ("bsn", "bsnnummer", "burgerservicenummer", "burgerservicenr", "burgerservice"),
    "sofi": ("sofi", "sofinummer", "sofinr"),
    "name": (
        *(
            "naam",
            "voornaam",
            "voornamen",
            "roepnaam",
            "achternaam",
            "geslachtsnaam",
            "familienaam",
        ),
        *("tussenvoegsel", "voorletters", "voorletter", "initialen", "clientnaam", "naamclient"),
        *("naamjeugdige", "jeugdigenaam", "volledigenaam"),
    ),
    "birth_date": ("geboortedatum", "gebdatum", "geboortedag", "geboortedtm"),
    "address": (
        *("adres", "straat", "straatnaam", "huisnr", "huisnummer", "adresregel", "woonadres"),
        *("huisletter", "toevoeging"),
    ),
    "email": ("email", "mail", "emailadres", "mailadres"),
    "phone": ("telefoon", "telefoonnummer", "telefoonnr", "tel", "mobiel", "mobielnummer"),
    "iban": ("iban", "ibannummer", "rekeningnummer", "bankrekening"),
}
"""Words of a heading that name a person, by the kind of data."""

KIND_OF_WORD: Final = {word: kind for kind, words in PERSONAL_WORDS.items() for word in words}
ORGANISATION: Final = re.compile(r"aanbieder|gemeente|product|leverancier|instelling|organisatie")
DISGUISED: Final = re.compile(r"pseudo|versleuteld|gehasht|hash|encrypt|sleutel")
WORD: Final = re.compile(r"[A-Z]?[a-z\u00df-\u00ff]+|[A-Z]+(?![a-z])|\d+")

UNTOUCHED: Final = ("start", "end", "period", "year", "amount", "debit_credit", "spell")
"""Meanings whose cells are typed or refused one by one, so that nothing can hide in them."""

NUMBERED: Final = ("provider", "reference", "allocation")
"""Meanings that are numbers by nature: judged as mildly as is still safe."""

SIGMAS: Final = 4
SIGMAS_NUMBERED: Final = 6
FEWEST_NUMBERED: Final = 20
POSTCODE_SHARE: Final = 0.01
FREE_TEXT_SHARE: Final = 0.01
LONGEST_CODE_LIST: Final = 30  # more different long texts than this are written by people

ELEVEN: Final = """
    CREATE OR REPLACE TEMP MACRO passes_eleven(number) AS number > 0 AND (
        9 * (number // 100000000) + 8 * (number // 10000000 % 10) + 7 * (number // 1000000 % 10)
        + 6 * (number // 100000 % 10) + 5 * (number // 10000 % 10) + 4 * (number // 1000 % 10)
        + 3 * (number // 100 % 10) + 2 * (number // 10 % 10) - number % 10) % 11 = 0"""

CELLS: Final = """
    CREATE OR REPLACE TEMP TABLE cells AS
    WITH counted AS (SELECT trim(cell) AS text, count(*) AS lines FROM column_cells GROUP BY 1)
    SELECT text, lines,
        CASE WHEN length(text) BETWEEN 8 AND 11
                AND regexp_full_match(text, '[0-9]{8,9}|[0-9]{2,4}[. ][0-9]{2,3}[. ][0-9]{2,3}')
             THEN TRY_CAST(replace(replace(text, '.', ''), ' ', '') AS BIGINT) END AS number,
        CASE WHEN length(text) > 12 AND regexp_matches(text, '\\p{L}{3,}.*\\P{L}.*\\p{L}{3,}')
             THEN TRY_CAST(regexp_extract(text, '(?:^|[^0-9])([0-9]{9})(?:[^0-9]|$)', 1) AS BIGINT)
             END AS number_in_prose,
        CASE WHEN length(text) >= 15 THEN regexp_extract(upper(text),
            '\\b(NL[0-9]{2} ?[A-Z]{4} ?[0-9]{4} ?[0-9]{4} ?[0-9]{2}|(BE|DE)[0-9]{14,20})\\b', 1)
             END AS iban
    FROM counted WHERE text <> ''"""

JUDGED: Final = """
    SELECT
        coalesce(sum(lines), 0)::BIGINT AS filled,
        count(*) FILTER (number BETWEEN 10000000 AND 999999999) AS numbers,
        count(*) FILTER (number > 0 AND passes_eleven(number)) AS passing,
        coalesce(sum(lines) FILTER (passes_eleven(number)), 0)::BIGINT AS passing_lines,
        coalesce(sum(lines) FILTER (passes_eleven(number_in_prose)), 0)::BIGINT AS in_prose,
        coalesce(sum(lines) FILTER (regexp_full_match(text, $postcode)), 0)::BIGINT AS postcodes,
        coalesce(sum(lines) FILTER (
            contains(text, '@') AND regexp_matches(text, $email)), 0)::BIGINT AS emails,
        coalesce(sum(lines) FILTER (length(text) >= 10 AND regexp_matches(text, $phone)), 0)::BIGINT
            AS phones,
        coalesce(sum(lines) FILTER (regexp_full_match(text, '06[1-9][0-9]{7}')), 0)::BIGINT
            AS bare_mobiles,
        coalesce(sum(lines) FILTER (length(text) > 40 AND contains(text, ' ')), 0)::BIGINT
            AS long_lines,
        count(*) FILTER (length(text) > 40 AND contains(text, ' ')) AS long_texts
    FROM cells"""

PATTERNS: Final = {
    "postcode": r"[1-9]\d{3} ?[A-Za-z]{2}",
    "email": r"[^\s@]+@[^\s@]+\.\p{L}{2,}",
    "phone": (
        r"(^|\D)("
        r"(\+31|0031)[ -]?[1-9]([ -]?\d){8}"
        r"|06[ -][1-9]([ -]?\d){7}"
        r"|0[1-9]\d{1,2}[ -][1-9]\d([ -]?\d){4,5}"
        r")(\D|$)"
    ),
}
"""How personal data look; a number of ten digits without any sign is rarely a phone number."""

IBANS: Final = "SELECT iban, sum(lines)::BIGINT AS lines FROM cells WHERE iban <> '' GROUP BY 1"


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
) -> Judgement:
    """Judge every column of the view ``landed``; raises ``IdentifyingData`` for those that may not.

    ``encrypted`` is the word of the owner that the client number is a pseudonym: it takes away the
    question about nine-digit numbers, and lets nothing pass that would be refused.
    """
    session.execute(ELEVEN)
    problems: list[DataError] = []
    findings: list[str] = []
    dropped: set[int] = set()
    for column in columns:
        if column.meaning in UNTOUCHED:
            continue
        counts = _counted(session, column)
        problems += [
            IdentifyingData(landed.file, column.heading, kind, cells)
            for kind, cells in _personal(counts, column)
        ]
        if not column.meaning and holds_birth_dates(session, columns, column.place):
            problems.append(
                IdentifyingData(landed.file, column.heading, "birth_date", counts["filled"])
            )
        if _is_free_text(counts, column):
            dropped.add(column.place)
            findings.append("free_text_dropped")
        findings += _questions(counts, column, encrypted=encrypted)
    refuse(problems)
    notes = tuple(found(rule, landed.file, 0) for rule in sorted(set(findings)))
    return Judgement(notes, frozenset(dropped))


def _counted(session: duckdb.DuckDBPyConnection, column: Column) -> dict[str, Any]:
    cell = duckdb.ColumnExpression(f"c{column.place}").alias("cell")
    session.view("landed").select(cell).create_view("column_cells", replace=True)
    session.execute(CELLS)
    counts = rows_of(session.sql(JUDGED, params=PATTERNS))[0]
    ibans = [row["lines"] for row in rows_of(session.sql(IBANS)) if is_iban(row["iban"])]
    return {**counts, "ibans": sum(ibans)}


def _personal(counts: dict[str, Any], column: Column) -> Iterator[tuple[str, int]]:
    """Name the kinds of personal data in a column, with the number of cells."""
    if counts["passing"] > most_by_chance(counts["numbers"], column.meaning):
        yield "bsn", counts["passing_lines"]
    if counts["in_prose"]:
        yield "bsn_in_text", counts["in_prose"]
    if counts["postcodes"] and counts["postcodes"] >= POSTCODE_SHARE * counts["filled"]:
        yield "postcode", counts["postcodes"]
    phones = counts["phones"] + (0 if column.meaning in _NUMBERS else counts["bare_mobiles"])
    for kind, cells in (("email", counts["emails"]), ("phone", phones), ("iban", counts["ibans"])):
        if cells:
            yield kind, cells


_NUMBERS: Final = ("client_id", *NUMBERED)


def most_by_chance(numbers: int, meaning: str = "") -> float:
    """Give how many of so many different numbers may pass the BSN test by chance."""
    if meaning in NUMBERED and numbers < FEWEST_NUMBERED:
        return numbers
    sigmas = SIGMAS_NUMBERED if meaning in NUMBERED else SIGMAS
    return numbers / 11 + sigmas * math.sqrt(numbers * 10 / 121)


def is_iban(text: str) -> bool:
    """Check the two control digits of an account number."""
    bare = text.replace(" ", "")
    return int("".join(str(int(sign, 36)) for sign in bare[4:] + bare[:4])) % 97 == 1


def _is_free_text(counts: dict[str, Any], column: Column) -> bool:
    if column.meaning in {"care_form", "product"}:
        return False
    many = counts["long_lines"] > FREE_TEXT_SHARE * counts["filled"]
    return many and (not column.meaning or counts["long_texts"] > LONGEST_CODE_LIST)


def _questions(counts: dict[str, Any], column: Column, *, encrypted: bool) -> Iterator[str]:
    if column.meaning == "client_id" and not encrypted and counts["numbers"]:
        yield "looks_like_bsn"
    if re.search(r"postcode|pc4", plain(column.heading)):
        yield "postcode_area"
