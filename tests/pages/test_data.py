"""The page where files are read: success, refusal, correction, and what is left behind."""

import tempfile
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from core.reading.templates import template
from core.session import DATA_SET, RULES
from core.text import data as text
from core.trajectories.rules import AUTO
from tests.pages.visiting import HEADING, SAMPLE, THREE_CLIENTS, arrive, cells, press, upload, words

DATA = "prepare/data.py"


def test_without_data_it_says_what_a_file_must_hold() -> None:
    app = arrive(DATA)
    assert not app.exception
    asked = [row["Betekenis"] for row in cells(app, "Nodig")]
    assert "Jeugdige (pseudoniem)" in asked
    assert "Begindatum" in asked


def test_a_file_is_read_and_every_line_accounted_for() -> None:
    app = upload(THREE_CLIENTS)
    assert not app.exception
    lines, euros = cells(app, "Geaccepteerd")
    assert [lines[name] for name in text.LEDGER_HEADINGS[2:]] == [text.FEW_LINES] * 4
    assert {euros[name] for name in text.LEDGER_HEADINGS[2:]} == {text.NOT_SHOWN}
    assert text.LEDGER_PROTECTED in words(app)
    assert text.read(text.FEW_LINES, "klein.csv") in words(app)


def test_the_owner_sees_the_exact_account(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRAJECTZICHT_LEVEL", "eigen")
    app = upload(THREE_CLIENTS)
    lines, euros = cells(app, "Geaccepteerd")
    assert [lines[name] for name in text.LEDGER_HEADINGS[2:]] == ["6", "5", "1", "0"]
    assert euros["Gelezen"] == "€ 1.500,00"
    assert text.read("6", "klein.csv") in words(app)


def test_the_page_says_what_its_numbers_stand_on() -> None:
    assert "Bron: klein.csv" in words(upload(THREE_CLIENTS))


def test_a_rejected_line_is_explained_and_few_stay_few() -> None:
    (found, *_) = cells(upload(THREE_CLIENTS), "Melding")
    assert found["Ernst"] == "Afgewezen"
    assert found["Regels"] == text.FEW_LINES
    assert text.FEW_LINES in found["Melding"]


def test_a_delivery_in_which_nothing_was_found_says_so() -> None:
    app = upload(template("municipality", "csv").decode("utf-8-sig"))
    assert text.NOTHING_FOUND in words(app)
    assert not any("Melding" in table.value.columns for table in app.table)


def test_pseudonyms_never_appear() -> None:
    assert "pseudo-a" not in words(upload(THREE_CLIENTS))


def test_the_sample_region_shows_its_ledger() -> None:
    lines, euros = cells(arrive(DATA, SAMPLE), "Geaccepteerd")
    assert lines["Gelezen"].endswith(("0", "5"))
    assert lines["Geaccepteerd"] == text.NOT_SHOWN
    assert euros["Gelezen"].endswith(".000")


def test_a_missing_meaning_is_asked_for_and_then_read() -> None:
    app = upload(THREE_CLIENTS.replace("begindatum", "wanneer"))
    assert app.error
    assert DATA_SET not in app.session_state
    field = next(box for box in app.selectbox if "begindatum" in box.label)
    assert "wanneer" in field.options
    app = press(field.select("wanneer").run(), text.READ_AGAIN)
    assert not app.error
    assert text.read(text.FEW_LINES, "klein.csv") in words(app)


def test_a_guess_is_shown_with_examples_and_asked_for() -> None:
    app = upload(THREE_CLIENTS.replace("begindatum", "mijn begindatum hier"))
    (guess,) = [row for row in cells(app, "Hoe zeker") if row["Hoe zeker"] == "geraden"]
    assert guess["Gelezen als"] == "Begindatum"
    assert "01-01-2022" in guess["Voorbeelden"]
    app = press(app, text.COLUMNS_RIGHT)
    assert not app.exception
    assert text.COLUMNS_RIGHT not in [button.label for button in app.button]


def test_a_correction_counts_at_the_next_reading() -> None:
    app = upload(THREE_CLIENTS)
    app.selectbox(key="corrected_column").select("klein.csv: hulpvorm")
    app.selectbox(key="corrected_meaning").select("product")
    app = press(app, text.KEEP)
    app.file_uploader[0].upload("klein.csv", THREE_CLIENTS.encode(), "text/csv").run()
    app = press(app, text.READ)
    read_as = {row["Kolom"]: row["Gelezen als"] for row in cells(app, "Hoe zeker")}
    assert read_as["hulpvorm"] == "Product"


def test_data_that_identify_are_refused_with_the_way_out() -> None:
    app = upload(THREE_CLIENTS.replace("clientnummer", "bsn"))
    assert "pseudonymise" in " ".join(message.value for message in app.error)
    assert text.RAW_MESSAGES in [message.value for message in app.info]
    assert DATA_SET not in app.session_state


def test_nothing_useful_is_one_clear_sentence() -> None:
    app = upload(f"{HEADING}\npseudo-a;Noord;A1;Ambulant;geen;datum;1\n")
    assert len(app.error) == 1
    assert "Geen enkele regel is bruikbaar" in app.error[0].value


@pytest.mark.parametrize("content", [THREE_CLIENTS, "leeg\n"], ids=["read", "refused"])
def test_no_copy_stays_on_disk(
    content: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    upload(content)
    assert list(tmp_path.iterdir()) == []


def test_names_and_talks_come_along() -> None:
    app = arrive(DATA)
    app.file_uploader[0].upload("klein.csv", THREE_CLIENTS.encode(), "text/csv")
    app.file_uploader[1].upload("names.csv", b"kind,code,name\nprovider,A1,Huis A\n", "text/csv")
    talks = b"client_id,date\npseudo-a,2022-06-15\n"
    app.file_uploader[2].upload("gesprekken.csv", talks, "text/csv").run()
    app = press(app, text.READ)
    data_set = app.session_state[DATA_SET]
    assert data_set.names["provider", "A1"] == "Huis A"
    assert data_set.has_evaluations


def test_the_day_is_proposed_and_then_confirmed() -> None:
    app = arrive(DATA, SAMPLE)
    assert current_as_of(app) == AUTO
    app = press(app, text.CONFIRM)
    assert not app.exception
    assert current_as_of(app) != AUTO
    assert text.confirmed(current_as_of(app)) in words(app)


def current_as_of(app: AppTest) -> int:
    return int(app.session_state[RULES].as_of) if RULES in app.session_state else AUTO
