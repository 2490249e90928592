from core.quality.rules.sex_differs import RULE
from tests.quality.drawing import failing


def test_two_of_them() -> None:
    drawing = """
    client_id sex
    a V
    a M
    a -
    """
    assert failing(RULE, drawing) == [1, 2]


def test_one_each() -> None:
    drawing = """
    client_id sex
    a V
    a V
    b M
    """
    assert failing(RULE, drawing) == []
