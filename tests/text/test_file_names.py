"""What a file is called: registered words, short, and the same on every machine."""

import re
from datetime import date
from itertools import product

import pytest

from core.page_choices import TABLE
from core.text import file_names as text
from core.text.shell import ADDRESSES
from pages.linked_page import PLACES

DAY = date(2026, 11, 22)
LABELS = {
    one.page: [str(label) for label in PLACES[one.key]] for one in TABLE if one.parameter == "deel"
}
WORDS = (f"{text.PICTURE}-12", text.NOTE, text.NUMBERS, text.EVENTS)


@pytest.mark.parametrize("page", LABELS)
def test_every_part_of_a_page_has_a_registered_word_of_its_own(page: str) -> None:
    assert [label for label in LABELS[page] if label not in text.PARTS] == []
    words = [text.PARTS[label] for label in LABELS[page]]
    assert len(set(words)) == len(words)


def test_no_word_is_registered_for_a_part_that_is_gone() -> None:
    assert set(text.PARTS) == {label for labels in LABELS.values() for label in labels}


def test_every_name_is_short_plain_and_says_page_part_years_and_day() -> None:
    for page, what in product(ADDRESSES.values(), WORDS):
        for part in LABELS.get(page, [""]):
            name = text.file_name((page, part), what, "2020 t/m 2024", DAY, "pptx")
            assert len(name) <= text.LONGEST, name
            assert re.fullmatch(r"trajectzicht-[a-z0-9-]+-2020-2024-2026-11-22\.pptx", name)


@pytest.mark.parametrize(
    ("period", "years"),
    [
        ("2020 t/m 2024", "-2020-2024"),
        ("2024", "-2024"),
        ("2015 t/m 2025; het jaar staat in de tabel van 2026", "-2015-2025"),
        ("", ""),
        ("het jaar staat in de tabel", ""),
    ],
)
def test_years_are_those_of_the_period(period: str, years: str) -> None:
    name = text.file_name(("", ""), text.TABLE, period, DAY, "csv")
    assert name == f"trajectzicht-start-tabel{years}-2026-11-22.csv"


def test_a_part_that_nobody_registered_adds_nothing() -> None:
    name = text.file_name(("reeksen", "../../etc/passwd"), text.NOTE, "", DAY, "docx")
    assert name == "trajectzicht-reeksen-notitie-2026-11-22.docx"
