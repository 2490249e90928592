"""The verdict about a page: what the walker finds at every stop that may not be there."""

from collections.abc import Iterator
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
from tests.behind.walking import Stop, walk

SOAKS: Final = settings.get_current_profile_name() == "soak"
"""``make soak`` also makes every other choice within a tab, and walks every level."""

Found = dict[Stop, list[str]]


def leaks_of(page: str, address: dict[str, str], planted: Planted) -> Found:
    """Walk a page and tell what stands there that may not, by stop; nothing when all is well."""
    return dict(_found(page, address, planted))


def _found(
    page: str, address: dict[str, str], planted: Planted
) -> Iterator[tuple[Stop, list[str]]]:
    deep = SOAKS and not page.startswith("prepare")
    for stop, sent in walk(page, address, deep=deep):
        told = verdict(sent, planted)
        if told:
            told = verdict(apart_from(sent, _public(page).get(stop.tab, Sent())), planted)
        if told:
            yield stop, told


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
def _public(page: str) -> dict[str, Sent]:
    """Give by tab what a page sends to who opened no data, but chose the same municipality."""
    return {stop.tab: sent for stop, sent in walk(page, AREA)}
