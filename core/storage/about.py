"""What people want to know of a stored data set before they open it: its period and whose it is."""

from dataclasses import dataclass
from typing import Final

from core.errors import StoreTrouble
from core.frames import open_duckdb
from core.storage.catalogue import Store
from core.storage.troubles import troubles_told

ABOUT: Final = """
    SELECT min("start") AS first, max("start") AS last,
        list_sort(list(DISTINCT side) FILTER (side <> '')) AS sides
    FROM read_parquet($path)"""

BOTH: Final = "both"
TWO_SIDES: Final = ("municipality", "provider")


@dataclass(frozen=True, slots=True)
class About:
    """First and last day on which declared care begins, and the sides that delivered lines."""

    first_start: int
    last_start: int
    sides: tuple[str, ...]


def look_about(store: Store, identity: str) -> About:
    """Look in the accepted lines of a stored data set; it never changes, so once is enough.

    Raises ``StoreTrouble`` when they are not there.
    """
    path = store.places.data / identity / "declarations.parquet"
    if not path.exists():
        raise StoreTrouble("damaged")
    session = open_duckdb().session
    try:
        with troubles_told():
            first, last, sides = session.execute(ABOUT, {"path": str(path)}).fetchall()[0]
    finally:
        session.close()
    told = TWO_SIDES if BOTH in (sides or ()) else tuple(sides or ())
    return About(first, last, told)
