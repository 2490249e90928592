"""What a supplied list of waiting times says: the middle, and how many are not made public."""

import pandas as pd

from core.providers.waiting_list import KEYS, measure_waiting

ROWS = pd.DataFrame(
    {
        "care_form": ["light", "light", "light", "light", "heavy"],
        "kind": ["intake", "intake", "intake", "start", "start"],
        "days": [10, 30, None, 50, None],
    }
)


def test_the_middle_is_of_what_is_public_and_the_rest_is_counted() -> None:
    measured = measure_waiting(ROWS, KEYS).astype(object)
    heavy, intake, start = measured.where(measured.notna(), None).to_dict("records")
    assert (intake["told"], intake["secret"], intake["median_days"]) == (2, 1, 20.0)
    assert (intake["least_days"], intake["most_days"]) == (10.0, 30.0)
    assert (start["told"], start["secret"], start["median_days"]) == (1, 0, 50.0)
    assert (heavy["told"], heavy["secret"], heavy["median_days"]) == (0, 1, None)


def test_kinds_are_never_added_up() -> None:
    assert measure_waiting(ROWS, ["kind"])["kind"].tolist() == ["intake", "start"]
