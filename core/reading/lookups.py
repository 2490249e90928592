"""The different dates, amounts and codes of a file, each parsed once, as tables to join.

days     text, day, fault, start_fault       periods  text, period_start, period_end, fault
amounts  text, cents, fault                  forms    the delivered labels, form, sector, known
volumes  text, volume                        rates    text, cents

They are made of the table ``different`` (``core.reading.different``).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final

import duckdb
import pyarrow as pa

from core.care_forms import known_form
from core.products import Product, product_described, product_of
from core.reading.amounts import Amount, amount_of, volume_of
from core.reading.choices import DAY_FIRST, ReadingChoices
from core.reading.days import IMPLAUSIBLE, Day, day_of, period_of
from core.reading.findings import Finding, found
from core.reading.mapped import rows_of
from core.reading.orders import find_ambiguous, in_order
from core.tables import MISSING, OPEN_END

DIFFERENT_DAYS: Final = """
    SELECT text, coalesce(sum(lines) FILTER (meaning <> 'declared_on'), 0)::BIGINT AS lines
    FROM different
    WHERE meaning IN ('start', 'end', 'declared_on') AND text IS NOT NULL GROUP BY text"""
DIFFERENT_PERIODS: Final = """
    SELECT text, lines FROM different WHERE meaning = 'period' AND text IS NOT NULL"""
# Nearly all amounts are written as 1234,56: those are read here, and looked at as one or two.
USUAL_CENTS: Final = """
    CREATE OR REPLACE TEMP MACRO usual_cents(text, in_cents) AS
    CASE WHEN NOT in_cents AND regexp_full_match(text, '-?[0-9]{1,11},[0-9]{2}')
        THEN replace(text, ',', '')::BIGINT END"""
DIFFERENT_AMOUNTS: Final = """
    SELECT min(text) AS text, sum(lines)::BIGINT AS lines
    FROM (SELECT text, lines, usual_cents(text, $in_cents) AS cents FROM different
        WHERE meaning = 'amount')
    GROUP BY if(cents IS NULL, text, NULL), cents = 0"""
USUAL_AMOUNTS: Final = """
    INSERT INTO amounts
    SELECT text, usual_cents(text, $in_cents) AS cents, '' AS fault FROM different
    WHERE meaning = 'amount' AND cents IS NOT NULL AND text NOT IN (SELECT text FROM amounts)"""
DIFFERENT_VOLUMES: Final = """
    SELECT text FROM different WHERE meaning = 'volume' AND text IS NOT NULL"""
DIFFERENT_RATES: Final = """
    SELECT text FROM different WHERE meaning = 'rate' AND text IS NOT NULL"""
DIFFERENT_FORMS: Final = """
    SELECT municipality, care_form, product FROM different WHERE meaning = 'form'"""

HIGH_FOR_EUROS: Final = 10_000
FEW_AMOUNTS: Final = 20  # too few to say anything about all of them


def look_up_days(
    session: duckdb.DuckDBPyConnection, file: str, order: str | None = None
) -> tuple[Finding, ...]:
    """Make the tables ``days`` and ``periods``; finds dates that are written in several ways.

    ``order`` is what the owner said about day and month; without it the day stands in front, and
    dates that could be read otherwise are found too.
    """
    rows = rows_of(session.sql(DIFFERENT_DAYS))
    days = [day_of(in_order(row["text"], order or DAY_FIRST)) for row in rows]
    _keep(
        session,
        "days",
        {
            "text": pa.array([row["text"] for row in rows], pa.string()),
            "day": pa.array([day.number for day in days], pa.int64()),
            "fault": pa.array([day.fault for day in days], pa.string()),
            "start_fault": pa.array(
                [_as_start(day, row["text"]) for day, row in zip(days, rows, strict=True)],
                pa.string(),
            ),
        },
    )
    _look_up_periods(session, order or DAY_FIRST)
    styles: Counter[str] = Counter()
    for day, row in zip(days, rows, strict=True):
        styles[day.style] += row["lines"]
    ambiguous = find_ambiguous(file, rows) if order is None else ()
    return (*_mixed(file, styles), *ambiguous)


def look_up_amounts(
    session: duckdb.DuckDBPyConnection, file: str, *, in_cents: bool
) -> tuple[Finding, ...]:
    """Make the table ``amounts``; finds amounts that can be read in two ways."""
    session.execute(USUAL_CENTS)
    given = {"in_cents": in_cents}
    different = session.sql(DIFFERENT_AMOUNTS, params=given)
    texts, counts = different.to_arrow_table().to_pydict().values()
    amounts = [amount_of(text, in_cents=in_cents) for text in texts]
    _keep(
        session,
        "amounts",
        {
            "text": pa.array(texts, pa.string()),
            "cents": pa.array([amount.cents for amount in amounts], pa.int64()),
            "fault": pa.array([amount.fault for amount in amounts], pa.string()),
        },
    )
    session.execute(USUAL_AMOUNTS, given)
    if in_cents:
        return ()
    return (*_ambiguous(file, amounts, counts), *_perhaps_cents(file, amounts, counts))


def look_up_volumes(session: duckdb.DuckDBPyConnection, *, in_cents: bool) -> None:
    """Make the tables ``volumes`` and ``rates``; what cannot be read is null there."""
    volumes = [row["text"] for row in rows_of(session.sql(DIFFERENT_VOLUMES))]
    rates = [row["text"] for row in rows_of(session.sql(DIFFERENT_RATES))]
    read = {
        "volumes": {
            "text": pa.array(volumes, pa.string()),
            "volume": pa.array(map(volume_of, volumes), pa.float64()),
        },
        "rates": {
            "text": pa.array(rates, pa.string()),
            "cents": pa.array(
                [amount_of(text, in_cents=in_cents).cents for text in rates], pa.int64()
            ),
        },
    }
    for name, columns in read.items():
        _keep(session, name, columns)


def look_up_forms(session: duckdb.DuckDBPyConnection, choices: ReadingChoices) -> None:
    """Make the table ``forms``: the care form and sector of every combination of labels."""
    rows = rows_of(session.sql(DIFFERENT_FORMS))
    answers = [_form_of(row, choices) for row in rows]
    labels = {
        name: pa.array([row[name] for row in rows], pa.string())
        for name in ("municipality", "care_form", "product")
    }
    results = {
        "form": pa.array([form for form, _, _ in answers], pa.string()),
        "sector": pa.array([sector for _, sector, _ in answers], pa.string()),
        "known": pa.array([known for _, _, known in answers], pa.bool_()),
    }
    _keep(session, "forms", {**labels, **results})


def _keep(session: duckdb.DuckDBPyConnection, name: str, columns: Mapping[str, Any]) -> None:
    session.execute(f'DROP TABLE IF EXISTS "{name}"')
    session.from_arrow(pa.table(dict(columns))).create(name)


def _look_up_periods(session: duckdb.DuckDBPyConnection, order: str) -> None:
    rows = rows_of(session.sql(DIFFERENT_PERIODS))
    periods = [period_of(in_order(row["text"], order)) for row in rows]
    _keep(
        session,
        "periods",
        {
            "text": pa.array([row["text"] for row in rows], pa.string()),
            "period_start": pa.array([period.start for period in periods], pa.int64()),
            "period_end": pa.array([period.end for period in periods], pa.int64()),
            "fault": pa.array([period.fault for period in periods], pa.string()),
        },
    )


def _as_start(day: Day, text: str) -> str:
    """Name what is wrong with a day as a begin, where nothing may be left open."""
    if day.number != OPEN_END:
        return day.fault
    return IMPLAUSIBLE if "9999" in text else "missing_required"


def _mixed(file: str, styles: Counter[str]) -> tuple[Finding, ...]:
    lines = [count for style, count in styles.items() if style]
    odd = sum(lines) - max(lines, default=0)
    return (found("mixed_dates", file, odd),) if odd else ()


def _ambiguous(file: str, amounts: Sequence[Amount], counts: Sequence[int]) -> tuple[Finding, ...]:
    """A decimal comma elsewhere in the file settles that a dot separates thousands."""
    if any(amount.style == "comma" for amount in amounts):
        return ()
    lines = sum(
        count for amount, count in zip(amounts, counts, strict=True) if amount.style == "ambiguous"
    )
    return (found("ambiguous_amount", file, lines),) if lines else ()


def _perhaps_cents(
    file: str, amounts: Sequence[Amount], counts: Sequence[int]
) -> tuple[Finding, ...]:
    written = [
        (abs(amount.cents), count)
        for amount, count in zip(amounts, counts, strict=True)
        if amount.cents is not None
    ]
    lines = sum(count for _, count in written)
    if lines < FEW_AMOUNTS or any(
        amount.style in {"comma", ""} for amount in amounts if amount.cents
    ):
        return ()
    high = sum(count for cents, count in written if cents > HIGH_FOR_EUROS * 100)
    return (found("perhaps_cents", file, lines),) if high * 2 > lines else ()


def _form_of(labels: Mapping[str, str], choices: ReadingChoices) -> tuple[str, str, bool]:
    """Give care form, sector, and whether the form is known rather than a code left as it is."""
    care_form, product = labels["care_form"], labels["product"]
    here = choices.municipalities.get(labels["municipality"], {})
    delivered = care_form or product
    chosen = here.get(delivered) or choices.care_forms.get(delivered)
    listed = product_of(product)
    sector = _sector(listed or product_described(delivered))
    if chosen or care_form:
        return chosen or care_form, sector, True
    if listed:
        return listed.label, sector, True
    return product, sector, not product or known_form(product) is not None


def _sector(product: Product | None) -> str:
    return product.sector if product else MISSING
