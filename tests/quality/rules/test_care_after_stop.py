from core.quality.rules.care_after_stop import RULE
from tests.quality.drawing import failing


def test_a_month_after_the_stop() -> None:
    drawing = """
    allocation start last end_reason
    7 2024-01-01 2024-01-31 31
    7 2024-02-01 2024-02-29 -
    """
    assert failing(RULE, drawing) == [2]


def test_temporary_or_started_anew() -> None:
    drawing = """
    allocation spell start last end_reason
    7 0 2024-01-01 2024-01-31 20
    7 0 2024-02-01 2024-02-29 -
    8 0 2024-01-01 2024-01-31 31
    8 1 2024-02-01 2024-02-29 -
    """
    assert failing(RULE, drawing) == []
