"""The planted patterns, asked for in words: each search finds those it means and no other."""

import pytest

from core.frames import collect
from core.sample.patterns import PATTERNS
from core.sample.planted import planted_clients
from core.sequences.asking import read_pattern
from core.sequences.matching import find_matches
from core.sequences.patterns import Pattern
from core.sequences.places import places_of
from tests.sample.conftest import Shipped

PLANTED = {
    "begint met ambulant regulier, direct daarna specialistische ggz, direct daarna verblijf": {
        "light_to_heavy"
    },
    "ambulant regulier, direct daarna basis-ggz, direct daarna specialistische ggz": {
        *("old_evaluation", "evaluated", "evaluated_on_start_day"),
    },
    "ambulant, daarna binnen een jaar verblijf": {"light_to_heavy"},
    "ambulant, daarna binnen 14 maanden verblijf": {"light_to_heavy"},
    "ambulant, daarna binnen 15 maanden verblijf": {"ten_in_a_row", "light_to_heavy"},
    "hulp, direct daarna dezelfde hulp bij een andere aanbieder": {"other_provider"},
    "begint met verblijf, direct daarna lichter": {"heavy_to_light"},
    "ambulant, direct daarna pleegzorg": {"into_foster_care"},
    "hulp, daarna hulp, daarna hulp, daarna hulp, daarna hulp, daarna hulp, daarna hulp": {
        "ten_in_a_row"
    },
    "ambulant regulier, direct daarna binnen 9 maanden ambulant regulier": {"stop_and_restart"},
    "begint met ambulant regulier, direct daarna binnen een jaar ggz, niet verblijf, "
    "niet basis-ggz": {"about_to_be_third", "half_year_pause", "prepared", "warm_handover"},
}
"""Which of the planted patterns each search must find, and no other."""


@pytest.mark.parametrize("words", PLANTED)
def test_the_planted_patterns_are_found_exactly(words: str, shipped: Shipped) -> None:
    names = places_of(shipped.chained["care_form"].unique(), shipped.rules.ladder)
    pattern = read_pattern(words, names)
    assert isinstance(pattern, Pattern)
    found = set(collect(find_matches(shipped.chained_frame, pattern))["client_id"])
    planted = {each.name: set(planted_clients(1, each.name)) for each in PATTERNS}
    everyone = set().union(*planted.values())
    assert found & everyone == set().union(*(planted[name] for name in PLANTED[words]))
