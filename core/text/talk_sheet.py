"""Dutch of the preparation sheet: the history of one chain on a page, from own records only."""

from collections.abc import Callable
from typing import Final

import pandas as pd

from core.tables import OPEN_END
from core.text import general
from core.text.talk_words import CONCLUSIONS, YOUTH_PRESENT, parties
from core.text.triggers import ordinal
from core.trajectories.calendar import date_of
from core.trajectories.rules import Rules

TITLE: Final = "Voorbereidingsblad"
NOTE: Final = (
    "Gemaakt uit uw eigen declaraties en gesprekken; er staat geen pseudoniem op. Het blad wordt "
    "nergens bewaard: het verdwijnt als u een andere reeks kiest of het venster sluit. Afdrukken "
    "kan met de browser; vernietig de afdruk na het gesprek."
)
TALKS_TITLE: Final = "Eerdere gesprekken"
NO_TALKS: Final = "Er is geen eerder gesprek bekend."
ASK_TITLE: Final = "Vragen voor het gesprek"
ASK: Final = (
    "- Wat vindt de jeugdige zelf van de hulp tot nu toe?\n"
    "- Wat is geprobeerd, en wat hielp?\n"
    "- Wat is er anders nodig, en van wie?\n"
    "- Wat spreken we af, en wanneer kijken we terug?"
)
BESIDE: Final = "telt niet in de reeks"
PLACES: Final = {"parallel": "gelijktijdig", "same_decision": "zelfde besluit"}


def heading(number: int, rules: Rules) -> str:
    """Head the sheet of a chain by its running number."""
    return f"{TITLE}: reeks {number}, vóór het {ordinal(rules)} traject"


def history_table(rows: pd.DataFrame, name: Callable[[str, str], str]) -> pd.DataFrame:
    """Write the care of one chain in order, and what does not count in it."""
    return pd.DataFrame(
        {
            "Volgnummer": [
                _place(kind, position)
                for kind, position in zip(rows["kind"], rows["position"], strict=True)
            ],
            "Hulpvorm": rows["care_form"].map(general.filled).tolist(),
            "Aanbieder": [name("provider", code) for code in rows["provider"]],
            "Van": rows["start"].map(_day).tolist(),
            "Tot en met": [_last(end) for end in rows["end"]],
            "Hulp": rows["status"].map(general.STATUS_NAMES).tolist(),
            "Vergeleken met ervoor": [_step(step) for step in rows["step"]],
            "Pauze ervoor": rows["gap_days"].map(general.days).tolist(),
        }
    )


def talks_table(rows: pd.DataFrame) -> pd.DataFrame:
    """Write the talks about one person in order."""
    return pd.DataFrame(
        {
            "Datum": rows["date"].map(_day).tolist(),
            "Jeugdige erbij": rows["youth_present"].map(YOUTH_PRESENT).tolist(),
            "Uitkomst": rows["conclusion"].map(CONCLUSIONS).tolist(),
            "Wie erbij waren": rows["parties"].map(parties).tolist(),
        }
    )


def _place(kind: str, position: float) -> str:
    if kind == "next":
        return general.number(position)
    return PLACES.get(kind, BESIDE)


def _day(number: float) -> str:
    return general.day(date_of(int(number)))


def _last(end: float) -> str:
    return general.STATUS_NAMES["running"] if end >= OPEN_END else _day(end - 1)


def _step(step: object) -> str:
    return general.STEP_NAMES.get(str(step), "–")
