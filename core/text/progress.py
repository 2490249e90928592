"""Dutch of long work: what is being done now."""

from collections.abc import Mapping
from typing import Final

STEPS: Final[Mapping[str, str]] = {
    "check_lines": "De regels worden vergeleken",
    "store_lines": "De declaraties worden klaargezet",
    "settle": "De telregels worden op de gegevens gelegd",
    "trajectories": "Declaraties worden trajecten",
    "chains": "Trajecten worden reeksen",
    "steps": "De ladder wordt naast de reeksen gelegd",
    "triggers": "Derde trajecten worden gezocht",
    "write": "De tabellen worden geschreven",
    "done": "Klaar",
}
