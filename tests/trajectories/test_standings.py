"""Where live chains stand: asked, prepared, kept, broken, or put right afterwards."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.frames import Frame
from core.tables import EVALUATIONS, TRAJECTORIES
from core.trajectories.chains import find_chains
from core.trajectories.rules import Rules
from core.trajectories.standings import (
    count_standings,
    find_attended,
    find_history,
    find_standings,
    find_worklist,
)
from core.trajectories.steps import find_steps
from core.trajectories.triggers import find_triggers
from tests.conftest import (
    Opener,
    Row,
    drawn,
    in_polars,
    rows_of,
    rules_of,
    talks_of,
    trajectories_of,
)

ONE = "start last\n2024-06-01 -"
TWO = "start last\n2024-01-01 2024-03-31\n2024-06-01 -"
THREE = "start last\n2023-01-01 2023-03-31\n2023-06-01 2023-09-30\n2023-12-01 -"
FOUR = THREE.replace("2023-12-01 -", "2023-12-01 2024-03-31\n2024-05-01 -")
RECENT = "start last\n2024-01-01 2024-03-31\n2024-06-01 2024-08-31\n2024-11-01 -"
OVER = "start last\n2023-01-01 2023-03-31\n2023-06-01 2023-09-30\n2023-12-01 2024-05-31"

CASES: dict[str, tuple[str, list[str] | None, Row, list[str]]] = {
    "a first asks for nothing yet": (ONE, [], {}, ["not_yet"]),
    "a second asks for attention": (TWO, [], {}, ["attention"]),
    "and is prepared after a talk": (TWO, ["2024-11-01"], {}, ["prepared"]),
    "without any list nobody knows of a third": (THREE, None, {}, ["unknown"]),
    "a third after a talk is as agreed": (THREE, ["2023-10-15"], {}, ["evaluated"]),
    "a third without one stays without one": (THREE, [], {}, ["without"]),
    "a talk afterwards, in time, is seen": (THREE, ["2024-02-01"], {}, ["late"]),
    "a talk on the first day is one afterwards": (THREE, ["2023-12-01"], {}, ["late"]),
    "unless that day counts": (
        THREE,
        ["2023-12-01"],
        {"evaluation_on_start_day": True},
        ["evaluated"],
    ),
    "a talk long afterwards is none": (THREE, ["2024-08-01"], {}, ["without"]),
    "while the days have not passed it is still possible": (RECENT, [], {}, ["late_possible"]),
    "a chain is as its worst start": (FOUR, ["2024-04-15"], {}, ["late"]),
    "also when a later one is as agreed": (
        FOUR,
        ["2024-04-20"],
        {"evaluation_window_days": 90},
        ["without"],
    ),
    "an exception of all its starts takes it out": (
        THREE,
        [],
        {"exceptions": ("extension",)},
        ["excepted"],
    ),
    "a chain that is over is not live": (OVER, [], {}, []),
}


def frames(
    engine: Opener, drawing: str, talks: list[str] | None, rules: Rules
) -> tuple[Frame, Frame, Frame | None]:
    """Open drawn trajectories as chains, with their triggers and the talks behind them."""
    days = [drawn(f"day\n{day}")[0]["day"] for day in talks or []]
    chained = find_steps(
        find_chains(engine(trajectories_of(drawn(drawing)), TRAJECTORIES), rules), rules
    )
    told = None
    if talks is not None:
        told = engine(talks_of([{"date": day} for day in days or [0]]), EVALUATIONS)
    return chained, find_triggers(chained, rules, told), told


@pytest.mark.parametrize(("drawing", "talks", "settings", "expected"), CASES.values(), ids=CASES)
def test_find_standings(
    drawing: str, talks: list[str] | None, settings: Row, expected: list[str], engine: Opener
) -> None:
    rules = rules_of(**settings)
    found = find_standings(*frames(engine, drawing, talks, rules), rules)
    assert [row["standing"] for row in rows_of(found, ["standing"])] == expected
    counted = rows_of(count_standings(found), ["standing", "chains", "clients"])
    assert counted == [{"standing": one, "chains": 1, "clients": 1} for one in expected]


@given(
    starts=st.lists(st.integers(0, 90), min_size=1, max_size=5),
    talks=st.lists(st.integers(0, 500), max_size=4),
    as_of=st.integers(400, 900),
)
def test_a_standing_is_what_the_definition_says(
    starts: list[int], talks: list[int], as_of: int
) -> None:
    """The definition again: stays of ten days after pauses, the last one without an end."""
    rules = rules_of(as_of=as_of)
    days = [sum(starts[: place + 1]) + 11 * place for place in range(len(starts))]
    rows = [{"start": day, "end": day + 10} for day in days]
    rows[-1]["end"] = 1_000_000
    frame = in_polars(trajectories_of(rows), TRAJECTORIES)
    chained = find_steps(find_chains(frame, rules), rules)
    told = in_polars(talks_of([{"date": day} for day in [-999, *talks]]), EVALUATIONS)
    found = find_standings(chained, find_triggers(chained, rules, told), told, rules)
    assert [row["standing"] for row in rows_of(found, ["standing"])] == [
        naively(days, talks, rules)
    ]


def naively(days: list[int], talks: list[int], rules: Rules) -> str:
    window, third = rules.evaluation_window_days, rules.trigger_position
    if len(days) < third - 1:
        return "not_yet"
    if len(days) == third - 1:
        held = [t for t in talks if max(days[-1], rules.as_of - window) <= t <= rules.as_of]
        return "prepared" if held else "attention"
    worst = "evaluated"
    order = ["evaluated", "late", "late_possible", "without"]
    for before, start in zip(days[third - 2 :], days[third - 1 :], strict=False):
        if any(max(before, start - window) <= t < start for t in talks):
            continue
        late = any(start <= t <= start + window for t in talks)
        still = "late_possible" if start + window >= rules.as_of else "without"
        worst = max(worst, "late" if late else still, key=order.index)
    return worst


def test_the_work_list_holds_what_somebody_can_still_do_oldest_first(engine: Opener) -> None:
    drawing = """
        client_id  start       last
        a          2024-01-01  2024-03-31
        a          2024-06-01  -
        b          2024-01-01  2024-03-31
        b          2024-05-01  2024-08-31
        c          2024-06-01  -"""
    rules = rules_of()
    chained, triggers, told = frames(engine, drawing, [], rules)
    work = find_worklist(find_standings(chained, triggers, told, rules), rules)
    assert rows_of(work, ["client_id", "standing", "days", "clients"], ["start"]) == [
        {"client_id": "b", "standing": "attention", "days": 123, "clients": 1},
        {"client_id": "a", "standing": "attention", "days": 214, "clients": 1},
    ]


def test_a_history_holds_the_chain_and_what_never_counts_of_one_person(engine: Opener) -> None:
    drawing = """
        client_id  care_form  start       last
        a          light      2022-01-01  2022-01-31
        a          light      2024-01-01  2024-03-31
        a          transport  2024-02-01  2024-03-31
        a          heavy      2024-06-01  -
        b          light      2024-06-01  -"""
    chained, _, _ = frames(engine, drawing, [], rules_of())
    found = find_history(chained, 4)
    assert [row["trajectory_id"] for row in rows_of(found, ["trajectory_id"])] == [2, 3, 4]


def test_talks_of_one_person_stand_in_order_of_their_day(engine: Opener) -> None:
    chained, _, _ = frames(engine, ONE, [], rules_of())
    talks = talks_of(
        [{"date": 9, "conclusion": "same"}, {"date": 3}, {"date": 4, "client_id": "x"}]
    )
    found = find_attended(chained, engine(talks, EVALUATIONS), 1)
    assert rows_of(found, ["date", "conclusion"]) == [
        {"date": 3, "conclusion": ""},
        {"date": 9, "conclusion": "same"},
    ]
