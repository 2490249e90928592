"""The command line, as the owner of the data runs it: files in, files out, exit codes."""

import csv
import json
import random
import signal
import tempfile
from pathlib import Path

import pytest

from core.__main__ import main
from tests.environment import require_java

EXAMPLE = Path(__file__).parent / "golden" / "example"
EXPECTED = sorted((EXAMPLE / "expected").iterdir())
ROW_FILES = {"trajectories", "chained", "triggers"}


def analyse(out: Path, *arguments: str, lines: Path = EXAMPLE / "lines.csv") -> int:
    rules = ["--rules", str(EXAMPLE / "rules.toml"), "--as-of", "2024-12-31"]
    return main(["analyse", str(lines), "--out", str(out), *rules, *arguments])


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("written")
    assert analyse(out) == 0
    return out


@pytest.mark.parametrize("expected", EXPECTED, ids=[path.name for path in EXPECTED])
def test_the_worked_example_to_the_letter(expected: Path, written: Path) -> None:
    found = (written / expected.name).read_bytes()
    if expected.suffix == ".json":
        assert json.loads(found) == json.loads(expected.read_bytes())
    else:
        assert found == expected.read_bytes()


@pytest.mark.parametrize("engine", ["polars", pytest.param("spark", marks=pytest.mark.spark)])
def test_every_engine_writes_the_same_files(engine: str, written: Path, tmp_path: Path) -> None:
    if engine == "spark":
        require_java()
    assert analyse(tmp_path, "--engine", engine, "--master", "local[2]") == 0
    assert contents(tmp_path) == contents(written)


def test_the_order_of_the_lines_changes_nothing(written: Path, tmp_path: Path) -> None:
    heading, *lines = (EXAMPLE / "lines.csv").read_text(encoding="utf-8").splitlines()
    shuffler = random.Random(7)  # noqa: S311 - shuffling lines is no secret
    for turn in range(5):
        shuffler.shuffle(lines)
        shuffled = tmp_path / "lines.csv"
        shuffled.write_text("\n".join([heading, *lines, ""]), encoding="utf-8")
        assert analyse(tmp_path / str(turn), lines=shuffled) == 0
        assert contents(tmp_path / str(turn)) == contents(written)


def test_every_step_of_the_construction_is_counted(written: Path) -> None:
    rows = list(csv.DictReader((written / "attrition.csv").open(encoding="utf-8")))
    assert [(row["step"], int(row["rows"]), int(row["clients"])) for row in rows] == [
        ("read", 15, 3),
        ("accepted", 15, 3),
        ("before_as_of", 15, 3),
        ("after_netting", 13, 3),
        ("trajectories", 11, 3),
        ("counted", 10, 3),
        ("next", 8, 3),
    ]


def test_the_rules_used_are_written_whole(written: Path) -> None:
    rules = json.loads((written / "rules.json").read_text(encoding="utf-8"))
    assert (rules["as_of"], rules["merge_gap_days"], rules["uncounted"]) == (
        "2024-12-31",
        0,
        ["Vervoer"],
    )
    assert set(rules) >= {"app_version", "chain_gap_days", "ladder", "lookback_months"}


def test_for_the_table_no_row_and_no_small_number_is_written(tmp_path: Path) -> None:
    assert analyse(tmp_path, "--level", "table") == 0
    assert not {path.stem for path in tmp_path.iterdir()} & ROW_FILES
    lengths = list(csv.DictReader((tmp_path / "chain_lengths.csv").open(encoding="utf-8")))
    assert [(row["chains"], row["clients"]) for row in lengths] == [("", "")] * 3


def test_parquet_holds_the_same_rows(written: Path, tmp_path: Path) -> None:
    import pandas as pd

    assert analyse(tmp_path, "--format", "parquet") == 0
    for name in ("trajectories", "chained", "variants"):
        table = pd.read_parquet(tmp_path / f"{name}.parquet")
        lines = (written / f"{name}.csv").read_text(encoding="utf-8").splitlines()
        assert (list(table.columns), len(table)) == (lines[0].split(","), len(lines) - 1)


