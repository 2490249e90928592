from core.quality.rules.unknown_unit import RULE
from tests.quality.drawing import failing


def test_a_unit_of_ones_own() -> None:
    drawing = """
    unit
    99
    bezoek
    """
    assert failing(RULE, drawing) == [1, 2]


def test_codes_and_words_of_the_list() -> None:
    drawing = """
    unit
    04
    Uren
    -
    """
    assert failing(RULE, drawing) == []
