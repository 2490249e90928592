"""The note: one sheet of A4 about one selection, for who sat at the table and who did not.

It holds what the screen holds and nothing else: published numbers only. The picture and the table
get the room that the words leave; a sentence says which rows of a long table stand there, and what
people wrote beyond their box goes on to a second sheet.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from docx.document import Document

from core.export import fitting, paper
from core.export.card import Card, View, footer_of
from core.export.foremost import foremost, part_of, ranked
from core.export.pictures import png_of_chart
from core.text import general
from core.text import note as text
from core.text.taking import plain

ROOM: Final = (paper.A4_CM[1] - 2 * paper.MARGIN_CM) * paper.POINTS_PER_CM - 12
"""Points between the margins, less what lies between paragraphs."""

HALF: Final = paper.WIDTH / 2 - fitting.PADDING
BODY, SMALL = paper.SIZES["Normal"], paper.SIZES["Caption"]
LEAST_BOX, MOST_BOX, MOST_WRITTEN = 62.0, 130.0, 96.0
"""Points of a box: empty, with room left over, and of what people wrote in it."""

PICTURE_WIDTH: Final = 880
"""Pixels across the sheet: with more of them the letters in a picture are too small to read."""

LEAST_PICTURE, MOST_PICTURE = 120.0, 250.0
SHARE_OF_PICTURE: Final = 0.62
SPACE: Final = 3.0
"""Points below a paragraph."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How the sheet is divided: points of the picture and of a box, and rows of the table."""

    picture: float
    rows: int
    box: float


@dataclass(frozen=True, slots=True)
class _Said:
    """What stands on the sheet beside the view: the finding of its page, and what people wrote.

    ``also`` says how many other views the page has.
    """

    finding: str
    also: str
    questions: Mapping[str, str]


def write_note(views: Sequence[View], questions: Mapping[str, str], finding: str = "") -> bytes:
    """Write the note as a file for Word: of the first view with a picture, or else the first.

    ``questions`` holds under each question what people wrote so far. ``finding`` is that of the
    page; without it, or when it says the same, that of the view stands there alone. Raises
    ``ValueError`` when there is no view.
    """
    if not views:
        raise ValueError("a note is about a view")
    main = next((view for view in views if view.chart is not None), views[0])
    document = paper.begin_document(main.card.title, main.card.made_on)
    paper.write_footer(document, text.made(general.day(main.card.made_on)))
    said = _Said(plain(finding), text.also(len(views) - 1), questions)
    _write_sheet(document, main, said)
    _write_rest(document, questions)
    return paper.bytes_of(document)


def _write_sheet(document: Document, view: View, said: _Said) -> None:
    """Write all that stands on the one sheet."""
    card, picture = view.card, _picture_of(view)
    table = fitting.columns_within(view.table)
    layout = _divided(view, picture, said)
    for words, style in _opening(card, said):
        paper.write_words(document, words, style)
    if picture:
        paper.write_picture(document, picture, card.finding, layout.picture)
    paper.write_words(document, text.TABLE, "Heading 2")
    widths = fitting.widths_of(table, paper.WIDTH)
    paper.write_table(document, foremost(table, layout.rows), card.finding, widths)
    for words in (_left_out(view, layout.rows), said.also):
        if words:
            paper.write_words(document, words, "Caption")
    paper.write_words(document, text.CONVERSATION, "Heading 2")
    boxes = [(question, _fitting(answer)) for question, answer in said.questions.items()]
    paper.write_boxes(document, boxes, layout.box)
    paper.write_words(document, text.ACCOUNT, "Heading 2")
    for label, words in footer_of(card):
        paper.write_labelled(document, label, words)
    paper.write_words(document, text.SIGNATURE, "Normal")


def _write_rest(document: Document, questions: Mapping[str, str]) -> None:
    """Write on a second sheet, whole, what people wrote beyond their box."""
    long = {question: told for question, told in questions.items() if _fitting(told) != told}
    if not long:
        return
    document.add_page_break()
    paper.write_words(document, text.CONTINUED, "Heading 1")
    for question, told in long.items():
        paper.write_words(document, question, "Heading 2")
        paper.write_words(document, told)


def _opening(card: Card, said: _Said) -> list[tuple[str, str]]:
    """Give what stands above the picture, each with its style."""
    named = [(card.title, "Title"), (card.question, "Caption")]
    if said.finding in {"", card.finding}:
        return [*named, (card.finding, "Heading 1")]
    return [*named, (said.finding, "Heading 1"), (card.finding, "Heading 2")]


def _left_out(view: View, rows: int) -> str:
    return part_of(view.table, rows, fitting.MOST_COLUMNS, text.ELSEWHERE)


def _divided(view: View, picture: bytes | None, said: _Said) -> Layout:
    """Divide the room that the words leave over the picture, the table and the boxes."""
    box = max([LEAST_BOX, *(_box_height(*told) for told in said.questions.items())])
    lines = (len(said.questions) + 1) // 2
    room = ROOM - _words_height(view, said) - lines * box
    drawn = _picture_height(picture, room) if picture else 0.0
    table = fitting.columns_within(ranked(view.table))
    heights = fitting.heights_of(table, SMALL, fitting.widths_of(table, paper.WIDTH))
    rows = fitting.rows_within(heights, room - drawn)
    over = (room - drawn - sum(heights[: rows + 1])) / max(lines, 1)
    return Layout(drawn, rows, max(box, min(box + over, MOST_BOX)))


def _picture_height(picture: bytes, room: float) -> float:
    """Give the height of the picture: no wider than the sheet, and a part of the room."""
    wide, high = paper.size_of(picture)
    most = min(MOST_PICTURE, (paper.WIDTH - fitting.PADDING) * high / wide)
    return min(most, max(LEAST_PICTURE, room * SHARE_OF_PICTURE))


def _words_height(view: View, said: _Said) -> float:
    """Give the height of everything but the picture, the table and the boxes."""
    labelled = [f"{label}: {words}" for label, words in footer_of(view.card)]
    headings = [text.TABLE, text.CONVERSATION, text.ACCOUNT]
    paragraphs = [
        *_opening(view.card, said),
        *[(words, "Heading 2") for words in headings],
        *[(words, "Caption") for words in (*labelled, _left_out(view, 2), said.also) if words],
        (text.SIGNATURE, "Normal"),
    ]
    return sum(
        fitting.height_of(words, paper.SIZES[style], paper.WIDTH) + paper.SPACES[style]
        for words, style in paragraphs
    )


def _box_height(question: str, answer: str) -> float:
    written = fitting.height_of(_fitting(answer), BODY, HALF) if answer else 0.0
    asked = fitting.height_of(question, SMALL, HALF)
    return asked + written + 2 * SPACE


def _fitting(answer: str) -> str:
    """Give as much of an answer as a box holds, and say where the rest is."""
    if fitting.height_of(answer, BODY, HALF) <= MOST_WRITTEN:
        return answer
    words = answer.split(" ")
    for kept in range(len(words) - 1, 0, -1):
        shorter = f"{' '.join(words[:kept])} {text.FURTHER}"
        if fitting.height_of(shorter, BODY, HALF) <= MOST_WRITTEN:
            return shorter
    return text.FURTHER


def _picture_of(view: View) -> bytes | None:
    """Draw the chart of a view for paper, without words around it; none where there is no chart."""
    return png_of_chart(view, PICTURE_WIDTH) if view.chart is not None else None
