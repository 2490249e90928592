"""Files of both sides of the table are read, watched, stopped, kept, and shared by a link."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from core.text import data as text
from core.text import kept, uploading
from tests.e2e import visitor
from tests.e2e.server import running

BOTH_SIDES = Path(__file__).parents[2] / "sample_data" / "aansluiting"
MUNICIPALITY, PROVIDER = BOTH_SIDES / "gemeente.csv", BOTH_SIDES / "aanbieder.csv"
HEADING = "clientnummer;gemeente;aanbieder;hulpvorm;begindatum;einddatum;bedrag;referentienummer"
LINE = "p{0:07d};G{1};A{2};Ambulant regulier;01-{3:02d}-2023;28-{3:02d}-2023;{4},00;R{0}"
LINES = 700_000


@pytest.fixture(scope="module")
def keeper() -> Iterator[str]:
    """Start a server of its own: what is kept here would be in the way of other tests."""
    with running() as address:
        yield address


@pytest.fixture(scope="module")
def long_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a file that takes a while to read."""
    path = tmp_path_factory.mktemp("long") / "lang.csv"
    lines = (LINE.format(i, i % 14, i % 40, 1 + i % 12, i % 900) for i in range(LINES))
    path.write_text("\n".join((HEADING, *lines)))
    return path


def test_a_long_import_is_watched_and_stopped_by_keyboard(
    page: Page, keeper: str, long_file: Path
) -> None:
    choose(page, keeper, long_file)
    button(page, text.READ).click()
    stop = button(page, uploading.STOP)
    expect(stop).to_be_visible()
    expect(page.get_by_role("progressbar")).to_be_visible()
    assert visitor.violations(page) == []
    stop.focus()
    page.keyboard.press("Enter")
    expect(said(page, uploading.STOPPED)).to_be_visible()
    visitor.settle(page)
    expect(said(page, kept.EMPTY)).to_be_visible()
    assert visitor.violations(page) == []


def test_two_sides_become_one_set_that_a_colleague_sees_by_its_link(
    page: Page, browser: Browser, keeper: str
) -> None:
    choose(page, keeper, MUNICIPALITY, PROVIDER)
    page.get_by_text(uploading.PER_FILE, exact=True).click()
    visitor.settle(page)
    for file, side in ((MUNICIPALITY, "municipality"), (PROVIDER, "provider")):
        pick(page, uploading.whose(file.name), uploading.SIDES[side])
    button(page, text.READ).click()
    expect(said(page, "2 bestanden").first).to_be_visible()
    visitor.settle(page)
    assert "data=" in page.url
    assert kept.sides(("municipality", "provider")) in shown(page)
    assert visitor.violations(page) == []
    mine = figures(page, page.url.replace("/gegevens?", "/reeksen?"))
    colleague = visitor.arrive(browser)
    assert figures(colleague, page.url) == mine
    colleague.context.close()


def test_what_is_kept_is_opened_and_deleted_by_keyboard(page: Page, keeper: str) -> None:
    page.goto(f"{keeper}/gegevens")
    visitor.settle(page)
    press(page, kept.OPEN)
    expect(button(page, kept.IS_OPEN)).to_be_disabled()
    press(page, kept.DELETE)
    assert visitor.violations(page) == []
    visitor.keep_screenshots(page, "gegevens-delete")
    press(page, kept.YES_DELETE)
    expect(said(page, kept.deleted("2 bestanden"))).to_be_visible()
    assert kept.EMPTY in shown(page)


def choose(page: Page, server: str, *files: Path) -> None:
    """Go to the page for files and choose some."""
    page.goto(f"{server}/gegevens")
    visitor.settle(page)
    page.get_by_test_id("stFileUploaderDropzoneInput").first.set_input_files(files)
    expect(said(page, files[-1].name).first).to_be_visible()
    visitor.settle(page)


def pick(page: Page, label: str, option: str) -> None:
    """Choose an option by keyboard."""
    page.get_by_role("combobox", name=label).focus()
    page.keyboard.type(option)
    page.keyboard.press("Enter")
    visitor.settle(page)


def press(page: Page, label: str) -> None:
    """Press a button by keyboard."""
    button(page, label).focus()
    page.keyboard.press("Enter")
    visitor.settle(page)


def button(page: Page, label: str) -> Locator:
    """Find a button by its label; an icon beside it is part of the name."""
    return page.get_by_test_id("stMain").get_by_role("button", name=label).last


def said(page: Page, words: str) -> Locator:
    """Find words on the page."""
    return page.get_by_test_id("stMain").get_by_text(words)


def shown(page: Page) -> str:
    """Read the whole page."""
    return page.get_by_test_id("stMain").inner_text()


def figures(page: Page, link: str) -> str:
    """Open a link to a page with figures and read all that it says."""
    page.goto(link)
    visitor.settle(page)
    assert page.get_by_test_id("stException").count() == 0
    return shown(page)
