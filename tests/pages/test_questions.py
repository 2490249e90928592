"""What only the owner knows is asked once, remembered, and the key of pseudonyms is explained."""

import pytest
from streamlit.testing.v1 import AppTest

from core.reading.templates import SIDES
from core.session import DATA_SET
from core.text import data, project_key, sources, uploading
from tests.pages.visiting import HEADING, arrive, cells, press, upload, words

CENTS = (
    HEADING
    + "\n"
    + "\n".join(
        f"pseudo-{i};Noord;A{i % 4};Ambulant regulier;01-0{1 + i % 9}-2023;31-12-2023;{95000 + i}"
        for i in range(60)
    )
)
AMOUNTS = sources.ask("klein.csv", "amounts")


def test_cents_or_euros_is_asked_once_and_then_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRAJECTZICHT_LEVEL", "eigen")
    app = upload(CENTS)
    assert uploading.OPEN_TITLE in words(app)
    app = press(choose(app, AMOUNTS, "cents"), data.READ_AGAIN)
    assert not app.exception
    assert euros_read(app) == "€ 57.017,70"
    later = upload(CENTS.replace("95000", "95010"), "later.csv")
    assert AMOUNTS.replace("klein", "later") not in labels(later)


def test_a_file_without_a_provider_is_asked_whose_it_is() -> None:
    app = upload(CENTS.replace("aanbieder", "iets").replace(";A0;", ";;"))
    question = sources.ask("klein.csv", "providers")
    field = next(box for box in app.text_input if box.label == question)
    field.set_value("98010017").run()
    app = press(app, data.READ_AGAIN)
    assert not app.exception
    assert app.session_state[DATA_SET]
    assert question not in [box.label for box in app.text_input]


def test_a_file_of_a_known_layout_is_let_go_at_once() -> None:
    assert uploading.OPEN_TITLE not in words(upload(CENTS.replace(";95", ";1,")))


def test_each_side_has_a_template_to_download() -> None:
    app = arrive("prepare/data.py")
    assert len(app.get("download_button")) >= 2 * len(SIDES)


def test_the_agreement_about_the_key_is_recorded_for_everybody() -> None:
    app = arrive("prepare/data.py")
    assert project_key.EXPLAINED in words(app)
    assert project_key.NONE in words(app)
    app.text_input(key="key_keeper").set_value("Stichting [Sleutel](x)")
    app = press(app, project_key.KEEP)
    assert not app.exception
    assert "de projectsleutel ligt bij Stichting _Sleutel_(x)" in words(arrive("prepare/data.py"))


def choose(app: AppTest, label: str, answer: str) -> AppTest:
    return next(radio for radio in app.radio if radio.label == label).set_value(answer).run()


def labels(app: AppTest) -> list[str]:
    return [radio.label for radio in app.radio]


def euros_read(app: AppTest) -> str:
    return cells(app, "Geaccepteerd")[1]["Gelezen"]
