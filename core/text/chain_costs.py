"""Dutch of what whole chains cost, how unequal that is, and which routes cost most."""

from typing import Final

import pandas as pd

from core.disclosure import share_of, total_of
from core.text import general
from core.text.chains import Ladder
from core.text.steps import CHAINS, SHARE, shown, shown_cell

QUESTION: Final = "Wat kost een hele reeks, en waar zitten de kosten?"
LENGTHS_TITLE: Final = "Kosten van een hele reeks, naar aantal trajecten op rij"
FORMS_TITLE: Final = "Kosten van een hele reeks, naar eerste hulpvorm"
ROUTES_TITLE: Final = "Routes met de meeste kosten, en alle andere samen"
STATES_TITLE: Final = "Reeksen die lopen en reeksen die klaar zijn"
PART: Final = "Reeksen"
PARTS_AXIS: Final = "Van de duurste reeksen (links) naar de goedkoopste, in groepen van 5%"
SHARE_AXIS: Final = "Deel van alle kosten (%)"
EUROS_AXIS: Final = "Kosten van een hele reeks (€)"
LENGTH: Final = "Trajecten op rij"
FORM: Final = "Eerste hulpvorm"
ROUTE: Final = "Route"
REST: Final = "overige routes"
REST_FORMS: Final = "overige hulpvormen"
NOTE: Final = (
    "De kosten van een reeks zijn de bedragen van al haar trajecten tot de stand van de gegevens, "
    "ook van hulp die tegelijk liep. Bij reeksen die nog lopen zijn het de kosten tot nu toe; die "
    "vallen dus lager uit dan zij worden. Alleen reeksen waarvan het begin te zien is. "
    f"{general.WHEN_EUROS} Een kwart of de helft staat er alleen met ten minste {general.LEAST} "
    "jeugdigen aan beide kanten."
)
QUARTERS_NOTE: Final = (
    "De helft van de reeksen kost niet meer dan het middelste bedrag; een kwart niet meer dan het "
    "onderste en driekwart niet meer dan het bovenste."
)
TOO_FEW: Final = "Te weinig reeksen met bedragen om te zeggen hoe de kosten verdeeld zijn."
MIDDLE: Final = "Middelste reeks"
LOWER: Final = "Onderste kwart"
UPPER: Final = "Bovenste kwart"
TOTAL: Final = "Samen"
RUNNING: Final = "Loopt nog"
STATE: Final = "Stand"
DEAREST_PARTS: Final = 2
"""So many parts of 5% are the dearest 10%."""

STATE_NAMES: Final = {0: "klaar", 1: "loopt nog of te recent om te weten"}


def finding(parts: pd.DataFrame) -> str:
    """Say which share of all costs the dearest tenth of the chains has."""
    share = dearest_share(parts, DEAREST_PARTS)
    if share is None:
        return TOO_FEW
    return f"De duurste 10% van de reeksen is {general.percent(share)} van de kosten."


def running_sentence(states: pd.DataFrame, priced: pd.DataFrame) -> str:
    """Say how many of the chains still run, and of how many the costs are not known."""
    running = total_of(states[states["is_running"] == 1], "chains")
    share = share_of(running, total_of(states, "chains"))
    start = (
        f"{general.percent(share)} van deze reeksen loopt nog of is te recent om te weten: daarvan "
        "zijn het de kosten tot nu toe."
        if share is not None
        else "Een deel van de reeksen kan nog lopen: daarvan zijn het de kosten tot nu toe."
    )
    without = shown(total_of(priced[priced["priced"] == 0], "chains"))
    return f"{start} Reeksen waarvan een bedrag ontbreekt, tellen niet mee (aantal: {without})."


def dearest_share(parts: pd.DataFrame, many: int) -> float | None:
    """Divide the costs of the dearest parts by all; None when any is hidden."""
    part = parts[parts["part"] <= many]
    return share_of(total_of(part, "amount_cents"), total_of(parts, "amount_cents"))


def bars_of_parts(parts: pd.DataFrame) -> pd.DataFrame:
    """Lay out each part with its ``share`` and the share so far (``so_far``), in percents."""
    ordered = parts.sort_values("part")
    everything = total_of(ordered, "amount_cents")
    if not everything:
        return pd.DataFrame(columns=["top", "share", "so_far", "words", "label"])
    shares = 100 * ordered["amount_cents"].astype(float) / everything
    so_far = shares.cumsum()
    tops = ordered["part"] * 100 // ordered["part"].max()
    named = tops.isin([10, 20, 50])
    labels = [
        f"duurste {top}%: {general.percent(cell / 100)}"
        for top, cell in zip(tops, so_far, strict=True)
    ]
    return pd.DataFrame(
        {
            "top": tops.astype("int64"),
            "share": shares,
            "so_far": so_far,
            "words": labels,
            "label": pd.Series(labels, ordered.index, "str").where(named, ""),
        }
    )