UNUSABLE = {
    "nothing accepted": (
        "Pseudoniem;Hulpvorm;Begindatum;Einddatum\na;Ambulant;gisteren;31-01-2024\n",
        (),
    ),
    "a required meaning not found": ("Pseudoniem;Begindatum;Einddatum\na;01-01-2024;\n", ()),
    "identifying data": (
        "Pseudoniem;Naam;Hulpvorm;Begindatum;Einddatum\na;b;Ambulant;01-01-2024;31-01-2024\n",
        (),
    ),
    "rules that do not exist": (
        "Pseudoniem;Hulpvorm;Begindatum;Einddatum\na;Ambulant;01-01-2024;31-01-2024\n",
        ("--rules", "rules.toml"),
    ),
}


@pytest.mark.parametrize(("lines", "more"), UNUSABLE.values(), ids=UNUSABLE)
def test_unusable_input_is_one_sentence_a_problem_and_nothing_written(
    lines: str, more: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, out = tmp_path / "in.csv", tmp_path / "out"
    file.write_text(lines, encoding="utf-8")
    (tmp_path / "rules.toml").write_text("chain_gap = 3\n", encoding="utf-8")
    paths = [str(tmp_path / word) if word.endswith(".toml") else word for word in more]
    assert main(["analyse", str(file), "--out", str(out), *paths]) == 2
    assert not out.exists()
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 1
    assert said[0].endswith((".", ")"))
    assert "gisteren" not in said[0]


def test_a_request_to_end_leaves_nothing_in_the_temporary_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))

    def end(*_: object) -> None:
        assert list(scratch.iterdir())
        signal.raise_signal(signal.SIGTERM)

    monkeypatch.setattr("core.__main__.read_files", end)
    before = signal.signal(signal.SIGTERM, signal.SIG_IGN)
    try:
        with pytest.raises(SystemExit):
            analyse(tmp_path / "out")
    finally:
        signal.signal(signal.SIGTERM, before)
    assert not list(scratch.iterdir())
    assert not (tmp_path / "out").exists()


def test_a_folder_for_the_table_keeps_no_rows_of_an_earlier_run(tmp_path: Path) -> None:
    assert analyse(tmp_path) == 0
    assert analyse(tmp_path, "--format", "parquet", "--level", "table") == 0
    assert not {path.stem for path in tmp_path.iterdir()} & ROW_FILES


def test_for_the_table_no_small_part_follows_from_the_ledger(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert analyse(tmp_path, "--level", "table") == 0
    (entry,) = json.loads((tmp_path / "ledger.json").read_text(encoding="utf-8"))
    told = {name: value for name, value in entry.items() if value is not None}
    assert told == {"file": "lines.csv", "lines_read": 15}
    assert "15" not in capsys.readouterr().err


OPTIONS = {
    "a memory that is no amount": ("--memory", "veel"),
    "a day in another order": ("--as-of", "31-12-2024"),
    "a day in another age": ("--as-of", "1900-01-01"),
}


@pytest.mark.parametrize("option", OPTIONS.values(), ids=OPTIONS)
def test_an_option_that_cannot_be_meant_is_one_dutch_sentence(
    option: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert main(["analyse", str(EXAMPLE / "lines.csv"), "--out", str(out), *option]) == 2
    assert capsys.readouterr().err.startswith(f"Optie {option[0]}: verwacht")
    assert not out.exists()


@pytest.mark.parametrize("option", [("--lines", "0"), ("--lines", "veel"), ("--seed", "-1")])
def test_a_sample_that_cannot_be_made_is_one_dutch_sentence(
    option: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["sample", "--out", str(tmp_path / "out"), *option]) == 2
    assert capsys.readouterr().err.startswith(f"Optie {option[0]}: verwacht")


def test_a_file_in_the_place_of_the_folder_is_one_dutch_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    taken = tmp_path / "taken"
    taken.touch()
    assert analyse(taken) == 2
    assert capsys.readouterr().err.startswith("Optie --out:")


def contents(folder: Path) -> dict[str, bytes]:
    """Read every table of a folder; the ledger and findings name the file and its lines."""
    return {path.name: path.read_bytes() for path in folder.glob("*.csv")}
