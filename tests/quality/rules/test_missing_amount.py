from core.quality.rules.missing_amount import RULE
from tests.quality.drawing import failing


def test_one_line_lacks_it() -> None:
    drawing = """
    amount_cents
    -
    100
    """
    assert failing(RULE, drawing) == [1]


def test_zero_is_an_amount() -> None:
    drawing = """
    amount_cents
    0
    100
    """
    assert failing(RULE, drawing) == []
