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
    digests = [_hash(pseudonym, key) for pseudonym in pseudonyms]
    return np.maximum(np.array(digests, dtype=np.uint64), np.uint64(1))


def newcomers(known: Hashes, asked: Hashes) -> Hashes:
    """Give the persons who have no place yet, each once, in the order of their new places."""
    return np.setdiff1d(asked, known)


def places_of(known: Hashes, asked: Hashes) -> NDArray[np.int64]:
    """Find the places of persons who all have one."""
    order = np.argsort(known)
    return order[np.searchsorted(known, asked, sorter=order)]


def only_at(known: Hashes, places: NDArray[np.int64]) -> Hashes:
    """Forget everybody but the persons at some places, who keep their place."""
    left = np.full_like(known, GONE)
    left[places] = known[places]
    return left


def _hash(pseudonym: str, key: bytes) -> int:
    digest = hashlib.blake2b(pseudonym.encode(), digest_size=HASH_BYTES, key=key).digest()
    return int.from_bytes(digest, "little")
