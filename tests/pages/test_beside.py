"""What may come with declarations: a name, organisations of more codes, and own codes as a file."""

import pytest
from streamlit.testing.v1 import AppTest

from core.datasets import declarations_of
from core.frames import collect
from core.session import DATA_SET
from core.text import data, undivided, uploading
from pages.undivided import MOST_AT_ONCE
from pages.upload_fields import TITLE_KEY
from tests.pages.visiting import THREE_CLIENTS, arrive, press, upload, words

DATA = "prepare/data.py"
MERGED = "code,organisation\nA1,Huis\nA2,Huis\n"
CODES = "municipality,code,care_form\n,EIGEN1,Dagbehandeling\n"
OWN = THREE_CLIENTS.replace("hulpvorm", "productcode").replace("Pleegzorg", "EIGEN1")


def test_data_have_the_name_that_somebody_gave_them_without_signs_that_draw() -> None:
    app = chosen()
    app.text_input(key=TITLE_KEY).set_value("Zuid ![x](http://elders)").run()
    title = press(app, data.READ).session_state[DATA_SET].title
    assert title.startswith("Zuid ")
    assert not {"!", "[", "/"} & set(title)


def test_codes_of_one_organisation_are_one_provider() -> None:
    app = chosen()
    field = next(one for one in app.file_uploader if one.label == uploading.ORGANISATIONS)
    field.upload("organisations.csv", MERGED.encode(), "text/csv").run()
    lines = collect(declarations_of(press(app, data.READ).session_state[DATA_SET]))
    assert set(lines["provider"]) == {"Huis"}


def test_own_codes_come_in_as_a_file_and_count_at_the_next_reading() -> None:
    app = take(upload(OWN), CODES)
    assert not app.error
    app.file_uploader[0].upload("eigen.csv", OWN.encode(), "text/csv").run()
    delivery = press(app, data.READ).session_state[DATA_SET].delivery
    assert "EIGEN1" not in [one.code for one in delivery.unmatched]


@pytest.mark.parametrize("content", ["iets;anders\n1;2\n", "municipality,code,care_form\n,X,\n"])
def test_a_file_of_codes_that_cannot_be_read_is_one_sentence(content: str) -> None:
    assert len(take(upload(OWN), content).error) == 1


def test_codes_of_few_persons_are_not_shown_on_a_shared_screen() -> None:
    app = upload(OWN)
    assert not [box for box in app.selectbox if "EIGEN1" in box.label]
    assert undivided.too_few(1) in words(app)


def test_the_owner_sees_every_code_and_not_more_at_once_than_fit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TRAJECTZICHT_LEVEL", "eigen")
    many = OWN + "".join(
        f"pseudo-a;Noord;A1;EIGEN{number};01-01-2022;31-03-2022;1,00\n" for number in range(2, 40)
    )
    app = upload(many)
    assert len([box for box in app.selectbox if "code EIGEN" in box.label]) == MOST_AT_ONCE
    assert "volgen zodra" in words(app)


def chosen() -> AppTest:
    app = arrive(DATA)
    app.file_uploader[0].upload("klein.csv", THREE_CLIENTS.encode(), "text/csv").run()
    return app


def take(app: AppTest, content: str) -> AppTest:
    field = next(one for one in app.file_uploader if one.label == undivided.UPLOAD)
    field.upload("codes.csv", content.encode(), "text/csv").run()
    return press(app, undivided.TAKE)
