"""Figures one below the other, and side by side."""

import pytest

from core.errors import SourceNotUsable
from core.opendata.descriptions import Measure
from core.opendata.figures import batch_of, filtered, widened
from core.opendata.hosts import OpenTable
from core.opendata.questions import Filter, Question

TABLE = OpenTable("85099NED")
KEYS = {"RegioS": ["NL01", "GM0363", "GM0363"]}
A, B, N = (Measure(name, name) for name in "abn")
NAME = Measure("naam", "Naam", number=False)


@pytest.mark.parametrize(
    ("cell", "value", "text"),
    [
        (5, 5.0, None),
        (" 105 ", 105.0, None),
        ("-1.5", -1.5, None),
        (-99998, -99998.0, None),
        (15.4, 15.4, None),
        (0, 0.0, None),
        (None, None, None),
        ("       .", None, None),
        ("", None, None),
    ],
)
def test_a_cell_is_a_number_a_text_or_unknown(
    cell: object, value: float | None, text: str | None
) -> None:
    [row] = batch_of("t", {"RegioS": ["NL01"]}, [N], [cell]).to_pylist()
    assert (row["value"], row["text"]) == (value, text)


@pytest.mark.parametrize("cell", ["Groningen    ", "105  "])
def test_a_measure_of_texts_gives_texts(cell: str) -> None:
    [row] = batch_of("t", {"RegioS": ["NL01"]}, [NAME], [cell]).to_pylist()
    assert (row["value"], row["text"]) == (None, cell.strip())


@pytest.mark.parametrize(
    "cell", [True, [], {}, 10**400, 1e300, float("inf"), float("nan"), "x", "1e3", "nan", "1,5"]
)
def test_a_cell_that_is_no_figure_is_refused(cell: object) -> None:
    with pytest.raises(SourceNotUsable):
        batch_of("t", {"RegioS": ["NL01"]}, [N], [cell])


def test_what_a_host_gives_beyond_the_question_is_left_out() -> None:
    batch = batch_of("t", KEYS, [A, A, B], [1, None, 3])
    asked = Question(TABLE, filters=(Filter("RegioS", starts=("GM",)),))
    assert filtered(batch, asked)["value"].to_pylist() == [None, 3.0]
    published = Question(TABLE, published_only=True)
    assert filtered(batch, published)["value"].to_pylist() == [1.0, 3.0]


def test_figures_side_by_side_have_a_row_a_cell() -> None:
    batch = batch_of("t", KEYS, [N, N, NAME], [1, 2, "Amsterdam"]).to_pandas()
    wide = widened(batch).set_index("RegioS")
    assert wide["n"].to_dict() == {"NL01": 1.0, "GM0363": 2.0}
    assert wide.loc["GM0363", "naam"] == "Amsterdam"
    assert wide["naam"].isna().tolist() == [False, True]


def test_a_cell_that_comes_twice_is_no_table() -> None:
    batch = batch_of("t", KEYS, [N, N, N], [1, 2, 3]).to_pandas()
    with pytest.raises(ValueError, match="duplicate"):
        widened(batch)
