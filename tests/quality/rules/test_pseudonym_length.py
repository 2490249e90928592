from core.quality.rules.pseudonym_length import RULE
from tests.quality.drawing import failing


def test_one_that_is_shorter() -> None:
    drawing = """
    source client_id
    f abcd
    f abce
    f abc
    """
    assert failing(RULE, drawing) == [3]


def test_each_file_has_its_own_length() -> None:
    drawing = """
    source client_id
    f abcd
    f abce
    g ab
    g cd
    """
    assert failing(RULE, drawing) == []
