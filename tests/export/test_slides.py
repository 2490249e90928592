"""A slide opened again: the finding on top, the picture with a text, the card, and the notes."""

from io import BytesIO
from typing import Any

import pandas as pd
import pytest
from pptx import Presentation
from pptx.util import Inches

from core.export.card import View, lines_of
from core.export.slides import HEIGHT, WIDTH, slide_of
from core.text import general
from core.text import taking as text
from core.text.cells import on_paper
from core.text.foremost import which
from tests.export.drawn import BEGINNINGS, CARD, ONLY_TABLE, TABLE, VIEW


def opened(view: View) -> Any:  # noqa: ANN401 - python-pptx
    return Presentation(BytesIO(slide_of(view)))


@pytest.fixture(scope="module")
def deck() -> Any:  # noqa: ANN401 - python-pptx
    return opened(VIEW)


def words_of(slide: Any) -> str:  # noqa: ANN401 - python-pptx
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def test_it_is_one_wide_slide_with_the_finding_as_title(deck: Any) -> None:  # noqa: ANN401
    assert (deck.slide_width, deck.slide_height) == (Inches(WIDTH), Inches(HEIGHT))
    (slide,) = deck.slides
    assert slide.shapes.title.text_frame.text == CARD.finding


def test_all_of_the_card_stands_on_the_slide(deck: Any) -> None:  # noqa: ANN401
    said = words_of(deck.slides[0])
    assert [words for _, words in lines_of(CARD) if words not in said] == []


def test_the_picture_has_a_text_and_lies_within_the_slide(deck: Any) -> None:  # noqa: ANN401
    (picture,) = [shape for shape in deck.slides[0].shapes if hasattr(shape, "image")]
    assert picture._element.nvPicPr.cNvPr.get("descr") == CARD.finding  # noqa: SLF001
    assert picture.left >= 0
    assert picture.left + picture.width <= deck.slide_width
    below = min(s.top for s in deck.slides[0].shapes if CARD.period in getattr(s, "text", ""))
    assert picture.top + picture.height <= below


def test_the_notes_ask_the_four_questions_and_define_what_is_counted(deck: Any) -> None:  # noqa: ANN401
    notes = deck.slides[0].notes_slide.notes_text_frame.text
    assert CARD.definition in notes
    assert [question for question in general.QUESTIONS.values() if question not in notes] == []


def test_the_file_says_what_it_is(deck: Any) -> None:  # noqa: ANN401
    about = deck.core_properties
    assert (about.title, about.author, about.language) == (CARD.finding, general.APP, "nl-NL")


def test_without_a_picture_the_table_stands_there() -> None:
    (slide,) = opened(ONLY_TABLE).slides
    (table,) = [shape.table for shape in slide.shapes if shape.has_table]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows == [list(TABLE.columns), *TABLE.map(on_paper).to_numpy().tolist()]
    assert text.ELSEWHERE not in words_of(slide)


@pytest.mark.parametrize("begin", BEGINNINGS)
def test_a_text_that_is_copied_from_a_slide_is_no_formula(begin: str) -> None:
    (slide,) = opened(View(CARD, pd.DataFrame({f"{begin}kop": [f"{begin}HYPERLINK()"]}))).slides
    (table,) = [shape.table for shape in slide.shapes if shape.has_table]
    assert {cell.text[:1] for row in table.rows for cell in row.cells} == {"'"}


def test_a_long_table_says_that_this_is_its_beginning() -> None:
    long = pd.DataFrame({"Hulpvorm": [f"vorm {number}" for number in range(80)]})
    (slide,) = opened(View(CARD, long)).slides
    (table,) = [shape.table for shape in slide.shapes if shape.has_table]
    assert 5 < len(table.rows) < 20
    assert which(len(table.rows) - 1, 80, largest=False) in words_of(slide)
    assert text.ELSEWHERE in words_of(slide)
