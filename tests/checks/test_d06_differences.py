"""D6: of two selections that differ by one to nine persons nobody sees the second."""

import ast
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from core.text import guarded as text
from pages.registry import PAGES
from tests.checks.groups import at_start, delivery, lines_of, opened, region, shows_numbers
from tests.pages.visiting import press

NAMING = (ast.Import, ast.ImportFrom, ast.FunctionDef)
BEFORE, AFTER = "2021_2022", "2021_2023"


def look(data: str, years: str) -> AppTest:
    """Look in a visit of its own, as a colleague of the same organisation does."""
    return at_start({"data": data, "periode": years})


def refused(app: AppTest) -> bool:
    """Tell whether a page is refused; it then shows one sentence and no number at all."""
    is_refused = text.TOO_NEAR in [warning.value for warning in app.warning]
    assert is_refused != shows_numbers(app)
    return is_refused


@pytest.mark.parametrize("more", [1, 9])
@pytest.mark.parametrize("years", [(BEFORE, AFTER), (AFTER, BEFORE)])
def test_d6_a_colleague_does_not_see_what_differs_by_one_to_nine_persons(
    more: int, years: tuple[str, str]
) -> None:
    data = opened(region(more))
    assert not refused(look(data, years[0]))
    assert refused(look(data, years[1]))
    assert not refused(look(data, years[0]))


@pytest.mark.parametrize("more", [0, 10])
def test_d6_the_same_persons_or_ten_others_are_shown(more: int) -> None:
    data = opened(region(more))
    assert not refused(look(data, BEFORE))
    assert not refused(look(data, AFTER))


def test_d6_the_same_visit_is_refused_too_and_goes_back_by_the_button() -> None:
    app = look(opened(region(5)), BEFORE)
    app.session_state["to_year"] = 2023
    assert refused(app.run())
    back = next(button.label for button in app.button if button.label.startswith("Kies "))
    assert back == "Kies Alle gemeenten, 2021 t/m 2022"
    assert not refused(press(app, back))
    assert app.query_params["periode"] == BEFORE


def test_d6_a_group_of_few_beside_a_shown_one_says_nothing_of_its_own() -> None:
    data = opened(region(others=9))
    address = {"data": data, "periode": "2022_2022"}
    assert not refused(at_start(address))
    assert refused(at_start(address | {"gemeente": "Noord"}))


def test_d6_a_hidden_group_is_compared_with_a_shown_one_a_few_larger() -> None:
    """Of nine nothing would be shown; beside eighteen that says exactly how many there are."""
    people = (lines_of(range(9 * part, 9 * part + 9), 2021 + part, "Zuid") for part in range(2))
    data = opened(delivery(*people, lines_of(range(100, 140), 2022), lines_of(range(60), 2024)))
    address = {"data": data, "gemeente": "Zuid"}
    assert not refused(at_start(address | {"periode": "2021_2022"}))
    assert refused(at_start(address | {"periode": "2022_2022"}))


def test_d6_every_page_with_numbers_is_refused_and_rules_and_data_stay_reachable() -> None:
    app = look(opened(region(5)), BEFORE)
    app.session_state["to_year"] = 2023
    assert refused(app.run())
    for section, names in PAGES.items():
        for name in names:
            shown = app.switch_page(f"{section}/{name}.py").run()
            assert not shown.exception
            assert len(shown.title) == 1, name
            if name not in {"data", "privacy"}:  # of these no number follows a selection
                assert not shows_numbers(shown), name
                assert text.TOO_NEAR in [warning.value for warning in shown.warning], name
                assert not shown.get("download_button"), name
                assert not shown.code, "a link to share"


@pytest.mark.parametrize("script", sorted(Path("pages").glob("*/*.py")), ids=str)
def test_d6_no_page_counts_before_its_question_stands_there(script: Path) -> None:
    """A page that is refused ends below its question; only constants may come before that."""
    body = ast.parse(script.read_text(encoding="utf-8")).body[1:]
    lines = [ast.unparse(node) for node in body if not isinstance(node, NAMING)]
    counted = [line for line in lines if "(" in line and not line.split()[0].isupper()]
    assert counted[0].startswith("show_question("), counted[0]


def test_d6_a_refused_choice_offers_all_years_where_those_may_be_answered() -> None:
    data = opened(region(5))
    assert not refused(look(data, BEFORE))
    app = look(data, AFTER)
    assert refused(app)
    assert not refused(press(app, text.EVERY_YEAR))
    assert app.query_params["periode"] == "2021_2024"


def test_d6_where_numbers_are_exact_nothing_is_guarded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRAJECTZICHT_LEVEL", "eigen")
    data = opened(region(5))
    assert not refused(look(data, BEFORE))
    assert not refused(look(data, AFTER))
