"""A publisher with the whole small country, and the edition that is made from it."""

from collections.abc import Iterator

import pytest

from core.opendata.refreshing import Outcome
from tests.opendata.published import everything
from tests.opendata.published_files import files
from tests.opendata.refreshed import fetched
from tests.opendata.server import Server, serve


@pytest.fixture(scope="module")
def publisher() -> Iterator[Server]:
    with serve(everything(), files()) as server:
        yield server


@pytest.fixture(scope="module")
def outcome(publisher: Server, tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    return fetched(publisher, tmp_path_factory.mktemp("home"))
