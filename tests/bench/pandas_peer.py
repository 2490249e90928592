"""Plain pandas: the contract with sorts, groups and shifts, as an analyst would write it.

    python -m tests.bench.pandas_peer LINES.parquet RULES.json OUT

Reads and writes the same files as the Polars peer.
"""

import json
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

import pandas as pd

from tests.bench.pandas_chains import chained_tables

OPEN_END: Final = 1_000_000
KEY: Final = ["client_id", "provider", "care_form"]
ALLOCATION: Final = [*KEY, "municipality", "allocation", "spell"]
PERIOD: Final = [*ALLOCATION, "product", "start", "end"]
TEXTS: Final = (
    *("client_id", "municipality", "provider", "care_form", "product", "allocation"),
    *("referrer", "end_reason"),
)
OTHERS: Final = ("start", "end", "amount_cents", "is_credit", "spell", "start_source")
SOURCES: Final = ("start", "allocation", "declaration")

Rules = Mapping[str, Any]


def main(arguments: Sequence[str]) -> None:
    """Build every table from a file of lines and write it."""
    source, settings, out = map(Path, arguments)
    rules = json.loads(settings.read_text(encoding="utf-8"))
    rules["as_of"] = (date.fromisoformat(rules["as_of"]) - date(1970, 1, 1)).days
    trajectories = join_lines(net(read_lines(source, rules)), rules)
    out.mkdir(parents=True, exist_ok=True)
    for name, table in chained_tables(trajectories, rules).items():
        table.to_parquet(out / f"{name}.parquet", compression="zstd", index=False)


def read_lines(path: Path, rules: Rules) -> pd.DataFrame:
    """Read the accepted lines up to ``as_of``."""
    lines = pd.read_parquet(path, columns=[*TEXTS, *OTHERS], dtype_backend="pyarrow")
    whole = dict.fromkeys(("start", "end", "spell"), "int64")
    lines = lines.astype(whole | dict.fromkeys(TEXTS, "category"))
    lines["amount_cents"] = lines["amount_cents"].astype("Int64")
    usable = (lines["end"] > lines["start"]) & (lines["start"] <= rules["as_of"])
    return lines[usable]


def net(lines: pd.DataFrame) -> pd.DataFrame:
    """Leave out the periods that were credited in full."""
    groups = lines.groupby(PERIOD, observed=True, sort=False)
    with_sums = lines.assign(
        credits=groups["is_credit"].transform("max"), sums=groups["amount_cents"].transform("sum")
    )
    return with_sums[~(with_sums["credits"] & (with_sums["sums"] <= 0))]


def join_lines(lines: pd.DataFrame, rules: Rules) -> pd.DataFrame:
    """Join lines to trajectories, in the order everywhere and numbered from 1."""
    islands = with_islands(lines, rules)
    joined = summed_up(islands).reset_index(drop=True)
    joined = with_status(joined, rules)
    rungs = joined["care_form"].astype(object).map(rules["ladder"]).fillna(0).astype("int64")
    ranked = joined.assign(level=rungs, down=-rungs)
    order = ["client_id", "start", "down", "end", "care_form", "provider"]
    numbered = ranked.sort_values(order, ignore_index=True)
    return numbered.assign(trajectory_id=range(1, len(numbered) + 1))


def with_islands(lines: pd.DataFrame, rules: Rules) -> pd.DataFrame:
    """Sort the lines, and number the trajectories they belong to."""
    whole = lines.groupby(ALLOCATION, observed=True, sort=False)["end"].transform("max")
    reach = whole.where(lines["allocation"] != "", lines["end"])
    order = [*KEY, "start", "end", "municipality", "referrer"]
    sorted_lines = lines.assign(reach=reach).sort_values(order, ignore_index=True)
    groups = sorted_lines.groupby(KEY, observed=True, sort=False)
    next_start = groups["start"].shift(-1)
    pause = next_start - groups["reach"].cummax()
    closes = next_start.isna() | (pause > rules["merge_gap_days"])
    hole = (next_start - groups["end"].cummax()).clip(lower=0).where(~closes, 0)
    island = closes.shift(1, fill_value=False).cumsum()
    return sorted_lines.assign(island=island, hole=hole.fillna(0).astype("int64"))


def summed_up(islands: pd.DataFrame) -> pd.DataFrame:
    """Add up the lines of each trajectory, and choose its labels."""
    is_closed = islands["end"] < OPEN_END
    columns = islands.assign(
        certainty=islands["start_source"].map({word: n for n, word in enumerate(SOURCES)}),
        last_declared=(islands["end"] - 1).where(is_closed, islands["start"]),
        closed_end=islands["end"].where(is_closed, 0),
        town=islands["municipality"].where(islands["municipality"] != ""),
        sender=islands["referrer"].where(islands["referrer"] != ""),
    )
    groups = columns.groupby("island", sort=True)
    first = columns[columns["start"] == groups["start"].transform("min")]
    return groups.agg(
        client_id=("client_id", "first"),
        provider=("provider", "first"),
        care_form=("care_form", "first"),
        start=("start", "min"),
        end=("end", "max"),
        lines=("start", "size"),
        bridged_days=("hole", "sum"),
        last_declared=("last_declared", "max"),
        closed_end=("closed_end", "max"),
        municipality=("town", "first"),
        referrer=("sender", "first"),
    ).assign(
        amount_cents=groups["amount_cents"].sum(min_count=1),
        certainty=first.groupby("island")["certainty"].min(),
        stop=stops_of(columns, groups["closed_end"].transform("max")),
    )


def stops_of(islands: pd.DataFrame, last_end: "pd.Series[int]") -> "pd.Series[str]":
    """Find the end reason on the last day, the fullest where there are several."""
    filled = islands["end_reason"] != ""
    reasons = islands[filled & (islands["end"] == last_end)].astype({"end_reason": object})
    single = reasons.groupby(["island", *PERIOD], observed=True, as_index=False)["end_reason"].min()
    return single.groupby("island")["end_reason"].max()


def with_status(joined: pd.DataFrame, rules: Rules) -> pd.DataFrame:
    """Judge each trajectory as seen on ``as_of``."""
    as_of, open_end_days = rules["as_of"], rules["open_end_days"]
    is_open, last = joined["end"] == OPEN_END, joined["end"] - 1
    silent = (joined["last_declared"] < as_of - open_end_days) & (open_end_days >= 0)
    fresh = joined["stop"].isna() & (last > as_of - rules["recent_days"])
    status = pd.Series("ended", index=joined.index, dtype=object)
    status[fresh] = "too_recent"
    status[is_open | (last > as_of)] = "running"
    status[is_open & silent] = "unknown_end"
    end = joined["end"].mask(status == "unknown_end", joined["last_declared"] + 1)
    end = end.mask(status == "running", OPEN_END)
    reason = joined["stop"].where(status == "ended")
    return joined.assign(status=status, end=end, end_reason=reason)


if __name__ == "__main__":
    main(sys.argv[1:])
