"""Patterns are read from words that people use, and whoever is not understood hears how far."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.sequences.asking import MOST_STEPS, read_pattern
from core.sequences.patterns import Misread, Path, Pattern, Reason, Step, Within
from core.sequences.places import NOWHERE, Place, places_of

LADDER = (
    ("Wijkteam", 1),
    ("Ambulant regulier", 2),
    ("Basis-ggz", 2),
    ("Ambulant specialistisch", 3),
    ("Specialistische ggz", 3),
    ("Gezinshuis", 6),
    ("Residentieel verblijf", 7),
)
NAMES = places_of([*dict(LADDER), "Pleegzorg", "Verblijf, vorm onbekend"], LADDER)
AMBULANT = ("Ambulant regulier", "Ambulant specialistisch")
STAY = ("Gezinshuis", "Residentieel verblijf", "Verblijf, vorm onbekend")


def read(words: str) -> Pattern:
    """Read words that must be a pattern."""
    pattern = read_pattern(words, NAMES)
    assert isinstance(pattern, Pattern), pattern
    return pattern


def steps(words: str) -> tuple[Step, ...]:
    """Read words that must be one path."""
    (path,) = read(words).paths
    return path.steps


def test_a_group_followed_within_a_year_by_another() -> None:
    first, second = steps("ambulant, daarna binnen een jaar verblijf")
    assert first == Step(Place("ambulant", AMBULANT))
    assert second == Step(Place("verblijf", STAY), within=Within(12, "months"))


@pytest.mark.parametrize(
    ("time", "within"),
    [
        ("een jaar", Within(12, "months")),
        ("twee jaar", Within(24, "months")),
        ("een half jaar", Within(6, "months")),
        ("anderhalf jaar", Within(18, "months")),
        ("6 maanden", Within(6, "months")),
        ("een kwartaal", Within(3, "months")),
        ("90 dagen", Within(90, "days")),
        ("vier weken", Within(28, "days")),
    ],
)
def test_a_time_in_words_or_digits(time: str, within: Within) -> None:
    assert steps(f"wijkteam, daarna binnen {time} ggz")[1].within == within


@pytest.mark.parametrize(
    "words",
    [
        "wijkteam, direct daarna verblijf",
        "wijkteam, daarna direct verblijf",
        "Wijkteam meteen daarna Verblijf.",
        "wijkteam → verblijf",
        "wijkteam > verblijf",
        "wijkteam -> verblijf",
    ],
)
def test_at_once_is_said_in_many_ways(words: str) -> None:
    assert steps(words) == (
        Step(Place("wijkteam", ("Wijkteam",))),
        Step(Place("verblijf", STAY), is_direct=True),
    )


def test_three_steps_after_each_other() -> None:
    found = steps("wijkteam, daarna binnen 6 maanden specialistische ggz, daarna zwaardere hulp")
    assert [step.place.words for step in found] == [
        "wijkteam",
        "Specialistische ggz",
        "zwaardere hulp",
    ]
    assert found[2].place.relation == "heavier"


def test_the_begin_the_end_and_what_never_comes() -> None:
    paths = read("begint met wijkteam, ooit ggz en niet pleegzorg, eindigt met verblijf").paths
    assert [(path.anchor, path.is_absent) for path in paths] == [
        ("first", False),
        ("anywhere", False),
        ("anywhere", True),
        ("last", False),
    ]


def test_the_begin_may_go_on() -> None:
    (path,) = read("begint met ambulant, daarna niet verblijf").paths
    assert path == Path(
        (Step(Place("ambulant", AMBULANT)), Step(Place("verblijf", STAY), is_absent=True)),
        "first",
    )


def test_one_or_the_other() -> None:
    (step,) = steps("basis-ggz of specialistische ggz of pleegzorg")
    assert step.place.forms == ("Basis-ggz", "Specialistische ggz", "Pleegzorg")


def test_the_same_help_at_another_provider() -> None:
    assert steps("hulp, direct daarna dezelfde hulp bij een andere aanbieder") == (
        Step(Place("hulp")),
        Step(Place("dezelfde hulp", (), "same_form", "other"), is_direct=True),
    )


def test_a_label_with_a_comma_is_one_place() -> None:
    assert [step.place.words for step in steps("verblijf, vorm onbekend, daarna gezinshuis")] == [
        "Verblijf, vorm onbekend",
        "Gezinshuis",
    ]


def test_a_label_between_quotation_marks_is_no_group() -> None:
    names = places_of(["Ambulant", "Ambulant specialistisch"], LADDER)
    group, label = (read_pattern(words, names) for words in ("ambulant", '"Ambulant"'))
    assert isinstance(group, Pattern)
    assert isinstance(label, Pattern)
    assert group.paths[0].steps[0].place.forms == ("Ambulant", "Ambulant specialistisch")
    assert label.paths[0].steps[0].place.forms == ("Ambulant",)


def test_rungs_light_and_heavy() -> None:
    assert steps("trede 2")[0].place.forms == ("Ambulant regulier", "Basis-ggz")
    assert steps("lichte hulp")[0].place.forms == ("Wijkteam", "Ambulant regulier", "Basis-ggz")
    assert steps("zwaar")[0].place.forms == ("Gezinshuis", "Residentieel verblijf")


def test_a_known_form_that_the_data_lack_is_a_place_of_nobody() -> None:
    assert steps("dagbehandeling")[0].place.forms == NOWHERE


@pytest.mark.parametrize(
    ("words", "understood", "word", "reason"),
    [
        ("", "", "", "empty"),
        (" , ", "", "", "empty"),
        ("ambulant, daarna paardrijden", "ambulant, daarna", "paardrijden", "no_place"),
        ("ambulant, daarna", "ambulant, daarna", "", "no_place"),
        ("ambulant, daarna binnen lang verblijf", "ambulant, daarna binnen", "lang", "no_time"),
        (
            "ambulant, daarna binnen 0 maanden ggz",
            "ambulant, daarna binnen 0",
            "maanden",
            "no_time",
        ),
        ("zwaarder", "", "zwaarder", "nothing_before"),
        ("daarna ggz", "", "daarna", "nothing_before"),
        ("niet ggz, daarna verblijf", "niet ggz,", "daarna", "nothing_before"),
        ("eindigt met ggz, daarna hulp", "eindigt met ggz,", "daarna", "after_end"),
        ("ggz of zwaarder", "ggz of", "zwaarder", "not_here"),
    ],
)
def test_who_is_not_understood_hears_how_far(
    words: str, understood: str, word: str, reason: Reason
) -> None:
    assert read_pattern(words, NAMES) == Misread(understood, word, reason)


def test_more_steps_than_anybody_means_are_refused() -> None:
    outcome = read_pattern(", daarna ".join(["ggz"] * (MOST_STEPS + 1)), NAMES)
    assert isinstance(outcome, Misread)
    assert outcome.reason == "too_long"


@given(st.text(alphabet='adeginrt ,→>"of', max_size=60))
def test_no_words_break_the_reading(words: str) -> None:
    assert isinstance(read_pattern(words, NAMES), Pattern | Misread)


@given(
    st.lists(st.sampled_from(["ambulant", "ggz", "verblijf", "wijkteam"]), min_size=1, max_size=5)
)
def test_a_series_of_places_is_read_back_as_it_was_said(places: list[str]) -> None:
    assert [step.place.words for step in steps(", daarna ".join(places))] == places
