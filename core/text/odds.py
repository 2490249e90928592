"""Dutch of the part Hoe vaak verder: odds of groups of chains, and whether they come true."""

from collections.abc import Mapping, Sequence
from typing import Final

import pandas as pd

from core.disclosure import share_of
from core.intervals import wilson_interval
from core.referrers import IN_ORDER
from core.text import general

QUESTION: Final = "Hoe vaak volgt er nog een traject, bij reeksen die op elkaar lijken?"
POSITION: Final = "Na hoeveel trajecten"
FORM: Final = "Eerste hulpvorm"
ALIKE: Final = "Ook gelijk"
EVERY_FORM: Final = "alle hulpvormen"
ANY_FORM: Final = "welke hulpvorm ook"
OTHER_FORMS: Final = "overige hulpvormen"
NOTHING_MORE: Final = "niets anders"
POSITION_NAMES: Final[Mapping[int, str]] = {1: "één", 2: "twee", 3: "drie"}
AFTER: Final[Mapping[int, str]] = {
    1: "na één traject begon bij {part} een tweede",
    2: "na twee trajecten begon bij {part} een derde",
    3: "na drie trajecten begon bij {part} een vierde",
}
AGE_NAMES: Final[Mapping[int, str]] = {
    0: "leeftijd: 0 tot en met 11 jaar",
    12: "leeftijd: 12 tot en met 17 jaar",
    18: "leeftijd: 18 jaar en ouder",
}
REFERRERS: Final = IN_ORDER
"""The referrers that may be chosen: those of the national list."""

SENT_BY: Final = "verwijzer: {name}"
TOO_FEW: Final = (
    "Er zijn te weinig vergelijkbare reeksen om een aantal van de honderd te noemen. Kies een "
    "ruimere groep of periode."
)
GROUPS_ONLY: Final = (
    "Dit gaat over groepen reeksen en nooit over één jeugdige. Deze app maakt voor niemand een "
    "eigen kans of score."
)
METHOD: Final = (
    "Elke reeks wordt precies 12 maanden gevolgd, vanaf het begin van het traject waar zij is. "
    "Reeksen die korter te volgen zijn, tellen niet mee. Geteld wordt het volgende traject in "
    "dezelfde reeks, dus zonder lange pauze ertussen. Tussen haakjes staat waar het aantal van de "
    "honderd met 95% zekerheid ligt (interval van Wilson)."
)
OF_100: Final = "Van 100 reeksen"
ODDS_AXIS: Final = "Van 100 reeksen begon binnen 12 maanden een volgend traject bij"
CHAINS: Final = "Reeksen"
ONWARD: Final = "Met een volgend traject"
CALIBRATION_TITLE: Final = "Kwam eerder uit wat we van groepen verwachtten?"
NO_CALIBRATION: Final = (
    "Er zijn te weinig reeksen of jaren om verwachting en uitkomst te vergelijken."
)
EXPECTED_AXIS: Final = "Verwacht: van 100 reeksen"
SEEN_AXIS: Final = "Gezien: van 100 reeksen"
CALIBRATION_NOTE: Final = (
    "De verwachting is geleerd van groepen uit eerdere jaren: eerste hulpvorm, leeftijdsgroep en "
    "verwijzer. Elk punt is een vijfde van de reeksen uit latere jaren, van lage naar hoge "
    "verwachting. Op de schuine lijn klopt de verwachting precies. Ligt de lijn buiten het "
    "streepje, dan klopte zij voor dat deel niet."
)
CARD_TITLE: Final = "Wat deze aantallen niet weten"
CARD: Final = f"""
- **Waarvoor:** een gesprek over groepen: hoe vaak gaat hulp verder, en is dat wat wij verwachten?
- **Waarvoor niet:** een besluit over één jeugdige of gezin, of een oordeel over een aanbieder.
- **Waarop het let:** het aantal trajecten tot nu toe, de eerste hulpvorm, en als u dat kiest de
  leeftijdsgroep of de verwijzer. De verwachting in de onderste figuur is een logistische regressie
  op getelde groepen; zij ziet nooit een persoon.
- **Wat het niet weet:** waarom hulp begon of stopte, hoe zwaar de problemen zijn, wat het gezin,
  de school of het wijkteam doet, hulp die niet is gedeclareerd, en verhuizing, 18 jaar worden of
  hulp uit een andere wet.
- **Pas op:** een hoger aantal is geen slechtere hulp. Groepen verschillen in meer dan hier staat,
  en afspraken en inkoop veranderen per jaar. Het verleden is geen belofte.
- **Kleine groepen:** onder de {general.LEAST} jeugdigen, met of zonder volgend traject, tonen we
  niets.
"""


def position_words(position: int) -> str:
    """Write a choice of position: 'twee'."""
    return POSITION_NAMES[position]


def form_name(care_form: str) -> str:
    """Name a row of the odds: a care form, all of them or the others."""
    return {"": EVERY_FORM, "other": OTHER_FORMS}.get(care_form, care_form)


def alike_words(age: int | None, referrer: str | None) -> str:
    """Write what chains are alike in besides their first form."""
    if age is not None:
        return AGE_NAMES[age]
    return NOTHING_MORE if referrer is None else SENT_BY.format(name=general.filled(referrer))


