from core.quality.rules.open_before_later_line import RULE
from tests.quality.drawing import failing


def test_a_later_line_follows() -> None:
    drawing = """
    allocation start last
    7 2024-01-01 -
    7 2024-02-01 2024-02-29
    """
    assert failing(RULE, drawing) == [1]


def test_the_last_line_or_another_allocation() -> None:
    drawing = """
    allocation start last
    7 2024-01-01 2024-01-31
    7 2024-02-01 -
    8 2024-03-01 -
    """
    assert failing(RULE, drawing) == []
