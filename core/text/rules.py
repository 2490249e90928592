"""Dutch of the page of the rules: what every word means, what every rule does, and its values."""

from collections.abc import Mapping
from typing import Final

from core.text import general
from core.trajectories.calendar import date_of
from core.trajectories.rules import AUTO, OFF, start_rules

TITLE: Final = "Begrippen en telregels"
QUESTION: Final = "Wat noemen wij een traject, een reeks, een derde traject, zwaarder?"
BACK: Final = "Terug naar standaard"
STANDARD: Final = " (standaard)"
CHOSEN: Final = " (uw keuze)"
NUMBERS_TITLE: Final = "De regels"
GROUPS_TITLE: Final = "Welke hulp telt niet mee in reeksen?"
GROUPS_HELP: Final = (
    "Hulp die u aanzet, telt niet als stap. Ze staat wel in de gegevens, maar opent of verlengt "
    "geen reeks."
)
LADDER_TITLE: Final = "De ladder: van licht naar zwaar"
LADDER_HELP: Final = (
    "De ladder is een afspraak van deze tafel over licht en zwaar. Ze zegt niets over beter of "
    "slechter. Er is geen landelijke ladder."
)
LADDER_MOST: Final = "Alleen hulpvormen met genoeg jeugdigen staan hier."
AS_OF: Final = "Peildatum"
AS_OF_HELP: Final = (
    "De laatste dag waarnaar we kijken. Regels die later beginnen, tellen niet mee. Automatisch is "
    "het einde van de laatste maand die volledig lijkt."
)
SAME_CARE: Final = (
    "Een nieuw contract is geen stap. Hulp in dezelfde vorm bij dezelfde aanbieder blijft één "
    "traject, ook als de toewijzing in januari een nieuw nummer krijgt."
)
WORDS_TITLE: Final = "Wat betekenen de woorden?"
WORDS: Final[Mapping[str, str]] = {
    "Traject": (
        "Hulp aan één jeugdige, in één vorm, bij één aanbieder, zonder lange onderbreking."
    ),
    "Reeks": "Trajecten van één jeugdige die met weinig of geen pauze op elkaar volgen.",
    "Volgnummer": "Het hoeveelste traject in de reeks. Alleen hulp na elkaar krijgt een nummer.",
    "Zwaarder of lichter": (
        "De hoogste trede na de start, vergeleken met de hoogste trede op de dag ervoor."
    ),
    "Ernaast": "Er komt hulp bij op dezelfde of een lagere trede, terwijl andere hulp doorloopt.",
    "Derde traject": "De start waarvoor regie op drie een gesprek vraagt.",
    "Gestopt": "Er is een einde geleverd. Wat kort geleden stil viel, heet te recent om te weten.",
}

NAMES: Final[Mapping[str, str]] = {
    "merge_gap_days": "Onderbreking binnen een traject",
    "chain_gap_days": "Pauze binnen een reeks",
    "parallel_days": "Overlap die nog een overdracht is",
    "same_decision_days": "Starts die één besluit zijn",
    "trigger_position": "Regie op drie: vanaf welk traject",
    "evaluation_window_days": "Hoe oud mag een gesprek zijn",
    "open_end_days": "Stilte na hulp zonder einddatum",
    "recent_days": "Te recent om te weten",
    "lookback_months": "Terugkijken bij trends",
    "count_parallel": "Ook gelijktijdige hulp krijgt een volgnummer",
    "evaluation_on_start_day": "Een gesprek op de startdag telt",
}
"""The name of each rule on screen."""

MEANINGS: Final[Mapping[str, str]] = {
    "merge_gap_days": (
        "Zoveel dagen zonder declaratie horen nog bij hetzelfde traject. Automatisch kijkt de app "
        "of er maanden of dagen zijn geleverd: bij maanden 62 dagen, bij dagen 0."
    ),
    "chain_gap_days": (
        "Begint hulp binnen zoveel dagen na het einde van alle eerdere hulp, dan hoort ze bij "
        "dezelfde reeks. Daarna begint een nieuwe reeks."
    ),
    "parallel_days": (
        "Lopen twee trajecten langer samen dan dit, dan is het tweede gelijktijdige hulp en geen "
        "volgende stap."
    ),
    "same_decision_days": "Trajecten die zo kort na elkaar starten, tellen samen als één stap.",
    "trigger_position": "Vanaf dit traject vraagt regie op drie eerst een evaluatiegesprek.",
    "evaluation_window_days": "Een gesprek dat langer voor de start was, telt niet.",
    "open_end_days": (
        "Is er zo lang niets gedeclareerd terwijl een einddatum ontbreekt, dan zeggen we dat het "
        "einde onbekend is."
    ),
    "recent_days": (
        "Stopt hulp zo kort voor de peildatum, dan weten we nog niet of ze echt is gestopt."
    ),
    "lookback_months": "Een trend begint pas als elke start zo ver kan terugkijken.",
    "count_parallel": "Uit: alleen hulp na elkaar telt als stap. De tabel geeft altijd beide.",
    "evaluation_on_start_day": "Uit: het gesprek moet vóór de dag van de start zijn.",
}
"""What each rule does, in plain Dutch."""

