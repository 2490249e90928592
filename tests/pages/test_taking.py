"""What a page offers to take along is what stands on it, with a card that says what it is."""

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from core.export.card import View, in_short, lines_of
from core.export.formats import PICTURES, formats_of, make
from core.storage.log import last_line
from core.storage.migrating import open_store
from core.storage.places import places_of
from core.text import chains, general, municipality, opendata, shell, status, steps
from core.text import taking as text
from pages.taking import OFFERED, _made
from tests.pages.visiting import SAMPLE, THREE_CLIENTS, arrive, upload

CHAINS = "course/chains.py"


@pytest.fixture(scope="module")
def page() -> AppTest:
    return arrive(CHAINS, SAMPLE | {"gemeente": "9801"})


def offered_by(app: AppTest) -> Any:  # noqa: ANN401 - what the session keeps
    return app.session_state[OFFERED]


def views_of(app: AppTest) -> list[View]:
    return list(offered_by(app).views)


def keys_of(app: AppTest) -> list[str]:
    keys = [str(button.key) for button in app.get("download_button")]
    return [key for key in keys if key.startswith("take_")]


def test_every_picture_and_table_is_offered_in_each_of_its_formats(page: AppTest) -> None:
    views = views_of(page)
    assert [view.chart is not None for view in views] == [True, True, False]
    assert len(keys_of(page)) == sum(len(formats_of(view)) for view in views) == 5 + 5 + 3
    assert len(set(keys_of(page))) == len(keys_of(page))


def test_a_table_without_a_picture_has_no_picture_to_take(page: AppTest) -> None:
    assert not set(PICTURES) & set(formats_of(views_of(page)[-1]))


def test_a_card_says_all_that_the_page_says(page: AppTest) -> None:
    card = views_of(page)[0].card
    assert (card.page, card.title) == ("reeksen", shell.TITLES["chains"])
    assert card.question == chains.QUESTION
    assert card.filters.startswith("Gemeente: Aldervoorde")
    assert chains.TABS["lengths"] in card.filters
    assert card.period == "2020 t/m 2024"
    assert "reeksen waarvan het eerste traject in de periode begon" in card.definition
    assert "184 dagen" in card.definition
    assert "voorbeeldregio" in card.source
    assert card.status.startswith("Voorlopig")
    assert "Tafel" in card.protection
    assert [name for name, words in lines_of(card) if not words] == []


def test_a_table_that_is_taken_is_the_one_that_is_shown(page: AppTest) -> None:
    shown = [table.value.to_numpy().tolist() for table in page.table]
    assert [view.table.to_numpy().tolist() for view in views_of(page)] == shown


def test_another_run_offers_its_own_views_only(page: AppTest) -> None:
    before = len(views_of(page))
    assert len(views_of(page.run())) == before


def test_without_a_choice_the_card_says_so() -> None:
    assert views_of(arrive(CHAINS, SAMPLE))[0].card.filters.startswith(text.NO_CHOICE)


def test_every_taking_is_noted_and_names_no_one() -> None:
    app = arrive(CHAINS, SAMPLE)
    made = _made(offered_by(app), 1, "csv")
    assert made == make(views_of(app)[1], "csv")
    with open_store(places_of()).engine.connect() as connection:
        last = last_line(connection)
    assert last is not None
    assert last.action == "export"
    assert json.loads(last.details) == {"view": "reeksen", "format": "csv", "level": "tafel"}


def test_small_numbers_are_in_no_file() -> None:
    app = upload(THREE_CLIENTS).switch_page(CHAINS).run()
    assert not app.exception
    for view in views_of(app):
        for written in ("csv", "xlsx"):
            assert b"pseudo" not in make(view, written)


def test_a_card_says_why_a_number_cannot_be_shown_where_one_is_not() -> None:
    app = upload(THREE_CLIENTS).switch_page("prepare/rules.py").run()
    withheld = [general.percent(None) in view.table.to_csv() for view in views_of(app)]
    assert any(withheld)
    said = [general.WHY_NOT_SHOWN in view.card.protection for view in views_of(app)]
    assert said == withheld


def test_a_page_of_open_data_has_its_cards_without_declarations() -> None:
    app = arrive("picture/municipality.py", {"gebied": "GM9801"})
    assert not app.exception
    views = views_of(app)
    assert views
    for view in views:
        assert "Aldervoorde" in view.card.filters
        assert "tabel" in view.card.source
        assert "verzonnen" in view.card.status.lower()
        assert "declaraties staan" not in view.card.source
        assert [name for name, words in lines_of(view.card) if not words] == []


def test_own_numbers_beside_open_data_are_accounted_for_too() -> None:
    app = arrive("picture/districts.py", SAMPLE | {"gemeente": "9801"})
    tables = [view for view in views_of(app) if text.mentions_own(view.table)]
    others = [view for view in views_of(app) if not text.mentions_own(view.table)]
    assert tables
    assert all("voorbeeldregio" in view.card.source for view in tables)
    assert others
    assert all("Waar eigen" not in view.card.source for view in others)


def test_nothing_is_offered_where_nothing_is_shown() -> None:
    app = arrive(CHAINS)
    assert [notice.value for notice in app.info] == [general.NO_DATA_YET]
    assert not keys_of(app)


def test_a_card_says_what_its_numbers_cannot_do_without() -> None:
    page = arrive("course/steps.py", SAMPLE)
    page.session_state["steps_tab"] = steps.TABS["costs"]
    cards = [view.card for view in views_of(page.run())]
    assert len(cards) > 2
    for card in cards:
        assert "daarvan zijn het de kosten tot nu toe" in card.definition
        assert in_short(card).count(text.measured(status.BY_CHAIN)) == 1
        assert "tot nu toe" not in in_short(card)


def test_a_card_of_open_data_says_first_which_figures_it_has() -> None:
    (card, *_) = [
        view.card for view in views_of(arrive("picture/municipality.py", {"gebied": "GM9801"}))
    ]
    assert text.measured(card.definition) == "; ".join(
        opendata.TOPIC_NAMES[topic] for topic in ("youth_with_care", "population")
    )
    assert municipality.GROUP_NOTE in card.definition
