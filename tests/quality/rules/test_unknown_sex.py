from core.quality.rules.unknown_sex import RULE
from tests.quality.drawing import failing


def test_a_word_that_no_list_has() -> None:
    drawing = """
    sex
    q
    """
    assert failing(RULE, drawing) == [1]


def test_the_codes_of_both_lists_and_words() -> None:
    drawing = """
    sex
    V
    m
    2
    vrouw
    -
    """
    assert failing(RULE, drawing) == []
