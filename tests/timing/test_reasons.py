"""Reasons for ending, however they are written."""

import narwhals.stable.v2 as nw
import pytest

from core.tables import TRAJECTORIES
from core.timing.reasons import is_death, reason_kind
from tests.conftest import Opener, rows_of

WRITTEN = {
    "": "undelivered",
    "31 volgens plan": "planned",
    "31": "planned",
    "Volgens plan": "planned",
    "01": "planned",
    "32 voortijdig door cliënt": "early",
    "05": "early",
    "38 overstap naar andere aanbieder": "switched",
    "02": "else",
    "02 overlijden": "else",
    "37": "else",
    "verhuisd": "else",
}


@pytest.mark.parametrize("reason", WRITTEN)
def test_a_reason_has_a_kind(engine: Opener, reason: str) -> None:
    table = {"end_reason": TRAJECTORIES["end_reason"]}
    frame = engine([{"end_reason": reason}], table)
    [row] = rows_of(frame.with_columns(kind=reason_kind(nw.col("end_reason"))), ["kind"])
    assert row["kind"] == WRITTEN[reason]


@pytest.mark.parametrize(
    ("reason", "died"), [("Overlijden", True), ("02 overlijden", True), ("02", False)]
)
def test_death_is_known_by_its_name(engine: Opener, reason: str, died: bool) -> None:  # noqa: FBT001
    table = {"end_reason": TRAJECTORIES["end_reason"]}
    frame = engine([{"end_reason": reason}], table)
    [row] = rows_of(frame.with_columns(died=is_death(nw.col("end_reason"))), ["died"])
    assert bool(row["died"]) is died
