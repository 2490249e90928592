"""The part Nieuw of opnieuw: both readings side by side, and why they differ."""

import pytest
from streamlit.testing.v1 import AppTest

from core.text import chains
from core.text import renewed as text
from tests.pages.visiting import SAMPLE, arrive, cells, words

PAGE = "course/chains.py"


def visited(address: dict[str, str] | None = None) -> AppTest:
    """Open the part of the page."""
    app = arrive(PAGE, SAMPLE | (address or {}))
    app.session_state["chains_tab"] = chains.TABS["renewed"]
    return app.run()


@pytest.fixture(scope="module")
def sample() -> AppTest:
    """Visit once what several tests only read."""
    return visited()


def test_both_readings_are_said_with_the_reason_why_they_differ(sample: AppTest) -> None:
    assert not sample.exception
    said = words(sample)
    assert "Van wie in 2023 met hulp begon" in said
    assert "Van wie in 2022 alle hulp stopte" in said
    assert text.WHY in said


def test_a_short_look_back_is_said(sample: AppTest) -> None:
    said = words(sample)
    assert "De gegevens gaan 3 jaar terug voor 2023" in said


def test_every_year_says_how_far_it_looks_back(sample: AppTest) -> None:
    rows = cells(sample, text.DEPTH)
    assert [row[text.DEPTH] for row in rows] == ["één jaar", "2 jaar", "3 jaar", "4 jaar"]
    assert rows[0][f"{text.AGAIN}, 2 jaar terug"] == text.ABSENT


def test_a_year_too_recent_for_two_years_says_so(sample: AppTest) -> None:
    rows = cells(sample, text.STOPPED)
    assert rows[-1]["Begon opnieuw binnen 24 maanden"] == text.TOO_RECENT


def test_a_municipality_has_fewer_who_began(sample: AppTest) -> None:
    everyone, one = (
        [row[text.BEGINNERS] for row in cells(app, text.DEPTH)]
        for app in (sample, visited({"gemeente": "9801"}))
    )
    assert int(one[-1].replace(".", "")) < int(everyone[-1].replace(".", ""))
