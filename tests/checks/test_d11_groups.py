"""D11: that all of a group have the same tells it about each of them, however many they are."""

from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from core.disclosure import SHARED, Level, Shape, protect, protect_parts, share_of, total_of
from tests.behind.payload import Sent
from tests.behind.stored import store
from tests.behind.walking import walk
from tests.checks.alike import COURSE, MUNICIPALITY, ROUNDED, region_with_alike

WORDS = ("100%", "100 van elke 100")
EXPLAINED = ("<style", "tellen daarom op", "telt op tot", "tellen op tot", "De marge")
"""Beginnings and words of what is always there, whoever was chosen."""


@pytest.mark.parametrize("level", SHARED)
def test_d11_all_fourteen_of_a_district_in_one_category(level: Level) -> None:
    table = pd.DataFrame({"district": "Zuid", "form": ["crisis", "anders"], "clients": [14, 0]})
    shown = protect(table, level, Shape(counts=["clients"], within=["district"]))
    assert shown["clients"].isna().all()
    assert share_of(total_of(shown, "clients"), total_of(shown, "clients")) is None


@pytest.mark.parametrize("level", SHARED)
@pytest.mark.parametrize("clients", [[14], [14, 0], [14, 3]])
def test_d11_parts_that_are_one_part_are_hidden(level: Level, clients: list[int]) -> None:
    table = pd.DataFrame({"form": range(len(clients)), "clients": clients})
    assert protect_parts(table, level, "clients", [])["clients"].isna().all()


@pytest.fixture(scope="module")
def alike(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Choose a municipality of which all clients had the same help, in a region where not all."""
    with pytest.MonkeyPatch.context() as patch:
        home = tmp_path_factory.mktemp("alike")
        patch.setenv("TRAJECTZICHT_HOME", str(home))
        kept = store(region_with_alike(), Path(home))
        yield {"data": kept["data"], "gemeente": MUNICIPALITY}


@pytest.mark.parametrize(
    "script",
    [
        "course/chains.py",
        "course/stacking.py",
        "course/steps.py",
        "picture/providers.py",
        "picture/referrers.py",
    ],
)
def test_d11_no_view_tells_what_all_of_them_had(script: str, alike: dict[str, str]) -> None:
    told = {stop: wholes for stop, sent in walk(script, alike) if (wholes := _wholes(sent))}
    assert not told


def _wholes(sent: Sent) -> list[str]:
    """Find where a share of everybody is said, or drawn as 1."""
    said = [
        text
        for text in sent.texts()
        if any(word in text for word in WORDS)
        and not text.startswith("{")
        and not any(words in text for words in EXPLAINED)
    ]
    drawn = [
        str(name)
        for table in sent.tables
        for name in table
        if "share" in str(name) and table[name].dtype.kind == "f" and (table[name] == 1).any()
    ]
    return said + drawn + list(_told_of_all(sent))


def _told_of_all(sent: Sent) -> Iterator[str]:
    """Find rows that name the care of all of them, with the number of all of them."""
    forms = {spell.care_form for spell in COURSE}
    for table in sent.tables:
        for _, row in table.iterrows():
            cells = list(map(str, row))
            if forms & set(cells) and {str(ROUNDED), f"{ROUNDED}.0"} & set(cells):
                yield " | ".join(cells)
