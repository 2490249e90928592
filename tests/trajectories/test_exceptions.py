"""Exceptions agreed in writing: which third starts they take out of the count, and no others."""

import pytest

from core.errors import WrongRules
from core.frames import Frame
from core.tables import EVALUATIONS, TRAJECTORIES
from core.trajectories.chains import find_chains
from core.trajectories.choosing import with_exception
from core.trajectories.exceptions import (
    count_exceptions,
    find_exceptions,
    flag_sides,
    with_exceptions,
)
from core.trajectories.rules import EXCEPTIONS, Rules
from core.trajectories.steps import find_steps
from core.trajectories.triggers import find_triggers
from tests.conftest import Opener, Row, drawn, rows_of, rules_of, talks_of, trajectories_of

SAME_AGAIN = """
    provider  care_form  start       last        crisis
    A         light      2022-01-01  2022-03-31  0
    B         light      2022-04-10  2022-08-31  0
    B         light      2022-09-20  2023-01-31  0"""

OTHER_FORM = """
    provider  care_form  start       last        crisis
    A         light      2022-01-01  2022-03-31  0
    B         light      2022-04-10  2022-08-31  0
    B         heavy      2022-09-20  2023-01-31  0"""

NO_PROVIDER = """
    provider  care_form  start       last        crisis
    A         light      2022-01-01  2022-03-31  0
    -         light      2022-04-10  2022-08-31  0
    -         light      2022-09-20  2023-01-31  0"""

AT_ONCE = """
    provider  care_form  start       last        crisis
    A         light      2022-01-01  2022-12-31  0
    B         light      2022-04-10  2022-12-31  0
    C         light      2022-06-01  2022-12-31  0"""

IN_CRISIS = """
    provider  care_form  start       last        crisis
    A         light      2022-01-01  2022-03-31  0
    B         light      2022-04-10  2022-08-31  0
    C         heavy      2022-09-20  2023-01-31  1"""

UNDER_MEASURE = """
    provider  care_form         start       last        crisis
    A         light             2022-01-01  2022-03-31  0
    B         light             2022-04-10  2022-08-31  0
    G         Jeugdbescherming  2022-09-01  2022-09-20  0
    C         heavy             2022-09-20  2023-01-31  0"""

MEASURE_OVER = UNDER_MEASURE.replace("2022-09-20  0", "2022-09-19  0")

CASES: dict[str, tuple[str, Row, list[str]]] = {
    "the same form at the same provider is an extension": (SAME_AGAIN, {}, ["extension"]),
    "another form at the same provider is none": (OTHER_FORM, {}, []),
    "nor is the same form of which nobody told the provider": (NO_PROVIDER, {}, []),
    "what runs beside earlier care is parallel, once that takes a position": (
        AT_ONCE,
        {"count_parallel": True},
        ["parallel"],
    ),
    "crisis care is seen on the line": (IN_CRISIS, {}, ["crisis"]),
    "a measure in force on the first day": (
        UNDER_MEASURE,
        {"uncounted": ("Jeugdbescherming",)},
        ["measures"],
    ),
    "a measure that ended the day before is not in force": (
        MEASURE_OVER,
        {"uncounted": ("Jeugdbescherming",)},
        [],
    ),
    "a measure that counts is an exception itself": (
        UNDER_MEASURE.replace("heavy           ", "Jeugdbescherming"),
        {"uncounted": ()},
        ["measures"],
    ),
}


def chained_of(engine: Opener, drawing: str, rules: Rules) -> Frame:
    rows = [row | {"crisis": bool(row["crisis"])} for row in drawn(drawing)]
    frame = engine(trajectories_of(rows), TRAJECTORIES)
    return find_steps(find_chains(frame, rules), rules)


@pytest.mark.parametrize(("drawing", "settings", "expected"), CASES.values(), ids=CASES)
def test_find_exceptions(drawing: str, settings: Row, expected: list[str], engine: Opener) -> None:
    rules = rules_of(**settings)
    exceptions = find_exceptions(chained_of(engine, drawing, rules), rules)
    found = rows_of(exceptions, EXCEPTIONS, ["trajectory_id"])
    last = found[-1]
    assert [name for name in EXCEPTIONS if last[name]] == expected


@pytest.mark.parametrize(
    ("agreed", "status"), [((), "not_evaluated"), (("crisis",), "not_evaluated")]
)
def test_only_what_was_agreed_leaves_the_count(
    agreed: tuple[str, ...], status: str, engine: Opener
) -> None:
    assert statuses(engine, SAME_AGAIN, agreed) == [status]
    assert statuses(engine, SAME_AGAIN, (*agreed, "extension")) == ["excepted"]


def statuses(engine: Opener, drawing: str, agreed: tuple[str, ...]) -> list[str]:
    rules = rules_of(exceptions=agreed)
    talks = engine(talks_of([{"date": 0}]), EVALUATIONS)
    triggers = find_triggers(chained_of(engine, drawing, rules), rules, talks)
    return [row["status"] for row in rows_of(triggers, ["status"])]


def test_the_effect_of_each_exception_is_counted_alone_and_together(engine: Opener) -> None:
    rules = rules_of(exceptions=("extension", "crisis"))
    chained = chained_of(engine, SAME_AGAIN, rules)
    thirds = find_triggers(chained, rules_of(), None)
    sides = flag_sides(with_exceptions(thirds, find_exceptions(chained, rules)))
    counted = rows_of(count_exceptions(sides), ["exception", "part", "thirds"])
    assert [(row["exception"], row["part"], row["thirds"]) for row in counted] == [
        ("agreed", "excepted", 1),
        ("crisis", "unknown", 1),
        ("extension", "excepted", 1),
        ("measures", "unknown", 1),
        ("parallel", "unknown", 1),
    ]


def test_exceptions_keep_their_order_and_refuse_what_does_not_exist() -> None:
    rules = with_exception(with_exception(Rules(), "measures", 1), "crisis", 1)
    assert rules.exceptions == ("crisis", "measures")
    assert with_exception(rules, "crisis", 0).exceptions == ("measures",)
    with pytest.raises(WrongRules):
        Rules(exceptions=("siblings",))
