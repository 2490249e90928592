"""The data set that a link asks for, opened for whoever follows it, or a sentence why not."""

from urllib.parse import urlencode

from core.errors import NotStored, StoreTrouble
from core.opening import SAMPLE_ID
from core.session import close_data_set, current_data_set, is_sample, open_sample_region
from core.storage.catalogue import Store
from core.storage.records import Stored
from core.text import kept as text
from core.text import shell
from core.text.errors import explain
from pages.shelf import current_store, kept_now, newest_of, open_kept, why_gone


def follow_data(identity: str) -> list[str]:
    """Open the data set of a link in this visit; returns what there is to say about it.

    Data of this visit only, which are nowhere else, are never closed for a link.
    """
    data_set, store = current_data_set(), current_store()
    if not identity or (data_set is not None and data_set.id == identity):
        return []
    own = data_set is not None and not is_sample(data_set)
    if own and (store is None or kept_now(store) is None):
        return [shell.DEAD_DATA]
    if identity == SAMPLE_ID:
        open_sample_region()
        return []
    return [shell.DEAD_DATA] if store is None else _open(store, identity)


def close_what_is_gone() -> list[str]:
    """Close the data set of this visit when somebody deleted it meanwhile, and say so."""
    store, data_set = current_store(), current_data_set()
    if store is None or data_set is None or is_sample(data_set):
        return []
    gone = why_gone(store, data_set.id)
    if gone is None:
        return []
    close_data_set()
    return [explain(gone), *_offer(newest_of(store, data_set.id))]


def _open(store: Store, identity: str) -> list[str]:
    try:
        stored = open_kept(store, identity)
    except (NotStored, StoreTrouble) as problem:
        return [explain(problem), *_offer(newest_of(store, identity))]
    newest = newest_of(store, stored.series)
    return _offer(newest) if newest and newest.id != stored.id else []


def _offer(newest: Stored | None) -> list[str]:
    """Offer the newest delivery, where there is one."""
    if newest is None:
        return []
    address = urlencode({"data": newest.id})
    return [text.newer(newest.title, newest.version, f"?{address}")]
