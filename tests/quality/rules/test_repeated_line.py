from core.quality.rules.repeated_line import RULE
from tests.quality.drawing import failing


def test_two_equal_lines() -> None:
    drawing = """
    start amount_cents reference
    2024-01-01 100 -
    2024-01-01 100 -
    """
    assert failing(RULE, drawing) == [1, 2]


def test_another_amount_or_a_reference() -> None:
    drawing = """
    start amount_cents reference
    2024-01-01 100 -
    2024-01-01 101 -
    2024-01-02 100 a
    2024-01-02 100 b
    """
    assert failing(RULE, drawing) == []
