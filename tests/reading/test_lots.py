"""The small file with lots: one lot and rate a product and year, one ceiling a lot and year."""

from pathlib import Path

import pytest

from core.errors import DataError
from core.reading.lots import EXAMPLE, ORDER, Row, read_lots
from core.reading.small_files import write_lines
from core.text.errors import explain

HEADING = "product;perceel;tarief;plafond;jaar"


def read(tmp_path: Path, *lines: str, heading: str = HEADING) -> list[Row]:
    path = tmp_path / "percelen.csv"
    path.write_text("\n".join([heading, *lines]), encoding="utf-8")
    return read_lots(path)


def test_a_ceiling_on_one_line_is_that_of_the_whole_lot(tmp_path: Path) -> None:
    rows = read(tmp_path, "p1;L;96,00;1.000,00;2024", "p2;L;;;2024", "p3;M;;;2024", "p1;L;;;2023")
    found = [(row["product"], row["agreed_cents"], row["ceiling_cents"]) for row in rows]
    assert found == [
        ("p1", 9_600, 100_000),
        ("p2", None, 100_000),
        ("p3", None, None),
        ("p1", None, None),
    ]


def test_rate_and_ceiling_may_be_left_out(tmp_path: Path) -> None:
    assert read(tmp_path, "p1;L;2024", heading="Product;Perceel;Jaar") == [
        {"product": "p1", "year": 2024, "lot": "L", "agreed_cents": None, "ceiling_cents": None}
    ]


def test_a_line_twice_is_one(tmp_path: Path) -> None:
    assert len(read(tmp_path, "p1;L;96,00;;2024", "p1;L;96,00;;2024")) == 1


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["p1;L;;;2024", "p1;M;;;2024"], "twee percelen"),
        (["p1;L;96,00;;2024", "p1;L;97,00;;2024"], "twee tarieven"),
        (["p1;L;;100,00;2024", "p2;L;;200,00;2024"], "twee plafonds"),
        (["p1;;;;2024"], "mist een product"),
        (["p1;L;;;volgend jaar"], "jaar is niet te lezen"),
        (["p1;L;;;1924"], "jaar is niet te lezen"),
        (["p1;L;veel;;2024"], "tarief of plafond is niet te lezen"),
        (["p1;L;;-5,00;2024"], "tarief of plafond is niet te lezen"),
    ],
)
def test_bad_input_is_one_sentence(tmp_path: Path, lines: list[str], said: str) -> None:
    with pytest.raises(DataError) as problem:
        read(tmp_path, *lines)
    assert said in explain(problem.value)


def test_missing_headings_are_named(tmp_path: Path) -> None:
    with pytest.raises(DataError) as problem:
        read(tmp_path, "p1;2024", heading="product;jaar")
    assert "geen kolom gevonden voor perceel" in explain(problem.value)


def test_the_template_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "sjabloon.csv"
    path.write_bytes(write_lines((ORDER, *EXAMPLE)))
    assert {row["ceiling_cents"] for row in read_lots(path)} == {250_000_000}
