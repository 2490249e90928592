"""The page Vergelijken: without a choice, with one, with a group of a link, with declarations."""

from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from core.opendata.shelf import BREAKS_FILE
from core.session import PEERS
from core.tables import TREND_BREAKS
from core.text import (
    areas,
    budget,
    comparison,
    declared,
    decomposition,
    funnel,
    general,
    peer_group,
)
from core.text import spending as spent
from tests.benchmark.drawing import made_up, shelf_of
from tests.pages.visiting import SAMPLE, THREE_CLIENTS, arrive, cells, upload, words

PAGE = "picture/comparison.py"
TAB = "comparison_tab"
CHOSEN = {"gebied": "GM9801"}


def opened(part: str, address: dict[str, str] | None = None) -> AppTest:
    app = arrive(PAGE, CHOSEN if address is None else address)
    app.session_state[TAB] = comparison.TABS[part]
    return app.run()


def test_without_a_municipality_it_says_what_to_do() -> None:
    app = arrive(PAGE)
    assert not app.exception
    assert areas.guide(("municipality",)) in {notice.value for notice in app.info}
    assert not app.table


def test_it_answers_without_declarations_and_says_that_all_is_invented() -> None:
    app = arrive(PAGE, CHOSEN)
    assert not app.exception
    said = words(app)
    assert "In 2024 gaf Aldervoorde" in said
    assert "bij de middelste van de 10 gemeenten in de groep" in said
    assert "Verzonnen voorbeeld" in said
    assert "Niet bedoeld om te rangschikken" in said


def test_the_group_says_why_it_is_alike() -> None:
    app = arrive(PAGE, CHOSEN)
    rows = cells(app, peer_group.OWN)
    assert rows[0][peer_group.CHARACTERISTIC] == "Inwoners"
    assert len(rows) == 7
    assert len(cells(app, peer_group.NEAR)) == 10


def test_a_group_of_a_link_is_followed_and_a_change_lands_in_the_visit() -> None:
    app = arrive(PAGE, {**CHOSEN, "groep": "sociaal.laag~buren.5"})
    assert len(cells(app, peer_group.NEAR)) == 5
    assert {row[peer_group.SOCIAL] for row in cells(app, peer_group.NEAR)} == {"laagste derde"}
    app.multiselect(key="peers_picks").set_value(["GM9002"]).run()
    assert app.session_state[PEERS] == "sociaal.laag~buren.5~eigen.GM9002"
    assert len(cells(app, peer_group.NEAR)) == 6
    assert app.query_params["groep"] == "sociaal.laag~buren.5~eigen.GM9002"
    next(button for button in app.button if button.label == peer_group.START_AGAIN).click().run()
    assert app.session_state[PEERS] == ""
    assert len(cells(app, peer_group.NEAR)) == 10


def test_nobody_who_fits_is_said() -> None:
    app = arrive(PAGE, {**CHOSEN, "groep": "grootte.8~stedelijk.5~buren.5"})
    assert not app.exception
    assert peer_group.NOBODY in words(app)
    assert comparison.EMPTY_GROUP in words(app)


def test_criteria_may_all_be_taken_away() -> None:
    app = arrive(PAGE, {**CHOSEN, "groep": "buren.5"})
    app.selectbox(key="peers_nearest").set_value(0).run()
    assert app.session_state[PEERS] == "buren.alle"
    assert len(cells(app, peer_group.NEAR)) == 319


def test_spending_is_an_index_with_who_is_missing_and_why_lines_break() -> None:
    app = opened("spending")
    said = words(app)
    assert "De uitgaven per jeugdige tot 23 jaar van Aldervoorde waren in 2024" in said
    assert "gemeenten stegen de uitgaven per jeugdige tot 23 jaar sinds 2015" in said
    assert "anders geteld" in said
    rows = cells(app, spent.GROUP_NAME)
    assert rows[0]["Aldervoorde"] == rows[0][spent.GROUP_NAME] == "100"
    assert [row[spent.YEAR] for row in rows if row[spent.BREAK_COLUMN]]
    assert cells(app, budget.BUDGET)[0][spent.YEAR] == "2015"


def test_inflation_and_the_number_of_young_people_change_the_index() -> None:
    app = opened("spending")
    nominal = cells(app, spent.GROUP_NAME)[-1]["Aldervoorde"]
    app.toggle(key="spending_real").set_value(True).run()
    real = cells(app, spent.GROUP_NAME)[-1]["Aldervoorde"]
    assert int(real) < int(nominal)
    app.button_group(key="spending_way").set_value(spent.IN_ALL).run()
    assert cells(app, spent.GROUP_NAME)[-1]["Aldervoorde"] != real
    assert "in de prijzen van 2024" in words(app)


