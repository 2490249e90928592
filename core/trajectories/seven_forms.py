"""The seven forms of youth help that monitors of schools and municipalities speak of.

Five of them say where or how help is given, and two whom it is for: help for mental health and help
with a mild intellectual disability come as talks at home and as stays. Each trajectory has one
form: whom it is for goes first, where the product code says so, then where it is given.
"""

from collections.abc import Iterable, Mapping
from typing import Final

import narwhals.stable.v2 as nw

from core.care_forms import known_form
from core.frames import Frame
from core.tables import SEVEN_FORMS
from core.trajectories.selection import Selection, select_active

FORMS: Final = ("team", "home", "foster", "institution", "secure", "ggz", "lvb")
"""Local team, outpatient, foster care, institution, JeugdzorgPlus, mental health, disability."""

OTHER: Final = "other"
"""What is none of these: measures, transport, surcharges, crisis, labels nobody knows; the rare."""

SECTORS: Final[Mapping[str, str]] = {"ggz": "ggz", "lvb": "lvb"}

BY_LABEL: Final[Mapping[str, str]] = {
    "Wijkteam": "team",
    "Ambulant regulier": "home",
    "Ambulant specialistisch": "home",
    "Hulp in het netwerk": "home",
    "Persoonlijke verzorging": "home",
    "Diagnostiek": "home",
    "Dyslexie": "home",
    "Dagbehandeling": "institution",
    "Gezinshuis": "institution",
    "Residentieel verblijf": "institution",
    "Verblijf, vorm onbekend": "institution",
    "Logeren": "institution",
    "Pleegzorg": "foster",
    "Voltijd pleegzorg": "foster",
    "JeugdzorgPlus": "secure",
    "Basis-ggz": "ggz",
    "Specialistische ggz": "ggz",
}
"""Where a care form of ``core.care_forms`` belongs; what is absent is OTHER."""


def form_of(label: str) -> str:
    """Give the form of a care form as it was delivered, by its label alone."""
    known = known_form(label)
    return BY_LABEL.get(known.label, OTHER) if known else OTHER


def count_seven_forms(
    trajectories: Frame, labels: Iterable[str], selection: Selection, fewest: int
) -> Frame:
    """Count trajectories with a day of care in the period by form (``SEVEN_FORMS``).

    ``labels`` are all care forms in the data. Forms of fewer than ``fewest`` clients are in OTHER.
    """
    placed = select_active(trajectories, selection).with_columns(form=_form(sorted(set(labels))))
    sizes = placed.group_by("form").agg(size=nw.col("client_id").n_unique().cast(nw.Int64))
    rare = nw.col("size") < fewest
    merged = placed.join(sizes, on="form", how="left").with_columns(
        form=nw.when(rare).then(nw.lit(OTHER)).otherwise(nw.col("form"))
    )
    counted = merged.group_by("form").agg(
        trajectories=nw.len(), clients=nw.col("client_id").n_unique()
    )
    numbers = [nw.col(name).cast(nw.Int64) for name in ("trajectories", "clients")]
    return counted.with_columns(*numbers).select(*SEVEN_FORMS)


def _form(labels: list[str]) -> nw.Expr:
    """Give each trajectory its form: by sector where that decides, else by its care form."""
    form = nw.lit(OTHER)
    for name in FORMS:
        belonging = [label for label in labels if form_of(label) == name]
        if belonging:
            form = nw.when(nw.col("care_form").is_in(belonging)).then(nw.lit(name)).otherwise(form)
    for sector, name in SECTORS.items():
        form = nw.when(nw.col("sector") == sector).then(nw.lit(name)).otherwise(form)
    return form
