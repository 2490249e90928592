"""Somebody brings a file of their own, as a municipality exports it."""

from pathlib import Path

from playwright.sync_api import Page, expect

from core.disclosure import MINIMUM_PERSONS
from core.text import data as text
from core.text.shell import TITLES
from tests.e2e import visitor
from tests.e2e.server import log_of

EXAMPLE = Path(__file__).parents[2] / "sample_data" / "example.csv"
BSN = "123456782"  # passes the test of eleven and belongs to nobody


def test_a_file_is_read_and_what_follows_from_it_is_shown(page: Page, server: str) -> None:
    lines = len(EXAMPLE.read_bytes().splitlines()) - 1
    read(page, server, EXAMPLE)
    said = text.read(text.few(lines, MINIMUM_PERSONS), EXAMPLE.name)
    expect(page.get_by_test_id("stAlert").first).to_contain_text(said)
    page.get_by_test_id("stMain").get_by_role("link", name=TITLES["chains"]).click()
    visitor.settle(page)
    assert page.locator("h1").all_inner_texts() == [TITLES["chains"]]
    assert page.get_by_test_id("stException").count() == 0
    assert EXAMPLE.name in page.get_by_test_id("stMain").inner_text()


def test_what_somebody_read_is_opened_only_by_choice_or_by_its_link(
    page: Page, server: str
) -> None:
    read(page, server, EXAMPLE)
    stranger = page.context.browser.new_page() if page.context.browser else page
    stranger.goto(f"{server}/reeksen")
    visitor.settle(stranger)
    assert EXAMPLE.name not in stranger.get_by_test_id("stMain").inner_text()
    stranger.close()


def test_a_file_with_a_bsn_is_refused_without_repeating_it(
    page: Page, server: str, tmp_path: Path
) -> None:
    file = tmp_path / "met-bsn.csv"
    file.write_text(f"BSN;Hulpvorm;Begindatum;Einddatum\n{BSN};Ambulant;01-01-2024;31-01-2024\n")
    read(page, server, file)
    shown = page.get_by_test_id("stMain")
    expect(shown.get_by_test_id("stAlert").first).to_contain_text("BSN")
    assert BSN not in page.content()
    assert BSN not in log_of(server).read_text()


def read(page: Page, server: str, file: Path) -> None:
    """Choose a file on the page for it, and let it be read."""
    page.goto(f"{server}/gegevens")
    visitor.settle(page)
    page.get_by_test_id("stFileUploaderDropzoneInput").first.set_input_files(file)
    page.get_by_role("button", name=text.READ, exact=True).click()
    visitor.settle(page)