def test_a_kind_of_spending_that_is_known_later_begins_later() -> None:
    app = opened("spending")
    app.selectbox(key="spending_kind").set_value("stay").run()
    assert not app.exception
    rows = cells(app, spent.GROUP_NAME)
    assert (rows[0][spent.YEAR], rows[0]["Aldervoorde"]) == ("2023", "100")
    said = words(app)
    assert "hulp met verblijf per jeugdige tot 23 jaar van Aldervoorde waren in 2024" in said
    assert "dan in 2023" in said
    assert "Daarom is hier 2023 gelijk aan 100" in said


def test_steps_between_years_add_up_in_the_table() -> None:
    rows = cells(opened("difference"), decomposition.PART)
    assert rows[-1][decomposition.STEP] == decomposition.TOGETHER
    parts = [amount(row[decomposition.PART]) for row in rows]
    assert sum(parts[:-1]) == parts[-1]
    first, last = list(rows[-1])[1:3]
    assert amount(rows[-1][last]) - amount(rows[-1][first]) == parts[-1]


def test_steps_from_the_group_are_per_young_person() -> None:
    app = opened("difference")
    app.button_group(key="difference_way").set_value(decomposition.GROUP).run()
    assert not app.exception
    rows = cells(app, decomposition.PART)
    assert rows[0][decomposition.STEP] == decomposition.FACTORS["use"]
    assert sum(amount(row[decomposition.PART]) for row in rows[:-1]) == amount(
        rows[-1][decomposition.PART]
    )
    assert "per jeugdige" in words(app)


@pytest.mark.parametrize("measure", funnel.MEASURES)
def test_ordinary_differences_are_words_and_no_ranking(measure: str) -> None:
    app = opened("ordinary")
    app.button_group(key="funnel_measure").set_value(measure).run()
    assert not app.exception
    rows = cells(app, funnel.PLACE)
    assert rows[0][funnel.NAME] == "Aldervoorde (wij)"
    names = [row[funnel.NAME] for row in rows[1:]]
    assert names == sorted(names)
    assert {row[funnel.PLACE] for row in rows} <= set(funnel.PLACES.values())
    assert "Waarom geen uitgaven?" in words(app)
    assert "was in 2025 (voorlopig) in Aldervoorde" in words(app)


def test_own_declarations_divide_a_difference_and_name_no_small_form() -> None:
    app = opened("difference", SAMPLE | CHOSEN)
    app.button_group(key="difference_way").set_value(decomposition.OWN).run()
    assert not app.exception
    rows = cells(app, decomposition.PART)
    assert [row[decomposition.STEP] for row in rows] == [
        decomposition.FACTORS["clients"],
        decomposition.FACTORS["intensity"],
        decomposition.FACTORS["mix"],
        decomposition.SAME_FORM,
        decomposition.TOGETHER,
    ]
    parts = [amount(row[decomposition.PART]) for row in rows]
    assert sum(parts[:-1]) == parts[-1]
    forms = cells(app, declared.FORM)
    assert general.FEW not in {cell for row in forms for cell in row.values()}
    said = words(app)
    assert declared.ROUNDED in said
    assert declared.METHOD.strip().splitlines()[0] in said
    assert decomposition.LIMITS not in said  # nor tables that these numbers are not from


def test_without_declarations_there_is_no_such_choice() -> None:
    assert decomposition.OWN not in opened("difference").button_group(key="difference_way").options


def test_declarations_of_others_say_so() -> None:
    app = upload(THREE_CLIENTS)
    app.session_state["area"] = "GM9801"
    app.switch_page(PAGE).run()
    app.session_state[TAB] = comparison.TABS["difference"]
    app.run()
    app.button_group(key="difference_way").set_value(decomposition.OWN).run()
    assert not app.exception
    assert declared.NOT_OURS.format(name="Aldervoorde") in words(app)


@pytest.mark.parametrize("part", comparison.TABS)
def test_an_edition_that_lacks_topics_says_what_is_not_known(home: Path, part: str) -> None:
    """A real edition may lack tables; its names are not invented ones."""
    folder = home / "opendata" / "2026-01-02"
    folder.mkdir(parents=True)
    shelf_of(folder, *made_up(30))
    pd.DataFrame(columns=list(TREND_BREAKS)).to_parquet(folder / BREAKS_FILE)
    app = opened(part, {"gebied": "GM0001"})
    assert not app.exception
    said = words(app)
    assert comparison.NO_SPENDING.format(name="GM0001") in said
    assert "Verzonnen voorbeeld" not in said


@pytest.mark.parametrize("level", ["openbaar", "raad"])
def test_anyone_may_compose_a_group(level: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRAJECTZICHT_LEVEL", level)
    app = arrive(PAGE, {**CHOSEN, "groep": "grootte.5~buren.8"})
    assert not app.exception
    assert len(cells(app, peer_group.NEAR)) == 8


def amount(words_of: str) -> int:
    """Read an amount as it stands on the screen, in cents."""
    digits = int("".join(sign for sign in words_of if sign.isdigit()))
    return -digits if words_of.startswith("-") else digits
