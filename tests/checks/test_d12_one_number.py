"""D12: whatever form a number of a view takes, it comes from the same protected numbers.

A share that is shown is worked out again from the counts that are shown; picture, table and files
of one view hold the same numbers; the exact value is in nothing that is sent.
"""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pandas as pd
import pytest
from openpyxl import load_workbook

from core.export.card import View
from core.export.formats import make
from pages.taking import OFFERED
from tests.behind.exported import read_back
from tests.behind.judging import verdict
from tests.behind.leaks import exact_shares, planted_of
from tests.behind.payload import Sent, numbers_in, sent_by
from tests.behind.planted import plant
from tests.behind.rates import given_by, unexplained
from tests.behind.stored import store
from tests.behind.walking import messages_of, opened

PAGE, TAB = "course/chains.py", {"chains_tab": "Hoe vaak verder"}
PART, WHOLE, RATE = "Met een volgend traject", "Reeksen", "Van 100 reeksen"
FEW: Final = "<10"


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Sent, list[View]]]:
    """Give what the view sends to a table, and the views it offers to take along."""
    with pytest.MonkeyPatch.context() as patch:
        home = tmp_path_factory.mktemp("d12")
        patch.setenv("TRAJECTZICHT_HOME", str(home))
        app = opened(PAGE, store(plant(), Path(home)), TAB)
        yield sent_by(messages_of(app)), list(app.session_state[OFFERED].views)


@pytest.fixture
def table(shown: tuple[Sent, list[View]]) -> pd.DataFrame:
    return next(view.table for view in shown[1] if RATE in view.table)


def test_d12_the_rate_of_the_shown_numbers_is_the_shown_rate(table: pd.DataFrame) -> None:
    rows = table[(table[WHOLE] != FEW) & (table[PART] != FEW)]
    assert len(rows) > 3
    for row in rows.to_dict("records"):
        part, whole, rate = (next(numbers_in(row[name])) for name in (PART, WHOLE, RATE))
        assert given_by(part, whole) == rate


def test_d12_shares_in_pictures_are_of_protected_numbers(shown: tuple[Sent, list[View]]) -> None:
    sent, _ = shown
    assert any("share" in drawn for drawn in sent.tables)
    assert not exact_shares(sent)


def test_d12_every_file_of_a_view_has_the_numbers_of_its_table(
    shown: tuple[Sent, list[View]],
) -> None:
    view = next(view for view in shown[1] if RATE in view.table)
    told = {number for cell in view.table[WHOLE] for number in numbers_in(cell)}
    text = read_back(make(view, "csv"), "csv").tables[0]
    sheet = load_workbook(io.BytesIO(make(view, "xlsx"))).worksheets[0]
    in_sheet = {cell for row in sheet.iter_rows(values_only=True) for cell in row}
    drawn = read_back(make(view, "svg"), "svg").whole_numbers()
    assert {number for cell in text[WHOLE] for number in numbers_in(cell)} == told
    assert told <= {cell for cell in in_sheet if isinstance(cell, (int, float))}
    assert told <= drawn


def test_d12_the_exact_value_is_in_nothing_that_is_sent(shown: tuple[Sent, list[View]]) -> None:
    sent, views = shown
    planted = planted_of(plant())
    assert not verdict(sent, planted)
    for view in views:
        assert not verdict(read_back(make(view, "csv"), "csv"), planted)


def test_d12_a_share_of_numbers_that_are_not_shown_is_found() -> None:
    whole = pd.DataFrame({"Reeksen": ["40", "60"], "Deel": ["40%", "60%"]})
    assert not unexplained(Sent([], [], [whole]))
    assert unexplained(Sent([], [], [whole.assign(Deel=["43%", "57%"])]))
