"""Why lines stand at one side only: one drawn rule a reason, and all lines have one."""

from functools import cache

import narwhals.stable.v2 as nw
import pytest

from core.quality.reasons import REASONS, count_reasons, find_reasons
from core.tables import DECLARATIONS, Column
from tests.conftest import Opener, Row, drawn, in_duckdb, lines_of, rows_of

SET_ASIDE = DECLARATIONS | {"rule": Column(nw.String, "Regel", "Why the line was set aside")}

PERIOD = "2024-01-01 2024-01-31"
CASES = {
    "the municipality rejected such a line": (
        f"k provider p {PERIOD} 0 -", f"k municipality p {PERIOD} 0 -", "rejected"
    ),
    "its own side took the line back": (
        f"k provider p {PERIOD} 0 -\nk provider p {PERIOD} 1 -", "", "credited"
    ),
    "the other side delivered nothing of this provider for the month": (
        f"k provider p {PERIOD} 0 -\nk both p 2024-02-01 2024-02-29 0 -", "", "outside_months"
    ),
    "the other side does not have the client": (
        f"k provider p {PERIOD} 0 -\nm both p {PERIOD} 0 -", "", "unknown_client"
    ),
    "the other side has fewer of such lines": (
        f"k provider p {PERIOD} 0 -\nk both p {PERIOD} 0 -", "", "other_number"
    ),
    "the other side has another product over the same days": (
        f"k provider p {PERIOD} 0 -\nk municipality q {PERIOD} 0 -", "", "other_product"
    ),
    "the other side has the product over days that overlap": (
        f"k provider p {PERIOD} 0 -\nk municipality p 2024-01-15 2024-02-15 0 -",
        "",
        "other_period",
    ),
    "the other side knows allocations, but not this one": (
        f"k provider p {PERIOD} 0 a\nk both q 2024-01-15 2024-02-15 0 b", "", "unknown_allocation"
    ),
    "the other side has nothing of the client over these days": (
        f"k provider p {PERIOD} 0 -\nm both p {PERIOD} 0 -\nk both p 2024-03-01 2024-03-31 0 -",
        "",
        "no_line",
    ),
    "nothing explains it": (
        f"k provider p {PERIOD} 0 -\nk both q 2024-01-15 2024-02-15 0 -", "", "unexplained"
    ),
}  # fmt: skip


def opened(drawing: str) -> list[Row]:
    rows = drawn(f"client_id side product start last is_credit allocation\n{drawing}")
    return [
        row | {"row": number, "is_credit": bool(row["is_credit"]), "rule": "rejected_declaration"}
        for number, row in enumerate(lines_of(rows))
    ]


@pytest.mark.parametrize("case", CASES)
def test_the_first_reason_that_holds(engine: Opener, case: str) -> None:
    assert reasons_of(engine)[case] == CASES[case][2]


@cache
def reasons_of(engine: Opener) -> dict[str, str]:
    """Look for the reasons of all cases at once, each at a provider of its own."""
    told = [[*map(opened, case[:2])] for case in CASES.values()]
    apart = [
        [
            [
                row | {"provider": f"P{number}", "client_id": f"{row['client_id']}{number}"}
                for row in rows
            ]
            for rows in case
        ]
        for number, case in enumerate(told)
    ]
    lines = [row for given, _ in apart for row in given]
    rejected = [row for _, given in apart for row in given]
    found = find_reasons(engine(lines, DECLARATIONS), engine(rejected, SET_ASIDE))
    first = {row["provider"]: row["reason"] for row in rows_of(found, COLUMNS) if row["row"] == 0}
    return {case: first[f"P{number}"] for number, case in enumerate(CASES)}


COLUMNS = ["provider", "row", "reason"]
PLAIN = [opened(f"x provider p {PERIOD} 0 -")[0] | {"rule": "duplicate"}]


def test_reasons_add_up_to_what_stands_alone() -> None:
    drawing = "\n".join(
        [
            *(f"k{n} provider p {PERIOD} 0 -" for n in range(3)),
            *(f"k{n} both q {PERIOD} 0 -" for n in range(2)),
            f"m municipality q {PERIOD} 1 -",
        ]
    )
    reasons = find_reasons(in_duckdb(opened(drawing), DECLARATIONS), in_duckdb(PLAIN, SET_ASIDE))
    counted = rows_of(count_reasons(reasons, ["provider"]), ["side", "reason", "lines", "clients"])
    assert len(counted) == 2 * len(REASONS)
    assert [tuple(row.values()) for row in counted if row["lines"]] == [
        ("municipality", "credited", 1, 1),
        ("provider", "unexplained", 2, 2),
        ("provider", "unknown_client", 1, 1),
    ]
