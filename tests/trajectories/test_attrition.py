"""What falls off at each step of the construction, and that nothing falls off unseen."""

from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from core.analysis import Analysis, analyse, count_attrition
from core.frames import Frame, frame_of_rows, keep, open_polars
from core.tables import DECLARATIONS, FALLEN, ON_PAPER, OPEN_END, SET_ASIDE, TRAJECTORIES
from core.text import attrition as text
from core.trajectories import attrition as model
from core.trajectories.attrition import KEPT, STEPS, count_fallen
from core.trajectories.chains import find_chains
from core.trajectories.rules import ADMINISTRATIVE
from tests.conftest import Opener, Row, drawn, lines_of, rows_of, rules_of, trajectories_of

RULES = rules_of(uncounted=("Vervoer", "own"), administrative=ADMINISTRATIVE)


def fallen(found: Frame) -> list[tuple[object, ...]]:
    return [tuple(row.values()) for row in rows_of(count_fallen(found), list(FALLEN))]


def test_a_line_that_was_read_is_accepted_or_breaks_a_rule(engine: Opener) -> None:
    kept = lines_of(drawn("client_id start last\n a 0 9\n a 10 19\n b 0 9"))
    broken = lines_of(drawn("client_id start last rule\n a 0 9 duplicate\n - 0 9 missing_required"))
    tables = (engine(kept, DECLARATIONS), engine(broken, SET_ASIDE), engine(kept[:1], DECLARATIONS))
    assert fallen(model.find_read(*tables)) == [
        ("duplicate", 1, 1),
        (KEPT, 3, 2),
        ("missing_required", 1, 1),
        ("other_scheme", 1, 1),
    ]


def test_a_credit_takes_its_period_back(engine: Opener) -> None:
    lines = lines_of(
        drawn("""
            client_id  start       last        amount_cents
            a          2023-01-01  2023-01-31  100
            a          2023-01-01  2023-01-31  -100
            a          2023-02-01  2023-02-28  100
            b          2025-02-01  2025-02-28  100""")
    )
    declared = engine(
        [line | {"is_credit": line["amount_cents"] < 0} for line in lines], DECLARATIONS
    )
    assert fallen(model.find_netted(declared, RULES)) == [("credited", 2, 1), (KEPT, 1, 1)]
    accepted = model.find_accepted(declared, declared, RULES)
    assert fallen(accepted) == [("after_as_of", 1, 1), (KEPT, 3, 1)]


def test_lines_of_one_trajectory_are_merged(engine: Opener) -> None:
    rows = trajectories_of([{"start": 0, "end": 9, "lines": 3}, {"start": 20, "end": 29}])
    found = model.find_merged(engine(rows, TRAJECTORIES))
    assert fallen(found) == [(KEPT, 2, 1), ("merged", 2, 1)]


def test_uncounted_trajectories_fall_off_by_group(engine: Opener) -> None:
    rows = drawn("""
        care_form  start  last
        light      0      9
        Vervoer    0      9
        own        0      9""")
    undated = {"care_form": "light", "start": 0, "end": 1, "dated": False}
    found = model.find_uncounted(engine(trajectories_of([*rows, undated]), TRAJECTORIES), RULES)
    assert [reason for reason, _, _ in fallen(found)] == ["chosen", KEPT, "transport", "undated"]


def test_counted_trajectories_without_a_position_say_why(engine: Opener) -> None:
    rows = drawn("""
        start       last        care_form
        2023-01-01  2023-12-31  light
        2023-01-01  2023-12-31  light
        2023-03-01  2023-03-31  light
        2024-01-01  2024-06-30  medium
        2024-07-01  2024-12-31  medium
        2024-07-01  2024-12-31  Vervoer""")
    trajectories = engine(trajectories_of(rows), TRAJECTORIES)
    paper = engine([{"trajectory_id": 4, "reason": "contract_year"}], ON_PAPER)
    chained = find_chains(trajectories, RULES, paper)
    assert fallen(model.find_placed(chained, RULES, paper)) == [
        ("contract_year", 1, 1),
        (KEPT, 2, 1),
        ("parallel", 1, 1),
        ("same_decision", 1, 1),
    ]


made_lines = st.lists(
    st.fixed_dictionaries(
        {
            "client_id": st.sampled_from(["a", "b", "c"]),
            "provider": st.sampled_from(["A", "B"]),
            "care_form": st.sampled_from(["Ambulant regulier", "Wijkteam", "Vervoer"]),
            "start": st.integers(0, 400),
            "days": st.integers(1, 90),
            "amount_cents": st.sampled_from([100, 100, -100]),
            "dated": st.sampled_from([True, True, True, False]),
        }
    ),
    min_size=1,
    max_size=14,
)


@settings(max_examples=15)
@given(made_lines, st.booleans())
def test_the_reasons_of_every_step_add_up_to_it(made: list[Row], parallel: bool) -> None:  # noqa: FBT001
    rows = [
        {name: cell for name, cell in row.items() if name != "days"}
        | {
            "end": OPEN_END if row["days"] == 90 else row["start"] + row["days"],
            "is_credit": row["amount_cents"] < 0,
            "row": number,
        }
        for number, row in enumerate(made)
    ]
    analysis = analysed(rows, parallel=parallel)
    steps = {str(row["step"]): row["rows"] for row in count_attrition(analysis)}
    ahead = dict(zip(STEPS, [*STEPS[1:], "next"], strict=True))
    for step, found in steps_of(analysis).items():
        counts = {str(reason): rows for reason, rows, _ in fallen(found)}
        assert sum(map(int, map(str, counts.values()))) == steps[step]
        assert counts.get(KEPT, 0) == steps[ahead[step]]
        assert all(text.reason_name(reason, step) for reason in counts)


def analysed(rows: list[Row], *, parallel: bool) -> Analysis:
    workspace = open_polars()
    keep(workspace, frame_of_rows(workspace, lines_of(rows), DECLARATIONS), "declarations")
    rules = rules_of(
        as_of=300,
        count_parallel=parallel,
        uncounted=("Vervoer",),
        ladder=(),
        administrative=ADMINISTRATIVE,
        repairs=("drop_repeats",),
    )
    return analyse(workspace, rules)


def steps_of(analysis: Analysis) -> Mapping[str, Frame]:
    rules, repaired = analysis.rules, analysis.repaired
    return {
        "accepted": model.find_accepted(analysis.declarations, repaired, rules),
        "before_as_of": model.find_netted(repaired, rules),
        "after_netting": model.find_merged(analysis.trajectories),
        "trajectories": model.find_uncounted(analysis.trajectories, rules),
        "counted": model.find_placed(analysis.chained, rules, analysis.on_paper),
    }
