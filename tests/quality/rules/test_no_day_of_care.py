from core.quality.rules.no_day_of_care import RULE
from tests.quality.drawing import failing


def test_declared_only() -> None:
    drawing = """
    dated
    nee
    """
    assert failing(RULE, drawing) == [1]


def test_with_a_day() -> None:
    drawing = """
    dated
    ja
    """
    assert failing(RULE, drawing) == []
