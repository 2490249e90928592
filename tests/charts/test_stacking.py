"""The charts of stacking: what is drawn is what was published, and nothing beyond it."""

import pandas as pd

from core.charts.schemes import chart_schemes
from core.charts.special import chart_special
from core.charts.stacking import chart_pairs, chart_sets, chart_years
from core.charts.timeline import chart_timeline
from core.tables import SET_SEPARATOR
from core.text import combinations as sets
from core.text import schemes, special, stacking, timeline

BOTH = SET_SEPARATOR.join(("light", "heavy"))
SETS = pd.DataFrame(
    {"forms": ["", BOTH, "light"], "size": [0, 2, 1], "clients": [20, 30, 99], "days": [1, 2, 3]}
).astype({"clients": "Int64", "days": "Int64"})
PAIRS = pd.DataFrame(
    {
        "first": ["heavy", "heavy"],
        "second": ["light", "light"],
        "how": ["together", "apart"],
        "clients": [30, None],
        "days": [300, None],
    }
).astype({"clients": "Int64", "days": "Int64"})
SAME = pd.DataFrame({"care_form": ["light"], "clients": [15]}).astype({"clients": "Int64"})


def test_two_bars_a_year_from_zero() -> None:
    bars = pd.DataFrame(
        {
            "year": ["2023"],
            "measure": [stacking.DAYS_MEASURE],
            "share": [8.0],
            "words": ["8%"],
        }
    )
    drawn = chart_years(bars).to_dict()
    assert drawn["layer"][0]["encoding"]["x"]["title"] == stacking.SHARE_AXIS


def test_a_set_has_a_dot_for_each_form_and_a_bar_and_the_rest_comes_last() -> None:
    shown = sets.shown_sets(SETS)
    dots = sets.dots_of_sets(shown, ["light", "heavy"], {"light": "#111111"}, "#222222")
    bars = sets.bars_of_sets(shown, dots)
    assert dots["form"].tolist() == ["light", "heavy"]
    assert dots["colour"].tolist() == ["#111111", "#222222"]
    assert bars["words"].tolist() == ["30", f"20 ({sets.OTHER_SETS})"]
    assert len(chart_sets(bars, dots).to_dict()["layer"]) == 5


def test_the_square_tells_few_and_none_apart_only_where_numbers_are_exact() -> None:
    shared = sets.cells_of_pairs(PAIRS, SAME, ["light", "heavy"], exact=False)
    cells = {(row["first"], row["second"]): row for row in shared.to_dict("records")}
    assert cells["light", "heavy"]["words"] == "30"
    assert cells["heavy", "light"]["words"] == sets.DOT_SIGN
    assert cells["light", "light"]["words"] == "15"
    assert set(shared["told"]) == {"15", "30", sets.FEW_WORDS}
    exact = sets.cells_of_pairs(PAIRS, SAME, ["light", "heavy"], exact=True)
    assert set(exact["told"]) == {"15", "30", sets.NONE_WORDS}
    drawn = chart_pairs(shared, ["light", "heavy"]).to_dict()
    assert drawn["layer"][0]["encoding"]["x"]["sort"] == ["light", "heavy"]


def test_a_year_that_is_hidden_has_no_bar() -> None:
    counts = pd.DataFrame(
        {"year": [2022, 2023], "side": "inside", "clients": [None, 20]},
    ).astype({"clients": "Int64"})
    bars = special.bars_of_years(counts, 20_000)
    assert bars["words"].tolist() == ["20"]
    assert chart_special(bars).to_dict()["layer"][0]["encoding"]["y"]["title"]


def test_schemes_are_drawn_for_the_whole_period_without_who_has_one_only() -> None:
    counts = pd.DataFrame(
        {
            "year": [0, 0, 2023],
            "schemes": ["youth", "youth+wmo", "youth+wmo"],
            "how": ["alone", "together", "apart"],
            "number": [100, 20, 10],
        }
    ).astype({"number": "Int64"})
    bars = schemes.bars_of_schemes(counts)
    assert bars["name"].tolist() == ["Jeugdwet + Wmo, tegelijk"]
    assert chart_schemes(bars).to_dict()["layer"][0]["encoding"]["x"]["title"] == schemes.AXIS


def test_the_timeline_has_a_labelled_lane_for_everything_and_ends_at_as_of() -> None:
    rows, talks = timeline.invented()
    rules = timeline.invented_rules()
    bars = timeline.bars_of_timeline(rows, {"": "#cccccc"})
    last = timeline.moment(rules.as_of)
    drawn = chart_timeline(
        bars, timeline.bars_between(rows), timeline.marks_of_talks(talks), last
    ).to_dict()
    lanes = drawn["layer"][0]["encoding"]["y"]["sort"]
    assert lanes[0] == timeline.TALKS_LANE
    assert lanes[-1] == timeline.BETWEEN_LANE
    assert set(bars["lane"]) == set(lanes[1:-1])
    assert bars["end"].max() <= last + pd.Timedelta(days=1)
    assert bars.loc[bars["strength"] < 1, "form"].tolist() == ["Vervoer"]


def test_pauses_and_overlaps_are_found_between_the_edges() -> None:
    rows, _ = timeline.invented()
    found = timeline.between(rows)[["days", "running"]].to_numpy().tolist()
    assert found == [[46, 0], [151, 2], [22, 2]]
    assert (
        timeline.takeaway(rows)
        == "5 trajecten bij 3 aanbieders, met 46 dagen zonder hulp ertussen."
    )


def test_days_between_are_written_only_where_they_stand_apart() -> None:
    days = [(0, 100), (102, 200), (203, 400), (500, 600)]
    rows = pd.DataFrame(days, columns=["start", "end"]).assign(kind="next")
    drawn = timeline.bars_between(rows)
    assert drawn["number"].tolist() == ["2", "3", "100"]
    close = pd.DataFrame([(0, 100), (102, 110), (113, 400)], columns=["start", "end"])
    drawn = timeline.bars_between(close.assign(kind="next"))
    assert drawn["number"].tolist() == ["2", ""]
    assert drawn["words"].tolist() == ["2 dagen zonder hulp", "3 dagen zonder hulp"]
