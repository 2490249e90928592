"""What Verwacht en werkelijk says in words."""

import numpy as np
import pandas as pd
import pytest

from core.expected.characteristics import NAMES
from core.expected.outcomes import DIVISIONS, OUTCOMES
from core.text import expected as text
from core.text import expected_bars as bars_text
from core.text import expected_card as card
from core.text import expected_contributions as adds
from core.text import expected_kinds as kinds

MINUS = "\N{MINUS SIGN}"

ROW = pd.Series(
    {
        "members": 1,
        "youth": 11_904.0,
        "expected": 0.101,
        "actual": 0.106,
        "low": 0.085,
        "high": 0.117,
        "difference": 0.005,
    }
)
RARE = pd.Series(
    {"expected": 0.0031, "actual": 0.0018, "low": 0.0014, "high": 0.0055, "difference": -0.0013}
)


def test_every_outcome_division_and_characteristic_has_words() -> None:
    assert set(text.FORM_NAMES) == set(OUTCOMES)
    assert set(text.YOUTH_NAMES) == {outcome.youth for outcome in OUTCOMES.values()}
    assert set(kinds.DIVISIONS) == set(DIVISIONS)
    for words in (adds.CHARACTERISTICS, adds.IN_A_SENTENCE, card.MEANINGS):
        assert set(words) == set(NAMES)


@pytest.mark.parametrize(
    ("standing", "said"),
    [
        ("within", "verwacht 10,1%, werkelijk 10,6%. Dat is binnen de marge."),
        ("above", "verwacht 10,1%, werkelijk 10,6%. Dat is buiten de marge: meer dan verwacht."),
        ("below", "verwacht 10,1%, werkelijk 10,6%. Dat is buiten de marge: minder dan verwacht."),
        ("unknown", "verwacht 10,1%, werkelijk 10,6%. Niet te vergelijken: van zulke kleine"),
    ],
)
def test_the_finding_says_expected_actual_and_margin(standing: str, said: str) -> None:
    sentence = text.finding("Aldervoorde", "help", "2024", ROW, standing)
    assert sentence.startswith(f"Jeugdhulp in natura in Aldervoorde in 2024: {said}")


@pytest.mark.parametrize(
    ("missing", "said"),
    [("actual", "werkelijk is niet gepubliceerd"), ("expected", "geen verwachting")],
)
def test_what_is_missing_is_said(missing: str, said: str) -> None:
    row = ROW.copy()
    row[[missing, "difference"]] = np.nan
    assert said in text.finding("Aldervoorde", "help", "2024", row, "unknown")


def test_without_a_model_the_finding_says_why() -> None:
    assert "te weinig gemeenten" in text.finding("Aldervoorde", "secure", "2024", None, "unknown")


def test_small_shares_have_two_decimals_and_differences_a_sign() -> None:
    assert (text.share(0.101), text.share(0.0031), text.share(0.1, 0.01)) == (
        *("10,1%", "0,31%", "10,00%"),
    )
    assert text.difference_words(ROW) == f"+0,5 (marge {MINUS}1,1 tot +2,1)"
    assert text.difference_words(RARE) == f"{MINUS}0,13 (marge {MINUS}0,37 tot +0,04)"


def test_an_area_says_on_how_many_municipalities_it_stands() -> None:
    row = ROW.copy()
    row["members"] = 12
    assert "12 van 14 gemeenten" in text.basis(row, "under_23", 14, 2024)
    assert "over 12 gemeenten" in text.basis(row, "under_23", 12, 2024)
    alone = text.basis(ROW, "under_23", 1, 2023)
    assert "Opgeteld" not in alone
    assert alone.startswith("Van de 11.904 jeugdigen tot 23 jaar (geteld in 2023). Marge (95%): ")
    assert "geteld" not in text.basis(ROW, "under_23", 1, 0)


@pytest.mark.parametrize(
    ("place", "regions", "zone"),
    [
        (0.5, 320, "in de middelste helft"),
        (0.25, 320, "in de middelste helft"),
        (0.2, 320, "buiten de middelste helft"),
        (0.96, 320, "in de buitenste 10%"),
        (0.0, 20, "in de buitenste 10%"),
        (0.0, 12, "buiten de middelste helft"),
    ],
)
def test_a_place_is_said_without_a_rank(place: float, regions: int, zone: str) -> None:
    assert bars_text.zone(place, regions) == zone


def test_the_text_alternative_tells_what_the_bars_show() -> None:
    bars = pd.DataFrame(
        {"bar": [1, 2], "mean": [-0.02, 0.03], "lowest": [-0.03, 0.01], "highest": [-0.01, 0.05]}
    ).assign(regions=20)
    said = bars_text.takeaway("Aldervoorde", ROW, 0.5, bars)
    assert f"Aldervoorde is +0,5 (marge {MINUS}1,1 tot +2,1) procentpunt" in said
    assert f"{MINUS}2,0 in de laagste staaf tot +3,0 in de hoogste" in said


def test_bars_of_few_regions_are_no_means() -> None:
    assert bars_text.bars_note(20, "municipality", "").startswith("Elke staaf is het gemiddelde ")
    few = bars_text.bars_note(12, "province", "")
    assert few.startswith("Elke staaf is één van de provincies. Kleine provincies schommelen")


def test_kinds_outside_their_margin_are_named() -> None:
    shown = [("help", ROW, "within"), ("protection", RARE, "below"), ("probation", None, "unknown")]
    rows = kinds.kind_rows(shown)
    assert list(rows["index"].round()[:2]) == [105, 58]
    assert np.isnan(rows["index"][2])
    said = kinds.kinds_finding(rows, "Aldervoorde", "2024")
    assert said.endswith("buiten de marge: jeugdbescherming (minder dan verwacht).")
    assert list(kinds.kind_table(rows)[text.STANDING]) == [
        *("binnen de marge", "minder dan verwacht", "niet te vergelijken"),
    ]
    none = kinds.kind_rows([("probation", None, "unknown")])
    assert "geen van deze soorten" in kinds.kinds_finding(none, "Aldervoorde", "2024")
    within = kinds.kind_rows(shown[:1])
    assert "binnen de marge" in kinds.kinds_finding(within, "Aldervoorde", "2024")


def test_contributions_are_said_in_plain_words_the_largest_first() -> None:
    rows = adds.contribution_rows(
        pd.DataFrame(
            {
                "characteristic": ["density", "single_parent"],
                "value": [1_859.0, 22.0],
                "usual": [1_189.0, 18.7],
                "points": [-0.002, 0.004],
                "start": 0.098,
            }
        )
    )
    assert list(rows["name"]) == [
        "Eenoudergezinnen: 22,0% (gemiddeld 18,7%)",
        "Adressen per km² in de omgeving: 1.859 (gemiddeld 1.189)",
    ]
    said = adds.contributions_finding(rows, "Aldervoorde", "help")
    assert "gemiddeld is verwachten we 9,8%, in Aldervoorde 10,0%" in said
    assert "het aandeel eenoudergezinnen (+0,40)" in said


def test_the_card_says_what_it_is_not_and_what_it_does_not_know() -> None:
    for words in (
        "speciaal onderwijs",
        "wijkteam",
        "oorzaak",
        "Dit is niet het cijfer van het NJi",
    ):
        assert words in card.CARD


@pytest.mark.parametrize(("explained", "said"), [(0.6, "60%"), (-0.1, "bijna niets")])
def test_a_model_that_explains_nothing_says_so(explained: float, said: str) -> None:
    assert said in card.quality_finding(explained, 320, "help")
