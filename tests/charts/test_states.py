"""Charts of the course: bars that add up, names that never cover each other, bands by number."""

from itertools import pairwise

import pandas as pd

from core.charts import theme
from core.charts.paths import chart_paths
from core.charts.states import ROOM, chart_states
from core.text import states as text
from tests.charts.test_routes import drawn

LADDER = (("light", 2), ("medium", 3), ("heavy", 7))


def states(rows: list[tuple[int, int, int | None]]) -> pd.DataFrame:
    """Give counts by month and state as they are published."""
    table = pd.DataFrame(rows, columns=["month", "state", "clients"])
    return table.assign(clients=table["clients"].astype("Int64"))


def test_a_bar_adds_up_to_all_who_can_be_followed() -> None:
    counts = states([(0, 3, 100), (12, 3, 30), (12, 0, 30), (12, text.TOO_RECENT, 40)])
    bars, _, names = drawn(chart_states(counts, LADDER))
    assert [(row["month"], row["low"], row["high"]) for row in bars] == [
        (0, 0, 100),
        (12, 0, 50),
        (12, 50, 100),
    ]
    assert [row["name"] for row in names] == ["trede 2: light", text.NO_HELP]
    assert (
        text.finding(counts) == "Eén jaar na de eerste start krijgt 50% van 60 jeugdigen geen hulp."
    )


def test_a_month_with_a_hidden_number_is_left_out() -> None:
    counts = states([(0, 3, 100), (3, 3, 90), (3, 0, None)])
    bars, *_ = drawn(chart_states(counts, LADDER))
    assert {row["month"] for row in bars} == {0}


def test_names_never_cover_each_other_and_say_when_a_state_is_gone() -> None:
    counts = states([(0, 3, 50), (0, 4, 50), *[(36, code, 2) for code in (4, 8, 1, text.REST)]])
    *_, names = drawn(chart_states(counts, LADDER))
    places = sorted(row["place"] for row in names)
    assert all(later - earlier >= ROOM - 1e-9 for earlier, later in pairwise(places))
    assert "trede 2: light (apart t/m maand 0)" in {row["name"] for row in names}


def test_a_band_is_as_high_as_its_chains_and_parts_do_not_overlap() -> None:
    rows = [
        ("3", 1, 3, 50, 0.0, 14.0),
        ("2>3", 1, 2, 100, 0.0, 12.0),
        ("2>3", 2, 3, 100, 11.0, 24.0),
        ("rest", 1, 0, 20, 0.0, 9.0),
    ]
    columns = ["path", "part", "level", "chains", "begun_months", "until_months"]
    paths = pd.DataFrame(rows, columns=columns)
    bands, words = drawn(chart_paths(paths, LADDER))
    assert [(row["path"], row["top"], row["bottom"]) for row in bands] == [
        ("2>3", 0, 100),
        ("2>3", 0, 100),
        ("3", 100, 150),
        ("rest", 150, 170),
    ]
    assert [row["until"] for row in bands] == [11.0, 24.0, 14.0, 36.0]
    assert bands[-1]["colour"] == theme.OTHER
    assert words[0]["words"] == "trede 2 → 3 (100)"
    assert text.paths_finding(paths).startswith("29% van 170 reeksen bleef op één trede")


def test_nothing_published_draws_nothing() -> None:
    empty = states([])
    assert drawn(chart_states(empty, LADDER)) == [[], [], []]
