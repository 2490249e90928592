"""What is made of an edition is made once, until the edition is another one."""

import os
from pathlib import Path

from core.benchmark.kept import kept
from core.opendata.shelf import FIGURES_FILE, Shelf
from tests.benchmark.drawing import made_up, shelf_of


def test_it_is_made_once_and_anew_when_the_edition_was_fetched_again(tmp_path: Path) -> None:
    made: list[str] = []

    @kept
    def name(shelf: Shelf, region: str) -> str:
        made.append(region)
        return f"{shelf.edition} {region}"

    shelf = shelf_of(tmp_path, *made_up(3))
    assert [name(shelf, "A"), name(shelf, "A"), name(shelf, "B")][-1].endswith("B")
    assert made == ["A", "B"]
    os.utime(tmp_path / FIGURES_FILE, (1, 1))
    name(shelf, "A")
    assert made == ["A", "B", "A"]
