"""Quality labels: whether the data carry a picture about a topic, with one sentence why.

A topic lacks something in a share of the lines or trajectories that it is about:

    duration   trajectories without a known end, of those that no longer run
    order      lines of which only the day of declaring is known
    referrer   trajectories without a referrer
    money      lines without an amount
    volume     lines without an amount of care
    sides      lines that municipality and provider do not have alike
    freshness  lines that begin after ``as_of``

Up to MIND_FROM of that is good, up to WEAK_FROM asks to mind it, beyond is weak. The 20% is that
from which shares by referrer come with a warning first, the 5% that of unknown product codes.
"""

from collections.abc import Mapping
from typing import Final

import narwhals.stable.v2 as nw
import pandas as pd

from core.disclosure import MINIMUM_PERSONS, share_of
from core.frames import Frame, collect
from core.tables import MISSING, TOPIC_COUNTS
from core.text.labels import sentence, word

TOPICS: Final = ("duration", "order", "referrer", "money", "volume", "sides", "freshness")

GOOD: Final = "good"
MIND: Final = "mind"
WEAK: Final = "weak"

MIND_FROM: Final = 0.05
WEAK_FROM: Final = 0.20
MOSTLY_ALONE: Final = 0.5


def count_topics(declarations: Frame, trajectories: Frame, as_of: int) -> pd.DataFrame:
    """Count what every topic is about and what of it lacks something (``TOPIC_COUNTS``).

    Computes: one pass over the lines and one over the trajectories, for all pages together. Give it
    to ``protect`` with ``Shape(counts=["number"])`` and the result of that to ``label_rows``.
    """
    agreed = (nw.col("side") == "both") & (nw.col("amount_cents") == nw.col("counterpart_cents"))
    of_lines = {
        "order": ~nw.col("dated"),
        "money": nw.col("amount_cents").is_null(),
        "volume": nw.col("volume").is_null(),
        "sides": ~agreed.fill_null(value=False),
        "freshness": nw.col("start") > as_of,
    }
    silent = nw.col("status") == "unknown_end"
    rows = [
        *_counted(declarations, of_lines),
        *_counted(trajectories.filter(nw.col("status") != "running"), {"duration": silent}),
        *_counted(trajectories, {"referrer": nw.col("referrer") == MISSING}),
    ]
    return pd.DataFrame(rows, columns=[*TOPIC_COUNTS])


def label_rows(published: pd.DataFrame) -> pd.DataFrame:
    """Judge every topic of a published ``TOPIC_COUNTS``: a row a topic, in the order of TOPICS.

    Adds ``mark`` (good, mind or weak), ``share`` (missing when it may not be shown), ``word`` (the
    mark with its sign, as colour alone says nothing) and ``sentence``.
    """
    topics = [published[published["topic"] == topic].set_index("part") for topic in TOPICS]
    return pd.DataFrame([_judged(*pair) for pair in zip(TOPICS, topics, strict=True)])


def mark_of(share: float | None) -> str:
    """Judge the share that lacks something, in whole percents as people read it.

    Of a share that may not be shown nobody can be sure, so that one is to be minded.
    """
    if share is None:
        return MIND
    if round(share, 2) > WEAK_FROM:
        return WEAK
    return MIND if round(share, 2) > MIND_FROM else GOOD


def _judged(topic: str, counts: pd.DataFrame) -> dict[str, object]:
    """Judge one topic. Where mostly one side spoke nobody disagrees: that is to be minded only."""
    share = share_of(counts["number"]["lacking"], counts["number"]["whole"])
    is_rare = _is_rare(counts)
    alone = topic == "sides" and share is not None and share > MOSTLY_ALONE
    mark = MIND if alone else GOOD if is_rare else mark_of(share)
    said = sentence("alone" if alone and share != 1.0 else topic, share, is_rare=is_rare)
    return {"topic": topic, "mark": mark, "share": share, "word": word(mark), "sentence": said}


def _is_rare(counts: pd.DataFrame) -> bool:
    """Tell whether too few persons lack something to show, and few among all of them too."""
    lacking, whole = counts["clients"]["lacking"], counts["clients"]["whole"]
    hidden = pd.isna(counts["number"]["lacking"]) and not pd.isna(whole)
    few = bool(pd.isna(lacking)) or bool(lacking < MINIMUM_PERSONS)
    return bool(hidden) and few and MIND_FROM * float(whole) >= MINIMUM_PERSONS


def _counted(rows: Frame, lacking: Mapping[str, nw.Expr]) -> list[tuple[str, str, int, int]]:
    """Count rows and clients, and those that lack something, of several topics in one pass."""
    flags = {topic: nw.when(lacks).then(1).otherwise(0) for topic, lacks in lacking.items()}
    by_client = (
        rows.with_columns(**flags)
        .group_by("client_id")
        .agg(
            number=nw.len(),
            **{topic: nw.col(topic).sum() for topic in lacking},
            **{f"any_{topic}": nw.col(topic).max() for topic in lacking},
        )
    )
    names = ["number", *lacking, *(f"any_{topic}" for topic in lacking)]
    sums = by_client.select(*[nw.col(name).sum() for name in names], clients=nw.len())
    [found] = collect(sums).fillna(0).astype("int64").to_dict("records")
    return [
        row
        for topic in lacking
        for row in (
            (topic, "lacking", found[topic], found[f"any_{topic}"]),
            (topic, "whole", found["number"], found["clients"]),
        )
    ]
