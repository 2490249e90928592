"""A pattern is said back in Dutch, and what was not understood is named."""

import pandas as pd
import pytest

from core.sequences.asking import read_pattern
from core.sequences.patterns import Misread, Pattern, Reason
from core.sequences.places import places_of
from core.text import patterns as text

LADDER = (("Wijkteam", 1), ("Ambulant regulier", 2), ("Specialistische ggz", 3))
NAMES = places_of([form for form, _ in LADDER], LADDER)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "ambulant, daarna binnen een jaar ggz",
            (
                "ergens in de reeks ambulant (Ambulant regulier), daarna binnen 12 maanden ggz "
                "(Specialistische ggz)"
            ),
        ),
        (
            "begint met Wijkteam, niet verblijf",
            (
                "de reeks begint met wijkteam (Wijkteam) en nergens in de reeks verblijf (komt in "
                "deze gegevens niet voor)"
            ),
        ),
        (
            "hulp, direct daarna dezelfde hulp bij een andere aanbieder",
            "ergens in de reeks hulp, direct daarna dezelfde hulp bij een andere aanbieder",
        ),
        (
            "hulp, daarna binnen 1 maand niet zwaarder",
            "ergens in de reeks hulp, daarna binnen 1 maand geen zwaarder",
        ),
    ],
)
def test_a_pattern_is_said_back(words: str, said: str) -> None:
    pattern = read_pattern(words, NAMES)
    assert isinstance(pattern, Pattern)
    assert text.described(pattern) == f"Begrepen als: {said}."


@pytest.mark.parametrize(
    "reason",
    ["no_place", "not_here", "no_time", "nothing_before", "after_end", "too_long"],
)
@pytest.mark.parametrize("word", ["woord", ""])
def test_every_reason_has_a_sentence(reason: Reason, word: str) -> None:
    said = text.explain(Misread("ambulant,", word, reason), [])
    assert said.startswith(text.UNTIL_HERE.format(understood="ambulant,"))
    assert said.endswith(".")


def test_without_words_an_example_is_offered() -> None:
    assert text.explain(Misread("", "", "empty"), []) == text.EMPTY


def test_every_example_is_understood() -> None:
    assert all(isinstance(read_pattern(words, NAMES), Pattern) for words in text.EXAMPLES)


def test_everything_the_builder_writes_is_understood() -> None:
    for link in (*text.LINKS, text.NOT_LINK):
        for time in text.TIMES:
            words = text.composed("ambulant", link, time, "zwaarder")
            assert isinstance(read_pattern(words, NAMES), Pattern), words


def test_a_hidden_number_is_no_share() -> None:
    counts = pd.DataFrame(
        {
            "outcome": ["found", "absent"],
            "chains": pd.array([None, 120], dtype="Int64"),
            "clients": pd.array([None, 120], dtype="Int64"),
            "amount_cents": pd.array([None, 100_000], dtype="Int64"),
        }
    )
    said = "Bij minder dan 10 jeugdigen volgt een reeks dit patroon binnen twee jaar."
    assert text.finding(counts, 24) == said
    assert text.table_of(counts)[text.SHARE].tolist() == ["niet te tonen"] * 2
