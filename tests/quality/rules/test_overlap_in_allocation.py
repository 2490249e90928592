from core.quality.rules.overlap_in_allocation import RULE
from tests.quality.drawing import failing


def test_days_declared_twice() -> None:
    drawing = """
    allocation start last is_credit
    7 2024-01-01 2024-01-31 -
    7 2024-01-31 2024-02-29 -
    """
    assert failing(RULE, drawing) == [2]


def test_touching_and_credited() -> None:
    drawing = """
    allocation start last is_credit
    7 2024-01-01 2024-01-31 -
    7 2024-02-01 2024-02-29 -
    7 2024-02-10 2024-02-20 -
    7 2024-02-10 2024-02-20 ja
    - 2024-02-10 2024-02-20 -
    """
    assert failing(RULE, drawing) == []
