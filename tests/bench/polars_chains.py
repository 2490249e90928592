"""The second half of the Polars peer: chains, steps, triggers and counts of numbered trajectories.

Takes the trajectories in the order everywhere with their labels as numbers, and gives the tables
as the application writes them: dates, and empty where there is nothing.
"""

from collections.abc import Mapping
from typing import Any, Final

import polars as pl

OPEN_END: Final = 1_000_000
NEVER: Final = -1_000_000
GROUP: Final = 1 << 22
RUNS_ON_DAYS: Final = 31
SOURCES: Final = ("start", "allocation", "declaration")
TRAJECTORIES: Final = (
    *("trajectory_id", "client_id", "municipality", "provider", "care_form", "level", "start"),
    *("end", "status", "lines", "bridged_days", "amount_cents", "referrer", "end_reason"),
    "start_source",
)
CHAINED: Final = (
    *("trajectory_id", "client_id", "chain", "position", "kind", "step", "gap_days"),
    "overlap_days",
)
TRIGGERS: Final = ("client_id", "chain", "trajectory_id", "position", "start", "status")

Rules = Mapping[str, Any]
Labels = Mapping[str, pl.Series]


def chained_tables(
    trajectories: pl.DataFrame, labels: Labels, rules: Rules
) -> dict[str, pl.DataFrame]:
    """Make every table that the application writes, by the name of its file."""
    forms = labels["care_form"]
    counts = pl.lit(~forms.is_in(rules["uncounted"])).gather(pl.col("care_form"))
    counted = with_steps(with_kinds(with_chains(trajectories.filter(counts), rules), rules), rules)
    following = counted.filter(pl.col("kind") == "next")
    uncounted = trajectories.filter(~counts).with_columns(kind=pl.lit("uncounted"))
    chained = pl.concat([counted, uncounted], how="diagonal").sort("trajectory_id")
    return {
        "trajectories": written(trajectories, labels).select(TRAJECTORIES),
        "chained": named(chained.select(CHAINED), labels, "client_id"),
        "chain_lengths": chain_lengths(following),
        "transitions": transitions(following, labels),
        "variants": variants(following, forms),
        "triggers": triggers(following, labels, rules),
    }


def with_chains(counted: pl.DataFrame, rules: Rules) -> pl.DataFrame:
    """Add the chain of each trajectory: within its client, and ``group`` over all of them."""
    shift = pl.col("client_id") * GROUP
    first = (pl.col("client_id") != pl.col("client_id").shift(1)).fill_null(value=True)
    reach = (pl.col("end") + shift).cum_max() - shift
    before = pl.when(first).then(NEVER).otherwise(pl.col("reach").shift(1))
    return (
        counted.with_columns(first=first, reach=reach)
        .with_columns(reach_before=before)
        .with_columns(pause=pl.max_horizontal(pl.col("start") - pl.col("reach_before"), 0))
        .with_columns(opens=pl.col("pause") > rules["chain_gap_days"])
        .with_columns(group=pl.col("opens").cum_sum().cast(pl.Int64))
        .with_columns(chain=since(pl.col("group"), "first"))
    )


def since(running: pl.Expr, first: str) -> pl.Expr:
    """Count anew, from 1, wherever a row says that it is the first."""
    return running - pl.when(first).then(running).forward_fill() + 1


