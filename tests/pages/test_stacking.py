"""The page of stacking: its four parts with the region, a small file, and without data."""

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from core.session import RULES
from core.text import combinations, general, schemes, special, stacking
from core.trajectories.rules import Rules
from tests.pages.visiting import HEADING, SAMPLE, THREE_CLIENTS, arrive, cells, upload, words

PAGE = "course/stacking.py"
TAB = "stacking_tab"
NOBODY = pd.DataFrame({"at_once": [1], "clients": pd.array([None], dtype="Int64")})
FINDING = (
    "Van de 6.000 jeugdigen met hulp in 2023 had 15% op ten minste één dag twee of meer trajecten "
    "tegelijk; dat is 8% van alle dagen met hulp."
)


def test_without_data_it_points_to_the_data() -> None:
    app = arrive(PAGE)
    assert not app.exception
    assert [notice.value for notice in app.info] == [general.NO_DATA_YET]


def test_the_region_says_how_many_have_two_at_once() -> None:
    app = arrive(PAGE, SAMPLE)
    assert not app.exception
    assert FINDING in words(app)
    row = cells(app, stacking.STACKED_DAYS)[3]
    assert (row["Jaar"], row["Deel van de dagen"]) == ("2023", "8%")
    app.session_state[RULES] = Rules(uncounted_groups=())
    assert FINDING not in words(app.run())
    assert not app.exception


def test_combinations_are_named_and_the_pairs_have_both_numbers() -> None:
    app = opened("combinations")
    assert "Het vaakst liepen Ambulant regulier en Specialistische ggz tegelijk" in words(app)
    pairs = cells(app, "Na elkaar (jeugdigen)")
    assert pairs[0]["Hulpvormen"] == "Ambulant regulier + Specialistische ggz"
    assert combinations.OTHER_SETS in {row[combinations.SET] for row in cells(app, "Combinatie")}


def test_every_selection_is_one_click_with_its_definition() -> None:
    app = opened("special")
    for name, label in special.NAMES.items():
        app.button_group(key="special").set_value(name).run()
        assert not app.exception
        assert "Definitie:" in words(app)
        assert special.IN_A_SENTENCE[name] in words(app), label


def test_dyslexia_tells_its_effect_and_no_euros_of_two_providers() -> None:
    app = opened("special")
    app.button_group(key="special").set_value("dyslexia").run()
    assert "Zonder hulp bij dyslexie" in words(app)
    assert {row[special.EUROS] for row in cells(app, special.EUROS)} == {general.euros(None)}


def test_other_schemes_are_shown_together_and_apart() -> None:
    app = opened("schemes")
    rows = cells(app, schemes.HOW)
    whole = {(row["Regelingen"], row["Hoe"]) for row in rows if row["Periode"] == schemes.WHOLE}
    assert whole >= {("Jeugdwet + Wmo", "tegelijk"), ("Jeugdwet + Wmo", "na elkaar")}


@pytest.mark.parametrize("part", stacking.TABS)
def test_small_numbers_stay_hidden(part: str) -> None:
    app = upload(THREE_CLIENTS).switch_page(PAGE).run()
    app.session_state[TAB] = stacking.TABS[part]
    app.run()
    assert not app.exception
    assert stacking.TOO_FEW in words(app)
    numbers = {cell for table in app.table for cell in table.value.to_numpy().ravel()}
    assert not {str(cell) for cell in numbers} & {"1", "2", "3"}
    hidden = {general.FEW, general.percent(None), stacking.most_at_once(NOBODY)}
    assert {metric.value for metric in app.metric} <= hidden


def test_the_region_shows_how_many_run_beyond_the_first() -> None:
    values = {metric.label: metric.value for metric in arrive(PAGE, SAMPLE).metric}
    assert values[stacking.INDEX].replace(",", "").isdecimal()


def test_nobody_at_once_is_told_no_better_than_few() -> None:
    """Twelve clients without a day of two: neither 0% nor an average may give that away."""
    line = "pseudo-{0:02d};Noord;A1;Ambulant regulier;01-01-2022;31-12-2023;100,00"
    file = "\n".join([HEADING, *map(line.format, range(12))])
    app = upload(file).switch_page(PAGE).run()
    assert not app.exception
    values = {metric.label: metric.value for metric in app.metric}
    assert values["Deel van de dagen"] == general.percent(None)
    assert values[stacking.INDEX] == general.percent(None)
    assert general.NOTHING_TO_SHOW in words(app)


def test_without_other_schemes_it_says_how_to_bring_them() -> None:
    app = upload(THREE_CLIENTS).switch_page(PAGE).run()
    app.session_state[TAB] = stacking.TABS["schemes"]
    assert schemes.NO_DATA in words(app.run())


def test_a_filter_in_the_address_changes_the_finding() -> None:
    app = arrive(PAGE, SAMPLE | {"gemeente": "9804"})
    assert not app.exception
    assert FINDING not in words(app)


def opened(part: str) -> AppTest:
    """Open a part of the page with the region."""
    app = arrive(PAGE, SAMPLE)
    app.session_state[TAB] = stacking.TABS[part]
    app.run()
    assert not app.exception
    return app
