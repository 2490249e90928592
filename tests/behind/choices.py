"""Choices that a visitor makes by way of the address, with who is left and what may not be seen.

A page reads a selection in three ways (``core.trajectories.selection``): trajectories that began
in it, those with care in it, and chains of which the first fits. What was planted is counted in all
three, and is as secret as what was planted in the whole.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from core.trajectories.rules import REGISTERED
from tests.behind.leaks import Planted, planted_of
from tests.behind.planted import FORMS, PROVIDERS, Person, Spell

Fits = Callable[[Person, Spell], bool]


@dataclass(frozen=True, slots=True)
class Choice:
    """What an address says beside the data; of a spell whether it fits, and in which years."""

    address: dict[str, str]
    fits: Fits = lambda _person, _spell: True
    first_year: int = 2020
    last_year: int = 2024

    def __str__(self) -> str:
        """Name the choice as the address does."""
        return "&".join(f"{name}={value}" for name, value in self.address.items())


def of_place(code: str) -> Choice:
    """Choose a municipality."""
    return Choice({"gemeente": code}, lambda person, _: person.municipality == code)


def of_years(first: int, last: int) -> Choice:
    """Choose calendar years, both in."""
    return Choice({"periode": f"{first}_{last}"}, first_year=first, last_year=last)


def of_form(form: str) -> Choice:
    """Choose a form of care."""
    return Choice({"hulpvorm": form}, lambda _, spell: spell.care_form == form)


def of_provider(code: str) -> Choice:
    """Choose a provider; a link with one is followed only where providers have names."""
    return Choice({"aanbieder": code}, lambda _, spell: spell.provider == code)


def of_referrer(kind: str) -> Choice:
    """Choose a referrer."""
    return Choice({"verwijzer": kind}, lambda _, spell: spell.referrer == kind)


def of_rules(words: str) -> Choice:
    """Choose other rules of counting: everybody is left, and what is counted changes."""
    return Choice({"regels": words})


def together(one: Choice, other: Choice) -> Choice:
    """Make two choices at once."""
    return Choice(
        one.address | other.address,
        lambda person, spell: one.fits(person, spell) and other.fits(person, spell),
        max(one.first_year, other.first_year),
        min(one.last_year, other.last_year),
    )


SAID: Final = frozenset(value for values in REGISTERED.values() for value in values)
"""Days of the rules, which pages say as they are."""

OTHER_LADDER: Final = "ladder.Wijkteam*2+Basis-ggz*1+Pleegzorg*3"

CHOICES: Final = (
    *(of_place(code) for code in ("9801", "9802", "9804")),
    *(of_form(FORMS[place]) for place in (1, 5)),
    *(of_provider(PROVIDERS[place]) for place in (0, 6)),
    of_referrer("huisarts"),
    *(of_years(year, year) for year in (2020, 2023)),
    of_rules("merge_gap_days.92"),
    of_rules(OTHER_LADDER),
    of_rules("count_parallel.ja"),
    together(of_place("9801"), of_form(FORMS[2])),
    together(of_place("9802"), of_years(2022, 2023)),
    together(of_years(2021, 2021), of_rules("chain_gap_days.92")),
)
"""Choices that leave enough persons to be answered."""

HIDDEN: Final = (of_place("9814"), together(of_place("9804"), of_provider(PROVIDERS[7])))
"""Choices that leave fewer than ten persons."""

BROKEN: Final[tuple[dict[str, str], ...]] = (
    {"data": "0123456789abcdef"},
    {"gemeente": "9899"},
    {"periode": "2022_2019"},
    {"hulpvorm": "geheimkind00001q"},
    {"regels": "merge_gap_days.91"},
    {"regels": "geheimkind00001q"},
    {"deel": "geheimkind00001q", "plaats": "TWGEHEIM000010"},
)
"""Addresses that ask for what is not there, or what nobody can choose."""


def planted_in(people: Sequence[Person], choice: Choice) -> Planted:
    """Give what may not be seen when this was chosen: what is in the selection, and the whole."""
    found = planted_of(people)
    for left in _readings(people, choice):
        one = planted_of(left)
        found = Planted(found.counts | one.counts, found.amounts | one.amounts, found.words)
    return replace(found, counts={n: name for n, name in found.counts.items() if n not in SAID})


def _readings(people: Sequence[Person], choice: Choice) -> Iterator[list[Person]]:
    began, end = date(choice.first_year, 1, 1), date(choice.last_year, 12, 31)

    def begins(person: Person, spell: Spell) -> bool:
        return choice.fits(person, spell) and began <= spell.start <= end

    def has_care(person: Person, spell: Spell) -> bool:
        return choice.fits(person, spell) and spell.start <= end and spell.last >= began

    yield _with(people, begins)
    yield _with(people, has_care)
    yield [person for person in people if begins(person, person.spells[0])]


def _with(people: Sequence[Person], fits: Fits) -> list[Person]:
    """Keep of every person the spells that fit, and who has any."""
    kept = [
        replace(person, spells=tuple(spell for spell in person.spells if fits(person, spell)))
        for person in people
    ]
    return [person for person in kept if person.spells]
