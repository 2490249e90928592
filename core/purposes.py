"""The register of purposes: of every column that is kept, why, for which pages and how long.

It is tied to the vocabulary and to the store: a column, a file or a table of the catalogue without
a purpose fails a test. What is made of them lives in memory, and goes when they go.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from core.tables import ALLOCATIONS, DECLARATIONS, EVALUATIONS, OTHER_SCHEMES, SET_ASIDE, Table


@dataclass(frozen=True, slots=True)
class Purpose:
    """Why a column is kept: a key of ``core.text.purposes.REASONS``, and the pages that need it.

    Pages are keys of ``core.text.shell.TITLES``; none means that no page reads the column yet.
    """

    reason: str
    pages: tuple[str, ...]


COURSE: Final = ("chains", "stacking", "steps", "triggers")
PEOPLE: Final = ("start", "municipality", "districts", "referrers", "providers", *COURSE)
CHECKED: Final = ("data", "quality")
MONEY: Final = ("quality", "comparison", "providers", "chains", "stacking", "steps")

SIDES: Final = Purpose("sides", ("quality",))
LINE: Final = Purpose("line", CHECKED)
WEIGHED: Final = Purpose("rate", ("quality", "providers"))
HELP: Final = Purpose("allocation", ("quality", "chains"))

OF_DECLARATIONS: Final[dict[str, Purpose]] = {
    "client_id": Purpose("person", PEOPLE),
    "municipality": Purpose("place", ("municipality", "quality", *COURSE)),
    "provider": Purpose("organisation", ("providers", "quality", *COURSE)),
    "care_form": Purpose("form", (*PEOPLE, "rules")),
    "product": Purpose("form", (*PEOPLE, "rules")),
    "start": Purpose("days", PEOPLE),
    "end": Purpose("days", PEOPLE),
    "amount_cents": Purpose("money", MONEY),
    "is_credit": Purpose("netting", MONEY),
    "allocation": HELP,
    "spell": HELP,
    "referrer": Purpose("referrer", ("referrers", "chains")),
    "end_reason": Purpose("ending", ("referrers", "providers", "chains", "quality")),
    "start_source": Purpose("certainty", ("quality", "providers")),
    "crisis": Purpose("crisis", ("stacking", "triggers")),
    "sector": Purpose("sector", ("start", "providers", "steps")),
    "source": LINE,
    "row": LINE,
    "side": SIDES,
    "counterpart_cents": SIDES,
    "provider_code": Purpose("names", ()),
    "reference": Purpose("double", CHECKED),
    "previous_reference": Purpose("double", CHECKED),
    "declared_on": Purpose("late", ("quality",)),
    "volume": WEIGHED,
    "unit": WEIGHED,
    "rate_cents": WEIGHED,
    "district": Purpose("district", ("districts",)),
    "birth_year": Purpose("age", ("quality", "stacking", "steps", "chains")),
    "sex": Purpose("checked", ("quality",)),
    "dated": Purpose("certainty", ("quality", "chains")),
}
"""Why each column of an accepted line is kept."""

OF_ALLOCATIONS: Final[dict[str, Purpose]] = {
    name: OF_DECLARATIONS[name] for name in ALLOCATIONS if name in OF_DECLARATIONS
} | {
    "budget_cents": Purpose("allocated", ("quality",)),
    "started": Purpose("allocated", ("quality",)),
    "declared": Purpose("allocated", ("quality",)),
}

OF_EVALUATIONS: Final[dict[str, Purpose]] = dict.fromkeys(
    EVALUATIONS, Purpose("talk", ("triggers",))
)

PURPOSES: Final[Mapping[str, Mapping[str, Purpose]]] = {
    "declarations": OF_DECLARATIONS,
    "set_aside": OF_DECLARATIONS | {"rule": Purpose("rejected", CHECKED)},
    "allocations": OF_ALLOCATIONS,
    "other_schemes": OF_DECLARATIONS | {"scheme": Purpose("scheme", ("stacking", "districts"))},
    "evaluations": OF_EVALUATIONS,
}
"""The purpose of each column, by the name of the file in the folder of a data set."""

KEPT_TABLES: Final[Mapping[str, Table]] = {
    "declarations": DECLARATIONS,
    "set_aside": SET_ASIDE,
    "allocations": ALLOCATIONS,
    "other_schemes": OTHER_SCHEMES,
    "evaluations": EVALUATIONS,
}
"""The columns of each of those files, as the vocabulary has them."""

UNTIL_DELETED, WITH_SERIES, UNTIL_WIPED, FOR_GOOD = "data_set", "series", "wiped", "good"

KEPT_BESIDE: Final[Mapping[str, str]] = {
    "data_sets": UNTIL_DELETED,
    "gone": FOR_GOOD,
    "remembered": UNTIL_WIPED,
    "talks": WITH_SERIES,
    "answered": WITH_SERIES,
    "persons": WITH_SERIES,
    "secrets": FOR_GOOD,
    "events": FOR_GOOD,
}
"""How long what stands in each table of the catalogue is kept."""


def grouped(name: str) -> list[tuple[Purpose, list[str]]]:
    """Give the columns of a file that serve one purpose together, in the order of the file."""
    together: dict[Purpose, list[str]] = {}
    for column in KEPT_TABLES[name]:
        together.setdefault(PURPOSES[name][column], []).append(column)
    return list(together.items())
