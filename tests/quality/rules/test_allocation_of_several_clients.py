from core.quality.rules.allocation_of_several_clients import RULE
from tests.quality.drawing import failing


def test_two_clients() -> None:
    drawing = """
    allocation client_id
    7 a
    7 b
    """
    assert failing(RULE, drawing) == [1, 2]


def test_another_municipality_or_no_number() -> None:
    drawing = """
    allocation municipality client_id
    7 G a
    7 H b
    - G a
    - G b
    """
    assert failing(RULE, drawing) == []
