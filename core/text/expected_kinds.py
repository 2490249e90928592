"""Dutch of Verwacht en werkelijk by kind: help, protection and probation, and forms beneath."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import pandas as pd

from core.text import general
from core.text.expected import (
    ACTUAL,
    EXPECTED,
    FORM_NAMES,
    MARGIN,
    STANDING,
    STANDINGS,
    WHAT,
    margin_words,
    share,
)

DIVISION: Final = "Wat staat naast elkaar?"
DIVISIONS: Final[Mapping[str, str]] = {
    "kinds": "Hulp, bescherming, reclassering",
    "help": "Hulp zonder verblijf",
    "stay": "Hulp met verblijf",
    "protection": "Bescherming",
}
INDEX_AXIS: Final = "Werkelijk gebruik, waarbij wat verwacht is op 100 staat"
BOTH: Final = "Verwacht en werkelijk"
NOT_COMPARABLE: Final = "niet te vergelijken: te klein, of het cijfer is niet gepubliceerd"
NOTE: Final = (
    "De lichte balk is de marge van 95%, de punt het werkelijke gebruik. Iedere soort heeft een "
    "eigen model en een eigen leeftijdsgroep: hulp tot 23 jaar, bescherming tot 18 jaar, "
    "reclassering van 12 tot 23 jaar. Een jeugdige kan bij meer soorten meetellen. Bij een soort "
    "die weinig voorkomt is de marge breed. Van twintig cijfers ligt er gemiddeld één door toeval "
    "buiten de marge."
)


def kind_rows(shown: Sequence[tuple[str, "pd.Series[Any] | None", str]]) -> pd.DataFrame:
    """Give kinds of care (form, row of ``EXPECTED_USE`` if any, standing) the numbers of a chart.

    ``index`` is what was seen where 100 is expected, ``low`` and ``high`` its margin, ``right`` the
    place of the words. A kind that may not be compared has words alone.
    """
    rows = [_row(form, row, standing) for form, row, standing in shown]
    return pd.DataFrame(rows)


def kinds_finding(rows: pd.DataFrame, name: str, when: str) -> str:
    """Say which kinds lie outside their margin; ``when`` is the year in words."""
    known = rows[rows["index"].notna()]
    if known.empty:
        return f"Van {name} is in {when} geen van deze soorten te vergelijken."
    outside = known[known["is_outside"]]
    if outside.empty:
        return f"In {when} ligt in {name} alles wat te vergelijken is binnen de marge."
    said = [
        f"{str(row['name'])[0].lower()}{str(row['name'])[1:]} ({row['standing_words']})"
        for _, row in outside.iterrows()
    ]
    return f"In {when} ligt in {name} buiten de marge: {general.listed(said)}."


def kind_table(rows: pd.DataFrame) -> pd.DataFrame:
    """Write the kinds as a table of text."""
    return pd.DataFrame(
        {
            WHAT: rows["name"],
            EXPECTED: rows["expected_words"],
            MARGIN: rows["margin_words"],
            ACTUAL: rows["actual_words"],
            STANDING: rows["standing_words"],
        }
    )


def _row(form: str, row: "pd.Series[Any] | None", standing: str) -> dict[str, object]:
    expected = None if row is None or pd.isna(row["expected"]) else row["expected"]
    actual = None if row is None or pd.isna(row["actual"]) else row["actual"]
    words = {
        "name": FORM_NAMES[form],
        "expected_words": "–" if expected is None else share(expected),
        "margin_words": "–" if row is None or expected is None else margin_words(row, "tot"),
        "actual_words": "niet gepubliceerd" if actual is None else share(actual, expected),
        "standing_words": STANDINGS[standing],
        "is_outside": standing in {"above", "below"},
    }
    if row is None or expected is None or standing == "unknown":
        nothing = dict.fromkeys(("index", "low", "high"), float("nan"))
        return words | nothing | {"right": 0.0, "words": NOT_COMPARABLE}
    index, low, high = (100 * row[name] / expected for name in ("actual", "low", "high"))
    both = f"verwacht {words['expected_words']}, werkelijk {words['actual_words']}"
    numbers = {"index": index, "low": low, "high": high, "right": max(high, index)}
    return words | numbers | {"words": both}
