from core.quality.rules.debit_repeated import RULE
from tests.quality.drawing import failing


def test_two_debits() -> None:
    drawing = """
    allocation is_credit
    7 -
    7 -
    """
    assert failing(RULE, drawing) == [1, 2]


def test_credited_between_or_without_allocation() -> None:
    drawing = """
    allocation is_credit amount_cents
    7 - 100
    7 ja -100
    7 - 120
    - - 100
    - - 100
    """
    assert failing(RULE, drawing) == []
