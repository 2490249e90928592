from core.quality.rules.missing_referrer import RULE
from tests.quality.drawing import failing


def test_two_of_three_lines() -> None:
    drawing = """
    source referrer
    f -
    f -
    f huisarts
    """
    assert failing(RULE, drawing) == [1, 2]


def test_a_fifth_or_all_of_a_file() -> None:
    drawing = """
    source referrer
    f -
    f a
    f a
    f a
    f a
    g -
    """
    assert failing(RULE, drawing) == []
