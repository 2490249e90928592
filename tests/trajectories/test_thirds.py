"""Third starts over time: what counts in the trend, and what is told about it."""

from core.frames import Frame
from core.tables import CHAINED, TRIGGERS
from core.trajectories.lookback import find_first_month, find_trend_starts, keep_whole_years
from core.trajectories.selection import Selection
from core.trajectories.thirds import (
    EVALUATED,
    count_attention,
    count_by,
    count_pauses,
    count_thirds,
    find_attention,
    find_exact,
    find_thirds,
    measure_pause,
    statuses_of,
)
from tests.conftest import Opener, Row, drawn, rows_of, rules_of, trajectories_of

LINK = {"chain": 1, "kind": "next", "step": "same", "gap_days": 0, "overlap_days": 0}
RULES = rules_of(lookback_months=12)

THREE_IN_A_ROW = """
client_id  position  provider  care_form  start       last
edge       1         A         light      2020-01-15  2020-02-15
k1         1         A         light      2021-05-01  2021-06-30
k1         2         A         medium     2021-08-01  2021-12-31
k1         3         B         heavy      2022-02-01  2022-06-30
k1         4         B         light      2022-08-01  2022-12-31
k2         1         A         light      2021-01-01  2021-06-30
k2         2         A         light      2022-01-01  2022-02-28
k2         3         -         light      2022-05-01  2022-08-31"""

ASKED = """
client_id  trajectory_id  status
k1         4              evaluated
k1         5              not_evaluated
k2         8              not_evaluated"""


def opened(engine: Opener, drawing: str, asked: str) -> tuple[Frame, Frame]:
    """Open drawn trajectories as ``CHAINED`` and drawn triggers as ``TRIGGERS``."""
    rows = [LINK | row for row in trajectories_of(drawn(drawing))]
    links = {row["trajectory_id"]: row for row in rows}
    triggers: list[Row] = [
        {name: links[row["trajectory_id"]][name] for name in ("chain", "position", "start")} | row
        for row in drawn(asked)
    ]
    return engine(rows, CHAINED), engine(triggers, TRIGGERS)


def test_a_third_counts_when_two_earlier_ones_lie_within_the_look_back(engine: Opener) -> None:
    found = find_thirds(*opened(engine, THREE_IN_A_ROW, ASKED), RULES)
    assert rows_of(found, ["trajectory_id", "status", "days_between", "provider_change"]) == [
        {
            "trajectory_id": 4,
            "status": "evaluated",
            "days_between": 184,
            "provider_change": "other",
        },
        {
            "trajectory_id": 5,
            "status": "not_evaluated",
            "days_between": 181,
            "provider_change": "same",
        },
    ]


def test_a_longer_look_back_sees_more_thirds(engine: Opener) -> None:
    found = find_thirds(*opened(engine, THREE_IN_A_ROW, ASKED), rules_of(lookback_months=24))
    assert rows_of(found, ["trajectory_id", "provider_change"])[-1] == {
        "trajectory_id": 8,
        "provider_change": "unknown",
    }


def test_care_of_the_first_month_is_never_one_of_the_earlier_ones(engine: Opener) -> None:
    drawing = """
client_id  position  start       last
k          1         2020-01-31  2020-06-30
k          2         2020-08-01  2020-09-30
k          3         2021-01-05  2021-02-28"""
    asked = "client_id  trajectory_id  status\nk  3  unknown"
    assert rows_of(find_thirds(*opened(engine, drawing, asked), RULES), ["trajectory_id"]) == []
    earlier = f"{drawing}\nedge  1  2019-12-15  2019-12-31"
    found = find_thirds(*opened(engine, earlier, asked), RULES)
    assert rows_of(found, ["trajectory_id"]) == [{"trajectory_id": 3}]


def test_the_data_begin_where_starts_become_usual(engine: Opener) -> None:
    stray = "client_id  position  start  last\nold  1  1998-03-01  1998-04-30\n"
    many = "\n".join(f"k{n}  1  2020-0{1 + n % 3}-10  2020-06-30" for n in range(9))
    chained, _ = opened(engine, stray + many, "client_id  trajectory_id  status")
    assert rows_of(find_first_month(chained), ["first_month"]) == [{"first_month": 2020 * 12}]


