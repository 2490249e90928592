"""The parts of Verwijzers on declarations: the mirror, early endings and what chains cost."""

import json

import numpy as np
import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from core.charts.referral_mirror import chart_band
from core.charts.referral_outcomes import chart_early
from core.disclosure import MINIMUM_PERSONS
from core.referrals.limits import FEWEST_QUARTERS
from core.text import general
from core.text import referral_mirror as text
from core.text import referral_outcomes as outcomes
from core.text import referrers as page
from tests.pages.visiting import SAMPLE, arrive, cells, words

REFERRERS = "picture/referrers.py"
MIRROR, OUTCOMES = page.TABS[5], page.TABS[3]


def opened(address: dict[str, str], tab: str) -> AppTest:
    """Open a part of the page of the sample region."""
    app = arrive(REFERRERS, SAMPLE | address)
    app.session_state["referrers_tab"] = tab
    return app.run()


def choose(app: AppTest, key: str, value: str) -> AppTest:
    """Choose something from a list."""
    return next(box for box in app.selectbox if box.key == key).select(value).run()


def test_the_mirror_shows_quarters_with_a_band_and_asks_a_question() -> None:
    app = opened({}, MIRROR)
    assert not app.exception
    rows = cells(app, text.BAND)
    assert len(rows) >= FEWEST_QUARTERS
    assert all(row[text.SHARE].endswith("%") for row in rows)
    assert all(row[text.BAND].count("%") == 2 for row in rows)
    bold = [line.value for line in app.markdown if line.value.startswith("**")]
    assert any(line.rstrip("*").endswith("?") for line in bold)
    assert text.VISIBLE_TO in words(app)


def test_another_referrer_or_measure_gives_another_mirror() -> None:
    app = opened({}, MIRROR)
    first = cells(app, text.BAND)
    assert cells(choose(app, "mirror_referrer", "huisarts"), text.BAND) != first
    second = cells(app, text.BAND)
    assert cells(choose(app, "mirror_measure", "again"), text.BAND) != second


def test_a_shorter_pause_lets_fewer_chains_go_on_in_the_mirror() -> None:
    def again(address: dict[str, str]) -> list[dict[str, str]]:
        return cells(choose(opened(address, MIRROR), "mirror_measure", "again"), text.BAND)

    assert again({}) != again({"regels": "chain_gap_days.31"})


def test_small_quarters_are_not_shown() -> None:
    app = choose(opened({"gemeente": "9814"}, MIRROR), "mirror_measure", "again")
    assert not app.exception
    assert not [
        cell
        for table in app.table
        for cell in table.value.to_numpy().ravel()
        if str(cell).isdecimal() and int(cell) < MINIMUM_PERSONS
    ]


def test_one_chosen_referrer_has_no_mirror() -> None:
    app = opened({"verwijzer": "huisarts"}, MIRROR)
    assert not app.exception
    assert page.ONE_REFERRER in words(app)


def test_what_became_of_help_is_told_by_referrer() -> None:
    app = opened({}, OUTCOMES)
    assert not app.exception
    early = {row[page.REFERRER]: row for row in cells(app, outcomes.EARLY)}
    assert early["huisarts"][outcomes.EARLY].endswith("%")
    assert early["huisarts"][outcomes.PUBLISHED.format(year=2024)].endswith("%")
    costs = {row[page.REFERRER]: row for row in cells(app, outcomes.MIDDLE)}
    assert costs["huisarts"][outcomes.MIDDLE].startswith("€ ")
    assert list(early) == list(costs)


def test_another_period_gives_other_endings() -> None:
    whole, part = (
        cells(opened(address, OUTCOMES), outcomes.EARLY)
        for address in ({}, {"periode": "2022_2022"})
    )
    assert whole != part


QUARTERS = np.arange(2020 * 4, 2020 * 4 + 10)


def band(shares: list[float], low: float, high: float) -> pd.DataFrame:
    """Give quarters with the same limits."""
    share = pd.Series(shares)
    position = np.select(
        [share > high, share < low, share.isna()], ["above", "below", ""], "inside"
    )
    return pd.DataFrame(
        {
            "quarter": QUARTERS[: len(shares)],
            "part": share * 100,
            "whole": share.notna().map({True: 100.0, False: np.nan}),
            "share": share,
            "centre": 0.3,
            "low": low,
            "high": high,
            "position": position,
        }
    )


