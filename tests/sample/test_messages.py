"""The messages of the region: all six kinds, with what happens in practice, before and after."""

import zipfile
from pathlib import Path
from typing import Any

import pytest

from core.analysis import analyse
from core.frames import Workspace, collect, kept, open_duckdb
from core.reading.delivery import Delivery, read_files
from core.reading.pseudonyms import pseudonymise
from core.reading.pseudonyms.keys import client_pseudonym
from core.sample.messages import (
    CLIENTS,
    Messages,
    messages_as_sent,
    messages_pseudonymised,
    numbers_for_tests,
)
from core.sample.region import make_region
from core.trajectories.rules import Rules

KEY = bytes(range(3, 250, 5))
KEYED = ("allocation", "reference", "previous_reference")
"""Numbers that a key replaces."""

PLACES = ("row",)
"""In a declaration the clients stand in order of their number, which another number changes."""

TABLES = ("declarations", "set_aside", "allocations", "analysis_trajectories", "analysis_chained")

Table = list[dict[str, Any]]


@pytest.fixture(scope="module")
def sent() -> Messages:
    """Make the messages of eight clients with test numbers for a BSN."""
    return messages_as_sent(make_region(1), CLIENTS)


@pytest.fixture(scope="module")
def twin() -> Messages:
    """Make the same messages with the pseudonyms that those clients get under the key."""
    names = [client_pseudonym(KEY, number) for number in numbers_for_tests(CLIENTS)]
    return messages_pseudonymised(make_region(1), names)


def written(folder: Path, messages: Messages) -> list[Path]:
    """Write messages into a folder."""
    folder.mkdir(parents=True)
    for name, content in messages.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in messages]


def zipped(path: Path, messages: Messages) -> Path:
    """Put messages in one ZIP."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in messages.items():
            archive.writestr(name, content)
    return path


def analysed(paths: list[Path]) -> tuple[Delivery, dict[str, Table]]:
    """Read and analyse files; the tables come without the name of the ZIP."""
    workspace = open_duckdb()
    delivery = read_files(workspace, paths)
    analyse(workspace, Rules())
    return delivery, {name: _rows(workspace, name) for name in TABLES}


def _rows(workspace: Workspace, name: str) -> Table:
    table = collect(kept(workspace, name)).drop(columns=[*KEYED, *PLACES], errors="ignore")
    if "source" in table:
        table["source"] = table["source"].str.rpartition("/")[2]
    whole = table.astype(object).where(table.notna(), None)
    rows: Table = [dict(zip(whole.columns, row, strict=True)) for row in whole.to_numpy().tolist()]
    return sorted(rows, key=repr)


def test_all_six_kinds_are_there(sent: Messages) -> None:
    kinds = {name[:5] for name in sent}
    assert kinds == {"JW301", "JW305", "JW307", "JW315", "JW323", "JW325"}


def test_what_happens_in_practice_is_in_them(tmp_path: Path, twin: Messages) -> None:
    delivery, tables = analysed(written(tmp_path / "in", twin))
    rules = {finding.rule: finding.rows for finding in delivery.findings}
    assert (rules["superseded_debit"], rules["rejected_declaration"]) == (1, 1)
    assert {row["rule"] for row in tables["set_aside"]} >= {
        "superseded_debit",
        "rejected_declaration",
    }
    assert not {"control_total", "unknown_debit", "credited_twice"} & set(rules)
    unused = [row for row in tables["allocations"] if not row["declared"]]
    assert len(unused) == 1  # the deleted one is not among them
    assert len(tables["allocations"]) == CLIENTS  # one more, but none of care in euros
    lines = tables["declarations"]
    assert {row["unit"] for row in lines} >= {"04", "82", "83"}
    assert {row["unit"] for row in lines if not row["dated"]} == {"83"}
    apart = {row["kind"] for row in tables["analysis_chained"] if not row["dated"]}
    assert apart == {"uncounted"}
    assert any(row["is_credit"] for row in lines)
    assert {row["referrer"] for row in lines} - {""}


def test_after_pseudonymising_nothing_that_counts_has_changed(
    tmp_path: Path, sent: Messages, twin: Messages
) -> None:
    sources = written(tmp_path / "raw", sent)
    pseudonymise(sources, KEY, tmp_path / "out")
    ours = analysed([tmp_path / "out" / source.name for source in sources])
    theirs = analysed(written(tmp_path / "twin", twin))
    assert ours[1] == theirs[1]
    assert ours[0].ledger == theirs[0].ledger
    assert ours[0].findings == theirs[0].findings


def test_nor_in_a_zip_of_all_of_them(tmp_path: Path, sent: Messages, twin: Messages) -> None:
    source = zipped(tmp_path / "berichten.zip", sent)
    pseudonymise([source], KEY, tmp_path / "out")
    ours = analysed([tmp_path / "out" / "berichten.zip"])
    theirs = analysed(written(tmp_path / "twin", twin))
    assert ours[1] == theirs[1]


def test_no_name_or_number_of_anybody_is_left(tmp_path: Path, sent: Messages) -> None:
    sources = written(tmp_path / "raw", sent)
    pseudonymise(sources, KEY, tmp_path / "out")
    left = b"".join(path.read_bytes() for path in (tmp_path / "out").iterdir()).decode()
    numbers = [number for number in numbers_for_tests(CLIENTS) if number in left]
    assert not numbers
    assert not [word for word in ("Verzonnen", "Praktijk", "Bedachte", "-15<") if word in left]