def rows_of_parts(parts: pd.DataFrame) -> pd.DataFrame:
    """Write the parts as a table of text, the dearest first."""
    ordered = parts.sort_values("part")
    bars = bars_of_parts(parts)
    words = list(bars["words"]) or [general.percent(None)] * len(ordered)
    last = max(int(ordered["part"].max()), 1) if len(ordered) else 1
    return pd.DataFrame(
        {
            "Duurste": [
                f"{100 * (part - 1) // last}-{100 * part // last}%" for part in ordered["part"]
            ],
            CHAINS: ordered["chains"].map(shown_cell),
            TOTAL: ordered["amount_cents"].map(general.euros),
            "Opgeteld": words,
        }
    )


def rows_of_costs(costs: pd.DataFrame, heading: str, names: list[str]) -> pd.DataFrame:
    """Write what groups of chains cost as a table of text; ``names`` are the words of its rows."""
    everything = total_of(costs, "amount_cents")
    return pd.DataFrame(
        {
            heading: names,
            CHAINS: costs["chains"].map(shown_cell),
            RUNNING: costs["running"].map(shown_cell),
            LOWER: costs["lower_cents"].map(general.euros),
            MIDDLE: costs["middle_cents"].map(general.euros),
            UPPER: costs["upper_cents"].map(general.euros),
            TOTAL: costs["amount_cents"].map(general.euros),
            SHARE: [
                general.percent(share_of(cents, everything)) for cents in costs["amount_cents"]
            ],
        }
    )


def length_names(costs: pd.DataFrame) -> list[str]:
    """Name the lengths; the longest class holds all that are longer."""
    last = costs["length"].max()
    return [f"{length} of meer" if length == last else str(length) for length in costs["length"]]


def in_form_order(costs: pd.DataFrame, ladder: Ladder) -> pd.DataFrame:
    """Order rows by their ``form``: up the ladder, those without a rung, and the rest last."""
    levels = dict(ladder)
    last = max(levels.values(), default=0) + 1
    rank = {form: (form == "", levels.get(form) or last, form) for form in costs["form"]}
    return costs.assign(rank=costs["form"].map(rank)).sort_values("rank").drop(columns="rank")


def lengths_finding(costs: pd.DataFrame) -> str:
    """Say what the chain in the middle cost until now, of the shortest and of the longest shown."""
    ordered = costs.sort_values("length")
    known = ordered.assign(name=length_names(ordered)).dropna(subset=["middle_cents"])
    if known.empty:
        return LENGTHS_TITLE
    said = [
        f"{general.euros(cents)} bij {_in_a_row(name)}{_of_chains(chains)}"
        for name, cents, chains in zip(
            known["name"], known["middle_cents"], known["chains"], strict=True
        )
    ]
    ends = general.listed(list(dict.fromkeys([said[0], said[-1]])))
    return f"De middelste reeks kostte tot nu toe {ends}."


def _in_a_row(name: str) -> str:
    return "1 traject" if name == "1" else f"{name} trajecten op rij"


def _of_chains(chains: object) -> str:
    return "" if pd.isna(chains) else f" (van {general.count(chains)} reeksen)"  # type: ignore[call-overload]


def form_names(costs: pd.DataFrame) -> list[str]:
    """Name the first care forms."""
    return [form or REST_FORMS for form in costs["form"]]


def in_route_order(costs: pd.DataFrame) -> pd.DataFrame:
    """Order routes by what they cost together, the rest last."""
    is_rest = costs["route"] == ""
    cents = costs["amount_cents"].fillna(0)
    return costs.assign(rest=is_rest, cents=-cents).sort_values(["rest", "cents", "route"])


def named_routes(costs: pd.DataFrame) -> list[str]:
    """List the routes of which the costs are shown, the dearest first; the rest has no name."""
    shown = costs[(costs["route"] != "") & costs["amount_cents"].notna()]
    ordered = shown.sort_values(["amount_cents", "route"], ascending=[False, True])
    return [str(route) for route in ordered["route"]]


def route_names(costs: pd.DataFrame) -> list[str]:
    """Name the routes."""
    return [route or REST for route in costs["route"]]


def spans_of_lengths(costs: pd.DataFrame) -> pd.DataFrame:
    """Lay out the quartiles of each length in euros, with the words of the middle."""
    ordered = costs.sort_values("length")
    names = length_names(ordered)
    known = ordered.assign(
        name=[f"{name} ({shown_cell(n)})" for name, n in zip(names, ordered["chains"], strict=True)]
    ).dropna(subset=["middle_cents"])
    return pd.DataFrame(
        {
            "name": known["name"].astype(str),
            "lower": known["lower_cents"].astype(float) / 100,
            "middle": known["middle_cents"].astype(float) / 100,
            "upper": known["upper_cents"].astype(float) / 100,
            "words": known["middle_cents"].map(general.euros).astype(str),
        }
    )
