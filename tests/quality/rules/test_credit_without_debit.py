from core.quality.rules.credit_without_debit import RULE
from tests.quality.drawing import failing


def test_nothing_to_take_back() -> None:
    drawing = """
    is_credit amount_cents start
    ja -100 2024-01-01
    - 100 2024-02-01
    """
    assert failing(RULE, drawing) == [1]


def test_its_debit_is_there() -> None:
    drawing = """
    is_credit amount_cents
    ja -100
    - 100
    """
    assert failing(RULE, drawing) == []
