"""Dutch of how long trajectories last."""

from typing import Final

import pandas as pd

from core.text import general

TITLE: Final = "Hoe lang duurt een traject?"
FORM: Final = "Hulpvorm"
STARTED: Final = "Begonnen trajecten"
RUNNING: Final = "Loopt nog"
SILENT: Final = "Einde niet geleverd"
QUARTER: Final = "Een kwart klaar na"
MEDIAN: Final = "De helft klaar na"
THREE_QUARTERS: Final = "Driekwart klaar na"
AXIS: Final = "Maanden na het begin"
NOT_REACHED: Final = "nog niet bereikt"
NOT_SHOWN: Final = "niet te tonen"
MONTH_DAYS: Final = 365.25 / 12
REFUSED: Final = (
    "Over de duur zeggen wij hier niets: van te veel trajecten is niet bekend wanneer ze stopten. "
    "Een mediaan zou schijnzekerheid geven."
)
NOTE: Final = (
    "Trajecten die in de periode begonnen, ook als ze nog lopen: die tellen mee zolang ze te "
    "volgen zijn (Kaplan-Meier). Wat nog loopt, geldt dus niet als gestopt. Trajecten die al "
    "liepen toen de gegevens begonnen, tellen niet mee: hun begin is niet te zien, en wie er toen "
    "nog was, blijft vaak lang. De punt is de mediaan, de lijn loopt van een kwart tot driekwart. "
    "Nog niet bereikt: er lopen nog te veel trajecten om het te weten."
)
QUARTILES: Final = ("quarter_days", "median_days", "three_quarter_days")


def finding(durations: pd.DataFrame) -> str:
    """Say of which care forms half is done soonest and latest."""
    known = durations.dropna(subset=["median_days"])
    if known.empty:
        return TITLE
    ordered = known.sort_values(["median_days", "care_form"])
    soonest, latest = (_described(ordered.iloc[place]) for place in (0, -1))
    if len(ordered) == 1:
        return f"De helft van de trajecten is klaar na {soonest}."
    return f"De helft van de trajecten is, per hulpvorm, klaar na {soonest} tot {latest}."


def rows_of(durations: pd.DataFrame, order: list[str]) -> pd.DataFrame:
    """Give the rows to draw, in this order of care forms, in months: without a median no row."""
    known = durations.dropna(subset=["median_days"]).set_index("care_form")
    rows = known.loc[[form for form in order if form in known.index]].reset_index()
    months = {name: rows[name].astype(float) / MONTH_DAYS for name in QUARTILES}
    return rows.assign(
        **months,
        label=[general.filled(form) for form in rows["care_form"]],
        words=[f"{general.decimal(days / MONTH_DAYS)} mnd" for days in rows["median_days"]],
    )


def table_of(durations: pd.DataFrame, order: list[str]) -> pd.DataFrame:
    """Write the durations as a table of text, in this order of care forms."""
    rows = durations.set_index("care_form").loc[order].reset_index()
    shown = rows["clients"].notna()
    headings = dict(zip(QUARTILES, (QUARTER, MEDIAN, THREE_QUARTERS), strict=True))
    quartiles = {
        heading: [
            _months(days, is_shown=here) for days, here in zip(rows[name], shown, strict=True)
        ]
        for name, heading in headings.items()
    }
    return pd.DataFrame(
        {
            FORM: [general.filled(form) for form in rows["care_form"]],
            STARTED: [general.count(number) for number in rows["trajectories"]],
            RUNNING: [general.count(number) for number in rows["running"]],
            SILENT: [general.count(number) for number in rows["silent"]],
            **quartiles,
        }
    )


def _months(days: float | None, *, is_shown: bool) -> str:
    if not is_shown:
        return NOT_SHOWN
    missing = days is None or pd.isna(days)
    return NOT_REACHED if missing else f"{general.decimal(float(days or 0) / MONTH_DAYS)} mnd"


def _described(row: "pd.Series[float]") -> str:
    months = general.decimal(float(row["median_days"]) / MONTH_DAYS, 0)
    unit = "maand" if months == "1" else "maanden"
    return f"{months} {unit} ({general.filled(str(row['care_form']))})"
