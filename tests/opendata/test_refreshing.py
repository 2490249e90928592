"""From publishers to an edition: again, with faults, and stopped halfway."""

from pathlib import Path

import duckdb
import pandas as pd
import pytest

from core.errors import NothingFetched, SourceNotUsable
from core.opendata.client import open_client
from core.opendata.editions import list_editions
from core.opendata.refreshing import Outcome, refresh
from core.opendata.shelf import figures_of, sources_of
from tests.opendata.faults import status
from tests.opendata.published import everything
from tests.opendata.published_files import files
from tests.opendata.refreshed import DAY, QUICK, fetched, value
from tests.opendata.server import Fault, Server, serve


def test_tables_that_are_not_there_are_named_with_why(outcome: Outcome) -> None:
    rows = outcome.absent.set_index("source")
    assert rows.loc["84135NED", "reason"] == "not_found"
    assert not rows.loc["82969NED", "verified"]
    came = set(sources_of(outcome.shelf)["source"])
    assert {"85099NED", "45067NED", "03-alle-vestigingen-bo.csv"} <= came
    assert not came & set(rows.index)


def test_anybody_can_read_an_edition(outcome: Outcome) -> None:
    folder = outcome.shelf.folder
    assert folder.stat().st_mode & 0o055 == 0o055
    query = f"select count(*) from '{folder / 'figures.parquet'}' where topic = 'spending'"  # noqa: S608
    [(rows,)] = duckdb.connect().execute(query).fetchall()
    assert rows == len(figures_of(outcome.shelf, "spending"))


def test_nothing_is_fetched_again_that_did_not_change(publisher: Server, tmp_path: Path) -> None:
    first = fetched(publisher, tmp_path)
    publisher.asked.clear()
    again = fetched(publisher, tmp_path, "2026-11-23")
    assert publisher.requests("TypedDataSet") == 0
    assert publisher.requests("DataProperties") == 0
    for topic in ("youth_with_care", "spending"):
        before, after = figures_of(first.shelf, topic), figures_of(again.shelf, topic)
        pd.testing.assert_frame_equal(before, after)
    assert [shelf.edition for shelf in list_editions(tmp_path)] == ["2026-11-23", DAY]


def test_a_fault_in_one_table_leaves_the_others(tmp_path: Path) -> None:
    with serve(everything(), files()) as server:
        server.faults.append(Fault("85101NED/TypedDataSet", status(503)))
        server.faults.append(Fault("85099NED/DataProperties", status(403)))
        outcome = fetched(server, tmp_path)
    reasons = dict(zip(outcome.absent["source"], outcome.absent["reason"], strict=True))
    assert (reasons["85101NED"], reasons["85099NED"]) == ("busy", "refused")
    assert value(outcome.shelf, "youth_with_care", "GM9801", 2020, "all") == 500.0
    assert figures_of(outcome.shelf, "youth_with_several").empty


def test_where_nothing_can_be_kept_no_table_is_passed_by(tmp_path: Path) -> None:
    (tmp_path / "fetched").write_text("a file where a folder belongs")
    with serve(everything(), files()) as server, pytest.raises(SourceNotUsable) as error:
        fetched(server, tmp_path)
    assert error.value.reason == "no_room"
    assert list_editions(tmp_path) == ()


def test_without_regions_there_is_no_edition(tmp_path: Path) -> None:
    with serve(everything()[1:]) as server, pytest.raises(NothingFetched):
        fetched(server, tmp_path)
    assert list_editions(tmp_path) == ()


def test_stopping_halfway_leaves_no_edition(publisher: Server, tmp_path: Path) -> None:
    class Stop(Exception):
        """What a stopped task raises."""

    def tell(step: str, _share: float) -> None:
        if step == "write":
            raise Stop

    with (
        open_client(publisher.hosts, tmp_path / "fetched", limits=QUICK) as client,
        pytest.raises(Stop),
    ):
        refresh(client, tmp_path, DAY, tell)
    assert [path.name for path in tmp_path.iterdir()] == ["fetched"]
