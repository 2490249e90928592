"""What is asked of the guard: the persons behind a selection, as hashes, and then as sets of bits.

Pseudonyms come in here and do not go out: whatever leaves is hashed under a key.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from core.frames import Frame, collect
from core.protection.guard import Population, bits_of, judge_all, new_answers, population_of
from core.protection.options import as_options, judge_options
from core.protection.registry import Hashes, hashes_of, newcomers, places_of


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """A selection that is asked for: its choice as a link, and hashes of its persons by kind.

    Of a list of values the choice is the kind of list, and the kinds are its values.
    """

    choice: str
    persons: Mapping[str, Hashes]


@dataclass(frozen=True, slots=True, eq=False)
class Book:
    """A ledger in memory: the registry of persons, and what was answered, the oldest first."""

    known: Hashes
    answered: tuple[Population, ...] = ()


def empty_book() -> Book:
    """Give a ledger in which nobody was asked about yet."""
    return Book(np.array([], dtype=np.uint64))


def ask(populations: Frame, choice: str, key: bytes) -> Asked:
    """Compute who is in a selection (``POPULATIONS``), and hash each person once."""
    table = collect(populations)
    codes, pseudonyms = pd.factorize(table["client_id"])
    hashes = hashes_of(list(pseudonyms), key)[codes]
    kinds = table["kind"].to_numpy()
    return Asked(choice, {str(kind): hashes[kinds == kind] for kind in sorted(set(kinds))})


def places_for(known: Hashes, asked: Asked) -> tuple[Hashes, list[Population]]:
    """Give newcomers a place behind the known persons, and write the selection as sets of places.

    Returns the newcomers in the order of their places.
    """
    persons = {kind: np.sort(hashes) for kind, hashes in asked.persons.items()}  # found quicker
    new = newcomers(known, np.concatenate([known[:0], *persons.values()]))
    everybody = np.concatenate([known, new])
    populations = [
        population_of(kind, bits_of(places_of(everybody, hashes)), asked.choice)
        for kind, hashes in persons.items()
    ]
    return new, populations


def answer_in(book: Book, asked: Asked, threshold: int) -> tuple[Book, Population | None]:
    """Judge a selection by a ledger in memory, and remember it there when it is answered.

    Gives the answer that forbids it, if any; then nothing is remembered.
    """
    new, populations = places_for(book.known, asked)
    near = judge_all(book.answered, populations, threshold)
    if near is not None:
        return book, near
    answers = new_answers(book.answered, populations)
    return Book(np.concatenate([book.known, new]), (*book.answered, *answers)), None


def offer_in(book: Book, asked: Asked, threshold: int) -> tuple[Book, tuple[str, ...]]:
    """Give the values of a list that may be offered, by a ledger in memory, and remember them."""
    new, populations = places_for(book.known, asked)
    offered, left = judge_options(book.answered, as_options(populations), threshold)
    return Book(np.concatenate([book.known, new]), (*book.answered, *left)), offered
