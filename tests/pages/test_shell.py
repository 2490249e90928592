"""What surrounds every page: what is said when something breaks, and what clearing leaves."""

import logging

import pytest
from streamlit.testing.v1 import AppTest

from core.session import DATA_SET
from core.text import shell as text
from pages import filters
from tests.pages.visiting import (
    HEADING,
    PATIENCE_SECONDS,
    SAMPLE,
    SHELL,
    arrive,
    press,
    upload,
    words,
)

RULES_PAGE = "prepare/rules.py"


def test_what_nobody_foresaw_is_told_in_dutch_and_logged_without_values(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail() -> None:
        raise ValueError("pseudo-a")

    monkeypatch.setattr(filters, "filter_options", fail)
    with caplog.at_level(logging.ERROR, logger="trajectzicht"):
        app = arrive(RULES_PAGE, SAMPLE, details="none")
    assert not app.exception
    assert "Er ging iets mis" in app.error[0].value
    said = [record.getMessage() for record in caplog.records if record.name == "trajectzicht"]
    assert any(line.split()[1].rstrip(":") in app.error[0].value for line in said)
    assert all("ValueError at test_shell.py:" in line for line in said)
    assert "pseudo-a" not in caplog.text + words(app)


def test_a_page_without_data_still_stops_where_it_should() -> None:
    app = arrive(RULES_PAGE, details="none")
    assert not app.error
    assert app.info


def test_clearing_takes_the_choices_out_of_the_address() -> None:
    app = press(arrive(RULES_PAGE, SAMPLE), text.CLEAR)
    assert DATA_SET not in app.session_state
    assert not app.query_params


def test_what_a_link_says_in_vain_is_said_once() -> None:
    assert land({"periode": "2024_2020", "gemeente": "nergens"}).count(text.DEAD_VALUE) == 1


@pytest.mark.parametrize(
    "rules",
    ["as_of.2030-12-31", "as_of.1999-12-31", "ladder.Onzin*3", "ladder.Wijkteam*99"],
)
def test_a_link_cannot_choose_what_these_data_do_not_offer(rules: str) -> None:
    assert text.DEAD_RULES in land({"regels": rules})


@pytest.mark.parametrize("rules", ["as_of.2023-12-31", "ladder.Wijkteam*3"])
def test_a_link_can_choose_what_these_data_offer(rules: str) -> None:
    assert text.DEAD_RULES not in land({"regels": rules})


@pytest.mark.parametrize(("level", "offered"), [("tafel", "98010017"), ("raad", "")])
def test_providers_are_chosen_only_where_they_may_be_named(
    level: str, offered: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRAJECTZICHT_LEVEL", level)
    warnings = land({"aanbieder": "98010017"})
    assert (text.NOT_AT_LEVEL in warnings) == (not offered)


def land(address: dict[str, str]) -> list[str]:
    """Give the warnings with which a link to the sample region is met."""
    app = AppTest.from_file(str(SHELL), default_timeout=PATIENCE_SECONDS)
    for name, value in (SAMPLE | address).items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return [warning.value for warning in app.warning]


def test_the_filters_stand_in_the_order_of_the_numbers_in_names() -> None:
    lines = [
        f"p{provider}{client};Noord;Aanbieder {provider};Pleegzorg;01-03-2023;31-12-2024;1,00"
        for provider in (10, 2)
        for client in range(12)
    ]
    app = upload("\n".join([HEADING, *lines]) + "\n").switch_page("course/chains.py").run()
    app.selectbox("dimension").set_value("provider").run()
    assert app.selectbox("value").options == ["Aanbieder 2", "Aanbieder 10"]
