"""Editions on disk, and which of them a visit looks at."""

import errno
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NoReturn

import pandas as pd
import pytest

from core.errors import SourceNotUsable
from core.opendata.editions import (
    Contents,
    choose_shelf,
    folder_of,
    known_shelves,
    list_editions,
    write_edition,
)
from core.opendata.shelf import FICTITIOUS, figures_of, name_of, shapes_of
from core.tables import OPEN_ABSENT, OPEN_FIGURES, OPEN_REGIONS, OPEN_SOURCES, TREND_BREAKS
from core.text.errors import explain
from tests.opendata.drawn import FIGURE, REGION, SOURCE, frame


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TRAJECTZICHT_HOME", str(tmp_path))
    return tmp_path


def contents(value: float, shapes: dict[str, dict[str, object]] | None = None) -> Contents:
    return Contents(
        frame([{"value": value}], FIGURE, OPEN_FIGURES),
        frame([{}], SOURCE, OPEN_SOURCES),
        frame([{}], REGION, OPEN_REGIONS),
        frame([], {}, TREND_BREAKS),
        frame([], {}, OPEN_ABSENT),
        shapes or {},
    )


def test_the_newest_edition_is_used_unless_the_sample_region_is_open(home: Path) -> None:
    for day in ("2026-04-30", "2026-11-01"):
        write_edition(folder_of(home), day, contents(1))
    assert choose_shelf("", beside_sample=False).edition == "2026-11-01"
    assert choose_shelf("", beside_sample=True).fictitious
    assert choose_shelf("2026-04-30", beside_sample=True).edition == "2026-04-30"
    assert choose_shelf("2020-01-01", beside_sample=False).edition == "2026-11-01"
    assert [shelf.edition for shelf in known_shelves()] == ["2026-11-01", "2026-04-30", FICTITIOUS]


def test_without_an_edition_the_invented_country_is_used() -> None:
    assert choose_shelf("", beside_sample=False).fictitious


def test_where_nothing_can_be_kept_the_invented_country_is_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TRAJECTZICHT_RETENTION_DAYS", "nooit")
    assert choose_shelf("", beside_sample=False).fictitious


def test_an_edition_of_the_same_day_takes_the_place_of_the_former(home: Path) -> None:
    for value in (10.0, 20.0):
        shelf = write_edition(folder_of(home), "2026-11-01", contents(value))
        assert figures_of(shelf, "youth_with_care")["value"].tolist() == [value]
    assert [path.name for path in folder_of(home).iterdir()] == ["2026-11-01"]


def test_an_edition_that_cannot_be_written_whole_is_not_there(home: Path) -> None:
    write_edition(folder_of(home), "2026-11-01", contents(10))
    with pytest.raises(TypeError):
        write_edition(
            folder_of(home), "2026-11-01", contents(20, {"municipality": {"features": object()}})
        )
    [shelf] = list_editions(folder_of(home))
    assert figures_of(shelf, "youth_with_care")["value"].tolist() == [10.0]
    assert [path.name for path in folder_of(home).iterdir()] == ["2026-11-01"]


def test_an_edition_comes_back_when_the_new_one_cannot_take_its_place(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = write_edition(folder_of(home), "2026-11-01", contents(10))
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if path.name.startswith(".part-"):
            raise PermissionError(errno.EACCES, "no")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(SourceNotUsable) as trouble:
        write_edition(folder_of(home), "2026-11-01", contents(20))
    assert trouble.value.reason == "no_room"
    assert [path.name for path in folder_of(home).iterdir()] == ["2026-11-01"]
    assert figures_of(shelf, "youth_with_care")["value"].tolist() == [10.0]


def test_a_full_disk_is_told_and_leaves_what_was_there(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_edition(folder_of(home), "2026-11-01", contents(10))

    def fill(*_: object, **__: object) -> NoReturn:
        raise OSError(errno.ENOSPC, "no space", "a place on this machine")

    monkeypatch.setattr(pd.DataFrame, "to_parquet", fill)
    with pytest.raises(SourceNotUsable) as trouble:
        write_edition(folder_of(home), "2026-11-02", contents(20))
    assert "Maak ruimte op de schijf" in explain(trouble.value)
    assert "a place" not in explain(trouble.value)
    assert [path.name for path in folder_of(home).iterdir()] == ["2026-11-01"]


def test_some_who_write_the_same_day_at_once_leave_one_whole_edition(home: Path) -> None:
    values = [float(number) for number in range(8)]
    with ThreadPoolExecutor(8) as pool:
        for done in [
            pool.submit(write_edition, folder_of(home), "2026-11-01", contents(value))
            for value in values
        ]:
            done.result()
    assert [path.name for path in folder_of(home).iterdir()] == ["2026-11-01"]
    [shelf] = list_editions(folder_of(home))
    [value] = figures_of(shelf, "youth_with_care")["value"].tolist()
    assert value in values


def test_what_somebody_left_who_was_killed_is_cleaned_after_a_day(home: Path) -> None:
    fresh, old = (folder_of(home) / f".part-{name}" for name in ("fresh", "old"))
    for folder in (fresh, old):
        folder.mkdir(parents=True)
    os.utime(old, (0, 0))
    write_edition(folder_of(home), "2026-11-01", contents(10))
    assert sorted(path.name for path in folder_of(home).iterdir()) == [".part-fresh", "2026-11-01"]


def test_what_is_no_edition_is_passed_by(home: Path) -> None:
    folder = folder_of(home)
    for name in ("fetched", ".part-x", "2026-11-01", "kladje"):
        (folder / name).mkdir(parents=True)
    assert list_editions(folder) == (), "a folder without figures is no edition"


def test_what_an_edition_lacks_is_empty(home: Path) -> None:
    shelf = write_edition(folder_of(home), "2026-11-01", contents(1))
    assert shapes_of(shelf, "district")["features"] == []
    assert figures_of(shelf, "spending").empty
    assert name_of(shelf, "GM0001") == "Eerste"
    assert name_of(shelf, "GM9999") == "GM9999"
    assert pd.isna(figures_of(shelf, "spending")["value"].max())
