"""The difference guard: no two answered selections differ by a few persons only.

Rounding protects one number. It does not protect the difference between two: who sees the same page
for a selection, and again for that selection without seven children, reads those seven from what
changed. So a selection is answered only when the persons behind it are exactly those of an earlier
answer, or differ from every earlier one by at least as many persons as a number needs to be shown.

The distance between two selections is the number of persons that are in one of them and not in the
other, also where neither contains the other: swapping two children for two others tells about four
children as surely as leaving four out.

A selection of fewer persons than the threshold is part of this, although all of it is hidden: that
it is hidden says that it is small, and beside an answer of a few persons more that can say exactly
how small. Two hidden ones tell nothing together and are left alone.

Persons are places in a registry (``core.protection.registry``), and a selection is the set of their
bits.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Bits = NDArray[np.uint64]
"""A set of persons: bit ``place % 64`` of word ``place // 64`` is that of the person there."""

WORD: Final = 64
TENS: Final = 10
"""Answers are found again by the tens of their number of persons, never by the number itself."""


@dataclass(frozen=True, slots=True, eq=False)
class Population:
    """The persons of a selection in one meaning of the word, such as who began in its years.

    ``choice`` is the selection as the parameters of a link. Only populations of one ``kind`` are
    compared: between kinds it is the definition that differs, and that is the same for everybody.
    """

    kind: str
    members: Bits
    size: int
    choice: str = ""

    @property
    def tens(self) -> int:
        """The number of persons in whole tens."""
        return self.size // TENS


def population_of(kind: str, members: Bits, choice: str = "") -> Population:
    """Count the persons of a set, and make it a population."""
    size = int.from_bytes(members.tobytes(), "little").bit_count()  # quicker than numpy on one row
    return Population(kind, members, size, choice)


def bits_of(places: NDArray[np.int64]) -> Bits:
    """Make the set of the persons at some places; a place that occurs twice is one person."""
    words = int(places.max()) // WORD + 1 if len(places) else 0
    flags = np.zeros(words * WORD, dtype=np.uint8)
    flags[places] = 1
    return np.packbits(flags, bitorder="little").view(np.uint64)


def bytes_of(members: Bits) -> bytes:
    """Write a set as bytes, alike on every machine."""
    return members.astype("<u8").tobytes()


def members_of(written: bytes) -> Bits:
    """Read a set that ``bytes_of`` wrote."""
    return np.frombuffer(written, dtype="<u8").astype(np.uint64, copy=False)


def stack(sets: Sequence[Bits]) -> NDArray[Any]:
    """Put sets beneath each other, one a row, with empty words where a set was made earlier."""
    rows = np.zeros((len(sets), max((len(one) for one in sets), default=0)), dtype=np.uint64)
    for row, one in zip(rows, sets, strict=True):
        row[: len(one)] = one
    return rows


def distances(earlier: NDArray[Any], asked: Bits) -> NDArray[np.int64]:
    """Count for each earlier set (a row of ``stack``) the persons in one of the two only."""
    width = min(earlier.shape[1], len(asked))
    differing = np.bitwise_count(earlier[:, :width] ^ asked[:width]).sum(axis=1, dtype=np.int64)
    longer = np.bitwise_count(earlier[:, width:]).sum(axis=1, dtype=np.int64)
    return differing + longer + int(np.bitwise_count(asked[width:]).sum())


def close_to(written: Sequence[bytes], asked: Population, threshold: int) -> list[int]:
    """Give the places of the written sets that may forbid a population, or are the same.

    Looks at thousands of sets without making a population of each.
    """
    if not written:
        return []
    width = max(map(len, written))
    joined = b"".join(one.ljust(width, b"\0") for one in written)
    rows = np.frombuffer(joined, dtype="<u8").reshape(len(written), -1)
    apart = distances(rows, asked.members)
    near = apart < threshold
    if asked.size < threshold:
        near &= (apart == 0) | (np.bitwise_count(rows).sum(axis=1) >= threshold)
    return [int(place) for place in np.flatnonzero(near)]


def judge(earlier: Sequence[Population], asked: Population, threshold: int) -> Population | None:
    """Give the nearest earlier answer that forbids this one; None when it may be answered.

    A set that was answered before is answered again, whatever else was, so that the same question
    always has the same answer. Of equally near ones the first answered is given.
    """
    hidden = asked.size < threshold
    alike = [
        one
        for one in earlier
        if one.kind == asked.kind
        and abs(one.size - asked.size) < threshold  # sets that are near are about as large
        and not (hidden and one.size < threshold)
    ]
    if not alike:
        return None
    apart = distances(stack([one.members for one in alike]), asked.members)
    nearest = int(apart.argmin())
    return alike[nearest] if 0 < apart[nearest] < threshold else None


def judge_all(
    earlier: Sequence[Population], asked: Sequence[Population], threshold: int
) -> Population | None:
    """Judge the populations of one selection together: one that is refused refuses all."""
    judged = (judge(earlier, one, threshold) for one in asked)
    return next((near for near in judged if near is not None), None)


def new_answers(earlier: Sequence[Population], asked: Sequence[Population]) -> list[Population]:
    """Give what has to be remembered of a selection that is answered: sets not answered before."""
    sizes = {(one.kind, one.size) for one in asked}
    alike = [one for one in earlier if (one.kind, one.size) in sizes]
    known = {(one.kind, _key(one.members)) for one in alike}
    return [one for one in asked if (one.kind, _key(one.members)) not in known]


def _key(members: Bits) -> bytes:
    """Write a set without the empty words at its end: the registry may have grown since."""
    return bytes_of(members).rstrip(b"\0")
