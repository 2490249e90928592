from core.quality.rules.volume_not_positive import RULE
from tests.quality.drawing import failing


def test_zero_and_less() -> None:
    drawing = """
    volume
    0
    -3
    """
    assert failing(RULE, drawing) == [1, 2]


def test_more_and_unknown() -> None:
    drawing = """
    volume
    1
    -
    """
    assert failing(RULE, drawing) == []
