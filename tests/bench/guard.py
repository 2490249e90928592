"""How long the difference guard takes for a view of 13,000 clients beside 10,000 answers, as JSON.

    python -m tests.bench.guard

A store of its own on disk, as the app has it. Each time is that of a selection which was not asked
before: hashing its persons, reading the answers of about its size, judging and remembering.
"""

import json
import sys
import tempfile
import time
from pathlib import Path
from statistics import quantiles
from typing import Final

import sqlalchemy as sa

from core.protection.asking import Asked, places_for
from core.protection.guard import bytes_of, members_of
from core.protection.registry import hashes_of
from core.storage.answered import answer, key_of_persons
from core.storage.catalogue import Store, alone
from core.storage.migrating import open_store
from core.storage.schema import ANSWERED, PERSONS
from tests.protection.region import (
    CLIENTS,
    YEARS,
    Choice,
    asked_of,
    draw_region,
    drawing,
    random_choice,
    selected,
)
from tests.storage.stores import brought, delivery, places_in

ANSWERS: Final = 10_000
VIEWS: Final = 100
THRESHOLD: Final = 10
NAMES: Final = [f"kind{number}" for number in range(CLIENTS)]


def main() -> None:
    """Fill a ledger, ask for other selections, and print the seconds they took."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(places_in(Path(folder) / "home"), "bench")
        identity = brought(store, delivery(Path(folder) / "a.csv")).stored.id
        asked = _different()
        answer(store, identity, asked[0], THRESHOLD)
        _fill(store, identity, asked[1:-VIEWS])
        seconds = [_view(store, identity, one) for one in asked[-VIEWS:]]
    usual, slowest = quantiles(seconds, n=20)[9], quantiles(seconds, n=20)[18]
    json.dump({"answers": ANSWERS, "median": usual, "slowest": slowest}, sys.stdout)


def _view(store: Store, identity: str, asked: Asked) -> float:
    """Give the seconds of one view; hashing is that of everybody, as for the whole region."""
    began = time.perf_counter()
    hashes_of(NAMES, key_of_persons(store))
    answer(store, identity, asked, THRESHOLD)
    return time.perf_counter() - began


def _different() -> list[Asked]:
    """Draw selections, each once, the whole region first."""
    region, draw = draw_region(seed=6), drawing(6)
    choices = dict.fromkeys(random_choice(draw) for _ in range(40 * ANSWERS))
    some = draw.sample(list(choices), ANSWERS // 3 + VIEWS)
    whole = Choice(0, YEARS - 1)
    return [asked_of(region, choice, selected(region, choice)) for choice in (whole, *some)]


def _fill(store: Store, series: str, asked: list[Asked]) -> None:
    """Write answers as they would stand there, whether or not they would have been given."""
    with alone(store) as connection:
        blocks = connection.execute(sa.select(PERSONS.c.hashes)).scalars()
        known = members_of(b"".join(blocks))
        found = [one for each in asked for one in places_for(known, each)[1]]
        rows = [
            {"number": 100 + number, "series": series, "kind": one.kind, "tens": one.tens}
            | {"members": bytes_of(one.members), "choice": one.choice}
            for number, one in enumerate(found[-ANSWERS:])
        ]
        connection.execute(sa.insert(ANSWERED), rows)


if __name__ == "__main__":
    main()
