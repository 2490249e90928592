"""Dutch of sharing a view: what its link holds still, for whom it works, and what it never does."""

from collections.abc import Sequence
from typing import Final

HOLDS: Final = "**Deze link houdt vast wat u nu ziet:**"
DATA: Final = "gegevens: {title}, precies deze levering"
PERIOD: Final = "periode: {years}"
CHOSEN: Final = "gekozen: {chosen}"
RULES: Final = "telregels: alle zoals ze nu gelden, stand op {day}"
EDITION: Final = "open cijfers: {edition}"
AREA: Final = "gebied: {area}"
PAGE: Final = "deze pagina: het deel dat open is en wat u daarin koos"

WHO: Final = (
    "Wie hem op deze server opent, ziet deze weergave zoals dat bij het eigen niveau mag. Een link "
    "verhoogt nooit een niveau."
)
ELSEWHERE: Final = (
    "Deze gegevens zijn alleen in dit venster geladen. Een ander ziet de weergave pas als die "
    "dezelfde bestanden heeft ingelezen en bewaard."
)
NEWER: Final = (
    "Komt er een nieuwere levering, dan toont de link de oude zolang die bewaard is, en wijst hij "
    "de nieuwste aan. Gesprekken die later worden ingevuld, tellen wel mee."
)
NEVER: Final = (
    "De link bevat alleen keuzes, nooit gegevens. Wat u zelf intypte, reist niet mee: een "
    "zoekvraag, een naam van een groep, een notitie."
)


def held(parts: Sequence[str]) -> str:
    """List what a link holds still."""
    return "\n".join([HOLDS, "", *(f"- {part}" for part in parts)])
