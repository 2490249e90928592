from core.quality.rules.unknown_debit import RULE
from tests.quality.drawing import failing


def test_no_such_reference() -> None:
    drawing = """
    is_credit reference previous_reference provider
    - r1 - A
    ja r2 r9 A
    ja r3 r1 B
    """
    assert failing(RULE, drawing) == [2, 3]


def test_the_debit_it_points_to() -> None:
    drawing = """
    is_credit reference previous_reference
    - r1 -
    ja r2 r1
    ja r3 -
    """
    assert failing(RULE, drawing) == []
