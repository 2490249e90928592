"""What was allocated: a table beside the declarations, never care."""

from pathlib import Path
from typing import Any, cast

import pytest

from core.errors import NothingAccepted
from core.frames import Workspace, collect, kept, open_duckdb
from core.reading.delivery import read_files
from core.tables import ALLOCATIONS, OPEN_END
from core.text.errors import explain
from tests.reading.loads import HEADINGS, LINE, day, lines, load_bytes
from tests.reading.messages import (
    MUNICIPALITY,
    PROVIDER,
    allocated,
    client,
    declaration,
    line,
    lines_of,
    message,
    started,
)

JANUARY = ("2024-01-01", "2024-01-31")
DECLARED = declaration(lines_of("p1", line("R1", *JANUARY)))


def granted(tmp_path: Path, *contents: bytes) -> list[dict[str, Any]]:
    """Read messages, and list the allocations in order of their number."""
    paths = [tmp_path / f"{number}.xml" for number in range(len(contents))]
    for path, content in zip(paths, contents, strict=True):
        path.write_bytes(content)
    workspace = open_duckdb()
    read_files(workspace, paths)
    table = collect(kept(workspace, "allocations")).sort_values("allocation")
    rows = cast(
        "list[dict[str, Any]]", table.astype(object).where(table.notna(), None).to_dict("records")
    )
    assert all(list(row) == list(ALLOCATIONS) for row in rows)
    return rows


def test_an_allocation_is_a_row_with_what_the_newest_message_says(tmp_path: Path) -> None:
    old = message("301", client("p1", allocated("2024-01-01", "2023-12-01", budget="100")))
    new = message(
        "301", client("p1", allocated("2024-01-05", "2023-12-02", end="2024-06-30", budget="250"))
    )
    start = message("305", client("p1", started("2024-01-09")))
    for pair in ((old, new), (new, old)):
        assert granted(tmp_path, DECLARED, *pair, start) == [
            {
                "client_id": "p1",
                "municipality": MUNICIPALITY,
                "provider": PROVIDER,
                "allocation": "10072",
                "care_form": "Ambulant regulier",
                "product": "45A04",
                "start": day("2024-01-05"),
                "end": day("2024-07-01"),
                "volume": 6.0,
                "unit": "04",
                "budget_cents": 250,
                "started": True,
                "declared": True,
            }
        ]


def test_an_allocation_without_lines_is_no_care(tmp_path: Path) -> None:
    waiting = message("301", client("p2", allocated("2024-01-01", allocation="10099")))
    (row,) = granted(tmp_path, DECLARED, waiting)
    assert (row["declared"], row["started"], row["end"]) == (False, False, OPEN_END)
    _, declarations = load_bytes(DECLARED, waiting, name="b.xml")
    assert {one["allocation"] for one in declarations} == {"10072"}


def test_a_deleted_allocation_is_not_there(tmp_path: Path) -> None:
    deleted = allocated("2024-01-01", "2024-02-01", end="2024-01-01", reason="13")
    contents = [message("301", client("p1", told)) for told in (allocated("2024-01-01"), deleted)]
    assert granted(tmp_path, DECLARED, *contents) == []


def test_an_allocation_withdrawn_before_it_began_is_not_there(tmp_path: Path) -> None:
    withdrawn = message("301", client("p1", allocated("2024-01-01", end="2023-12-31")))
    assert granted(tmp_path, DECLARED, withdrawn) == []


def test_without_messages_the_table_is_there_and_empty(tmp_path: Path) -> None:
    path = tmp_path / "f.csv"
    path.write_text(lines(LINE, headings=HEADINGS))
    workspace = open_duckdb()
    read_files(workspace, [path])
    assert _tables(workspace) >= {"allocations", "declarations"}
    assert list(collect(kept(workspace, "allocations"))) == list(ALLOCATIONS)


def test_nothing_else_of_the_messages_stays_behind(tmp_path: Path) -> None:
    path = tmp_path / "b.xml"
    path.write_bytes(message("301", client("p1", allocated("2024-01-01"))))
    workspace = open_duckdb()
    with pytest.raises(NothingAccepted):
        read_files(workspace, [path])
    assert not [name for name in _tables(workspace) if name.startswith("ijw_")]


def _tables(workspace: Workspace) -> set[str]:
    return {name for (name,) in workspace.session.sql("SHOW TABLES").fetchall()}


def test_whoever_brings_no_declaration_hears_what_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "b.xml"
    path.write_bytes(message("305", client("p1", started("2024-01-09"))))
    with pytest.raises(NothingAccepted) as refused:
        read_files(open_duckdb(), [path])
    assert "JW323" in explain(refused.value)
