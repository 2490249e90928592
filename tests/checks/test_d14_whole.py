"""D14: what is told of a delivery as a whole tells of no child outside the selection either."""

from urllib.parse import parse_qsl

import pytest
from streamlit.testing.v1 import AppTest

from core.text import administrative, attrition, guarded, quality, revisions
from tests.checks.groups import at_start, delivery, lines_of, opened, shows_numbers
from tests.pages.visiting import arrive, words

QUALITY = "prepare/quality.py"
NORTH = {"gemeente": "Noord"}
MONTHS, CHANGES = quality.TABS[1], quality.TABS[-1]


def with_south(persons: int) -> str:
    """Draw 40 persons of Noord, and some of Zuid."""
    south = lines_of(range(200, 200 + persons), 2022, "Zuid")
    return delivery(lines_of(range(40), 2022), south, lines_of(range(400, 460), 2024))


@pytest.mark.parametrize(("more", "is_shown"), [(1, False), (10, True)])
def test_d14_quality_counts_lines_of_everybody_and_asks_for_everybody(
    more: int, *, is_shown: bool
) -> None:
    """Of Noord nothing changed, and elsewhere its numbers stay; the page tells of Zuid too."""
    first = opened(with_south(40))
    assert shows_numbers(at_quality(first, MONTHS))
    second = opened(with_south(40 + more), after=first)
    assert shows_numbers(at_start({"data": second} | NORTH))
    app = at_quality(second, MONTHS)
    assert shows_numbers(app) == is_shown
    assert (guarded.TOO_NEAR_DELIVERY in [one.value for one in app.warning]) != is_shown


@pytest.mark.parametrize(("more", "is_shown"), [(1, False), (10, True)])
def test_d14_what_falls_off_is_counted_of_everybody_and_asks_for_everybody(
    more: int, *, is_shown: bool
) -> None:
    first = opened(with_south(40))
    assert shows_numbers(at_start({"data": first}))
    second = opened(with_south(40 + more), after=first)
    app = arrive("prepare/rules.py", {"data": second} | NORTH)
    app.session_state["attrition"] = True
    app.run()
    assert any(attrition.STEP in table.value.columns for table in app.table) == is_shown
    assert (attrition.TOO_NEAR in words(app)) != is_shown
    assert any(box.label == administrative.EFFECT_TITLE for box in app.expander) == is_shown
    steps = arrive("course/steps.py", {"data": second} | NORTH)
    assert ("Administratieve stappen die niet meetellen" in words(steps)) == is_shown


@pytest.mark.parametrize("page", ["course/chains.py", "course/triggers.py"])
@pytest.mark.parametrize(("more", "is_shown"), [(1, False), (10, True)])
def test_d14_today_is_about_every_year_and_asks_for_every_year(
    page: str, more: int, *, is_shown: bool
) -> None:
    """Nothing changed in the year that is chosen; stock and standing are of all years."""
    first = opened(with_south(40))
    assert shows_numbers(at_start({"data": first}))
    second = opened(with_south(40 + more), after=first)
    late = {"data": second, "periode": "2024_2024"}
    assert shows_numbers(at_start(late))
    said = [one.value for one in arrive(page, late).warning]
    assert (guarded.TOO_NEAR_DELIVERY in said) != is_shown


@pytest.mark.parametrize(
    ("page", "years", "why"),
    [
        ("prepare/quality.py", "2022_2024", guarded.WHOLE_TOO_NEAR),
        ("course/chains.py", "2022_2023", guarded.EVER_TOO_NEAR),
    ],
)
def test_d14_a_page_that_no_choice_gives_numbers_says_so_and_where_they_are(
    page: str, years: str, why: str
) -> None:
    """Nearly everybody is of Noord, and began before the last year."""
    south = lines_of(range(200, 204), 2022, "Zuid")
    data = opened(delivery(lines_of(range(40), 2022), south, lines_of(range(400, 404), 2024)))
    chosen = {"data": data, "gemeente": "Noord", "periode": years}
    assert shows_numbers(at_start(chosen))
    app = arrive(page, chosen)
    assert not shows_numbers(app)
    assert why in [one.value for one in app.warning]
    assert not [one.label for one in app.button if one.label.startswith("Kies ")]
    (link,) = app.get("page_link")
    assert dict(parse_qsl(link.proto.query_string)).items() >= chosen.items()


def test_d14_what_changed_lays_no_whole_deliveries_beside_each_other_that_are_near() -> None:
    first = opened(with_south(40))
    second = opened(with_south(41), after=first)
    assert shows_numbers(at_quality(second, MONTHS))
    app = at_quality(second, CHANGES)
    assert revisions.REFUSED in words(app)
    assert not shows_numbers(app)


@pytest.mark.parametrize(("level", "is_named"), [("tafel", True), ("raad", False)])
def test_d6_a_refusal_names_no_provider_where_providers_have_no_names(
    level: str, *, is_named: bool
) -> None:
    own = [f"p-{one};Noord;Zonnehof;Pleegzorg;01-02-2022;28-04-2022;100,00" for one in range(30)]
    few = [f"q-{one};Noord;Elders;Pleegzorg;01-02-2022;28-04-2022;100,00" for one in range(3)]
    data = opened(delivery(own, few, lines_of(range(40), 2022), lines_of(range(400, 460), 2024)))
    assert shows_numbers(at_start({"data": data, "aanbieder": "Zonnehof"}))
    app = at_level(level, {"data": data, "hulpvorm": "Pleegzorg"})
    assert not shows_numbers(app)
    assert any("Zonnehof" in button.label for button in app.button) == is_named


@pytest.mark.parametrize(("more", "is_listed"), [(1, False), (10, True)])
def test_d14_a_code_is_not_listed_because_of_one_child(more: int, *, is_listed: bool) -> None:
    for persons, told in ((9, False), (9 + more, is_listed)):
        coded = [f"c-{one};Noord;A1;EIGEN1;01-02-2022;28-04-2022;100,00" for one in range(persons)]
        lines = delivery(coded, lines_of(range(40), 2022), lines_of(range(400, 460), 2024))
        data = opened(lines.replace("hulpvorm", "productcode"))
        app = arrive("prepare/data.py", {"data": data})
        assert any("code EIGEN1" in box.label for box in app.selectbox) == told


def at_quality(data: str, tab: str) -> AppTest:
    """Open a tab of the page of quality, with Noord chosen."""
    app = arrive(QUALITY, {"data": data, "gemeente": "Noord"})
    app.session_state["quality_tab"] = tab
    return app.run()


def at_level(level: str, address: dict[str, str]) -> AppTest:
    """Open the first page at a level below that of the server."""
    app = at_start({"data": address["data"]})
    app.session_state["chosen_level"] = level
    for name, value in address.items():
        app.query_params[name] = value
    return app.run()
