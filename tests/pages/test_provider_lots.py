"""The part of the page Aanbieders on lots, and lists of one's own that it reads."""

from pathlib import Path

import pytest

from core.text import general, provider_lots
from core.text import provider_files as files
from core.text import providers as text
from tests.pages.test_providers import PAGE, opened
from tests.pages.visiting import THREE_CLIENTS, cells, press, upload, words

REGION = Path(__file__).parents[2] / "sample_data"


@pytest.mark.parametrize(
    ("part", "file", "content", "said"),
    [
        ("waiting", "w.csv", "aanbieder;hulpvorm\nA;x", "geen kolom gevonden voor soort"),
        ("waiting", "w.csv", "aanbieder;hulpvorm;soort;wachtdagen;peildatum", files.EMPTY),
        ("lots", "p.csv", "product;perceel;jaar\np;L;nooit", "Een jaar is niet te lezen."),
    ],
)
def test_a_file_that_cannot_be_used_is_one_sentence(
    part: str, file: str, content: str, said: str
) -> None:
    app = opened(part)
    app.file_uploader[0].upload(file, content.encode(), "text/csv").run()
    app = press(app, files.READ)
    assert not app.exception
    assert [said in error.value for error in app.error] == [True]


def test_lots_are_shown_beside_their_ceilings_and_protected_where_two_share_them() -> None:
    app = press(opened("lots"), files.USE_SAMPLE)
    assert "In 2024 (t/m 31-10) is het meest gebruikt van" in words(app)
    rows = cells(app, provider_lots.CEILING)
    shown = {row[provider_lots.LOT]: row for row in rows if row[provider_lots.YEAR] == "2022"}
    assert shown["Ambulant"][provider_lots.USED] == "105%"
    assert shown["Dyslexie"][provider_lots.DECLARED] == "niet te tonen"
    assert shown["Vervoer"][provider_lots.CEILING] == provider_lots.NO_CEILING


def test_an_uploaded_list_is_read_as_the_sample_is() -> None:
    app = opened("lots")
    app.file_uploader[0].upload("p.csv", (REGION / "percelen.csv").read_bytes(), "text/csv").run()
    app = press(app, files.READ)
    assert cells(app, provider_lots.CEILING)
    assert files.SUPPLIED.format(name="p.csv") in words(app)


def test_a_small_file_with_lots_shows_no_euro() -> None:
    app = upload(THREE_CLIENTS).switch_page(PAGE).run()
    app.session_state["providers_tab"] = text.TABS["lots"]
    app.run()
    lots = "product;perceel;plafond;jaar\nAmbulant regulier;L;1000,00;2022"
    app.file_uploader[0].upload("p.csv", lots.encode(), "text/csv").run()
    app = press(app, files.READ)
    rows = cells(app, provider_lots.CEILING)
    assert {row[provider_lots.DECLARED] for row in rows} == {"niet te tonen"}
    assert {row[provider_lots.CLIENTS] for row in rows} == {general.FEW}
