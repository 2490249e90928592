from core.quality.rules.two_municipalities import RULE
from tests.quality.drawing import failing


def test_one_day_in_both() -> None:
    drawing = """
    client_id municipality start last
    a G 2024-01-01 2024-01-31
    a H 2024-01-31 2024-02-29
    """
    assert failing(RULE, drawing) == [1, 2]


def test_one_after_the_other_or_credited() -> None:
    drawing = """
    client_id municipality start last is_credit
    a G 2024-01-01 2024-01-31 -
    a H 2024-02-01 2024-02-29 -
    a H 2024-01-01 2024-01-31 ja
    b - 2024-01-01 2024-01-31 -
    b G 2024-01-01 2024-01-31 -
    """
    assert failing(RULE, drawing) == []
