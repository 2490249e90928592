"""Dutch of Wachttijd: what providers told about waiting, and what the data themselves say."""

from collections.abc import Mapping, Sequence
from typing import Final

import pandas as pd

from core.text import general
from core.trajectories.calendar import date_of

QUESTION: Final = "Hoe lang wachten jeugdigen, volgens aanbieders en volgens onze eigen gegevens?"
UPLOAD: Final = "Lijst met wachttijden van aanbieders"
UPLOAD_HELP: Final = (
    "Een regel per aanbieder, hulpvorm en soort (intake of start), met de wachtdagen en de "
    "peildatum. Is een wachttijd niet openbaar of niet duidelijk, laat dan een streepje staan: die "
    "regel telt mee als niet openbaar."
)
LISTED_TITLE: Final = "Wat aanbieders opgeven"
KINDS: Final[Mapping[str, str]] = {"intake": "tot de intake", "start": "tot de start van de hulp"}
PROVIDER: Final = "Aanbieder"
FORM: Final = "Hulpvorm"
KIND: Final = "Soort"
DAYS: Final = "Wachtdagen"
REFERENCE_DAY: Final = "Peildatum"
UNTOLD: Final = "niet openbaar"
DASH: Final = "–"
AXIS: Final = "Dagen wachten"
MEDIAN: Final = "In het midden"
BETWEEN: Final = "Kortste en langste"
TOLD: Final = "Opgegeven"
LISTED_NOTE: Final = (
    "Elke stip is een opgave van een aanbieder bij een hulpvorm. Wat niet openbaar is, staat niet "
    "in het beeld en wel in de tabel. De app controleert deze opgaven niet."
)
EVERY_LINE: Final = "Toon alle opgaven"

MEASURED_TITLE: Final = "Wat de gegevens zelf zeggen"
MEASURED_NOTE: Final = (
    "Van de ingangsdatum van de toewijzing tot de eerste dag hulp, waar beide geleverd zijn. "
    "Wanneer besloten is, staat niet in de berichten; begon de hulp eerder, dan is het 0 dagen."
)
NOT_MEASURED: Final = (
    "In deze gegevens staan te weinig toewijzingen waarvan ook de start van de hulp is gemeld: "
    "daarom is er geen wachttijd te meten. Lever berichten JW301 en JW305 mee."
)
STARTS: Final = "Begonnen toewijzingen"
MEDIAN_DAYS: Final = "Dagen in het midden"


def reference_days(rows: pd.DataFrame) -> str:
    """Write the day at which waiting times were so, or the first and the last of them."""
    first, last = (
        general.day(date_of(int(day)))
        for day in (rows["reference_day"].min(), rows["reference_day"].max())
    )
    return f"peildatum {first}" if first == last else f"peildatums {first} tot en met {last}"


def finding(measured: pd.DataFrame, rows: pd.DataFrame) -> str:
    """Say what the middle of the waiting times is for each kind, and how many are not public."""
    known = measured.dropna(subset=["median_days"])
    parts = [
        f"{general.days(round(row['median_days']))} {KINDS[row['kind']]}"
        for row in known.to_dict("records")
    ]
    secret = int(measured["secret"].sum())
    hidden = (
        f"{general.number(secret)} van de {general.number(len(rows))} opgaven zijn niet openbaar"
        if secret
        else f"alle {general.number(len(rows))} opgaven zijn openbaar"
    )
    when = reference_days(rows)
    if not parts:
        return f"Geen enkele wachttijd is openbaar ({when})."
    return f"In het midden van de opgaven is het {general.listed(parts)} ({when}); {hidden}."


def dots_of(rows: pd.DataFrame, labels: Mapping[str, str], forms: Sequence[str]) -> pd.DataFrame:
    """Lay out every waiting time that is public, for the picture."""
    known = rows.dropna(subset=["days"])
    return pd.DataFrame(
        {
            "form": pd.Categorical(known["care_form"], list(forms), ordered=True),
            "kind": known["kind"].map(KINDS),
            "days": known["days"].astype(int),
            "provider": known["provider"].map(labels),
            "day": [general.day(date_of(int(day))) for day in known["reference_day"]],
        }
    ).sort_values("form")


def form_table(measured: pd.DataFrame, forms: Sequence[str]) -> pd.DataFrame:
    """Write the middle of each care form and kind, with what is not public, as a table."""
    ordered = measured.assign(
        rank=[list(forms).index(form) for form in measured["care_form"]]
    ).sort_values(["rank", "kind"])
    return pd.DataFrame(
        {
            FORM: ordered["care_form"].map(general.filled),
            KIND: ordered["kind"].map(KINDS),
            MEDIAN: ordered["median_days"].map(general.days),
            BETWEEN: [_span(row) for row in ordered.to_dict("records")],
            TOLD: ordered["told"].map(str),
            UNTOLD: ordered["secret"].map(str),
        }
    )


def line_table(rows: pd.DataFrame, labels: Mapping[str, str], forms: Sequence[str]) -> pd.DataFrame:
    """Write every line of the list, with a dash for what is not public."""
    named = rows.assign(
        label=rows["provider"].map(labels),
        rank=[list(forms).index(form) for form in rows["care_form"]],
    ).sort_values(["label", "rank", "kind"], key=general.column_in_order)
    return pd.DataFrame(
        {
            PROVIDER: named["label"],
            FORM: named["care_form"].map(general.filled),
            KIND: named["kind"].map(KINDS),
            DAYS: [DASH if pd.isna(days) else general.number(days) for days in named["days"]],
            REFERENCE_DAY: [general.day(date_of(int(day))) for day in named["reference_day"]],
        }
    )


def measured_finding(everybody: pd.DataFrame) -> str:
    """Say how long help took to begin after it was allocated, over all providers."""
    known = everybody.dropna(subset=["median_days", "starts"])
    if known.empty:
        return NOT_MEASURED
    row = known.iloc[0]
    return (
        f"Van {general.count(row['starts'])} toewijzingen is de start gemeld: in het midden begon "
        f"de hulp na {general.days(round(row['median_days']))}."
    )


def measured_table(waits: pd.DataFrame, labels: Mapping[str, str]) -> pd.DataFrame:
    """Write how long help took to begin by provider; who has too few is left out."""
    shown = waits.dropna(subset=["median_days", "starts"])
    named = shown.assign(label=shown["provider"].map(labels))
    rows = named.sort_values("label", key=general.column_in_order)
    return pd.DataFrame(
        {
            PROVIDER: rows["label"],
            STARTS: rows["starts"].map(general.count),
            MEDIAN_DAYS: [general.number(days) for days in rows["median_days"]],
        }
    )


def _span(row: Mapping[object, object]) -> str:
    least, most = row["least_days"], row["most_days"]
    if pd.isna(least):  # type: ignore[call-overload]
        return DASH
    return f"{general.number(float(str(least)))} tot {general.days(float(str(most)))}"
