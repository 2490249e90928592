"""Words of a link: what a page holds comes back the same, and what is not registered is nothing."""

from hypothesis import given
from hypothesis import strategies as st

from core.choice_words import BETWEEN, MOST_CODES, READERS, read_word, word_of
from core.page_choices import TABLE, PageChoice
from core.trajectories.calendar import FIRST_YEAR, LAST_YEAR

codes = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=12)
years = st.integers(FIRST_YEAR, LAST_YEAR)
VALUES = {
    "switch": st.booleans(),
    "year": years,
    "quarter": st.builds(lambda year, quarter: year * 4 + quarter, years, st.integers(0, 3)),
    "code": codes,
    "provider": codes,
    "codes": st.lists(codes, min_size=1, max_size=MOST_CODES),
    "providers": st.lists(codes, min_size=1, max_size=MOST_CODES),
}


@given(data=st.data())
def test_every_choice_comes_back_from_its_word(data: st.DataObject) -> None:
    choice = data.draw(st.sampled_from(TABLE))
    places = [f"label {word}" for word in choice.words]
    value = data.draw(_value_of(choice, places))
    word = word_of(choice, value, places)
    assert word
    assert read_word(choice, word, places) == value


@given(choice=st.sampled_from(TABLE), word=st.text(max_size=30))
def test_a_word_by_hand_is_a_registered_one_or_nothing(choice: PageChoice, word: str) -> None:
    places = [f"label {one}" for one in choice.words]
    value = read_word(choice, word, places)
    if value is None:
        return
    asked = word.partition(".")[0] if choice.kind == "pair" else word
    assert not choice.words or asked in choice.words
    assert word_of(choice, value, places)


@given(
    choice=st.sampled_from(TABLE), value=st.one_of(st.none(), st.floats(), st.text(), st.dates())
)
def test_what_a_session_holds_by_hand_never_raises(choice: PageChoice, value: object) -> None:
    places = [f"label {one}" for one in choice.words]
    word = word_of(choice, value, places)
    assert not word or read_word(choice, word, places) == value


def test_a_list_of_codes_has_an_end() -> None:
    assert READERS["codes"](BETWEEN.join("a" * MOST_CODES)) == ["a"] * MOST_CODES
    assert READERS["codes"](BETWEEN.join("a" * (MOST_CODES + 1))) is None


def _value_of(choice: PageChoice, places: list[str]) -> st.SearchStrategy[object]:
    if choice.kind == "place":
        return st.sampled_from(places)
    if choice.kind == "pair":
        return st.tuples(st.sampled_from(choice.words), codes)
    if choice.words:
        return st.sampled_from(choice.words).map(READERS[choice.kind])
    return VALUES[choice.kind]
