"""The registry of persons: who has which place in the sets of the guard, for every delivery alike.

A person is known by a keyed hash of the pseudonym. The key belongs to the installation and is no
part of what it protects, so that without it a hash tells nothing, and the same child in two
deliveries has one place. Places are given out once, in the order of the hashes of a delivery, so
that they do not follow the order of a file.
"""

import hashlib
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]

HASH_BYTES: Final = 8
KEY_BYTES: Final = 32
GONE: Final = np.uint64(0)
"""Stands at the place of a person who was forgotten; no person has this hash."""


def hashes_of(pseudonyms: Sequence[str], key: bytes) -> Hashes:
    """Hash pseudonyms under the key of the installation, in their order."""
    keyed = hashlib.blake2b(digest_size=HASH_BYTES, key=key)
    written = b"".join(_digest(keyed.copy(), pseudonym) for pseudonym in pseudonyms)
    hashes = np.frombuffer(written, dtype="<u8").astype(np.uint64, copy=False)
    return np.maximum(hashes, np.uint64(1))


def newcomers(known: Hashes, asked: Hashes) -> Hashes:
    """Give the persons who have no place yet, each once, in the order of their new places."""
    if not len(known):
        return np.unique(asked)
    ranked = np.sort(known)
    ranks = np.minimum(np.searchsorted(ranked, asked), len(ranked) - 1)
    return np.unique(asked[ranked[ranks] != asked])


def places_of(known: Hashes, asked: Hashes) -> NDArray[np.int64]:
    """Find the places of persons who all have one."""
    order = np.argsort(known)
    return order[np.searchsorted(known[order], asked)]


def only_at(known: Hashes, places: NDArray[np.int64]) -> Hashes:
    """Forget everybody but the persons at some places, who keep their place."""
    left = np.full_like(known, GONE)
    left[places] = known[places]
    return left


def _digest(keyed: "hashlib.blake2b", pseudonym: str) -> bytes:
    keyed.update(pseudonym.encode())
    return keyed.digest()
