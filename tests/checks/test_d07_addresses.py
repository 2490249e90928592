"""D7: an address made by hand chooses registered classes, or it shows no numbers."""

import pytest

from core.text import guarded as text
from tests.checks.groups import at_start, opened, region, shows_numbers
from tests.pages.visiting import arrive, press

PAGE = "course/stacking.py"

BY_HAND = {
    "a period of one day": {"periode": "2022-03-01_2022-03-01"},
    "a period of a month": {"periode": "2022-03_2022-03"},
    "an age": {"leeftijd": "7-7"},
    "a year that is not there": {"periode": "1999_1999"},
    "a place that is not there": {"gemeente": "Nergens"},
    "two dimensions at once": {"hulpvorm": "Ambulant regulier", "aanbieder": "A1"},
    "a day to count until": {"regels": "as_of.2022-03-15"},
    "a gap that no screen offers": {"regels": "chain_gap_days.7"},
    "a level": {"niveau": "eigen"},
}


@pytest.mark.parametrize("level", ["openbaar", "tafel"])
def test_d7_an_address_by_hand_shows_no_numbers_and_says_what_to_do(
    level: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = opened(region())
    monkeypatch.setenv("TRAJECTZICHT_LEVEL", level)
    for what, asked in BY_HAND.items():
        app = at_start({"data": data} | asked)
        assert text.NOT_REGISTERED in [warning.value for warning in app.warning], what
        assert not shows_numbers(app), what


def test_d7_what_an_address_asks_in_vain_is_settled_by_the_visitor() -> None:
    app = arrive(PAGE, {"data": opened(region()), "leeftijd": "7-7"})
    settled = press(app, text.SHOW_ALL)
    assert shows_numbers(settled)
    assert "leeftijd" not in settled.query_params


def test_d7_registered_classes_are_followed() -> None:
    address = {"data": opened(region()), "periode": "2022_2024", "gemeente": "Noord"}
    app = arrive(PAGE, address)
    assert shows_numbers(app)
    assert not [one for one in app.warning if one.value == text.NOT_REGISTERED]
    assert address.items() <= {name: app.query_params[name] for name in address}.items()


def test_d7_a_day_to_count_until_that_leaves_out_a_few_persons_is_refused() -> None:
    data = opened(region(5))
    assert shows_numbers(at_start({"data": data, "regels": "as_of.2022-12-31"}))
    later = at_start({"data": data, "regels": "as_of.2023-12-31", "periode": "2021_2023"})
    assert text.TOO_NEAR in [warning.value for warning in later.warning]
    assert not shows_numbers(later)
