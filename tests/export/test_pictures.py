"""A picture carries all of its card, looks as on the screen, and asks nothing of any network."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from xml.etree import ElementTree as ET

import altair as alt
import pandas as pd
import pytest
from PIL import Image

from core.charts import theme
from core.export.card import View, lines_of
from core.export.lettering import lines_that_fit, width_of
from core.export.pictures import FOREIGN, ROOM, WIDTH, png_of, spec_of, svg_of
from tests.export.drawn import CARD, DRAWN, ONLY_TABLE, VIEW

SAID = "{http://www.w3.org/2000/svg}text"


@pytest.fixture(scope="module")
def drawing() -> ET.Element:
    return ET.fromstring(svg_of(VIEW))  # noqa: S314 - made by ourselves just now


def words_of(drawing: ET.Element) -> Iterator[str]:
    return ("".join(element.itertext()) for element in drawing.iter(SAID) if element.text)


def test_all_of_the_card_stands_in_words_in_a_drawing(drawing: ET.Element) -> None:
    said = " ".join(words_of(drawing))
    told = [words.translate(FOREIGN) for _, words in lines_of(CARD)]
    assert [words for words in told if words not in said] == []
    assert drawing.findtext("{http://www.w3.org/2000/svg}title") == CARD.finding


def test_numbers_in_a_drawing_are_dutch_and_those_of_the_screen(drawing: ET.Element) -> None:
    inside = [element for element in drawing if element.get("class") == "marks"]
    said = [words for part in inside for words in words_of(part)]
    assert {"1.235", "120", "Jeugdigen", "Pleegzorg"} <= set(said)
    assert "1,235" not in said


def test_a_drawing_has_the_colours_of_the_screen() -> None:
    assert theme.LADDER[4].encode() in svg_of(VIEW)


def test_a_chart_without_colours_of_its_own_has_those_of_the_screen() -> None:
    chart = alt.Chart(DRAWN).mark_bar().encode(x="clients:Q", color="form:N")
    assert b"#0072b2" in svg_of(View(CARD, ONLY_TABLE.table, chart))


def test_signs_that_its_letters_lack_are_replaced_everywhere_in_a_drawing() -> None:
    assert not any(sign in svg_of(VIEW).decode() for sign in map(chr, FOREIGN))


def test_words_of_a_drawing_lie_within_it(drawing: ET.Element) -> None:
    below = [element for element in drawing if element.tag == SAID]
    assert all(
        float(line.get("x", 0)) + width_of(str(line.text), float(line.get("font-size", 0))) <= WIDTH
        for line in below
    )
    assert max(float(line.get("y", 0)) for line in below) < float(drawing.get("height", 0))


def test_a_long_finding_takes_more_lines_that_never_touch() -> None:
    long = replace(CARD, finding=f"{CARD.finding} {CARD.definition}")
    drawn = ET.fromstring(svg_of(replace(VIEW, card=long)))  # noqa: S314 - made by ourselves
    heights = [float(line.get("y", 0)) for line in drawn if line.get("font-size") == "21"]
    assert len(heights) > 2
    assert all(later - earlier > 21 for earlier, later in pairwise(heights))


def test_a_picture_is_sharp_and_carries_its_card_as_text() -> None:
    picture = Image.open(BytesIO(png_of(VIEW)))
    assert picture.width == 2 * WIDTH
    assert picture.info["Title"] == CARD.finding
    assert {name: picture.info[name] for name, _ in lines_of(CARD)} == dict(lines_of(CARD))


def test_a_picture_asks_nothing_of_any_network() -> None:
    far = alt.Chart(alt.UrlData(url="https://example.org/cijfers.json")).mark_point()
    with pytest.raises(RuntimeError, match="drawn"):
        svg_of(View(CARD, ONLY_TABLE.table, far.encode(x="a:Q")))


def test_nothing_that_all_visitors_share_is_set_by_a_picture() -> None:
    before = (alt.data_transformers.active, dict(alt.data_transformers.options))
    with ThreadPoolExecutor(3) as visitors:
        drawn = set(visitors.map(lambda _: svg_of(VIEW), range(3)))
    assert len(drawn) == 1
    assert (alt.data_transformers.active, dict(alt.data_transformers.options)) == before


def test_the_data_of_one_are_never_given_to_another() -> None:
    taken: list[object] = []

    def take(data: object, /) -> object:
        taken.append(data)
        return data

    alt.data_transformers.register("taker", take)
    with alt.data_transformers.enable("taker"):
        svg_of(VIEW)
    assert taken == []


def test_a_chart_has_its_values_once_and_is_as_wide_as_asked() -> None:
    spec = spec_of(VIEW.chart or alt.Chart(), ROOM)
    assert spec["width"] == ROOM
    assert list(spec["datasets"].values()) == [DRAWN.to_dict("records")]


def test_a_table_cannot_be_drawn() -> None:
    with pytest.raises(ValueError, match="picture"):
        svg_of(ONLY_TABLE)


def test_signs_that_a_drawing_cannot_hold_do_no_harm() -> None:
    odd = DRAWN.assign(form=["een\x00teken", "<script>alert(1)</script>"])
    drawn = ET.fromstring(svg_of(View(CARD, ONLY_TABLE.table, chart_of_forms_in(odd))))  # noqa: S314
    assert not [element.tag for element in drawn.iter() if element.tag.endswith("script")]
    assert "<script>alert(1)</script>" in " ".join(words_of(drawn))


def chart_of_forms_in(table: pd.DataFrame) -> alt.Chart:
    at = {"x": "clients:Q", "y": alt.Y("form:N", axis=alt.Axis(labelLimit=900))}
    return alt.Chart(table).mark_bar().encode(**at)


def test_words_are_broken_where_they_fit() -> None:
    lines = lines_that_fit("een twee drie vier vijf zes", 60, 12)
    assert " ".join(lines) == "een twee drie vier vijf zes"
    assert max(width_of(line, 12) for line in lines) <= 60
    assert lines_that_fit("langerdandeplaats", 10, 12) == ["langerdandeplaats"]
