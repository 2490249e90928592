"""D6: what a page lays beside the chosen numbers asks the guard as well."""

import pytest

from core.text import (
    chains,
    general,
    guarded,
    headlines,
    municipality,
    patterns,
    quality,
    revisions,
    shell,
    stock,
)
from pages.pattern_search import FIELD
from tests.checks.groups import at_start, delivery, lines_of, opened, shows_numbers
from tests.pages.visiting import arrive, cells, words

YEAR, PLACE = "2022_2022", "9801"
BESIDE = "picture/municipality.py"
EARLIER = {"regels": "as_of.2022-11-30", "periode": YEAR}


def with_december(more: int) -> str:
    """Draw 50 persons in the spring of 2022 and some more in its last month."""
    late = [
        f"laat-{person};Noord;A{person % 4};Ambulant regulier;01-12-2022;28-12-2022;100,00"
        for person in range(more)
    ]
    return delivery(lines_of(range(50), 2022), late, lines_of(range(400, 460), 2024))


@pytest.mark.parametrize(("more", "standard"), [(5, general.percent(None)), (10, "60")])
def test_d6_the_standard_rules_do_not_stand_beside_rules_that_leave_out_a_few(
    more: int, standard: str
) -> None:
    app = arrive("prepare/rules.py", {"data": opened(with_december(more))} | EARLIER)
    row = cells(app, headlines.FIGURE)[0]
    assert row[headlines.OWN] == "50"
    assert row[headlines.STANDARD] == standard
    assert (headlines.REFUSED in words(app)) == (more < 10)


@pytest.mark.parametrize(("more", "is_refused"), [(9, True), (10, False)])
def test_d14_the_delivery_before_does_not_stand_beside_one_with_a_few_more(
    more: int, *, is_refused: bool
) -> None:
    first = opened(with_december(0))
    app = arrive("prepare/quality.py", {"data": opened(with_december(more), after=first)})
    app.session_state["quality_tab"] = quality.TABS[-1]
    app.run()
    assert (revisions.REFUSED in words(app)) == is_refused
    assert any(revisions.THEN in table.value for table in app.table) != is_refused


@pytest.mark.parametrize(
    ("time", "is_refused"),
    [("184 dagen", True), ("7 maanden", True), ("een half jaar", False), ("een jaar", False)],
)
def test_d7_a_pattern_asks_for_registered_times_only(time: str, *, is_refused: bool) -> None:
    """A longest time to the day would tell the day on which a count passes a rounding."""
    app = arrive("course/chains.py", {"data": opened(with_december(0))})
    app.session_state["chains_tab"] = chains.TABS["routes"]
    app.session_state["routes_view"] = "search"
    app.session_state[FIELD] = f"ambulant, daarna binnen {time} ambulant"
    app.run()
    assert (patterns.NOT_REGISTERED in [info.value for info in app.info]) == is_refused
    assert any(patterns.OUTCOME in table.value for table in app.table) != is_refused


@pytest.mark.parametrize(("more", "is_refused"), [(9, True), (10, False)])
@pytest.mark.parametrize(
    ("page", "tab", "label"),
    [
        (BESIDE, "municipality_tab", municipality.TABS[1]),
        (BESIDE, "municipality_tab", municipality.TABS[4]),
    ],
)
def test_d6_own_numbers_beside_open_data_are_those_of_a_selection(
    page: str, tab: str, label: str, more: int, *, is_refused: bool
) -> None:
    """The region of those pages is not among the shared filters, and neither is it unguarded."""
    data = opened(
        delivery(
            lines_of(range(40), 2022, PLACE),
            lines_of(range(200, 200 + more), 2023, PLACE),
            lines_of(range(300, 340), 2023),
            lines_of(range(400, 460), 2024),
        )
    )
    narrow = at_start({"data": data, "gemeente": PLACE, "periode": "2022_2022"})
    assert shows_numbers(narrow)
    app = arrive(page, {"data": data, "gebied": f"GM{PLACE}", "periode": "2022_2023"})
    app.session_state[tab] = label
    app.run()
    said = [caption.value for caption in app.caption]
    assert shows_numbers(app)
    assert (guarded.NOT_BESIDE in said) == is_refused


@pytest.mark.parametrize(("more", "is_shown"), [(9, False), (10, True)])
def test_d6_the_stock_of_a_municipality_is_of_every_year_and_asks_for_every_year(
    more: int, *, is_shown: bool
) -> None:
    """The year that is chosen was answered before; what came after it is in the stock too."""
    data = opened(
        delivery(
            lines_of(range(40), 2022, PLACE),
            lines_of(range(200, 200 + more), 2023, PLACE),
            lines_of(range(300, 360), 2024),
        )
    )
    assert shows_numbers(at_start({"data": data, "gemeente": PLACE, "periode": YEAR}))
    app = arrive(BESIDE, {"data": data, "gebied": f"GM{PLACE}", "periode": YEAR})
    app.session_state["municipality_tab"] = municipality.TABS[4]
    app.run()
    assert not app.exception
    assert (guarded.NOT_BESIDE in [caption.value for caption in app.caption]) != is_shown
    assert (stock.QUESTION in [caption.value for caption in app.caption]) == is_shown


def test_d6_a_link_does_not_tell_whether_a_rare_care_form_is_there() -> None:
    rare = ["zeldzaam-1;Noord;A1;JeugdzorgPlus;01-01-2022;28-03-2022;100,00"]
    data = opened(delivery(lines_of(range(40), 2022), rare, lines_of(range(400, 460), 2024)))
    there, absent, common = (
        at_start({"data": data, "regels": f"ladder.{form}*5"})
        for form in ("JeugdzorgPlus", "Pleegzorg", "Ambulant%20regulier")
    )
    said = [warning.value for warning in there.warning]
    assert shell.DEAD_RULES in said
    assert said == [warning.value for warning in absent.warning]
    assert [shows_numbers(app) for app in (there, absent, common)] == [False, False, True]
