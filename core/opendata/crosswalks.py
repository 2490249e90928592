"""One division into municipalities for all years: figures of those that merged are added up.

Only what may be added is: persons, trajectories, euros. A share, an index or a mean of several
municipalities is not known from theirs, and stays missing until the year of the reorganisation.
"""

from collections.abc import Hashable
from datetime import date
from typing import Final

import pandas as pd

from core.opendata.mergers import MERGERS, heir_of, parts_of
from core.opendata.topics import TOPICS

ADDED_UNITS: Final = ("persons", "trajectories", "euros", "households", "schools")
PER_PERSON: Final = ("income_per_person",)
"""Topics in euros that are a mean."""

KEY: Final = ("topic", "period", "year", "category", "source")
WORST: Final = ("provisional", "revised", "estimated", "definitive")


def is_additive(topic: str) -> bool:
    """Tell whether figures of two regions together are their sum."""
    return TOPICS[topic].unit in ADDED_UNITS and topic not in PER_PERSON


def unify(figures: pd.DataFrame) -> pd.DataFrame:
    """Give figures (``OPEN_FIGURES``) by the newest division into municipalities.

    Figures of codes that ended are added to their heir when every part was published; otherwise
    the heir has no figure for that period. A figure that was published about the heir's whole area
    stays. Codes of divided municipalities are left out.
    """
    ended = {merger.old for merger in MERGERS}
    heirs = {merger.new for merger in MERGERS} - ended
    touched = figures["region"].isin(ended | heirs)
    if not touched.any():
        return figures
    merged = _merged(figures[touched])
    return pd.concat([figures[~touched], merged], ignore_index=True)[list(figures.columns)]


def _merged(figures: pd.DataFrame) -> pd.DataFrame:
    rows = figures.assign(heir=figures["region"].map(heir_of))
    groups = rows.groupby([*KEY, "heir"], sort=False, dropna=False)
    split = {merger.old for merger in MERGERS if not merger.whole}
    return pd.DataFrame(
        [_added(rows, key) for key, rows in groups if key[-1] not in split],
        columns=list(figures.columns),
    )


def _added(rows: pd.DataFrame, key: tuple[Hashable, ...]) -> dict[str, object]:
    """Give the figure of an heir in a period from those of its parts."""
    topic, heir = str(key[0]), str(key[-1])
    first_day = date(int(str(key[2])), 7 if str(key[1]).endswith("HJ02") else 1, 1)
    known = dict(zip(rows["region"], rows["value"], strict=True))
    status = min(rows["status"], key=WORST.index)
    return dict(zip(KEY, key[:-1], strict=True)) | {
        "region": heir,
        "value": _value(topic, known, heir, parts_of(heir, first_day)),
        "status": status,
    }


def _value(topic: str, known: dict[str, float], heir: str, parts: frozenset[str]) -> float | None:
    """Give what was published about the heir's area of now, or the sum of its parts."""
    if set(known) == {heir} or parts == {heir}:
        return known.get(heir)
    if heir not in parts and not pd.isna(known.get(heir)):
        return known[heir]
    if not is_additive(topic) or not parts or not parts <= set(known):
        return None
    total = sum(known[part] for part in parts)
    return None if pd.isna(total) else total
