"""Dutch of what became of help by referrer: ended early, and what the chain cost."""

from typing import Final

import pandas as pd

from core.disclosure import share_of, total_of
from core.intervals import wilson_interval
from core.referrers import in_order
from core.text import general
from core.text.referrers import REFERRER, via

BASIS: Final = (
    "gestopte trajecten: die in de periode stopten; kosten: reeksen die in de periode begonnen"
)
EARLY_TITLE: Final = "Stopte de hulp voortijdig?"
COSTS_TITLE: Final = "Wat kostte de reeks?"
ENDED: Final = "Gestopt, reden bekend"
EARLY: Final = "Voortijdig gestopt"
EARLY_AXIS: Final = "Aandeel van de gestopte trajecten met een bekende reden"
MARGIN: Final = "Marge"
EARLY_COLUMNS: Final = [
    *("referrer", "label", "share", "low", "high", "known", "undelivered", "country", "words"),
    "end",
]
PUBLISHED: Final = "In het land (open cijfers, {year})"
UNDELIVERED: Final = "Reden niet geleverd"
CHAINS: Final = "Reeksen"
RUNNING: Final = "Waarvan loopt nog"
MIDDLE: Final = "De helft kostte minder dan"
UPPER: Final = "Een op de vier kostte meer dan"
NOT_PUBLISHED: Final = "niet bekend"
_EARLY_NOTE: Final = (
    "Voortijdig is: door de cliënt, door de aanbieder, in overleg of door een externe oorzaak. Het "
    "aandeel is van de gestopte trajecten met een bekende reden. De lijn is de marge (95%): bij "
    "weinig trajecten kan het aandeel zomaar anders zijn. Streepje: het land in {year}, "
    "volgens open cijfers over alle gestopte jeugdhulp in natura."
)
NO_REASONS: Final = (
    "Bij te weinig gestopte trajecten is geleverd waarom de hulp stopte. Die reden staat in het "
    "stopbericht (JW307)."
)
COSTS_NOTE: Final = (
    "De kosten zijn van de hele reeks tot de peildatum, met gelijktijdige hulp erbij. Loopt een "
    "reeks nog, dan zijn het de kosten tot nu toe. Een reeks met een traject zonder bedrag telt "
    f"niet mee. Een bedrag staat er bij drie aanbieders of meer, met ten minste {general.LEAST} "
    "jeugdigen erboven en eronder, op honderd euro afgerond."
)
NO_COSTS: Final = "In deze gegevens zijn te weinig bedragen om de kosten per verwijzer te tonen."


def early_rows(counts: pd.DataFrame, published: "pd.Series[float]") -> pd.DataFrame:
    """Give each referrer, in the fixed order, the share that ended early and what it is of.

    Columns: ``referrer``, ``label``, ``share`` with its interval ``low`` and ``high``, ``known``
    (ended with a reason), ``undelivered``, ``country`` (the published share) and ``words``
    that stand at ``end``.
    """
    rows = [
        _early_row(label, counts[counts["referrer"] == label], published)
        for label in in_order(counts["referrer"].tolist())
    ]
    numbers = dict.fromkeys(["share", "low", "high", "country"], "Float64")
    return pd.DataFrame(rows, columns=EARLY_COLUMNS).astype(numbers)


def _early_row(label: str, own: pd.DataFrame, published: "pd.Series[float]") -> dict[str, object]:
    cells = own.set_index("ending")["trajectories"]
    known = total_of(cells.loc[["early", "otherwise"]].to_frame(), "trajectories")
    share = share_of(cells["early"], known)
    bounds = None if share is None else wilson_interval(int(cells["early"]), known or 0)
    country = published.get(label)
    beside = "" if country is None else f" · land {general.percent(country)}"
    return {
        "referrer": label,
        "label": general.filled(label),
        "share": share,
        "low": bounds[0] if bounds else None,
        "high": bounds[1] if bounds else None,
        "known": known,
        "undelivered": cells["undelivered"],
        "country": country,
        "words": f"{general.percent(share)}{beside}",
        "end": max(bounds[1] if bounds else 0.0, country or 0.0),
    }


def early_table(rows: pd.DataFrame, year: int) -> pd.DataFrame:
    """Write the shares as a table, with the published ones of the country beside them."""
    return pd.DataFrame(
        {
            REFERRER: rows["label"],
            ENDED: [general.count(number) for number in rows["known"]],
            EARLY: [general.percent(share) for share in rows["share"]],
            MARGIN: [
                "–" if pd.isna(low) else general.between(low, high)
                for low, high in zip(rows["low"], rows["high"], strict=True)
            ],
            PUBLISHED.format(year=year): [
                NOT_PUBLISHED if pd.isna(share) else general.percent(share)
                for share in rows["country"]
            ],
            UNDELIVERED: [general.count(number) for number in rows["undelivered"]],
        }
    )


def early_note(year: int) -> str:
    """Say what is early, and of which year the published shares of the country are."""
    return _EARLY_NOTE.format(year=year)


def early_finding(rows: pd.DataFrame) -> str:
    """Say in one sentence between which shares early endings lie, without a ranking."""
    shares = rows["share"].dropna().astype(float)
    if shares.empty:
        lacking = (rows["undelivered"] > 0).fillna(value=False).any()
        return NO_REASONS if lacking else general.NOTHING_TO_SHOW
    low, high = general.percent(shares.min()), general.percent(shares.max())
    whole = "Van de gestopte trajecten met een bekende reden eindigde"
    if low == high:
        return f"{whole} {low} voortijdig."
    return f"{whole} {low} tot {high} voortijdig, afhankelijk van de verwijzer."


def cost_table(costs: pd.DataFrame) -> pd.DataFrame:
    """Write what chains cost by referrer as a table, in the fixed order."""
    ordered = costs.set_index("sent_by").loc[in_order(costs["sent_by"].tolist())]
    return pd.DataFrame(
        {
            REFERRER: [general.filled(label) for label in ordered.index],
            CHAINS: [general.count(number) for number in ordered["chains"]],
            RUNNING: [general.count(number) for number in ordered["running"]],
            MIDDLE: [general.euros(cents) for cents in ordered["middle_cents"]],
            UPPER: [general.euros(cents) for cents in ordered["upper_cents"]],
        }
    )


def cost_finding(costs: pd.DataFrame) -> str:
    """Say what half of the chains of the two largest referrers cost, in the fixed order."""
    shown = costs.dropna(subset=["middle_cents", "chains"]).set_index("sent_by")["middle_cents"]
    named = [label for label in in_order(shown.index.tolist()) if label][:MOST_SAID]
    parts = [f"{via(label)} {general.euros(float(shown[label]))}" for label in named]
    return f"De helft van de reeksen kostte minder dan: {general.listed(parts)}." if parts else ""


MOST_SAID: Final = 2
