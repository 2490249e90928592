from core.quality.rules.credit_larger_than_debit import RULE
from tests.quality.drawing import failing


def test_more_back_than_declared() -> None:
    drawing = """
    is_credit amount_cents
    - 100
    ja -150
    """
    assert failing(RULE, drawing) == [2]


def test_as_much_or_less() -> None:
    drawing = """
    is_credit amount_cents start
    - 100 2024-01-01
    ja -100 2024-01-01
    - 100 2024-02-01
    ja -50 2024-02-01
    """
    assert failing(RULE, drawing) == []
