"""The note: one sheet that says all of a view, in Dutch, and cuts nothing in silence."""

import io

import docx
import pandas as pd
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from core.export import fitting, paper
from core.export.card import View, lines_of
from core.export.note import write_note
from core.text import general
from core.text import note as text
from core.text.foremost import columns_left, which
from tests.export.drawn import BEGINNINGS, CARD, VIEW

EMPTY = dict.fromkeys(general.QUESTIONS.values(), "")


def table_of(rows: int, columns: int = 3) -> pd.DataFrame:
    return pd.DataFrame(
        {
            f"Kolom {place}": [f"cel {row}.{place}" for row in range(rows)]
            for place in range(columns)
        }
    )


def read(made: bytes) -> Document:
    return docx.Document(io.BytesIO(made))


def words_of(document: Document) -> str:
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    feet = [line.text for line in document.sections[0].footer.paragraphs]
    return "\n".join([*(line.text for line in document.paragraphs), *cells, *feet])


@pytest.fixture(scope="module")
def note() -> Document:
    return read(write_note([View(CARD, table_of(60), VIEW.chart), View(CARD, table_of(2))], EMPTY))


def test_everything_of_the_card_stands_on_the_sheet(note: Document) -> None:
    said = words_of(note)
    told = [words for _, words in lines_of(CARD)]
    assert [words for words in told if words not in said] == []
    assert "22-11-2026" in said
    assert text.SIGNATURE in said


def test_the_picture_has_a_text_alternative_and_no_words_around_it(note: Document) -> None:
    pictures = list(note.element.body.iter(qn("wp:docPr")))
    assert [picture.get("descr") for picture in pictures] == [CARD.finding]
    shape = note.inline_shapes[0]
    assert shape.width.pt <= paper.WIDTH


def test_the_four_questions_have_room_to_write(note: Document) -> None:
    boxes = note.tables[-1]
    assert [cell.text for row in boxes.rows for cell in row.cells] == [*EMPTY]
    assert all(row.height is not None and row.height.pt >= 60 for row in boxes.rows)


def test_rows_that_do_not_fit_are_counted(note: Document) -> None:
    shown = len(note.tables[0].rows) - 1
    assert 1 <= shown < 60
    assert which(shown, 60, largest=False) in words_of(note)


def test_what_fits_is_shown_whole_without_a_word_about_more() -> None:
    made = read(write_note([View(CARD, table_of(4))], EMPTY))
    assert len(made.tables[0].rows) == 5
    assert text.ELSEWHERE not in words_of(made)


def test_columns_beyond_the_width_are_counted() -> None:
    made = read(write_note([View(CARD, table_of(2, 12))], EMPTY))
    assert len(made.tables[0].columns) == fitting.MOST_COLUMNS
    assert columns_left(12 - fitting.MOST_COLUMNS) in words_of(made)


def test_the_sheet_is_upright_a4_in_dutch_with_headings_as_styles(note: Document) -> None:
    section = note.sections[0]
    size = [length.cm for length in (section.page_width, section.page_height) if length]
    assert size == pytest.approx(paper.A4_CM, abs=0.01)
    languages = {language.get(qn("w:val")) for language in note.styles.element.iter(qn("w:lang"))}
    assert languages == {"nl-NL"}
    assert note.core_properties.language == "nl-NL"
    styles = [line.style.name for line in note.paragraphs if line.style]
    assert styles[0] == "Title"
    assert {"Heading 1", "Heading 2"} <= set(styles)


def test_the_heading_of_a_table_is_repeated_and_no_row_is_torn(note: Document) -> None:
    first, *rest = note.element.body.find(qn("w:tbl")).iter(qn("w:tr"))
    assert list(first.iter(qn("w:tblHeader")))
    assert all(list(row.iter(qn("w:cantSplit"))) for row in (first, *rest))


def test_it_is_read_without_colour(note: Document) -> None:
    names = ("Title", "Heading 1", "Heading 2", "Caption", "Normal")
    assert {str(note.styles[name].font.color.rgb) for name in names} == {"000000"}


def test_what_people_wrote_stands_in_its_box() -> None:
    first = next(iter(EMPTY))
    made = read(write_note([View(CARD, table_of(3))], EMPTY | {first: "Dat zien wij ook."}))
    assert "Dat zien wij ook." in made.tables[-1].rows[0].cells[0].text


def test_what_people_wrote_beyond_its_box_goes_on_to_another_sheet() -> None:
    first = next(iter(EMPTY))
    told = " ".join(f"woord{number}" for number in range(300))
    made = read(write_note([View(CARD, table_of(3))], EMPTY | {first: told}))
    assert text.FURTHER in made.tables[-1].rows[0].cells[0].text
    assert told in [line.text for line in made.paragraphs]


@pytest.mark.parametrize("begin", BEGINNINGS)
def test_a_text_that_is_copied_from_a_note_is_no_formula(begin: str) -> None:
    table = pd.DataFrame({f"{begin}kop": [f"{begin}HYPERLINK()"]})
    made = read(write_note([View(CARD, table)], EMPTY))
    assert {cell.text[:1] for row in made.tables[0].rows for cell in row.cells} == {"'"}


@pytest.mark.parametrize("told", ["een\x00teken\x0b", "\ud800los", "regel\nregel", "<b>&amp;"])
def test_signs_that_paper_cannot_hold_do_no_harm(told: str) -> None:
    made = read(write_note([View(CARD, table_of(1))], {"Vraag?": told}))
    assert "\x00" not in words_of(made)


def test_the_finding_of_the_page_stands_above_that_of_the_picture() -> None:
    made = read(write_note([View(CARD, table_of(1))], EMPTY, "**Eén** zin over alles."))
    headings = [line.text for line in made.paragraphs if line.style and "1" in line.style.name]
    assert headings == ["Eén zin over alles."]
    assert CARD.finding in words_of(made)


def test_a_finding_is_not_said_twice() -> None:
    made = read(write_note([View(CARD, table_of(1))], EMPTY, CARD.finding))
    assert words_of(made).count(CARD.finding) == 1


def test_a_note_is_about_a_view() -> None:
    with pytest.raises(ValueError, match="view"):
        write_note([], EMPTY)
