"""What is expected: kinds of youth care, each as a share of the young people it is meant for."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Outcome:
    """Young people with one kind of care in a year, among those of an age.

    ``form`` is a category of the topic ``youth_with_care`` and names a column of ``FEATURES``, as
    ``youth`` does: the column that holds those of the age.
    """

    form: str
    youth: str


UNDER_23: Final = "under_23"
UNDER_18: Final = "under_18"
AGED_12_TO_22: Final = "aged_12_to_22"

AGES_OF_YOUTH: Final[Mapping[str, tuple[str, ...]]] = {
    UNDER_23: ("<23",),
    UNDER_18: ("<18",),
    AGED_12_TO_22: ("12-18", "18-23"),
}
"""Categories of the topic ``population`` that a column of young people is the sum of."""

_HELP: Final = (
    *("all", "help", "no_stay", "local_team", "ambulatory", "day_care", "in_network"),
    *("stay", "foster", "family", "secure", "other_stay"),
)
_PROTECTION: Final = ("protection", "supervision", "guardianship")

OUTCOMES: Final[Mapping[str, Outcome]] = {
    **{form: Outcome(form, UNDER_23) for form in _HELP},
    **{form: Outcome(form, UNDER_18) for form in _PROTECTION},
    "probation": Outcome("probation", AGED_12_TO_22),
}
"""Every kind of care that an expectation is made of. The ages are those of who publishes them."""

DIVISIONS: Final[Mapping[str, tuple[str, ...]]] = {
    "kinds": ("help", "protection", "probation"),
    "help": ("no_stay", "local_team", "ambulatory", "day_care", "in_network"),
    "stay": ("stay", "foster", "family", "secure", "other_stay"),
    "protection": ("protection", "supervision", "guardianship"),
}
"""Kinds of care that are shown side by side: the three of youth care, and the forms of each."""
