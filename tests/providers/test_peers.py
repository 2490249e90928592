"""One provider beside unnamed others: from published numbers, and only when they are enough."""

import pandas as pd
import pytest

from core.providers.peers import mirror_part, mirror_value


def parts(**shares: int | None) -> pd.DataFrame:
    """Give published counts of providers that have 100 each; None was left out."""
    return pd.DataFrame(
        {
            "provider": list(shares),
            "starts": pd.array(list(shares.values()), dtype="Int64"),
            "whole": pd.array([100] * len(shares), dtype="Int64"),
        }
    )


def test_others_are_shares_in_order_with_their_middle_half() -> None:
    mirror = mirror_part(parts(own=50, a=40, b=10, c=20, d=30, e=50), "starts", "own")
    assert (mirror.own, mirror.number) == (0.5, 100)
    assert mirror.others == (0.1, 0.2, 0.3, 0.4, 0.5)
    assert mirror.middle == pytest.approx((0.2, 0.4))
    assert mirror.bounds is not None
    assert mirror.bounds[0] < 0.5 < mirror.bounds[1]


def test_four_others_are_too_few_to_show_any() -> None:
    mirror = mirror_part(parts(own=50, a=40, b=10, c=20, d=30), "starts", "own")
    assert (mirror.others, mirror.middle, mirror.unseen) == ((), None, 0)
    assert mirror.own == 0.5


def test_others_that_are_protected_are_counted_apart() -> None:
    mirror = mirror_part(parts(own=50, a=40, b=10, c=20, d=30, e=50, f=None), "starts", "own")
    assert (len(mirror.others), mirror.unseen) == (5, 1)


@pytest.mark.parametrize("own", ["own", "absent"])
def test_without_a_number_of_its_own_a_provider_has_no_mark(own: str) -> None:
    mirror = mirror_part(parts(own=None, a=40, b=10, c=20, d=30, e=50), "starts", own)
    assert (mirror.own, mirror.number, mirror.bounds) == (None, None, None)
    assert len(mirror.others) == 5


def test_a_statistic_has_no_interval() -> None:
    values = pd.DataFrame(
        {
            "provider": ["own", "a", "b", "c"],
            "trajectories": pd.array([50, 60, 70, None], dtype="Int64"),
            "median_days": pd.array([100.0, 90.0, 80.0, None], dtype="Float64"),
        }
    )
    mirror = mirror_value(values, "median_days", "own")
    assert (mirror.own, mirror.number, mirror.bounds) == (100.0, 50, None)
    assert (mirror.others, mirror.unseen) == ((), 1)
