"""The planted data, kept in a folder of the app as somebody's import would keep them."""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from core.opening import Supplements
from core.reading.choices import MUNICIPALITY, PROVIDER, ReadingChoices
from core.storage.importing import ImportRequest, import_files
from core.storage.migrating import open_store
from core.storage.places import places_of
from tests.behind.planted import Person, write

TITLE: Final = "geplante regio"
SIDES: Final = ReadingChoices(sides={"gemeente.csv": MUNICIPALITY, "aanbieders.csv": PROVIDER})
AREA: Final = {"gebied": "GM9801"}
"""A municipality of the invented country, of which the planted data hold persons."""


def store(people: Sequence[Person], home: Path) -> dict[str, str]:
    """Import the planted data into the folder of an app; gives the address that opens them."""
    with tempfile.TemporaryDirectory() as folder:
        payer, giver, talks, names = write(people, Path(folder))
        request = ImportRequest((payer, giver), TITLE, SIDES, Supplements(names, talks))
        places = places_of({"TRAJECTZICHT_HOME": str(home)})
        outcome = import_files(open_store(places), request, lambda *_: None)
    return {"data": outcome.stored.id, **AREA}
