"""The peer to beat: the contract in Polars by hand, with one sort of the lines.

    python -m tests.bench.polars_peer LINES.parquet RULES.json OUT

Takes declaration lines (``DECLARATIONS``, and ``reference`` where there is one) and settled rules,
and writes the tables of the model as Parquet. Labels become numbers in order of their text, so
that everything after the first step works on whole numbers. A window over groups is one running
maximum over the whole sorted table: the number of the group, times more than any day, is added.
"""

import json
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

import polars as pl

from tests.bench.polars_chains import chained_tables

OPEN_END: Final = 1_000_000
DAYS: Final = 1 << 20
GROUP: Final = 1 << 22
FIRST_DAY: Final = 7_305
LAST_DAY: Final = 47_846
SOURCES: Final = ("start", "allocation", "declaration")
LABELS: Final = (
    *("client_id", "municipality", "provider", "care_form", "product", "allocation"),
    *("referrer", "end_reason"),
)
NUMBERS: Final = ("start", "end", "amount_cents", "is_credit", "spell", "start_source")
ALLOCATION: Final = ("key", "municipality", "allocation", "spell")
PERIOD: Final = (*ALLOCATION, "product", "place")

Rules = Mapping[str, Any]
Labels = Mapping[str, pl.Series]


def main(arguments: Sequence[str]) -> None:
    """Build every table from a file of lines and write it."""
    source, settings, out = map(Path, arguments)
    rules = read_rules(settings)
    lines, labels = read_lines(source, rules)
    trajectories = join_lines(net(lines), labels, rules)
    out.mkdir(parents=True, exist_ok=True)
    for name, table in chained_tables(trajectories, labels, rules).items():
        table.write_parquet(out / f"{name}.parquet", compression="zstd")


def read_rules(path: Path) -> Rules:
    """Read settled rules as the application writes them; ``as_of`` becomes a day number."""
    rules = json.loads(path.read_text(encoding="utf-8"))
    day = date.fromisoformat(rules["as_of"]) - date(1970, 1, 1)
    return rules | {"as_of": day.days}


def read_lines(path: Path, rules: Rules) -> tuple[pl.DataFrame, Labels]:
    """Read the accepted lines up to ``as_of``, without duplicates, and number their labels."""
    scan = pl.scan_parquet(path)
    if "reference" in scan.collect_schema().names():
        scan = without_duplicates(scan)
    lines = scan.filter(accepted(), pl.col("start") <= rules["as_of"])
    read = lines.select(*[pl.col(name).fill_null("") for name in LABELS], *NUMBERS).collect()
    labels = {name: labels_of(read[name]) for name in LABELS}
    codes = [numbered(read[name], labels[name]) for name in LABELS]
    place = pl.col("start") * DAYS + pl.col("end")
    width = len(labels["provider"]), len(labels["care_form"])
    key = (pl.col("client_id") * width[0] + pl.col("provider")) * width[1] + pl.col("care_form")
    return read.with_columns(codes).with_columns(key=key, place=place), labels


def accepted() -> pl.Expr:
    """Say whether a line that was read before can be used."""
    plausible = pl.col("start").is_between(FIRST_DAY, LAST_DAY + 1)
    ends = pl.col("end").is_between(FIRST_DAY, LAST_DAY + 1) | (pl.col("end") == OPEN_END)
    filled = (pl.col("client_id") != "") & (pl.col("care_form") != "")
    return filled & plausible & ends & (pl.col("end") > pl.col("start"))


def without_duplicates(lines: pl.LazyFrame) -> pl.LazyFrame:
    """Keep the first accepted line of each sender and reference, debit and credit apart."""
    first = pl.col("row").min().over("provider", "reference", "is_credit")
    named = pl.col("reference").fill_null("") != ""
    return lines.filter(accepted()).filter(~named | (pl.col("row") == first))


def labels_of(column: pl.Series) -> pl.Series:
    """List the different labels in order of their text, the empty one first."""
    filled = column.unique().sort()
    return pl.concat([pl.Series([""]), filled.filter(filled != "")]).alias(column.name)


def numbered(column: pl.Series, labels: pl.Series) -> pl.Series:
    """Replace labels by their place in the list, so that numbers compare as their texts do."""
    return column.cast(pl.Enum(labels)).to_physical().cast(pl.Int64)


def net(lines: pl.DataFrame) -> pl.DataFrame:
    """Leave out the periods that were credited in full; only those with a credit are added up."""
    doubtful = lines.filter("is_credit").select(PERIOD).unique()
    sums = lines.join(doubtful, on=PERIOD, how="semi").group_by(PERIOD)
    gone = sums.agg(pl.col("amount_cents").sum()).filter(pl.col("amount_cents") <= 0)
    return lines.join(gone, on=PERIOD, how="anti")


def join_lines(lines: pl.DataFrame, labels: Labels, rules: Rules) -> pl.DataFrame:
    """Join lines to trajectories, in the order everywhere and numbered from 1."""
    islands = with_islands(lines, rules)
    joined = summed_up(islands, labels).join(stops_of(islands, labels), on="island", how="left")
    judged = with_status(with_labels(joined, labels), rules, labels["care_form"])
    order = ("client_id", "start", -pl.col("level"), "end", "care_form", "provider")
    return judged.sort(*order).with_columns(
        trajectory_id=pl.int_range(1, pl.len() + 1, dtype=pl.Int64)
    )


