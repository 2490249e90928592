from core.quality.rules.declared_before_end import RULE
from tests.quality.drawing import failing


def test_declared_a_day_early() -> None:
    drawing = """
    start last declared_on
    2024-01-01 2024-01-31 2024-01-30
    """
    assert failing(RULE, drawing) == [1]


def test_declared_on_the_last_day_or_unknown_when() -> None:
    drawing = """
    start last declared_on
    2024-01-01 2024-01-31 2024-01-31
    2024-01-01 2024-01-31 -
    2024-01-01 - 2024-01-02
    """
    assert failing(RULE, drawing) == []
