"""The page Aanbieders: its six parts with the region, a small file, other levels, without data."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from core.session import RULES
from core.text import general, handovers, provider_coverage, provider_waiting
from core.text import provider_files as files
from core.text import provider_mirror as mirror
from core.text import providers as text
from core.text.chains import TABS as CHAIN_TABS
from core.trajectories.rules import Rules
from pages.provider_coverage import AT_TABLE
from tests.pages.visiting import SAMPLE, THREE_CLIENTS, arrive, cells, press, upload, words

PAGE = "picture/providers.py"
LARGEST = "Jeugd-ggz Klaverspin"


def opened(part: str, address: dict[str, str] | None = None) -> AppTest:
    """Open a part of the page with the sample region."""
    app = arrive(PAGE, address or SAMPLE)
    app.session_state["providers_tab"] = text.TABS[part]
    app.run()
    assert not app.exception
    return app


def test_without_data_it_points_to_the_data() -> None:
    app = arrive(PAGE)
    assert not app.exception
    assert [notice.value for notice in app.info] == [general.NO_DATA_YET]


def test_the_finding_names_the_largest_and_how_much_ten_give() -> None:
    said = words(arrive(PAGE, SAMPLE))
    assert "De tien grootste van de 40 aanbieders gaven 58% van de 26.085 trajecten" in said
    assert f"de grootste is {LARGEST}, met 10%." in said


def test_a_cell_of_the_matrix_lists_who_is_active_there() -> None:
    app = opened("active")
    assert "De meeste aanbieders zijn actief bij Ambulant regulier" in words(app)
    app.selectbox(key="active_place").set_value("9803").run()
    app.selectbox(key="active_form").set_value("Gezinshuis").run()
    assert "Gezinshuis in Duinrode: 3 aanbieders" in words(app)
    assert cells(app, text.PROVIDER)[-1][text.PROVIDER] == text.OTHER_PROVIDERS


def test_rules_that_part_trajectories_change_the_matrix() -> None:
    app = opened("active")
    before = cells(app, text.MUNICIPALITY)
    app.session_state[RULES] = Rules(merge_gap_days=0)
    assert cells(app.run(), text.MUNICIPALITY) != before


def test_the_sentence_follows_who_is_at_the_table() -> None:
    app = opened("coverage")
    said = "Met wie nu aan tafel zit dekken we 58% van de trajecten, 76% van de jeugdigen en 60% "
    assert said in words(app)
    assert "11 aanbieders zijn samen goed voor 60% van de trajecten." in words(app)
    app.multiselect(key=AT_TABLE).set_value(["98010170"]).run()
    alone = words(app)
    assert "dekken we 1% van de trajecten en 2% van de jeugdigen." in alone
    assert provider_coverage.NO_EUROS in alone
    app.multiselect(key=AT_TABLE).set_value([]).run()
    assert provider_coverage.NOBODY in words(app)


def test_at_the_table_euros_are_told_of_the_ten_largest_only() -> None:
    """Of a choice by hand they are not: many choices together would tell of one provider."""
    app = opened("coverage")
    largest = app.multiselect(key=AT_TABLE).value
    assert len(largest) == text.TOP
    assert re.search(r"\d+% van de kosten\.", words(app))
    app.multiselect(key=AT_TABLE).set_value(largest[:-1]).run()
    assert provider_coverage.NO_EUROS in words(app)
    app.multiselect(key=AT_TABLE).set_value(largest[::-1]).run()
    assert provider_coverage.NO_EUROS not in words(app)


def test_the_owner_may_choose_who_is_at_the_table_for_euros_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TRAJECTZICHT_LEVEL", "eigen")
    app = opened("coverage")
    app.multiselect(key=AT_TABLE).set_value(["98010017"]).run()
    assert re.search(r"\d+% van de kosten\.", words(app))


def test_the_choice_at_the_table_stays_on_the_way_to_another_page() -> None:
    app = opened("coverage")
    app.multiselect(key=AT_TABLE).set_value(["98010017", "98010042"]).run()
    app.switch_page("course/steps.py").run()
    app.switch_page(PAGE).run()
    assert sorted(app.session_state[AT_TABLE]) == ["98010017", "98010042"]


def test_the_mirror_names_only_the_provider_that_was_chosen() -> None:
    app = opened("mirror")
    app.selectbox(key="mirror_provider").set_value("98010121").run()
    said = words(app).replace(LARGEST, "", 1)  # the finding of the page names the largest
    assert "Ambulant Kwartelveld" in said
    assert LARGEST not in said
    assert "bij de middelste helft van de andere aanbieders" in said
    rows = {row[mirror.MEASURE]: row for row in cells(app, mirror.MIDDLE)}
    assert int(rows[mirror.MEASURES[mirror.THIRD]][mirror.OTHERS]) >= 3
    assert all(
        "%" in row[mirror.OWN] or row[mirror.OWN] == "niet te tonen" for row in rows.values()
    )


def test_the_shared_filter_chooses_the_provider_of_the_mirror() -> None:
    app = opened("mirror", SAMPLE | {"aanbieder": "98010121"})
    assert text.ONE_PROVIDER in words(app)
    assert app.selectbox(key="mirror_provider").value == "98010121"
    assert "van de 26.085 trajecten" in words(app)


def test_what_the_mirror_tells_depends_on_the_rules() -> None:
    app = opened("mirror")
    before = cells(app, mirror.MIDDLE)
    app.session_state[RULES] = Rules(chain_gap_days=31)
    assert cells(app.run(), mirror.MIDDLE) != before


def test_handovers_stand_here_as_they_do_among_the_chains() -> None:
    said = words(opened("handovers"))
    assert handovers.STEPS_TITLE in said
    chains = arrive("course/chains.py", SAMPLE)
    chains.session_state["chains_tab"] = CHAIN_TABS["handovers"]
    assert handovers.STEPS_TITLE in words(chains.run())


def test_waiting_times_are_asked_for_and_shown_with_their_day() -> None:
    app = opened("waiting")
    assert provider_waiting.NOT_MEASURED in words(app)
    app = press(app, files.USE_SAMPLE)
    said = words(app)
    assert "(peildatum 01-10-2024); 22 van de 158 opgaven zijn niet openbaar." in said
    lines = cells(app, provider_waiting.REFERENCE_DAY)
    assert sum(row[provider_waiting.DAYS] == provider_waiting.DASH for row in lines) == 22
    assert files.USE_SAMPLE not in [button.label for button in app.button]
    app = press(app, files.FORGET)
    assert files.USE_SAMPLE in [button.label for button in app.button]


@pytest.mark.parametrize("part", text.TABS)
def test_a_small_file_shows_no_small_number(part: str) -> None:
    app = upload(THREE_CLIENTS).switch_page(PAGE).run()
    app.session_state["providers_tab"] = text.TABS[part]
    app.run()
    assert not app.exception
    assert general.NOTHING_TO_SHOW in words(app)
    shown = [cell for table in app.table for cell in table.value.to_numpy().ravel().tolist()]
    assert not [cell for cell in shown if "%" in str(cell) or str(cell).isdecimal()]
    assert "A1" not in words(app)


@pytest.mark.parametrize("part", ["coverage", "mirror"])
def test_without_enough_persons_no_empty_list_of_providers_is_offered(part: str) -> None:
    app = upload(THREE_CLIENTS).switch_page(PAGE)
    app.session_state["providers_tab"] = text.TABS[part]
    app.run()
    said = provider_coverage.NOBODY_TO_CHOOSE if part == "coverage" else mirror.NO_PROVIDERS
    assert said in words(app)
    assert mirror.PROVIDER not in [box.label for box in [*app.selectbox, *app.multiselect]]


@pytest.mark.parametrize("level", ["openbaar", "raad"])
@pytest.mark.parametrize("part", text.TABS)
def test_providers_have_no_name_where_they_cannot_answer(
    level: str, part: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRAJECTZICHT_LEVEL", level)
    app = opened(part)
    assert "Klaverspin" not in words(app)
    assert "de grootste gaf 10%" in words(app)


def test_numbers_in_the_place_of_names_do_not_follow_the_codes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Codes are public: whoever sorts them would read the names from numbers in their order."""
    monkeypatch.setenv("TRAJECTZICHT_LEVEL", "openbaar")
    rows = cells(opened("handovers"), handovers.FROM)
    left_out = (text.OTHER_PROVIDERS, general.FEW)
    named = [
        row for row in rows if not {row[handovers.FROM], row[handovers.HANDOVERS]} & {*left_out}
    ]
    most = max(named, key=lambda row: int(row[handovers.HANDOVERS].replace(".", "")))
    assert most[handovers.FROM] == text.unnamed(1)
    lines = cells(press(opened("waiting"), files.USE_SAMPLE), provider_waiting.REFERENCE_DAY)
    told = [row for row in lines if row[provider_waiting.DAYS] != provider_waiting.DASH]
    soonest = min(told, key=lambda row: int(row[provider_waiting.DAYS]))
    assert soonest[provider_waiting.PROVIDER] == text.unnamed(1)


def test_where_nobody_is_named_the_ten_largest_stand_for_the_table(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TRAJECTZICHT_LEVEL", "raad")
    app = opened("coverage")
    assert "De tien grootste aanbieders dekken 58% van de trajecten" in words(app)
    assert not app.multiselect


def test_the_owner_sees_exact_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRAJECTZICHT_LEVEL", "eigen")
    said = words(opened("coverage"))
    assert "van de 26.087 trajecten" in said
    assert provider_coverage.EXACT_NOTE in said
