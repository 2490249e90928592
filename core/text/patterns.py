"""Dutch of the search for patterns: the field, what was understood of it, and what was found."""

from collections.abc import Iterable, Sequence
from typing import Final

import pandas as pd

from core.disclosure import share_of, total_of
from core.sequences.patterns import Misread, Path, Pattern, Step, Within
from core.sequences.places import NOWHERE, Place
from core.text import general

QUESTION: Final = "Hoe vaak volgt wat op wat?"
FIELD: Final = "Beschrijf een patroon in gewone woorden"
FIELD_HELP: Final = (
    "Zet hulp achter elkaar met ‘daarna’ of ‘direct daarna’, zo nodig met ‘binnen een jaar’. "
    "Verder mag: ‘begint met’, ‘eindigt met’, ‘ooit’, ‘niet’, ‘of’, ‘zwaarder’, ‘lichter’, "
    "‘dezelfde hulp’ en ‘bij een andere aanbieder’."
)
EXAMPLES_LABEL: Final = "Voorbeelden"
EXAMPLES: Final = (
    "ambulant, daarna binnen een jaar verblijf",
    "wijkteam, direct daarna specialistische ggz",
    "begint met lichte hulp, daarna zwaarder, daarna lichter",
    "begint met ambulant, niet ggz, eindigt met ambulant",
    "hulp, direct daarna dezelfde hulp bij een andere aanbieder",
)
BUILDER: Final = "Stel een patroon samen"
BUILDER_FIRST: Final = "Eerst"
BUILDER_LINK: Final = "En dan"
BUILDER_TIME: Final = "Hoe snel"
BUILDER_NEXT: Final = "Deze hulp"
BUILDER_SET: Final = "Zet in het zoekveld"
BUILDER_ADD: Final = "Voeg toe aan het zoekveld"
LINKS: Final = ("daarna", "direct daarna")
NOT_LINK: Final = "daarna niet"
TIMES: Final = (
    "maakt niet uit",
    "binnen een half jaar",
    "binnen een jaar",
    "binnen twee jaar",
)
GROUP_NAMES: Final = (
    *("wijkteam", "ambulant", "ggz", "verblijf", "pleegzorg"),
    *("lichte hulp", "zware hulp", "lichter", "zwaarder", "hulp"),
)
MONTHS_LABEL: Final = "Hoe lang elke reeks gevolgd"
MONTHS: Final = {12: "één jaar", 24: "twee jaar", 36: "drie jaar"}

OUTCOMES: Final = {
    "found": "volgt dit patroon",
    "absent": "volgt dit patroon niet",
    "open": "loopt nog, of het einde is niet bekend",
    "too_recent": "te recent om te weten",
}
OUTCOME: Final = "De reeks"
CHAINS: Final = "Reeksen"
CLIENTS: Final = "Jeugdigen"
SHARE: Final = "Deel van wie te volgen is"
COSTS: Final = "Kosten van deze reeksen"
NOTE: Final = (
    "Alleen trajecten die na elkaar komen; hulp die naast andere hulp loopt, is geen stap. De tijd "
    "loopt van start tot start. Elke reeks telt even lang mee, vanaf de eerste start. De kosten "
    "zijn die van de trajecten die in die tijd begonnen, ook die buiten het patroon. Dat iets "
    "volgt, zegt niet dat het daardoor komt."
)
TROUBLES: Final = {
    "no_place": (
        "‘{word}’ ken ik niet als hulpvorm of groep. Schrijf een hulpvorm zoals die in de gegevens "
        "staat, of bijvoorbeeld {either}."
    ),
    "no_place_yet": "Daarna ontbreekt nog een hulpvorm, zoals {either}.",
    "no_time": (
        "Hier verwacht ik een tijd, zoals ‘een half jaar’, ‘6 maanden’ of ‘90 dagen’, maar er "
        "staat ‘{word}’."
    ),
    "no_time_yet": "Hier ontbreekt nog een tijd, zoals ‘een half jaar’ of ‘90 dagen’.",
    "nothing_before": (
        "‘{word}’ vraagt om hulp die eraan voorafgaat. Noem eerst een hulpvorm, zoals: ‘{example}’."
    ),
    "after_end": "Na ‘eindigt met’ kan niets meer volgen, maar er staat ‘{word}’.",
    "not_here": "‘{word}’ kan niet naast ‘of’ staan. Noem daar een hulpvorm of een groep.",
    "too_long": "Dit zijn meer stappen dan ik kan zoeken. Maak het patroon korter.",
}
UNTIL_HERE: Final = "Begrepen: ‘{understood}’."
NOTHING_YET: Final = "Nog niets begrepen."
EMPTY: Final = "Beschrijf een patroon, of kies een voorbeeld."
NOT_REGISTERED: Final = (
    "Op dit niveau kan een patroon alleen vragen naar een kwartaal, een half jaar, een jaar, "
    "anderhalf jaar, twee jaar of drie jaar. Met een tijd tot op de dag zou een verschil tussen "
    "twee antwoorden iets over een enkele jeugdige kunnen vertellen."
)
TOO_FEW: Final = "Bij deze keuze zijn er te weinig reeksen om een patroon in te zoeken."


