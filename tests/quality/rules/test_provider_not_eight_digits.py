from core.quality.rules.provider_not_eight_digits import RULE
from tests.quality.drawing import failing


def test_seven_digits() -> None:
    drawing = """
    provider
    1234567
    """
    assert failing(RULE, drawing) == [1]


def test_eight_digits_a_name_or_nothing() -> None:
    drawing = """
    provider
    01234567
    Zorg1
    -
    """
    assert failing(RULE, drawing) == []
