"""The page Verwacht en werkelijk: from a region to an answer with its doubt."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from core.text import expected as text
from core.text import expected_bars as bars_text
from core.text import expected_card as card
from core.text import expected_contributions as adds
from core.text import expected_kinds as kinds
from core.text import general
from core.text import opendata as sources
from tests.pages.visiting import SAMPLE, THREE_CLIENTS, arrive, cells, upload, words

EXPECTED = "picture/expected.py"
OWN = {"gebied": "GM9801"}


def finding(app: AppTest) -> str:
    """Give the sentence that opens the page."""
    return next(line.value for line in app.markdown if line.value.startswith("## "))


def opened(part: str, address: dict[str, str]) -> AppTest:
    """Open a part of the page."""
    app = arrive(EXPECTED, address)
    app.session_state["expected_part"] = part
    return app.run()


def test_without_a_region_the_page_says_what_to_do_first() -> None:
    app = arrive(EXPECTED)
    assert not app.exception
    assert "Kies eerst een gemeente" in app.info[0].value
    assert not app.table


def test_a_municipality_gets_an_answer_without_declarations() -> None:
    app = arrive(EXPECTED, OWN)
    assert not app.exception
    assert finding(app).startswith("## Jeugdhulp in natura in Aldervoorde in 2024: verwacht ")
    assert any(said in finding(app) for said in text.SAID.values())
    bars = cells(app, bars_text.BAR_TITLE)
    assert len(bars) == 20
    assert [row[bars_text.OWN] for row in bars].count("Aldervoorde") == 1
    around = [row[text.PLACE] for row in cells(app, text.PLACE)]
    assert around[0] == "Aldervoorde"
    assert len(around) == 4
    assert sources.INVENTED in words(app)
    assert general.QUESTIONS["recognise"] in [area.label for area in app.text_area]


def test_the_picture_has_the_words_as_its_alternative() -> None:
    app = arrive(EXPECTED, OWN)
    chart = app.get("vega_lite_chart")[0].proto
    assert "Het verschil van Aldervoorde is" in chart.alt
    assert json.loads(chart.spec)["layer"][0]["encoding"]["y"]["title"] == bars_text.DIFFERENCE_AXIS


@pytest.mark.parametrize(
    ("area", "name", "members"),
    [("JZ98", "Jeugdregio Aldervoorde", "14"), ("PV98", "Provincie Aldervoorde", "27")],
)
def test_a_region_is_the_sum_of_its_municipalities(area: str, name: str, members: str) -> None:
    app = arrive(EXPECTED, {"gebied": area})
    assert not app.exception
    assert f"in {name} in 2024" in finding(app)
    assert cells(app, text.PLACE)[0][text.MEMBERS] == members
    assert f"over {members} gemeenten" in words(app)


def test_a_region_of_small_municipalities_uses_what_is_published_of_itself() -> None:
    app = arrive(EXPECTED, {"gebied": "JZ98"})
    app.selectbox(key="expected_form").set_value("probation").run()
    assert not app.exception
    assert cells(app, text.PLACE)[0][text.MEMBERS] == "14"


def test_another_municipality_may_be_laid_beside_it() -> None:
    app = arrive(EXPECTED, OWN)
    app.multiselect(key="expected_beside_municipality").set_value(["GM9802"]).run()
    assert cells(app, text.PLACE)[-1][text.PLACE] == "Brinkmeer"


def test_a_municipality_that_is_too_small_is_not_marked() -> None:
    app = arrive(EXPECTED, {"gebied": "GM9813"})
    app.selectbox(key="expected_form").set_value("probation").run()
    assert "werkelijk is niet gepubliceerd" in finding(app)
    assert any("staat niet in de staven" in notice.value for notice in app.info)
    assert "De punt is" not in words(app)


def test_kinds_stand_side_by_side_and_forms_one_click_deeper() -> None:
    app = opened(text.TABS[1], OWN)
    assert [row[text.WHAT] for row in cells(app, text.WHAT)] == [
        *("Jeugdhulp in natura", "Jeugdbescherming", "Jeugdreclassering"),
    ]
    app.session_state["expected_division"] = "stay"
    app.run()
    forms = {row[text.WHAT]: row for row in cells(app, text.WHAT)}
    assert "Pleegzorg" in forms
    assert forms["Gesloten plaatsing"][text.STANDING] == text.STANDINGS["unknown"]
    assert kinds.NOTE in words(app)


def test_every_characteristic_says_what_it_adds() -> None:
    app = opened(text.TABS[2], OWN)
    rows = cells(app, adds.ADDS)
    assert {row[adds.CHARACTERISTIC] for row in rows} == set(adds.CHARACTERISTICS.values())
    assert adds.CONTRIBUTIONS_NOTE in words(app)


def test_the_model_card_says_how_good_it_is_and_what_it_does_not_know() -> None:
    app = opened(text.TABS[3], OWN)
    assert [metric.label for metric in app.metric] == [label for label, _ in card.METRICS]
    assert len(cells(app, card.PART)) == 10
    assert len(cells(app, card.USED_YEAR)) == len(adds.CHARACTERISTICS)
    assert card.CARD.strip() in words(app)


def test_how_it_is_made_is_one_click_away() -> None:
    app = arrive(EXPECTED, OWN)
    assert card.CARD.strip() not in words(app)
    next(button for button in app.button if button.label == text.HOW).click().run()
    assert not app.exception
    assert card.CARD.strip() in words(app)


def test_another_year_and_another_kind_give_other_figures() -> None:
    app = arrive(EXPECTED, OWN)
    first = finding(app)
    app.selectbox(key="expected_year").set_value(2019).run()
    earlier = finding(app)
    app.selectbox(key="expected_form").set_value("stay").run()
    assert "in 2019: verwacht" in earlier
    assert finding(app).startswith("## Jeugdhulp met verblijf in Aldervoorde in 2019")
    assert len({first, earlier, finding(app)}) == 3


def test_a_form_of_which_too_little_is_published_is_not_compared() -> None:
    app = arrive(EXPECTED, OWN)
    app.selectbox(key="expected_form").set_value("secure").run()
    assert not app.exception
    assert "te weinig gemeenten" in finding(app)
    for part in text.TABS[2:]:
        app.session_state["expected_part"] = part
        app.run()
        assert not app.exception
        assert text.NO_MODEL in [notice.value for notice in app.info]


def test_provisional_years_say_so_and_are_not_chosen_by_themselves() -> None:
    app = arrive(EXPECTED, OWN)
    years = app.selectbox(key="expected_year")
    assert years.options[:2] == ["2025 (voorlopig)", "2024"]
    assert years.value == 2024
    years.set_value(2025).run()
    assert "in 2025 (voorlopig): " in finding(app)
    app.session_state["expected_part"] = text.TABS[1]
    assert "In 2025 (voorlopig) ligt in Aldervoorde" in words(app.run())


def test_the_own_declarations_change_nothing_about_open_figures() -> None:
    assert finding(arrive(EXPECTED, SAMPLE | OWN)) == finding(arrive(EXPECTED, OWN))


def test_a_small_file_asks_for_a_region_too() -> None:
    app = upload(THREE_CLIENTS).switch_page(EXPECTED).run()
    assert not app.exception
    assert any("Kies eerst een gemeente" in notice.value for notice in app.info)


def test_at_level_openbaar_the_page_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRAJECTZICHT_LEVEL", "openbaar")
    assert "verwacht" in finding(arrive(EXPECTED, OWN))
