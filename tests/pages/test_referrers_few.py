"""The page Verwijzers with few persons: who is counted with others, and the own organisation."""

import pandas as pd
import pytest

from core.charts.referrers import chart_followed
from core.text import follow_up, general
from core.text import referral_outcomes as outcomes
from core.text import referrers as text
from core.trajectories.rules import start_rules
from tests.pages.test_referrers import OWN_TABS, REFERRERS, SHARES, finding, opened
from tests.pages.visiting import upload, words

REFERRED = """clientnummer;gemeente;aanbieder;hulpvorm;begindatum;einddatum;bedrag;verwijzer
pseudo-a;Noord;A1;Ambulant regulier;01-01-2022;31-03-2022;100,00;gemeente
pseudo-b;Noord;A1;Ambulant regulier;01-02-2022;30-04-2022;100,00;huisarts
pseudo-c;Noord;A1;Ambulant regulier;01-02-2022;30-04-2022;100,00;jeugdarts
pseudo-d;Zuid;A2;Pleegzorg;01-02-2022;30-04-2022;100,00;jeugdarts
pseudo-a;Noord;A1;Ambulant regulier;01-04-2022;30-06-2022;100,00;gemeente
"""


def test_who_is_counted_with_others_is_not_said_to_be_few() -> None:
    """The smallest that is named joins those that are too few, and may itself be thirty."""
    rows = text.trend_rows(SHARES.query("not (referrer == 'gemeente' and year == 2022)"))
    table = text.trend_table(rows)
    assert table[text.REFERRER].tolist() == ["gemeente", "huisarts"]
    assert table["2022"].tolist() == [text.TOGETHER, "100% (60)"]
    assert table["2023"].tolist()[1] == general.FEW


@pytest.mark.parametrize("tab", OWN_TABS)
def test_the_own_organisation_sees_each_referrer_of_a_small_file(
    tab: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRAJECTZICHT_LEVEL", "eigen")
    app = opened(upload(REFERRED).switch_page(REFERRERS).run(), tab)
    assert not app.exception
    assert "33% van de 3 trajecten via de huisarts en 67% via de jeugdarts" in finding(app)
    assert text.OTHER_REFERRERS not in words(app)


def test_a_picture_of_what_follows_has_no_empty_layer_and_an_axis() -> None:
    """A layer without marks cannot be read aloud; nobody at all still needs an axis from 0%."""
    drawing = {"referrer": "huisarts", "position": [2, 2], "reached": ["yes", "no"]}
    counts = pd.DataFrame(drawing | {"months": 12, "chains": pd.array([0, 7], dtype="Int64")})
    drawn = chart_followed(follow_up.follow_rows(counts)).to_dict()
    assert [layer["mark"]["type"] for layer in drawn["layer"]] == ["text", "point"]
    assert drawn["layer"][0]["encoding"]["x"]["scale"]["domainMax"] > 1


def test_what_follows_is_said_of_a_year_when_two_years_are_not_known() -> None:
    rows = pd.DataFrame({"position": [2, 2], "share_12": [0.2, 0.3], "share_24": [None, None]})
    assert follow_up.follow_finding(rows, start_rules()).startswith(
        "Binnen 12 maanden volgde bij 20% tot 30% van de reeksen een tweede traject"
    )


def test_no_referrer_of_enough_persons_is_said() -> None:
    counts = pd.DataFrame(
        {
            "referrer": [text.OTHER_REFERRERS, "geen verwijzer"],
            "trajectories": pd.array([20, 0], dtype="Int64"),
        }
    )
    assert text.finding(counts[:1], "2022") == text.NOBODY_NAMED


def test_reasons_that_were_not_delivered_are_not_too_few_persons() -> None:
    counts = pd.DataFrame(
        {
            "referrer": "huisarts",
            "ending": ["early", "otherwise", "undelivered"],
            "trajectories": pd.array([None, None, 40], dtype="Int64"),
        }
    )
    nothing = pd.Series(dtype=float)
    assert outcomes.early_finding(outcomes.early_rows(counts, nothing)) == outcomes.NO_REASONS
    hidden = pd.array([None] * len(counts), dtype="Int64")
    few = outcomes.early_rows(counts.assign(trajectories=hidden), nothing)
    assert outcomes.early_finding(few) == general.NOTHING_TO_SHOW