def with_shares(odds: pd.DataFrame) -> pd.DataFrame:
    """Add to protected answers: the ``whole``, of 100 ``share``, ``low`` and ``high``, ``words``.

    A row of which an answer is hidden has none of them.
    """
    pairs = list(zip(odds["reached"], odds["unreached"], strict=True))
    wholes = [None if pd.isna(a) or pd.isna(b) else int(a) + int(b) for a, b in pairs]
    bounds = [
        wilson_interval(int(part), whole) if whole else None
        for (part, _), whole in zip(pairs, wholes, strict=True)
    ]
    shares = [share_of(part, whole) for (part, _), whole in zip(pairs, wholes, strict=True)]
    return odds.assign(
        whole=pd.Series(wholes, odds.index, dtype="Float64"),
        share=_of_100(shares, odds.index),
        low=_of_100([pair and pair[0] for pair in bounds], odds.index),
        high=_of_100([pair and pair[1] for pair in bounds], odds.index),
    )


def odds_words(row: pd.Series) -> str:
    """Write the odds of one group: '41 (35 tot 47)', or that it is protected."""
    if pd.isna(row["share"]):
        return "beschermd"
    return f"{round(row['share'])} ({round(row['low'])} tot {round(row['high'])})"


def of_chains(whole: float) -> str:
    """Say how many chains a group holds."""
    return f"{general.number(whole)} reeksen"


def finding(odds: pd.DataFrame, position: int, care_form: str) -> str:
    """Say of how many of a hundred chains a next trajectory began."""
    chosen = with_shares(odds[odds["care_form"] == care_form])
    if chosen.empty or pd.isna(chosen["share"].iloc[0]):
        return TOO_FEW
    row = chosen.iloc[0]
    after = AFTER[position].format(part=round(row["share"]))
    interval = f"({round(row['low'])} tot {round(row['high'])})"
    return f"Van 100 vergelijkbare reeksen {after} binnen 12 maanden {interval}."


def basis(odds: pd.DataFrame, care_form: str, alike: str) -> str:
    """Say what the chains are alike in, and how many they are."""
    chosen = with_shares(odds[odds["care_form"] == care_form])
    whole = None if chosen.empty else chosen["whole"].iloc[0]
    counted = (
        "" if whole is None or pd.isna(whole) else f" Geteld op {general.number(whole)} reeksen."
    )
    more = "" if alike == NOTHING_MORE else f"; {alike}"
    begun = form_name(care_form) if care_form else ANY_FORM
    return f"Vergelijkbaar: begonnen met {begun}{more}.{counted} {GROUPS_ONLY}"


def rows_of_odds(odds: pd.DataFrame, forms: Sequence[str]) -> pd.DataFrame:
    """Write the odds as a table of text, in a given order of forms."""
    rows = in_order(odds, forms)
    return pd.DataFrame(
        {
            FORM: rows["name"],
            CHAINS: [_count(whole) for whole in rows["whole"]],
            ONWARD: [_count(part if whole else None) for part, whole in _parts(rows)],
            OF_100: [odds_words(row) for _, row in rows.iterrows()],
        }
    )


def in_order(odds: pd.DataFrame, forms: Sequence[str]) -> pd.DataFrame:
    """Order rows: all forms together, the forms as given, the others; with ``name`` and shares."""
    places = {form: place for place, form in enumerate(["", *forms, "other"])}
    rows = with_shares(odds)
    rows = rows.assign(name=rows["care_form"].map(form_name))
    return rows.iloc[sorted(range(len(rows)), key=lambda row: places[rows["care_form"].iloc[row]])]


def calibration_finding(parts: pd.DataFrame) -> str:
    """Say what was expected and seen of all later chains together."""
    rows = with_shares(parts)
    if rows.empty or rows["share"].isna().any():
        return CALIBRATION_TITLE
    whole = sum(rows["whole"])
    expected = sum(rows["expected"] * rows["whole"]) / whole
    seen = sum(rows["reached"]) / whole
    year = int(rows["until_year"].iloc[0])
    return (
        f"Vanaf {year} verwachtten we een volgend traject bij {round(100 * expected)} van 100 "
        f"reeksen; het waren er {round(100 * seen)}."
    )


def points_of(parts: pd.DataFrame) -> pd.DataFrame:
    """Give the parts that may be drawn, with ``expected_of_100`` and their ``words``."""
    rows = with_shares(parts)
    rows = rows[rows["share"].notna()]
    return rows.assign(
        expected_of_100=rows["expected"].astype(float) * 100,
        words=[f"{general.number(whole)} reeksen" for whole in rows["whole"]],
    )


def rows_of_parts(parts: pd.DataFrame) -> pd.DataFrame:
    """Write the parts as a table of text."""
    rows = with_shares(parts)
    return pd.DataFrame(
        {
            "Deel": [f"{place}e" for place in rows["part"]],
            CHAINS: [_count(whole) for whole in rows["whole"]],
            "Verwacht van 100": [
                "beschermd" if pd.isna(share) else str(round(100 * share))
                for share in rows["expected"]
            ],
            "Gezien van 100": [odds_words(row) for _, row in rows.iterrows()],
        }
    )


def _parts(rows: pd.DataFrame) -> list[tuple[int | None, int | None]]:
    wholes = [None if pd.isna(whole) else int(whole) for whole in rows["whole"]]
    return list(zip(rows["reached"], wholes, strict=True))


def _count(number: int | None) -> str:
    return "beschermd" if number is None or pd.isna(number) else general.number(number)


def _of_100(shares: Sequence[float | None], index: pd.Index) -> pd.Series:
    return pd.Series([None if one is None else 100 * one for one in shares], index, dtype="Float64")
