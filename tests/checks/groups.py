"""Small deliveries of which the groups are known to the person, and what a visit shows of them."""

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from streamlit.testing.v1 import AppTest

from core.storage.importing import ImportRequest, import_files
from core.storage.migrating import open_store
from core.storage.places import places_of
from tests.pages.visiting import HEADING, PATIENCE_SECONDS, SHELL


def lines_of(people: Iterable[int], year: int, place: str = "Noord") -> list[str]:
    """Give everybody one trajectory of some months in a year, by number of the person."""
    return [
        f"pseudo-{person};{place};A{person % 4};Ambulant regulier;"
        f"01-0{1 + person % 6}-{year};28-0{3 + person % 6}-{year};100,00"
        for person in people
    ]


def delivery(*parts: list[str]) -> str:
    """Write a delivery; its last lines make the years up to 2024 complete."""
    return "\n".join([HEADING, *(line for part in parts for line in part), ""])


def region(more: int = 0, others: int = 0) -> str:
    """Draw 40 persons in 2022, 20 in 2021, and 60 in 2024, and in 2023 as many as ``more``.

    ``others`` are persons of Zuid in 2022, beside the 40 of Noord.
    """
    return delivery(
        lines_of(range(20), 2021),
        lines_of(range(100, 140), 2022),
        lines_of(range(200, 200 + others), 2022, "Zuid"),
        lines_of(range(300, 300 + more), 2023),
        lines_of(range(400, 460), 2024),
    )


def opened(text: str, name: str = "levering.csv", after: str = "") -> str:
    """Import a delivery as the app does, into the store of this test; gives its id.

    ``after`` is the id of the delivery of which it is the next version.
    """
    store = open_store(places_of())
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_text(text, encoding="utf-8")
        request = ImportRequest((path,), title=name, actor="toets", after=after)
        return import_files(store, request, lambda *_: None).stored.id


def at_start(address: dict[str, str]) -> AppTest:
    """Open the first page of a fresh visit, which shows how much help there is."""
    app = AppTest.from_file(str(SHELL), default_timeout=PATIENCE_SECONDS)
    for name, value in address.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return app


def shows_numbers(app: AppTest) -> bool:
    """Tell whether a page shows anything that is counted: a table, a chart or a figure."""
    kinds = ("table", "arrow_data_frame", "vega_lite_chart", "arrow_vega_lite_chart", "metric")
    return any(len(found(app, kind)) for kind in kinds)


def found(app: AppTest, kind: str) -> list[Any]:
    """Give the elements of a kind, wherever they stand."""
    return list(app.get(kind))
