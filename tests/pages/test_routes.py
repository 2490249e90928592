"""The tabs on routes and on the course in a picture, as a visitor uses them."""

import pytest
from streamlit.testing.v1 import AppTest

from core.session import RULES
from core.text import chains, general, preceding, routes, states
from core.text import patterns as search
from core.trajectories.rules import Rules
from tests.pages.visiting import SAMPLE, THREE_CLIENTS, arrive, cells, press, upload, words

PAGE = "course/chains.py"


def open_tab(app: AppTest, tab: str, view: str = "") -> AppTest:
    """Open a tab of the page, and one of its questions."""
    app.session_state["chains_tab"] = chains.TABS[tab]
    app.run()
    if view:
        app.session_state["routes_view"] = view
        app.run()
    return app


def sample(tab: str, view: str = "") -> AppTest:
    """Open a tab with the sample region."""
    return open_tab(arrive(PAGE, SAMPLE), tab, view)


def test_frequent_routes_cover_most_chains_and_the_rest_is_merged() -> None:
    app = sample("routes")
    assert not app.exception
    rows = cells(app, routes.COVERED)
    assert rows[-1][routes.ROUTE] == "overige routes"
    assert f"dekken {rows[-2][routes.COVERED]} van de reeksen" in words(app)
    assert "routes zijn samengevoegd" in words(app)


def test_repeats_taken_together_cover_more() -> None:
    app = sample("routes")
    raw = cells(app, routes.COVERED)[-2][routes.COVERED]
    app.radio[0].set_value("collapsed").run()
    assert percent(cells(app, routes.COVERED)[-2][routes.COVERED]) > percent(raw)


def test_an_example_finds_chains_with_their_denominator_and_costs() -> None:
    app = press(sample("routes", "search"), search.EXAMPLES[0])
    rows = {row[search.OUTCOME]: row for row in cells(app, search.OUTCOME)}
    found = rows[search.OUTCOMES["found"]]
    assert found[search.COSTS].startswith("€ ")
    assert f"{found[search.CHAINS]} van " in words(app)
    assert rows[search.OUTCOMES["too_recent"]][search.SHARE] == general.decimal(None)
    assert "Begrepen als: ergens in de reeks ambulant (Ambulant regulier" in words(app)


def test_who_is_not_understood_hears_how_far_in_dutch() -> None:
    app = sample("routes", "search")
    app.text_input(key="pattern_words").set_value("ambulant, daarna paardrijden").run()
    assert not app.exception
    (said,) = [notice.value for notice in app.info]
    assert said.startswith(search.UNTIL_HERE.format(understood="ambulant, daarna"))
    assert "paardrijden" in said


def test_a_pattern_of_few_stays_hidden() -> None:
    app = sample("routes", "search")
    app.text_input(key="pattern_words").set_value("JeugdzorgPlus, daarna wijkteam").run()
    assert "Bij minder dan 10 jeugdigen volgt een reeks dit patroon" in words(app)
    rows = {row[search.OUTCOME]: row for row in cells(app, search.OUTCOME)}
    found, absent = (rows[search.OUTCOMES[name]] for name in ("found", "absent"))
    assert found[search.CHAINS] == general.FEW
    assert absent[search.CHAINS] == "5.075"
    # All patterns have the same costs together: one of two amounts would tell the other.
    assert found[search.COSTS] == absent[search.COSTS] == general.euros(None)


def test_a_pattern_of_all_says_no_more_than_one_of_nearly_all() -> None:
    app = sample("routes", "search")
    app.text_input(key="pattern_words").set_value("begint met hulp").run()
    rows = {row[search.OUTCOME]: row for row in cells(app, search.OUTCOME)}
    absent = rows[search.OUTCOMES["absent"]]
    assert absent[search.CHAINS] == general.FEW
    assert absent[search.SHARE] == general.percent(None)
    assert "100%" not in words(app)


def test_the_builder_writes_words_in_the_field() -> None:
    app = press(sample("routes", "search"), search.BUILDER_SET)
    assert app.text_input(key="pattern_words").value == "ambulant, daarna verblijf"
    assert "volgen dit patroon" in words(app)


def test_what_went_before_a_form_says_of_how_many() -> None:
    app = sample("routes", "preceding")
    app.selectbox(key="preceding_form").select("Residentieel verblijf").run()
    assert not app.exception
    assert "die met Residentieel verblijf begonnen, had" in words(app)
    assert preceding.INVISIBLE in {row[preceding.BEFORE] for row in cells(app, preceding.BEFORE)}


def test_returns_say_what_each_share_is_of() -> None:
    rows = cells(sample("routes", "returns"), routes.OF)
    assert [row[routes.RETURN] for row in rows] == list(routes.RETURN_NAMES.values())
    assert all("trajecten op rij" in row[routes.OF] for row in rows)


def test_a_shorter_pause_leaves_fewer_returns() -> None:
    app = sample("routes", "returns")
    before = cells(app, routes.OF)
    app.session_state[RULES] = Rules(chain_gap_days=0)
    assert cells(app.run(), routes.OF) != before


def test_the_course_shows_states_paths_and_expert_figures() -> None:
    app = sample("states")
    assert not app.exception
    months = {row[states.MONTH] for row in cells(app, states.STATE)}
    assert {"0", "12", "36"} <= months
    assert "Eén jaar na de eerste start krijgt" in words(app)
    assert "bleef op één trede" in words(app)
    figures = {row[states.FIGURE]: row for row in cells(app, states.FIGURE)}
    assert len(figures) == len(states.INDICATOR_NAMES)
    assert general.FEW not in {row[states.CLIENTS] for row in cells(app, states.STATE)}


@pytest.mark.parametrize(
    ("tab", "view"),
    [
        ("routes", "routes"),
        ("routes", "search"),
        ("routes", "preceding"),
        ("routes", "returns"),
        ("states", ""),
    ],
)
def test_small_numbers_stay_hidden(tab: str, view: str) -> None:
    app = open_tab(upload(THREE_CLIENTS).switch_page(PAGE).run(), tab, view)
    if view == "search":
        app = press(app, search.EXAMPLES[0])
    assert not app.exception
    assert "pseudo" not in words(app)
    shown = [
        cell
        for table in app.table
        for row in table.value.to_dict("records")
        for cell in row.values()
    ]
    assert not {str(cell) for cell in shown} & {"1", "2", "3"}


def percent(share: str) -> int:
    return int(share.removesuffix("%"))
