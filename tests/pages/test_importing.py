"""An import that takes a while: its progress shows, it stops when asked, and nothing is left."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from streamlit.testing.v1 import AppTest

from core.session import DATA_SET
from core.storage.catalogue import Store
from core.text import data as text
from core.text import uploading
from pages import importing
from pages.background import Report
from pages.importing import TASK
from pages.uploads import Asked, Imported, Uploads, import_uploads
from tests.pages.visiting import THREE_CLIENTS, arrive, until_imported

PATIENCE_SECONDS = 60


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Hold every import up, once its copies are on disk, until the gate is opened."""
    opened = Event()

    def slowly(store: Store | None, files: Uploads, asked: Asked, report: Report) -> Imported:
        def held(step: str, share: float) -> None:
            report(step, share)
            opened.wait(PATIENCE_SECONDS)
            report(step, share)

        return import_uploads(store, files, asked, held)

    monkeypatch.setattr(importing, "import_uploads", slowly)
    monkeypatch.setattr(importing, "PATIENCE_SECONDS", 0)
    yield opened
    opened.set()


def test_a_long_import_shows_what_it_does_and_how_far_it_is(gate: Event) -> None:
    app = begin_upload()
    assert TASK in app.session_state
    assert buttons(app) >= {uploading.STOP}
    assert text.READ not in buttons(app)
    gate.set()
    app = until_imported(app)
    assert not app.exception
    assert DATA_SET in app.session_state
    assert uploading.STOP not in buttons(app)


def test_stopping_leaves_nothing_and_says_so(
    gate: Event, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    app = begin_upload()
    next(button for button in app.button if button.label == uploading.STOP).click().run()
    assert uploading.STOPPING in [caption.value for caption in app.caption]
    gate.set()
    app = until_imported(app)
    assert [info.value for info in app.info] == [uploading.STOPPED]
    assert DATA_SET not in app.session_state
    assert list(tmp_path.iterdir()) == []
    assert not any(home.joinpath("data").iterdir())


@pytest.mark.usefixtures("gate")
def test_the_import_of_one_visitor_holds_up_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    slow = begin_upload()
    monkeypatch.setattr(importing, "import_uploads", import_uploads)
    quick = until_imported(begin_upload())
    assert DATA_SET in quick.session_state
    assert TASK in slow.session_state
    assert DATA_SET not in slow.session_state


def test_an_import_goes_on_while_another_page_is_read(gate: Event) -> None:
    app = begin_upload()
    app.switch_page("prepare/start.py").run()
    gate.set()
    app.switch_page("prepare/data.py").run()
    app = until_imported(app)
    assert not app.exception
    assert DATA_SET in app.session_state


def begin_upload() -> AppTest:
    app = arrive("prepare/data.py")
    app.file_uploader[0].upload("klein.csv", THREE_CLIENTS.encode(), "text/csv").run()
    return next(button for button in app.button if button.label == text.READ).click().run()


def buttons(app: AppTest) -> set[str]:
    return {button.label for button in app.button}
