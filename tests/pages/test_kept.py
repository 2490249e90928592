"""Data that are kept: listed, opened by a link, delivered again, deleted, and never by surprise."""

import os
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from core.session import DATA_SET
from core.text import data, keeping, shell, undivided
from core.text import kept as text
from core.text.storage import not_stored
from tests.pages.visiting import (
    HEADING,
    PATIENCE_SECONDS,
    SHELL,
    THREE_CLIENTS,
    arrive,
    cells,
    press,
    upload,
    words,
)

DATA = "prepare/data.py"
CHAINS = "course/chains.py"
MANY = (
    HEADING
    + "\n"
    + "\n".join(
        f"pseudo-{i};{('Zuid', 'Noord')[i % 2]};A{i % 4};Ambulant;01-0{1 + i % 9}-2023;31-12-2023;9"
        for i in range(60)
    )
)
OWN_CODES = MANY.replace("hulpvorm", "productcode").replace("Ambulant", "EIGEN1")


def test_nothing_is_kept_at_first_and_the_sample_is_one_click_away() -> None:
    app = arrive(DATA)
    assert text.EMPTY in words(app)
    app = press(app, text.OPEN_SAMPLE)
    assert not app.exception
    assert app.session_state[DATA_SET].title.startswith("voorbeeldregio")


def test_what_was_read_is_listed_with_its_side_and_its_period() -> None:
    app = arrive(DATA)
    app.file_uploader[0].upload("klein.csv", MANY.encode(), "text/csv").run()
    app.radio(key="side").set_value("provider").run()
    (row,) = cells(press(app, data.READ), text.DELIVERY)
    assert row["Gegevens"] == "klein.csv"
    assert row["Van wie"] == "aanbieder"
    assert row["Begindatums"] == "2023"
    assert text.LINES not in row  # of two deliveries that are near they would tell one child


def test_the_owner_sees_the_days_and_the_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRAJECTZICHT_LEVEL", "eigen")
    (row,) = cells(upload(THREE_CLIENTS), text.DELIVERY)
    assert row["Begindatums"] == "01-01-2022 t/m 01-03-2023"
    assert row[text.LINES] == "6"


def test_what_is_refused_leaves_nothing(home: Path) -> None:
    app = upload(THREE_CLIENTS.replace("clientnummer", "bsn"))
    assert app.error
    assert not any(path.is_dir() for place in home.iterdir() for path in listed(place))


def test_a_colleague_who_opens_the_link_sees_the_same_data() -> None:
    mine = upload(MANY)
    theirs = arrive(CHAINS, {"data": opened(mine)})
    assert not theirs.exception
    assert opened(theirs) == opened(mine)
    assert "Bron: klein.csv" in words(theirs)


def test_the_same_file_adds_nothing_and_says_so() -> None:
    first = upload(MANY)
    again = upload(MANY)
    assert opened(again) == opened(first)
    assert any("al ingelezen" in info.value for info in again.info)
    assert len(cells(again, text.DELIVERY)) == 1


def test_a_next_delivery_stands_beside_the_first() -> None:
    app = press(upload(MANY), text.NEXT_DELIVERY)
    assert text.next_of("klein.csv", 2) in [info.value for info in app.info]
    later = MANY + "\npseudo-z;Noord;A1;Ambulant;01-10-2023;31-12-2023;9"
    app.file_uploader[0].upload("later.csv", later.encode(), "text/csv").run()
    app = press(app, data.READ)
    assert not app.exception
    assert app.session_state[DATA_SET].title == "klein.csv, levering 2"
    (row,) = cells(app, text.DELIVERY)
    assert row[text.DELIVERY] == "2"
    assert list(cells(app, text.WHAT)[0]) != []
    beside = next(table.value for table in app.table if "Levering 1" in table.value.columns)
    assert {"Levering 1", "Levering 2"} <= set(beside.columns)


def test_an_old_link_offers_the_newest_delivery() -> None:
    app = upload(MANY)
    first = opened(app)
    app = press(app, text.NEXT_DELIVERY)
    later = MANY + "\npseudo-z;Noord;A1;Ambulant;01-10-2023;31-12-2023;9"
    app.file_uploader[0].upload("later.csv", later.encode(), "text/csv").run()
    second = opened(press(app, data.READ))
    visit = land(first)
    assert opened(visit) == first
    assert any(f"?data={second}" in warning.value for warning in visit.warning)


def test_deleting_asks_first_and_then_leaves_nothing(home: Path) -> None:
    app = press(upload(MANY), text.DELETE)
    assert any("verwijderen" in warning.value for warning in app.warning)
    assert any(home.joinpath("data").iterdir())
    app = press(app, text.YES_DELETE)
    assert not app.exception
    assert text.deleted("klein.csv") in words(app)
    assert DATA_SET not in app.session_state
    assert not any(home.joinpath("data").iterdir())


