"""D14: a delivery with one more child shows nobody that child, not beside the one before either."""

import pandas as pd
import pytest

from core.disclosure import Shape, protect
from core.storage.deleting import delete_stored
from core.storage.migrating import open_store
from core.text import general
from core.text import guarded as text
from core.text.data import EUROS, LEDGER_HEADINGS, LINES, NOT_SHOWN
from tests.checks.groups import at_start, delivery, lines_of, opened, shows_numbers
from tests.pages.visiting import arrive, cells, press


def region_of(persons: int) -> str:
    return delivery(lines_of(range(persons), 2022), lines_of(range(900, 960), 2024))


def region_with_south(persons: int) -> str:
    south = lines_of(range(200, 200 + persons), 2022, "Zuid")
    return delivery(lines_of(range(50), 2022), south, lines_of(range(900, 960), 2024))


@pytest.mark.parametrize(("more", "is_shown"), [(0, True), (1, False), (10, True)])
def test_d14_a_delivery_is_compared_with_those_before_it(more: int, *, is_shown: bool) -> None:
    first = opened(region_of(50), "eerst.csv")
    assert shows_numbers(at_start({"data": first}))
    second = opened(region_of(50 + more) + ("\n" if more == 0 else ""), "later.csv")
    app = at_start({"data": second})
    assert shows_numbers(app) == is_shown
    assert (text.TOO_NEAR_DELIVERY in [one.value for one in app.warning]) != is_shown


def test_d14_the_earlier_delivery_is_offered_and_stays_as_it_was() -> None:
    first = opened(region_of(50), "eerst.csv")
    before = at_start({"data": first})
    app = at_start({"data": opened(region_of(51), "later.csv")})
    back = next(button.label for button in app.button if button.label.startswith("Kies "))
    assert text.OTHER_DELIVERY in back
    again = press(app, back)
    assert again.query_params["data"] == first
    assert [table.value.to_csv(index=False) for table in again.table] == [
        table.value.to_csv(index=False) for table in before.table
    ]


@pytest.mark.parametrize(("more", "is_told"), [(1, False), (10, True)])
def test_d14_the_euros_of_a_delivery_are_not_those_of_one_more_child(
    more: int, *, is_told: bool
) -> None:
    """The page of the data stands outside the guard; the difference of two totals would be told.

    Nor does it tell the number of lines, in a table or in a sentence.
    """
    _, kind, read, *_ = LEDGER_HEADINGS
    for persons, told in ((50, True), (50 + more, is_told)):
        app = arrive("prepare/data.py", {"data": opened(region_of(persons))})
        euros = next(row for row in cells(app, kind) if row[kind] == EUROS)
        assert (euros[read] != general.euros(None)) == told
        lines = next(row for row in cells(app, kind) if row[kind] == LINES)
        assert (lines[read] != NOT_SHOWN) == told
        assert any("gelezen regels" in one.value for one in app.success) == told


def test_d14_no_number_changes_by_less_than_five_when_a_child_is_added() -> None:
    counts = pd.DataFrame({"clients": range(10, 500)})
    more = pd.DataFrame({"clients": range(11, 501)})
    shape = Shape(counts=["clients"])
    changes = protect(more, "tafel", shape)["clients"] - protect(counts, "tafel", shape)["clients"]
    assert set(changes) == {0, 5}


def test_d14_an_open_visit_is_judged_anew_when_something_is_deleted() -> None:
    """The second answer was that of the first, and was forgotten with it."""
    first = opened(region_of(50), "eerst.csv")
    assert shows_numbers(at_start({"data": first}))
    visit = at_start({"data": opened(region_of(50) + "\n", "zelfde.csv")})
    assert shows_numbers(visit)
    delete_stored(open_store(), first, "toets")
    assert shows_numbers(at_start({"data": opened(region_of(51), "later.csv")}))
    assert not shows_numbers(visit.run())


@pytest.mark.parametrize(("fewer", "is_offered"), [(1, False), (0, True)])
def test_d14_a_list_of_an_open_visit_is_judged_anew_when_something_is_deleted(
    fewer: int, *, is_offered: bool
) -> None:
    first = opened(region_with_south(10), "eerst.csv")
    at_start({"data": first})
    visit = at_start({"data": opened(region_with_south(10) + "\n", "zelfde.csv")})
    assert "Zuid" in visit.selectbox(key="municipality").options
    delete_stored(open_store(), first, "toets")
    at_start({"data": opened(region_with_south(10 - fewer), "later.csv")})
    assert ("Zuid" in visit.run().selectbox(key="municipality").options) == is_offered
