"""Dutch of the model card of Verwacht en werkelijk, and of what a characteristic adds."""

from collections.abc import Mapping
from typing import Any, Final

import pandas as pd

from core.text import general
from core.text.expected import (
    ACTUAL,
    EXPECTED,
    FORM_NAMES,
    MARGIN,
    MEMBERS,
    SMALL_SHARE,
    margin_words,
    points,
    share,
)

CHARACTERISTICS: Final[Mapping[str, str]] = {
    "low_income_children": "Kinderen in een gezin met een laag inkomen",
    "single_parent": "Eenoudergezinnen",
    "benefit": "Huishoudens met bijstand",
    "social_score": "Sociaal-economische score (SES-WOA)",
    "education_high": "Hoog opgeleide inwoners",
    "origin_outside_europe": "Inwoners met een herkomst buiten Europa",
    "aged_12_to_17": "Tieners (12 tot 18 jaar) onder de jeugdigen",
    "density": "Adressen per km² in de omgeving",
}
IN_A_SENTENCE: Final[Mapping[str, str]] = {
    "low_income_children": "het aandeel kinderen in een gezin met een laag inkomen",
    "single_parent": "het aandeel eenoudergezinnen",
    "benefit": "het aandeel huishoudens met bijstand",
    "social_score": "de sociaal-economische score",
    "education_high": "het aandeel hoog opgeleide inwoners",
    "origin_outside_europe": "het aandeel inwoners met een herkomst buiten Europa",
    "aged_12_to_17": "het aandeel tieners",
    "density": "hoe dicht de huizen op elkaar staan",
}
MEANINGS: Final[Mapping[str, str]] = {
    "low_income_children": "% van de minderjarigen, huishouden tot 120% van het sociaal minimum",
    "single_parent": "% van de huishoudens met kinderen",
    "benefit": "% van de huishoudens",
    "social_score": "welvaart, opleiding en werk samen; 0 is Nederland in 2019",
    "education_high": "% van de inwoners met hbo of wo",
    "origin_outside_europe": "% van de inwoners",
    "aged_12_to_17": "% van de jeugdigen tot 23 jaar",
    "density": "omgevingsadressendichtheid; telt mee als logaritme",
}
CHARACTERISTIC: Final = "Kenmerk"
HERE: Final = "Hier"
USUAL: Final = "Gemiddeld"
ADDS: Final = "Bijdrage (procentpunt)"
POINTS_AXIS: Final = "Maakt de verwachting hoger of lager (procentpunt)"
USED_YEAR: Final = "Cijfers van"
WHAT_IT_IS: Final = "Wat telt"
EXPECTED_AXIS: Final = "Verwacht aandeel"
ACTUAL_AXIS: Final = "Werkelijk aandeel"
PART: Final = "Deel"
NO_CONTRIBUTIONS: Final = (
    "Voor deze keuze is geen verwachting te maken, dus is er ook niets om uit te leggen."
)
CONTRIBUTIONS_NOTE: Final = (
    "Een balk laat zien hoeveel hoger of lager de verwachting is doordat een kenmerk hier anders "
    "is dan gemiddeld. Het gaat om samenhang, niet om oorzaken. Kenmerken hangen ook met elkaar "
    "samen (wie bijstand heeft, heeft vaak een laag inkomen): lees de balken samen, niet apart."
)
CALIBRATION_NOTE: Final = (
    "Elke punt is een tiende van de gemeenten, van lage naar hoge verwachting. Geen gemeente telde "
    "mee in haar eigen verwachting. Op de schuine lijn klopt de verwachting precies; de lichte "
    "balk is de marge van dat deel."
)
METRICS: Final = (
    ("Verklaard", "Deel van de verschillen tussen gemeenten dat met de kenmerken samengaat"),
    ("Typisch verschil", "De helft van de gemeenten ligt dichter bij haar verwachting dan dit"),
    ("Binnen eigen marge", "Aandeel gemeenten; bij een eerlijke marge is dat ongeveer 95%"),
)
CARD: Final = """
**Wat het is.** Een schatting: welk deel van de jeugdigen heeft deze jeugdzorg in gemeenten waar
mensen net zo leven als hier? Een binomiale regressie (logit) van alle gemeenten op de kenmerken
hieronder. Elke gemeente weegt mee naar haar aantal jeugdigen.

**Geen gemeente voorspelt zichzelf.** De gemeenten zijn in tien groepen verdeeld, per jeugdregio.
Elke groep krijgt haar verwachting van een model dat alleen de andere negen kent. Ook de buren met
wie een gemeente inkoopt, tellen dus niet mee.

**De marge (95%)** telt vier dingen: toeval, verschillen tussen gemeenten die de kenmerken niet
verklaren, onzekerheid van het model, en het afronden op vijftallen. Bij een regio zijn de
verwachtingen van haar gemeenten opgeteld. Gemeenten van één jeugdregio kunnen samen afwijken; hoe
sterk, schatten we uit de cijfers zelf. Van gemeenten uit verschillende jeugdregio’s nemen we aan
dat zij los van elkaar afwijken.

**Wat ontbreekt, vullen we niet in.** Een gemeente zonder een van de kenmerken krijgt geen
verwachting. Kleine aantallen worden niet gepubliceerd. Daarom vergelijken we alleen gemeenten die
groot genoeg zijn: van zulke gemeenten is bijna altijd een cijfer bekend.

**Wat het niet weet:**
- hoe dichtbij speciaal onderwijs, een instelling met verblijf of een gezinshuis is;
- hoe het wijkteam is ingericht, en hoeveel hulp daar blijft zonder verwijzing;
- wachttijden, contracten, beleid, en hulp die anders is bekostigd of geregistreerd;
- hoe zwaar problemen zijn, en of jeugdigen die hulp nodig hebben die ook vinden.

**Waarvoor wel en niet.** Voor een gesprek over inzet, signaleren en toeleiden. Niet om te
rangschikken, te korten of te belonen, en niet over één jeugdige. De kenmerken hangen samen met
gebruik en zijn geen oorzaak. Verwacht is ook niet hetzelfde als nodig of goed: waar een groep
minder gebruikt dan zij nodig heeft, verwacht het model dat ook. Dat geldt vooral bij herkomst.

**Dit is niet het cijfer van het NJi.** Het Nederlands Jeugdinstituut maakt een eigen verwachting,
die ook let op voorzieningen in de buurt en op het wijkteam. Die formule is niet openbaar. Kijk voor
dat cijfer op [nji.nl](https://www.nji.nl/impact-maken-met-jeugdbeleid/het-verwachte-jeugdzorggebruik);
de twee kunnen verschillen.
"""


