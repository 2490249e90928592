"""From the number of a set back to the care forms in it: pure functions on computed tables."""

import pandas as pd

from core.tables import FORM_SETS, SET_SEPARATOR


def name_sets(sets: pd.DataFrame, bits: pd.DataFrame) -> pd.DataFrame:
    """Write each set as its care forms (``FORM_SETS``), in order of text.

    ``sets`` has ``bits``, ``clients`` and ``days``; ``bits`` the ``care_form`` of each ``bit``. The
    set 0 is all sets that were too rare, with an empty name and size 0.
    """
    form_of = dict(zip(bits["bit"].tolist(), bits["care_form"].tolist(), strict=True))
    members = [_members(int(number), form_of) for number in sets["bits"]]
    named = sets.assign(forms=list(map(SET_SEPARATOR.join, members)), size=list(map(len, members)))
    return named[list(FORM_SETS)]


def name_sets_of(sets: pd.DataFrame, bits: pd.DataFrame, everyone: pd.DataFrame) -> pd.DataFrame:
    """Write each set (``name_sets``) beside how many ``members`` there are of all sets."""
    return beside_everyone(name_sets(sets, bits), everyone)


def beside_everyone(table: pd.DataFrame, everyone: pd.DataFrame) -> pd.DataFrame:
    """Lay counted rows beside how many ``members`` there are in all (one row)."""
    return table.assign(members=int(everyone["members"].iloc[0]))


def _members(number: int, form_of: dict[int, str]) -> list[str]:
    return sorted(form for bit, form in form_of.items() if number & bit)
