"""What would be a leak: the exact numbers of the planted data, counted in plain Python.

Only numbers that nobody could show by accident: of at least three figures and no multiple of five,
and text that stands nowhere else.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from tests.behind.planted import STRIKING_CENTS, Person, Spell

FEWEST: Final = 100
BASE: Final = 5
"""Shared numbers are multiples of this, so that an exact one is recognised by being none."""


def exact_counts(people: Sequence[Person]) -> dict[str, int]:
    """Count persons, trajectories and chains of the whole and of its parts, exactly."""
    counted = Counter({"persons": len(people), "chains": len(people)})
    for person in people:
        counted[f"persons in {person.municipality}"] += 1
        counted[f"persons in district {person.district}"] += 1
        counted[f"chains of {len(person.spells)}"] += 1
        for kind in _kinds(person.spells):
            counted[f"persons with {kind}"] += 1
        for spell in person.spells:
            counted.update(_trajectories(person, spell))
    return dict(counted)


def _kinds(spells: Sequence[Spell]) -> set[str]:
    return {kind for spell in spells for kind in (spell.care_form, spell.provider)}


def _trajectories(person: Person, spell: Spell) -> Iterator[str]:
    yield "trajectories"
    yield f"trajectories in {person.municipality}"
    yield f"trajectories of {spell.provider}"
    yield f"trajectories of {spell.care_form}"
    yield f"trajectories begun in {spell.start.year}"
    yield f"trajectories after {spell.referrer or 'nobody'}"


def exact_cents(people: Sequence[Person]) -> dict[str, int]:
    """Add up cents, exactly: of all, by municipality, by provider, by form, and of one line."""
    added = Counter({"one line": STRIKING_CENTS})
    for person in people:
        for spell in person.spells:
            names = ("all", person.municipality, spell.provider, spell.care_form)
            added.update({f"cents of {name}": spell.cents for name in names})
    return dict(added)


def telling_counts(people: Sequence[Person]) -> dict[int, str]:
    """Give the exact counts that are recognised wherever they stand, with what they count."""
    counts = exact_counts(people).items()
    return {n: name for name, n in counts if n >= FEWEST and n % BASE}


def telling_amounts(people: Sequence[Person]) -> dict[int, str]:
    """Give the exact amounts in cents and in whole euros, with whose they are."""
    added = exact_cents(people).items()
    cents = {n: name for name, n in added}
    return cents | {n // 100: name for name, n in added if (n // 100) % 1000}


def secret_words(people: Sequence[Person]) -> tuple[str, ...]:
    """Give the words of which none may be seen by anybody who is shown protected numbers."""
    del people
    return ("geheimkind", "TWGEHEIM", "RFGEHEIM")
