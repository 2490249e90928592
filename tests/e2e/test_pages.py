"""Every page, met by a visitor with a browser: it loads, reads well and keeps to itself."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page

from core.opening import SAMPLE_ID
from core.text.shell import ADDRESSES
from tests.e2e import visitor

MENU_OF_STREAMLIT = '[data-testid="stSidebarNav"]'
"""On a narrow screen Streamlit moves the menu aside and writes its sections as a list that axe
refuses (an ``ul`` with more than ``li``). The markup is Streamlit's own and cannot be reached."""


@dataclass(frozen=True, slots=True)
class Visit:
    """An opened page, and every address it asked for while it loaded."""

    page: Page
    asked: list[str]


SAMPLE = f"?data={SAMPLE_ID}"
OF_AN_AREA = ("municipality", "comparison", "expected", "districts", "referrers")
AREA = "?gebied=GM9801"
ADDRESSES_TWICE = [
    *[f"/{address}{data}" for address in ADDRESSES.values() for data in ("", SAMPLE)],
    *[f"/{ADDRESSES[name]}{AREA}" for name in OF_AN_AREA],
]
"""Every page, as met without data and with the sample region; of open data also for an area."""


@pytest.fixture(scope="module", params=ADDRESSES_TWICE)
def visit(request: pytest.FixtureRequest, browser: Browser, server: str) -> Iterator[Visit]:
    page = visitor.arrive(browser)
    asked = visitor.note_requests(page)
    page.goto(f"{server}{request.param}")
    visitor.settle(page)
    address, _, data = request.param.strip("/").partition("?")
    visitor.keep_screenshots(page, f"{address or 'start'}-{data.partition('=')[0] or 'empty'}")
    yield Visit(page, asked)
    page.context.close()


def test_the_page_is_shown_without_an_error(visit: Visit) -> None:
    assert visit.page.get_by_test_id("stException").all_inner_texts() == []
    assert visit.page.locator("h1").count() == 1
    assert visit.page.get_by_role("dialog").count() == 0


def test_the_page_says_that_it_is_dutch(visit: Visit) -> None:
    assert visit.page.locator("html").get_attribute("lang") == "nl"


def test_the_page_asks_nothing_of_other_servers(visit: Visit, server: str) -> None:
    assert visitor.outside(visit.asked, server) == []


def test_the_page_meets_wcag_as_far_as_axe_can_see(visit: Visit) -> None:
    assert visitor.violations(visit.page) == []


def test_the_page_fits_the_width_of_the_screen(visit: Visit) -> None:
    assert visitor.overflow(visit.page) == 0


def test_the_page_can_be_read_at_twice_the_size(visit: Visit) -> None:
    visitor.enlarge(visit.page, 2)
    assert visitor.overflow(visit.page) == 0
    assert visitor.cut_names(visit.page) == []
    assert visitor.violations(visit.page, apart_from=MENU_OF_STREAMLIT) == []
    visitor.enlarge(visit.page, 1)
