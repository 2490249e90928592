"""The page Verwijzers: who refers, where to, and what follows."""

import json

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from core.charts.referrers import chart_first_forms, chart_followed, chart_shares
from core.referrers import IN_ORDER
from core.text import follow_up, general, status
from core.text import referrers as text
from tests.pages.visiting import SAMPLE, THREE_CLIENTS, arrive, cells, upload, words

REFERRERS = "picture/referrers.py"


def finding(app: AppTest) -> str:
    """Give the sentence that opens the page."""
    return next(line.value for line in app.markdown if line.value.startswith("## "))


def followed(address: dict[str, str]) -> AppTest:
    """Open the tab about what follows."""
    app = arrive(REFERRERS, address)
    app.session_state["referrers_tab"] = text.TABS[2]
    return app.run()


OWN_TABS = [name for name in text.TABS if name not in text.OPEN_TABS]


@pytest.mark.parametrize("tab", OWN_TABS)
def test_without_data_parts_about_declarations_point_to_the_data(tab: str) -> None:
    app = opened(arrive(REFERRERS), tab)
    assert not app.exception
    assert general.NO_DATA_YET in [notice.value for notice in app.info]


def opened(app: AppTest, tab: str) -> AppTest:
    """Open a part of the page."""
    app.session_state["referrers_tab"] = tab
    return app.run()


def test_the_sample_region_shows_referrers_in_the_order_of_the_national_list() -> None:
    app = arrive(REFERRERS, SAMPLE)
    assert not app.exception
    listed = [row[text.REFERRER] for row in cells(app, "2021")]
    national = [label for label in listed if label in IN_ORDER]
    assert national == [label for label in IN_ORDER if label in listed]
    assert listed[-1] == general.UNKNOWN
    assert "geen verwijzer" in listed
    assert "via de huisarts" in finding(app)


def test_what_follows_is_shown_with_its_number_at_equal_follow_up() -> None:
    rows = cells(followed(SAMPLE), "n (24 maanden)")
    found = {row[text.REFERRER]: row for row in rows}["gemeente"]
    year, two_years = (int(found[f"n ({n} maanden)"].replace(".", "")) for n in (12, 24))
    assert year > two_years > 100
    assert found["Tweede traject binnen 24 maanden"].endswith("%")


def test_a_filter_in_the_address_changes_the_figures() -> None:
    whole = arrive(REFERRERS, SAMPLE)
    part = arrive(REFERRERS, SAMPLE | {"gemeente": "9801", "periode": "2021_2023"})
    assert not part.exception
    assert "In 2021 t/m 2023 begon" in finding(part)
    assert cells(whole, "2021") != cells(part, "2021")


def test_a_shorter_pause_lets_fewer_chains_go_on() -> None:
    whole = cells(followed(SAMPLE), "n (24 maanden)")
    short = followed(SAMPLE | {"regels": "chain_gap_days.31"})
    assert cells(short, "n (24 maanden)") != whole
    assert general.days(31) in words(short)


@pytest.mark.parametrize("tab", OWN_TABS)
def test_a_small_file_shows_no_small_number(tab: str) -> None:
    app = upload(THREE_CLIENTS).switch_page(REFERRERS).run()
    app.session_state["referrers_tab"] = tab
    app.run()
    assert not app.exception
    assert "open cijfers" in finding(app) or "in het land" in finding(app)
    assert "te weinig" in words(app)
    shown = [cell for table in app.table for cell in table.value.to_numpy().ravel().tolist()]
    assert not [cell for cell in shown if "%" in str(cell) or str(cell).isdecimal()]


def delivered(missing: int) -> pd.DataFrame:
    """Give published counts of three referrers, one of them not delivered."""
    numbers = pd.array([100 - missing, missing], dtype="Int64")
    return pd.DataFrame({"referrer": ["huisarts", ""], "trajectories": numbers})


def test_much_missing_is_said_first() -> None:
    assert text.finding(delivered(30), "2022").startswith("Let op: bij 30% van de trajecten")
    assert text.finding(delivered(20), "2022") == (
        "In 2022 begon 80% van de 100 trajecten via de huisarts."
    )


SHARES = pd.DataFrame(
    {
        "year": [2022, 2023, 2022, 2023],
        "referrer": ["huisarts", "huisarts", "gemeente", "gemeente"],
        "trajectories": pd.array([60, None, 40, 50], dtype="Int64"),
    }
)


