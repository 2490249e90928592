"""Of a long table the largest rows stand where few fit; what has an order, or a name, keeps it."""

import pandas as pd
import pytest

from core.export.foremost import count_of, foremost, part_of
from core.text import foremost as text

PAIRS = pd.DataFrame(
    {
        "Van": ["Wijkteam", "Basis-ggz", "Basis-ggz", "Crisis", "Pleegzorg"],
        "Naar": ["Crisis", "Wijkteam", "175 overige routes", "Basis-ggz", "Crisis"],
        "Overgangen": ["35", "1.200", "9.000", "<10", "210"],
    }
)


@pytest.mark.parametrize("merged", ["overige hulp", "175 overige routes", "1.200 andere wegen"])
def test_what_was_merged_is_never_the_largest(merged: str) -> None:
    table = PAIRS.replace("175 overige routes", merged)
    assert merged not in foremost(table, 4)["Naar"].tolist()


def test_the_largest_come_first_and_what_is_merged_or_hidden_last() -> None:
    shown = foremost(PAIRS, 4)["Overgangen"].tolist()
    assert shown == ["1.200", "210", "35", "<10"]


def test_a_table_that_fits_keeps_the_order_of_the_screen() -> None:
    assert foremost(PAIRS, 5).equals(PAIRS)


@pytest.mark.parametrize(
    "headings",
    [
        ("Jaar", "Jeugdigen"),
        ("Trajecten op rij", "Reeksen"),
        ("Eerste hulpvorm", "Reeksen"),
        ("Aanbieder", "Trajecten"),
        ("Gemeente", "Jeugdigen"),
        ("Van", "Naar", "Overdrachten"),
    ],
)
def test_what_has_an_order_or_names_organisations_is_never_ranked(
    headings: tuple[str, ...],
) -> None:
    table = pd.DataFrame({name: ["1", "9", "5"] for name in headings})
    assert not count_of(table)
    assert foremost(table, 2).equals(table.head(2))


def test_it_is_said_which_rows_these_are() -> None:
    assert part_of(PAIRS, 2, 3, "Elders.") == "Dit zijn de 2 grootste van 5 rijen. Elders."
    years = pd.DataFrame({"Jaar": ["2023", "2024"], "Jeugdigen": ["10", "15"]})
    said = part_of(years, 1, 1, "Elders.")
    assert said == (
        "Dit is de eerste van 2 rijen, in de volgorde van het scherm. 1 kolom past hier niet. "
        "Elders."
    )
    assert not part_of(years, 2, 2, "Elders.")


def test_no_table_that_is_ranked_names_organisations() -> None:
    named = {"Aanbieder", "Gemeente", "Wijk", "Verwijzer", "Overdrachten"}
    assert not named & {heading for headings in text.COUNTED for heading in headings}