def contributions_finding(rows: pd.DataFrame, name: str, form: str) -> str:
    """Say which characteristics move the expectation most, and from where to where."""
    start, total = rows["start"].iloc[0], rows["start"].iloc[0] + rows["contribution"].sum()
    most = rows[rows["contribution"].abs() > 0].head(2)
    moved = [
        f"{IN_A_SENTENCE[str(row['characteristic'])]} ({row['words']})"
        for _, row in most.iterrows()
    ]
    why = f" Vooral door {general.listed(moved)}." if moved else ""
    return (
        f"{FORM_NAMES[form]}: waar alles gemiddeld is verwachten we {share(start, total)}, in "
        f"{name} {share(total)}.{why}"
    )


def contribution_rows(contributions: pd.DataFrame) -> pd.DataFrame:
    """Give contributions (``CONTRIBUTIONS``) their names and words, the largest first."""
    size = contributions["points"].abs()
    rows = contributions.loc[size.sort_values(ascending=False, kind="stable").index]
    return pd.DataFrame(
        {
            "characteristic": rows["characteristic"],
            "start": rows["start"],
            "contribution": rows["points"],
            "points": rows["points"] * 100,
            "name": [_beside_usual(row) for _, row in rows.iterrows()],
            "words": [points(value, SMALL_SHARE / 2) for value in rows["points"]],
            "value_words": [amount(str(n), v) for n, v in _pairs(rows, "value")],
            "usual_words": [amount(str(n), v) for n, v in _pairs(rows, "usual")],
        }
    ).reset_index(drop=True)


