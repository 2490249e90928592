from core.quality.rules.reason_without_end import RULE
from tests.quality.drawing import failing


def test_a_reason_only() -> None:
    drawing = """
    start last end_reason
    2024-01-01 - 31
    """
    assert failing(RULE, drawing) == [1]


def test_both_or_neither() -> None:
    drawing = """
    start last end_reason
    2024-01-01 2024-01-31 31
    2024-01-01 - -
    """
    assert failing(RULE, drawing) == []
