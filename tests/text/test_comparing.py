"""The words of Vergelijken: honest about distance, gaps, steps and ordinary differences."""

import pandas as pd
import pytest

from core.benchmark.decomposition import FACTORS, MIXED, steps_of
from core.benchmark.growth import GROWTHS as GROWTH_KEYS
from core.benchmark.neighbours import FAR, NEAR
from core.benchmark.shares import MEASURES
from core.opendata.breaks import BREAKS
from core.text import budget, comparison, decomposition, funnel, peer_group, spending
from core.text.opendata import BREAK_REASONS


@pytest.mark.parametrize(
    ("distances", "said"),
    [
        ([0.2, 0.4, 0.9], "waarvan er 2 sterk op haar lijken"),
        ([0.2], "naast 1 gemeente, waarvan er 1 sterk op haar lijkt"),
        ([0.7, 0.9], "maar geen enkele sterk"),
        ([1.2, 1.5], "maar geen daarvan lijkt echt op Aa"),
        ([None, None], "niet te meten"),
        ([], "Geen enkele gemeente voldoet"),
    ],
)
def test_how_far_the_neighbours_are_is_said(distances: list[float], said: str) -> None:
    assert said in peer_group.finding("Aa", pd.Series(distances, dtype="float64"))


def test_distances_have_the_words_of_the_model() -> None:
    assert (peer_group.ALIKE, peer_group.UNLIKE) == (NEAR, FAR)
    assert [peer_group.near_words(value) for value in (0.5, 0.6, 1.1)] == [
        "sterk",
        "redelijk",
        "weinig",
    ]


@pytest.mark.parametrize(
    ("difference", "words"),
    [
        (0.1, "vrijwel gelijk"),
        (0.5, "iets hoger bij ons"),
        (-1.0, "lager bij ons"),
        (-2.0, "veel lager bij ons"),
        (float("nan"), "onbekend"),
    ],
)
def test_differences_are_words(difference: float, words: str) -> None:
    assert peer_group.difference_words(difference) == words


def test_a_percentage_that_rounds_to_nothing_has_no_sign() -> None:
    assert peer_group.value_words("past", -0.01) == "0,0%"


def test_every_class_break_factor_and_share_has_words() -> None:
    assert set(peer_group.GROWTHS) == set(GROWTH_KEYS)
    assert {*FACTORS, *MIXED, "inflation"} == set(decomposition.FACTORS)
    assert set(MEASURES) == set(funnel.MEASURES) == set(funnel.SHARES) == set(comparison.SHARES)
    of_spending = {reason for _, reason, topics in BREAKS if "spending" in topics}
    assert of_spending <= set(spending.BREAKS)
    assert of_spending <= set(BREAK_REASONS)


def test_the_first_sentence_lays_us_beside_the_middle_and_says_what_is_unknown() -> None:
    said = comparison.finding("Aa", 2024, 1437.4, pd.Series([1000.0, 2000.0, None]))
    assert said.replace("\N{NO-BREAK SPACE}", " ") == (
        "In 2024 gaf Aa € 1.437 uit per jeugdige tot 23 jaar; bij de middelste van de 2 gemeenten "
        "in de groep was dat € 1.500."
    )
    assert "niets gepubliceerd" in comparison.finding("Aa", None, None, pd.Series(dtype=float))
    assert "geen uitgaven gepubliceerd" in comparison.finding("Aa", 2024, 1.0, pd.Series([None]))
    alone = comparison.finding("Aa", 2024, 1.0, pd.Series(dtype=float), provisional=True)
    assert alone.startswith("In 2024 (voorlopig) gaf Aa")
    assert alone.endswith(comparison.EMPTY_GROUP)


def test_what_is_remarkable_is_pointed_out_as_a_question() -> None:
    years = [(2024, False), (2025, True)]
    said = comparison.remarkable({"help": "inside", "stay": "outside"}, years)
    assert said.startswith(
        "Opvallend in 2024 en 2025 (voorlopig): het deel hulp met verblijf ligt buiten de gewone "
        "spreiding."
    )
    assert "geen oordeel" in said
    assert comparison.remarkable({"help": "inside"}, [(2025, True)]) == (
        "Binnen de gewone spreiding in 2025 (voorlopig): het deel jeugdigen met hulp."
    )
    assert comparison.remarkable({}, []) == ""


