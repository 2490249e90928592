"""The register of purposes: nothing is kept without a reason, a page and an end."""

import re
from pathlib import Path

import pytest

from core import purposes
from core.storage.folders import TABLES
from core.storage.places import places_of
from core.storage.schema import METADATA
from core.text import purposes as text
from core.text.shell import TITLES

ROOT = Path(__file__).parents[1]
OUTSIDE = ("reading", "sample", "storage", "opendata", "text")
READERS = [
    path.read_text()
    for folder in ("core", "pages")
    for path in sorted((ROOT / folder).rglob("*.py"))
    if path.relative_to(ROOT).parts[1] not in OUTSIDE and path.stem not in {"tables", "purposes"}
]


@pytest.mark.parametrize("name", purposes.KEPT_TABLES)
def test_every_column_that_is_kept_has_a_purpose_and_no_other_has(name: str) -> None:
    assert set(purposes.KEPT_TABLES[name]) == set(purposes.PURPOSES[name])


def test_every_file_in_the_folder_of_a_data_set_is_in_the_register() -> None:
    assert set(purposes.KEPT_TABLES) == set(TABLES)
    assert set(text.FILES) == set(TABLES)


def test_every_table_of_the_catalogue_is_in_the_register() -> None:
    assert set(purposes.KEPT_BESIDE) == set(METADATA.tables)
    assert set(text.BESIDE) == set(METADATA.tables)


def all_purposes() -> set[tuple[str, purposes.Purpose]]:
    return {pair for columns in purposes.PURPOSES.values() for pair in columns.items()}


def test_every_purpose_has_words_and_pages_that_exist() -> None:
    used = {purpose.reason for _, purpose in all_purposes()}
    assert used == set(text.REASONS)
    pages = {page for _, purpose in all_purposes() for page in purpose.pages}
    assert pages <= set(TITLES)
    assert set(purposes.KEPT_BESIDE.values()) | {purposes.UNTIL_DELETED} == set(text.KEPT)


@pytest.mark.parametrize(("column", "purpose"), sorted(all_purposes(), key=repr))
def test_a_column_is_read_where_the_register_says_so_and_nowhere_else(
    column: str, purpose: purposes.Purpose
) -> None:
    named = re.compile(rf"""["']{column}["']""")
    is_read = any(named.search(module) for module in READERS)
    assert is_read == bool(purpose.pages), (column, purpose)


def test_how_long_follows_the_settings_of_the_store() -> None:
    short = places_of({"TRAJECTZICHT_HOME": "somewhere", "TRAJECTZICHT_RETENTION_DAYS": "30"})
    told = text.fields_table(short.retention_days)[text.HOW_LONG].unique().tolist()
    assert told == [text.how_long("data_set", 30)]
    assert "30 dagen" in told[0]


def test_every_column_is_told_to_people() -> None:
    said = " ".join(text.fields_table(30)[text.FIELD])
    for table in purposes.KEPT_TABLES.values():
        assert [column.label for column in table.values() if column.label not in said] == []
