"""The parts on what follows what and on hand-overs: sentences, honest numbers, and downloads."""

import io
from itertools import pairwise

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from core.export.csv_text import csv_of
from core.session import RULES
from core.text import exports, general, handovers
from core.text import follows as text
from core.text.chains import TABS
from core.text.taking import PROVENANCE, ROW_ABOUT, TAKE
from core.trajectories.rules import Rules
from pages import taking
from tests.pages.visiting import SAMPLE, THREE_CLIENTS, arrive, cells, upload, words

PAGE = "course/chains.py"
MANY = "clientnummer;gemeente;aanbieder;hulpvorm;begindatum;einddatum;bedrag\n" + "\n".join(
    f"p{number};Noord;A1;Basis-ggz;01-0{1 + number % 6}-2022;30-0{1 + number % 6}-2022;10,00"
    if number % 6 != 1
    else f"p{number};Noord;A1;Basis-ggz;01-03-2022;31-03-2022;10,00"
    for number in range(60)
)


OFFERED = [exports.PAIRS_CSV, exports.GRAPH, exports.MATRIX_CSV]


def part(app: AppTest, name: str) -> AppTest:
    """Open one of the parts of the page."""
    app.session_state["chains_tab"] = TABS[name]
    return app.run()


@pytest.fixture(scope="module")
def follows() -> AppTest:
    return part(arrive(PAGE, SAMPLE), "follows")


@pytest.fixture(scope="module")
def passed_on() -> AppTest:
    return part(arrive(PAGE, SAMPLE), "handovers")


def test_the_most_frequent_transition_is_written_out(follows: AppTest) -> None:
    assert not follows.exception
    said = words(follows)
    assert "De meest voorkomende overgang: van elke 100 trajecten Basis-ggz" in said
    assert "eerste trajecten van een reeks tellen mee" in said
    assert "liep eerdere hulp nog door" in said


def test_every_row_adds_up_with_both_ends_apart(follows: AppTest) -> None:
    """Rows are written as whole hundredths, each at most half a one off."""
    rows = cells(follows, text.OF_SOURCE)
    for source in {row[text.FROM] for row in rows}:
        own = [row for row in rows if row[text.FROM] == source]
        shares = [row[text.OF_SOURCE].replace("<1", "0") for row in own]
        assert abs(sum(map(int, shares)) - 100) <= len(own)
        assert {"geen vervolg", "loopt nog of te recent"} & {row[text.TO] for row in own}


def test_days_without_help_never_stand_without_the_overlap(follows: AppTest) -> None:
    """Trap 16."""
    rows = cells(follows, text.WAITED)
    timed = [row for row in rows if row[text.WAITED] not in (text.DASH, "")]
    assert timed
    assert all(row[text.SHARED] != text.DASH for row in timed)


def test_fewer_arrows_change_nothing_but_the_arrows(follows: AppTest) -> None:
    """Trap 12: the table is the same, and the note says how many are not drawn."""
    before = cells(follows, text.OF_SOURCE)
    follows.slider(key="follows_drawn").set_value(6).run()
    assert "Getekend: de 6 grootste overgangen" in words(follows)
    assert "niet opnieuw berekend" in words(follows)
    assert cells(follows, text.OF_SOURCE) == before


def test_another_transition_is_read_out_when_it_is_chosen(follows: AppTest) -> None:
    box = follows.selectbox(key="follows_told")
    box.set_value(3).run()
    source, target = box.options[3].split(" → ")
    assert f"Van elke 100 trajecten {source}" in words(follows)
    assert f"gevolgd door {target}" in words(follows)


def test_a_shorter_pause_gives_fewer_transitions() -> None:
    app = part(arrive(PAGE, SAMPLE), "follows")
    before = transitions(app)
    app.session_state[RULES] = Rules(chain_gap_days=31)
    assert transitions(app.run()) < before


