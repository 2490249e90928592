"""Odds of groups: how often a next trajectory began, and that no number is about one person."""

import ast
import re
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import tables
from core.sequences.odds import (
    ANYTHING,
    OTHER_FORMS,
    UNKNOWN_AGE,
    count_next_steps,
    measure_odds,
)
from core.tables import CALIBRATED, CHAINED, DECLARATIONS, NEXT_STEPS, ODDS
from core.trajectories.chains import find_chains
from core.trajectories.cohorts import find_observed
from core.trajectories.steps import find_steps
from tests.conftest import (
    TRAJECTORIES,
    Opener,
    drawn,
    lines_of,
    rows_of,
    rules_of,
    trajectories_of,
)

ROOT = Path(__file__).parents[2]

# a goes on within the year, and then not again; b goes on a day too late; c begins too late to be
# followed for a year; d has two chains, the second after a long silence; z lets the data begin.
FOLLOWED = """
    client_id | care_form | start      | last       | referrer
    z         | light     | 2019-01-01 | 2019-01-31 | GP
    a         | light     | 2020-03-01 | 2021-02-28 | GP
    a         | heavy     | 2021-03-01 | 2021-03-31 | school
    b         | light     | 2020-03-01 | 2021-03-01 | GP
    b         | heavy     | 2021-03-02 | 2021-03-31 | GP
    c         | light     | 2024-02-01 | 2024-02-20 | GP
    c         | heavy     | 2024-03-01 | 2024-03-31 | GP
    d         | medium    | 2020-05-01 | 2020-05-31 | -
    d         | medium    | 2022-05-01 | 2022-05-31 | -
    """

BORN = """
    client_id | birth_year | start      | end
    a         | 2008       | 2020-03-01 | 2020-03-31
    b         | 2010       | 2020-03-01 | 2020-03-31
    d         | 1960       | 2020-05-01 | 2020-05-31
    """

COUNTED = [
    (1, "light", 0, "GP", 2020, 0, 1, 1),
    (1, "light", 12, "GP", 2020, 1, 1, 1),
    (1, "medium", UNKNOWN_AGE, "", 2020, 0, 1, 1),
    (1, "medium", UNKNOWN_AGE, "", 2022, 0, 1, 0),
    (2, "light", 0, "GP", 2021, 0, 1, 1),
    (2, "light", 12, "GP", 2021, 0, 1, 1),
]

cells = st.fixed_dictionaries(
    {
        "position": st.integers(1, 2),
        "care_form": st.sampled_from("abcd"),
        "age": st.sampled_from([0, 12]),
        "referrer": st.sampled_from(["GP", ""]),
        "reached": st.integers(0, 1),
        "clients": st.integers(0, 30),
    }
)


def test_a_next_trajectory_counts_when_it_begins_within_the_year(engine: Opener) -> None:
    """The referrer and the form are those of the first; a second chain adds no person."""
    rules = rules_of()
    trajectories = engine(trajectories_of(drawn(FOLLOWED)), TRAJECTORIES)
    chained = find_steps(find_chains(trajectories, rules), rules).select(*CHAINED)
    declarations = engine(lines_of(drawn(BORN)), DECLARATIONS)
    counted = count_next_steps(find_observed(chained), declarations, rules)
    expected = [dict(zip(NEXT_STEPS, row, strict=True)) for row in COUNTED]
    assert rows_of(counted, list(NEXT_STEPS)) == expected


def test_alike_chains_are_added_up_by_first_form() -> None:
    odds = measure_odds(steps(), 1, None, None, 10)
    assert sorted(odds.to_numpy().tolist()) == [
        [ANYTHING, 60 + 15 + 4, 90 + 40 + 30, 79],
        ["light", 60, 90, 60],
        [OTHER_FORMS, 15 + 4, 40 + 30, 19],
    ]


def test_chains_may_be_alike_in_age_or_referrer_too() -> None:
    older = measure_odds(steps(), 1, 12, None, 10)
    assert older[older["care_form"] == ANYTHING]["reached"].tolist() == [60 + 4]
    only = measure_odds(steps(), 1, None, "GP", 10)
    assert only["care_form"].tolist() == [ANYTHING, "medium"]
    assert only["reached"].tolist() == [15, 15]


def test_nobody_is_no_group() -> None:
    assert measure_odds(steps(), 3, None, None, 10).empty


@given(st.lists(cells, min_size=1, max_size=20), st.integers(1, 40))
def test_forms_and_others_add_up_and_none_is_small(
    rows: list[dict[str, object]], fewest: int
) -> None:
    table = pd.DataFrame(rows).assign(year=2020, chains=lambda found: found["clients"])
    odds = measure_odds(table, 1, None, None, fewest)
    alike = table[table["position"] == 1]
    whole, forms = odds[odds["care_form"] == ANYTHING], odds[odds["care_form"] != ANYTHING]
    for answer, name in ((1, "reached"), (0, "unreached")):
        chains = alike[alike["reached"] == answer]["chains"].sum()
        assert whole[name].sum() == forms[name].sum() == chains
    assert (forms["clients"] >= fewest).all() or len(forms) == 1


SCORES = re.compile(r"probab|score|chance|risk|predict|likelihood|expected|odds")
"""Words for a number that would say something about what is to come."""

MODELS = re.compile(r"\.(predict\w*|decision_function|score_samples)\($")


def all_tables() -> dict[str, tables.Table]:
    """List every table of the vocabulary."""
    return {name: table for name, table in vars(tables).items() if isinstance(table, dict)}


@pytest.mark.parametrize("name", all_tables())
def test_no_table_about_persons_holds_a_score(name: str) -> None:
    table = all_tables()[name]
    if {"client_id", "trajectory_id"} & set(table):
        assert not [column for column in table if SCORES.search(column)]


def test_what_odds_are_made_of_holds_no_person() -> None:
    for table in (NEXT_STEPS, ODDS, CALIBRATED):
        assert not {"client_id", "chain", "trajectory_id"} & set(table)
        assert "clients" in table


def test_only_groups_are_ever_given_to_a_model() -> None:
    """One module asks a model what it expects, and it never learned of a person or a chain."""
    files = [*sorted((ROOT / "core").rglob("*.py")), *sorted((ROOT / "pages").rglob("*.py"))]
    asking = {file.relative_to(ROOT).as_posix() for file in files if asks_a_model(file)}
    assert asking == {"core/sequences/calibration.py"}
    said = (ROOT / "core/sequences/calibration.py").read_text()
    assert not re.search(r"client_id|trajectory_id|\"chain\"", said)


def asks_a_model(file: Path) -> bool:
    """Tell whether a module calls what models of scikit-learn and statsmodels expect with."""
    calls = [node for node in ast.walk(ast.parse(file.read_text())) if isinstance(node, ast.Call)]
    return any(MODELS.search(f"{ast.unparse(call.func)}(") for call in calls)


def steps() -> pd.DataFrame:
    """Give counted steps in position 1: light often, medium and heavy seldom."""
    rows = [
        (1, "light", 12, "", 2020, 1, 60, 60),
        (1, "light", 12, "", 2020, 0, 90, 88),
        (1, "medium", 0, "GP", 2020, 1, 15, 15),
        (1, "medium", 0, "GP", 2020, 0, 40, 40),
        (1, "heavy", 12, "", 2020, 1, 4, 4),
        (1, "heavy", 12, "", 2020, 0, 30, 30),
        (2, "light", 12, "", 2021, 1, 9, 9),
    ]
    return pd.DataFrame(rows, columns=list(NEXT_STEPS))
