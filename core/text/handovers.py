"""Dutch of the part Overdrachten: from one provider to another within a chain."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import pandas as pd

from core.disclosure import share_of, total_of
from core.tables import ELSEWHERE
from core.text import general, ties
from core.text.follows import DASH, half, of_hundred, overlap, waiting

Row = Mapping[Any, Any]
Name = Callable[[str], str]
"""Names a provider by its code."""

QUESTION: Final = (
    "Waar gaat hulp binnen een reeks over naar een andere aanbieder, en sluit dat op elkaar aan?"
)
TITLE: Final = "Overdrachten tussen aanbieders"
REST: Final = "overige aanbieders"
NOTHING: Final = f"Bij deze keuze is er geen overdracht te noemen: {general.TOO_FEW}."
TOO_FEW: Final = f"Hoe vaak de aanbieder verandert, is niet te tonen: {general.TOO_FEW}."
HOW_MANY: Final = "Toon de grootste overdrachten"
CHOOSE: Final = "Lees een overdracht"
NOTE: Final = (
    "Elke cirkel is een aanbieder; hoe groter, hoe meer overdrachten erheen en ervandaan. Een pijl "
    "is een overdracht, met bij de grootste welk deel van alle overdrachten van de afzender dat "
    "is. Wie bij dezelfde aanbieder blijft, staat er niet bij. Het cijfer is de groep."
)
COUNTED_NOTE: Final = (
    "Alleen binnen een reeks, en alleen als de aanbieder echt verandert: een stap die alleen "
    "administratief is, telt niet. Aanbieders en overdrachten met te weinig jeugdigen om apart te "
    "tonen, staan samen als overige aanbieders alleen in de tabel."
)
STEPS_TITLE: Final = "Zelfde aanbieder of een andere, bij elke stap"
GROUPS_TITLE: Final = "Wie vaak naar elkaar overdraagt"
GROUPS_NOTE: Final = (
    "De groepen volgen alleen uit de overdrachten (methode van Louvain), niet uit contracten of "
    "plaats. De uitkomst hangt deels van toeval af; daarom is de indeling {seeds} keer gemaakt. "
    "Bij elkaar: hoe vaak twee aanbieders uit deze groep dan in dezelfde groep kwamen."
)
QUESTIONS_TITLE: Final = "Vragen voor het gesprek"
RECEIVED_TITLE: Final = "Overdrachten naar elke aanbieder"
FROM: Final = "Van"
TO: Final = "Naar"
HANDOVERS: Final = "Overdrachten"
CLIENTS: Final = "Jeugdigen"
OF_SENDER: Final = "Van elke 100 van de afzender"
WAITED: Final = "Dagen zonder hulp (midden)"
MIDDLE_HALF: Final = "Middelste helft"
SHARED: Final = "Liep samen op"
SHARED_DAYS: Final = "Dagen samen (midden)"
PROVIDER: Final = "Aanbieder"
GROUP: Final = "Groep"
LONG_DAYS: Final = 31
"""Above this a pause between two providers is worth a question."""

NAMED: Final = 3
"""At most so many providers are named in a question."""

LABELLED: Final = 24
"""Longer names are cut off in the picture; the table has them whole."""


def place_name(place: str, name: Name) -> str:
    """Name a provider, or the rest."""
    return REST if place == ELSEWHERE else name(place)


def short(words: str) -> str:
    """Cut a name to what fits beside its circle."""
    return words if len(words) <= LABELLED else f"{words[: LABELLED - 1].rstrip()}…"


def finding(steps: pd.DataFrame) -> str:
    """Say how often the next trajectory begins with another provider (``PROVIDER_STEPS``)."""
    whole = total_of(steps.drop_duplicates("position").rename(columns={"whole": "n"}), "n")
    other = total_of(steps[steps["provider_change"] == "other"], "starts")
    share = share_of(other, whole)
    if share is None or steps.empty:
        return TOO_FEW
    return (
        f"Van elke 100 vervolgtrajecten in een reeks begonnen er {of_hundred(share)} bij een "
        f"andere aanbieder ({general.count(other)} van {general.count(whole)})."
    )


def unknown(number: object) -> str:
    """Say how many trajectories cannot tell, because a provider was not delivered."""
    hidden = bool(pd.isna(number))  # type: ignore[call-overload]
    told = f"vervolgtrajecten van minder dan {general.LEAST} jeugdigen"
    some = told if hidden else f"{general.count(number)} vervolgtrajecten"
    return f"Bij {some} is een van beide aanbieders niet geleverd; die tellen hier niet mee."


def rows_of_steps(steps: pd.DataFrame) -> pd.DataFrame:
    """Write per step how often the provider stayed and changed."""
    last = steps["position"].max()
    rows = [
        {
            "Stap": f"naar het {position}e traject" + (" of verder" if position == last else ""),
            "Zelfde aanbieder": general.count(starts.get("same")),
            "Andere aanbieder": general.count(starts.get("other")),
            "Deel andere": general.percent(share_of(starts.get("other"), whole)),
        }
        for position, starts, whole in _by_position(steps)
    ]
    return pd.DataFrame(rows)


def _by_position(steps: pd.DataFrame) -> list[tuple[int, dict[str, Any], Any]]:
    return [
        (
            int(str(position)),
            dict(zip(part["provider_change"], part["starts"], strict=True)),
            part["whole"].iloc[0],
        )
        for position, part in steps.sort_values("position").groupby("position")
    ]


def sentence(row: Row, name: Name) -> str:
    """Write a hand-over out: its share of the sender, the time between, and the overlap."""
    sender, receiver = (place_name(row[end], name) for end in ("source", "target"))
    number, clients = general.count(row["transitions"]), general.count(row["clients"])
    if pd.isna(row["share"]):
        first = f"Van {sender} naar {receiver}: {number} keer. Een aandeel is niet te tonen."
    else:
        first = (
            f"Van elke 100 overdrachten van {sender} gingen er {of_hundred(row['share'])} naar "
            f"{receiver} ({number} van {general.count(row['whole'])}, {clients} jeugdigen)."
        )
    return " ".join(filter(None, [first, waiting(row), overlap(row)]))


def option(row: Row, name: Name) -> str:
    """Name a hand-over in a list to choose from."""
    return f"{place_name(row['source'], name)} → {place_name(row['target'], name)}"


def drawn_note(drawn: int, left_out: int) -> str:
    """Say how many hand-overs are not drawn, and that nothing was counted anew without them."""
    if not left_out:
        if drawn == 1:
            return "De ene overdracht die te tonen is, staat in het beeld."
        return f"Alle {general.number(drawn)} overdrachten staan in het beeld."
    return (
        f"Getekend: de {general.number(drawn)} grootste. Nog {general.number(left_out)} kleinere "
        "staan alleen in de tabel. Aantallen, aandelen en tijden zijn die van alle overdrachten: "
        "zij zijn niet opnieuw berekend zonder wat is weggelaten."
    )


def rows_of_handovers(shares: pd.DataFrame, name: Name) -> pd.DataFrame:
    """Write the hand-overs as a table of text, by name of sender and receiver."""
    rows: list[dict[str, str]] = [
        {
            FROM: place_name(row["source"], name),
            TO: place_name(row["target"], name),
            HANDOVERS: general.count(row["transitions"]),
            CLIENTS: general.count(row["clients"]),
            OF_SENDER: of_hundred(row["share"]),
            **_times(row),
        }
        for row in shares.to_dict("records")
    ]
    return general.table_in_order(rows, FROM, TO)


def rows_of_received(received: pd.DataFrame, name: Name) -> pd.DataFrame:
    """Write what each provider receives, by name."""
    rows: list[dict[str, str]] = [
        {
            PROVIDER: place_name(row["target"], name),
            HANDOVERS: general.count(row["transitions"]),
            **_times(row),
        }
        for row in received.to_dict("records")
    ]
    return general.table_in_order(rows, PROVIDER)


def _times(row: Row) -> dict[str, str]:
    """Write the time between and the overlap, in columns of their own."""
    return {
        WAITED: general.decimal(row["median_gap_days"], 0),
        MIDDLE_HALF: half(row),
        SHARED: general.count(row["overlapping"]),
        SHARED_DAYS: general.decimal(row["median_overlap_days"], 0),
    }


def rows_of_groups(groups: pd.DataFrame, name: Name) -> pd.DataFrame:
    """Write the groups: who is in it, how many, and how often they stay together."""
    return pd.DataFrame(
        [
            {
                GROUP: str(number),
                "Aanbieders": str(len(part)),
                "Bij elkaar": together(part["together"].iloc[0]),
                "Wie": general.listed(sorted(map(name, part["place"]), key=general.in_order)),
            }
            for number, part in groups.groupby("group")
        ]
    )


def together(share: float | None) -> str:
    """Write how often two members stay together: '94 van de 100 keer'."""
    return DASH if share is None or pd.isna(share) else f"{of_hundred(share)} van de 100 keer"


def questions(passing: Mapping[str, float], received: pd.DataFrame, name: Name) -> list[str]:
    """Ask about who lies between many others, and where pauses are long. No ranking, no cause."""
    return [*_between(passing, name), _pauses(received, name)]


def _between(passing: Mapping[str, float], name: Name) -> list[str]:
    most = max(passing.values(), default=0.0)
    places = [name(place) for place in sorted(passing) if passing[place] == most]
    if most <= 0:
        return []
    who = ties.tied(places, len(passing) + 1, "")
    said = (
        f"Tussen andere aanbieders {'ligt' if len(places) == 1 else 'liggen'} het vaakst {who}: "
        "veel wegen van de ene naar de andere aanbieder lopen daarlangs. Is dat zo bedoeld, en wat "
        "vraagt het van hen?"
    )
    return [said]


def _pauses(received: pd.DataFrame, name: Name) -> str:
    long = received[(received["median_gap_days"] > LONG_DAYS) & (received["target"] != ELSEWHERE)]
    chosen = long.sort_values(["median_gap_days", "target"], ascending=[False, True]).head(NAMED)
    names: Sequence[str] = sorted(map(name, chosen["target"]), key=general.in_order)
    if not names:
        return (
            f"Bij geen aanbieder zit er in het midden meer dan {LONG_DAYS} dagen zonder hulp "
            "tussen einde en begin. Herkent u dat?"
        )
    return (
        f"Bij overdrachten naar {general.listed(list(names))} zit er in het midden meer dan "
        f"{LONG_DAYS} dagen zonder hulp tussen einde en begin. Herkent u dat, en waardoor kan het "
        "komen: de aanmelding, de plaats die er was, of een bewuste pauze?"
    )
