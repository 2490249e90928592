from core.quality.rules.outside_allocation import RULE
from tests.quality.drawing import failing


def test_a_day_before_and_a_day_after() -> None:
    drawing = """
    allocation start last
    7 2023-12-31 2024-01-31
    7 2024-12-01 2025-01-01
    =
    allocation start last
    7 2024-01-01 2024-12-31
    """
    assert failing(RULE, drawing) == [1, 2]


def test_within_and_without_an_end() -> None:
    drawing = """
    allocation start last
    7 2024-01-01 2024-12-31
    7 2024-12-31 -
    8 2020-01-01 2020-01-31
    =
    allocation start last
    7 2024-01-01 2024-12-31
    """
    assert failing(RULE, drawing) == []
