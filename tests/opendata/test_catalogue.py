"""The catalogue: every table can be read, has a name on screen, and stands there once."""

import re
from pathlib import Path

from core.opendata.breaks import BREAKS, list_breaks
from core.opendata.catalogue import DISTRICT_USE, REGIONS, TABLES, YEARS_WITHOUT_DISTRICT_USE
from core.opendata.readings import READINGS
from core.opendata.shelf import breaks_of, bundled_shelf
from core.opendata.topics import TOPICS
from core.text.opendata import BREAK_REASONS, KINDS_OF_TABLES, TOPIC_NAMES
from core.text.refreshing import progress

PAPER = Path(__file__).parents[2] / "docs" / "opendata.md"


def test_every_table_stands_once_and_can_be_read() -> None:
    ids = [entry.table.id for entry in (*REGIONS, *TABLES)]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"\d{5}(NED|ned)", one) for one in ids)
    assert {entry.reading for entry in (*REGIONS, *TABLES)} <= set(READINGS)


def test_everything_has_a_name_on_screen() -> None:
    assert set(READINGS) <= set(KINDS_OF_TABLES)
    assert set(TOPICS) == set(TOPIC_NAMES)
    assert {reason for _, reason, _ in BREAKS} == set(BREAK_REASONS)
    assert "85099NED" in progress("85099NED")
    assert "grenzen" in progress("files")


def test_a_year_of_districts_has_a_table_or_is_said_to_have_none() -> None:
    known = {entry.year for entry in DISTRICT_USE}
    assert not known & set(YEARS_WITHOUT_DISTRICT_USE)
    assert known | set(YEARS_WITHOUT_DISTRICT_USE) == set(range(2015, 2025))


def test_breaks_are_of_known_topics_and_the_same_everywhere() -> None:
    listed = list_breaks()
    assert set(listed["topic"]) <= set(TOPICS)
    assert not listed.duplicated().any()
    invented = set(breaks_of(bundled_shelf()).itertuples(index=False, name=None))
    assert invented <= set(listed.itertuples(index=False, name=None))


def test_the_white_paper_names_the_tables_that_are_used() -> None:
    paper = PAPER.read_text(encoding="utf-8")
    for entry in TABLES:
        in_a_series = entry.reading in {"accounts", "neighbourhoods", "yardsticks"}
        assert in_a_series or entry.table.id in paper
        assert entry.table.id in paper or entry.year
