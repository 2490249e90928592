from core.quality.rules.superseded_debit import RULE
from tests.quality.drawing import failing


def test_a_line_set_aside_for_it() -> None:
    drawing = """
    row  client_id  rule
    1    a          superseded_debit
    2    b          total_row
    """
    assert failing(RULE, drawing) == [1]


def test_a_line_set_aside_for_something_else() -> None:
    drawing = """
    row  client_id  rule
    1    a          total_row
    2    b          duplicate
    """
    assert failing(RULE, drawing) == []