def explain(misread: Misread, labels: Iterable[str]) -> str:
    """Say what was understood, where that stopped, and what may stand there."""
    if misread.reason == "empty":
        return EMPTY
    known = UNTIL_HERE.format(understood=misread.understood) if misread.understood else NOTHING_YET
    return general.literal(f"{known} {_trouble(misread, labels)}")


def _trouble(misread: Misread, labels: Iterable[str]) -> str:
    """Say what is wrong with the word where the reading stopped."""
    either = general.listed([*GROUP_NAMES[:5], *sorted(labels)[:3]], "of")
    reason = misread.reason if misread.word else f"{misread.reason}_yet"
    words = TROUBLES.get(reason) or TROUBLES[misread.reason]
    return words.format(word=misread.word, either=either, example=EXAMPLES[0])


def described(pattern: Pattern) -> str:
    """Say back what was understood, with the care forms that each word stands for."""
    return f"Begrepen als: {general.listed([_path(path) for path in pattern.paths])}."


def _path(path: Path) -> str:
    first, *later = path.steps
    opening = {
        "first": "de reeks begint met",
        "last": "de reeks eindigt met",
        "anywhere": "nergens in de reeks" if path.is_absent else "ergens in de reeks",
    }[path.anchor]
    return f"{opening} {_place(first.place)}{''.join(map(_step, later))}"


def _step(step: Step) -> str:
    words = ["direct daarna" if step.is_direct else "daarna"]
    words += [_within(step.within)] if step.within else []
    words += ["geen"] if step.is_absent else []
    return f", {' '.join(words)} {_place(step.place)}"


def _within(within: Within) -> str:
    if within.unit == "days":
        return f"binnen {general.days(within.number)}"
    return f"binnen {within.number} {'maand' if within.number == 1 else 'maanden'}"


def _place(place: Place) -> str:
    """Name a place, and what it stands for where that is more than the name itself."""
    provider = {"": "", "same": " bij dezelfde aanbieder", "other": " bij een andere aanbieder"}
    forms = [form for form in place.forms if form not in NOWHERE]
    if place.forms and not forms:
        meaning = " (komt in deze gegevens niet voor)"
    else:
        meaning = f" ({', '.join(forms)})" if forms and forms != [place.words] else ""
    return f"{place.words}{meaning}{provider[place.provider]}"


def finding(counts: pd.DataFrame, months: int) -> str:
    """Say how many chains follow the pattern, of how many that could be followed."""
    found, whole = _number(counts, "found"), known_whole(counts)
    time = MONTHS[months]
    if found is None:
        return (
            f"Bij minder dan {general.LEAST} jeugdigen volgt een reeks dit patroon binnen {time}."
        )
    of_whole = f" van {general.number(whole)}" if whole is not None else ""
    share = share_of(found, whole)
    rounded = f" ({general.percent(share)})" if share is not None else ""
    return f"{general.number(found)}{of_whole} reeksen{rounded} volgen dit patroon binnen {time}."


def known_whole(counts: pd.DataFrame) -> int | None:
    """Add up the chains of which it is known whether they follow; None when a part is hidden."""
    known = counts[counts["outcome"].isin(["found", "absent"])]
    return total_of(known, "chains") if len(known) else None


def table_of(counts: pd.DataFrame) -> pd.DataFrame:
    """Write the outcomes as a table of text; costs only where the time is equal."""
    whole = known_whole(counts)
    rows = [_row(counts, outcome, whole) for outcome in OUTCOMES]
    return pd.DataFrame([row for row in rows if row])


def _row(counts: pd.DataFrame, outcome: str, whole: int | None) -> dict[str, str]:
    part = counts[counts["outcome"] == outcome]
    if part.empty:
        return {}
    row = part.iloc[0]
    known = outcome in {"found", "absent"}
    return {
        OUTCOME: OUTCOMES[outcome],
        CHAINS: general.count(row["chains"]),
        CLIENTS: general.count(row["clients"]),
        SHARE: general.percent(share_of(row["chains"], whole)) if known else "–",
        COSTS: general.euros(row["amount_cents"]) if known else "–",
    }


def _number(counts: pd.DataFrame, outcome: str) -> int | None:
    part = counts[counts["outcome"] == outcome]
    return total_of(part, "chains") if len(part) else None


def composed(before: str, link: str, time: str, place: str) -> str:
    """Write a step of the builder as words; without a step before it, the place alone."""
    if not before.strip():
        return place
    within = f" {time}" if time in TIMES[1:] else ""
    if link == NOT_LINK:
        return f"{before}, daarna{within} niet {place}"
    return f"{before}, {link}{within} {place}"


def options(labels: Sequence[str]) -> list[str]:
    """List what the builder offers: groups first, then the care forms in the data."""
    return [*GROUP_NAMES, *sorted(labels)]
