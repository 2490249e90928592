"""Own codes of municipalities that nobody has put under a care form yet."""

from collections.abc import Mapping, Sequence

import narwhals.stable.v2 as nw

from core.care_forms import CARE_FORMS
from core.frames import Frame
from core.tables import MISSING

Codes = Mapping[str, Mapping[str, str]]
"""What own codes mean: municipality -> code -> care form, MISSING for all municipalities."""

LABELS = tuple(form.label for form in CARE_FORMS)
"""The care forms that a code can be put under, in the order of the ladder."""


def count_undivided(declarations: Frame, codes: Sequence[str]) -> Frame:
    """Count the accepted lines whose care form is a code, by municipality and code.

    Adds ``lines`` and ``clients``; no fixed order.
    """
    parked = declarations.filter(nw.col("care_form").is_in(codes))
    return parked.group_by("municipality", "care_form").agg(
        lines=nw.len().cast(nw.Int64), clients=nw.col("client_id").n_unique().cast(nw.Int64)
    )


def joined(codes: Codes, more: Codes) -> dict[str, dict[str, str]]:
    """Put codes together; about a code that both know, the second counts."""
    places = dict.fromkeys([*codes, *more])
    return {place: {**codes.get(place, {}), **more.get(place, {})} for place in places}


def for_all(codes: Codes) -> dict[str, str]:
    """Give the codes that mean the same in every municipality."""
    return dict(codes.get(MISSING, {}))


def by_place(codes: Codes) -> dict[str, dict[str, str]]:
    """Give the codes that hold in one municipality only."""
    return {place: dict(known) for place, known in codes.items() if place != MISSING}