def test_risen_counts_who_is_missing() -> None:
    said = spending.risen(spending.Said(), (300, 310, 10), (110.0, 160.0))
    assert (
        "In 300 van de 310 gemeenten stegen de uitgaven per jeugdige tot 23 jaar sinds 2015."
        in said
    )
    assert "tussen 10% en 60%" in said
    assert "Van 10 gemeenten is dat niet te zeggen" in said
    assert spending.risen(spending.Said(), (0, 0, 5), None).startswith("Van geen enkele gemeente")


def test_the_index_says_higher_lower_or_even() -> None:
    middle = pd.Series({2024: 100.2})
    own = pd.Series({2015: 100.0, 2024: 88.0})
    assert spending.finding("Aa", spending.Said(), own, middle) == (
        "De uitgaven per jeugdige tot 23 jaar van Aa waren in 2024 12% lager dan in 2015; bij de "
        "middelste van de groep even hoog als in 2015."
    )
    said_of = spending.Said("stay", per_youth=False, real=True)
    assert spending.finding("Aa", said_of, own, middle.iloc[:0]) == (
        "De uitgaven aan hulp met verblijf van Aa waren in 2024 12% lager dan in 2015, zonder "
        "inflatie."
    )
    unknown = spending.finding("Aa", spending.Said(), pd.Series(dtype=float), middle)
    assert "onbekend en niet nul" in unknown


def test_breaks_within_the_years_are_warned_of_with_their_reasons() -> None:
    breaks = pd.DataFrame({"year": [2015, 2022, 2025], "reason": ["x", "residence", "y"]})
    said = spending.broken(breaks, [2015, 2024])
    assert "één keer anders geteld" in said
    assert BREAK_REASONS["residence"] in said
    assert spending.broken(breaks, [2023, 2024]) == ""


def test_the_largest_step_is_named_and_no_cause_is_claimed() -> None:
    steps = steps_of({"use": 50_000, "price": -20_000}, 100_000)
    assert decomposition.group_finding("Aa", 2024, steps) == (
        "In 2024 gaf Aa per jeugdige € 300 meer uit dan haar groep samen. "
        "De grootste stap is *deel met jeugdzorg*: +€ 500."
    )
    level = steps_of({"use": 50_000, "price": -50_000}, 100_000)
    assert "even hoog" in decomposition.year_finding("Aa", (2022, 2024), level)
    assert "evenveel" in decomposition.group_finding("Aa", 2024, level)


@pytest.mark.parametrize(
    ("cents", "words"),
    [
        (460_000_000, "€ 4,6 mln"),
        (12_345_678, "€ 123.000"),
        (123_456, "€ 1.235"),
        (-1_000_000, "-€ 10.000"),
    ],
)
def test_amounts_are_written_short(cents: int, words: str) -> None:
    assert decomposition.money(cents) == words


@pytest.mark.parametrize(
    ("place", "share", "said"),
    [
        ("inside", 0.1, "binnen de gewone spreiding bij een gemeente van deze grootte"),
        ("edge", 0.2, "aan de rand van de gewone spreiding, hoger dan gewoon"),
        ("outside", 0.01, "buiten de gewone spreiding, lager dan gewoon"),
    ],
)
def test_a_place_in_the_funnel_is_words(place: str, share: float, said: str) -> None:
    cells = {"share": share, "low": 0.05, "high": 0.15, "place": place}
    row = pd.Series(cells | {"year": 2025, "provisional": True})
    assert said in funnel.finding("Aa", row, "help")
    assert "was in 2025 (voorlopig) in Aa" in funnel.finding("Aa", row, "help")
    assert "niet gepubliceerd" in funnel.finding("Aa", None, "help")


@pytest.mark.parametrize(
    ("over", "said"),
    [
        ([0.1, 0.22], "In 2024 gaf Aa 22% meer uit dan begroot; in 2 van de 2 jaren"),
        ([0.1, -0.05], "In 2024 gaf Aa 5% minder uit dan begroot; in 1 van de 2 jaren"),
        ([0.1, 0.0], "In 2024 gaf Aa evenveel uit als begroot; in 1 van de 2 jaren"),
        ([0.1, None], "In 2023 gaf Aa 10% meer uit dan begroot; in 1 van de 1 jaren"),
        ([None, None], "geen begroting en uitgaven naast elkaar"),
    ],
)
def test_spending_beside_the_budget(over: list[float], said: str) -> None:
    rows = pd.DataFrame({"year": [2023, 2024], "over": pd.array(over, dtype="float64")})
    assert said in budget.finding(rows, "Aa")
