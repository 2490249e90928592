"""A folder of the app in which the planted data are kept, and one selection of them is answered.

Every module of tests has a folder of its own: what was answered before forbids nothing.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.behind.leaks import Planted, planted_of
from tests.behind.planted import Person, plant
from tests.behind.stored import store


@pytest.fixture(scope="module")
def people() -> tuple[Person, ...]:
    return plant()


@pytest.fixture(scope="module")
def planted(people: tuple[Person, ...]) -> Planted:
    return planted_of(people)


@pytest.fixture(scope="module")
def kept(
    people: tuple[Person, ...], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, str]]:
    """Keep the planted data in a folder of their own; gives the address that opens them."""
    with pytest.MonkeyPatch.context() as patch:
        home = tmp_path_factory.mktemp("planted")
        patch.setenv("TRAJECTZICHT_HOME", str(home))
        yield store(people, Path(home))
