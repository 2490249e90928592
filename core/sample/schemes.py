"""Help by another law than the one on youth care, for some clients of the artificial region.

Some have it before their youth care, most beside it, some after it. It is a file of its own, read
together with the region, and changes nothing about the youth care.
"""

from typing import Final

import numpy as np

from core.sample.deliveries import FIRST_MONTH, LAST_MONTH
from core.sample.draws import Ints, first_day, happens, pick
from core.sample.places import PLACES
from core.sample.region import Cohort

SOURCE: Final = "regelingen.csv"
HEADINGS: Final = (
    *("clientnummer", "gemeentecode", "aanbieder", "hulpvorm"),
    *("begindatum", "einddatum", "bedrag", "regeling"),
)

GIVEN: Final = (
    ("Begeleiding volwassenen", "Wmo", "Steunpunt De Linde", 38_000),
    ("Beschermd wonen", "Wmo", "Woonhuis De Haven", 410_000),
    ("Hulpmiddel", "Wmo", "Hulpmiddelen Oost", 9_000),
    ("Jongerencoaching werk", "Participatiewet", "Werkplein", 25_000),
)
"""What is given: the name, the law, who gives it, and cents a month. All invented."""

WEIGHTS: Final = (0.5, 0.1, 0.15, 0.25)
PART: Final = 0.06
"""The part of the clients that has it."""

EARLIEST, LATEST = -14, 30
SHORTEST, LONGEST = 3, 25
"""Months from the first youth care to the begin, and months it lasts, the last not included."""

Line = tuple[str, ...]


def find_scheme_lines(seed: int, cohort: Cohort) -> list[Line]:
    """List the lines under other laws, under HEADINGS, by client and begin; the same for a seed."""
    rng = np.random.default_rng([seed, 2_000_000])
    clients, rows = np.unique(cohort.given.client, return_index=True)
    has = np.flatnonzero(happens(rng, PART, len(clients)))
    rows = rows[has]
    what = pick(rng, WEIGHTS, len(rows))
    begin = cohort.given.first[rows] + rng.integers(EARLIEST, LATEST, len(rows))
    months = rng.integers(SHORTEST, LONGEST, len(rows))
    first = np.maximum(begin, FIRST_MONTH)
    after = np.minimum(begin + months, LAST_MONTH + 1)
    there = np.flatnonzero(first < after)
    names = cohort.clients[clients[has]].astype(str)
    places = [PLACES[int(place)].code for place in cohort.given.place[rows]]
    lines = [
        (str(names[row]), places[row], *_line(int(what[row]), first[row], after[row]))
        for row in there
    ]
    return sorted(lines)


def _line(what: int, first: Ints, after: Ints) -> Line:
    """Write what is given from the first day of a month up to that of another."""
    label, scheme, provider, cents = GIVEN[what]
    begin, end = first_day(first), first_day(after) - 1
    euros = f"{cents * int(after - first) / 100:.2f}"
    return provider, label, _date(begin), _date(end), euros, scheme


def _date(day: Ints) -> str:
    return str(day.astype("datetime64[D]"))
