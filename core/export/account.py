"""The account as a document: what the app does with data, and by which rules, for who checks it."""

from collections.abc import Sequence

from core.export import fitting, paper
from core.export.parts import Opening, Part
from core.text import general
from core.text import note as text


def write_account(opening: Opening, parts: Sequence[Part]) -> bytes:
    """Write all parts as a file for Word, one after another on sheets of A4 that lie on their side.

    Tables are whole: they go on to the next sheet with their headings.
    """
    document = paper.begin_document(opening.title, opening.made_on, wide=True)
    paper.write_footer(document, text.account_made(general.day(opening.made_on)))
    for words, style in (
        (opening.title, "Title"),
        (opening.question, "Caption"),
        (opening.finding, "Heading 1"),
    ):
        paper.write_words(document, words, style)
    for part in parts:
        paper.write_words(document, part.title, "Heading 2")
        paper.write_words(document, part.about)
        for sentence in part.listed:
            paper.write_words(document, sentence, "List Bullet")
        if part.table is not None and not part.table.empty:
            widths = fitting.widths_of(part.table, paper.WIDTH_ON_SIDE)
            paper.write_table(document, part.table, part.title, widths)
    return paper.bytes_of(document)
