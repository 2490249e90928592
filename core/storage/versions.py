"""Two versions of one delivery beside each other, in one workspace so that they can be compared."""

from dataclasses import dataclass

from core.datasets import DataSet
from core.errors import NotStored
from core.frames import Frame, kept, read_parquet, visit
from core.storage.catalogue import Store
from core.storage.records import Stored, find_stored, list_versions


@dataclass(frozen=True, slots=True)
class Versions:
    """The version before, and the accepted lines of both (``DECLARATIONS``)."""

    earlier: Stored
    before: Frame
    after: Frame


def version_before(store: Store, identity: str) -> Stored | None:
    """Find the latest version before a data set; None for a first one, or one never stored."""
    try:
        own = find_stored(store, identity)
    except NotStored:
        return None
    earlier = [one for one in list_versions(store, own.series) if one.version < own.version]
    return earlier[-1] if earlier else None


def open_versions(store: Store, data_set: DataSet, earlier: Stored) -> Versions:
    """Open the lines of a data set and of an earlier version on one connection of one's own."""
    own = visit(data_set.workspace)
    before = read_parquet(own, store.places.data / earlier.id / "declarations.parquet")
    return Versions(earlier, before, kept(own, "declarations"))
