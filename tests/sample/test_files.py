"""The files beside the region: complete, small, and made by the command that makes them all."""

import csv
import re
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
import pytest

from core.errors import IdentifyingData
from core.frames import collect, kept, open_duckdb
from core.reading.delivery import read_files
from core.reading.ijw import read_messages
from core.reading.mapped import rows_of
from core.reading.supplements import read_evaluations, read_names
from core.sample.example import HEADINGS
from core.sample.files import write_sample
from core.sample.messages import numbers_for_tests
from tests.sample.conftest import SAMPLE, Shipped

MEGABYTE = 1_000_000
AS_SENT = sorted((SAMPLE / "ijw" / "raw").glob("*.xml"))
KINDS = ("JW301", "JW305", "JW307", "JW315", "JW323", "JW325")
PSEUDONYMISED = sorted((SAMPLE / "ijw" / "pseudonymised").glob("*.xml"))


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the sample anew; the steps it reports only go forward, up to 1."""
    out = tmp_path_factory.mktemp("sample") / "region"
    shares: list[float] = []
    write_sample(out, None, 1, lambda _, share: shares.append(share))
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    return out


def test_everything_together_is_small() -> None:
    sizes = [path.stat().st_size for path in SAMPLE.rglob("*") if path.is_file()]
    assert sum(sizes) <= 5 * MEGABYTE


def test_the_command_makes_the_files_that_are_shipped(written: Path) -> None:
    made = {path.relative_to(written) for path in written.rglob("*") if path.is_file()}
    shipped = {path.relative_to(SAMPLE) for path in SAMPLE.rglob("*") if path.is_file()}
    by_hand = {Path("README.md"), Path(".gitattributes"), Path("recorded.csv")}
    assert shipped - made == by_hand
    same = [name for name in made if name.suffix in {".csv", ".json", ".parquet", ".xml"}]
    assert all((written / name).read_bytes() == (SAMPLE / name).read_bytes() for name in same)


def test_as_many_lines_as_asked_for(tmp_path: Path) -> None:
    write_sample(tmp_path, 1234, 7, lambda *_: None)
    assert pq.read_metadata(tmp_path / "region.parquet").num_rows == 1234


def test_every_code_has_a_name(shipped: Shipped) -> None:
    names = read_names(SAMPLE / "names.csv")
    for kind in ("municipality", "provider", "product"):
        assert {code for of, code in names if of == kind} == set(shipped.lines[kind])


def test_talks_are_about_clients_of_the_region(shipped: Shipped) -> None:
    talks = read_evaluations(SAMPLE / "evaluations.csv")
    assert {talk["client_id"] for talk in talks} <= set(shipped.lines["client_id"])
    assert len(talks) > 1000


def test_the_example_looks_like_a_dutch_export_with_four_wrong_lines() -> None:
    text = (SAMPLE / "example.csv").read_bytes().decode("cp1252")
    heading, *rows = csv.reader(text.splitlines(), delimiter=";")
    assert tuple(heading) == HEADINGS
    assert len(rows) == 2004
    assert sum(row[0] == "Totaal" for row in rows) == 1
    assert sum(row[0] == "" for row in rows) == 1
    assert sum(row[6] == "31-06-2023" for row in rows) == 1
    assert len(rows) - len({tuple(row) for row in rows}) == 1
    assert all(re.fullmatch(r"(\d+,\d\d)?", row[8]) for row in rows)


def test_the_workbook_holds_the_same_lines() -> None:
    sheet = openpyxl.load_workbook(SAMPLE / "example.xlsx", read_only=True)["Declaraties"]
    heading, *rows = sheet.iter_rows(values_only=True)
    assert heading == HEADINGS
    assert len(rows) == 2004


@pytest.mark.parametrize("path", AS_SENT, ids=lambda path: path.name)
def test_messages_as_they_were_sent_are_refused(path: Path) -> None:
    with path.open("rb") as stream, pytest.raises(IdentifyingData):
        read_messages(open_duckdb().session, [(path.name, stream)])


def test_pseudonymised_messages_are_the_lines_of_the_region(shipped: Shipped) -> None:
    """With the starts and stops around them, the declared months become the real days again."""
    streams = [(path.name, path.open("rb")) for path in PSEUDONYMISED]
    workspace = open_duckdb()
    raw = read_messages(workspace.session, streams)
    lines = [line for part in raw for line in rows_of(part.table) if not line["broken"]]
    known = shipped.lines.set_index("allocation")
    assert {path.name[:5] for path in PSEUDONYMISED} == set(KINDS)
    for allocation in {line["allocation"] for line in lines}:
        ours = [line for line in lines if line["allocation"] == allocation]
        theirs = known.loc[[allocation]]
        assert len(ours) == len(theirs)
        assert {line["client_id"] for line in ours} == set(theirs["client_id"])
        assert sum(int(line["amount"]) for line in ours if line["debit_credit"] == "D") == (
            theirs["amount_cents"].clip(lower=0).sum()
        )


def test_numbers_for_tests_are_from_the_range_that_was_set_aside() -> None:
    numbers = numbers_for_tests(5)
    assert numbers[0] == "999900006"
    assert len(set(numbers)) == 5
    assert max(numbers) <= "999999990"
    for path in AS_SENT:
        found = set(re.findall(r"<\w+:Bsn>(\d+)<", path.read_text()))
        assert found <= set(numbers)


def test_half_years_tell_running_care_again_and_its_newest_state_counts() -> None:
    workspace = open_duckdb()
    paths = sorted((SAMPLE / "beleidsinformatie").glob("*.csv"))
    delivery = read_files(workspace, paths)
    assert [mapping.kind for mapping in delivery.mappings] == ["cbs", "cbs"]
    rejected = [entry.lines_rejected for entry in delivery.ledger]
    assert rejected == [322, 0]
    rows = collect(kept(workspace, "declarations"))
    care = ["client_id", "provider", "care_form", "start"]
    assert not rows.duplicated(care).any()
    assert rows["product"].isin(["01", "02", "03", "04", "11", "12", "13", "14"]).all()
