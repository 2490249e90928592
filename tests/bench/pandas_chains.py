"""The second half of the pandas peer: chains, steps, triggers and counts of trajectories."""

from collections.abc import Mapping
from typing import Any, Final

import pandas as pd

OPEN_END: Final = 1_000_000
NEVER: Final = -1_000_000
RUNS_ON_DAYS: Final = 31
SOURCES: Final = ("start", "allocation", "declaration")
TRAJECTORIES: Final = [
    *("trajectory_id", "client_id", "municipality", "provider", "care_form", "level", "start"),
    *("end", "status", "lines", "bridged_days", "amount_cents", "referrer", "end_reason"),
    "start_source",
]
CHAINED: Final = [
    *("trajectory_id", "client_id", "chain", "position", "kind", "step", "gap_days"),
    "overlap_days",
]
TRIGGERS: Final = ["client_id", "chain", "trajectory_id", "position", "start", "status"]
CHAIN: Final = ["client_id", "chain"]

Rules = Mapping[str, Any]


def chained_tables(trajectories: pd.DataFrame, rules: Rules) -> dict[str, pd.DataFrame]:
    """Make every table that the application writes, by the name of its file."""
    trajectories["client_id"] = trajectories["client_id"].astype(str)
    trajectories["care_form"] = trajectories["care_form"].astype(str)
    left_out = trajectories["care_form"].isin(rules["uncounted"])
    counted = with_steps(with_kinds(with_chains(trajectories[~left_out], rules), rules), rules)
    following = counted[counted["kind"] == "next"]
    uncounted = trajectories[left_out].assign(kind="uncounted")
    chained = pd.concat([counted, uncounted]).sort_values("trajectory_id")
    whole = dict.fromkeys(("chain", "position", "gap_days", "overlap_days"), "Int64")
    return {
        "trajectories": written(trajectories)[TRAJECTORIES],
        "chained": chained[CHAINED].astype(whole),
        "chain_lengths": chain_lengths(following),
        "transitions": transitions(following),
        "variants": variants(following),
        "triggers": triggers(following, rules),
    }


def with_chains(counted: pd.DataFrame, rules: Rules) -> pd.DataFrame:
    """Add the chain of each trajectory."""
    reach = counted.groupby("client_id", sort=False)["end"].cummax()
    before = reach.groupby(counted["client_id"], sort=False).shift(1).fillna(NEVER)
    pause = (counted["start"] - before).clip(lower=0).astype("int64")
    opens = pause > rules["chain_gap_days"]
    chain = opens.groupby(counted["client_id"], sort=False).cumsum()
    return counted.assign(
        reach_before=before.astype("int64"), pause=pause, opens=opens, chain=chain.astype("int64")
    )


def with_kinds(linked: pd.DataFrame, rules: Rules) -> pd.DataFrame:
    """Add kind, position, gap and overlap."""
    ends = linked[["end", "reach_before"]].min(axis=1).clip(upper=rules["as_of"] + 1)
    overlap = (ends - linked["start"]).clip(lower=0)
    within = linked["reach_before"] >= linked["end"]
    beside = ~linked["opens"] & ((overlap > rules["parallel_days"]) | within)
    beside &= not rules["count_parallel"]
    anchors = linked["start"].mask(beside, NEVER).groupby(linked["client_id"], sort=False).cummax()
    anchor = anchors.groupby(linked["client_id"], sort=False).shift(1).fillna(NEVER)
    near = linked["start"] - anchor <= rules["same_decision_days"]
    kind = pd.Series("next", index=linked.index, dtype=object).mask(beside, "parallel")
    kind = kind.mask(near & (rules["same_decision_days"] >= 0), "same_decision")
    placed = linked.assign(overlap_days=overlap, kind=kind.mask(linked["opens"], "next"))
    placed["is_next"] = (placed["kind"] == "next").astype("int64")
    placed["position"] = placed.groupby(CHAIN, sort=False)["is_next"].cumsum()
    placed["gap_days"] = placed["pause"].astype("Int64").mask(placed["opens"])
    return placed


