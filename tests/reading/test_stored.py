"""Lines in a folder: the same as in memory, as Parquet, and nothing left when it goes wrong."""

import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from core.errors import IdentifyingData, NothingAccepted
from core.frames import Workspace, collect, kept, open_duckdb
from core.reading.choices import ReadingChoices
from core.reading.delivery import Delivery, read_files
from core.reading.organisations import Organisation
from core.tables import DECLARATIONS, SET_ASIDE, Table
from tests.reading.loads import lines

HEADINGS = "Pseudoniem;Hulpvorm;Begindatum;Einddatum;Bedrag;Aanbieder;Referentienummer"
LINE = "k1;Ambulant;01-01-2024;31-01-2024;5,00;A;R1"
WRONG = ("k2;Ambulant;31-06-2024;;7,00;A;R2", "k3;x;y", "Totaal;;;;12,00;;")
PLAIN = lines(LINE, *WRONG, "k4;ABC9;01-02-2024;;1,00;B;R3", headings=HEADINGS)
REPEATED = lines(LINE, *WRONG, LINE, LINE.replace("5,00", "6,00"), headings=HEADINGS)
OTHER = lines("k9;Dagbehandeling;01-02-2024;;8,00;A;R9", headings=HEADINGS)
MERGED = ReadingChoices(organisations=(Organisation("A", "Samen"),))


def read(
    texts: tuple[str, ...], at: Path, choices: ReadingChoices, folder: Path | None
) -> tuple[Workspace, Delivery]:
    """Write texts as files and read them."""
    at.mkdir(exist_ok=True)
    paths = [at / f"{number}.csv" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text)
    workspace = open_duckdb()
    return workspace, read_files(workspace, paths, choices, folder=folder)


def listed(workspace: Workspace, name: str) -> list[str]:
    """List the rows of a table in a fixed order."""
    return sorted(map(repr, collect(kept(workspace, name)).itertuples(index=False)))


@pytest.mark.parametrize(
    ("texts", "choices"),
    [
        ((PLAIN,), ReadingChoices()),
        ((REPEATED,), ReadingChoices()),
        ((PLAIN,), MERGED),
        ((PLAIN, OTHER), ReadingChoices()),
        ((PLAIN, PLAIN), ReadingChoices()),
    ],
    ids=["plain", "with duplicates", "with organisations", "two files", "one file twice"],
)
def test_a_folder_holds_what_memory_would(
    texts: tuple[str, ...], choices: ReadingChoices, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    there, told_there = read(texts, tmp_path / "in", choices, folder)
    here, told_here = read(texts, tmp_path / "in", choices, None)
    assert told_there == told_here
    for name in ("declarations", "set_aside", "rejected"):
        assert listed(there, name) == listed(here, name)


@pytest.mark.parametrize("text", [PLAIN, REPEATED], ids=["as typed", "written anew"])
def test_the_files_have_the_columns_of_the_vocabulary(text: str, tmp_path: Path) -> None:
    read((text,), tmp_path / "in", ReadingChoices(), tmp_path)
    tables: dict[str, Table] = {"declarations": DECLARATIONS, "set_aside": SET_ASIDE}
    for name, table in tables.items():
        assert pq.read_schema(tmp_path / f"{name}.parquet").names == list(table)
    assert not (tmp_path / "allocations.parquet").exists()


def test_other_visitors_see_the_files(tmp_path: Path) -> None:
    workspace, _ = read((PLAIN,), tmp_path / "in", ReadingChoices(), tmp_path)
    seen = workspace.session.cursor().execute("SELECT count(*) FROM declarations").fetchone()
    assert seen == (2,)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (lines("k1;A;x;;;;", headings=HEADINGS), NothingAccepted),
        (lines(*[f"{LINE[:-2]}x@y{n}.nl" for n in range(9)], headings=HEADINGS), IdentifyingData),
    ],
)
def test_a_refused_delivery_leaves_nothing(
    text: str, error: type[Exception], tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    with pytest.raises(error):
        read((text,), tmp_path / "in", ReadingChoices(), folder)
    assert list(folder.iterdir()) == []


class Enough(Exception):
    """Whoever was told the progress wants no more of it."""


@pytest.mark.parametrize("step", ["f.csv", "check_lines", "store_lines"])
def test_whoever_is_told_may_stop_and_nothing_stays(step: str, tmp_path: Path) -> None:
    def report(told: str, share: float) -> None:
        assert 0 <= share <= 1
        if told == step:
            raise Enough

    source, folder = tmp_path / "f.csv", tmp_path / "out"
    source.write_text(PLAIN)
    folder.mkdir()
    workspace = open_duckdb()
    with pytest.raises(Enough):
        read_files(workspace, [source], report=report, folder=folder)
    assert list(folder.iterdir()) == []
    assert workspace.session.sql("SHOW TABLES").fetchall() == []
    read_files(workspace, [source], folder=folder)  # and the workspace serves on
    assert len(collect(kept(workspace, "declarations"))) == 2


def test_a_stop_is_felt_within_a_second_or_two(tmp_path: Path) -> None:
    source = tmp_path / "f.csv"
    body = "".join(f"k{n};Ambulant;01-01-2024;31-01-2024;5,00;A;R{n}\n" for n in range(300_000))
    source.write_text(f"{HEADINGS}\n{body}")
    asked = time.monotonic()

    def report(told: str, share: float) -> None:
        del told, share
        if time.monotonic() > asked + 0.3:
            raise Enough

    with pytest.raises(Enough):
        read_files(open_duckdb(), [source], report=report, folder=tmp_path)
    assert time.monotonic() - asked < 10  # on a computer that is busy with other work as well
    assert [path.name for path in tmp_path.iterdir()] == ["f.csv"]


def test_the_same_file_twice_adds_nothing(tmp_path: Path) -> None:
    bare = lines(
        "k1;A;01-01-2024;;5,00", "k2;A;x;;7,00", headings="kind;hulpvorm;begin;eind;bedrag"
    )
    _, delivery = read((bare, bare), tmp_path / "in", ReadingChoices(), None)
    first, second = delivery.ledger
    assert (first.lines_accepted, first.lines_rejected, first.lines_duplicate) == (1, 1, 0)
    assert (second.lines_read, second.lines_duplicate, second.cents_duplicate) == (2, 2, 1200)
