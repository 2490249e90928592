from core.quality.rules.two_stays import RULE
from tests.quality.drawing import failing


def test_one_night_in_both() -> None:
    drawing = """
    client_id care_form provider start last
    a Gezinshuis A 2024-01-01 2024-01-31
    a Pleegzorg B 2024-01-31 2024-02-29
    """
    assert failing(RULE, drawing) == [1, 2]


def test_one_after_the_other_or_no_stay() -> None:
    drawing = """
    client_id care_form provider start last
    a Gezinshuis A 2024-01-01 2024-01-31
    a Pleegzorg B 2024-02-01 2024-02-29
    a Ambulant_regulier C 2024-01-01 2024-12-31
    """
    assert failing(RULE, drawing) == []
