from core.quality.rules.amount_not_volume_times_rate import RULE
from tests.quality.drawing import failing


def test_a_cent_more() -> None:
    drawing = """
    amount_cents volume rate_cents unit is_credit
    1001 10 100 04 -
    -1001 10 100 04 ja
    """
    assert failing(RULE, drawing) == [1, 2]


def test_exactly_in_euros_or_unknown() -> None:
    drawing = """
    amount_cents volume rate_cents unit
    1000 10 100 04
    1000 10 1 83
    1000 - 100 04
    - 10 100 04
    """
    assert failing(RULE, drawing) == []
