"""The peers of the benchmark answer the same question as the application: equal, row for row."""

import json
from dataclasses import dataclass
from pathlib import Path

import duckdb
import polars as pl
import pytest

from core.__main__ import main
from core.frames import open_duckdb
from core.reading.delivery import read_files
from tests.bench import pandas_peer, polars_peer
from tests.bench.equality import TABLES, differences

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "tests" / "golden" / "example"
PEERS = {"polars": polars_peer.main, "pandas": pandas_peer.main}
every_peer = pytest.mark.parametrize("peer", PEERS)

SLICE = """
    COPY (SELECT * FROM read_parquet($region) WHERE hash(client_id) % 20 = 0 ORDER BY hash(row))
    TO '{lines}' (FORMAT parquet)"""
TWICE = """
    COPY (SELECT * REPLACE (if(row % 3 = 0, 'R' || (row // 6), '') AS reference)
    FROM read_parquet($lines)) TO '{target}' (FORMAT parquet)"""


@dataclass(frozen=True, slots=True)
class Case:
    """Lines, and the folder with what the application made of them."""

    lines: Path
    ours: Path


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """Give the worked example as declarations, with its rules."""
    folder = tmp_path_factory.mktemp("example")
    workspace = open_duckdb()
    read_files(workspace, [EXAMPLE / "lines.csv"])
    lines = folder / "lines.parquet"
    workspace.session.table("declarations").write_parquet(str(lines))
    rules = ("--rules", str(EXAMPLE / "rules.toml"), "--as-of", "2024-12-31")
    return analysed(lines, folder / "ours", *rules)


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """Give one in twenty clients of the sample region, in no order."""
    folder = tmp_path_factory.mktemp("region")
    lines = folder / "lines.parquet"
    given = {"region": str(ROOT / "sample_data" / "region.parquet")}
    duckdb.connect().execute(SLICE.format(lines=lines), given)
    return analysed(lines, folder / "ours")


def analysed(lines: Path, out: Path, *more: str) -> Case:
    """Run the application on lines."""
    assert main(["analyse", str(lines), "--out", str(out), "--format", "parquet", *more]) == 0
    return Case(lines, out)


def run_peer(peer: str, case: Case, out: Path) -> list[str]:
    """Run a peer on a case and name the tables in which it differs from ours."""
    PEERS[peer]([str(case.lines), str(case.ours / "rules.json"), str(out)])
    return differences(case.ours, out)


@every_peer
def test_a_peer_gives_the_worked_example(peer: str, example: Case, tmp_path: Path) -> None:
    assert run_peer(peer, example, tmp_path) == []
    assert pl.read_parquet(tmp_path / "trajectories.parquet").height == 11


@every_peer
def test_a_peer_gives_a_slice_of_the_region(peer: str, region: Case, tmp_path: Path) -> None:
    assert run_peer(peer, region, tmp_path) == []
    assert all(pl.read_parquet(tmp_path / f"{name}.parquet").height for name in TABLES)


@every_peer
@pytest.mark.parametrize(
    "changed",
    [
        {"merge_gap_days": 0, "chain_gap_days": 31},
        {"count_parallel": True, "same_decision_days": -1},
        {"parallel_days": 0, "same_decision_days": 31, "trigger_position": 2},
        {"open_end_days": -1, "recent_days": 0},
    ],
    ids=str,
)
def test_a_peer_follows_other_rules(
    peer: str, changed: dict[str, int | bool], region: Case, tmp_path: Path
) -> None:
    rules = tmp_path / "rules.toml"
    settings = (f"{name} = {json.dumps(value)}" for name, value in changed.items())
    rules.write_text("\n".join(settings), encoding="utf-8")
    other = analysed(region.lines, tmp_path / "ours", "--rules", str(rules))
    assert run_peer(peer, other, tmp_path / "theirs") == []
    assert differences(region.ours, other.ours)


def test_a_difference_is_seen(region: Case, tmp_path: Path) -> None:
    assert run_peer("polars", region, tmp_path) == []
    steps = pl.read_parquet(tmp_path / "chained.parquet")
    wrong = steps.with_columns(step=pl.when(trajectory_id=1).then(pl.lit("up")).otherwise("step"))
    wrong.write_parquet(tmp_path / "chained.parquet")
    pl.read_parquet(tmp_path / "variants.parquet").head(3).write_parquet(
        tmp_path / "variants.parquet"
    )
    assert [said.partition(":")[0] for said in differences(region.ours, tmp_path)] == [
        "chained",
        "variants",
    ]


def test_the_polars_peer_drops_what_was_delivered_twice(region: Case, tmp_path: Path) -> None:
    lines = tmp_path / "lines.parquet"
    duckdb.connect().execute(TWICE.format(target=lines), {"lines": str(region.lines)})
    kept = polars_peer.without_duplicates(pl.scan_parquet(lines)).collect()
    naive: dict[tuple[str, str, bool], int] = {}
    expected = []
    for line in pl.read_parquet(lines).sort("row").iter_rows(named=True):
        key = (line["provider"], line["reference"], line["is_credit"])
        if not line["reference"] or naive.setdefault(key, line["row"]) == line["row"]:
            expected.append(line["row"])
    assert sorted(kept["row"].to_list()) == expected
    assert len(expected) < pl.read_parquet(lines).height