def test_a_trend_shows_whole_quarters_that_look_back_far_enough(engine: Opener) -> None:
    drawing = """
client_id  position  start       last
k1         1         2020-02-10  2020-03-31
k2         1         2021-03-31  2021-04-30
k3         1         2021-04-01  2021-04-30
k4         1         2022-04-01  2022-05-31
k5         1         2024-11-01  2024-11-30
k6         1         2024-12-01  2024-12-31"""
    chained, _ = opened(engine, drawing, "client_id  trajectory_id  status")
    rules = rules_of(lookback_months=12, as_of=RULES.as_of - 31)
    starts = find_trend_starts(chained, chained, rules)
    assert rows_of(starts, ["client_id", "quarter", "year"]) == [
        {"client_id": "k3", "quarter": 2021 * 4 + 1, "year": 2021},
        {"client_id": "k4", "quarter": 2022 * 4 + 1, "year": 2022},
    ]
    assert rows_of(keep_whole_years(starts, rules), ["client_id"]) == [{"client_id": "k4"}]


def test_a_quarter_without_thirds_is_a_row_of_zeros(engine: Opener) -> None:
    chained, triggers = opened(engine, THREE_IN_A_ROW, ASKED)
    found = find_thirds(chained, triggers, RULES)
    starts = find_trend_starts(chained, chained, RULES)
    counted = count_thirds(found, starts.select("year").unique(), EVALUATED)
    assert rows_of(counted, ["year", "status", "thirds", "clients"]) == [
        {"year": 2021, "status": "evaluated", "thirds": 0, "clients": 0},
        {"year": 2021, "status": "not_evaluated", "thirds": 0, "clients": 0},
        {"year": 2022, "status": "evaluated", "thirds": 1, "clients": 1},
        {"year": 2022, "status": "not_evaluated", "thirds": 1, "clients": 1},
    ]


def test_without_evaluations_nobody_knows() -> None:
    assert statuses_of(has_evaluations=False) == ("unknown",)


def test_the_third_is_told_apart_from_the_fourth(engine: Opener) -> None:
    exact = find_exact(find_thirds(*opened(engine, THREE_IN_A_ROW, ASKED), RULES), RULES)
    assert rows_of(count_by(exact, "care_form"), ["care_form", "thirds", "clients"]) == [
        {"care_form": "heavy", "thirds": 1, "clients": 1}
    ]
    assert rows_of(measure_pause(exact), ["median_days", "thirds"]) == [
        {"median_days": 184.0, "thirds": 1}
    ]
    assert rows_of(count_pauses(exact), ["pause", "thirds"]) == [
        {"pause": "over_365", "thirds": 0},
        {"pause": "to_184", "thirds": 1},
        {"pause": "to_365", "thirds": 0},
    ]


LIVE = """
client_id  position  municipality  care_form  start       last
k1         2         Noord         medium     2024-10-01  -
k2         2         Noord         light      2024-03-01  2024-11-30
k3         2         Zuid          heavy      2019-05-01  -"""


def test_live_chains_are_counted_whatever_the_period(engine: Opener) -> None:
    asked = """
client_id  trajectory_id  status
k1         1              attention
k2         2              prepared
k3         3              attention"""
    chained, triggers = opened(engine, LIVE, asked)
    found = find_attention(chained, triggers, Selection(2023, 2023))
    places = chained.select("municipality").unique()
    assert rows_of(count_attention(found, places), ["municipality", "talk", "chains"]) == [
        {"municipality": "Noord", "talk": "attention", "chains": 1},
        {"municipality": "Noord", "talk": "prepared", "chains": 1},
        {"municipality": "Zuid", "talk": "attention", "chains": 1},
        {"municipality": "Zuid", "talk": "prepared", "chains": 0},
    ]
    only = find_attention(chained, triggers, Selection(2023, 2023, municipality="Zuid"))
    assert rows_of(only, ["municipality"]) == [{"municipality": "Zuid"}]
