"""Sentences that stay Dutch with one, with none, and with two numbers that are the same."""

import pandas as pd
import pytest

from core.text import chains, quality


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((0, 1, 2), "vond er niet één iets, was er 1 in orde en waren er 2 niet te controleren."),
        ((1, 2, 1), "vond er 1 iets, waren er 2 in orde en was er 1 niet te controleren."),
        ((3, 0, 0), "vonden er 3 iets, waren er 0 in orde en waren er 0 niet te controleren."),
    ],
)
def test_one_check_is_not_written_as_many(counts: tuple[int, int, int], said: str) -> None:
    assert quality.rules_finding(*counts) == f"Van de {sum(counts)} controles {said}"


def _lengths(long: int) -> pd.DataFrame:
    """Give 100 chains of which some are long."""
    return pd.DataFrame({"is_long": [0, 1], "chains": [100 - long, long], "whole": [100, 100]})


@pytest.mark.parametrize(
    ("parallel", "said"), [(20, "dan is dat ook 20%."), (30, "dan is dat 30%.")]
)
def test_the_same_share_in_both_readings_is_said_to_be_the_same(parallel: int, said: str) -> None:
    assert chains.finding(_lengths(20), _lengths(parallel)).endswith(said)


@pytest.mark.parametrize(
    ("chosen", "said"), [(1, "één soort herstel staat aan"), (2, "2 soorten herstel staan aan")]
)
def test_one_repair_is_not_written_as_many(chosen: int, said: str) -> None:
    assert said in quality.repairs_finding(chosen)


def test_no_repair_says_that_nothing_was_changed() -> None:
    assert quality.repairs_finding(0) == quality.NO_REPAIR
