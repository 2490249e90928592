"""Dutch of the part Soorten routes: groups of routes, and the invented example of each."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from core.disclosure import share_of, total_of
from core.text import general, ties

QUESTION: Final = "Welke routes lijken op elkaar, en hoe vaak komt elke soort voor?"
NO_LABEL: Final = (
    "Een groep zegt iets over routes en is nooit een etiket op een kind. Niemand wordt ingedeeld: "
    "wie in welke groep valt, is nergens te zien."
)
NOT_STABLE: Final = (
    "De routes zijn niet betrouwbaar in soorten te verdelen: de groepen vallen steeds anders uit, "
    "of zijn te klein om te tonen."
)
TOO_FEW: Final = "Bij deze keuze zijn er te weinig reeksen om in soorten te verdelen."
TRY_WIDER: Final = "Kies een ruimere periode of alle gemeenten."
METHOD: Final = (
    "Alleen reeksen die twee jaar te volgen zijn, en wat in die twee jaar begon. Hoe ver twee "
    "routes uit elkaar liggen, volgt uit de intensiteitsladder: hoe meer treden verschil, hoe "
    "verder. Hulp zonder trede ligt even ver van alle treden. Hulpvormen op dezelfde trede zijn "
    "voor deze indeling gelijk. De duur telt niet mee voor de indeling. Van elke groep staan "
    "hoogstens drie routes in beeld, de meest voorkomende boven."
)
RETURNS_NOTE: Final = (
    "Blijft bij elkaar: we trekken honderd keer opnieuw een willekeurige greep uit de reeksen en "
    "delen die opnieuw in. We tellen hoe vaak ten minste driekwart van de groep weer bij elkaar "
    "komt. Onder de 60 van 100 tonen we geen indeling."
)
NAMES_TITLE: Final = "Geef de groepen zelf een naam"
NAMES_NOTE: Final = (
    "Zoek samen naar woorden die bij de route passen en niets over kinderen zeggen. De namen "
    "blijven alleen in dit browservenster staan."
)
NAME_OF: Final = "Naam van groep {letter}"

GROUP: Final = "Groep"
CHAINS: Final = "Reeksen"
PROTECTED: Final = "beschermd"
PART: Final = "Deel van de reeksen"
TYPICAL: Final = "Meest voorkomende route"
STEPS: Final = "Positie"
FORM: Final = "Hulpvorm"
LENGTH_WORDS: Final[Mapping[int, str]] = {1: "één traject", 2: "twee trajecten op rij"}
MANY: Final = "drie of meer trajecten op rij"
DAYS_A_MONTH: Final = 30.4375
HUNDRED_EUROS: Final = 10_000

Names = Mapping[str, str]
"""What people called groups, by letter; empty or absent where nobody did."""


def chosen_groups(groups: pd.DataFrame) -> pd.DataFrame:
    """Keep the groups of the division that is shown, lightest first; no rows without one."""
    wholes = (groups["rank"] == 0) & (groups["group"] > 0)
    return groups[(groups["chosen"] == 1) & wholes].sort_values("group")


def routes_of(groups: pd.DataFrame) -> pd.DataFrame:
    """Keep the frequent routes of the division that is shown, group by group."""
    shown = groups[(groups["chosen"] == 1) & (groups["rank"] > 0)]
    return shown.sort_values(["group", "rank"])


def letter(group: int) -> str:
    """Give a group its letter: A for 1."""
    return chr(ord("A") + int(group) - 1)


def length_words(median_length: float | None) -> str:
    """Say how many trajectories the middle chain of a group has."""
    if median_length is None or pd.isna(median_length):
        return ""
    return LENGTH_WORDS.get(round(median_length), MANY)


def plain_name(main_form: str, median_length: float | None) -> str:
    """Describe a group in words of the ladder: 'vooral Basis-ggz, één traject'."""
    described = [f"vooral {general.filled(main_form)}", length_words(median_length)]
    return ", ".join(word for word in described if word)


def names_of(shown: pd.DataFrame, given: Names) -> list[str]:
    """Name the groups: 'A. vooral Basis-ggz, één traject', or as people called it."""
    plain = map(plain_name, shown["main_form"], shown["median_length"])
    letters = map(letter, shown["group"])
    return [
        f"{sign}. {given.get(sign, '').strip() or words}"
        for sign, words in zip(letters, plain, strict=True)
    ]


def finding(groups: pd.DataFrame) -> str:
    """Say in one sentence in how many kinds the routes fall apart, and which is the largest."""
    shown = chosen_groups(groups)
    if groups.empty:
        return TOO_FEW
    if shown.empty:
        return NOT_STABLE
    whole = whole_of(groups)
    if whole is None:
        return f"De routes vallen uiteen in {len(shown)} soorten."
    largest = ties.largest_of(shown, "chains")
    names = list(map(plain_name, largest["main_form"], largest["median_length"]))
    share = general.percent(share_of(largest["chains"].iloc[0], whole))
    counted = f"telt {share}" if len(names) == 1 else f"tellen elk {share}"
    return (
        f"De routes vallen uiteen in {len(shown)} soorten; de grootste "
        f"({ties.tied(names, len(shown), 'alle soorten')}) {counted} van "
        f"{general.number(whole)} reeksen."
    )


def whole_of(groups: pd.DataFrame) -> int | None:
    """Give the chains of the division that is shown; None when one of its groups is hidden."""
    everything = groups[(groups["chosen"] == 1) & (groups["group"] == 0)]
    hidden = total_of(chosen_groups(groups), "chains") is None
    return None if hidden else total_of(everything, "chains")


def shares(groups: pd.DataFrame) -> list[float | None]:
    """Divide each group that is shown by all of them; None as soon as one is hidden."""
    whole = whole_of(groups)
    return [share_of(chains, whole) for chains in chosen_groups(groups)["chains"]]


def part_words(part: int | None, other: int | None) -> str:
    """Write which part of a group went up (or down); where either side is few it is protected."""
    if part is None or other is None or pd.isna(part) or pd.isna(other):
        return PROTECTED
    return general.percent(share_of(part, part + other))


def months_words(mean_days: float | None) -> str:
    """Write a mean number of days as months."""
    if mean_days is None or pd.isna(mean_days):
        return PROTECTED
    return f"{round(float(mean_days) / DAYS_A_MONTH)} maanden"


def lasting(mean_days: float | None) -> str:
    """Say how long the chains of a group last."""
    return f"gemiddeld {months_words(mean_days)} van begin tot eind"


def moving(up: str, down: str) -> str:
    """Say which parts of a group went up and down."""
    if up == down == PROTECTED:
        return f"omhoog en omlaag: {PROTECTED}"
    return f"omhoog: {up}, omlaag: {down}"


def returning(times: int) -> str:
    """Say how often a group came back."""
    return f"{times} van 100 keer bijeen"


def rows_of_groups(groups: pd.DataFrame, given: Names) -> pd.DataFrame:
    """Write the groups as a table of text, with their most frequent route."""
    shown = chosen_groups(groups)
    routes = routes_of(groups).drop_duplicates("group").set_index("group")["route"]
    return pd.DataFrame(
        {
            GROUP: names_of(shown, given),
            PART: list(map(general.percent, shares(groups))),
            CHAINS: list(map(general.count, shown["chains"])),
            TYPICAL: [routes.get(group, "–") for group in shown["group"]],
            "Ging omhoog": list(map(part_words, shown["rises"], shown["no_rise"])),
            "Ging omlaag": list(map(part_words, shown["falls"], shown["no_fall"])),
            "Van begin tot eind": list(map(months_words, shown["mean_days"])),
            "Gemiddelde kosten per reeks": list(
                map(_mean_euros, shown["amount_cents"], shown["chains"])
            ),
            "Blijft bij elkaar": [f"{times} van 100 keer" for times in shown["returned"]],
        }
    )


def _mean_euros(amount: float | None, chains: int | None) -> str:
    if amount is None or chains is None or pd.isna(amount) or pd.isna(chains) or not chains:
        return general.euros(None)
    return general.euros(round(float(amount) / float(chains) / HUNDRED_EUROS) * HUNDRED_EUROS)