def with_islands(lines: pl.DataFrame, rules: Rules) -> pl.DataFrame:
    """Sort the lines once, and number the trajectories they belong to."""
    whole = pl.col("end").max().over(ALLOCATION)
    reach = pl.when(pl.col("allocation") > 0).then(whole).otherwise(pl.col("end"))
    shift = pl.col("group") * GROUP
    next_start = pl.col("start").shift(-1)
    is_last = (pl.col("group") != pl.col("group").shift(-1)).fill_null(value=True)
    pause, hole = next_start - pl.col("reach"), next_start - pl.col("covered")
    closes = is_last | (pause > rules["merge_gap_days"])
    return (
        lines.with_columns(reach=reach)
        .sort("key", "place")
        .with_columns(
            group=(pl.col("key") != pl.col("key").shift(1)).fill_null(value=True).cum_sum()
        )
        .with_columns(group=pl.col("group").cast(pl.Int64))
        .with_columns(
            reach=(pl.col("reach") + shift).cum_max() - shift,
            covered=(pl.col("end") + shift).cum_max() - shift,
        )
        .with_columns(closes=closes)
        .with_columns(
            island=pl.col("closes").shift(1, fill_value=False).cum_sum().set_sorted(),
            hole=pl.when("closes").then(0).otherwise(pl.max_horizontal(hole, 0)),
            certainty=pl.col("start") * len(SOURCES) + certainty(),
        )
    )


def certainty() -> pl.Expr:
    """Number the source of a start, the most certain first."""
    words = pl.Series(SOURCES)
    place = pl.col("start_source").replace_strict(words, [0, 1, 2], default=2)
    return place.cast(pl.Int64)


def summed_up(islands: pl.DataFrame, labels: Labels) -> pl.DataFrame:
    """Add up the lines of each trajectory; its first labels come out of packed numbers."""
    closed = pl.when(pl.col("end") < OPEN_END)
    town = pl.col("place") * len(labels["municipality"]) + pl.col("municipality")
    referral = town * len(labels["referrer"]) + pl.col("referrer")
    return islands.group_by("island").agg(
        pl.col("key", "start").first(),
        pl.col("end").max(),
        pl.col("hole").sum().alias("bridged_days"),
        pl.col("certainty").min() % len(SOURCES),
        pl.len().cast(pl.Int64).alias("lines"),
        pl.when(pl.col("amount_cents").count() > 0)
        .then(pl.col("amount_cents").sum())
        .alias("amount_cents"),
        last_declared=closed.then(pl.col("end") - 1).otherwise(pl.col("start")).max(),
        closed_end=closed.then(pl.col("end")).otherwise(0).max(),
        municipality=pl.when(pl.col("municipality") > 0).then(town).min(),
        referrer=pl.when(pl.col("referrer") > 0).then(referral).min(),
    )


def stops_of(islands: pl.DataFrame, labels: Labels) -> pl.DataFrame:
    """Find the end reason on the last day that has one, the fullest where there are several."""
    width = len(labels["end_reason"])
    reasons = islands.filter(pl.col("end_reason") > 0, pl.col("end") < OPEN_END)
    single = reasons.group_by("island", *PERIOD, "end").agg(pl.col("end_reason").min())
    latest = (pl.col("end") * width + pl.col("end_reason")).max()
    return single.group_by("island").agg(latest.alias("stop"))


def with_labels(joined: pl.DataFrame, labels: Labels) -> pl.DataFrame:
    """Take the packed numbers apart again."""
    width = {name: len(column) for name, column in labels.items()}
    stop = pl.col("stop")
    on_last_day = (stop // width["end_reason"] == pl.col("closed_end")).fill_null(value=False)
    return joined.with_columns(
        care_form=pl.col("key") % width["care_form"],
        provider=pl.col("key") // width["care_form"] % width["provider"],
        client_id=pl.col("key") // (width["care_form"] * width["provider"]),
        municipality=(pl.col("municipality") % width["municipality"]).fill_null(0),
        referrer=(pl.col("referrer") % width["referrer"]).fill_null(0),
        stop=pl.when(on_last_day).then(stop % width["end_reason"]).otherwise(0),
    )


def with_status(joined: pl.DataFrame, rules: Rules, forms: pl.Series) -> pl.DataFrame:
    """Judge each trajectory as seen on ``as_of``, and give it its rung of the ladder."""
    rungs = [rules["ladder"].get(form, 0) for form in forms]
    as_of, open_end_days = rules["as_of"], rules["open_end_days"]
    is_open, last = pl.col("end") == OPEN_END, pl.col("end") - 1
    silent = pl.lit(open_end_days >= 0) & (pl.col("last_declared") < as_of - open_end_days)
    status = (
        pl.when(is_open & silent)
        .then(pl.lit("unknown_end"))
        .when(is_open | (last > as_of))
        .then(pl.lit("running"))
        .when((pl.col("stop") == 0) & (last > as_of - rules["recent_days"]))
        .then(pl.lit("too_recent"))
        .otherwise(pl.lit("ended"))
    )
    end = (
        pl.when(pl.col("status") == "unknown_end")
        .then(pl.col("last_declared") + 1)
        .when(pl.col("status") == "running")
        .then(OPEN_END)
        .otherwise(pl.col("end"))
    )
    level = pl.lit(pl.Series(rungs, dtype=pl.Int64)).gather(pl.col("care_form"))
    judged = joined.with_columns(status=status, level=level).with_columns(end=end)
    ended = pl.col("status") == "ended"
    return judged.with_columns(end_reason=pl.when(ended).then("stop").otherwise(0))


if __name__ == "__main__":
    main(sys.argv[1:])
