"""The command line about what is kept: Dutch sentences, exit codes, and nothing half done."""

from pathlib import Path

import pytest

from core.__main__ import main
from core.storage.catalogue import alone
from core.storage.migrating import open_store
from tests.storage.stores import delivery

Said = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep things in a folder of the test."""
    folder = tmp_path / "home"
    monkeypatch.setenv("TRAJECTZICHT_HOME", str(folder))
    monkeypatch.delenv("TRAJECTZICHT_DATABASE", raising=False)
    monkeypatch.setenv("TRAJECTZICHT_USER", "toets")
    return folder


def said(capsys: Said, *arguments: str | Path, code: int = 0) -> tuple[str, str]:
    """Run a command and give what it wrote and what it said."""
    assert main([str(word) for word in arguments]) == code
    written = capsys.readouterr()
    return written.out, written.err


def imported(capsys: Said, file: Path, *more: str) -> str:
    """Import a file and give the id of its data set."""
    return said(capsys, "import", file, *more)[1].strip().rpartition("=")[2]


def test_an_import_says_where_it_is_and_the_same_again_adds_nothing(
    tmp_path: Path, capsys: Said
) -> None:
    file = delivery(tmp_path / "a.csv")
    first = said(capsys, "import", file, "--title", "Maart")[1]
    again = said(capsys, "import", file)[1]
    assert first.startswith("20 van 20 regels tellen mee.")
    assert again.startswith("Deze bestanden waren al ingelezen")
    assert first.rpartition("=")[2] == again.rpartition("=")[2]
    heading, row = said(capsys, "store", "list")[0].splitlines()
    assert heading.split("\t")[0] == "id"
    assert row.split("\t")[1:3] + row.split("\t")[-1:] == ["1", "20", "Maart"]


def test_a_next_version_stands_beside_the_first(tmp_path: Path, capsys: Said) -> None:
    first = imported(capsys, delivery(tmp_path / "a.csv"))
    imported(capsys, delivery(tmp_path / "b.csv", 30), "--after", first)
    rows = said(capsys, "store", "list")[0].splitlines()[1:]
    assert [row.split("\t")[1] for row in rows] == ["2", "1"]


def test_the_log_is_shown_and_verified(tmp_path: Path, capsys: Said) -> None:
    identity = imported(capsys, delivery(tmp_path / "a.csv"))
    said(capsys, "store", "delete", identity)
    lines = [line.split("\t") for line in said(capsys, "store", "log")[0].splitlines()]
    assert [line[2:6] for line in lines] == [
        ["toets", "delete", identity, "done"],
        ["toets", "import", identity, "done"],
    ]
    assert "ongewijzigd (2 regels)" in said(capsys, "store", "verify")[1]


def test_a_log_that_was_changed_is_one_sentence_and_an_exit_code(
    tmp_path: Path, capsys: Said, home: Path
) -> None:
    imported(capsys, delivery(tmp_path / "a.csv"))
    (home / "log.head").unlink()
    out, err = said(capsys, "store", "verify", code=2)
    assert not out
    assert err.startswith("Het logboek is niet betrouwbaar: regel 1 ")
    assert err.count("\n") == 1


def test_a_backup_goes_out_and_comes_back(
    tmp_path: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported(capsys, delivery(tmp_path / "a.csv"))
    listed = said(capsys, "store", "list")[0]
    assert "20 regels" in said(capsys, "store", "backup", tmp_path / "copy")[1]
    monkeypatch.setenv("TRAJECTZICHT_HOME", str(tmp_path / "machine"))
    assert not said(capsys, "store", "list")[0].splitlines()[1:]
    assert "20 regels" in said(capsys, "store", "restore", tmp_path / "copy")[1]
    assert said(capsys, "store", "list")[0] == listed


def test_what_a_dead_import_left_is_reported(tmp_path: Path, capsys: Said, home: Path) -> None:
    imported(capsys, delivery(tmp_path / "a.csv"))
    (home / "incoming" / "0011223344556677").mkdir()
    assert "Opgeruimd" in said(capsys, "store", "list")[1]
    assert "Opgeruimd" not in said(capsys, "store", "list")[1]


def test_nothing_has_expired_yet(tmp_path: Path, capsys: Said) -> None:
    imported(capsys, delivery(tmp_path / "a.csv"))
    assert said(capsys, "store", "expire")[1].strip().endswith(": 0.")
    with alone(open_store()) as connection:
        connection.exec_driver_sql("UPDATE data_sets SET expires_on = '2020-01-01'")
    assert said(capsys, "store", "expire")[1].strip().endswith(": 1.")


UNUSABLE = {
    "a file that is not there": ("import", "nergens.csv"),
    "a version of what is not there": ("import", "a.csv", "--after", "0123456789abcdef"),
    "deleting what was never there": ("store", "delete", "0123456789abcdef"),
    "a backup that is none": ("store", "restore", "nergens"),
}


@pytest.mark.parametrize("words", UNUSABLE.values(), ids=UNUSABLE)
def test_what_cannot_be_done_is_one_dutch_sentence(
    words: tuple[str, ...], tmp_path: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    delivery(tmp_path / "a.csv")
    monkeypatch.chdir(tmp_path)
    out, err = said(capsys, *words, code=2)
    assert not out
    assert err.count("\n") == 1
    assert err.strip().endswith(".")
