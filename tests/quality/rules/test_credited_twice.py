from core.quality.rules.credited_twice import RULE
from tests.quality.drawing import failing


def test_two_credits_for_one_debit() -> None:
    drawing = """
    is_credit amount_cents
    - 100
    ja -100
    ja -100
    """
    assert failing(RULE, drawing) == [2, 3]


def test_debit_credit_and_debit_again() -> None:
    drawing = """
    is_credit amount_cents
    - 100
    ja -100
    - 120
    """
    assert failing(RULE, drawing) == []
