"""The part of the page of stacking on special care, where that is rare."""

from core.text import general, special, stacking
from tests.pages.visiting import HEADING, cells, upload, words

TWELVE = "\n".join(
    f"pseudo-{one};Noord;A{one % 3};{form};01-03-{year};31-10-{year};100,00"
    for one in range(12)
    for form, year in (("Ambulant regulier", 2022), ("Pleegzorg", 2023))
)


def test_a_year_without_special_care_reads_as_one_with_little_of_it() -> None:
    app = upload(f"{HEADING}\n{TWELVE}\n").switch_page("course/stacking.py")
    app.session_state["stacking_tab"] = stacking.TABS["special"]
    app.run().button_group(key="special").set_value("foster").run()
    told = {row[special.YEAR][:4]: row[special.CLIENTS] for row in cells(app, special.CARE_SHARE)}
    assert told == {"2022": general.FEW, "2023": "10"}
    app.button_group(key="special").set_value("secure").run()
    assert f"gesloten jeugdhulp hadden, is niet te tonen: {general.TOO_FEW}." in words(app)
