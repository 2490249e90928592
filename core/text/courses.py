"""Dutch of how chains run as a whole: up, down, stepped or not, and how far."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from core.disclosure import share_of, total_of
from core.text import general
from core.text.chains import whole_of
from core.text.steps import CHAINS, SHARE, cell_of, shown, shown_cell

COURSES_TITLE: Final = "Hoe reeksen als geheel liepen"
SHAPES_TITLE: Final = "Opklimmende reeksen"
RUNS_TITLE: Final = "Langste stuk zonder stap omlaag"
EXPERT: Final = "Voor wie meer wil weten: reeksen als geheel, per jaar, en de rekenwijze"
LEAST_CHOICE: Final = "Opklimmend tellen vanaf"
LEAST_NAMES: Final[Mapping[int, str]] = {2: "twee trajecten op rij", 3: "drie trajecten op rij"}
DEFINITIONS: Final = (
    "Voor hele reeksen tellen alleen trajecten na elkaar die een trede hebben; hulp zonder trede "
    "wordt overgeslagen. **Strikt opklimmend**: ten minste één keer omhoog en nooit omlaag. **Ruim "
    "opklimmend**: vaker omhoog dan omlaag, en hoger geëindigd dan begonnen; de strikte horen "
    "daarbij. **Opschaling**: elke verandering van trede telt mee naar hoe groot zij is, en meer "
    "naarmate het nieuwe niveau later in de reeks staat en langer blijft (de maat heet in de "
    "literatuur *degradation index*, TraMineR seqidegrad, methode RANK). Boven nul: per saldo naar "
    "zwaardere hulp. Zwaarder is niet slechter."
)
COURSE_NAMES: Final[Mapping[str, str]] = {
    "single": "bleef bij één begin",
    "level": "ging door op dezelfde trede",
    "only_up": "alleen omhoog",
    "up_and_down": "omhoog en omlaag",
    "only_down": "alleen omlaag",
}
WAY_NAMES: Final[Mapping[int, str]] = {1: "begon daar direct", 0: "bouwde ernaartoe op"}
SHAPE_NAMES: Final[Mapping[str, str]] = {
    "strict": "strikt opklimmend",
    "loose": "ruim opklimmend, met een stap omlaag erin",
    "other": "niet opklimmend",
}
DIRECTION_NAMES: Final[Mapping[str, str]] = {
    "heavier": "per saldo naar zwaardere hulp",
    "even": "per saldo gelijk",
    "lighter": "per saldo naar lichtere hulp",
}
STEPPED_HELP: Final = "Van {chains} reeksen van ten minste {least}, twee jaar gevolgd."
DENOMINATORS: Final = (
    "Aantal reeksen waarvan dit aandelen zijn. Omhoog en omlaag: {chains}. Opklimmend: {stepped}."
)
RISE: Final = "Gemiddelde opschaling"


def figures(courses: pd.DataFrame, shapes: pd.DataFrame, least: int) -> list[tuple[str, str, str]]:
    """Write the key figures of whole chains: label, share and meaning with its denominator."""
    chains = f"Van {shown(whole_in(courses))} reeksen, twee jaar gevolgd."
    long = shapes[shapes["least"] == least]
    stepped = STEPPED_HELP.format(chains=shown(whole_in(long)), least=LEAST_NAMES[least])
    return [
        ("Alleen omhoog", _part(courses, "course", "only_up"), chains),
        ("Alleen omlaag", _part(courses, "course", "only_down"), chains),
        ("Omhoog en omlaag", _part(courses, "course", "up_and_down"), chains),
        ("Strikt opklimmend", _part(long, "shape", "strict"), stepped),
        ("Ruim opklimmend", general.percent(_loose_share(long)), stepped),
    ]


def of_how_many(courses: pd.DataFrame, shapes: pd.DataFrame, least: int) -> str:
    """Say of how many chains each key figure is a share."""
    long = shapes[shapes["least"] == least]
    return DENOMINATORS.format(chains=shown(whole_in(courses)), stepped=shown(whole_in(long)))


def rise_sentence(directions: pd.DataFrame) -> str:
    """Say which share of the longer chains moved to heavier, and which to lighter care."""
    heavier, lighter = (_share(directions, "direction", key) for key in ("heavier", "lighter"))
    chains = whole_in(directions)
    if heavier is None or lighter is None or chains is None:
        return "Te weinig reeksen om te zeggen hoe vaak zij per saldo naar zwaardere hulp gingen."
    return (
        f"Van {general.number(chains)} reeksen van twee of meer ging {general.percent(heavier)} "
        f"per saldo naar zwaardere hulp en {general.percent(lighter)} naar lichtere."
    )


def rows_of_courses(courses: pd.DataFrame, ways: pd.DataFrame) -> pd.DataFrame:
    """Write courses, and the ways to heavy care, as one table of text."""
    named = [(COURSE_NAMES, "course", courses), (WAY_NAMES, "is_direct", ways)]
    rows = [
        {
            "Verloop": name if column == "course" else f"kwam op trede 6 of hoger: {name}",
            CHAINS: shown(cell_of(table, column, key)),
            SHARE: _part(table, column, key),
        }
        for names, column, table in named
        for key, name in names.items()  # type: ignore[attr-defined]
    ]
    return pd.DataFrame(rows)


def rows_of_shapes(shapes: pd.DataFrame, directions: pd.DataFrame) -> pd.DataFrame:
    """Write how many chains are stepped, from each least length, and where they went in all."""
    stepped = [
        {
            "Reeksen van ten minste": LEAST_NAMES[least],
            "Verloop": SHAPE_NAMES[shape],
            CHAINS: shown(cell_of(part, "shape", shape)),
            SHARE: _part(part, "shape", shape),
            RISE: "",
        }
        for least in LEAST_NAMES
        for shape in SHAPE_NAMES
        if len(part := shapes[shapes["least"] == least])
    ]
    moved = [
        {
            "Reeksen van ten minste": LEAST_NAMES[min(LEAST_NAMES)],
            "Verloop": DIRECTION_NAMES[str(row["direction"])],
            CHAINS: shown(cell_of(directions, "direction", row["direction"])),
            SHARE: _part(directions, "direction", row["direction"]),
            RISE: general.decimal(row["rise"], 2),
        }
        for row in directions.to_dict("records")
    ]
    return pd.DataFrame([*stepped, *moved])


def rows_of_runs(runs: pd.DataFrame) -> pd.DataFrame:
    """Write the longest stretch without a step down: how many trajectories, how many chains."""
    last = runs["run"].max()
    return pd.DataFrame(
        {
            "Trajecten op rij": [
                f"{run} of meer" if run == last else str(run) for run in runs["run"]
            ],
            CHAINS: runs["chains"].map(shown_cell),
            SHARE: [_part(runs, "run", run) for run in runs["run"]],
        }
    )


def whole_in(table: pd.DataFrame) -> int | None:
    """Give the whole of a table: a number of its own, or what its parts add up to."""
    return whole_of(table) if "whole" in table else total_of(table, "chains")


def _share(table: pd.DataFrame, column: str, key: object) -> float | None:
    return share_of(cell_of(table, column, key), whole_in(table))


def _part(table: pd.DataFrame, column: str, key: object) -> str:
    return general.percent(_share(table, column, key))


def _loose_share(shapes: pd.DataFrame) -> float | None:
    """Divide all loosely stepped chains, the strict ones included, by their whole."""
    stepped = total_of(shapes[shapes["shape"].isin(["strict", "loose"])], "chains")
    return share_of(stepped, whole_in(shapes)) if len(shapes) else None
