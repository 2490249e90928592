"""The part Soorten routes: groups of routes, an invented example each, and names people give."""

from streamlit.testing.v1 import AppTest

from core.session import RULES
from core.text import chains, general, kind_examples
from core.text import kinds as text
from core.trajectories.rules import Rules
from tests.pages.visiting import SAMPLE, THREE_CLIENTS, arrive, cells, upload, words

PAGE = "course/chains.py"
TAB = "chains_tab"


def visited(address: dict[str, str] | None = None) -> AppTest:
    """Open the part of the page."""
    app = arrive(PAGE, SAMPLE | (address or {}))
    return opened(app)


def opened(app: AppTest) -> AppTest:
    app.session_state[TAB] = chains.TABS["kinds"]
    return app.run()


def test_the_sample_region_falls_apart_in_kinds_that_add_up() -> None:
    app = visited()
    assert not app.exception
    rows = cells(app, text.TYPICAL)
    assert f"uiteen in {len(rows)} soorten" in words(app)
    assert 5 <= len(rows) <= 7
    assert abs(sum(int(row[text.PART].removesuffix("%")) for row in rows) - 100) <= len(rows)
    assert general.FEW not in {row[text.CHAINS] for row in rows}


def test_no_kind_is_a_label_on_a_child() -> None:
    said = words(visited())
    assert text.NO_LABEL in said
    assert kind_examples.EXAMPLES_NOTE in said
    assert "pseudo" not in said


def test_every_kind_has_an_invented_example_of_its_most_common_route() -> None:
    app = visited()
    routes = {row[text.GROUP]: row[text.TYPICAL] for row in cells(app, text.TYPICAL)}
    examples = cells(app, "Verzonnen voorbeeld")
    assert {row[text.GROUP] for row in examples} == set(routes)
    for row in examples:
        assert row["Verzonnen voorbeeld"].startswith("Een verzonnen jeugdige krijgt ")
        forms = routes[row[text.GROUP]].split(" > ")
        assert all(form in row["Verzonnen voorbeeld"] for form in forms)


def test_people_name_the_kinds_themselves_and_the_name_stays_in_the_visit() -> None:
    app = visited()
    app.text_input(key="kind_name_A").set_value("Kort bij huis").run()
    assert cells(app, text.TYPICAL)[0][text.GROUP] == "A. Kort bij huis"
    assert "Kort bij huis" not in words(visited())


def test_the_indices_of_every_division_are_told() -> None:
    rows = cells(visited(), "Silhouet")
    assert [row["Aantal groepen"] for row in rows] == ["5", "6", "7"]
    assert [row["Getoond"] for row in rows].count("ja") == 1


def test_another_ladder_divides_otherwise() -> None:
    app = visited()
    before = cells(app, "Silhouet")
    app.session_state[RULES] = Rules(ladder=(("Basis-ggz", 8), ("Residentieel verblijf", 1)))
    assert cells(opened(app.run()), "Silhouet") != before


def test_a_small_file_is_not_divided() -> None:
    app = opened(upload(THREE_CLIENTS).switch_page(PAGE).run())
    assert not app.exception
    assert text.TOO_FEW in words(app)
    assert not [table for table in app.table if text.TYPICAL in table.value.columns]


def test_a_filter_in_the_address_divides_fewer_chains() -> None:
    app = visited({"gemeente": "9801"})
    assert not app.exception
    rows = [table.value for table in app.table if text.TYPICAL in table.value.columns]
    assert rows or text.NOT_STABLE in words(app) or text.TOO_FEW in words(app)
