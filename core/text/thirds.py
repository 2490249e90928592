"""Dutch of what the third start was: its care form, step, provider and how soon it came."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from core.complements import hide_second
from core.disclosure import shares_of
from core.text import general
from core.text.triggers import THIRDS, ordinal, written
from core.trajectories.rules import Rules

OTHER: Final = "overig"
FORM: Final = "Hulpvorm"
PART: Final = "Aandeel"
TIME_BETWEEN: Final = "Tijd tussen beide starts"
AGAINST_BEFORE: Final = "Vergeleken met de hulp ervoor"
SAME_PROVIDER: Final = "Aanbieder"
NO_EXACT: Final = "Bij deze keuze zijn er te weinig van deze trajecten om te laten zien."

STEP_LABELS: Final[Mapping[str, str]] = {
    "up": "zwaarder dan ervoor",
    "same": "even zwaar als ervoor",
    "down": "lichter dan ervoor",
    "beside": "naast hulp die doorloopt",
    "unranked": "niet te vergelijken op de ladder",
    "first": "zelfde dag begonnen als het eerste",
    OTHER: OTHER,
}
PROVIDER_LABELS: Final[Mapping[str, str]] = {
    "same": "dezelfde aanbieder als ervoor",
    "other": "een andere aanbieder dan ervoor",
    "unknown": "aanbieder niet geleverd",
    OTHER: OTHER,
}
PAUSE_LABELS: Final[Mapping[str, str]] = {
    "to_184": "tot en met een half jaar",
    "to_365": "een half tot een heel jaar",
    "over_365": "langer dan een jaar",
}


def exact_note(rules: Rules) -> str:
    """Say which starts the pictures of one position are about."""
    return (
        f"Hier gaat het alleen om de trajecten die precies het {ordinal(rules)} van de reeks zijn, "
        f"met dezelfde terugblik van {rules.lookback_months} maanden."
    )


def exact_title(rules: Rules) -> str:
    """Head the picture of what the third was."""
    return f"Hulpvorm van het {ordinal(rules)} traject"


def form_rows(forms: pd.DataFrame) -> pd.DataFrame:
    """Add to counts by care form the ``words`` at the end of a bar."""
    shares = shares_of(forms.assign(all=1), "thirds", ["all"])
    named = forms.assign(care_form=forms["care_form"].map(general.filled))
    counts = forms["thirds"].map(general.count)
    known = [f" ({general.percent(share)})" if pd.notna(share) else "" for share in shares]
    return named.assign(words=[f"{count}{part}" for count, part in zip(counts, known, strict=True)])


def form_table(rows: pd.DataFrame) -> pd.DataFrame:
    """Write the rows of ``form_rows`` as a table."""
    return pd.DataFrame({FORM: rows["care_form"], THIRDS: rows["words"]})


def left_out(heading: str) -> str:
    """Say why a table or picture with one row is not there."""
    return f"{heading}: bij deze keuze te weinig jeugdigen om groepen te vergelijken."


def exact_finding(pause: pd.DataFrame, rules: Rules) -> str:
    """Say in one sentence how long after the start before it the third began."""
    row = pause.iloc[0]
    if pd.isna(row["thirds"]) or pd.isna(row["median_days"]):
        return NO_EXACT
    return (
        f"De helft van de {general.number(row['thirds'])} {ordinal(rules)} trajecten begon binnen "
        f"{general.days(round(row['median_days']))} na de start van het traject ervoor."
    )


def step_table(counts: pd.DataFrame) -> pd.DataFrame:
    """Write third starts by step."""
    return _labelled(counts, "step", AGAINST_BEFORE, STEP_LABELS)


def provider_table(counts: pd.DataFrame) -> pd.DataFrame:
    """Write third starts by whether the provider is the one of the start before."""
    return _labelled(counts, "provider_change", SAME_PROVIDER, PROVIDER_LABELS)


def pause_table(counts: pd.DataFrame) -> pd.DataFrame:
    """Write third starts by the time since the start before."""
    return _labelled(counts, "pause", TIME_BETWEEN, PAUSE_LABELS)


def _labelled(
    counts: pd.DataFrame, column: str, heading: str, labels: Mapping[str, str]
) -> pd.DataFrame:
    """Write counts by a column as a table, in the order of the labels.

    The number of all stands beside it, so that never one count alone is hidden.
    """
    at = counts.set_index(column)["thirds"]
    number = written(at, hide_second(at))
    shares = shares_of(counts.assign(all=1), "thirds", ["all"]).set_axis(at.index)
    shown = [key for key in labels if key in at.index]
    return pd.DataFrame(
        {
            heading: [labels[key] for key in shown],
            THIRDS: [number[key] for key in shown],
            PART: [general.percent(shares[key]) for key in shown],
        }
    )
