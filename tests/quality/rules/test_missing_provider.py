from core.quality.rules.missing_provider import RULE
from tests.quality.drawing import failing


def test_one_line_lacks_it() -> None:
    drawing = """
    provider
    -
    x
    """
    assert failing(RULE, drawing) == [1]


def test_every_line_has_it() -> None:
    drawing = """
    provider
    x
    y
    """
    assert failing(RULE, drawing) == []
