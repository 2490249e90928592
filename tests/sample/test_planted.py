"""The planted clients: the model finds exactly what was written out for them."""

import csv
import re
from collections.abc import Hashable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from core.frames import collect
from core.sample.patterns import PATTERNS, Pattern
from core.sample.planted import planted_clients
from core.tables import OPEN_END
from core.trajectories.calendar import date_of
from tests.sample.conftest import SAMPLE, Shipped

GOLDEN = Path(__file__).parents[1] / "golden" / "sample_planted.csv"
SEED = 1

every_pattern = pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.name)


@every_pattern
def test_each_client_of_a_pattern_has_the_answer_that_is_known(
    pattern: Pattern, shipped: Shipped
) -> None:
    wanted = _golden()[pattern.name]
    rows = shipped.chained.merge(
        shipped.triggers[["trajectory_id", "status"]].rename(columns={"status": "trigger"}),
        on="trajectory_id",
        how="left",
    )
    for client in planted_clients(SEED, pattern.name):
        found = rows[rows["client_id"] == client].sort_values("trajectory_id")
        assert [_written(row) for row in found.to_dict("records")] == wanted


def test_every_pattern_has_an_answer() -> None:
    assert {name for name, rows in _golden().items() if not rows} == {"fully_credited"}


def test_planted_pseudonyms_are_opaque_and_all_different() -> None:
    everyone = [client for pattern in PATTERNS for client in planted_clients(SEED, pattern.name)]
    assert len(set(everyone)) == len(everyone) == sum(pattern.clients for pattern in PATTERNS)
    assert all(len(client) == 32 and set(client) <= set("0123456789abcdef") for client in everyone)


def test_credited_care_is_declared_and_yet_no_care(shipped: Shipped) -> None:
    clients = planted_clients(SEED, "fully_credited")
    lines = shipped.lines[shipped.lines["client_id"].isin(clients)]
    assert lines["allocation"].nunique() == 20
    assert lines["amount_cents"].sum() == 0
    assert not shipped.chained["client_id"].isin(clients).any()


def test_only_the_planted_chains_are_ten_long_and_none_is_longer(shipped: Shipped) -> None:
    following = shipped.chained[shipped.chained["kind"] == "next"]
    lengths = following.groupby(["client_id", "chain"]).size()
    longest = lengths[lengths == lengths.max()]
    assert lengths.max() == 10
    assert sorted(client for client, _ in longest.index) == sorted(
        planted_clients(SEED, "ten_in_a_row")
    )


def test_a_contract_split_is_one_trajectory_of_two_allocations(shipped: Shipped) -> None:
    clients = planted_clients(SEED, "contract_split")
    lines = shipped.lines[shipped.lines["client_id"].isin(clients)]
    assert (lines.groupby("client_id")["allocation"].nunique() == 2).all()


def test_a_correction_leaves_half_the_amount(shipped: Shipped) -> None:
    clients = planted_clients(SEED, "corrected")
    lines = shipped.lines[shipped.lines["client_id"].isin(clients)]
    debits = lines[~lines["is_credit"]].groupby("client_id")["amount_cents"].max()
    kept = shipped.chained.set_index("client_id")["amount_cents"]
    assert all(kept[client] == 3 * debits[client] // 2 for client in clients)


def test_a_provider_hands_everything_over_on_one_day(shipped: Shipped) -> None:
    """The last of the old provider and a wave of starts at the new one lie on 1 July 2022."""
    old, new = "98010145", "98010194"
    assert shipped.lines[shipped.lines["provider"] == old]["start"].max() < _day("2022-07-01")
    starts = collect(shipped.chained_frame)
    begun = starts[(starts["provider"] == new) & (starts["start"] > _day("2020-01-01"))]
    ours = begun.groupby("start").size()
    assert ours.idxmax() == _day("2022-07-01")


def _golden() -> dict[str, list[dict[str, str]]]:
    answers: dict[str, list[dict[str, str]]] = {pattern.name: [] for pattern in PATTERNS}
    with GOLDEN.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            answers[row.pop("pattern")].append(row)
    return answers


def _written(row: Mapping[Hashable, Any]) -> dict[str, str]:
    """Write a trajectory as the golden file does: days as dates, what is missing as nothing."""
    end = int(row["end"])
    days = {
        "start": date_of(int(row["start"])).isoformat(),
        "last": "" if end == OPEN_END else date_of(end - 1).isoformat(),
    }
    texts = ("care_form", "status", "kind", "step", "trigger")
    numbers = ("lines", "bridged_days", "chain", "position", "gap_days", "overlap_days")
    return {
        **{name: "" if pd.isna(row[name]) else str(row[name]) for name in texts},
        **{name: "" if pd.isna(row[name]) else str(int(row[name])) for name in numbers},
        **days,
    }


def _day(text: str) -> int:
    return (date.fromisoformat(text) - date_of(0)).days


def test_the_readme_lists_every_pattern() -> None:
    readme = (SAMPLE / "README.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `(\w+)` \| (\d+) \| (\d{4}) \|", readme, flags=re.MULTILINE)
    assert listed == [(p.name, str(p.clients), p.place) for p in PATTERNS]
