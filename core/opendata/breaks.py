"""Years from which figures are counted otherwise: no line runs over them.

Each is an agreement of who publishes, and has a sentence in ``core.text.opendata``.
"""

from typing import Final

import pandas as pd

from core.tables import TREND_BREAKS

BY_USE: Final = (
    *("youth_with_care", "care_trajectories", "care_share", "youth_with_care_by_age"),
    *("youth_on_reference_day", "trajectories_on_reference_day", "youth_with_several"),
    *("help_share", "stay_share", "protection_share", "probation_share"),
)
BY_REFERRER: Final = (
    *("referred", "started", "started_again", "ended", "ended_as_planned", "ended_early"),
    "mean_duration",
)
BY_RESIDENCE: Final = (*BY_USE, *BY_REFERRER, "spending", "budget")
BY_ACCOUNTS: Final = ("spending", "budget")

BREAKS: Final = (
    (2021, "more_providers", (*BY_USE, *BY_REFERRER)),
    (2022, "residence", BY_RESIDENCE),
    (2017, "task_fields", BY_ACCOUNTS),
    (2023, "task_fields_refined", BY_ACCOUNTS),
    (2025, "task_fields_renumbered", BY_ACCOUNTS),
    (2023, "education_classes", ("education_low", "education_high")),
    (2022, "origin_classes", ("origin_outside_europe",)),
    (2021, "repeats_withdrawn", ("started_again",)),
)
"""First year after the break, key of the sentence, and the topics it is about."""


def list_breaks() -> pd.DataFrame:
    """List every break (``TREND_BREAKS``), a row for each topic."""
    rows = [(topic, year, reason) for year, reason, topics in BREAKS for topic in topics]
    listed = pd.DataFrame(rows, columns=list(TREND_BREAKS))
    return listed.sort_values(["topic", "year", "reason"], ignore_index=True)
