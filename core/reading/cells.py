"""What is odd about the cells of a column, counted over its different values.

Patterns find what looks like a BSN, a postcode, an e-mail address, a phone number or an account
number; ``identifying`` says how much of it is too much.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, Final

import duckdb

from core.reading.bsn import MACROS
from core.reading.different import ALWAYS, LABELS, LOOKED_UP
from core.reading.harmless import HARMLESS, with_stand_ins
from core.reading.headings import Column
from core.reading.landed import blank, in_order
from core.reading.mapped import rows_of

UNTOUCHED: Final = ("start", "end", "period", "spell")
"""Meanings whose cells are typed or refused one by one, so that nothing can hide in them."""
UNCOUNTED: Final = ("spell",)  # judged nor looked up
ONLY_BARE: Final = ("amount", "volume", "rate")
"""Meanings whose numbers have signs of their own: only bare digits can be anything else."""

AT_ONCE: Final = 16  # columns; more make a query that takes longer to understand than to run
FIRST_LINES: Final = 2_000

COUNTED: Final = """
    CREATE OR REPLACE TEMP TABLE counted_cells (name VARCHAR, text VARCHAR, municipality VARCHAR,
        care_form VARCHAR, product VARCHAR, lines BIGINT)"""

# One pass over the lines counts the values of many columns, each by itself, and the combinations of
# labels that are looked up together.
COUNT: Final = """
    INSERT INTO counted_cells
    SELECT CASE {names} END AS name,
        coalesce({cells}) AS text, {taken}, count(*) AS lines
    FROM (SELECT {read}, {blank} AS blank, {labels} FROM landed)
    GROUP BY GROUPING SETS ({sets})"""

FIRST: Final = """
    CREATE OR REPLACE TEMP TABLE first_lines AS
    SELECT * EXCLUDE (row) FROM landed LIMIT {lines}"""

HOW_MANY: Final = """
    SELECT name, lines FROM counted_cells WHERE name IN ('blank', 'filled')"""

CELLS: Final = """
    CREATE OR REPLACE TEMP TABLE cells AS
    SELECT name, text, lines,
        CASE WHEN list_contains($only_bare, name) THEN bare_number(text)
             ELSE coalesce(disguised_number(text), number_beside_words(text)) END AS number,
        CASE WHEN list_contains($only_bare, name) THEN NULL
             ELSE coalesce(number_beside_words(text), number_in_prose(text)) END AS number_in_text,
        CASE WHEN length(text) >= 15 THEN regexp_extract(upper(text),
            '\\b(NL[0-9]{2} ?[A-Z]{4} ?[0-9]{4} ?[0-9]{4} ?[0-9]{2}|(BE|DE)[0-9]{14,20})\\b', 1)
             END AS iban
    FROM (SELECT name, undisguised(text) AS text, lines FROM counted_cells)
    WHERE (length(text) >= 8 OR contains(text, '@')
        OR length(text) >= 6 AND regexp_full_match(text, $postcode)) AND NOT harmless(text)"""

JUDGED: Final = """
    SELECT
        name,
        filled,
        count(*) FILTER (number BETWEEN 10000000 AND 999999999) AS numbers,
        count(*) FILTER (passes_eleven(number)) AS passing,
        coalesce(sum(lines) FILTER (passes_eleven(number)), 0)::BIGINT AS passing_lines,
        coalesce(sum(lines) FILTER (
            passes_eleven(number_in_text) AND is_prose(text)), 0)::BIGINT AS in_prose,
        coalesce(sum(lines) FILTER (
            passes_eleven(number_in_text) AND names_a_client(text)), 0)::BIGINT AS beside_client,
        coalesce(sum(lines) FILTER (
            length(text) BETWEEN 6 AND 7 AND regexp_full_match(text, $postcode)), 0)::BIGINT
            AS postcodes,
        coalesce(sum(lines) FILTER (
            contains(text, '@') AND regexp_matches(text, $email)), 0)::BIGINT AS emails,
        coalesce(sum(lines) FILTER (length(text) >= 10 AND regexp_matches(text, $phone)), 0)::BIGINT
            AS phones,
        coalesce(sum(lines) FILTER (
            length(text) = 10 AND regexp_full_match(text, '06[1-9][0-9]{7}')), 0)::BIGINT
            AS bare_mobiles,
        coalesce(sum(lines) FILTER (length(text) > 40 AND contains(text, ' ')), 0)::BIGINT
            AS long_lines,
        count(*) FILTER (length(text) > 40 AND contains(text, ' ')) AS long_texts
    FROM (SELECT name, sum(lines)::BIGINT AS filled FROM counted_cells
            WHERE undisguised(text) <> '' GROUP BY name)
        LEFT JOIN cells USING (name)
    GROUP BY name, filled"""

PATTERNS: Final = {
    "postcode": r"[1-9]\d{3} ?[A-Za-z]{2}",
    "email": r"[^\s@]+@[^\s@]+\.\p{L}{2,}",
    "phone": (
        r"(^|[^0-9A-Za-z])("
        r"(\+31|0031)[ -]?[1-9]([ -]?\d){8}"
        r"|06[ -][1-9]([ -]?\d){7}"
        r"|0[1-9]\d{1,2}[ -][1-9]\d([ -]?\d){4,5}"
        r")([^0-9A-Za-z]|$)"
    ),
}
"""How personal data look; a number of ten digits without any sign is rarely a phone number, and
digits within a pseudonym of letters and digits never are."""

IBANS: Final = """
    SELECT name, iban, sum(lines)::BIGINT AS lines FROM cells WHERE iban <> '' GROUP BY ALL"""


Counts = dict[str, Any]
"""What is odd about a column, a number for each kind."""


def count_cells(
    session: duckdb.DuckDBPyConnection, columns: Sequence[Column]
) -> Iterator[tuple[Column, Counts]]:
    """Count what is odd in every column that is judged, unless it is empty.

    Expects the table ``counted_cells`` of these columns.
    """
    judged = {f"c{column.place}": column for column in columns if column.meaning not in UNTOUCHED}
    only_bare = [cell for cell, column in judged.items() if column.meaning in ONLY_BARE]
    for macro in (*MACROS, HARMLESS):
        session.execute(macro)
    session.execute(CELLS, {"only_bare": only_bare, "postcode": PATTERNS["postcode"]})
    ibans: Counter[str] = Counter()
    for row in rows_of(session.sql(IBANS)):
        ibans[row["name"]] += row["lines"] if is_iban(row["iban"]) else 0
    for row in rows_of(session.sql(JUDGED, params=PATTERNS)):
        if row["name"] in judged:
            yield judged[row["name"]], {**row, "ibans": ibans[row["name"]]}


def count_different(session: duckdb.DuckDBPyConnection, columns: Sequence[Column]) -> None:
    """Make ``counted_cells`` of ``landed``: column, different value and the lines that have it.

    Beside the columns it counts the lines that are ``filled`` and ``blank``, and under ``form`` the
    combinations of labels. Where a column is only judged and has many values, all that are harmless
    are counted as one. Makes ``first_lines`` as well: the first 2,000, for what needs whole lines.
    A block of columns at a time, because a query of hundreds is too deep to be understood.
    """
    with in_order(session):
        session.execute(FIRST.format(lines=FIRST_LINES))
    session.execute(COUNTED)
    wanted = [column for column in columns if column.meaning not in UNCOUNTED]
    for first in range(0, max(len(wanted), 1), AT_ONCE):
        some = wanted[first : first + AT_ONCE]
        read = _read(session, some)
        session.execute(_counting(some, read, () if first else columns))


def _read(session: duckdb.DuckDBPyConnection, columns: Sequence[Column]) -> list[str]:
    """Write how cells are read to be counted; those that are looked up as they are."""
    looked_up = {*LOOKED_UP, *ALWAYS}
    judged = [f"c{column.place}" for column in columns if column.meaning not in looked_up]
    others = [f"c{column.place}" for column in columns if column.meaning in looked_up]
    return [*others, *(with_stand_ins(session, judged) if judged else ())]


def _counting(columns: Sequence[Column], read: Sequence[str], every: Sequence[Column]) -> str:
    """Write a query that counts; with ``every`` column of a file also lines and forms."""
    cells = [f"c{column.place}" for column in columns]
    names = [f"WHEN grouping({cell}) = 0 THEN '{cell}'" for cell in cells]
    sets = [f"({cell})" for cell in cells]
    places = {column.meaning: f"c{column.place}" for column in every}
    if every:
        names += ["WHEN grouping(product) = 0 THEN 'form'", "ELSE if(blank, 'blank', 'filled')"]
        sets += [f"({', '.join(LABELS)})", "(blank)"]
    return COUNT.format(
        names=" ".join(names),
        cells=", ".join(cells),
        read=", ".join(read),
        taken=", ".join(LABELS if every else ["NULL"] * len(LABELS)),
        labels=", ".join(f"{places.get(label, 'NULL::VARCHAR')} AS {label}" for label in LABELS),
        blank=blank([f"c{column.place}" for column in every]) if every else "false",
        sets=", ".join(sets),
    )


def count_lines(session: duckdb.DuckDBPyConnection) -> tuple[int, int]:
    """Give the numbers of lines that are filled and that are blank, as they were counted."""
    lines = {row["name"]: row["lines"] for row in rows_of(session.sql(HOW_MANY))}
    return lines.get("filled", 0), lines.get("blank", 0)


def is_iban(text: str) -> bool:
    """Check the two control digits of an account number."""
    bare = text.replace(" ", "")
    return int("".join(str(int(sign, 36)) for sign in bare[4:] + bare[:4])) % 97 == 1
