from core.quality.rules.rate_with_euros import RULE
from tests.quality.drawing import failing


def test_a_rate() -> None:
    drawing = """
    unit rate_cents
    83 100
    """
    assert failing(RULE, drawing) == [1]


def test_no_rate_or_another_unit() -> None:
    drawing = """
    unit rate_cents
    83 -
    04 100
    """
    assert failing(RULE, drawing) == []
