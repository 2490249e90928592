from core.quality.rules.pseudonym_length import RULE
from tests.quality.drawing import failing


def test_one_that_is_shorter() -> None:
    drawing = """
    source client_id
    f 00063d564441137943b6
    f 000a1d42a3e0152731b8
    f 000a1d42a3e0152731
    """
    assert failing(RULE, drawing) == [3]


def test_each_file_has_its_own_length_and_counted_numbers_have_any() -> None:
    drawing = """
    source client_id
    f 00063d564441137943b6
    f 000a1d42a3e0152731b8
    g 00063d5644411379
    h 9999
    h 9998
    h 10000
    """
    assert failing(RULE, drawing) == []
