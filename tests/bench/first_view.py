"""How long a visitor of a server that has just started waits for the sample region, as JSON.

    python -m tests.bench.first_view

A real server and a real browser. ``first`` is the first visitor, for whom the server reads and
counts everything; ``second`` is one who comes after.
"""

import json
import time
from typing import Final

from playwright.sync_api import Browser, sync_playwright

from tests.e2e.server import running
from tests.e2e.visitor import DONE, arrive, launch
from tests.environment import find_browser

VIEWS: Final = {"Start": "/?data=voorbeeld", "Trajectreeksen": "/reeksen?data=voorbeeld"}
SHOWN: Final = f"""() => document.querySelector('{DONE}')
    && document.querySelector('[data-testid="stVegaLiteChart"] canvas, \
[data-testid="stVegaLiteChart"] svg')"""


def main() -> None:
    """Visit each view on a server of its own and print the seconds."""
    path = find_browser()
    if path is None:
        message = "no Chromium was found; see `python -m tests.environment`"
        raise RuntimeError(message)
    with sync_playwright() as playwright:
        browser = launch(playwright, path)
        seconds = {name: _visits(browser, view) for name, view in VIEWS.items()}
        browser.close()
    print(json.dumps(seconds))  # noqa: T201 - what this process is for


def _visits(browser: Browser, view: str) -> dict[str, float]:
    """Visit a fresh server twice."""
    with running() as address:
        return {name: _visit(browser, address + view) for name in ("first", "second")}


def _visit(browser: Browser, address: str) -> float:
    """Give the seconds from the first request to a drawn picture on a page that is at rest."""
    page = arrive(browser)
    began = time.perf_counter()
    page.goto(address)
    page.wait_for_function(SHOWN)
    seconds = time.perf_counter() - began
    page.context.close()
    return seconds


if __name__ == "__main__":
    main()
