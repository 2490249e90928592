"""A started application and a real browser, shared by the end-to-end tests."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.e2e import visitor
from tests.e2e.server import running
from tests.environment import require_browser


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test in this folder: it needs a browser."""
    for item in items:
        if "tests/e2e/" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = require_browser()
    expect.set_options(timeout=visitor.PATIENCE_MILLISECONDS)
    with sync_playwright() as playwright:
        chromium = visitor.launch(playwright, path)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    with running() as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open an empty window, closed after the test."""
    window = visitor.arrive(browser)
    yield window
    window.context.close()
