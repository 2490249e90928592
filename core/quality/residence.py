"""Which care is a stay: help in which the client sleeps somewhere else than at home."""

from collections.abc import Iterable
from typing import Final

from core.care_forms import known_form
from core.products import product_of

STAYS: Final = frozenset(
    {
        "Gezinshuis",
        "JeugdzorgPlus",
        "Pleegzorg",
        "Residentieel verblijf",
        "Verblijf, vorm onbekend",
        "Voltijd pleegzorg",
    }
)
"""Full-time stays. Respite is none: it comes beside a place to live."""

AT_HOME: Final = frozenset(
    {
        "Ambulant regulier",
        "Ambulant specialistisch",
        "Basis-ggz",
        "Dagbehandeling",
        "Hulp in het netwerk",
        "Persoonlijke verzorging",
        "Specialistische ggz",
        "Vervoer",
        "Wijkteam",
    }
)
"""Help during which the client lives at home. What is neither may be given in both ways."""


def is_stay(care_form: str) -> bool:
    """Say whether a care form is a full-time stay; one that is not known is none."""
    form = known_form(care_form)
    return form is not None and form.label in STAYS


def stays_among(care_forms: Iterable[str]) -> tuple[str, ...]:
    """Pick the full-time stays, in order of their text."""
    return tuple(sorted(form for form in care_forms if is_stay(form)))


def contradicts(product: str, care_form: str) -> bool:
    """Say whether a national product code stands for a stay and the care form not, or reversed."""
    listed, form = product_of(product), known_form(care_form)
    if listed is None or form is None:
        return False
    by_code, by_label = listed.label, form.label
    return (by_code in STAYS and by_label in AT_HOME) or (by_code in AT_HOME and by_label in STAYS)
