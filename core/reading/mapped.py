"""Lines under their meanings: the view ``named``, from which everything further is read.

    landed (c0, c1, …)  --columns-->  mapped (client_id, start, …)  --clean-->  named

A label keeps every character it was delivered with; only white space around it goes, signs that
nobody sees go (zero width, or turning the text round), and one letter or digit is written one way
(NFC, no full-width digits), so that labels that look equal are equal.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import duckdb

from core.reading.headings import Column
from core.reading.raw import MEANINGS

# Most labels are plain ASCII without white space around them, and need nothing: that is quick to
# see, where trimming every kind of white space is not.
CLEAN: Final = """
    CREATE OR REPLACE TEMP MACRO clean(label) AS CASE
        WHEN label IS NULL OR label = '' THEN ''
        WHEN strlen(label) = length(label)
            AND unicode(label) > 32 AND unicode(right(label, 1)) > 32 THEN label
        ELSE nfc_normalize(trim(translate(regexp_replace(label, '\\p{Cf}', '', 'g'),
            '\uff10\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19', '0123456789'),
            ' \t\n\r\u00a0\u2007\u202f')) END"""

NAMED: Final = """
    CREATE OR REPLACE TEMP VIEW named AS SELECT
        row, broken, lead_0, lead_1, lead_2,
        clean(client_id) AS client_id,
        clean(municipality) AS municipality,
        clean(provider) AS provider,
        clean(care_form) AS care_form,
        clean(product) AS product,
        "start", "end",
        CASE WHEN year IS NULL OR regexp_matches(period, '[0-9]{4}') THEN period
             ELSE period || ' ' || year END AS period,
        coalesce(amount, '') AS amount,
        upper(trim(coalesce(debit_credit, ''))) AS debit_credit,
        clean(allocation) AS allocation,
        clean(referrer) AS referrer,
        clean(end_reason) AS end_reason,
        lower(trim(coalesce(crisis, ''))) AS crisis,
        clean(reference) AS reference,
        clean(previous_reference) AS previous_reference,
        declared_on, volume, rate, birth_year,
        clean(unit) AS unit,
        clean(district) AS district,
        clean(sex) AS sex,
        coalesce(scheme, '') AS scheme,
        lower(trim(coalesce(decision, ''))) AS decision,
        coalesce(TRY_CAST(spell AS BIGINT), 0) AS spell,
        coalesce(nullif(start_source, ''), 'declaration') AS start_source
    FROM mapped"""

TIDY: Final = """
    SELECT name FROM counted_cells WHERE text IS NOT NULL
    GROUP BY name HAVING bool_and(clean(text) = text)"""

LEADS: Final = 3  # cells in front, where a total says that it is one


def name_lines(
    session: duckdb.DuckDBPyConnection,
    columns: Sequence[Column],
    dropped: Iterable[int] = (),
    filling: Mapping[str, str] | None = None,
) -> None:
    """Make the view ``named`` of the view ``landed``; ``dropped`` are places left out.

    ``filling`` gives the one value of a meaning that has no column of its own.

    A meaning without a column is null in ``start``, ``end`` and ``period``, where that differs from
    an empty cell, and an empty text elsewhere. Columns of which no value in ``counted_cells`` needs
    cleaning are taken as they are, which nearly all are.
    """
    places = {column.meaning: column.place for column in columns}
    kept = {meaning: place for meaning, place in places.items() if place not in set(dropped)}
    values = {} if filling is None else filling
    cells = [_cell(kept.get(name), values.get(name)).alias(name) for name in MEANINGS]
    leads = [
        _cell(place if place < len(columns) else None).alias(f"lead_{place}")
        for place in range(LEADS)
    ]
    lines = session.view("landed")
    lines.select("row", "broken", *leads, *cells).create_view("mapped", replace=True)
    session.execute(CLEAN)
    tidy = {row["name"] for row in rows_of(session.sql(TIDY))}
    view = NAMED
    for name, place in kept.items():
        if f"c{place}" in tidy:
            view = view.replace(f"clean({name})", name)
    session.execute(view)


def rows_of(relation: duckdb.DuckDBPyRelation) -> list[dict[str, Any]]:
    """Bring the rows of a small result here."""
    return relation.to_arrow_table().to_pylist()


def _cell(place: int | None, filling: str | None = None) -> duckdb.Expression:
    if place is None:
        return duckdb.ConstantExpression(filling).cast("VARCHAR")
    return duckdb.CoalesceOperator(
        duckdb.ColumnExpression(f"c{place}"), duckdb.ConstantExpression("")
    )
