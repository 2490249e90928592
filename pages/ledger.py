"""Which ledger of the difference guard judges a visit: that of the installation, or its own.

Data that are stored have the ledger of the installation. The sample region, and data that are
nowhere else, have one in the visit: nobody else can lay those beside one's own. Where stored data
cannot reach their ledger nothing is answered: what is not remembered could be asked again, one
child at a time.
"""

import secrets
from collections.abc import Callable
from typing import Final, TypeVar

import streamlit as st

from core.errors import NotStored, StoreTrouble
from core.frames import Frame
from core.protection.asking import Asked, Book, ask, empty_book
from core.protection.policy import policy
from core.protection.registry import KEY_BYTES
from core.storage.answered import count_forgotten, key_of_persons
from core.storage.catalogue import Store
from core.storage.records import is_identity
from pages.shelf import current_store, trouble_with_store

BOOK: Final = "answered"
"""Where a visit keeps the ledger of data that are in no store."""

OUT_OF_REACH: Final = (NotStored, StoreTrouble)
"""What is raised when the ledger of stored data cannot be reached."""

Found = TypeVar("Found")
InStore = Callable[[Store, str, Asked, int], Found]
InVisit = Callable[[Book, Asked, int], tuple[Book, Found]]


def ask_ledger(
    identity: str, persons: Frame, choice: str, in_store: InStore[Found], in_visit: InVisit[Found]
) -> Found:
    """Judge persons (``POPULATIONS``) of a data set by its ledger, with what it does in each.

    Raises one of ``OUT_OF_REACH``.
    """
    if is_identity(identity):
        store = _store()
        asked = ask(persons, choice, key_of_persons(store))
        return in_store(store, identity, asked, policy().threshold)
    key, book = st.session_state.get(BOOK) or (secrets.token_bytes(KEY_BYTES), empty_book())
    book, found = in_visit(book, ask(persons, choice, key), policy().threshold)
    st.session_state[BOOK] = (key, book)
    return found


def times_forgotten(identity: str) -> int:
    """Count how often the ledger of a data set forgot something: what a visit keeps holds as long.

    The ledger of a visit forgets nothing. Raises one of ``OUT_OF_REACH``.
    """
    return count_forgotten(_store(), identity) if is_identity(identity) else 0


def _store() -> Store:
    store = current_store()
    if store is None:
        raise trouble_with_store() or StoreTrouble("unreachable")
    return store