def test_shares_are_of_the_shown_numbers_of_a_year() -> None:
    rows = text.trend_rows(SHARES)
    assert rows["label"].tolist() == ["gemeente", "gemeente", "huisarts", "huisarts"]
    assert rows["above"].tolist() == ["40%", "", "60%", ""]
    assert rows["below"].tolist() == [""] * 4
    assert rows["axis_label"].tolist()[::2] == ["gemeente\nn 40", "huisarts\nn 60"]
    drawn = chart_shares(rows).to_dict()
    assert text.SHARE_AXIS in json.dumps(drawn)
    (data,) = drawn["datasets"].values()
    assert [row["trajectories"] for row in data] == [40, 50, 60, None]


def test_a_cell_that_is_not_there_is_few_and_dark_cells_have_light_words() -> None:
    counts = pd.DataFrame(
        {
            "referrer": ["huisarts", "huisarts", "gemeente"],
            "care_form": ["Basis-ggz", "Wijkteam", "Wijkteam"],
            "chains": pd.array([80, 20, 50], dtype="Int64"),
        }
    )
    rows = text.form_rows(counts, ["Wijkteam", "Basis-ggz"])
    assert rows["words"].tolist() == ["100%", text.TOGETHER, "20%", "80%"]
    assert rows["label"].unique().tolist() == ["gemeente (n 50)", "huisarts (n 100)"]
    drawn = chart_first_forms(rows).to_dict()
    (data,) = drawn["datasets"].values()
    assert [row["ink"] for row in data] == ["#ffffff", "#1b2430", "#1b2430", "#ffffff"]
    assert data[1]["fill"] == "#ffffff"


def test_ends_of_a_line_stand_where_the_line_does_not_run() -> None:
    rows = text.trend_rows(SHARES.assign(trajectories=SHARES["trajectories"].fillna(150)))
    words = rows[["label", "year", "above", "below"]].to_numpy().tolist()
    assert words[0] == ["gemeente", 2022, "40%", ""]
    assert words[1] == ["gemeente", 2023, "", "25%"]


def test_a_few_of_many_are_not_nobody() -> None:
    assert [general.percent(share) for share in (0.0, 0.004, 0.006)] == ["0%", "<1%", "1%"]


def test_a_chosen_referrer_is_counted_not_divided() -> None:
    app = arrive(REFERRERS, SAMPLE | {"periode": "2020_2024", "verwijzer": "huisarts"})
    assert not app.exception
    assert "trajecten via de gekozen verwijzer" in finding(app)
    assert "%" not in finding(app)
    assert text.ONE_REFERRER in words(app)


def test_everybody_alike_is_not_told() -> None:
    address = SAMPLE | {"periode": "2020_2024", "aanbieder": "98010361"}
    for tab in OWN_TABS:
        app = arrive(REFERRERS, address)
        app.session_state["referrers_tab"] = tab
        app.run()
        assert not app.exception
        assert "100%" not in words(app).replace(text.WHERE_NOTE, "")
        shown = [cell for table in app.table for cell in table.value.to_numpy().ravel()]
        assert not [cell for cell in shown if "100%" in str(cell)]


def test_chains_are_named_in_the_status_line_where_they_are_counted() -> None:
    assert status.BY_START in words(arrive(REFERRERS, SAMPLE))
    assert status.BY_CHAIN in words(followed(SAMPLE))


def test_what_follows_is_never_sorted_by_outcome() -> None:
    counts = pd.DataFrame(
        [
            {"referrer": who, "months": months, "position": position, "reached": reached}
            | {"chains": number if reached == "yes" else 100 - number}
            for who, number in {"huisarts": 60, "gemeente": 20}.items()
            for months in (12, 24)
            for position in (2, 3)
            for reached in ("yes", "no")
        ]
    ).astype({"chains": "Int64"})
    hidden = (counts["position"] == 3) & (counts["reached"] == "yes")
    rows = follow_up.follow_rows(counts.assign(chains=counts["chains"].mask(hidden)))
    drawn = chart_followed(rows).to_dict()
    assert drawn["layer"][0]["encoding"]["y"]["sort"] == ["gemeente", "huisarts"]
    third = rows[rows["position"] == 3]
    assert third["share_12"].isna().all()
    assert set(third["n_24"]) == {"niet te tonen"}
    assert third["words"].tolist() == ["niet te tonen"] * 2
