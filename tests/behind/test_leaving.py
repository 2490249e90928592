"""Every file that a page has to give, its name too, holds nothing exact; whatever button gives it.

``make soak`` takes all files of all pages about the declarations. Otherwise those of two pages that
have files of their own, apart from pictures, which ``test_taken`` opens.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

import pytest
import streamlit as st

from tests.behind.exported import read_back
from tests.behind.judging import SOAKS, verdict
from tests.behind.leaks import Planted
from tests.behind.walking import SCRIPTS, walk

OF_OPEN_DATA: Final = tuple(
    f"picture/{name}.py" for name in ("municipality", "comparison", "expected", "districts")
)
PAGES: Final = (
    tuple(script for script in SCRIPTS if script not in OF_OPEN_DATA)
    if SOAKS
    else ("account/privacy.py", "prepare/data.py")
)
HEAVY: Final = () if SOAKS else ("png", "svg", "pptx")


@dataclass(frozen=True, slots=True)
class File:
    """A file that a button gives: its name and how it is made."""

    name: str
    make: Callable[[], bytes]


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> list[File]:
    """Keep every file for which a page shows a button."""
    files: list[File] = []
    show = st.download_button

    def keep(label: str, data: Any, file_name: str | None = None, *rest: Any, **more: Any) -> bool:  # noqa: ANN401 - whatever a button takes
        files.append(File(str(file_name), data if callable(data) else lambda: data))
        return show(label, data, file_name, *rest, **more)

    monkeypatch.setattr(st, "download_button", keep)
    return files


@pytest.mark.parametrize("script", PAGES)
def test_no_file_of_a_page_holds_anything_exact(
    script: str, given: list[File], kept: dict[str, str], planted: Planted
) -> None:
    walked = list(walk(script, kept))
    assert walked
    assert given
    for file in given:
        assert not [word for word in planted.words if word in file.name]
        assert not planted.counts.keys() & set(numbers_of_name(file.name)), file.name
        assert not verdict_of(file, planted), file.name


def test_at_the_level_of_the_owner_a_file_holds_what_was_planted(
    given: list[File],
    kept: dict[str, str],
    planted: Planted,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TRAJECTZICHT_LEVEL", "eigen")
    list(walk("prepare/start.py", kept, "arrival"))
    assert any(verdict_of(file, planted) for file in given)


def verdict_of(file: File, planted: Planted) -> list[str]:
    """Make a file, open it, and tell what is in it that may not be."""
    written = file.name.rpartition(".")[2]
    if written in HEAVY:
        return []
    made = file.make()
    return verdict(
        read_back(made if isinstance(made, bytes) else str(made).encode(), written), planted
    )


def numbers_of_name(name: str) -> Iterator[int]:
    """Read every row of figures in the name of a file."""
    yield from map(int, re.findall(r"\d+", name))
