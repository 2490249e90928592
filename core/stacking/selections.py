"""Ready-made selections: special kinds of care, each one click away.

A selection is a set of care forms by name, or what the lines say themselves (crisis), or an age.
Of the birth date only the year is known, so that somebody is surely eighteen from 1 January after
the year in which the eighteenth birthday fell; that is where *eighteen* begins.
"""

from collections.abc import Iterable, Mapping
from typing import Final

import narwhals.stable.v2 as nw

from core.care_forms import CareForm, known_form
from core.frames import Frame
from core.stacking.sweep import find_care_of
from core.tables import SELECTED, SELECTED_CLIENTS, contributors_of
from core.trajectories.calendar import year_of
from core.trajectories.contributors import with_contributors
from core.trajectories.rules import Rules
from core.trajectories.selection import Selection

CRISIS: Final = "crisis"
EIGHTEEN: Final = "eighteen"
SELECTIONS: Final = (
    CRISIS,
    "transport",
    "dyslexia",
    "foster",
    "residential",
    "secure",
    EIGHTEEN,
)
"""The selections, in the order of the screen."""

LABELS: Final[Mapping[str, tuple[str, ...]]] = {
    "foster": ("Pleegzorg", "Voltijd pleegzorg"),
    "residential": ("Residentieel verblijf", "Verblijf, vorm onbekend"),
    "secure": ("JeugdzorgPlus",),
}
"""The care forms of the selections that are no group of ``core.care_forms``."""

SURELY_ADULT: Final = 19
"""In the calendar year of this birthday somebody is eighteen or older on every day."""

NEVER: Final = 9_999
"""A year in which no care is: the birth year is not known, or the care is not selected."""

OUTSIDE, INSIDE = "outside", "inside"


def labels_of(name: str, care_forms: Iterable[str]) -> tuple[str, ...]:
    """Choose the labels in the data that a selection stands for, in order of text."""
    return tuple(sorted(label for label in care_forms if _belongs(name, known_form(label))))


def find_born(declarations: Frame) -> Frame:
    """Look up the ``birth_year`` of each client; who has none is absent, of several the last."""
    known = declarations.filter(~nw.col("birth_year").is_null())
    born = known.group_by("client_id").agg(nw.col("birth_year").max())
    return born.with_columns(nw.col("birth_year").cast(nw.Int64))


def mark(trajectories: Frame, name: str, labels: tuple[str, ...], born: Frame) -> Frame:
    """Add ``selected_from``: the first calendar year in which care belongs to the selection.

    It is 0 for care that always does and NEVER for care that never does. ``born`` matters for
    EIGHTEEN only.
    """
    if name == EIGHTEEN:
        adult = nw.col("birth_year") + SURELY_ADULT
        joined = trajectories.join(born, on="client_id", how="left")
        return joined.with_columns(selected_from=adult.fill_null(NEVER).cast(nw.Int64))
    fits = nw.col("care_form").is_in(list(labels))
    if name == CRISIS:
        fits = fits | nw.col("crisis")
    year = nw.when(fits).then(nw.lit(0)).otherwise(nw.lit(NEVER))
    return trajectories.with_columns(selected_from=year.cast(nw.Int64))


def is_inside() -> nw.Expr:
    """Tell whether care belongs to the selection on its first day; expects ``selected_from``."""
    return nw.col("selected_from") <= year_of(nw.col("start"))


def find_marked_years(marked: Frame, selection: Selection, rules: Rules) -> Frame:
    """Repeat the care of who fits the selection for each ``year``, with its ``side``.

    Care that another municipality paid is left out, because euros are counted.
    ``cents`` are the amount of the trajectory in the year in which it began, and 0 in others.
    """
    care = find_care_of(marked, selection)
    if selection.municipality:
        care = care.filter(nw.col("municipality") == selection.municipality)
    years = range(selection.first_year, selection.last_year + 1)
    return nw.concat([_in_year(care, year, rules) for year in years], how="vertical")


def count_selected(care_years: Frame) -> Frame:
    """Count the care of each year inside and outside the selection (``SELECTED``)."""
    counted = care_years.group_by("year", "side").agg(
        clients=nw.col("client_id").n_unique(),
        trajectories=nw.len(),
        amount_cents=nw.col("cents").sum(),
        providers=nw.col("provider").n_unique(),
    )
    amounts = care_years.with_columns(amount_cents=nw.col("cents"))
    whole = with_contributors(counted, amounts, ["year", "side"])
    numbers = [nw.col(name).cast(nw.Int64) for name in SELECTED if name != "side"]
    return whole.with_columns(*numbers).select(*SELECTED, *contributors_of("amount_cents"))


def count_selected_clients(care_years: Frame) -> Frame:
    """Count the clients of each year with and without selected care (``SELECTED_CLIENTS``)."""
    is_without = nw.col("most") == 0
    part = nw.when(is_without).then(nw.lit("without")).otherwise(nw.lit(INSIDE))
    return _counted_parts(_per_client(care_years), part)


def count_selected_parts(care_years: Frame) -> Frame:
    """Count the clients of each year by what else they had (``SELECTED_CLIENTS``).

    Parts: ``only`` the selection, ``both`` or ``without``.
    """
    part = (
        nw.when(nw.col("most") == 0)
        .then(nw.lit("without"))
        .when(nw.col("least") == 1)
        .then(nw.lit("only"))
        .otherwise(nw.lit("both"))
    )
    return _counted_parts(_per_client(care_years), part)


def count_unborn(trajectories: Frame, born: Frame, selection: Selection) -> Frame:
    """Count, in one row, the ``clients`` that fit of whom the birth year was not delivered."""
    care = find_care_of(trajectories, selection).select("client_id").unique()
    unknown = care.join(born, on="client_id", how="anti")
    return unknown.select(clients=nw.len().cast(nw.Int64))


def _per_client(care_years: Frame) -> Frame:
    inside = nw.when(nw.col("side") == INSIDE).then(1).otherwise(0)
    flagged = care_years.with_columns(inside=inside)
    return flagged.group_by("year", "client_id").agg(
        most=nw.col("inside").max(), least=nw.col("inside").min()
    )


def _counted_parts(per_client: Frame, part: nw.Expr) -> Frame:
    parts = per_client.with_columns(part=part).group_by("year", "part")
    counted = parts.agg(number=nw.len(), clients=nw.len())
    whole = [nw.col(name).cast(nw.Int64) for name in ("year", "number", "clients")]
    return counted.with_columns(*whole).select(*SELECTED_CLIENTS)


def _in_year(care: Frame, year: int, rules: Rules) -> Frame:
    whole = Selection(year, year)
    until = min(whole.end_day, rules.as_of + 1)
    active = care.filter((nw.col("start") < until) & (nw.col("end") > whole.first_day))
    begun = nw.col("start") >= whole.first_day
    inside = nw.col("selected_from") <= year
    return active.select(
        "client_id",
        "provider",
        year=nw.lit(year).cast(nw.Int64),
        side=nw.when(inside).then(nw.lit(INSIDE)).otherwise(nw.lit(OUTSIDE)),
        cents=nw.when(begun).then(nw.col("amount_cents").fill_null(0)).otherwise(nw.lit(0)),
    )


def _belongs(name: str, form: CareForm | None) -> bool:
    if form is None:
        return False
    return form.uncounted == name or form.label in LABELS.get(name, ())
