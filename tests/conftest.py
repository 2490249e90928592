"""The language of the tests: small drawn tables, opened on every engine the model runs on.

A drawing is a table of words: ``-`` is missing, a date is its day number, a number is a number.
The column ``last`` is the last day of care, so that ``end`` is the day
after it and a missing one is care without an end. What a drawing leaves out has a plain value.
"""

import gc
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any, cast

import pytest
from hypothesis import settings

from core.frames import Frame, collect
from core.tables import DECLARATIONS, EVALUATIONS, OPEN_END, TRAJECTORIES, Table
from core.trajectories.calendar import day_number
from core.trajectories.rules import Rules
from tests.engines import in_duckdb, in_polars, in_spark, spark

settings.register_profile("usual", deadline=None, max_examples=40)
settings.register_profile("soak", deadline=None, max_examples=2_000)
settings.load_profile("usual")  # `make soak` asks for the other one

Row = dict[str, Any]
Opener = Callable[[Sequence[Row], Table], Frame]

LADDER = (("light", 2), ("medium", 3), ("heavy", 7), ("closed", 8))

PLAIN_LINE: Row = {
    "client_id": "k",
    "municipality": "G",
    "provider": "A",
    "care_form": "light",
    "amount_cents": 100,
    "is_credit": False,
    "allocation": "",
    "spell": 0,
    "referrer": "",
    "end_reason": "",
    "start_source": "declaration",
    "crisis": False,
    "sector": "",
    "source": "drawn",
    "row": 1,
    "side": "",
    "counterpart_cents": None,
    "provider_code": "",
    "reference": "",
    "previous_reference": "",
    "declared_on": None,
    "volume": None,
    "unit": "",
    "rate_cents": None,
    "district": "",
    "birth_year": None,
    "sex": "",
    "dated": True,
}

PLAIN_TRAJECTORY: Row = {
    "client_id": "k",
    "municipality": "G",
    "provider": "A",
    "care_form": "light",
    "level": 2,
    "status": "ended",
    "lines": 1,
    "bridged_days": 0,
    "amount_cents": 100,
    "referrer": "",
    "end_reason": "",
    "start_source": "declaration",
    "crisis": False,
    "sector": "",
    "dated": True,
}


def rules_of(**changed: Any) -> Rules:  # noqa: ANN401 - any setting, of any type
    """Give settled rules for drawings: days, seen from the end of 2024, with a short ladder."""
    settled: dict[str, Any] = {
        "as_of": day_number(date(2024, 12, 31)),
        "merge_gap_days": 0,
        "ladder": LADDER,
        "default_ladder": False,
        "uncounted": ("transport",),
        "uncounted_groups": (),
    }
    return Rules(**(settled | changed))


def drawn(drawing: str) -> list[Row]:
    """Read a drawing as rows."""
    heading, *lines = (line.split() for line in drawing.strip().splitlines() if line.strip())
    rows: list[Row] = [dict(zip(heading, map(_value, words), strict=True)) for words in lines]
    for row in rows:
        if "last" in row:
            last = row.pop("last")
            row["end"] = OPEN_END if last is None else last + 1
    return rows


def lines_of(rows: Sequence[Row]) -> list[Row]:
    """Complete rows to ``DECLARATIONS``; a missing text is MISSING."""
    whole = [PLAIN_LINE | row for row in rows]
    return [_typed(row | {"product": row.get("product", row["care_form"])}) for row in whole]


def trajectories_of(rows: Sequence[Row]) -> list[Row]:
    """Complete rows to ``TRAJECTORIES``, with the level of LADDER and numbered as drawn."""
    return [
        _typed(
            PLAIN_TRAJECTORY
            | {"trajectory_id": number, "level": dict(LADDER).get(str(row.get("care_form")), 0)}
            | ({} if "care_form" in row else {"level": 2})
            | row
        )
        for number, row in enumerate(rows, start=1)
    ]


def talks_of(rows: Sequence[Row]) -> list[Row]:
    """Complete rows to ``EVALUATIONS``: the plain client, and nothing known but the day."""
    plain = {"client_id": "k", "youth_present": "", "conclusion": "", "parties": ""}
    return [plain | row for row in rows]


def _typed(row: Row) -> Row:
    """Write text columns as text, also where a drawing holds a number or nothing."""
    texts = ("client_id", "municipality", "provider", "care_form", "allocation", "referrer")
    more = ("end_reason", "product", "reference", "previous_reference", "unit", "district", "sex")
    return row | {
        name: "" if row[name] is None else str(row[name]) for name in (*texts, *more) if name in row
    }


def split(rows: Sequence[Row], results: Sequence[str]) -> tuple[list[Row], list[Row]]:
    """Divide drawn rows into what goes in and what must come out (``results``, in row order)."""
    given = [{name: cell for name, cell in row.items() if name not in results} for row in rows]
    return given, [{name: row[name] for name in results} for row in rows]


def rows_of(frame: Frame, columns: Sequence[str], order: Sequence[str] = ()) -> list[Row]:
    """List the rows of a result with only these columns, sorted; null is None."""
    by = list(order) or list(columns)
    table = collect(frame.select(*dict.fromkeys([*by, *columns])).sort(*by))
    table = table[list(columns)].astype(object)
    return cast("list[Row]", table.where(table.notna(), None).to_dict("records"))


def _value(word: str) -> str | int | None:
    if word == "-":
        return None
    if word.lstrip("-").isdecimal():
        return int(word)
    if len(word) == len("2024-01-01") and word[4] == word[7] == "-":
        return day_number(date.fromisoformat(word))
    return word


@pytest.fixture(
    params=[in_duckdb, in_polars, pytest.param(in_spark, marks=pytest.mark.spark)],
    ids=["duckdb", "polars", "spark"],
)
def engine(request: pytest.FixtureRequest) -> Opener:
    """Open rows on an engine; a test that asks for this runs once on each."""
    return cast("Opener", request.param)


@pytest.fixture(scope="session", autouse=True)
def _keep_off_the_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what tests store in a folder of their own, never in that of who runs them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRAJECTZICHT_HOME", str(tmp_path_factory.mktemp("home")))
        yield


@pytest.fixture(scope="module", autouse=True)
def _empty_spark() -> Iterator[None]:
    """Let go of what the tests of a module kept in Spark: its memory is that of the whole run."""
    yield
    if spark.cache_info().currsize:
        gc.collect()  # Spark holds whatever Python still names
        spark().session.catalog.clearCache()


@pytest.fixture(scope="session", autouse=True)
def _stop_spark() -> Iterator[None]:
    yield
    if spark.cache_info().currsize:
        spark().session.stop()


__all__ = [
    "DECLARATIONS",
    "EVALUATIONS",
    "TRAJECTORIES",
    "Opener",
    "Row",
    "drawn",
    "in_duckdb",
    "in_polars",
    "in_spark",
    "lines_of",
    "rows_of",
    "rules_of",
    "split",
    "talks_of",
    "trajectories_of",
]
