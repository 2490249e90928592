"""A folder of the app in which the planted data are kept, and one selection of them is answered.

Modules that ask for all of the data share a folder. One that makes choices has a folder ``apart``,
and so has each in the soak, where all choices are made: what was answered before forbids nothing.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.behind.judging import SOAKS
from tests.behind.leaks import Planted, planted_of
from tests.behind.planted import Person, plant
from tests.behind.stored import store


@pytest.fixture(scope="session")
def people() -> tuple[Person, ...]:
    return plant()


@pytest.fixture(scope="session")
def planted(people: tuple[Person, ...]) -> Planted:
    return planted_of(people)


@pytest.fixture(scope="session")
def shared(
    people: tuple[Person, ...], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, dict[str, str]]:
    """Keep the planted data once for all modules of a run."""
    home = tmp_path_factory.mktemp("planted")
    return home, store(people, Path(home))


@pytest.fixture(scope="module")
def kept(request: pytest.FixtureRequest) -> Iterator[dict[str, str]]:
    """Have the planted data kept; gives the address that opens them."""
    if SOAKS:
        yield request.getfixturevalue("apart")
        return
    home, address = request.getfixturevalue("shared")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRAJECTZICHT_HOME", str(home))
        yield address


@pytest.fixture(scope="module")
def apart(
    people: tuple[Person, ...], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, str]]:
    """Keep the planted data in a folder of their own; gives the address that opens them."""
    with pytest.MonkeyPatch.context() as patch:
        home = tmp_path_factory.mktemp("planted")
        patch.setenv("TRAJECTZICHT_HOME", str(home))
        yield store(people, Path(home))