def with_kinds(linked: pl.DataFrame, rules: Rules) -> pl.DataFrame:
    """Add kind, position, gap and overlap."""
    until = pl.min_horizontal("end", "reach_before", pl.lit(rules["as_of"] + 1))
    overlap = pl.max_horizontal(until - pl.col("start"), 0)
    within = pl.col("reach_before") >= pl.col("end")
    beside = within | (pl.col("overlap_days") > rules["parallel_days"])
    switched_on = pl.lit(not rules["count_parallel"])
    shift = pl.col("client_id") * GROUP
    anchor = pl.when("is_beside").then(NEVER).otherwise(pl.col("start"))
    near = pl.col("start") - pl.col("anchor").shift(1) <= rules["same_decision_days"]
    kind = (
        pl.when("opens")
        .then(pl.lit("next"))
        .when(near & pl.lit(rules["same_decision_days"] >= 0))
        .then(pl.lit("same_decision"))
        .when("is_beside")
        .then(pl.lit("parallel"))
        .otherwise(pl.lit("next"))
    )
    return (
        linked.with_columns(overlap_days=overlap)
        .with_columns(is_beside=beside & ~pl.col("opens") & switched_on)
        .with_columns(anchor=(anchor + shift).cum_max() - shift)
        .with_columns(kind=kind)
        .with_columns(nexts=(pl.col("kind") == "next").cum_sum().cast(pl.Int64))
        .with_columns(
            position=since(pl.col("nexts"), "opens"),
            gap_days=pl.when(~pl.col("opens")).then(pl.col("pause")),
        )
    )


def with_steps(placed: pl.DataFrame, rules: Rules) -> pl.DataFrame:
    """Add the step: rungs in force the day before, against those from the start on."""
    levels = sorted(set(rules["ladder"].values()))
    rungs = (0, *levels)
    day = (pl.col("start") != pl.col("start").shift(1)) | pl.col("opens")
    shift = pl.col("group") * GROUP
    ends = {
        f"reach_{rung}": pl.when(pl.col("level") == rung).then(pl.col("end")).otherwise(NEVER)
        for rung in rungs
    }
    so_far = {name: (end + shift).cum_max() - shift for name, end in ends.items()}
    earlier = {
        name: pl.when("opens").then(NEVER).when("day").then(pl.col(name).shift(1)).forward_fill()
        for name in ends
    }
    seen = placed.with_columns(day=day.fill_null(value=True), **so_far).with_columns(**earlier)
    latest = pl.max_horizontal(NEVER, *[pl.col(f"reach_{rung}") for rung in levels])
    return (
        seen.with_columns(latest=latest, latest_of_all=pl.max_horizontal(latest, "reach_0"))
        .with_columns(
            in_force=highest(levels, lambda reach: reach >= pl.col("start")),
            ended_last=highest(levels, lambda r: (r == pl.col("latest")) & (r > NEVER)),
            kept=highest(levels, lambda reach: reach - pl.col("start") > RUNS_ON_DAYS),
        )
        .with_columns(step=step())
    )


def highest(levels: list[int], holds: Any) -> pl.Expr:  # noqa: ANN401 - a function of expressions
    """Give the highest rung of which the reach holds; 0 when none does."""
    return pl.max_horizontal(
        0, *[pl.when(holds(pl.col(f"reach_{level}"))).then(level).otherwise(0) for level in levels]
    )


def step() -> pl.Expr:
    """Compare what was with what is."""
    before = (
        pl.when(pl.col("in_force") > 0).then(pl.col("in_force")).otherwise(pl.col("ended_last"))
    )
    after = pl.max_horizontal("level", "kept")
    return (
        pl.when(pl.col("latest_of_all") == NEVER)
        .then(pl.lit("first"))
        .when((pl.col("level") == 0) | (before == 0))
        .then(pl.lit("unranked"))
        .when(after > before)
        .then(pl.lit("up"))
        .when(after < before)
        .then(pl.lit("down"))
        .when(pl.col("latest_of_all") - pl.col("start") > RUNS_ON_DAYS)
        .then(pl.lit("beside"))
        .otherwise(pl.lit("same"))
    )


def chain_lengths(following: pl.DataFrame) -> pl.DataFrame:
    """Count chains by length."""
    lengths = following.group_by("group").agg(pl.col("client_id").first(), length=pl.len())
    return counted_by(lengths, "length", ["length", "chains", "clients"])


