"""Dutch of the forms of youth care: those of Statistics Netherlands, and seven of declarations."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any, Final

import pandas as pd

from core.benchmark.form_parts import TREE
from core.benchmark.surroundings import Place
from core.disclosure import share_of, total_of
from core.opendata.publications import PROVISIONAL
from core.text import general
from core.text.municipality import UNKNOWN, count
from core.trajectories.seven_forms import FORMS, OTHER

FORM_NAMES: Final[Mapping[str, str]] = {
    "help": "Jeugdhulp in natura",
    "no_stay": "zonder verblijf",
    "local_team": "lokaal team",
    "ambulatory": "ambulant bij de aanbieder",
    "in_network": "in het netwerk van de jeugdige",
    "day_care": "daghulp",
    "stay": "met verblijf",
    "foster": "pleegzorg",
    "family": "gezinsgericht",
    "other_stay": "ander verblijf",
    "secure": "gesloten plaatsing",
    "protection": "Jeugdbescherming",
    "supervision": "ondertoezichtstelling (ots)",
    "guardianship": "voogdij",
    "probation": "Jeugdreclassering",
    "pgb": "Jeugdhulp met een pgb",
}
LEVELS: Final[Mapping[str, int]] = {
    "local_team": 1,
    "ambulatory": 2,
    "in_network": 2,
    "day_care": 4,
    "family": 6,
    "other_stay": 7,
    "secure": 8,
}
"""The rung of a published form on the usual ladder; what is absent has none."""

JOINER: Final = "\N{WORD JOINER}"
INDENT: Final = "\N{NO-BREAK SPACE}" * 5
"""What moves a deeper form to the right; pictures take spaces at the beginning away."""

FORM: Final = "Vorm"
YOUTH: Final = "Jeugdigen"
PART: Final = "Deel van alle jeugdigen met jeugdzorg"
AXIS: Final = "Deel van alle jeugdigen met jeugdzorg"
LABEL: Final = (
    "Een jeugdige telt in elke vorm één keer mee en kan er meer hebben. De delen tellen daarom op "
    "tot meer dan 100%. De streepjes zijn de jeugdregio (kort) en het hele land (lang)."
)
MOST_NAMED: Final = 3

SEVEN_NAMES: Final[Mapping[str, str]] = {
    "team": "lokaal team",
    "home": "ambulant thuis",
    "foster": "pleegzorg",
    "institution": "in een instelling",
    "secure": "jeugdzorgplus",
    "ggz": "jeugd-ggz",
    "lvb": "lvb",
    OTHER: "andere of onbekende hulp",
}
SEVEN_TITLE: Final = "De zeven vormen van jeugdhulp in uw eigen declaraties"
SEVEN_NOTE: Final = (
    "Elk traject staat in één vorm. Of hulp jeugd-ggz of lvb is, zegt de productcode; die gaat "
    "voor. Alle andere hulp staat bij waar zij wordt gegeven. Daghulp en gezinshuizen staan bij "
    "‘in een instelling’, diagnostiek en dyslexiezorg bij ‘ambulant thuis’. Andere of onbekende "
    "hulp is bijvoorbeeld een maatregel, crisishulp, vervoer of een arrangement; vormen met minder "
    "dan 10 jeugdigen staan er ook bij. Zij telt niet mee in de delen. Lvb is hulp bij een licht verstandelijke beperking."
)
WHY: Final = (
    "**Waarom dit niet hetzelfde is als bij het CBS.** Declaraties missen hulp die taakgericht is "
    "bekostigd, vaak het lokale team, en hulp uit een pgb. Het CBS kent alleen waar hulp wordt "
    "gegeven, niet of het jeugd-ggz of lvb is, en telt jeugdigen tot 23 jaar naar hun woonplaats. "
    "Uw declaraties tellen iedereen voor wie deze gemeente een traject betaalde. Leg de twee dus "
    "naast elkaar als vraag, niet als controle."
)
SEVEN_SHARE: Final = "Deel van de trajecten jeugdhulp"
TRAJECTORIES: Final = "Trajecten"
IN_DECLARATIONS: Final = "Jeugdigen in declaraties"
AT_CBS: Final = "Jeugdigen bij CBS"
ALL_HELP: Final = "alle hulp"
NOT_COUNTED: Final = "telt niet mee"
OTHERWISE: Final = "deelt het CBS anders in"
SAME_FORM: Final[Mapping[str, str]] = {
    "team": "local_team",
    "foster": "foster",
    "secure": "secure",
    ALL_HELP: "help",
}
"""The published form that is the same as one of the seven."""


def finding(parts: pd.DataFrame, place: Place, year: int, whole: float, status: str) -> str:
    """Say which part had help, protection and probation, and which part help with a stay."""
    shares = parts.set_index("form")["part"]
    told = " (voorlopig)" if status == PROVISIONAL else ""
    had = [
        f"{general.percent(float(shares[form]))} {words}"
        for form, words in (
            ("help", "jeugdhulp"),
            ("protection", "jeugdbescherming"),
            ("probation", "jeugdreclassering"),
        )
        if pd.notna(shares[form])
    ]
    stay = shares["stay"]
    away = f"; bij {general.percent(float(stay))} hoorde er verblijf bij" if pd.notna(stay) else ""
    return (
        f"Van de {count(whole)} jeugdigen met jeugdzorg in {place.name} had in {year}{told} "
        f"{general.listed(had)}{away}."
    )


def bars_of(tables: Sequence[pd.DataFrame], places: Sequence[Place]) -> pd.DataFrame:
    """Give a bar a form: ``label``, ``part``, ``level``, ``words``, and ``region``, ``country``.

    ``tables`` are those of ``measure_forms``, one for each place. What is not published has no bar.
    ``beyond`` is where the words stand: past the bar and its marks.
    """
    own = tables[0]
    others = {place.role: table["part"] for place, table in zip(places, tables, strict=True)}
    empty = pd.Series([None] * len(own), dtype="float64")
    return own.assign(
        label=labels(),
        level=own["form"].map(LEVELS).fillna(0).astype("int64"),
        words=[
            f"{count(number)} ({general.percent(part)})" if pd.notna(part) else UNKNOWN
            for number, part in zip(own["number"], own["part"], strict=True)
        ],
        region=others.get("region", empty),
        country=others.get("country", empty),
        beyond=pd.DataFrame(others).max(axis="columns").fillna(0.0),
    )


def labels() -> list[str]:
    """Write every form, deeper ones further to the right."""
    return [
        f"{JOINER}{INDENT * depth}{FORM_NAMES[form]}" if depth else FORM_NAMES[form]
        for form, depth in TREE
    ]


def table_of(
    tables: Sequence[pd.DataFrame], places: Sequence[Place], trajectories: Sequence[float]
) -> pd.DataFrame:
    """Write the forms as a table: numbers and parts, those of the places around beside them."""
    columns = {
        f"{place.name}: deel": [
            UNKNOWN if pd.isna(part) else general.percent(float(part)) for part in table["part"]
        ]
        for place, table in zip(places, tables, strict=True)
    }
    return pd.DataFrame(
        {
            FORM: labels(),
            YOUTH: [count(number) for number in tables[0]["number"]],
            TRAJECTORIES: [count(number) for number in trajectories],
            **columns,
        }
    )


def seven_rows(published: pd.DataFrame) -> pd.DataFrame:
    """Give the published ``SEVEN_FORMS`` in a fixed order, with ``label``, ``share``, ``words``.

    The words stand ``at`` the end of the bar. A share is of the trajectories in the seven forms; OTHER, and what is hidden, has none.
    """
    order = [form for form in (*FORMS, OTHER) if form in set(published["form"])]
    rows = published.set_index("form").reindex(order).rename_axis("form").reset_index()
    help_ = rows["form"] != OTHER
    whole = total_of(rows[help_], "trajectories")
    shares = [
        share_of(_number(cell), whole) if is_help else None
        for cell, is_help in zip(rows["trajectories"], help_, strict=True)
    ]
    return rows.assign(
        label=rows["form"].map(SEVEN_NAMES),
        share=pd.Series(shares, dtype="Float64"),
        at=[share or 0.0 for share in shares],
        words=[
            general.count(number)
            if share is None
            else f"{general.count(number)} ({general.percent(share)})"
            for number, share in zip(rows["trajectories"], shares, strict=True)
        ],
    )


def seven_finding(rows: pd.DataFrame, name: str, year: int) -> str:
    """Say which part of the trajectories is help for mental health, and the two largest others."""
    known = rows.dropna(subset=["share"]).set_index("form")["share"]
    if "ggz" not in known.index:
        return f"{SEVEN_TITLE}, {year}"
    rest = known[[form for form in known.index if form in FORMS and form != "ggz"]]
    named = [
        f"{general.percent(float(share))} {SEVEN_NAMES[str(form)]}"
        for form, share in rest.nlargest(MOST_NAMED - 1).items()
    ]
    also = f"; daarna komen {general.listed(named)}" if named else ""
    return (
        f"In uw declaraties was in {year} {general.percent(float(known['ggz']))} van de trajecten "
        f"jeugdhulp in {name} jeugd-ggz{also}."
    )


def seven_table(rows: pd.DataFrame, clients: object, at_cbs: Mapping[str, float]) -> pd.DataFrame:
    """Write the seven forms as a table, beside those numbers of Statistics Netherlands that fit.

    ``clients`` are all with help; ``at_cbs`` holds published numbers of the same year by form.
    """
    lines: list[dict[str, Any]] = [
        {
            FORM: row["label"],
            TRAJECTORIES: general.count(row["trajectories"]),
            SEVEN_SHARE: _part(row),
            IN_DECLARATIONS: general.count(row["clients"]),
            AT_CBS: _at_cbs(str(row["form"]), at_cbs),
        }
        for row in rows.to_dict("records")
    ]
    whole = total_of(rows, "trajectories")
    lines.append(
        {
            FORM: ALL_HELP,
            TRAJECTORIES: "niet te tonen" if whole is None else general.number(whole),
            SEVEN_SHARE: NOT_COUNTED,
            IN_DECLARATIONS: general.count(clients),
            AT_CBS: _at_cbs(ALL_HELP, at_cbs),
        }
    )
    return pd.DataFrame(lines)


def _at_cbs(form: str, at_cbs: Mapping[str, float]) -> str:
    return count(at_cbs.get(SAME_FORM[form])) if form in SAME_FORM else OTHERWISE


def _number(cell: object) -> int | None:
    return None if cell is None or cell is pd.NA else int(str(cell))


def _part(row: Mapping[Hashable, Any]) -> str:
    """Write the part of a form; what is none of the seven is not counted in it."""
    if row["form"] == OTHER:
        return NOT_COUNTED
    return general.percent(None if pd.isna(row["share"]) else float(row["share"]))
