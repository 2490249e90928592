from core.quality.rules.volume_not_whole import RULE
from tests.quality.drawing import failing


def test_half_an_hour() -> None:
    drawing = """
    volume
    1.5
    """
    assert failing(RULE, drawing) == [1]


def test_whole_or_unknown() -> None:
    drawing = """
    volume
    2
    -
    """
    assert failing(RULE, drawing) == []
