from core.quality.rules.volume_without_unit import RULE
from tests.quality.drawing import failing


def test_ten_of_what() -> None:
    drawing = """
    volume unit
    10 -
    10 04
    """
    assert failing(RULE, drawing) == [1]


def test_both_or_neither() -> None:
    drawing = """
    volume unit
    10 04
    - -
    """
    assert failing(RULE, drawing) == []
