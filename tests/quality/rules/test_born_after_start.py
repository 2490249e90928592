from core.quality.rules.born_after_start import RULE
from tests.quality.drawing import failing


def test_born_a_year_later() -> None:
    drawing = """
    birth_year start
    2025 2024-12-31
    """
    assert failing(RULE, drawing) == [1]


def test_born_in_that_year_or_unknown() -> None:
    drawing = """
    birth_year start
    2024 2024-01-01
    - 2024-01-01
    """
    assert failing(RULE, drawing) == []
