"""Dutch of the question what went before a care form."""

from typing import Final

import pandas as pd

from core.disclosure import share_of, total_of
from core.text import general
from core.text.chains import Ladder

CLIENTS: Final = "Jeugdigen"
SHARE: Final = "Deel"
KINDS: Final = ("form", "rest", "nothing")
"""What is drawn, in its order."""

QUESTION: Final = "Wat ging vooraf aan deze hulp?"
FORM: Final = "Hulpvorm"
BEFORE: Final = "In het jaar ervoor"
NOTHING: Final = "geen andere hulp"
SHARE_OF_VISIBLE: Final = "Deel van de jeugdigen (%)"
NOTE: Final = (
    "Per jeugdige de eerste start van deze hulp in de gegevens, en alle andere hulp met een dag in "
    "de 365 dagen ervoor. Een jeugdige kan meer hulp hebben gehad: de delen tellen niet op tot "
    "100%. Jeugdigen bij wie die 365 dagen voor het begin van de gegevens liggen, tellen niet mee "
    "in de delen. Wat vooraf ging, is geen oorzaak."
)
OTHER_FORMS: Final = "overige hulpvormen"
NO_FORMS: Final = "Bij deze keuze is geen hulpvorm met genoeg jeugdigen om dit te tonen."
INVISIBLE: Final = "niet te zien: de gegevens beginnen te laat"


def finding(counts: pd.DataFrame, form: str) -> str:
    """Say what went before most often, and how many had nothing, of how many."""
    bars = bars_of(counts, ())
    visible = visible_of(counts)
    if visible is None or bars[bars["kind"] != "rest"].empty:
        return general.NOTHING_TO_SHOW
    named = bars[bars["kind"] == "form"].nlargest(1, "share")
    nothing = bars[bars["kind"] == "nothing"]
    parts = [
        *(f"{share} in het jaar ervoor {row}" for share, row in _labels(named)),
        *(f"{share} {row}" for share, row in _labels(nothing)),
    ]
    begun = f"Van {general.number(visible)} jeugdigen die met {general.filled(form)} begonnen"
    return general.literal(f"{begun}, had {' en '.join(parts)}.")


def _labels(bars: pd.DataFrame) -> list[tuple[str, str]]:
    return list(zip(bars["label"].astype(str), bars["row"].astype(str), strict=True))


def visible_of(counts: pd.DataFrame) -> int | None:
    """Add up the young people of whom the year before is in view; None when a part is hidden."""
    seen = counts[counts["kind"].isin(["nothing", "something"])]
    return total_of(seen, "clients") if len(seen) else None


def bars_of(counts: pd.DataFrame, ladder: Ladder) -> pd.DataFrame:
    """Write what went before as it is drawn: forms in ladder order, the rest, nothing."""
    visible = visible_of(counts)
    levels = dict(ladder)
    last = max(levels.values(), default=0) + 1
    rows = counts[counts["kind"].isin(KINDS)]
    bars = pd.DataFrame(
        {
            "kind": rows["kind"],
            "row": list(map(_before_name, rows["kind"], rows["care_form"])),
            "form": rows["care_form"],
            "clients": rows["clients"],
            "share": [share_of(clients, visible) for clients in rows["clients"]],
            "order": [
                (KINDS.index(kind), levels.get(form) or last, form)
                for kind, form in zip(rows["kind"], rows["care_form"], strict=True)
            ],
        }
    ).dropna(subset=["share"])
    shares = bars["share"].astype(float)
    return bars.assign(
        label=[general.percent(share) for share in shares], share=shares * 100
    ).sort_values("order")


def rows_of(counts: pd.DataFrame, ladder: Ladder) -> pd.DataFrame:
    """Write what went before as a table of text, with who cannot be seen last."""
    bars = bars_of(counts, ladder)
    unseen = counts[counts["kind"] == "invisible"]["clients"]
    return pd.DataFrame(
        {
            BEFORE: [*bars["row"], *([INVISIBLE] * len(unseen))],
            CLIENTS: [*map(general.count, bars["clients"]), *map(general.count, unseen)],
            SHARE: [*bars["label"], *(["–"] * len(unseen))],
        }
    )


def _before_name(kind: str, form: str) -> str:
    return {"nothing": NOTHING, "rest": OTHER_FORMS}.get(kind) or general.filled(form)
