"""Dutch of the attrition: from the lines of a file to the trajectories that take a position."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from core.complements import hide_second
from core.text import findings, general
from core.text.guarded import FEW
from core.text.rules import GROUP_NAMES, KIND_NAMES
from core.trajectories.rules import Rules

TITLE: Final = "Van regel naar reeks: wat valt waar af?"
HELP: Final = (
    "Elke stap hieronder laat iets weg of voegt iets samen. Kies een stap om te zien waarom. "
    "De aantallen gaan over alle gegevens, zonder filters."
)
TOO_NEAR: Final = (
    f"Deze stappen gaan over de hele levering. Een keuze die uw organisatie eerder bekeek, {FEW} "
    "Daarom staan de aantallen er hier niet bij."
)
CHOOSE: Final = "Wat valt af na deze stap?"
STEP: Final = "Stap"
ROWS: Final = "Aantal"
CLIENTS: Final = "Jeugdigen"
REASON: Final = "Wat ermee gebeurt"
KEPT: Final = "kept"

STEP_NAMES: Final[Mapping[str, str]] = {
    "read": "Gelezen regels",
    "accepted": "Aanvaarde regels",
    "before_as_of": "Regels tot en met de peildatum",
    "after_netting": "Regels na het wegstrepen van credits",
    "trajectories": "Trajecten",
    "counted": "Trajecten die meetellen in reeksen",
    "next": "Trajecten met een eigen volgnummer",
}

KEPT_NAMES: Final[Mapping[str, str]] = {
    "read": "Aanvaard",
    "accepted": "Begint op of voor de peildatum",
    "before_as_of": "Blijft staan",
    "after_netting": "Eerste regel van een traject",
    "trajectories": "Telt mee in reeksen",
    "counted": "Krijgt een eigen volgnummer",
}
"""What becomes of the rows that go on to the next step."""

REASONS: Final[Mapping[str, str]] = {
    "duplicate": "Dubbel geleverd",
    "other_scheme": "Geen jeugdhulp: een andere regeling",
    "repaired": "Weggelaten door een herstel dat u koos",
    "after_as_of": "Begint na de peildatum",
    "credited": "Helemaal gecrediteerd: geen hulp",
    "merged": "Samengevoegd met een andere regel van hetzelfde traject",
    "undated": "Zonder datum van hulp",
    "chosen": "Hulpvorm die u zelf niet laat meetellen",
    "parallel": "Gelijktijdige hulp",
    "same_decision": "Hoort bij hetzelfde besluit",
}
"""Why rows fall off; rules of reading, groups of care and steps on paper have their own names."""


def rows_of_steps(steps: pd.DataFrame) -> pd.DataFrame:
    """Write the published steps as a table of text."""
    return pd.DataFrame(
        {
            STEP: steps["step"].map(STEP_NAMES),
            ROWS: steps["rows"].map(general.count),
            CLIENTS: steps["clients"].map(general.count),
        }
    )


def rows_of_reasons(fallen: pd.DataFrame, step: str) -> pd.DataFrame:
    """Write what becomes of the rows of a step, what goes on first, then the most frequent.

    Where one reason is hidden the smallest other one is too: the step itself is shown.
    """
    ordered = fallen.assign(is_lost=fallen["reason"] != KEPT).sort_values(
        ["is_lost", "rows", "reason"], ascending=[True, False, True], na_position="last"
    )
    return pd.DataFrame(
        {
            REASON: [reason_name(reason, step) for reason in ordered["reason"]],
            ROWS: hide_second(ordered["rows"].reset_index(drop=True)).map(general.count).tolist(),
            CLIENTS: ordered["clients"].map(general.count).tolist(),
        }
    )


def reason_name(reason: str, step: str) -> str:
    """Name what becomes of rows at a step."""
    if reason == KEPT:
        return KEPT_NAMES[step]
    known = {**REASONS, **GROUP_NAMES, **KIND_NAMES}
    return known.get(reason) or findings.SENTENCES[reason].partition(":")[0]


def finding(steps: pd.DataFrame, rules: Rules) -> str:
    """Say how many lines became how many trajectories, and how many of those are a next one."""
    rows = dict(zip(steps["step"], steps["rows"].map(general.count), strict=True))
    position = "een eigen volgnummer" if rules.count_parallel else "een volgnummer na elkaar"
    return (
        f"Van {rows['read']} gelezen regels bleven er {rows['after_netting']} over. "
        f"Samen zijn dat {rows['trajectories']} trajecten, waarvan {rows['next']} met {position}."
    )