def counted_by(chains: pl.DataFrame, by: str, columns: list[str]) -> pl.DataFrame:
    """Count chains and their clients by a column."""
    counts = chains.group_by(by).agg(
        pl.col("length").max().alias("longest"),
        chains=pl.len().cast(pl.Int64),
        clients=pl.col("client_id").n_unique().cast(pl.Int64),
    )
    return counts.with_columns(length=pl.col("longest").cast(pl.Int64)).select(columns).sort(by)


def transitions(following: pl.DataFrame, labels: Labels) -> pl.DataFrame:
    """Count the pairs of care forms that follow each other."""
    pairs = following.with_columns(source=pl.col("care_form").shift(1)).filter(
        pl.col("position") > 1
    )
    counts = pairs.group_by("source", pl.col("care_form").alias("target")).agg(
        transitions=pl.len().cast(pl.Int64),
        clients=pl.col("client_id").n_unique().cast(pl.Int64),
        median_gap_days=pl.col("gap_days").median(),
        overlapping=(pl.col("overlap_days") > 0).sum().cast(pl.Int64),
    )
    forms = pl.lit(labels["care_form"])
    ordered = counts.sort("source", "target")
    return ordered.with_columns(
        forms.gather(pl.col(name)).alias(name) for name in ("source", "target")
    )


def variants(following: pl.DataFrame, forms: pl.Series) -> pl.DataFrame:
    """Count the routes; a route is joined once for all chains that took it."""
    chains = following.group_by("group", maintain_order=True).agg(
        pl.col("client_id").first(), pl.col("care_form"), length=pl.len()
    )
    codes = pl.col("care_form").cast(pl.List(pl.String)).list.join(",")
    routes = counted_by(
        chains.with_columns(variant=codes), "variant", ["variant", "length", "chains", "clients"]
    )
    names = [
        " > ".join(forms[int(code)] for code in route.split(",")) for route in routes["variant"]
    ]
    return routes.with_columns(pl.Series("variant", names)).sort("variant")


def triggers(following: pl.DataFrame, labels: Labels, rules: Rules) -> pl.DataFrame:
    """List the starts at the trigger and the live chains one short of it, without talks."""
    is_last = (pl.col("group") != pl.col("group").shift(-1)).fill_null(value=True)
    alive = (pl.col("end") == OPEN_END) | (
        pl.col("end") - 1 >= rules["as_of"] - rules["chain_gap_days"]
    )
    due = pl.col("position") >= rules["trigger_position"]
    soon = (pl.col("position") == rules["trigger_position"] - 1) & is_last & alive
    status = pl.when(due).then(pl.lit("unknown")).otherwise(pl.lit("attention"))
    found = following.filter(due | soon).with_columns(status=status)
    return named(found.select(TRIGGERS), labels, "client_id").with_columns(dated("start"))


def written(trajectories: pl.DataFrame, labels: Labels) -> pl.DataFrame:
    """Write trajectories as people do: labels, dates, the last day, and empty for nothing."""
    texts = ("client_id", "municipality", "provider", "care_form", "referrer", "end_reason")
    last_day = pl.when(pl.col("end") < OPEN_END).then(pl.col("end") - 1)
    return named(trajectories, labels, *texts).with_columns(
        dated("start"),
        last_day.cast(pl.Int32).cast(pl.Date).alias("end"),
        level=pl.when(pl.col("level") > 0).then(pl.col("level")),
        start_source=pl.lit(pl.Series(SOURCES)).gather(pl.col("certainty")),
    )


def named(table: pl.DataFrame, labels: Labels, *columns: str) -> pl.DataFrame:
    """Turn numbers back into labels; the empty one becomes nothing."""
    filled = {name: labels[name].replace("", None) for name in columns}
    return table.with_columns(
        pl.lit(filled[name]).gather(pl.col(name)).alias(name) for name in columns
    )


def dated(name: str) -> pl.Expr:
    """Turn a day number into a date."""
    return pl.col(name).cast(pl.Int32).cast(pl.Date)
