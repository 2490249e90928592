"""Checking rules: counts that are right, on every engine and for every order of the lines."""

from collections import Counter
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.frames import collect
from core.quality.checking import RuleResult, check_rules, find_failing, tables_of
from core.quality.delivered import find_delivered
from core.quality.registry import BY_NAME, RULES
from core.quality.rule import Tables, set_aside
from core.tables import ALLOCATIONS, DECLARATIONS, SET_ASIDE
from tests.conftest import Opener, Row, in_duckdb, in_polars
from tests.quality.drawing import tables_drawn
from tests.quality.random_lines import accepted, random_allocations, random_lines


def opened(rows: list[Row], aside: list[Row], allocated: list[Row], opener: Opener) -> Tables:
    declarations = opener(accepted(rows), DECLARATIONS)
    return tables_of(
        declarations,
        opener(aside, SET_ASIDE),
        find_delivered(declarations),
        opener(allocated, ALLOCATIONS),
    )


def numbers(results: tuple[RuleResult, ...]) -> list[tuple[str, str, int, int, int]]:
    return [
        (result.rule.code, result.outcome, result.lines, result.clients, result.suppliers)
        for result in results
    ]


@settings(max_examples=10)
@given(st.integers(0, 10**6), st.integers(1, 40))
def test_every_failing_line_exists_once_and_is_counted(seed: int, lines: int) -> None:
    random = Random(seed)  # noqa: S311 - drawing lines is no secret
    rows, aside = random_lines(random, lines), random_lines(random, lines)
    tables = opened(rows, aside, random_allocations(random, 3), in_polars)
    for result in check_rules(tables):
        if result.outcome != "not_checkable":
            table = aside if result.rule.among is set_aside else rows
            found = collect(find_failing(tables, result.rule))
            hit = list(zip(found["source"], found["row"], strict=True))
            known = {(row["source"], row["row"]): row for row in table}
            assert not [line for line, times in Counter(hit).items() if times > 1]
            assert set(hit) <= set(known)
            failing = [known[line] for line in hit]
            assert result.lines == len(failing)
            assert result.clients == len({row["client_id"] for row in failing})
            assert result.suppliers == len({row["provider"] for row in failing} - {""})
            assert (result.outcome == "failed") == bool(failing)


def test_every_engine_finds_the_same(engine: Opener) -> None:
    random = Random(7)  # noqa: S311 - drawing lines is no secret
    rows, aside = random_lines(random, 120), random_lines(random, 30)
    allocated = random_allocations(random, 4)
    expected = check_rules(opened(rows, aside, allocated, in_duckdb))
    assert numbers(check_rules(opened(rows, aside, allocated, engine))) == numbers(expected)
    assert len([result for result in expected if result.outcome == "failed"]) > 50


def test_the_order_of_the_lines_changes_nothing() -> None:
    random = Random(8)  # noqa: S311 - drawing lines is no secret
    rows, aside = random_lines(random, 60), random_lines(random, 10)
    allocated = random_allocations(random, 4)
    expected = numbers(check_rules(opened(rows, aside, allocated, in_duckdb)))
    random.shuffle(rows)
    assert numbers(check_rules(opened(rows, aside, allocated, in_duckdb))) == expected


def test_what_was_not_delivered_cannot_be_checked() -> None:
    tables = tables_drawn("start last\n2024-01-01 2024-01-31")
    results = {result.rule.name: result for result in check_rules(tables)}
    assert results["unknown_referrer"].outcome == "not_checkable"
    assert results["unknown_referrer"].missing == ("referrer",)
    assert results["outside_allocation"].missing == ("allocation", "allocations")
    assert results["period_over_months"].outcome == "passed"


def test_lines_set_aside_without_client_or_provider_are_counted_as_lines() -> None:
    drawing = "row client_id provider rule\n1 - - total_row\n2 a - total_row\n3 a A total_row"
    rule = BY_NAME["total_row"]
    (result,) = check_rules(tables_drawn(drawing, rule=rule), [rule])
    assert (result.lines, result.clients, result.suppliers) == (3, 1, 1)


@pytest.mark.parametrize("rules", [(), RULES[:1], RULES[-2:]], ids=len)
def test_results_stand_in_the_order_of_the_rules(rules: tuple[object, ...]) -> None:
    tables = tables_drawn("start last\n2024-01-01 2024-01-31")
    chosen = [rule for rule in RULES if rule in rules]
    assert [result.rule for result in check_rules(tables, chosen)] == chosen
