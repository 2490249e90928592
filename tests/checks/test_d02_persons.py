"""D2: twelve monthly lines of one client, alone in a cell, are one person."""

from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from core.__main__ import main
from core.disclosure import SHARED, Level, Shape, protect
from core.text import general

HEADING = "clientnummer;gemeente;aanbieder;hulpvorm;begindatum;einddatum;bedrag"
LAST_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
CENTS = "3217,93"
ALONE = "JeugdzorgPlus"


@pytest.mark.parametrize("level", SHARED)
def test_d2_the_cell_of_one_client_shows_neither_lines_nor_euros(level: Level) -> None:
    table = pd.DataFrame({"lines": [12], "clients": [1], "providers": [1], "cents": [3_860_000]})
    behind = {f"{stem}_{part}": 1 for stem in ("cents_person", "cents_provider") for part in _PARTS}
    shape = Shape(counts=["lines"], amounts=["cents"])
    shown = protect(table.assign(**behind), level, shape).iloc[0]
    assert general.count(shown["lines"]) == general.count(shown["clients"]) == "<10"
    assert general.euros(shown["cents"]) == "niet te tonen"


def test_d2_no_file_for_the_table_holds_the_one_client(tmp_path: Path) -> None:
    source, out = tmp_path / "jaar.csv", tmp_path / "uit"
    source.write_text("\n".join([HEADING, *lines()]) + "\n", encoding="utf-8")
    assert main(["analyse", str(source), "--level", "table", "--out", str(out)]) == 0
    written = {file.name: file.read_text(encoding="utf-8") for file in out.glob("*.csv")}
    assert not {"trajectories.csv", "chained.csv", "triggers.csv"} & set(written)
    variants = pd.read_csv(out / "variants.csv")
    assert dict(zip(variants["variant"], variants["clients"], strict=True)) == {
        "Ambulant regulier": 20,
        "Basis-ggz": 20,
    }
    assert not [name for name, text in written.items() if "38615" in text or "3217" in text]


def lines() -> Iterator[str]:
    """Write a year of one client month by month, and forty others with other help."""
    for month, last in enumerate(LAST_DAYS, start=1):
        days = f"01-{month:02}-2023;{last}-{month:02}-2023"
        yield f"alleen;Noord;A1;{ALONE};{days};{CENTS}"
    for number in range(40):
        form = "Basis-ggz" if number % 2 else "Ambulant regulier"
        yield f"ander-{number};Noord;A{number % 4};{form};01-01-2023;30-06-2023;100,00"


_PARTS = ("first", "second", "whole", "number")
