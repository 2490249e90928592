"""Levels: a visit sees what the server allows, or less, and never more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.disclosure import LEVELS, SHARED, Level, is_shared
from core.levels import level_of_server, levels_below, lowest_of

levels = st.sampled_from(LEVELS)
words = st.one_of(levels, st.text(max_size=8), st.none(), st.integers(), st.booleans())


@pytest.mark.parametrize(
    ("wanted", "on_loopback", "level"),
    [
        ("openbaar", False, "openbaar"),
        ("raad", True, "raad"),
        ("tafel", False, "tafel"),
        ("eigen", True, "eigen"),
        ("analist", True, "analist"),
        ("eigen", False, "tafel"),
        ("analist", False, "tafel"),
        ("", True, "tafel"),
        ("EIGEN", True, "tafel"),
        ("eigen ", True, "tafel"),
    ],
)
def test_a_server_has_the_level_it_names_and_exact_numbers_on_its_own_machine_only(
    wanted: str, level: Level, *, on_loopback: bool
) -> None:
    assert level_of_server(wanted, on_loopback=on_loopback) == level


@given(ceiling=levels, chosen=st.lists(words, max_size=4))
def test_nothing_that_is_chosen_lifts_a_level(ceiling: Level, chosen: list[object]) -> None:
    held = lowest_of(ceiling, chosen)
    assert LEVELS.index(held) <= LEVELS.index(ceiling)
    assert all(LEVELS.index(held) <= LEVELS.index(word) for word in chosen if word in LEVELS)


@given(ceiling=levels, garbage=st.text().filter(lambda word: word not in LEVELS))
def test_a_choice_that_cannot_be_read_shows_least(ceiling: Level, garbage: str) -> None:
    assert lowest_of(ceiling, [garbage]) == "openbaar"


@pytest.mark.parametrize("ceiling", LEVELS)
def test_what_is_offered_is_the_ceiling_and_shared_levels_below_it(ceiling: Level) -> None:
    first, *lower = levels_below(ceiling)
    assert first == ceiling
    assert all(is_shared(level) for level in lower)
    assert set(lower) == {one for one in SHARED if LEVELS.index(one) < LEVELS.index(ceiling)}
