from core.quality.rules.unknown_allocation import RULE
from tests.quality.drawing import failing


def test_a_number_of_another_municipality() -> None:
    drawing = """
    allocation municipality
    7 G
    =
    allocation municipality
    7 H
    """
    assert failing(RULE, drawing) == [1]


def test_a_number_that_was_allocated_or_none() -> None:
    drawing = """
    allocation municipality
    7 G
    - G
    =
    allocation municipality
    7 G
    """
    assert failing(RULE, drawing) == []
