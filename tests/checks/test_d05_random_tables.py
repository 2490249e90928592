"""D5: a thousand random tables with their sums, each attacked; a tenth of them in `make test`."""

from typing import Final

import pytest
from hypothesis import settings

from core.disclosure import Shape, protect_tables
from core.protection.policy import STATISTICS, STRICT, Policy
from tests.protection.attacking import attacked
from tests.protection.random_tables import random_tables

SEED: Final = 20_240_101
MOST_BEYOND: Final = 5.0
"""How many cells a table may lose on average beyond those that are small themselves."""

SHAPE: Final = Shape(counts=["clients"])


def number_of_tables() -> int:
    """Say how many tables to attack: all of them in a long run, where many cases are asked for."""
    usual = settings.get_profile("usual").max_examples
    return 100 if settings().max_examples <= usual else 1_000


def test_d5_no_hidden_cell_of_a_random_table_can_be_worked_out() -> None:
    found, beyond, tables = [], 0, number_of_tables()
    for table, margins in random_tables(tables, SEED):
        told = protect_tables([(table, SHAPE, margins)], "tafel", STRICT)[0]
        found += attacked([(table, margins)], [told], "clients", STRICT)
        small = protect_tables([(table, SHAPE, margins)], "eigen", STRICT)[0]["clients"] < 10
        beyond += int((told["clients"].isna() & ~small).sum())
    assert found == []
    assert 0 < beyond / tables < MOST_BEYOND


@pytest.mark.parametrize("rule", [STATISTICS], ids=["cbs"])
def test_d5_holds_by_the_other_rule_as_well(rule: Policy) -> None:
    for table, margins in random_tables(number_of_tables() // 10, SEED + 1):
        told = protect_tables([(table, SHAPE, margins)], "tafel", rule)
        assert not attacked([(table, margins)], told, "clients", rule)
