"""Repairing as a whole: off by default, counted, flagged, and the same on every engine."""

import ast
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.analysis import Analysis, analyse
from core.errors import WrongRules
from core.frames import Frame, frame_of_rows, keep, open_duckdb
from core.links import rules_of_text, text_of_rules
from core.quality import repairs
from core.quality.repairing import BY_NAME, apply_repairs, count_each_repair, count_repairs
from core.reading.settings import rules_of as read_settings
from core.tables import DECLARATIONS, REPAIR_COUNTS, REPAIRED
from core.text.repairs import MEANINGS, NAMES, repaired
from core.text.status import definition
from core.trajectories.rules import REPAIRS, Rules, start_rules
from tests.conftest import Opener, Row, in_duckdb, in_polars, rows_of, rules_of
from tests.quality.drawing import drawn_lines
from tests.quality.random_lines import accepted, random_lines

TESTS = Path(__file__).parent / "repairs"
PLACE = ["source", "row"]

TWO_HALVES = """
allocation  start       last
7           2024-01-01  2024-01-31
8           2024-03-01  2024-03-31
"""


def drawn_at_random(seed: int, lines: int, opener: Opener) -> Frame:
    random = Random(seed)  # noqa: S311 - drawing lines is no secret
    return opener(accepted(random_lines(random, lines)), DECLARATIONS)


def test_every_repair_has_a_module_two_tests_and_words() -> None:
    modules = {path.stem for path in Path(repairs.__path__[0]).glob("*.py")} - {"__init__"}
    assert modules == set(REPAIRS) == set(NAMES) == set(MEANINGS) == set(BY_NAME)
    for name in REPAIRS:
        tree = ast.parse((TESTS / f"test_{name}.py").read_text())
        assert len([node for node in tree.body if isinstance(node, ast.FunctionDef)]) >= 2


def test_no_repair_is_on_by_default_and_then_nothing_is_touched() -> None:
    lines = drawn_at_random(1, 10, in_duckdb)
    assert Rules().repairs == ()
    assert apply_repairs(lines, ()) is lines
    assert count_repairs(lines, ()) == []


def test_a_repair_that_does_not_exist_is_refused() -> None:
    with pytest.raises(KeyError, match="magic"):
        apply_repairs(drawn_at_random(1, 3, in_duckdb), ["magic"])


@settings(max_examples=10)
@given(st.integers(0, 10**6), st.sets(st.sampled_from(REPAIRS), min_size=1))
def test_repaired_lines_are_lines_with_a_flag_where_they_changed(
    seed: int, chosen: set[str]
) -> None:
    lines = drawn_at_random(seed, 30, in_polars)
    frame = apply_repairs(lines, chosen)
    assert list(frame.collect_schema()) == list(REPAIRED)
    before = {(row["source"], row["row"]): row for row in rows_of(lines, list(DECLARATIONS), PLACE)}
    after = rows_of(frame, list(REPAIRED), PLACE)
    assert len({(row["source"], row["row"]) for row in after}) == len(after)
    for row in after:
        flagged = row.pop("repaired")
        same = row == before[row["source"], row["row"]]
        assert same or flagged
        assert row["start"] < row["end"]
    counts = count_repairs(lines, chosen)
    assert list(counts[0]) == list(REPAIR_COUNTS)
    assert len(before) - len(after) == sum(int(count["dropped"]) for count in counts)


def test_every_engine_repairs_the_same(engine: Opener) -> None:
    frames = [drawn_at_random(5, 120, opener) for opener in (engine, in_duckdb)]
    found, expected = [
        rows_of(apply_repairs(lines, REPAIRS), list(REPAIRED), PLACE) for lines in frames
    ]
    assert found == expected


def test_the_counts_do_not_depend_on_the_engine() -> None:
    frames = [drawn_at_random(5, 120, opener) for opener in (in_polars, in_duckdb)]
    found, expected = [count_repairs(lines, REPAIRS) for lines in frames]
    assert found == expected


def test_every_repair_does_something_here() -> None:
    counts = [
        count
        for lines in (15, 400)
        for count in count_repairs(drawn_at_random(5, lines, in_duckdb), REPAIRS)
    ]
    assert {count["repair"] for count in counts if count["lines"]} == set(REPAIRS)


def test_the_effect_on_the_headline_is_the_difference_of_two_analyses() -> None:
    assert rows_of_trajectories(()) == 2
    assert rows_of_trajectories(("bridge_missing_month",)) == 1


def test_repaired_lines_are_counted_apart_from_those_delivered() -> None:
    analysis = analysed(("bridge_missing_month",))
    assert len(rows_of(analysis.declarations, PLACE)) == len(rows_of(analysis.repaired, PLACE)) == 2
    assert [row["repaired"] for row in rows_of(analysis.repaired, [*PLACE, "repaired"], PLACE)] == [
        True,
        False,
    ]


def rows_of_trajectories(chosen: tuple[str, ...]) -> int:
    return len(rows_of(analysed(chosen).trajectories, ["trajectory_id"]))


def analysed(chosen: tuple[str, ...]) -> Analysis:
    workspace = open_duckdb()
    rows: list[Row] = accepted(drawn_lines(TWO_HALVES))
    keep(workspace, frame_of_rows(workspace, rows, DECLARATIONS), "declarations")
    return analyse(workspace, rules_of(repairs=chosen))


def test_a_repair_travels_in_a_link_and_stands_in_a_file_of_rules() -> None:
    rules = Rules(repairs=("close_at_stop", "trim_overlap"))
    assert rules_of_text(text_of_rules(rules)) == rules
    assert read_settings({"repairs": ["close_at_stop", "trim_overlap"]}) == rules
    assert text_of_rules(start_rules()) == ""


@pytest.mark.parametrize("read", [rules_of_text, lambda _: read_settings({"repairs": ["magic"]})])
def test_rules_refuse_a_repair_that_does_not_exist(read: Callable[[str], Rules]) -> None:
    with pytest.raises(WrongRules) as refused:
        read("repairs.magic")
    assert (refused.value.setting, refused.value.reason) == ("repairs", "unknown_repair")


def test_the_status_line_says_which_repairs_are_on() -> None:
    assert "met herstel" not in definition(rules_of())
    assert "met herstel: nullen" in definition(rules_of(repairs=("pad_codes",)))
    assert repaired(0, 0) == "Geen regels om te herstellen."
    assert repaired(3, 1) == "Herstelde regels: 3, waarvan weggelaten: 1."


def test_each_repair_by_itself_is_counted_on_the_lines_as_delivered() -> None:
    lines = drawn_at_random(5, 40, in_duckdb)
    alone = [count for name in REPAIRS for count in count_repairs(lines, [name])]
    assert count_each_repair(lines) == alone
