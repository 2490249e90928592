from core.quality.rules.no_end_date import RULE
from tests.quality.drawing import failing


def test_no_end() -> None:
    drawing = """
    start last
    2024-01-01 -
    """
    assert failing(RULE, drawing) == [1]


def test_an_end() -> None:
    drawing = """
    start last
    2024-01-01 2024-01-31
    """
    assert failing(RULE, drawing) == []
