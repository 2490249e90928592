"""Dutch of the page Gegevenskwaliteit en aansluiting: the finding, the tabs and their tables."""

from typing import Final

import pandas as pd

from core.text import general, quality_rules, repairs

QUESTION: Final = "Kloppen de cijfers, en zijn we het daarover eens?"

TABS: Final = ("Aansluiting", "Volledigheid", "Controles", "Herstel", "Wat is er veranderd")

CHECKING: Final = "De gegevens worden gecontroleerd. Dit gebeurt één keer per gegevensset."

BASIS: Final = "regels waarvan de hulp in de periode begon"

WHOLE: Final = (
    "Gecontroleerd zijn alle regels van deze gegevens. De filters boven de pagina gelden hier niet."
)

RULES_TITLE: Final = "Wat de controle vond"
PASSED_TITLE: Final = "Controles zonder bevindingen"
UNCHECKED_TITLE: Final = "Niet te controleren"
UNCHECKED_HELP: Final = (
    "Voor deze controles ontbreekt iets in de bestanden. Niemand weet dus of het in orde is."
)
NOTHING_FOUND: Final = "Geen enkele controle vond iets."

RULE: Final = "Controle"
WHAT: Final = "Wat is er aan de hand"
SEVERITY: Final = "Gevolg"
LINES: Final = "Regels"
ADVICE: Final = "Wat kunt u doen"
MISSING: Final = "Wat ontbreekt"

FIX_TITLE: Final = "Verbeterlijst per leverancier"
FIX_HELP: Final = (
    "Een Excel-bestand voor één leverancier: per regel het bestand, het regelnummer, wat er aan de "
    "hand is en wat te doen. Er staan geen pseudoniemen in, en alleen regels uit eigen bestanden. "
    "Een regel van beide kanten staat in het bestand van de gemeente."
)
FIX_CHOOSE: Final = "Voor wie is de lijst?"
FIX_MAKE: Final = "Maak de lijst"
FIX_DOWNLOAD: Final = "Download de verbeterlijst"
FIX_FILE: Final = "verbeterlijst.xlsx"
FIX_ONLY_OWN: Final = (
    "De verbeterlijst bevat losse regels. Die is er daarom alleen als de app op het niveau Eigen "
    "organisatie draait, bij de organisatie zelf."
)


BOTH_SIDES: Final = "Lees bestanden van beide kanten in"
PER: Final = "Per"
IN: Final = "Geteld in"
GROUPS: Final = {"provider": "Aanbieder", "quarter": "Kwartaal"}
NUMBERS: Final = {"lines": "Regels", "trajectories": "Trajecten", "euros": "Euro's"}
SUPPLIERS: Final = {"provider": "Aanbieder", "municipality": "Gemeente"}
MONEY_TITLE: Final = "Dezelfde regels in euro's"
EUROS_PROTECTED: Final = (
    f"{general.WHEN_EUROS} Ze zijn afgerond op duizend euro. Per aanbieder zijn ze dus alleen te "
    "zien op het niveau Eigen organisatie."
)
SHOW_REASONS: Final = "Zoek de redenen op"
LOOKING: Final = "De redenen worden opgezocht. Dit duurt even."
USE_AS_OF: Final = "Gebruik deze dag als peildatum"

AGREE_TITLE: Final = "Spreek dit cijfer af"
AGREE_HELP: Final = (
    "Praat pas over wat de cijfers betekenen als u het eens bent over de cijfers zelf. Leg hier "
    "vast wat de tafel ervan vindt. Het blijft bij deze gegevens staan, voor iedereen die ze opent."
)
AGREE_ANSWERS: Final = {
    "agreed": "Ja, met deze cijfers praten wij verder",
    "later": "Wij praten verder, en zoeken de verschillen daarna uit",
    "first": "Nee, wij zoeken eerst de verschillen uit",
}
AGREE_KEEP: Final = "Leg vast"
AGREE_CHOOSE: Final = "Zijn wij het eens over deze cijfers?"
NOT_AGREED: Final = "Nog niet afgesproken."
NOT_KEPT: Final = "Deze gegevens zijn niet bewaard. Daarom is er niets vast te leggen."

