"""What was made of an edition of open data is kept for as long as the edition does not change."""

from collections.abc import Callable
from functools import lru_cache, update_wrapper
from typing import TypeVar, TypeVarTuple

from core.opendata.shelf import FIGURES_FILE, Shelf

Args = TypeVarTuple("Args")
Made = TypeVar("Made")


def kept(make: Callable[[Shelf, *Args], Made]) -> Callable[[Shelf, *Args], Made]:
    """Make something of an edition once for its further arguments, which must be hashable.

    Everybody gets the same result and must not change it. An edition that is fetched again is
    another one, also under the same name.
    """

    @lru_cache(maxsize=64)
    def made(shelf: Shelf, _changed: int, args: tuple[*Args]) -> Made:
        return make(shelf, *args)

    def known(shelf: Shelf, *args: *Args) -> Made:
        changed = (shelf.folder / FIGURES_FILE).stat().st_mtime_ns
        return made(shelf, changed, args)

    update_wrapper(known, make)
    return known
