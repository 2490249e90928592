from core.quality.rules.credit_without_previous_reference import RULE
from tests.quality.drawing import failing


def test_a_credit_that_says_nothing() -> None:
    drawing = """
    is_credit previous_reference
    ja -
    ja r1
    """
    assert failing(RULE, drawing) == [1]


def test_a_credit_that_does_and_a_debit() -> None:
    drawing = """
    is_credit previous_reference
    ja r1
    - -
    """
    assert failing(RULE, drawing) == []