GROUP_NAMES: Final[Mapping[str, str]] = {
    "transport": "Vervoer",
    "measures": "Jeugdbescherming en jeugdreclassering",
    "surcharges": "Toeslagen",
    "coordination": "Coördinatie",
    "diagnostics": "Diagnostiek",
    "dyslexia": "Dyslexie",
    "respite": "Logeren",
    "crisis": "Crisis",
}

KINDS_TITLE: Final = "Welke stappen staan alleen op papier?"
KINDS_HELP: Final = (
    "Soms eindigt een traject en begint een ander, terwijl de hulp niet verandert. Zo'n start telt "
    "dan niet als stap: geen volgnummer, niet zwaarder of lichter. De hulp blijft wel in de reeks. "
    "Zet u een soort uit, dan telt ze weer als stap."
)
KIND_NAMES: Final[Mapping[str, str]] = {
    "contract_year": "Nieuw contractjaar",
    "code_change": "Andere code",
    "reorganisation": "Aanbieder draagt hulp over",
    "takeover": "Andere gemeente per 1-1-2022",
    "turning_18": "Achttien jaar geworden",
}
KIND_MEANINGS: Final[Mapping[str, str]] = {
    "contract_year": (
        "Op 1 januari gaat bij een aanbieder ten minste de helft van de jeugdigen in een hulpvorm "
        "over op dezelfde andere hulpvorm, en het zijn er ten minste tien."
    ),
    "code_change": (
        "Op een andere dag gaat bij een aanbieder ten minste de helft van de jeugdigen in een "
        "hulpvorm over op dezelfde andere hulpvorm, en het zijn er ten minste tien."
    ),
    "reorganisation": (
        "Op één dag gaat ten minste de helft van de jeugdigen van een aanbieder in een hulpvorm "
        "naar dezelfde andere aanbieder, in dezelfde hulpvorm, en het zijn er ten minste tien."
    ),
    "takeover": (
        "Op 1 januari 2022 gaat hulp in dezelfde vorm of op dezelfde trede verder, en betaalt een "
        "andere gemeente."
    ),
    "turning_18": (
        "In het jaar waarin de jeugdige 18 wordt, gaat hulp in dezelfde vorm of op dezelfde trede "
        "verder, met alleen een andere code of alleen een andere aanbieder."
    ),
}

SPECIAL: Final[Mapping[tuple[str, int], str]] = {
    ("merge_gap_days", AUTO): "automatisch",
    ("same_decision_days", OFF): "nooit: elke start telt",
    ("same_decision_days", 0): "alleen op dezelfde dag",
    ("open_end_days", OFF): "nooit: de hulp loopt door",
    ("recent_days", 0): "niets is te recent",
    ("merge_gap_days", 0): "geen dag",
    ("chain_gap_days", 0): "geen dag",
    ("parallel_days", 0): "geen dag",
}
"""Values that read better as words than as a number of days."""


def option(setting: str, value: int) -> str:
    """Write a value of a rule, and say when it is the default."""
    unit = {"trigger_position": f"het {value}e traject", "lookback_months": f"{value} maanden"}
    words = SPECIAL.get((setting, value)) or unit.get(setting) or general.days(value)
    return words + (STANDARD if value == getattr(start_rules(), setting) else "")


def as_of_option(day: int, proposed: int) -> str:
    """Write a value of ``as_of``; AUTO is what the data propose."""
    if day == AUTO:
        return f"automatisch: {general.day(date_of(proposed))}{STANDARD}"
    return general.day(date_of(day))


def rung(level: int, default: int) -> str:
    """Write a rung of the ladder, and say when it is the default of the care form."""
    words = f"trede {level}" if level else general.STEP_NAMES["unranked"]
    return words + (STANDARD if level == default else "")


def switch_label(setting: str) -> str:
    """Name a switch, and say what it is by default."""
    usual = "aan" if getattr(start_rules(), setting) else "uit"
    return f"{NAMES[setting]}{STANDARD[:-1]}: {usual})"


def glossary() -> str:
    """Write the words and their meanings as a list."""
    return "\n".join(f"- **{word}**: {meaning}" for word, meaning in WORDS.items())


def pause(value: int, chosen: int) -> str:
    """Write a pause inside a chain, and mark the default and the one that was chosen."""
    return option("chain_gap_days", value) + (CHOSEN if value == chosen else "")
