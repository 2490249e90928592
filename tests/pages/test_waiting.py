"""The part Hoe lang en wanneer verder: curves, durations, reasons for ending and cohorts."""

import pytest
from streamlit.testing.v1 import AppTest

from core.session import RULES
from core.text import chains, durations, endings, general
from core.text import waiting as text
from core.trajectories.rules import Rules
from tests.pages.visiting import SAMPLE, THREE_CLIENTS, arrive, cells, upload, words

PAGE = "course/chains.py"
PART = chains.TABS["waiting"]


def opened(app: AppTest) -> AppTest:
    """Open the part of the page."""
    app.session_state["chains_tab"] = PART
    return app.run()


@pytest.fixture(scope="module")
def sample() -> AppTest:
    """Visit once what several tests only read."""
    return opened(arrive(PAGE, SAMPLE))


def shares(row: dict[str, str]) -> list[int]:
    """Give the shares of a row of the curves, in the order of time."""
    return [int(row[heading].removesuffix("%")) for heading in text.DAYS.values()]


def test_the_sample_region_goes_on_ever_more_and_adds_up_to_a_whole(sample: AppTest) -> None:
    assert not sample.exception
    rows = cells(sample, text.NUMBER)
    assert [row[text.AFTER] for row in rows] == ["1e traject", "2e traject", "3e traject"]
    assert all(shares(row) == sorted(shares(row)) for row in rows)
    first = rows[0]
    whole = [first["Binnen een jaar"], first[text.LEFT_HEADING], first[text.FREE_HEADING]]
    assert abs(sum(int(share.removesuffix("%")) for share in whole) - 100) <= 1
    assert f"begint bij {first['Binnen een jaar']} van de jeugdigen" in words(sample)


def test_it_says_what_it_cannot_see(sample: AppTest) -> None:
    said = words(sample)
    assert text.UNSEEN in said
    assert "te recent om te weten" in said
    assert text.STEPS_SHARED in said


def test_durations_count_what_runs_and_say_when_they_are_not_known(sample: AppTest) -> None:
    rows = {row[durations.FORM]: row for row in cells(sample, durations.MEDIAN)}
    assert rows["Crisis"][durations.MEDIAN] == "1,0 mnd"
    assert general.FEW in {row[durations.SILENT] for row in rows.values()}
    months = rows["Pleegzorg"]
    assert months[durations.QUARTER] < months[durations.MEDIAN]


def test_reasons_stand_beside_what_came_next(sample: AppTest) -> None:
    rows = cells(sample, endings.REASON)
    assert {"volgens plan", "voortijdig", "reden niet geleverd"} <= {
        row[endings.REASON] for row in rows
    }
    for row in rows:
        parts = [row[name] for name in endings.OUTCOMES.values() if "%" in row[name]]
        assert abs(sum(int(part.removesuffix("%").lstrip("<")) for part in parts) - 100) <= 3


def test_cohorts_that_are_too_young_say_so(sample: AppTest) -> None:
    rows = cells(sample, endings.COHORT)
    assert rows[0]["Volgend traject binnen 12 maanden"].endswith("%")
    assert rows[-1]["Volgend traject binnen 24 maanden"] == "te recent om te weten"


def test_another_number_has_other_cohorts() -> None:
    app = opened(arrive(PAGE, SAMPLE))
    before = cells(app, endings.COHORT)
    app.segmented_control(key="waiting_position").set_value(2).run()
    assert cells(app, endings.COHORT) != before


def test_a_later_horizon_follows_more() -> None:
    app = opened(arrive(PAGE, SAMPLE))
    before = cells(app, text.NUMBER)[0][text.NUMBER]
    app.session_state[RULES] = Rules(recent_days=0)
    after = cells(app.run(), text.NUMBER)[0][text.NUMBER]
    assert int(after.replace(".", "")) > int(before.replace(".", ""))


def test_open_care_that_never_closes_is_refused_or_counted_as_running() -> None:
    app = opened(arrive(PAGE, SAMPLE))
    app.session_state[RULES] = Rules(open_end_days=-1)
    rows = cells(app.run(), durations.MEDIAN)
    assert all(row[durations.SILENT] == general.FEW for row in rows)


@pytest.mark.parametrize("part", ["waiting", "stock", "renewed"])
def test_small_numbers_stay_hidden(part: str) -> None:
    app = upload(THREE_CLIENTS).switch_page(PAGE).run()
    app.session_state["chains_tab"] = chains.TABS[part]
    app.run()
    assert not app.exception
    said = words(app)
    assert "pseudo" not in said
    shown = [cell for table in app.table for cell in table.value.to_numpy().ravel()]
    assert not {str(cell) for cell in shown if str(cell).isdecimal() and int(cell) < 10}
