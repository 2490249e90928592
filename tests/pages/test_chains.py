"""The page of chains: one finding, the flow, how many in a row, and the frequent routes."""

from core.session import RULES
from core.text import chains as text
from core.text import general
from core.text.chains import TOO_FEW
from core.trajectories.rules import Rules
from tests.pages.visiting import SAMPLE, THREE_CLIENTS, arrive, cells, upload, words

PAGE = "course/chains.py"


def test_without_data_it_points_to_the_data() -> None:
    app = arrive(PAGE)
    assert not app.exception
    assert [notice.value for notice in app.info] == [general.NO_DATA_YET]


def test_the_sample_region_has_a_finding_in_both_readings() -> None:
    app = arrive(PAGE, SAMPLE)
    assert not app.exception
    shares = {metric.label: percent(metric.value) for metric in app.metric if "%" in metric.value}
    assert 0 < shares[text.ONE_AFTER_ANOTHER] < shares[text.WITH_PARALLEL] < 100
    assert f"{shares[text.ONE_AFTER_ANOTHER]}% van" in words(app)
    assert "routes dekken" in words(app)


def test_every_stream_has_a_row_and_names_what_is_not_known_yet() -> None:
    rows = cells(arrive(PAGE, SAMPLE), "Deel van deze stap")
    assert {"loopt nog", "te recent om te weten", "gestopt"} <= {row["Naar"] for row in rows}
    assert {row["Na"] for row in rows} == {"1e traject", "2e traject", "3e traject"}
    assert general.FEW not in {row[text.CHAINS] for row in rows}


def test_cohorts_have_costs_and_add_up_to_a_whole() -> None:
    rows = cells(arrive(PAGE, SAMPLE), "Gemiddelde kosten per reeks")
    assert any(row["Gemiddelde kosten per reeks"].startswith("€ ") for row in rows)
    cohort = [row for row in rows if row["Gevolgd"] == text.FOLLOWED[24]]
    assert abs(sum(percent(row["Deel"]) for row in cohort) - 100) <= len(cohort)


def test_a_municipality_shows_fewer_chains() -> None:
    everyone, one = (
        arrive(PAGE, SAMPLE | chosen).metric[0].value for chosen in ({}, {"gemeente": "9801"})
    )
    assert number(one) < number(everyone)


def test_a_shorter_pause_makes_more_chains() -> None:
    app = arrive(PAGE, SAMPLE)
    before = number(app.metric[0].value)
    app.session_state[RULES] = Rules(chain_gap_days=31)
    assert number(app.run().metric[0].value) > before


def test_small_numbers_stay_hidden() -> None:
    upload_app = upload(THREE_CLIENTS)
    app = upload_app.switch_page(PAGE).run()
    assert not app.exception
    assert {metric.value for metric in app.metric} <= {general.FEW, general.percent(None)}
    assert all(general.why_hidden([metric.value]) in metric.help for metric in app.metric)
    assert TOO_FEW in words(app)
    assert "pseudo" not in words(app)


def percent(words_of_share: str) -> int:
    return int(words_of_share.removesuffix("%"))


def number(words_of_count: str) -> int:
    return int(words_of_count.replace(".", ""))
