"""Data sets: many visitors may ask one data set something at the same moment."""

from concurrent.futures import ThreadPoolExecutor

from core.datasets import first_and_last_start, first_and_last_year, is_possible
from core.opening import open_sample
from core.trajectories.rules import start_rules

VISITORS = 6
TIMES = 40


def test_visitors_at_the_same_moment_are_all_answered() -> None:
    """Everybody asks on a connection of one's own: one connection answers one at a time."""
    data_set, rules = open_sample(), start_rules()

    def ask(_: int) -> tuple[tuple[int, int], bool]:
        return first_and_last_start(data_set), is_possible(data_set, rules)

    with ThreadPoolExecutor(VISITORS) as visitors:
        answers = set(visitors.map(ask, range(VISITORS * TIMES)))
    assert len(answers) == 1
    assert first_and_last_year(data_set, rules)[0] == 2020
