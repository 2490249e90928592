"""A planted data set: every exact number in it is known beforehand and looks like no other.

Persons, trajectories, chains and cents are written down before any file is: what this module says
about them (``truth_of``) is counted from what was planted, in plain Python, and shares nothing with
the model. Help is planted so that no rule has to be interpreted: all care of a person is one after
another, a month apart, so that every spell is a trajectory and every person one chain.
"""

import csv
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

PERSONS: Final = {"9801": 1237, "9802": 463, "9804": 389, "9814": 7}
"""Persons by municipality: none is a multiple of five, and the last may nowhere be seen."""

NAMES: Final = {"9801": "Plantdorp", "9802": "Zaaidorp", "9804": "Oogstdorp", "9814": "Kleindorp"}
PROVIDERS: Final = tuple(f"9977010{number}" for number in range(1, 9))
SHARES: Final = (30, 22, 16, 12, 9, 6, 4, 1)
TITLES: Final = ("Beuk", "Eik", "Linde", "Es", "Wilg", "Hazelaar", "Vlier", "Meidoorn")
FORMS: Final = (
    *("Wijkteam", "Ambulant regulier", "Basis-ggz", "Ambulant specialistisch"),
    *("Specialistische ggz", "Dagbehandeling", "Pleegzorg", "Residentieel verblijf"),
    "JeugdzorgPlus",
)
LIKELY: Final = (12, 30, 18, 17, 13, 5, 3, 2, 0.3)
REFERRERS: Final = ("huisarts", "gemeente", "jeugdarts", "medisch specialist", "")
REFERRED: Final = (40, 32, 3, 15, 10)
REASONS: Final = ("31 volgens plan", "34 voortijdig in overleg", "32 voortijdig door cliënt")
LENGTHS: Final = (1, 2, 3, 4, 5, 6)
OFTEN: Final = (47, 27, 15, 7, 3, 1)
DISTRICTS: Final = (26, 22, 20, 17, 14.5, 0.5)
BEGIN: Final = date(2020, 1, 3)
LAST: Final = date(2024, 12, 31)
START_DAYS: Final = 1825
GAP_DAYS: Final = 31
PIECE_DAYS: Final = 190
"""A spell is declared in pieces of half a year, which touch."""

STRIKING_CENTS: Final = 1_234_567
"""The amount of one line: € 12.345,67."""

LINE_HEADING: Final = (
    *("pseudoniem", "gemeentecode", "agb-code", "hulpvorm", "begindatum", "einddatum", "bedrag"),
    *("toewijzingnummer", "referentienummer", "verwijzer", "wijk", "geboortejaar", "geslacht"),
    "reden beëindiging",
)


@dataclass(frozen=True, slots=True)
class Spell:
    """Care of one person by one provider, from its first up to its last day."""

    provider: str
    care_form: str
    start: date
    last: date
    cents: int
    referrer: str
    reason: str


@dataclass(frozen=True, slots=True)
class Person:
    """A person with all care; ``number`` is unique and is in the pseudonym."""

    number: int
    municipality: str
    district: str
    birth_year: int
    sex: str
    spells: tuple[Spell, ...]

    @property
    def pseudonym(self) -> str:
        """What the files call this person; it may be nowhere on a screen."""
        return f"geheimkind{self.number:05d}q"


def plant(seed: int = 7) -> tuple[Person, ...]:
    """Plant everybody; the same for a seed."""
    draw = random.Random(seed)  # noqa: S311 - made-up people
    places = [place for place, size in PERSONS.items() for _ in range(size)]
    return tuple(_person(draw, number, place) for number, place in enumerate(places, start=1))


def _person(draw: random.Random, number: int, place: str) -> Person:
    return Person(
        number,
        place,
        f"{place}{draw.choices(range(1, 7), DISTRICTS)[0]:02d}",
        draw.randint(2003, 2017),
        draw.choice("MV"),
        tuple(_spells(draw, number)),
    )


