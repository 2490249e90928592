"""What is asked of a table, and how each protocol writes it."""

from dataclasses import asdict

import pytest

from core.errors import SourceNotUsable
from core.opendata.descriptions import (
    Description,
    Dimension,
    Item,
    Measure,
    TableInfo,
    described_of,
)
from core.opendata.hosts import OpenTable
from core.opendata.questions import (
    Filter,
    Protocol,
    Question,
    bundled,
    expression,
    measures_asked,
    split,
)

TABLE = OpenTable("85099NED")
REGIONS = Dimension(
    "RegioS", "region", (Item("NL01  ", "NL01", "Nederland"), Item("GM0363", "GM0363", "A"))
)
FORMS = Dimension("Vorm", "other", (Item("it's ", "it's", "Hulp"),))
MEASURES = (Measure("Jongeren_1", "Jongeren"), Measure("k_2ePlaatsing_2", "2e plaatsing"))
DESCRIBED = Description(TABLE, TableInfo("85099NED", "T", "2026"), (REGIONS, FORMS), MEASURES)


@pytest.mark.parametrize(
    ("one", "protocol", "written"),
    [
        (Filter("RegioS", ("NL01",)), "v3", "RegioS eq 'NL01  '"),
        (Filter("RegioS", starts=("GM",)), "v4", "startswith(RegioS,'GM')"),
        (Filter("RegioS", contains=("M0",)), "v3", "substringof('M0',RegioS)"),
        (Filter("RegioS", contains=("M0",)), "v4", "contains(RegioS,'M0')"),
        (Filter("Vorm", ("it's",)), "v3", "Vorm eq 'it''s '"),
        (
            Filter("RegioS", ("NL01",), ("GM",)),
            "v3",
            "(RegioS eq 'NL01  ' or startswith(RegioS,'GM'))",
        ),
    ],
)
def test_a_filter_is_written_as_the_host_wants_it(
    one: Filter, protocol: Protocol, written: str
) -> None:
    assert expression(DESCRIBED, Question(TABLE, filters=(one,)), protocol) == written


def test_all_filters_must_hold() -> None:
    filters = (Filter("RegioS", starts=("GM",)), Filter("Vorm", ("it's",)))
    written = expression(DESCRIBED, Question(TABLE, filters=filters), "v4")
    assert written == "startswith(RegioS,'GM') and Vorm eq 'it''s '"


@pytest.mark.parametrize("key", ["", "NL01  ", " "])
def test_a_filter_with_padding_is_nonsense(key: str) -> None:
    with pytest.raises(ValueError, match="RegioS"):
        Filter("RegioS", (key,))


@pytest.mark.parametrize(
    ("asked", "keys"),
    [
        ((), ["Jongeren_1", "k_2ePlaatsing_2"]),
        (("k_2ePlaatsing",), ["k_2ePlaatsing_2"]),
        (("k_2ePlaatsing_2", "Jongeren"), ["Jongeren_1", "k_2ePlaatsing_2"]),
    ],
)
def test_a_measure_is_found_by_its_key_or_by_its_name(
    asked: tuple[str, ...], keys: list[str]
) -> None:
    found = measures_asked(DESCRIBED, Question(TABLE, asked))
    assert [measure.key for measure in found] == keys


def test_a_part_of_a_name_is_no_name() -> None:
    with pytest.raises(SourceNotUsable):
        measures_asked(DESCRIBED, Question(TABLE, ("k",)))


def test_parts_ask_together_for_exactly_the_same() -> None:
    whole = Question(TABLE, filters=(Filter("RegioS", starts=("GM", "NL")),))
    parts = split(DESCRIBED, whole, "RegioS")
    assert [part.filters[-1].keys for part in parts] == [("NL01",), ("GM0363",)]
    assert [half.filters[-1].keys for half in bundled(parts)] == [("NL01",), ("GM0363",)]
    assert bundled(parts[:1]) == parts[:1]


def test_parts_ask_for_no_key_that_was_not_asked_for() -> None:
    municipalities = Question(TABLE, filters=(Filter("RegioS", starts=("GM",)),))
    [part] = split(DESCRIBED, municipalities, "RegioS")
    assert part.filters == (Filter("RegioS", ("GM0363",)),)


def test_the_same_question_has_the_same_name_and_another_another() -> None:
    one, other = Question(TABLE), Question(TABLE, filters=(Filter("RegioS", ("NL01",)),))
    assert one.digest == Question(OpenTable("85099NED")).digest
    assert len({one.digest, other.digest, Question(OpenTable("85099NED", "datasets")).digest}) == 3


def test_a_description_survives_being_kept() -> None:
    assert described_of(asdict(DESCRIBED)) == DESCRIBED
