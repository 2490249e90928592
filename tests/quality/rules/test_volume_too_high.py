from core.quality.rules.volume_too_high import RULE
from tests.quality.drawing import failing


def test_more_hours_and_nights_than_there_are() -> None:
    drawing = """
    volume unit start last
    25 04 2024-01-01 2024-01-01
    32 etmaal 2024-01-01 2024-01-31
    1441 01 2024-01-01 2024-01-01
    """
    assert failing(RULE, drawing) == [1, 2, 3]


def test_as_many_as_fit_or_no_limit() -> None:
    drawing = """
    volume unit start last
    24 uur 2024-01-01 2024-01-01
    31 14 2024-01-01 2024-01-31
    9999 82 2024-01-01 2024-01-01
    9999 04 2024-01-01 -
    """
    assert failing(RULE, drawing) == []
