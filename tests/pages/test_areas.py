"""The region of the pages of open data: chosen, kept, and carried by the link."""

from urllib.parse import parse_qsl, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from core.session import AREA, PEERS
from core.text import areas as text
from core.text import sharing, shell
from tests.pages.visiting import PATIENCE_SECONDS, SAMPLE, SHELL, arrive, words

PAGE = "picture/municipality.py"
KEY = "area_municipality_youth_region"
OWN = {"gebied": "GM9801", "open": "voorbeeld"}


def address(app: AppTest) -> dict[str, str]:
    """Give the parameters that the page left in the address."""
    given = {name: app.query_params[name] for name in app.query_params}
    return {name: one if isinstance(one, str) else one[0] for name, one in given.items()}


def arrived(choices: dict[str, str]) -> AppTest:
    """Follow a link once: what could not be followed is said on that page only."""
    app = AppTest.from_file(str(SHELL), default_timeout=PATIENCE_SECONDS)
    for name, value in choices.items():
        app.query_params[name] = value
    return app.run()


def test_without_a_region_the_page_says_what_to_do_and_stops() -> None:
    app = arrive(PAGE)
    assert not app.exception
    assert text.guide(("municipality", "youth_region")) in [box.value for box in app.info]
    assert not app.tabs
    assert address(app) == {}


def test_a_choice_is_kept_in_the_address_without_declarations_and_may_be_shared() -> None:
    app = arrive(PAGE)
    app.selectbox(key=KEY).set_value("GM9801").run()
    assert not app.exception
    assert address(app) == OWN
    (link,) = [code.value for code in app.code]
    told = dict(parse_qsl(urlsplit(link).query))
    assert told.items() >= {"gebied": "GM9801", "open": "voorbeeld", "deel": "kort"}.items()
    assert "~buren.10" in told["groep"]
    assert sharing.WHO in words(app)


def test_a_link_brings_the_region_and_the_group() -> None:
    app = arrive(PAGE, OWN | {"groep": "grootte.4~buren.10"})
    assert app.selectbox(key=KEY).value == "GM9801"
    assert app.session_state[PEERS] == "grootte.4~buren.10"
    assert address(app) == OWN | {"groep": "grootte.4~buren.10"}
    assert not app.warning


@pytest.mark.parametrize(
    ("wrong", "left"),
    [
        ({"gebied": "GM0000"}, {}),
        ({"gebied": "Aldervoorde"}, {}),
        ({"gebied": "WK980101"}, {}),
        ({"gebied": "GM9801", "groep": "grootte.99"}, OWN),
        ({"gebied": "GM9801", "groep": "eigen.GM0000"}, OWN),
        ({"groep": "grootte.4"}, {}),
    ],
)
def test_what_the_edition_does_not_hold_is_refused_and_said(
    wrong: dict[str, str], left: dict[str, str]
) -> None:
    app = arrived(wrong)
    assert not app.exception
    assert shell.DEAD_VALUE in [box.value for box in app.warning]
    assert app.session_state[AREA] == left.get("gebied", "")
    assert app.session_state[PEERS] == ""


def test_figures_of_another_edition_are_told_apart() -> None:
    app = arrived({"gebied": "GM9801", "open": "1999-01-01"})
    assert text.OTHER_EDITION in [box.value for box in app.warning]
    assert address(app) == OWN


def test_a_region_travels_beside_the_choices_about_declarations() -> None:
    app = arrive(PAGE, SAMPLE | OWN)
    assert address(app) == SAMPLE | OWN | {"periode": "2020_2024"}
    assert not [code for code in app.code if "data=" not in code.value]


def test_a_municipality_of_the_shared_filters_is_the_region_until_another_is_chosen() -> None:
    app = arrive(PAGE, SAMPLE | {"gemeente": "9803"})
    assert app.selectbox(key=KEY).value == "GM9803"
    app.selectbox(key=KEY).set_value("GM9801").run()
    assert address(app)["gebied"] == "GM9801"
    app.selectbox(key="municipality").set_value("9805").run()
    assert app.selectbox(key=KEY).value == "GM9805"


def test_a_group_travels_with_a_municipality_of_the_shared_filters() -> None:
    app = arrive("picture/comparison.py", SAMPLE | {"gemeente": "9803"})
    assert "gebied" not in address(app)
    app.selectbox(key="peers_nearest").set_value(5).run()
    assert address(app)["gebied"] == "GM9803"
    assert address(app)["groep"].endswith("~buren.5")


def test_a_choice_stays_when_another_page_is_opened_and_may_be_taken_back() -> None:
    app = arrive(PAGE, OWN)
    app.switch_page("prepare/start.py").run()
    app.switch_page(PAGE).run()
    assert app.selectbox(key=KEY).value == "GM9801"
    app.selectbox(key=KEY).set_value(None).run()
    assert not app.tabs
    assert app.session_state[AREA] == ""
