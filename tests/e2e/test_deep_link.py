"""A link that a colleague sent is the first thing a server ever sees."""

from playwright.sync_api import Browser, Page, expect

from core.opening import SAMPLE_ID
from core.text import shell
from tests.e2e import visitor
from tests.e2e.server import running

LINK = f"/reeksen?data={SAMPLE_ID}&periode=2021_2023"


def test_a_link_opens_first_on_a_fresh_server_with_the_same_view(
    page: Page, browser: Browser, server: str
) -> None:
    """The sender's server has shown many pages; the receiver's has shown none."""
    with running() as fresh:
        received = read(page, f"{fresh}{LINK}")
    sender = visitor.arrive(browser)
    assert received == read(sender, f"{server}{LINK}")
    assert "2021" in received
    sender.context.close()


def read(page: Page, link: str) -> str:
    """Open a link and read all that the page says; the address keeps the filters."""
    page.goto(link)
    visitor.settle(page)
    assert page.get_by_test_id("stException").count() == 0
    assert page.get_by_role("dialog").count() == 0
    assert "periode=2021_2023" in page.url
    return page.get_by_test_id("stMain").inner_text()


def test_one_press_on_back_returns_to_the_page_before(page: Page, server: str) -> None:
    read(page, f"{server}{LINK}")
    before = page.url
    page.get_by_test_id("stTopNavSection").filter(has_text=shell.SECTIONS["course"]).click()
    links = page.get_by_test_id("stTopNavDropdownLink")
    links.filter(has_text=shell.TITLES["stacking"]).click()
    expect(page.locator("h1")).to_have_text(shell.TITLES["stacking"])
    visitor.settle(page)
    assert "periode=2021_2023" in page.url
    page.go_back()
    expect(page.locator("h1")).to_have_text(shell.TITLES["chains"])
    visitor.settle(page)
    assert page.url == before
