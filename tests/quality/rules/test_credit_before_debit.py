from core.quality.rules.credit_before_debit import RULE
from tests.quality.drawing import failing


def test_a_day_earlier() -> None:
    drawing = """
    is_credit declared_on
    ja 2024-02-01
    - 2024-02-02
    """
    assert failing(RULE, drawing) == [1]


def test_on_the_same_day_or_later() -> None:
    drawing = """
    is_credit declared_on start
    ja 2024-02-01 2024-01-01
    - 2024-02-01 2024-01-01
    ja 2024-02-01 2024-01-02
    - 2024-01-20 2024-01-02
    """
    assert failing(RULE, drawing) == []


def test_a_second_credit_that_came_later_is_in_order() -> None:
    drawing = """
    is_credit declared_on
    ja 2024-02-01
    - 2024-02-02
    ja 2024-02-03
    """
    assert failing(RULE, drawing) == [1]