def _spells(draw: random.Random, number: int) -> Iterator[Spell]:
    start = BEGIN + timedelta(days=draw.randrange(START_DAYS))
    referrer = draw.choices(REFERRERS, REFERRED)[0]
    before = ("", "")
    for _ in range(draw.choices(LENGTHS, OFTEN)[0]):
        last = min(start + timedelta(days=draw.randint(40, 330)), LAST)
        if start > LAST:
            return
        form = draw.choices(FORMS, LIKELY)[0]
        provider = draw.choices(PROVIDERS, SHARES)[0]
        if (form, provider) == before:
            continue  # one trajectory could be made of both
        cents = STRIKING_CENTS if number == 1 else draw.randint(90_000, 990_000)
        yield Spell(provider, form, start, last, cents, referrer, draw.choice(REASONS))
        before, start = (form, provider), last + timedelta(days=GAP_DAYS)


def write(people: Sequence[Person], folder: Path) -> tuple[Path, ...]:
    """Write what the municipality and what the providers deliver, the talks and the names."""
    payer, giver = folder / "gemeente.csv", folder / "aanbieders.csv"
    lines = [line for person in people for line in _lines(person)]
    _table(payer, LINE_HEADING, lines)
    _table(giver, LINE_HEADING, [_as_provider(line) for line in lines if _is_sent(line)])
    talks, names = folder / "gesprekken.csv", folder / "namen.csv"
    _table(talks, ("client_id", "date", "youth_present", "conclusion"), _talks(people))
    _table(names, ("kind", "code", "name"), _named())
    return payer, giver, talks, names


def _lines(person: Person) -> Iterator[tuple[str, ...]]:
    for turn, spell in enumerate(person.spells):
        pieces = list(_pieces(spell.start, spell.last))
        for piece, (start, last) in enumerate(pieces):
            final = piece == len(pieces) - 1
            cents = spell.cents // len(pieces) + (spell.cents % len(pieces) if final else 0)
            yield (
                person.pseudonym,
                person.municipality,
                spell.provider,
                spell.care_form,
                f"{start:%d-%m-%Y}",
                f"{last:%d-%m-%Y}",
                f"{cents // 100},{cents % 100:02d}",
                f"TWGEHEIM{person.number:05d}{turn}",
                f"RFGEHEIM{person.number:05d}{turn}{piece}",
                spell.referrer,
                person.district,
                str(person.birth_year),
                person.sex,
                spell.reason if final else "",
            )


def _pieces(start: date, last: date) -> Iterator[tuple[date, date]]:
    while (last - start).days >= PIECE_DAYS:
        end = start + timedelta(days=PIECE_DAYS - 1)
        yield start, end
        start = end + timedelta(days=1)
    yield start, last


def _is_sent(line: Sequence[str]) -> bool:
    """Leave one line in eleven out of what the providers deliver."""
    return int(line[8][-7:]) % 11 != 0


def _as_provider(line: tuple[str, ...]) -> tuple[str, ...]:
    """Let providers declare one line in seven of another amount than is paid."""
    euros, cents = line[6].split(",")
    dearer = int(euros) + 100 * (int(line[8][-7:]) % 7 == 0)
    return (*line[:6], f"{dearer},{cents}", *line[7:])


def _talks(people: Sequence[Person]) -> Iterator[tuple[str, ...]]:
    for person in people:
        if len(person.spells) > 2 and person.number % 3:
            day = person.spells[2].start - timedelta(days=20)
            said = "ja" if person.number % 2 else "nee"
            yield person.pseudonym, f"{day:%Y-%m-%d}", said, "lichtere hulp"


def _named() -> Iterator[tuple[str, ...]]:
    for code, name in NAMES.items():
        yield "municipality", code, name
    for code, name in zip(PROVIDERS, TITLES, strict=True):
        yield "provider", code, f"Huize {name}"


def _table(path: Path, heading: Sequence[str], rows: Iterable[tuple[str, ...]]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file, delimiter=";" if len(heading) > 4 else ",").writerows([heading, *rows])
