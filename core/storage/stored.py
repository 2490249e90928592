"""Opening a data set that is stored: views on its Parquet, so that memory does not grow with it."""

from typing import Final

from core.datasets import DataSet, take_talks
from core.errors import StoreTrouble
from core.frames import open_duckdb
from core.storage.arriving import room
from core.storage.catalogue import Store
from core.storage.folders import open_tables, read_folder
from core.storage.records import Stored, find_stored
from core.storage.talks import list_talks
from core.storage.troubles import troubles_told

EVALUATIONS: Final = "evaluations.parquet"


def open_stored(store: Store, identity: str) -> DataSet:
    """Open a data set by its id. Raises ``NotStored`` that says why it is not there.

    Each opening has an engine of its own; what does not fit in memory goes to the folder of the
    app. Whoever opens it for a person notes that in the log.
    """
    stored = find_stored(store, identity)
    folder = store.places.data / stored.id
    with troubles_told():
        if not (folder / "declarations.parquet").exists():
            raise StoreTrouble("damaged")
        contents = read_folder(folder)
        workspace = open_duckdb(store.places.memory, room(store.places.spill))
        open_tables(folder, workspace)
    data_set = DataSet(
        stored.id,
        stored.title,
        workspace,
        contents.delivery,
        contents.names,
        has_evaluations=(folder / EVALUATIONS).exists(),
    )
    if recorded := list_talks(store, identity):
        take_talks(data_set, [talk.as_row() for talk in recorded])
    return data_set


def is_stored(store: Store, data_set: DataSet) -> bool:
    """Say whether a data set that is open still is in the store."""
    return (store.places.data / data_set.id).is_dir()


__all__ = ["Stored", "is_stored", "open_stored"]
