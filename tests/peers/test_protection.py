"""A second opinion on protected tables, where the environment of that peer was made."""

import pytest

from tests.peers.environments import is_made
from tests.peers.protection import compare

TABLES = 50


@pytest.mark.skipif(
    not is_made("pytauargus"), reason="`make opinion` makes the environment of tau-ARGUS"
)
def test_d5_another_attacker_finds_the_same_intervals_and_none_too_narrow() -> None:
    assert all(one.is_equal for one in compare(TABLES))
