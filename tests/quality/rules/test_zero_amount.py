from core.quality.rules.zero_amount import RULE
from tests.quality.drawing import failing


def test_no_money_for_ten_hours() -> None:
    drawing = """
    amount_cents volume
    0 10
    """
    assert failing(RULE, drawing) == [1]


def test_money_or_no_volume() -> None:
    drawing = """
    amount_cents volume
    100 10
    0 0
    - 10
    0 -
    """
    assert failing(RULE, drawing) == []