def test_handovers_name_providers_and_never_their_codes(passed_on: AppTest) -> None:
    assert not passed_on.exception
    said = words(passed_on)
    assert "bij een andere aanbieder" in said
    assert handovers.GROUPS_TITLE in said
    assert "9801" not in said
    rows = cells(passed_on, handovers.OF_SENDER)
    assert all(
        row[handovers.FROM] != row[handovers.TO] or row[handovers.FROM] == handovers.REST
        for row in rows
    )


def test_who_receives_stands_by_name_not_by_number(passed_on: AppTest) -> None:
    names = [row[handovers.PROVIDER] for row in cells(passed_on, handovers.PROVIDER)]
    assert all(first <= second for first, second in pairwise(names))


@pytest.mark.parametrize("name", ["follows", "handovers"])
def test_without_data_there_is_nothing(name: str) -> None:
    app = part(arrive(PAGE), name)
    assert [notice.value for notice in app.info] == [general.NO_DATA_YET]


@pytest.mark.parametrize(
    ("name", "said"), [("follows", text.NOTHING), ("handovers", handovers.TOO_FEW)]
)
def test_small_numbers_stay_hidden(name: str, said: str) -> None:
    app = part(upload(THREE_CLIENTS).switch_page(PAGE).run(), name)
    assert not app.exception
    assert said in words(app)
    assert "pseudo" not in words(app)


def test_one_form_and_nothing_after_it_is_no_error() -> None:
    app = part(upload(MANY).switch_page(PAGE).run(), "follows")
    assert not app.exception


def test_events_are_offered_only_where_rows_may_be_seen(
    monkeypatch: pytest.MonkeyPatch, follows: AppTest
) -> None:
    assert offered_by(follows) == OFFERED
    monkeypatch.setenv("TRAJECTZICHT_LEVEL", "eigen")
    monkeypatch.setattr("core.session.LOOPBACK", ("127.0.0.1", None))
    own = part(arrive(PAGE, SAMPLE), "follows")
    assert exports.EVENTS not in offered_by(own)
    own.button(key="make_events").click().run()
    assert not own.exception
    assert exports.EVENTS in offered_by(own)


def test_there_is_one_door_out_of_each_view(follows: AppTest, passed_on: AppTest) -> None:
    """What a view gives beside its picture stands behind the same door."""
    for app in (follows, passed_on):
        views = app.session_state[taking.OFFERED].views
        doors = [box for box in app.expander if box.label == TAKE]
        behind = [button for door in doors for button in door.get("download_button")]
        assert len(doors) == len(views)
        assert len(behind) == len(app.get("download_button")) - 1, "only the note stands apart"


def test_what_a_view_gives_beside_its_picture_carries_its_card(follows: AppTest) -> None:
    card = follows.session_state[taking.OFFERED].views[0].card
    table = pd.DataFrame({"=Van": ["=1+1", "  @x", "licht"], "Deel": ["0,25", "-1", "<10"]})
    rows = pd.read_csv(io.BytesIO(csv_of(table, card)), sep=";", dtype=str)
    assert rows.columns.tolist() == ["'=Van", "Deel", ROW_ABOUT, PROVENANCE]
    assert rows["'=Van"].tolist() == ["'=1+1", "'  @x", "licht"]
    assert rows["Deel"].tolist() == ["0,25", "-1", "<10"]
    assert card.finding in rows[PROVENANCE][0]
    assert rows[ROW_ABOUT].str.contains(card.period).all()


def offered_by(app: AppTest) -> list[str]:
    """List what a page offers to download besides its views and its note."""
    labels = [str(getattr(button, "label", "")) for button in app.get("download_button")]
    return [label for label in labels if label in (*OFFERED, exports.EVENTS)]


def transitions(app: AppTest) -> int:
    """Add up what went from one form to another, of what is shown."""
    ends = {"geen vervolg", "loopt nog of te recent"}
    rows = [row for row in cells(app, text.OF_SOURCE) if row[text.TO] not in ends]
    return sum(int(row[text.TRANSITIONS].replace(".", "")) for row in rows)
