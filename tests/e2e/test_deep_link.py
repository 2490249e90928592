"""A link that a colleague sent is the first thing a server ever sees."""

from playwright.sync_api import Browser, Page

from core.opening import SAMPLE_ID
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