REPAIRS_HELP: Final = (
    "Herstellen verandert niets aan uw bestanden. Het laat zien wat de cijfers zouden zijn als "
    "deze fouten er niet waren. Elke schakelaar kan weer uit. Afgesproken is: eerst terug naar de "
    "leverancier, en pas herstellen als dat niet meer kan."
)
REPAIRS_TITLE: Final = "Wat elk herstel doet"
REPAIR: Final = "Herstel"
TOUCHED: Final = "Regels die veranderen"
DROPPED: Final = "Regels die wegvallen"
EFFECT_TITLE: Final = "Wat verandert er aan de kerncijfers?"
WITHOUT: Final = "Zonder herstel"
WITH: Final = "Met het gekozen herstel"
NO_REPAIR: Final = "Er is nu geen herstel gekozen: alle cijfers komen van de regels zoals geleverd."


def agreed_on(answer: str, day: str) -> str:
    """Say what was agreed, and when."""
    return f"Afgesproken op {day}: {AGREE_ANSWERS[answer].lower()}."


def repairs_finding(chosen: int) -> str:
    """Say how many repairs are on."""
    if not chosen:
        return NO_REPAIR
    on = "één soort herstel staat" if chosen == 1 else f"{chosen} soorten herstel staan"
    return f"Let op: {on} aan, op elke pagina."


def rows_of_repairs(counts: pd.DataFrame) -> pd.DataFrame:
    """List what each repair does, with published numbers (repair, lines, dropped)."""
    return pd.DataFrame(
        {
            REPAIR: [repairs.NAMES[name] for name in counts["repair"]],
            TOUCHED: [general.count(number) for number in counts["lines"]],
            DROPPED: [general.count(number) for number in counts["dropped"]],
        }
    )


def option(name: str) -> str:
    """Name what figures are shown per, or counted in."""
    return {**GROUPS, **NUMBERS, **SUPPLIERS}[name]


FOUND: Final = ("vond", "vonden")
WERE: Final = ("was", "waren")


def rules_finding(failed: int, passed: int, unchecked: int) -> str:
    """Say in one sentence how many rules found something."""
    total = failed + passed + unchecked
    found = "vond er niet één iets" if not failed else f"{_verb(failed, *FOUND)} er {failed} iets"
    return (
        f"Van de {total} controles {found}, {_verb(passed, *WERE)} er {passed} in orde en "
        f"{_verb(unchecked, *WERE)} er {unchecked} niet te controleren."
    )


def _verb(number: int, one: str, many: str) -> str:
    return one if number == 1 else many


def rows_of_failed(rules: pd.DataFrame) -> pd.DataFrame:
    """List the rules that found something, with published numbers (name, severity, lines).

    Errors come first, then by published number: what was left out stands last, in order of code.
    """
    grave = rules.assign(grave=rules["severity"].map([*quality_rules.SEVERITY_NAMES].index))
    ordered = grave.sort_values(["grave", "lines", "code"], ascending=[True, False, True])
    return rows_of_rules(ordered).assign(
        **{
            LINES: [general.count(number) for number in ordered["lines"]],
            SEVERITY: [quality_rules.SEVERITY_NAMES[name] for name in ordered["severity"]],
            ADVICE: [quality_rules.advice(name) for name in ordered["name"]],
        }
    )


def rows_of_rules(rules: pd.DataFrame) -> pd.DataFrame:
    """List rules by their code, and what they look for."""
    what = [quality_rules.what(name) for name in rules["name"]]
    return pd.DataFrame({RULE: rules["code"].tolist(), WHAT: what})


def rows_of_unchecked(rules: pd.DataFrame) -> pd.DataFrame:
    """List the rules that could not be checked, and what was not delivered."""
    missing = [quality_rules.listed(names) for names in rules["missing"]]
    return rows_of_rules(rules).assign(**{MISSING: missing})
