"""Dutch of the seven forms of youth help in own declarations, beside what is published."""

from collections.abc import Hashable, Mapping
from typing import Any, Final

import pandas as pd

from core.disclosure import share_of, total_of
from core.text import general
from core.text.municipality import count
from core.text.municipality_forms import FORM, TRAJECTORIES
from core.trajectories.seven_forms import FORMS, OTHER

NAMES: Final[Mapping[str, str]] = {
    "team": "lokaal team",
    "home": "ambulant thuis",
    "foster": "pleegzorg",
    "institution": "in een instelling",
    "secure": "jeugdzorgplus",
    "ggz": "jeugd-ggz",
    "lvb": "lvb",
    OTHER: "andere of onbekende hulp",
}
TITLE: Final = "De zeven vormen van jeugdhulp in uw eigen declaraties"
NOTE: Final = (
    "Elk traject staat in één vorm. Of hulp jeugd-ggz of lvb is, zegt de productcode; die gaat "
    "voor. Alle andere hulp staat bij waar zij wordt gegeven. Daghulp en gezinshuizen staan bij "
    "‘in een instelling’, diagnostiek en dyslexiezorg bij ‘ambulant thuis’. Andere of onbekende "
    "hulp is bijvoorbeeld een maatregel, crisishulp, vervoer of een arrangement; vormen met minder "
    f"dan {general.LEAST} jeugdigen staan er ook bij. Zij telt niet mee in de delen. Lvb is hulp "
    "bij een licht verstandelijke beperking."
)
WHY: Final = (
    "**Waarom dit niet hetzelfde is als bij het CBS.** Declaraties missen hulp die taakgericht is "
    "bekostigd, vaak het lokale team, en hulp uit een pgb. Het CBS kent alleen waar hulp wordt "
    "gegeven, niet of het jeugd-ggz of lvb is, en telt jeugdigen tot 23 jaar naar hun woonplaats. "
    "Uw declaraties tellen iedereen voor wie deze gemeente een traject betaalde. Leg de twee dus "
    "naast elkaar als vraag, niet als controle."
)
SHARE: Final = "Deel van de trajecten jeugdhulp"
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
MOST_NAMED: Final = 2
"""Forms that the finding names beside jeugd-ggz."""


def rows_of(published: pd.DataFrame) -> pd.DataFrame:
    """Give the published ``SEVEN_FORMS`` in a fixed order, with ``label``, ``share``, ``words``.

    The words stand ``at`` the end of the bar. A share is of the trajectories in the seven forms;
    OTHER, and what is hidden, has none.
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
        label=rows["form"].map(NAMES),
        share=pd.Series(shares, dtype="Float64"),
        at=[share or 0.0 for share in shares],
        words=[
            general.count(number)
            if share is None
            else f"{general.count(number)} ({general.percent(share)})"
            for number, share in zip(rows["trajectories"], shares, strict=True)
        ],
    )


def finding(rows: pd.DataFrame, name: str, year: int) -> str:
    """Say which part of the trajectories is help for mental health, and the two largest others."""
    known = rows.dropna(subset=["share"]).set_index("form")["share"]
    if "ggz" not in known.index:
        return f"{TITLE}, {year}"
    rest = known[[form for form in known.index if form in FORMS and form != "ggz"]]
    named = [
        f"{general.percent(float(share))} {NAMES[str(form)]}"
        for form, share in rest.nlargest(MOST_NAMED, keep="all").items()
    ]
    also = f"; de grootste andere vormen: {general.listed(named)}" if named else ""
    return (
        f"In uw declaraties was in {year} {general.percent(float(known['ggz']))} van de trajecten "
        f"jeugdhulp in {name} jeugd-ggz{also}."
    )


def table_of(rows: pd.DataFrame, clients: object, at_cbs: Mapping[str, float]) -> pd.DataFrame:
    """Write the seven forms as a table, beside those numbers of Statistics Netherlands that fit.

    ``clients`` are all with help; ``at_cbs`` holds published numbers of the same year by form.
    """
    lines: list[dict[str, Any]] = [
        {
            FORM: row["label"],
            TRAJECTORIES: general.count(row["trajectories"]),
            SHARE: _part(row),
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
            SHARE: NOT_COUNTED,
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
