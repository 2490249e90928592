from core.quality.rules.municipality_not_four_digits import RULE
from tests.quality.drawing import failing


def test_three_digits() -> None:
    drawing = """
    municipality
    106
    """
    assert failing(RULE, drawing) == [1]


def test_four_digits_a_name_or_nothing() -> None:
    drawing = """
    municipality
    0106
    Assen
    -
    """
    assert failing(RULE, drawing) == []