def test_a_quarter_outside_asks_what_was_different() -> None:
    said = text.finding(band([0.3, 0.5, 0.3], 0.2, 0.4), "huisarts", "share", 8)
    assert said == (
        "In 2020 kw 2 was het aandeel via de huisarts 50%; dat ligt boven de gewone schommeling "
        "(20% tot 40%). Wat was er toen anders?"
    )
    more = text.finding(band([0.1, 0.5, 0.1], 0.2, 0.4), "gemeente", "again", 8)
    assert "onder de gewone schommeling" in more
    assert "Dat geldt voor nog 2 kwartalen." in more


def test_nothing_outside_is_a_question_too() -> None:
    said = text.finding(band([0.3, 0.31], 0.2, 0.4), "huisarts", "share", 8)
    assert said.startswith("Alle 2 kwartalen via de huisarts liggen binnen")
    assert said.endswith("?")


def test_without_a_band_it_says_how_many_quarters_are_missing() -> None:
    few = band([0.3, 0.31], np.nan, np.nan).assign(position="")
    assert "vanaf 8 is te zeggen" in text.finding(few, "huisarts", "share", 8)
    hidden = band([np.nan], np.nan, np.nan)
    assert text.finding(hidden, "huisarts", "share", 8) == general.NOTHING_TO_SHOW


def test_the_chart_marks_what_lies_outside_and_names_the_last() -> None:
    rows = text.chart_rows(band([0.3, 0.5, np.nan, 0.3], 0.2, 0.4))
    assert rows["words"].tolist() == ["", "50%", "", "30%"]
    chart = chart_band(rows, "share").to_dict()
    assert text.AXES["share"] in json.dumps(chart, ensure_ascii=False)
    assert chart["layer"][0]["mark"]["type"] == "area"
    assert "axis_label" in json.dumps(chart["layer"][2]["encoding"]["x"])


def test_a_table_says_what_cannot_be_told() -> None:
    table = text.table_rows(band([0.3, np.nan], np.nan, np.nan))
    assert table[text.BAND].tolist() == [general.decimal(None)] * 2
    assert table[text.NUMBER].tolist() == ["30", general.FEW]


def endings(early: int | None, otherwise: int | None) -> pd.DataFrame:
    """Give published endings of one referrer."""
    numbers = pd.array([early, otherwise, 15], dtype="Int64")
    kinds = ["early", "otherwise", "undelivered"]
    return pd.DataFrame({"referrer": "huisarts", "ending": kinds, "trajectories": numbers})


KNOWN = pd.Series({"huisarts": 0.19})


@pytest.mark.parametrize(
    ("early", "otherwise", "share"), [(20, 80, 0.2), (None, 80, None), (20, None, None)]
)
def test_a_share_needs_both_of_its_parts(
    early: int | None, otherwise: int | None, share: float | None
) -> None:
    (row,) = outcomes.early_rows(endings(early, otherwise), KNOWN).to_dict("records")
    assert (None if pd.isna(row["share"]) else row["share"]) == share
    assert (None if pd.isna(row["known"]) else row["known"]) == (100 if share else None)
    assert pd.isna(row["low"]) == (share is None)


def test_shares_of_the_country_stand_beside_where_they_are_known() -> None:
    known = outcomes.early_rows(endings(20, 80), KNOWN)
    assert known["words"].tolist() == ["20% · land 19%"]
    assert outcomes.early_table(known, 2023)[outcomes.PUBLISHED.format(year=2023)][0] == "19%"
    unknown = outcomes.early_rows(endings(20, 80), pd.Series(dtype=float))
    assert unknown["words"].tolist() == ["20%"]
    written = outcomes.early_table(unknown, 2023)
    assert written[outcomes.PUBLISHED.format(year=2023)].tolist() == [outcomes.NOT_PUBLISHED]
    hidden = outcomes.early_rows(endings(None, 80), KNOWN)
    assert outcomes.early_finding(hidden) == outcomes.NO_REASONS
    assert outcomes.early_finding(hidden.assign(undelivered=0)) == general.NOTHING_TO_SHOW


def test_the_picture_of_early_endings_has_a_dot_on_its_margin_and_the_country() -> None:
    rows = outcomes.early_rows(endings(20, 80), KNOWN)
    chart = chart_early(rows).to_dict()
    ticks, margin, dot, _ = (layer["encoding"]["x"]["field"] for layer in chart["layer"])
    assert (ticks, margin, dot) == ("country", "low", "share")
    assert outcomes.EARLY_AXIS in json.dumps(chart)
    assert float(rows["low"][0]) < 0.2 < float(rows["high"][0])
    table = outcomes.early_table(rows, 2023)
    assert table[outcomes.MARGIN].tolist() == ["13% tot 29%"]
