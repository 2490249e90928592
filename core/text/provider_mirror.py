"""Dutch of the mirror of Aanbieders: one provider beside others that have no name."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from core.providers.peers import FEWEST_PEERS, Mirror
from core.tables import MISSING
from core.text import general

QUESTION: Final = "Hoe ziet onze hulp eruit naast die van anderen die hetzelfde doen?"
PROVIDER: Final = "Aanbieder"
BASIS: Final = "Vergelijk trajecten van"
NOT_HERE: Final = (
    "De spiegel is voor het gesprek met de aanbieder zelf. Op dit niveau staat hij er niet."
)
NO_PROVIDERS: Final = f"Geen aanbieder heeft bij deze keuze {general.LEAST} jeugdigen of meer."
NO_HELP: Final = "Deze aanbieder heeft bij deze keuze te weinig jeugdigen om iets te tonen."
TOO_FEW_OTHERS: Final = (
    f"Er zijn minder dan {FEWEST_PEERS} andere aanbieders waarvan bij deze hulp iets te tonen is: "
    "hier staat alleen het eigen beeld."
)
SECTORS: Final[Mapping[str, str]] = {
    "ggz": "sector ggz",
    "lvb": "sector lvb",
    "j&o": "sector jeugd en opvoeding",
}

THIRD, SECOND, FIRST = "third", "second", "first"
EARLY, ANY, SAME, OTHER, DAYS = "early", "any", "same", "other", "days"
MEASURES: Final[Mapping[str, str]] = {
    FIRST: "Eerste traject van een reeks",
    SECOND: "Tweede traject",
    THIRD: "Derde of later traject",
    EARLY: "Voortijdig beëindigd",
    ANY: "Vervolg binnen een jaar",
    SAME: "… bij dezelfde aanbieder",
    OTHER: "… bij een andere aanbieder",
}
"""The shares, in the order of the picture."""

SUBJECTS: Final[Mapping[str, str]] = {
    SAME: "‘Vervolg bij dezelfde aanbieder’",
    OTHER: "‘Vervolg bij een andere aanbieder’",
}
"""What measures are called where they stand alone."""

WHOLES: Final[Mapping[str, str]] = {
    FIRST: "begonnen trajecten",
    SECOND: "begonnen trajecten",
    THIRD: "begonnen trajecten",
    EARLY: "gestopte trajecten met een reden",
    ANY: "gestopte trajecten die een jaar te volgen zijn",
    SAME: "gestopte trajecten die een jaar te volgen zijn",
    OTHER: "gestopte trajecten die een jaar te volgen zijn",
}
ASKED: Final[Mapping[str, str]] = {
    FIRST: "komen jeugdigen hier vaker of minder vaak als eerste, en is dat zo bedoeld?",
    SECOND: "welke hulp ging eraan vooraf, en sluit deze hulp daarop aan?",
    THIRD: "komen jeugdigen hier vroeg of laat in hun reeks, en past dat bij deze hulp?",
    EARLY: "hoe komt dat, en wat gebeurt er na hulp die anders stopt dan gepland?",
    ANY: "is het vervolg na deze hulp zo bedoeld, of begint het opnieuw?",
    SAME: "is het vervolg bij dezelfde aanbieder vooraf bedacht?",
    OTHER: "is de volgende aanbieder al betrokken voordat deze hulp stopt?",
    DAYS: "is het de zwaarte van de vragen, de manier van afronden of het wachten op een vervolg?",
}

MEASURE: Final = "Maat"
OWN: Final = "Deze aanbieder"
NUMBER: Final = "n"
SURE: Final = "Zekerheid (95%)"
MIDDLE: Final = "Middelste helft van de anderen"
OTHERS: Final = "Anderen getoond"
UNSEEN: Final = "Anderen niet te tonen"
SHARE_AXIS: Final = "Aandeel van de trajecten"
DAYS_AXIS: Final = "Dagen tot de helft klaar is"
DAYS_TITLE: Final = "Duur: dagen tot de helft klaar is"
DASH: Final = "–"

LEGEND: Final = (
    "Ruit: deze aanbieder, met een lijn voor de zekerheid (95%). Grijze stip: een andere aanbieder "
    "die dezelfde hulp geeft, zonder naam. Lichte balk: de middelste helft van die anderen."
)
NOTE: Final = (
    "Alleen hulp die in de periode begon, in reeksen waarvan het begin te zien is. Een reden van "
    "beëindiging die niet geleverd is, telt niet mee bij voortijdig. Vervolg: het volgende traject "
    "van dezelfde jeugdige begon binnen 12 maanden na het einde. De duur telt ook hulp die nog "
    f"loopt (Kaplan-Meier). Zodra van een maat een deel minder dan {general.LEAST} is, staat die "
    "maat er niet."
)


def basis_label(basis: tuple[str, str]) -> str:
    """Name what is laid side by side: a care form or a sector."""
    column, value = basis
    return SECTORS.get(value, value) if column == "sector" else general.filled(value)


def finding(name: str, mirrors: Mapping[str, Mirror], help_given: str) -> str:
    """Say how often this provider comes third or later in a chain, beside the others."""
    mirror = mirrors[THIRD]
    if mirror.own is None:
        return NO_HELP
    said = (
        f"Van de {general.number(mirror.number)} trajecten {help_given} van {name} was "
        f"{general.percent(mirror.own)} het derde of een later traject"
    )
    if mirror.middle is None:
        return f"{said}."
    low, high = mirror.middle
    return (
        f"{said}; bij de middelste helft van de andere aanbieders is dat "
        f"{general.between(low, high)}."
    )


def days_finding(name: str, mirror: Mirror, help_given: str) -> str:
    """Say after how many days half of the help of this provider is done, beside the others."""
    if mirror.own is None:
        return DAYS_TITLE
    said = (
        f"De helft van de {general.number(mirror.number)} trajecten {help_given} van {name} is "
        f"klaar na {_value(DAYS, mirror.own)}"
    )
    if mirror.middle is None:
        return f"{said}."
    return f"{said}; bij de middelste helft van de andere aanbieders na {_middle(DAYS, mirror)}."


def questions(name: str, mirrors: Mapping[str, Mirror]) -> list[str]:
    """Ask about each measure that lies outside the middle half of the others. No judgement."""
    asked = []
    for measure, mirror in mirrors.items():
        side = _side(mirror)
        if side:
            asked.append(f"{_subject(measure)} ligt bij {name} {side}: {ASKED[measure]}")
    return asked


def none_outside(name: str) -> str:
    """Say that there is nothing to ask about."""
    return (
        f"Bij geen maat ligt {name} duidelijk buiten de middelste helft van de anderen. "
        "Herkent u dat?"
    )


def _subject(measure: str) -> str:
    return "De duur" if measure == DAYS else SUBJECTS.get(measure, f"‘{MEASURES[measure]}’")


def _side(mirror: Mirror) -> str:
    """Say on which side of the middle half a provider surely lies; empty when that is not so."""
    if mirror.own is None or mirror.middle is None:
        return ""
    low, high = mirror.middle
    least, most = mirror.bounds or (mirror.own, mirror.own)
    if least <= high and low <= most:
        return ""
    return f"{'lager' if most < low else 'hoger'} dan bij de middelste helft van de anderen"


def own_rows(mirrors: Mapping[str, Mirror]) -> pd.DataFrame:
    """Lay out what a provider has itself, and the middle half of others, a row a measure."""
    return pd.DataFrame(
        [
            {
                "label": label_of(measure),
                "own": mirror.own,
                "words": _value(measure, mirror.own),
                "low": mirror.bounds[0] if mirror.bounds else mirror.own,
                "high": mirror.bounds[1] if mirror.bounds else mirror.own,
                "middle_low": mirror.middle[0] if mirror.middle else None,
                "middle_high": mirror.middle[1] if mirror.middle else None,
                "middle": _middle(measure, mirror),
            }
            for measure, mirror in mirrors.items()
        ]
    ).astype({"own": float, "low": float, "high": float})


def other_rows(mirrors: Mapping[str, Mirror]) -> pd.DataFrame:
    """Lay out the others, a row each measure and provider, in order of value only."""
    rows = [
        {"label": label_of(measure), "value": value}
        for measure, mirror in mirrors.items()
        for value in mirror.others
    ]
    return pd.DataFrame(rows, columns=["label", "value"]).astype({"value": float})


def table_of(mirrors: Mapping[str, Mirror]) -> pd.DataFrame:
    """Write every measure as a line of text, with what it is counted on."""
    return pd.DataFrame(
        [
            {
                MEASURE: label_of(measure),
                OWN: _value(measure, mirror.own),
                NUMBER: f"{general.number(mirror.number)} {WHOLES.get(measure, 'trajecten')}"
                if mirror.number is not None
                else general.percent(None),
                SURE: general.between(*mirror.bounds) if mirror.bounds else DASH,
                MIDDLE: _middle(measure, mirror),
                OTHERS: str(len(mirror.others)) if mirror.others else DASH,
                UNSEEN: str(mirror.unseen),
            }
            for measure, mirror in mirrors.items()
        ]
    )


def label_of(measure: str) -> str:
    """Name a measure."""
    return DAYS_TITLE if measure == DAYS else MEASURES[measure]


def _middle(measure: str, mirror: Mirror) -> str:
    if mirror.middle is None:
        return DASH
    low, high = mirror.middle
    if measure == DAYS:
        return f"{general.number(low)} tot {general.days(round(high))}"
    return general.between(low, high)


def _value(measure: str, value: float | None) -> str:
    if value is None:
        return "niet te tonen"
    return general.days(round(value)) if measure == DAYS else general.percent(value)


def is_known(basis: tuple[str, str]) -> bool:
    """Tell whether a basis has a value at all."""
    return basis[1] != MISSING
