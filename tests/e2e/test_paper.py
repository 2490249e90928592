"""Pages on paper: what was on the screen stands there, whole, and nothing to press."""

import io
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PageObject, PdfReader

from core.text import general, note, shell, taking
from tests.e2e import visitor

PAGES = ("reeksen?data=voorbeeld", "privacy?data=voorbeeld")
WITH_PICTURE = PAGES[:1]
A4 = (595, 842)
SMALLEST_LETTERS = 7.0
"""In points."""

ROOM_PIXELS = 725
"""The width of A4 within its margins, as a browser counts."""

MOST_SHEETS = 4
"""Of a page with a table of 131 rows; it was ten sheets on their side."""

WIDER = """room => [...document.querySelectorAll(
    '[data-testid="stMain"] :is(svg.marks, table, p, h1, h2, h3, textarea)')]
    .filter(part => part.getClientRects().length)
    .filter(part => part.getBoundingClientRect().right > room + 1)
    .map(part => part.outerHTML.slice(0, 80))"""
LABELS = """() => [...document.querySelector('svg.marks').querySelectorAll('text')]
    .map(part => part.textContent).filter(words => /[a-z]{4}/.test(words))"""


@dataclass(frozen=True, slots=True)
class Paper:
    """A page as it was on the screen, and the words of each sheet when it was printed.

    ``letters`` are the sizes in points in which anything is written.
    """

    page: Page
    sheets: list[str]
    sizes: set[tuple[int, int]]
    letters: set[float]

    @property
    def words(self) -> str:
        """Give all that is printed."""
        return "".join(self.sheets)


@pytest.fixture(scope="module", params=PAGES)
def paper(request: pytest.FixtureRequest, browser: Browser, server: str) -> Iterator[Paper]:
    page = visitor.arrive(browser)
    page.goto(f"{server}/{request.param}")
    visitor.settle(page)
    page.get_by_text(taking.TAKE, exact=True).first.click()
    visitor.settle(page)
    printed = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, print_background=True)))
    sizes = {(round(sheet.mediabox.width), round(sheet.mediabox.height)) for sheet in printed.pages}
    letters = {size for sheet in printed.pages for size in sizes_of(sheet)}
    yield Paper(page, [plain(sheet.extract_text()) for sheet in printed.pages], sizes, letters)
    page.context.close()


def sizes_of(sheet: PageObject) -> set[float]:
    """Give the sizes of all letters of a sheet, in points; words that are turned have none here."""
    sizes: set[float] = set()

    def note(words: str, place: list[float], turn: list[float], _font: object, size: float) -> None:
        if words.strip():
            sizes.add(round(size * abs(place[3] * turn[3]), 1))

    sheet.extract_text(visitor_text=note)
    return sizes - {0.0}


def plain(words: str) -> str:
    """Give words without spaces: on a sheet lines end elsewhere, also after a hyphen."""
    return "".join(words.split())


def test_the_finding_the_level_and_the_status_stand_on_paper(paper: Paper) -> None:
    finding = plain(paper.page.locator("h2").first.inner_text())
    assert finding in paper.sheets[0]
    assert plain(shell.level_line("tafel")) in paper.words
    assert plain(general.QUESTIONS_TITLE) in paper.words


def test_every_table_stands_on_paper_to_its_last_cell(paper: Paper) -> None:
    tables = paper.page.locator('[data-testid="stTable"]')
    assert tables.count()
    for table in tables.all():
        cells = [plain(words) for words in table.locator("td").all_text_contents()]
        assert [cell for cell in {*cells[:5], *cells[-5:]} if cell not in paper.words] == []


def test_nothing_to_press_stands_on_paper(paper: Paper) -> None:
    pressed = (
        *(shell.SHARE, shell.CLEAR, taking.TAKE, taking.TAKE_HELP, note.TAKE, general.TABLE_OF),
        *shell.SECTIONS.values(),
    )
    assert [words for words in pressed if plain(words) in paper.words] == []


def test_letters_are_large_enough_to_read(paper: Paper) -> None:
    assert min(paper.letters) >= SMALLEST_LETTERS


def test_no_sheet_is_empty_and_few_are_needed(paper: Paper) -> None:
    assert all(paper.sheets)
    assert len(paper.sheets) <= MOST_SHEETS


def test_what_was_chosen_stands_on_paper_in_words(paper: Paper) -> None:
    assert plain(shell.MUNICIPALITY) in paper.sheets[0]
    assert plain(shell.FIRST_YEAR) in paper.sheets[0]


def test_nothing_is_wider_than_the_sheet(paper: Paper) -> None:
    assert paper.sizes == {A4}
    paper.page.emulate_media(media="print")
    paper.page.set_viewport_size({"width": ROOM_PIXELS, "height": visitor.HEIGHT})
    paper.page.wait_for_timeout(visitor.BREATH_MILLISECONDS)
    assert paper.page.evaluate(WIDER, ROOM_PIXELS) == []
    assert visitor.overflow(paper.page) == 0
    paper.page.set_viewport_size({"width": visitor.WIDTH, "height": visitor.HEIGHT})
    paper.page.emulate_media(media="screen")


@pytest.mark.parametrize("paper", WITH_PICTURE, indirect=True)
def test_the_picture_stands_with_its_finding_and_its_source(paper: Paper) -> None:
    labels = [plain(words) for words in paper.page.evaluate(LABELS)]
    assert labels
    assert [words for words in labels if words not in paper.sheets[0]] == []
    assert shell.SOURCE in paper.words
