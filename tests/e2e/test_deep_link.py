"""A link that a colleague sent is the first thing a server ever sees."""

from playwright.sync_api import Page

from tests.e2e import visitor
from tests.e2e.server import running


def test_a_link_with_filters_opens_first_on_a_fresh_server(page: Page) -> None:
    with running() as server:
        page.goto(f"{server}/reeksen?periode=2021_2023")
        visitor.settle(page)
        assert page.get_by_test_id("stException").count() == 0
        assert page.get_by_role("dialog").count() == 0
        assert page.locator("h1").count() == 1
        assert "periode=2021_2023" in page.url
