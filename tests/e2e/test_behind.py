"""In a real browser nothing exact is behind the richest pages: socket, document, paper or file."""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from core.text import taking
from tests.behind.exported import read_back
from tests.behind.frames import in_bytes, listen, sent_in
from tests.behind.judging import verdict
from tests.behind.leaks import Planted, planted_of
from tests.behind.payload import Sent
from tests.behind.planted import plant
from tests.behind.stored import store
from tests.e2e import visitor
from tests.e2e.server import running

READ_ALOUD: Final = """() => [...document.querySelectorAll('*')].flatMap(element =>
    ['aria-label', 'aria-description', 'title', 'alt', 'placeholder', 'value']
    .map(name => element.getAttribute(name)).filter(words => words))"""
"""What is read aloud or shown beside the pointer."""

KEPT: Final = """async () => JSON.stringify([
    {...localStorage}, {...sessionStorage}, document.cookie, window.name, history.state,
    await Promise.all([indexedDB.databases(), caches.keys()])])"""
"""What a browser keeps of a page."""

DRAWN: Final = re.compile(
    r" (?:transform|d|style|viewBox|points|class|stroke[a-z-]*|fill|width|height|[xyr][12]?|c[xy])"
    r'="[^"]*"'
)
"""Where something is drawn, and how."""

RICHEST: Final = ("", "reeksen", "aanbieders")
Site = tuple[str, str, Planted]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Serve the planted data to a table; gives the server, the choices and what is planted."""
    home, people = Path(tmp_path_factory.mktemp("planted")), plant()
    address = store(people, home)
    with running("tafel", home) as server:
        yield server, f"data={address['data']}", planted_of(people)


@pytest.mark.parametrize("page_address", RICHEST)
def test_nothing_exact_reaches_a_browser(page_address: str, browser: Browser, site: Site) -> None:
    server, choices, planted = site
    page = visitor.arrive(browser)
    frames = listen(page)
    page.goto(f"{server}/{page_address}?{choices}")
    visitor.settle(page)
    assert not in_bytes(frames, planted)
    assert not verdict(sent_in(frames), planted)
    assert not verdict(said(document_of(page), page.url, page.inner_text("body")), planted)
    assert not verdict(said(*on_paper(page)), planted)
    labels = labels_of(page)
    assert labels
    assert not verdict(said(page.title(), *labels), planted)
    assert not verdict(said(*remembered_by(page)), planted)
    page.context.close()


def test_a_download_in_the_browser_is_the_protected_view(browser: Browser, site: Site) -> None:
    server, choices, planted = site
    page = visitor.arrive(browser)
    page.goto(f"{server}/reeksen?{choices}")
    visitor.settle(page)
    page.get_by_test_id("stExpander").filter(has_text=taking.TAKE).locator("summary").last.click()
    with page.expect_download() as download:
        page.get_by_role("button", name=taking.FORMATS["csv"]).last.click()
    figures = {int(figure) for figure in re.findall(r"\d+", download.value.suggested_filename)}
    assert not figures & {*planted.counts, *planted.amounts}
    content = Path(download.value.path()).read_bytes()
    assert taking.PROVENANCE in content.decode("utf-8-sig")
    assert not verdict(read_back(content, "csv"), planted)
    page.context.close()


def test_to_the_owner_the_same_browser_shows_what_was_planted(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    home, people = Path(tmp_path_factory.mktemp("own")), plant()
    address, planted = store(people, home), planted_of(people)
    with running("eigen", home) as server:
        page = visitor.arrive(browser)
        frames = listen(page)
        page.goto(f"{server}/?data={address['data']}")
        visitor.settle(page)
        assert verdict(sent_in(frames), planted)
        assert verdict(said(page.inner_text("body")), planted)
        assert verdict(said(*on_paper(page)), planted)
        page.context.close()


def said(*words: str) -> Sent:
    return Sent(list(words))


def document_of(page: Page) -> str:
    """Give the whole document, apart from how pictures are drawn in it."""
    return DRAWN.sub("", page.content())


def labels_of(page: Page) -> list[str]:
    """Give what a page says to who does not see it, or points at it."""
    return list(page.evaluate(READ_ALOUD))


def remembered_by(page: Page) -> list[str]:
    """Give what the browser keeps when the page is left, the cookies that no page may read too."""
    cookies = [f"{one['name']}={one['value']}" for one in page.context.cookies()]
    return [page.evaluate(KEPT), *cookies]


def on_paper(page: Page) -> list[str]:
    """Print a page and give the words of every sheet."""
    return [sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf())).pages]
