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

from typing import Final

import narwhals.stable.v2 as nw
import pandas as pd

from core.disclosure import MINIMUM_PERSONS, share_of
from core.frames import Frame
from core.tables import MISSING, TOPIC_COUNTS
from core.text.labels import sentence, word
from core.trajectories.grids import fill_grid

TOPICS: Final = ("duration", "order", "referrer", "money", "volume", "sides", "freshness")
PARTS: Final = ("lacking", "whole")

GOOD: Final = "good"
MIND: Final = "mind"
WEAK: Final = "weak"

MIND_FROM: Final = 0.05
WEAK_FROM: Final = 0.20
MOSTLY_ALONE: Final = 0.5


def count_topics(declarations: Frame, trajectories: Frame, as_of: int) -> Frame:
    """Count what every topic is about and what of it lacks something (``TOPIC_COUNTS``).

    Publish with ``Shape(counts=["number"])`` and give the result to ``label_rows``.
    """
    agreed = (nw.col("side") == "both") & (nw.col("amount_cents") == nw.col("counterpart_cents"))
    of_lines = {
        "order": ~nw.col("dated"),
        "money": nw.col("amount_cents").is_null(),
        "volume": nw.col("volume").is_null(),
        "sides": ~agreed.fill_null(value=False),
        "freshness": nw.col("start") > as_of,
    }
    of_care = {
        "duration": nw.col("status") == "unknown_end",
        "referrer": nw.col("referrer") == MISSING,
    }
    stopped = trajectories.filter(nw.col("status") != "running")
    about = {"duration": stopped, "referrer": trajectories}
    counted = [
        _counted(about.get(topic, declarations), topic, (of_lines | of_care)[topic])
        for topic in TOPICS
    ]
    return nw.concat(counted).select(*TOPIC_COUNTS)


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


def _counted(rows: Frame, topic: str, lacking: nw.Expr) -> Frame:
    flagged = rows.with_columns(topic=nw.lit(topic))
    parts = [
        flagged.filter(lacking).with_columns(part=nw.lit("lacking")),
        flagged.with_columns(part=nw.lit("whole")),
    ]
    counted = [
        part.group_by("topic", "part").agg(number=nw.len(), clients=nw.col("client_id").n_unique())
        for part in parts
    ]
    groups = rows.select(rows=nw.len()).select(topic=nw.lit(topic))
    return fill_grid(nw.concat(counted), groups, "part", PARTS)
