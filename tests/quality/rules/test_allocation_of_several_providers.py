from core.quality.rules.allocation_of_several_providers import RULE
from tests.quality.drawing import failing


def test_two_providers() -> None:
    drawing = """
    allocation provider
    7 A
    7 B
    7 -
    """
    assert failing(RULE, drawing) == [1, 2]


def test_one_provider() -> None:
    drawing = """
    allocation provider
    7 A
    7 A
    8 B
    """
    assert failing(RULE, drawing) == []
