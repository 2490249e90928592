"""Dutch of stock and flow as published: what began, what ended, and what ran on the last day."""

from collections.abc import Hashable, Mapping
from typing import Any, Final

import pandas as pd

from core.opendata.publications import PROVISIONAL
from core.text import general
from core.text.municipality import UNKNOWN, count, state

BARS: Final[Mapping[str, str]] = {
    "in_force": "Liepen op 31 december",
    "started": "Begonnen in het jaar",
    "ended": "Beëindigd in het jaar",
}
YEAR: Final = "Jaar"
STANDING: Final = "Stand van het cijfer"
AXIS: Final = "Trajecten jeugdhulp in natura"
NUMBER: Final = "Trajecten"
KIND: Final = "Wat"
BREAK: Final = "andere\ntelling"
MARK: Final = "◔"
LABEL: Final = (
    "Geteld zijn trajecten jeugdhulp in natura: een jeugdige kan er meer hebben. ◔ is voorlopig. "
    "De stand en de stroom komen uit verschillende tabellen en zijn afgerond, dus begonnen min "
    "beëindigd is niet precies de verandering van de stand."
)
AGAIN: Final = "Waarvan herhaald beroep"
PLANNED: Final = "Volgens plan beëindigd"
YOUTH: Final = "Jeugdigen met jeugdzorg op 31 december"
WHY: Final = (
    "**Waarom dit niet hetzelfde is als bij het CBS.** Het CBS telt trajecten zoals aanbieders ze "
    "melden, ook van hulp die taakgericht is bekostigd. Hieronder staan uw declaraties: zonder die "
    "hulp en zonder pgb, en een traject is hier zorg van één jeugdige, aanbieder en hulpvorm "
    "zonder onderbreking. Vergelijk dus de richting, niet het aantal."
)
OWN_TITLE: Final = "Stand en stroom in uw eigen declaraties"


def not_published(name: str) -> str:
    """Say that nothing of the flow of a region is there."""
    return f"Van {name} is niet gepubliceerd hoeveel trajecten begonnen en eindigden."


def finding(flows: pd.DataFrame, name: str) -> str:
    """Say how many trajectories began and ended in the newest year, and who had care at its end."""
    last = flows.iloc[-1]
    told = " (voorlopig)" if last["status"] == PROVISIONAL else ""
    day = (
        f"; op 31 december hadden {count(last['youth'])} jeugdigen jeugdzorg"
        if pd.notna(last["youth"])
        else ""
    )
    return (
        f"In {name} begonnen in {int(last['year'])}{told} {count(last['started'])} trajecten "
        f"jeugdhulp en eindigden er {count(last['ended'])}{day}."
    )


def bars_of(flows: pd.DataFrame) -> pd.DataFrame:
    """Give a bar a year and kind: ``label``, ``kind``, ``number`` and ``words``.

    Between two eras stands an empty place with a word, so that nobody reads on over a break.
    """
    rows: list[dict[str, Any]] = []
    era = None
    for year in flows.to_dict("records"):
        if era is not None and year["era"] != era:
            rows.append({"label": BREAK, "kind": BARS["started"], "number": None, "words": ""})
        era = year["era"]
        rows += [_bar(year, kind) for kind in BARS]
    return pd.DataFrame(rows, columns=["label", "kind", "number", "words"]).astype(
        {"number": "float64"}
    )


def table_of(flows: pd.DataFrame) -> pd.DataFrame:
    """Write the flows as a table, a row a year."""
    return pd.DataFrame(
        {
            YEAR: [str(year) for year in flows["year"]],
            BARS["started"]: [count(number) for number in flows["started"]],
            AGAIN: _parts(flows["started_again"], flows["started"]),
            BARS["ended"]: [count(number) for number in flows["ended"]],
            PLANNED: _parts(flows["ended_as_planned"], flows["ended"]),
            BARS["in_force"]: [count(number) for number in flows["in_force"]],
            YOUTH: [count(number) for number in flows["youth"]],
            STANDING: [state(status) for status in flows["status"]],
        }
    )


def _bar(year: Mapping[Hashable, Any], kind: str) -> dict[str, Any]:
    mark = f"\n{MARK}" if year["status"] == PROVISIONAL else ""
    number = year[kind]
    return {
        "label": f"{year['year']}{mark}",
        "kind": BARS[kind],
        "number": number,
        "words": count(number),
    }


def _parts(parts: "pd.Series[float]", wholes: "pd.Series[float]") -> list[str]:
    """Write parts with their share: 180 (24%)."""
    return [
        f"{count(part)} ({general.percent(part / whole)})"
        if pd.notna(part) and pd.notna(whole) and whole
        else UNKNOWN
        for part, whole in zip(parts, wholes, strict=True)
    ]
