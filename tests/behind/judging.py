"""The verdict about a page: what the walker finds at every stop that may not be there."""

from functools import cache
from typing import Final

from hypothesis import settings

from tests.behind.leaks import (
    Planted,
    apart_from,
    exact_shares,
    exact_values,
    secrets,
    uneven_counts,
)
from tests.behind.marks import marks_of_one
from tests.behind.payload import Sent
from tests.behind.stored import AREA
from tests.behind.walking import Depth, Stop, walk

SOAKS: Final = settings.get_current_profile_name() == "soak"
"""``make soak`` also makes every other choice within a tab, at every shared level."""

AT_TABLE: Final[Depth] = "choices" if SOAKS else "tabs"
BELOW: Final[Depth] = "choices" if SOAKS else "arrival"
LEVELS_BELOW: Final = ("openbaar", "raad")

Found = dict[Stop, list[str]]


def leaks_of(page: str, address: dict[str, str], planted: Planted, depth: Depth = "tabs") -> Found:
    """Walk a page and tell what stands there that may not, by stop; nothing when all is well."""
    walked = walk(page, address, depth)
    told = {stop: told_at(stop, sent, planted, depth) for stop, sent in walked}
    return {stop: leaks for stop, leaks in told.items() if leaks}


def told_at(stop: Stop, sent: Sent, planted: Planted, depth: Depth) -> list[str]:
    """Tell what was sent at a stop that may not be, apart from what is public on that page."""
    if not verdict(sent, planted):
        return []
    return verdict(apart_from(sent, public(stop.page, depth)), planted)


def verdict(sent: Sent, planted: Planted) -> list[str]:
    """Tell what was sent that may not be; the words are for whoever mends it."""
    kinds = {
        "words that tell who it is": secrets(sent, planted),
        "exact numbers": exact_values(sent, planted),
        "counts that are not rounded": uneven_counts(sent),
        "shares of exact numbers": exact_shares(sent),
        "marks of one person": marks_of_one(sent),
    }
    return [f"{kind}: {found}" for kind, found in kinds.items() if found]


@cache
def public(page: str, depth: Depth) -> Sent:
    """Give all that a page sends to who opened no data, but chose the same municipality."""
    walked = [sent for _, sent in walk(page, AREA, depth)]
    return Sent(
        [text for sent in walked for text in sent.words],
        [],
        [table for sent in walked for table in sent.tables],
    )