def contribution_table(rows: pd.DataFrame) -> pd.DataFrame:
    """Write contributions as a table of text."""
    return pd.DataFrame(
        {
            CHARACTERISTIC: rows["characteristic"].map(CHARACTERISTICS),
            HERE: rows["value_words"],
            USUAL: rows["usual_words"],
            ADDS: rows["words"],
        }
    )


def amount(characteristic: str, value: float) -> str:
    """Write the value of a characteristic in its own unit."""
    if characteristic == "density":
        return general.number(value)
    if characteristic == "social_score":
        return general.decimal(value, 2).replace("-", "−")
    return f"{general.decimal(value)}%"


def quality_figures(explained: float, typical: float, within: float) -> list[tuple[str, str, str]]:
    """Give the three figures on how good the expectation is: label, words, meaning."""
    like = typical * 10
    words = (
        general.percent(max(explained, 0.0)),
        f"{points(typical, like).removeprefix('+')} procentpunt",
        general.percent(within),
    )
    return [(label, word, help_) for (label, help_), word in zip(METRICS, words, strict=True)]


def quality_finding(explained: float, municipalities: int, form: str) -> str:
    """Say in one sentence how much the characteristics tell."""
    of = f"({general.number(municipalities)} gemeenten vergeleken)"
    if explained < 0.05:
        return (
            f"{FORM_NAMES[form]}: de kenmerken zeggen hier bijna niets over verschillen tussen "
            f"gemeenten {of}. De verwachting is dan weinig meer dan het gemiddelde van het land."
        )
    return (
        f"{FORM_NAMES[form]}: de kenmerken gaan samen met {general.percent(explained)} van de "
        f"verschillen tussen gemeenten {of}; de rest verklaren zij niet."
    )


def spread_words(times: float, youth: int, correlation: float) -> str:
    """Say how much municipalities differ beyond chance, and together."""
    return (
        f"Een gemeente met {general.number(youth)} jeugdigen wijkt {general.decimal(times)} keer "
        "zo ver af als toeval alleen zou geven. De samenhang tussen afwijkingen van gemeenten in "
        f"één jeugdregio is {general.decimal(correlation, 2)} (0 is geen, 1 is volledig)."
    )


def calibration_rows(parts: pd.DataFrame) -> pd.DataFrame:
    """Give the parts (``EXPECTED_PARTS``) their words."""
    words = [
        f"verwacht {share(row['expected'])}, werkelijk {share(row['actual'], row['expected'])} "
        f"({general.number(row['members'])} gemeenten)"
        for _, row in parts.iterrows()
    ]
    return parts.assign(words=words)


def calibration_table(parts: pd.DataFrame) -> pd.DataFrame:
    """Write the parts as a table of text."""
    rows = [row for _, row in parts.iterrows()]
    return pd.DataFrame(
        {
            PART: [f"{row['part']:.0f}e tiende" for row in rows],
            MEMBERS: [general.number(row["members"]) for row in rows],
            EXPECTED: [share(row["expected"]) for row in rows],
            MARGIN: [margin_words(row, "tot") for row in rows],
            ACTUAL: [share(row["actual"], row["expected"]) for row in rows],
        }
    )


def used_table(used: pd.DataFrame) -> pd.DataFrame:
    """Write which characteristics take part, what they are, and of which year."""
    return pd.DataFrame(
        {
            CHARACTERISTIC: used["characteristic"].map(CHARACTERISTICS),
            WHAT_IT_IS: used["characteristic"].map(MEANINGS),
            USED_YEAR: [
                str(year) if year else "niet bekend, doet niet mee" for year in used["year"]
            ],
            MEMBERS: [general.number(number) for number in used["municipalities"]],
        }
    )


def _beside_usual(row: "pd.Series[Any]") -> str:
    name = str(row["characteristic"])
    here, usual = amount(name, row["value"]), amount(name, row["usual"])
    return f"{CHARACTERISTICS[name]}: {here} (gemiddeld {usual})"


def _pairs(rows: pd.DataFrame, column: str) -> list[tuple[object, float]]:
    return list(zip(rows["characteristic"], rows[column], strict=True))
