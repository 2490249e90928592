"""What a careful visitor does with a page: wait, listen, look, and try to read it enlarged."""

from pathlib import Path
from typing import Final

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Playwright

SCREENSHOTS: Final = Path(__file__).parents[2] / "build" / "screenshots"
WIDTH, HEIGHT = 1440, 900
QUIET: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-first-run",
)
"""Switches that let Chromium run anywhere and keep it from calling home by itself."""

WCAG: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa")
PATIENCE_MILLISECONDS: Final = 60_000
READY: Final = '[data-testid="stApp"][data-test-connection-state="CONNECTED"]'
DONE: Final = f'{READY}[data-test-script-state="notRunning"]'
BREATH_MILLISECONDS: Final = 250
MAIN: Final = '[data-testid="stMain"]'
OVERFLOW: Final = f"""() => Math.max(
    ...[document.scrollingElement, document.querySelector('{MAIN}')]
    .map(box => box.scrollWidth - box.clientWidth))"""


CUT: Final = f"""() => [...document.querySelectorAll('{MAIN} *')]
    .filter(part => getComputedStyle(part).textOverflow === 'ellipsis')
    .filter(part => part.clientWidth && part.scrollWidth > part.clientWidth + 1)
    .map(part => part.innerText)"""


def launch(playwright: Playwright, path: str) -> Browser:
    """Start the Chromium at a path."""
    return playwright.chromium.launch(executable_path=path, args=list(QUIET))


def arrive(browser: Browser) -> Page:
    """Open a Dutch window of its own, in which nothing is remembered from an earlier visit."""
    context = browser.new_context(
        locale="nl-NL",
        timezone_id="Europe/Amsterdam",
        viewport={"width": WIDTH, "height": HEIGHT},
    )
    context.set_default_timeout(PATIENCE_MILLISECONDS)
    return context.new_page()


def note_requests(page: Page) -> list[str]:
    """Keep a list of every address that the page asks from now on, the sockets included."""
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda socket: asked.append(socket.url))
    return asked


def outside(asked: list[str], server: str) -> list[str]:
    """List the requests that left for another server than our own."""
    own = (server, server.replace("http:", "ws:"), "data:", "blob:", "about:")
    return [url for url in asked if not url.startswith(own)]


def settle(page: Page) -> Page:
    """Wait until the page has been written in full and stays as it is."""
    page.wait_for_selector(READY)
    for _ in range(2):  # a page may start again right after its first answer
        page.wait_for_timeout(BREATH_MILLISECONDS)
        page.wait_for_selector(DONE)
    page.wait_for_function("() => !document.querySelector('[data-testid=\"stSkeleton\"]')")
    return page


def enlarge(page: Page, times: int) -> Page:
    """Read the page as someone does who enlarges it: less of it fits on the same screen."""
    page.set_viewport_size({"width": WIDTH // times, "height": HEIGHT // times})
    page.wait_for_timeout(BREATH_MILLISECONDS)
    return settle(page)


def violations(page: Page, *, apart_from: str = "") -> list[str]:
    """List what stands in the way of readers with a disability, as far as axe can see."""
    context = {"exclude": [[apart_from]]} if apart_from else None
    found = Axe().run(page, context, {"runOnly": list(WCAG), "resultTypes": ["violations"]})
    return [
        f"{violation['id']}: {violation['help']} at {node['html'][:200]}"
        for violation in found.response["violations"]
        for node in violation["nodes"]
    ]


def overflow(page: Page) -> int:
    """Count the pixels that stick out at the right, so that one has to scroll sideways."""
    return int(page.evaluate(OVERFLOW))


def cut_names(page: Page) -> list[str]:
    """List the words of which the end is left out because their line is too short."""
    return list(page.evaluate(CUT))


def keep_screenshots(page: Page, name: str) -> None:
    """Keep the first screen and the whole page in ``build/screenshots``, for people to look at."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SCREENSHOTS / f"{name}.png")
    height = page.evaluate(f"() => document.querySelector('{MAIN}').scrollHeight")
    page.set_viewport_size({"width": WIDTH, "height": max(HEIGHT, height)})
    page.wait_for_timeout(BREATH_MILLISECONDS)
    page.screenshot(path=SCREENSHOTS / f"{name}-whole.png")
    page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
