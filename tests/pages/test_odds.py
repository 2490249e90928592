"""The part Hoe vaak verder: odds of groups with an interval, and whether they came true."""

import re

from streamlit.testing.v1 import AppTest

from core.session import RULES
from core.text import chains, general
from core.text import odds as text
from core.trajectories.rules import Rules
from tests.pages.visiting import HEADING, SAMPLE, THREE_CLIENTS, arrive, cells, upload, words

PAGE = "course/chains.py"
TAB = "chains_tab"
FINDING = re.compile(r"Van 100 vergelijkbare reeksen .* bij (\d+) een .* \((\d+) tot (\d+)\)")


def visited(address: dict[str, str] | None = None) -> AppTest:
    """Open the part of the page."""
    return opened(arrive(PAGE, SAMPLE | (address or {})))


def opened(app: AppTest) -> AppTest:
    app.session_state[TAB] = chains.TABS["odds"]
    return app.run()


def found(app: AppTest) -> tuple[int, int, int]:
    """Read the odds and their interval from the finding."""
    match = FINDING.search(words(app))
    assert match
    part, low, high = map(int, match.groups())
    return part, low, high


def test_the_finding_has_an_interval_round_it() -> None:
    app = visited()
    assert not app.exception
    part, low, high = found(app)
    assert 0 < low < part < high < 100
    assert text.GROUPS_ONLY in words(app)


def test_the_table_says_the_same_of_all_together() -> None:
    app = visited()
    part, low, high = found(app)
    first = cells(app, text.OF_100)[0]
    assert first[text.FORM] == text.EVERY_FORM
    assert first[text.OF_100] == f"{part} ({low} tot {high})"


def test_another_first_form_is_another_group() -> None:
    app = visited()
    form = next(row[text.FORM] for row in cells(app, text.OF_100)[1:])
    before = found(app)
    assert f"begonnen met {text.ANY_FORM}" in words(app)
    app.selectbox(key="odds_form").select(form).run()
    assert not app.exception
    assert found(app) != before
    assert f"begonnen met {form}" in words(app)


def test_age_and_position_make_other_groups() -> None:
    app = visited()
    wholes = [cells(app, text.OF_100)[0][text.CHAINS]]
    app.radio(key="odds_position").set_value(1).run()
    wholes.append(cells(app, text.OF_100)[0][text.CHAINS])
    app.selectbox(key="odds_alike").select_index(2).run()
    wholes.append(cells(app, text.OF_100)[0][text.CHAINS])
    two, one, of_an_age = (int(whole.replace(".", "")) for whole in wholes)
    assert one > two
    assert one > of_an_age


def test_expected_stands_beside_seen_and_the_card_says_what_it_does_not_know() -> None:
    app = visited()
    rows = cells(app, "Verwacht van 100")
    assert len(rows) > 1
    expected = [int(row["Verwacht van 100"]) for row in rows]
    assert expected == sorted(expected)
    assert "Wat het niet weet" in words(app)


def test_a_shorter_pause_leaves_fewer_that_go_on() -> None:
    app = visited()
    before = found(app)[0]
    app.session_state[RULES] = Rules(chain_gap_days=0)
    assert found(opened(app.run()))[0] < before


def test_small_groups_are_not_told() -> None:
    app = opened(upload(THREE_CLIENTS).switch_page(PAGE).run())
    assert not app.exception
    assert text.TOO_FEW in words(app)
    assert not FINDING.search(words(app))
    assert text.NO_CALIBRATION in words(app)
    assert not [table for table in app.table if text.OF_100 in table.value.columns]


def test_groups_that_are_all_hidden_are_no_error() -> None:
    """Fourteen chains whose answers are both too few to tell: a table without a picture."""
    one = "pseudo-{0:02d};Noord;A1;Ambulant regulier;01-02-2021;31-05-2021;100,00"
    two = "pseudo-{0:02d};Noord;A2;Pleegzorg;01-06-2021;30-09-2021;100,00"
    three = "pseudo-{0:02d};Noord;A1;Ambulant regulier;01-10-2021;31-12-2021;100,00"
    still = "pseudo-z;Noord;A1;Ambulant regulier;01-01-2021;31-12-2024;100,00"
    lines = [line.format(number) for number in range(14) for line in (one, two)]
    file = "\n".join([HEADING, *lines, *map(three.format, range(7)), still])
    app = opened(upload(file).switch_page(PAGE).run())
    assert not app.exception
    assert text.TOO_FEW in words(app)
    assert general.NOTHING_TO_SHOW in words(app)
