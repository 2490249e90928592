"""Nothing exact is behind a page for who made a choice: each page with one, each choice on a page.

``make soak`` makes every choice on every page, and opens every tab of it.
"""

import random
from typing import Final

import pytest

from core.text import guarded
from tests.behind.choices import CHOICES, Choice, planted_in
from tests.behind.judging import SOAKS, told_at
from tests.behind.planted import Person
from tests.behind.walking import SCRIPTS, Depth, walk

SELECTED: Final = tuple(script for script in SCRIPTS if not script.startswith("account"))
"""Pages of which the numbers follow a choice."""

REFUSALS: Final = frozenset((guarded.TOO_NEAR, guarded.NOT_REGISTERED))
"""What a page says instead of its numbers; then there would be nothing to look behind."""

SEED: Final = 26
DEPTH: Final[Depth] = "tabs" if SOAKS else "arrival"


def pairs() -> list[tuple[str, Choice]]:
    """Pair pages with choices, so that none is left out; in the soak all with all."""
    if SOAKS:
        return [(script, choice) for script in SELECTED for choice in CHOICES]
    shuffled = random.Random(SEED).sample(CHOICES, len(CHOICES))  # noqa: S311 - which to try
    return [(SELECTED[place % len(SELECTED)], choice) for place, choice in enumerate(shuffled)]


@pytest.mark.parametrize(("script", "choice"), pairs(), ids=str)
def test_nothing_exact_is_sent_about_a_selection(
    script: str, choice: Choice, apart: dict[str, str], people: tuple[Person, ...]
) -> None:
    planted = planted_in(people, choice)
    for stop, sent in walk(script, apart | choice.address, DEPTH):
        assert not told_at(stop, sent, planted, DEPTH), stop
        assert not REFUSALS.intersection(sent.words), stop


def test_every_page_and_every_choice_is_tried() -> None:
    tried = pairs()
    assert {script for script, _ in tried} == set(SELECTED)
    assert {str(choice) for _, choice in tried} == {str(choice) for choice in CHOICES}


def test_what_is_planted_in_a_selection_is_known(people: tuple[Person, ...]) -> None:
    of_place = planted_in(people, CHOICES[0]).counts
    alone = [person for person in people if person.municipality == CHOICES[0].address["gemeente"]]
    with_form = sum(any(s.care_form == "Wijkteam" for s in person.spells) for person in alone)
    assert with_form > 100
    assert with_form % 5 == 0 or with_form in of_place
