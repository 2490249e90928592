"""The part Stand en stroom: what is there, came and went adds up on the screen."""

from itertools import pairwise

import pytest
from streamlit.testing.v1 import AppTest

from core.text import chains
from core.text import stock as text
from tests.pages.visiting import SAMPLE, arrive, cells, words

PAGE = "course/chains.py"


def visited(address: dict[str, str] | None = None) -> AppTest:
    """Open the part of the page."""
    app = arrive(PAGE, SAMPLE | (address or {}))
    app.session_state["chains_tab"] = chains.TABS["stock"]
    return app.run()


@pytest.fixture(scope="module")
def sample() -> AppTest:
    """Visit once what several tests only read."""
    return visited()


def rows_of(app: AppTest) -> list[list[int]]:
    """Give begin, inflow, outflow and end of every period, as numbers."""
    rows = cells(app, text.STATE)
    return [[int(row[name].replace(".", "")) for name in text.FLOWS.values()] for row in rows]


@pytest.mark.parametrize("unit", ["clients", "trajectories"])
def test_every_row_adds_up_as_it_is_shown_and_meets_the_next(unit: str) -> None:
    app = visited()
    app.segmented_control(key="stock_unit").set_value(unit).run()
    assert not app.exception
    rows = rows_of(app)
    assert len(rows) > 12
    assert all(begin + came - went == end for begin, came, went, end in rows)
    assert all(one[3] == two[0] for one, two in pairwise(rows))


def test_the_last_quarter_is_provisional(sample: AppTest) -> None:
    states = [row[text.STATE] for row in cells(sample, text.STATE)]
    assert states[-1] == text.PROVISIONAL
    assert states[0] == text.SETTLED


def test_only_an_owner_sees_months(sample: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not [field for field in sample.segmented_control if field.key == "stock_grain"]
    monkeypatch.setenv("TRAJECTZICHT_LEVEL", "eigen")
    monkeypatch.setattr("core.session.LOOPBACK", ("127.0.0.1", None))
    app = visited()
    quarters = len(cells(app, text.STATE))
    app.segmented_control(key="stock_grain").set_value(1).run()
    assert len(cells(app, text.STATE)) > 2.5 * quarters


def test_it_says_why_one_day_differs_from_who_began(sample: AppTest) -> None:
    assert text.BESIDE_NOTE in words(sample)
    standing, entered = cells(sample, text.READING)
    assert int(standing[text.LONGER].removesuffix("%")) > int(
        entered[text.LONGER].removesuffix("%")
    )


def test_a_care_form_has_a_smaller_stock(sample: AppTest) -> None:
    everything, one = rows_of(sample), rows_of(visited({"hulpvorm": "Ambulant regulier"}))
    assert one[0][0] < everything[0][0]
