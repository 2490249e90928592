from core.quality.rules.silent_open_end import RULE
from tests.quality.drawing import failing


def test_nothing_for_half_a_year() -> None:
    drawing = """
    client_id provider start last
    a A 2023-01-01 -
    b A 2024-01-01 2024-01-31
    b A 2024-02-01 2024-02-29
    """
    assert failing(RULE, drawing) == [1]


def test_declared_again_or_not_long_ago() -> None:
    drawing = """
    client_id provider start last
    a A 2023-01-01 -
    a A 2024-01-01 2024-01-31
    b A 2023-11-01 -
    """
    assert failing(RULE, drawing) == []
