"""A municipality in which everybody had the same help, beside a region where that differs."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from tests.behind.planted import Person, Spell, plant

MUNICIPALITY: Final = "9814"
ALIKE: Final = 14
ROUNDED: Final = 15

COURSE: Final = (
    Spell(
        *("99770101", "Ambulant regulier", date(2022, 1, 3), date(2022, 6, 30)),
        *(400_000, "huisarts", "34 voortijdig in overleg"),
    ),
    Spell(
        *("99770102", "JeugdzorgPlus", date(2022, 8, 1), date(2023, 1, 31)),
        *(900_000, "huisarts", "34 voortijdig in overleg"),
    ),
    Spell(
        *("99770103", "Dagbehandeling", date(2023, 3, 6), date(2023, 8, 31)),
        *(500_000, "huisarts", "34 voortijdig in overleg"),
    ),
)
"""Up, down and ended early: what is true of one is true of all."""


def region_with_alike() -> Sequence[Person]:
    """Give a region of which one municipality has ALIKE persons with the same course."""
    others = [person for person in plant() if person.municipality != MUNICIPALITY]
    alike = [
        Person(90_000 + number, MUNICIPALITY, "98140001", 2010, "m", COURSE)
        for number in range(ALIKE)
    ]
    return [*others, *alike]
