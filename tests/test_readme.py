"""What the README promises is there."""

import re

from core.reading.headings import SYNONYMS
from core.text.shell import ADDRESSES, TITLES
from tests.readme import DELIVERED, OURS, README, described, written

TEXT = README.read_text(encoding="utf-8")
ROOT = README.parent


def test_the_table_of_columns_is_current() -> None:
    assert written(TEXT) == TEXT, "run `make readme`"


def test_every_meaning_is_described_once() -> None:
    assert all(all(described(meaning)) for meaning in set(SYNONYMS) - set(OURS))
    assert set(DELIVERED) | set(OURS) <= set(SYNONYMS)


def test_every_page_is_listed_with_its_address() -> None:
    rows = [f"| {TITLES[name]} | `/{address}` |" for name, address in ADDRESSES.items()]
    assert [row for row in rows if row not in TEXT] == []


def test_every_make_command_exists() -> None:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert set(re.findall(r"make ([a-z]+)(?=[` ]|$)", TEXT, re.MULTILINE)) - {"and"} <= set(targets)


def test_every_file_it_links_to_is_there() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", TEXT)
    assert [link for link in links if not (ROOT / link).exists()] == []
