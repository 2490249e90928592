from core.quality.rules.birth_year_differs import RULE
from tests.quality.drawing import failing


def test_two_years() -> None:
    drawing = """
    client_id birth_year
    a 2010
    a 2011
    a -
    """
    assert failing(RULE, drawing) == [1, 2]


def test_one_year_each() -> None:
    drawing = """
    client_id birth_year
    a 2010
    a 2010
    b 2011
    b -
    """
    assert failing(RULE, drawing) == []
