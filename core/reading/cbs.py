"""Beleidsinformatie jeugd: what a provider delivers to Statistics Netherlands every half year.

A row is a trajectory, with codes instead of words and no amounts. Codes become the words that the
app knows, so that a file of declarations and one of these mean the same by the same column; the
code of the care form stays as the product. A begin of which only the month or year is known is its
first day, such an end its last.

The same care comes again in every delivery until it has ended. Of one client, provider, care form
and begin the newest state counts: the latest delivery, and where the file does not say when it was
made, an end over an open end and a later end over an earlier one.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

import duckdb
import pyarrow as pa

from core.care_forms import known_form, plain
from core.codes import CBS_CARE_FORMS, CBS_END_REASONS, end_reason_label
from core.errors import NotReadable
from core.reading.choices import CBS, ReadingChoices
from core.reading.findings import Finding, found
from core.reading.mapped import rows_of
from core.tables import OPEN_END

OWN_HEADINGS: Final = (
    *("datumaanvangjeugdhulp", "aanvangjeugdhulp", "datumeindejeugdhulp", "eindejeugdhulp"),
    "gestartmetcrisis",
)
ENOUGH: Final = 2  # of its own headings
FIXED_WIDTH: Final = re.compile(r"[\dA-Z ]{30,}")
FEWEST_DIGITS: Final = 20

MACROS: Final = (
    """CREATE OR REPLACE TEMP MACRO two_digits(cell) AS
        lpad(regexp_extract(trim(coalesce(cell, '')), '^([0-9]{1,2})(\\s*[-:|. ].*)?$', 1), 2, '0')
    """,
    """CREATE OR REPLACE TEMP MACRO first_known(cell) AS CASE
        WHEN regexp_matches(trim(cell), '^[12][0-9]{3}0000$') THEN left(trim(cell), 4) || '0101'
        WHEN regexp_matches(trim(cell), '^[12][0-9]{5}00$') THEN left(trim(cell), 6) || '01'
        ELSE cell END""",
    """CREATE OR REPLACE TEMP MACRO last_known(cell) AS CASE
        WHEN regexp_matches(trim(cell), '^[12][0-9]{3}0000$') THEN left(trim(cell), 4) || '1231'
        WHEN regexp_matches(trim(cell), '^[12][0-9]{3}(0[1-9]|1[0-2])00$')
            THEN strftime(last_day(try_strptime(left(trim(cell), 6) || '01', '%Y%m%d')), '%Y%m%d')
        ELSE cell END""",
)

NAMED: Final = """
    CREATE OR REPLACE TEMP VIEW named AS
    SELECT coded.* REPLACE (
        coalesce(forms.label, coded.care_form) AS care_form,
        if(forms.label IS NULL, coded.product, forms.code) AS product,
        coalesce(ends.label, coded.end_reason) AS end_reason,
        CASE two_digits(coded.crisis) WHEN '01' THEN 'ja' WHEN '02' THEN 'nee'
            ELSE coded.crisis END AS crisis,
        first_known(coded."start") AS "start",
        last_known(coded."end") AS "end",
        'start' AS start_source)
    FROM coded
    LEFT JOIN cbs_forms AS forms ON two_digits(coded.care_form) = forms.code
    LEFT JOIN cbs_ends AS ends ON two_digits(coded.end_reason) = ends.code"""

IMPRECISE: Final = """
    SELECT count(*) AS lines FROM coded
    WHERE regexp_matches(trim("start"), '^[12][0-9]{5}00$')
        OR regexp_matches(trim("end"), '^[12][0-9]{5}00$')"""

SUPERSEDED: Final = """
    UPDATE typed SET rule = 'superseded_state' FROM (
        SELECT typed.rowid AS line, row_number() OVER (
            PARTITION BY client_id, provider, care_form, "start"
            ORDER BY declared_on DESC NULLS LAST, "end" < $open_end DESC, "end" DESC,
                file_number DESC, row DESC) AS place
        FROM typed WHERE rule = '' AND list_contains($files, file_number)) AS states
    WHERE typed.rowid = states.line AND states.place > 1"""


def is_cbs(file: str, headings: Sequence[str], choices: ReadingChoices) -> bool:
    """Say whether a file is beleidsinformatie jeugd: as was chosen, else by its own headings."""
    if file in choices.kinds:
        return choices.kinds[file] == CBS
    return sum(plain(heading) in OWN_HEADINGS for heading in headings) >= ENOUGH


def refuse_fixed_width(file: str, headings: Sequence[str]) -> None:
    """Raise ``NotReadable`` for the form without headings: where what stands in it is not public.

    It is one long row of digits, letters and spaces where headings should be.
    """
    if len(headings) == 1 and FIXED_WIDTH.fullmatch(headings[0]):
        digits = sum(character.isdigit() for character in headings[0])
        if digits >= FEWEST_DIGITS:
            raise NotReadable(file, "fixed_width")


def decode(session: duckdb.DuckDBPyConnection, file: str) -> tuple[Finding, ...]:
    """Replace the codes in the view ``named`` by words; finds dates of which a part is unknown."""
    for macro in MACROS:
        session.execute(macro)
    _keep(session, "cbs_forms", {code: _label(code) for code in CBS_CARE_FORMS})
    _keep(session, "cbs_ends", {c: end_reason_label(ours) for c, ours in CBS_END_REASONS.items()})
    session.execute("DROP VIEW IF EXISTS coded")
    session.execute("ALTER VIEW named RENAME TO coded")
    session.execute(NAMED)
    lines = int(rows_of(session.sql(IMPRECISE))[0]["lines"])
    return (found("imprecise_date", file, lines),) if lines else ()


def mark_superseded(session: duckdb.DuckDBPyConnection, files: Sequence[int]) -> None:
    """Set earlier states of the same care in ``typed`` aside, among these files by number."""
    if files:
        session.execute(SUPERSEDED, {"open_end": OPEN_END, "files": list(files)})


def _label(code: str) -> str:
    form = known_form(code)
    return form.label if form else code


def _keep(session: duckdb.DuckDBPyConnection, name: str, labels: Mapping[str, str]) -> None:
    table = pa.table({"code": list(labels), "label": list(labels.values())})
    session.execute(f'DROP TABLE IF EXISTS "{name}"')
    session.from_arrow(table).create(name)
