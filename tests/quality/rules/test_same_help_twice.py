from core.quality.rules.same_help_twice import RULE
from tests.quality.drawing import failing


def test_two_providers() -> None:
    drawing = """
    client_id product provider
    a 45A04 A
    a 45A04 B
    """
    assert failing(RULE, drawing) == [1, 2]


def test_another_product_or_credited() -> None:
    drawing = """
    client_id product provider is_credit
    a 45A04 A -
    a 45A05 B -
    b 45A04 A -
    b 45A04 B ja
    """
    assert failing(RULE, drawing) == []