def test_who_has_it_open_hears_that_it_was_deleted() -> None:
    mine = upload(MANY)
    theirs = arrive(CHAINS, {"data": opened(mine)})
    press(press(mine, text.DELETE), text.YES_DELETE)
    theirs.run()
    assert not theirs.exception
    assert DATA_SET not in theirs.session_state
    assert any("gewist" in warning.value for warning in theirs.warning)


def test_a_link_to_what_was_deleted_says_when() -> None:
    app = upload(MANY)
    identity = opened(app)
    press(press(app, text.DELETE), text.YES_DELETE)
    visit = land(identity)
    assert DATA_SET not in visit.session_state
    assert any("gewist" in warning.value for warning in visit.warning)


@pytest.mark.parametrize("identity", ["0123456789abcdef", "../../etc", "bestaat-niet"])
def test_a_link_to_what_was_never_here_says_so(identity: str) -> None:
    visit = land(identity)
    assert not visit.exception
    assert not_stored("never", "") in [warning.value for warning in visit.warning]


def test_a_link_never_widens_the_level() -> None:
    identity = opened(upload(MANY))
    visit = arrive(CHAINS, {"data": identity, "niveau": "eigen", "level": "eigen"})
    assert shell.level_line("tafel") in words(visit)


def test_wiping_takes_everything_and_the_log_remembers_that(home: Path) -> None:
    app = press(upload(MANY), keeping.WIPE)
    assert any(warning.value == keeping.ASK_WIPE for warning in app.warning)
    app = press(app, keeping.YES_WIPE)
    assert keeping.wiped(1) in words(app)
    assert not any(home.joinpath("data").iterdir())
    app.toggle(key="show_log").set_value(v=True).run()
    done = [row["Wat"] for row in cells(app, "Uitkomst")]
    assert {"ingelezen", "gewist"} <= set(done)


def test_the_log_counts_for_the_owner_only(monkeypatch: pytest.MonkeyPatch) -> None:
    app = upload(THREE_CLIENTS)
    app.toggle(key="show_log").set_value(v=True).run()
    assert keeping.HEADINGS[-1] not in cells(app, "Uitkomst")[0]
    assert "pseudo" not in str(cells(app, "Uitkomst"))
    monkeypatch.setenv("TRAJECTZICHT_LEVEL", "eigen")
    app.run()
    told = [row[keeping.HEADINGS[-1]] for row in cells(app, "Uitkomst")]
    assert any("6 regels gelezen" in one for one in told)


def test_own_codes_are_divided_remembered_and_read_again() -> None:
    app = upload(OWN_CODES)
    fields = [box for box in app.selectbox if "code EIGEN1" in box.label]
    assert len(fields) == 2
    for field in fields:
        field.select("Dagbehandeling")
    app = press(app, undivided.READ_AGAIN)
    assert not app.exception
    assert not app.session_state[DATA_SET].delivery.unmatched
    assert len(cells(app, text.DELIVERY)) == 1
    assert not upload(OWN_CODES, "later.csv").session_state[DATA_SET].delivery.unmatched


def test_what_was_answered_about_columns_is_known_at_the_next_file() -> None:
    odd = MANY.replace("begindatum", "wanneer")
    app = upload(odd)
    field = next(box for box in app.selectbox if "begindatum" in box.label)
    press(field.select("wanneer").run(), data.READ_AGAIN)
    later = upload(odd + "\npseudo-z;Noord;A1;Ambulant;01-10-2023;31-12-2023;9", "later.csv")
    assert not later.error
    assert later.session_state[DATA_SET].title == "later.csv"


@pytest.mark.skipif(os.name == "nt", reason="a folder on Windows is locked in other ways")
def test_without_a_place_to_keep_things_a_visit_still_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "file"
    place.write_text("geen map")
    monkeypatch.setenv("TRAJECTZICHT_HOME", str(place / "home"))
    app = upload(MANY)
    assert not app.exception
    assert app.session_state[DATA_SET].title == "klein.csv"
    assert any(text.NOT_KEPT in warning.value for warning in app.warning)


def listed(place: Path) -> list[Path]:
    return list(place.iterdir()) if place.is_dir() else []


def opened(app: AppTest) -> str:
    return str(app.session_state[DATA_SET].id)


def land(identity: str) -> AppTest:
    """Follow a link: what the first page says about it is lost by moving on."""
    app = AppTest.from_file(str(SHELL), default_timeout=PATIENCE_SECONDS)
    app.query_params["data"] = identity
    return app.run()
