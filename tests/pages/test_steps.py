"""The page of steps: light and heavier beginnings, up and down alike, and never a cause."""

import pytest
from streamlit.testing.v1 import AppTest

from core.session import RULES
from core.text import general
from core.text import steps as text
from core.text.chains import TOO_FEW
from core.trajectories.rules import Rules
from tests.pages.visiting import HEADING, SAMPLE, THREE_CLIENTS, arrive, cells, upload, words

PAGE = "course/steps.py"
FINDING = (
    "Van de reeksen die licht begonnen, ging 41% binnen twee jaar omhoog; "
    "van de reeksen die direct zwaarder begonnen 18%."
)


def on_tab(part: str, address: dict[str, str] | None = None) -> AppTest:
    """Open the page with one of its parts open."""
    app = arrive(PAGE, address or SAMPLE)
    app.session_state["steps_tab"] = text.TABS[part]
    return app.run()


def test_without_data_it_points_to_the_data() -> None:
    app = arrive(PAGE)
    assert not app.exception
    assert [notice.value for notice in app.info] == [general.NO_DATA_YET]


def test_the_sample_region_gives_the_finding_that_was_planted() -> None:
    app = arrive(PAGE, SAMPLE)
    assert not app.exception
    assert FINDING in words(app)
    assert text.NO_CAUSE in words(app)


def test_up_and_down_are_both_in_the_table_with_their_denominator() -> None:
    rows = cells(arrive(PAGE, SAMPLE), "Beweging")
    assert {row["Beweging"] for row in rows} == set(text.MOVE_NAMES.values())
    assert all(row["Van"] for row in rows)


def test_an_undelivered_referrer_stands_apart() -> None:
    rows = cells(on_tab("openings"), "Verwijzer")
    names = [row["Verwijzer"] for row in rows]
    assert general.UNKNOWN in names
    assert names == sorted(names)


def test_another_ladder_changes_the_finding() -> None:
    app = arrive(PAGE, SAMPLE)
    app.session_state[RULES] = Rules(ladder=(("Specialistische ggz", 2),))
    assert FINDING not in words(app.run())
    assert not app.exception


def test_small_numbers_stay_hidden() -> None:
    app = upload(THREE_CLIENTS).switch_page(PAGE).run()
    assert not app.exception
    assert TOO_FEW in words(app)
    assert {metric.value for metric in app.metric} == {general.percent(None)}


def test_with_many_unknown_codes_nothing_is_stated() -> None:
    unknown = f"""{HEADING.replace("hulpvorm", "productcode")}
pseudo-a;Noord;A1;99X99;01-01-2022;31-03-2022;100,00
pseudo-b;Noord;A1;45A04;01-02-2023;31-12-2024;100,00
"""
    app = upload(unknown).switch_page(PAGE).run()
    assert not app.exception
    assert [warning.value for warning in app.warning] == [text.withheld(0.5)]
    assert not app.metric


SMALL_CHOICES = {
    "a small municipality": {"gemeente": "9814"},
    "a care form by which few begin": {"hulpvorm": "JeugdzorgPlus"},
}


@pytest.mark.parametrize("choice", SMALL_CHOICES)
def test_a_small_choice_keeps_the_page_whole_and_says_nothing_of_sizes(choice: str) -> None:
    app = arrive(PAGE, SAMPLE | SMALL_CHOICES[choice])
    assert not app.exception
    assert not any(general.FEW in table.value.to_csv() for table in app.table)
    assert general.NOTHING_TO_SHOW in words(app)
    assert len(app.text_area) == len(general.QUESTIONS)


def test_what_is_hidden_of_the_region_keeps_its_denominator() -> None:
    rows = cells(arrive(PAGE, SAMPLE), "Beweging")
    apart = [row for row in rows if row["Begin"] == text.BEGUN_NAMES["unranked"]]
    assert [row["Deel"] for row in apart] == [general.percent(None)] * len(text.MOVE_NAMES)
    assert all(row["Van"].isdigit() for row in apart)
