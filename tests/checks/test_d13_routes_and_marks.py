"""D13: a route of nine is among the others, and no picture shows extremes or single persons."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Final

import pandas as pd
import pytest

from core.disclosure import Shape, protect
from tests.behind.marks import marks_of_one
from tests.behind.payload import Sent
from tests.behind.planted import Person, Spell, plant
from tests.behind.stored import store
from tests.behind.walking import walk

NINE: Final = 9
FIRST, SECOND = "Residentieel verblijf", "Wijkteam"
RARE: Final = re.compile(rf"{FIRST}\s*[>→]\s*{SECOND}")
ROUTE: Final = (
    Spell("99770101", FIRST, date(2021, 2, 1), date(2021, 6, 30), 700_000, "huisarts", ""),
    Spell("99770102", SECOND, date(2021, 8, 2), date(2021, 12, 31), 80_000, "huisarts", ""),
)
"""From the heaviest help to the lightest: nobody else goes that way."""


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Keep a region in which nine persons, and nobody else, took the route."""
    others = [person for person in plant() if not _takes(person)]
    nine = [replace(others[number], spells=ROUTE) for number in range(NINE)]
    with pytest.MonkeyPatch.context() as patch:
        home = tmp_path_factory.mktemp("routes")
        patch.setenv("TRAJECTZICHT_HOME", str(home))
        yield store([*nine, *others[NINE:]], Path(home))


@pytest.mark.parametrize("script", ["course/chains.py", "course/steps.py"])
def test_d13_a_route_of_nine_is_drawn_and_told_nowhere(script: str, region: dict[str, str]) -> None:
    for stop, sent in walk(script, region):
        assert not _routes(sent), stop
        assert not marks_of_one(sent), stop


@pytest.mark.parametrize("quantile", [0.0, 1.0])
def test_d13_a_minimum_and_a_maximum_cannot_be_published(quantile: float) -> None:
    shape = Shape(counts=["clients"], percentiles={"days": quantile})
    table = pd.DataFrame({"clients": [500], "days": [3.0]})
    with pytest.raises(ValueError, match="one person"):
        protect(table, "tafel", shape)


@pytest.mark.parametrize(("quantile", "persons"), [(0.5, 20), (0.25, 40), (0.75, 40)])
def test_d13_a_percentile_has_ten_persons_on_both_sides(quantile: float, persons: int) -> None:
    shape = Shape(counts=["clients"], percentiles={"days": quantile})
    table = pd.DataFrame({"clients": [persons - 1, persons], "days": [3.0, 3.0]})
    assert protect(table, "tafel", shape)["days"].isna().tolist() == [True, False]


@pytest.mark.parametrize("mark", ["boxplot", {"type": "boxplot", "extent": "min-max"}])
def test_d13_a_box_plot_would_be_found(mark: object) -> None:
    sent = Sent(words=[json.dumps({"layer": [{"mark": mark}]})])
    assert marks_of_one(sent) == {"boxplot"}


def _takes(person: Person) -> bool:
    forms = [spell.care_form for spell in person.spells]
    return (FIRST, SECOND) in pairwise(forms)


def _routes(sent: Sent) -> set[str]:
    return {found for text in sent.texts() for found in RARE.findall(text)}
