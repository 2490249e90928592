"""One number of third starts: whatever page counts them, and by whatever rules."""

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from core.analysis import Analysis
from core.disclosure import Grid, publish_parts
from core.frames import collect
from core.readings import read_talks
from core.tables import EVALUATIONS, TRAJECTORIES
from core.trajectories.chains import find_chains
from core.trajectories.exceptions import (
    count_exceptions,
    find_exceptions,
    flag_sides,
    with_exceptions,
)
from core.trajectories.headlines import count_headlines
from core.trajectories.rules import EXCEPTIONS, Rules
from core.trajectories.selection import Selection
from core.trajectories.steps import find_steps
from core.trajectories.thirds import EVALUATED, count_all, count_thirds, select_thirds
from core.trajectories.triggers import find_triggers
from tests.conftest import Row, in_polars, rules_of, talks_of, trajectories_of

FIRST_DAY = 18_262  # 1 January 2020
YEARS = Selection(2020, 2024)

TRAJECTORY = st.fixed_dictionaries(
    {
        "client_id": st.sampled_from("abcd"),
        "provider": st.sampled_from("AB"),
        "care_form": st.sampled_from(["light", "heavy"]),
        "start": st.integers(FIRST_DAY, FIRST_DAY + 1700),
        "length": st.integers(1, 200),
    }
)
RULES = st.fixed_dictionaries(
    {
        "chain_gap_days": st.sampled_from([31, 92, 184, 365]),
        "lookback_months": st.sampled_from([0, 12, 24]),
        "trigger_position": st.sampled_from([2, 3]),
        "count_parallel": st.booleans(),
    }
)


def analysed(care: list[Row], talks: list[int], rules: Rules) -> Analysis:
    """Walk from drawn trajectories to triggers."""
    ordered = sorted(care, key=lambda row: (row["client_id"], row["start"]))
    rows = [row | {"end": row["start"] + row["length"]} for row in ordered]
    drawn = [{name: cell for name, cell in row.items() if name != "length"} for row in rows]
    trajectories = in_polars(trajectories_of(drawn), TRAJECTORIES)
    held = [{"client_id": "a", "date": FIRST_DAY + day} for day in talks]
    evaluations = in_polars(talks_of(held), EVALUATIONS)
    chained = find_steps(find_chains(trajectories, rules), rules)
    triggers = find_triggers(chained, rules, evaluations)
    plain = (trajectories, trajectories, trajectories)
    return Analysis(rules, *plain, chained, triggers, has_evaluations=True)


@settings(max_examples=10)
@given(st.lists(TRAJECTORY, min_size=6, max_size=24), st.lists(st.integers(0, 1700)), RULES)
def test_every_page_counts_the_same_third_starts(
    care: list[Row], talks: list[int], chosen: dict[str, int]
) -> None:
    """The rules page, the finding, its quarters, the readings and the exceptions are one count."""
    rules = rules_of(**chosen)
    analysis = analysed(care, talks, rules)
    chained, triggers = analysis.chained, analysis.triggers
    thirds = select_thirds(chained, triggers, rules, YEARS)
    told = int(collect(count_all(thirds))["thirds"].iloc[0])
    figures = collect(count_headlines(chained, triggers, rules, YEARS)).set_index("headline")
    assert figures.loc["trigger_starts", "number"] == told
    quarters = count_thirds(thirds, thirds.select("quarter").unique(), EVALUATED)
    assert collect(quarters)["thirds"].sum() == told
    assert read_talks(analysis, YEARS, "analist").whole == told
    if told:
        assert set(wholes_of(analysis)["whole"]) == {told}


def wholes_of(analysis: Analysis) -> pd.DataFrame:
    """Count as the table of exceptions does, exactly."""
    chained, rules = analysis.chained, analysis.rules
    thirds = select_thirds(chained, analysis.triggers, rules, YEARS)
    sides = flag_sides(with_exceptions(thirds, find_exceptions(chained, rules)))
    grid = Grid({"part": ["excepted", *EVALUATED]}, ["exception"])
    parts = publish_parts(count_exceptions(sides), "analist", "thirds", grid, ["exception"])
    assert set(parts["exception"]) == {*EXCEPTIONS, "agreed"}
    return parts
