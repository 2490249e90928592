"""The quality label beside every picture: whether the data carry it, in one sentence."""

import pandas as pd

from core.disclosure import Shape, protect
from core.quality.labels import count_topics, label_rows
from core.session import Visit, remembered
from core.text import labels as text

LABELS = "labels"
NUMBERS = Shape(counts=["number"])


def labels_of(visit: Visit) -> pd.DataFrame:
    """Judge every topic of the open data set, by published numbers only."""
    return remembered(visit, LABELS, lambda: label_rows(_published(visit)))


def label_of(visit: Visit, *topics: str) -> str:
    """Say what the data behind a picture lack: a sentence for each of its topics."""
    rows = labels_of(visit)
    return " ".join(text.beside(rows, topic) for topic in topics)


def _published(visit: Visit) -> pd.DataFrame:
    analysis = visit.analysis
    counted = count_topics(analysis.declarations, analysis.trajectories, visit.rules.as_of)
    return protect(counted, visit.level, NUMBERS)