def with_steps(placed: pd.DataFrame, rules: Rules) -> pd.DataFrame:
    """Add the step: rungs in force the day before, against those from the start on."""
    levels = sorted(set(rules["ladder"].values()))
    reaches = {rung: reach_of(placed, rung) for rung in (0, *levels)}
    latest = pd.concat([reaches[rung] for rung in levels], axis=1).max(axis=1)
    latest_of_all = pd.concat([latest, reaches[0]], axis=1).max(axis=1)
    in_force, ended_last, kept = (pd.Series(0, index=placed.index) for _ in range(3))
    for rung in levels:
        reach = reaches[rung]
        in_force = in_force.mask(reach >= placed["start"], rung)
        ended_last = ended_last.mask((reach == latest) & (reach > NEVER), rung)
        kept = kept.mask(reach - placed["start"] > RUNS_ON_DAYS, rung)
    before = in_force.where(in_force > 0, ended_last)
    after = kept.where(kept > placed["level"], placed["level"])
    step = pd.Series("same", index=placed.index, dtype=object)
    step = step.mask(latest_of_all - placed["start"] > RUNS_ON_DAYS, "beside")
    step = step.mask(after < before, "down").mask(after > before, "up")
    step = step.mask((placed["level"] == 0) | (before == 0), "unranked")
    return placed.assign(step=step.mask(latest_of_all == NEVER, "first"))


def reach_of(placed: pd.DataFrame, rung: int) -> "pd.Series[int]":
    """Give the latest end on a rung among care of the chain that began on an earlier day."""
    ends = placed["end"].where(placed["level"] == rung, NEVER)
    keys = [placed["client_id"], placed["chain"]]
    before = ends.groupby(keys, sort=False).cummax().groupby(keys, sort=False).shift(1)
    earlier = before.fillna(NEVER).astype("int64")
    return earlier.groupby([*keys, placed["start"]], sort=False).transform("first")


def chain_lengths(following: pd.DataFrame) -> pd.DataFrame:
    """Count chains by length."""
    lengths = following.groupby(CHAIN, sort=False).size().rename("length").reset_index()
    groups = lengths.groupby("length", as_index=False)
    return groups.agg(chains=("chain", "size"), clients=("client_id", "nunique"))


def transitions(following: pd.DataFrame) -> pd.DataFrame:
    """Count the pairs of care forms that follow each other."""
    pairs = following.assign(
        source=following.groupby(CHAIN, sort=False)["care_form"].shift(1),
        target=following["care_form"],
        overlapping=(following["overlap_days"] > 0).astype("int64"),
    ).query("position > 1")
    return pairs.groupby(["source", "target"], as_index=False).agg(
        transitions=("target", "size"),
        clients=("client_id", "nunique"),
        median_gap_days=("gap_days", "median"),
        overlapping=("overlapping", "sum"),
    )


def variants(following: pd.DataFrame) -> pd.DataFrame:
    """Count the routes."""
    chains = following.groupby(CHAIN, sort=False)["care_form"].agg([" > ".join, "size"])
    chains = chains.reset_index().rename(columns={"join": "variant", "size": "length"})
    return chains.groupby("variant", as_index=False).agg(
        length=("length", "max"), chains=("chain", "size"), clients=("client_id", "nunique")
    )


def triggers(following: pd.DataFrame, rules: Rules) -> pd.DataFrame:
    """List the starts at the trigger and the live chains one short of it, without talks."""
    is_last = following.groupby(CHAIN, sort=False)["start"].shift(-1).isna()
    horizon = rules["as_of"] - rules["chain_gap_days"]
    alive = (following["end"] == OPEN_END) | (following["end"] - 1 >= horizon)
    due = following["position"] >= rules["trigger_position"]
    soon = (following["position"] == rules["trigger_position"] - 1) & is_last & alive
    status = pd.Series("attention", index=following.index, dtype=object).mask(due, "unknown")
    found = following.assign(status=status)[due | soon]
    return found.assign(start=dates_of(found["start"]))[TRIGGERS]


def written(trajectories: pd.DataFrame) -> pd.DataFrame:
    """Write trajectories as people do: dates, the last day, and empty for nothing."""
    return trajectories.assign(
        start=dates_of(trajectories["start"]),
        end=dates_of((trajectories["end"] - 1).where(trajectories["end"] < OPEN_END)),
        level=trajectories["level"].astype("Int64").where(trajectories["level"] > 0),
        start_source=trajectories["certainty"].map(dict(enumerate(SOURCES))),
        provider=trajectories["provider"].astype(object).replace("", None),
        municipality=trajectories["municipality"].astype(object),
        referrer=trajectories["referrer"].astype(object),
    )


def dates_of(days: "pd.Series[int]") -> "pd.Series[Any]":
    """Turn day numbers into dates."""
    return pd.to_datetime(days, unit="D").dt.date
