from core.quality.rules.several_rates import RULE
from tests.quality.drawing import failing


def test_two_rates_in_a_month() -> None:
    drawing = """
    client_id rate_cents product unit
    a 100 45A04 04
    b 110 45A04 04
    """
    assert failing(RULE, drawing) == [1, 2]


def test_another_unit_or_provider() -> None:
    drawing = """
    client_id rate_cents unit provider
    a 100 04 A
    b 110 01 A
    c 120 04 B
    """
    assert failing(RULE, drawing) == []
