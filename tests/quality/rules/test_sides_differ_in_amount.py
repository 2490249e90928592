from core.quality.rules.sides_differ_in_amount import RULE
from tests.quality.drawing import failing


def test_a_cent_apart() -> None:
    drawing = """
    side amount_cents counterpart_cents
    both 100 101
    """
    assert failing(RULE, drawing) == [1]


def test_equal_or_of_one_side() -> None:
    drawing = """
    side amount_cents counterpart_cents
    both 100 100
    provider 100 -
    """
    assert failing(RULE, drawing) == []
