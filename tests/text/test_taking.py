"""What a card says in words without the signs of a screen."""

import pandas as pd
import pytest

from core.text import taking as text


@pytest.mark.parametrize(
    ("shown", "plain"),
    [
        ("● **Definitief**, voor zover te zien", "Definitief, voor zover te zien"),
        ("CBS, 85454NED *Jeugdhulp* (2015)", "CBS, 85454NED Jeugdhulp (2015)"),
        ("Zie \\[1] en 2 * 3", "Zie [1] en 2 * 3"),
        ("een_code_van_ons", "een_code_van_ons"),
    ],
)
def test_signs_of_the_screen_do_not_travel(shown: str, plain: str) -> None:
    assert text.plain(shown) == plain


def test_choices_are_named_and_none_is_said() -> None:
    assert text.filters_said([]) == text.NO_CHOICE
    assert text.filters_said([("Gemeente", "Noord")]) == "Gemeente: Noord"
    assert text.area_said("", own_group=True) == text.NO_AREA
    assert text.GROUP in text.area_said("Noord", own_group=True)


def test_what_a_label_says_is_not_said_again_behind_it() -> None:
    assert text.counted("alle reeksen", "een pauze").startswith("alle reeksen. Telregels: ")
    assert "keuze" not in f"{text.NO_CHOICE} {text.filters_said([])}"


def test_published_figures_say_from_when_they_may_change() -> None:
    sources = pd.DataFrame({"provisional_from": [0, 2024], "first_year": 2015, "last_year": 2025})
    assert text.sureness(sources, fictitious=False) == text.MAY_CHANGE.format(year=2024)
    assert text.sureness(sources.head(1), fictitious=False) == text.SETTLED
    assert text.sureness(sources.head(0), fictitious=False) == text.STATUS_UNKNOWN
    assert "verzonnen" in text.sureness(sources, fictitious=True).lower()
    assert text.years_said(sources).startswith("2015 t/m 2025")
    assert text.years_said(sources.head(0)) == text.YEAR_SHOWN


def test_what_was_counted_is_said_without_the_rules_of_counting() -> None:
    assert text.measured("alle reeksen. Telregels: een pauze van 62 dagen.") == "alle reeksen"
    assert text.measured(text.AS_PUBLISHED) == text.AS_PUBLISHED.rstrip(".")


def test_the_log_names_a_page_with_letters_only() -> None:
    assert text.word_of("regie-op-drie") == "regie_op_drie"
    assert text.word_of("") == "start"
