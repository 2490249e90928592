"""The rules as a whole: each has its text, its module and two tests beside it."""

import ast
from pathlib import Path

import pytest

from core.quality import rules
from core.quality.registry import BY_NAME, RULES
from core.quality.rule import ALLOCATIONS_TABLE, Rule, rejected_at_reading
from core.reading.findings import ERRORS
from core.tables import DECLARATIONS
from core.text.findings import SENTENCES
from core.text.quality_rules import ADVICE, SEVERITY_NAMES, WHAT, advice, what

MODULES = Path(rules.__path__[0])
TESTS = Path(__file__).parent / "rules"
every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


def test_there_are_forty_or_more() -> None:
    assert len(RULES) >= 40


def test_codes_and_names_are_unique() -> None:
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)


@every_rule
def test_a_rule_has_a_module_of_its_name(rule: Rule) -> None:
    assert (MODULES / f"{rule.name}.py").is_file()


@every_rule
def test_a_rule_has_two_tests_beside_it(rule: Rule) -> None:
    tree = ast.parse((TESTS / f"test_{rule.name}.py").read_text())
    tests = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    assert len([node for node in tests if node.name.startswith("test_")]) >= 2


def test_no_test_is_without_its_rule() -> None:
    tested = {path.stem.removeprefix("test_") for path in TESTS.glob("test_*.py")}
    assert tested == set(BY_NAME)


@every_rule
def test_a_rule_says_what_is_wrong_and_what_to_do(rule: Rule) -> None:
    assert what(rule.name).startswith(("Regels", "Creditregels"))
    assert not what(rule.name).endswith(".")
    assert advice(rule.name).endswith(".")
    assert rule.severity in SEVERITY_NAMES


def test_nothing_is_said_twice_or_about_no_rule() -> None:
    assert not set(WHAT) & set(SENTENCES)
    assert set(WHAT) <= set(BY_NAME)
    assert set(ADVICE) == set(BY_NAME)


@every_rule
def test_fields_and_needs_are_columns(rule: Rule) -> None:
    assert set(rule.fields) <= set(DECLARATIONS)
    assert set(rule.needs) <= {*DECLARATIONS, ALLOCATIONS_TABLE}


def test_every_error_of_reading_is_a_rule_and_no_other_rule_rejects() -> None:
    assert {rule.name for rule in RULES if rule.severity == "error"} == set(ERRORS)


def test_a_severity_that_does_not_exist_is_refused() -> None:
    rule = rejected_at_reading("K999", "total_row")
    with pytest.raises(ValueError, match="severity"):
        Rule(rule.code, rule.name, "fatal", (), rule.fails)
