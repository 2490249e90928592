"""Dutch of what later starts are: up, down, on the same rung, beside, or not on the ladder."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from core.disclosure import share_of, total_of
from core.intervals import wilson_interval
from core.text import general
from core.text.steps import SHARE, STEP, shown

QUESTION: Final = "Gaan reeksen omhoog of omlaag, en wat gebeurt er als de trede gelijk blijft?"
STARTS: Final = "Vervolgstappen"
AXIS: Final = "Deel van alle vervolgstappen (%)"
BETWEEN: Final = "Bereik"
KIND_NAMES: Final[Mapping[str, str]] = {
    "up": "omhoog",
    "down": "omlaag",
    "other_form": "gelijk: andere hulpvorm",
    "other_provider": "gelijk: zelfde hulpvorm, andere aanbieder",
    "again": "gelijk: zelfde hulpvorm en aanbieder",
    "beside": "ernaast, andere hulp loopt door",
    "unranked": "van of naar hulp zonder trede",
    "rest": "overige stappen",
}
SAME: Final = ("other_form", "other_provider", "again")
NOTE: Final = (
    "Een vervolgstap is elk begin van hulp in een reeks na de eerste dag, uit alle reeksen waarvan "
    "het begin te zien is. Stappen die alleen op papier bestaan, tellen niet mee. Hulp zonder trede"
    " wordt overgeslagen: de stap vergelijkt met de laatste hulp die wel een trede heeft."
)
TOO_FEW: Final = "Te weinig vervolgstappen om te zeggen hoe vaak het omhoog of omlaag gaat."
MOVES: Final = (
    ("ging {} omhoog", "het omhoog ging"),
    ("ging {} omlaag", "het omlaag ging"),
    ("bleef {} op dezelfde trede", "de trede gelijk bleef"),
)
"""How a share up, down and on one rung is told, and how it is named where it is not."""


def finding(kinds: pd.DataFrame) -> str:
    """Say which share of the later starts goes up, goes down and stays on one rung.

    What is told under the rest is not a part of what stayed on one rung: then that is not told.
    """
    up, down = share_with(kinds, ["up"]), share_with(kinds, ["down"])
    is_whole = {*SAME} <= {*kinds["step"]} or "rest" not in {*kinds["step"]}
    same = share_with(kinds, SAME) if is_whole else None
    if up is None or down is None or same is None:
        return _known(total_of(kinds, "starts"), up, down, same)
    return (
        f"Van {general.number(total_of(kinds, 'starts'))} vervolgstappen ging "
        f"{general.percent(up)} omhoog en {general.percent(down)} omlaag; {general.percent(same)} "
        "bleef op dezelfde trede."
    )


def _known(starts: int | None, *shares: float | None) -> str:
    """Say which of the shares up, down and on one rung are shown, and which are not."""
    moves = list(zip(MOVES, shares, strict=True))
    told = [said.format(general.percent(share)) for (said, _), share in moves if share is not None]
    hidden = [untold for (_, untold), share in moves if share is None]
    if not told:
        return TOO_FEW
    return (
        f"Van {general.number(starts)} vervolgstappen {general.listed(told)}; hoe vaak "
        f"{general.listed(hidden, 'of')}, is niet te tonen."
    )


def share_with(kinds: pd.DataFrame, wanted: list[str] | tuple[str, ...]) -> float | None:
    """Divide the starts of some kinds by all; None when any is hidden or there are none."""
    part = kinds[kinds["step"].isin(wanted)]
    return share_of(total_of(part, "starts"), total_of(kinds, "starts")) if len(part) else None


def bars_of_kinds(kinds: pd.DataFrame) -> pd.DataFrame:
    """Lay out a bar for each kind in one order, with ``share`` in percents."""
    rows = [
        {
            "name": KIND_NAMES[kind],
            "key": kind,
            "share": 100 * share,
            "words": general.percent(share),
        }
        for kind in KIND_NAMES
        if (share := share_with(kinds, [kind])) is not None
    ]
    return pd.DataFrame(rows, columns=["name", "key", "share", "words"])


def rows_of_kinds(kinds: pd.DataFrame) -> pd.DataFrame:
    """Write the kinds as a table of text: kind, starts, share and its interval."""
    everything = total_of(kinds, "starts")
    rows = [
        {
            STEP: KIND_NAMES[kind],
            STARTS: shown(total_of(part, "starts")),
            SHARE: general.percent(share_with(kinds, [kind])),
            BETWEEN: _between(total_of(part, "starts"), everything),
        }
        for kind in KIND_NAMES
        if len(part := kinds[kinds["step"] == kind])
    ]
    return pd.DataFrame(rows)


def _between(part: int | None, whole: int | None) -> str:
    bounds = None if part is None or whole is None else wilson_interval(min(part, whole), whole)
    return general.between(*bounds) if bounds else general.percent(None)
