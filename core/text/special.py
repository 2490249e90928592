"""Dutch of the part of the page Stapeling on ready-made selections of special care."""

from collections.abc import Mapping, Sequence
from typing import Final

import pandas as pd

from core.disclosure import share_of
from core.text import general
from core.text.basics import year_label

QUESTION: Final = "Hoeveel jeugdigen hebben deze bijzondere hulp, en waar staat die in hun hulp?"
CHOOSE: Final = "Kies een selectie"
NAMES: Final[Mapping[str, str]] = {
    "crisis": "Crisis",
    "transport": "Vervoer",
    "dyslexia": "Dyslexie",
    "foster": "Pleegzorg",
    "residential": "Residentieel verblijf",
    "secure": "Gesloten jeugdhulp",
    "eighteen": "18 jaar en ouder",
}
IN_A_SENTENCE: Final[Mapping[str, str]] = {
    "crisis": "crisishulp",
    "transport": "vervoer",
    "dyslexia": "hulp bij dyslexie",
    "foster": "pleegzorg",
    "residential": "residentieel verblijf",
    "secure": "gesloten jeugdhulp",
    "eighteen": "hulp na hun achttiende",
}
CRISIS_FLAG: Final = "Ook elk traject met een regel die zelf zegt dat het crisis is, telt mee."
EIGHTEEN: Final = (
    "Van de geboortedatum is alleen het jaar bekend. Zeker 18 of ouder is een jeugdige vanaf 1 "
    "januari na het jaar van de achttiende verjaardag: vanaf dan telt de hulp hier mee. Bij "
    "{unborn} jeugdigen met hulp in de periode is het geboortejaar niet geleverd."
)
NO_LABELS: Final = "In deze gegevens komt geen hulpvorm voor die zo heet."
YEAR: Final = "Jaar"
CLIENTS: Final = "Jeugdigen"
TRAJECTORIES: Final = "Trajecten"
EUROS: Final = "Bedrag"
SHARE: Final = "Deel van de jeugdigen"
CARE_SHARE: Final = "Deel van de trajecten"
PROVIDERS: Final = "Aanbieders"
YEARS_TITLE: Final = "Jeugdigen per jaar"
NUMBER_AXIS: Final = "Jeugdigen met deze hulp"
PLACES_TITLE: Final = "Waar staat deze hulp?"
PLACE_NAMES: Final[Mapping[str, str]] = {
    "first": "als eerste: er ging geen andere hulp aan vooraf",
    "after": "na andere hulp",
    "beside": "naast andere hulp die al liep",
    "unknown": "liep al toen de gegevens begonnen",
}
PLACE: Final = "Plaats"
BEFORE: Final = "Wat ging eraan vooraf?"
AFTER: Final = "Wat kwam erna of erbij?"
NEIGHBOUR_NAMES: Final[Mapping[str, str]] = {
    "none": "geen andere hulp",
    "rest": "overige, of geen andere hulp",
}
EURO_NOTE: Final = (
    "Een traject telt in elk jaar met een dag hulp; het bedrag telt in het jaar waarin het traject "
    f"begon. {general.WHEN_EUROS}"
)
PLACE_NOTE: Final = (
    "Over starts in de gekozen periode. Eraan vooraf ging de laatste andere hulp die eerder begon, "
    "en die nog liep of ten hoogste {days} eerder stopte; erna komt de eerste hulp die later "
    "begon, met dezelfde grens. Alleen hulp die in reeksen meetelt, komt hiervoor in aanmerking. "
    "Bij hulp die kort geleden begon, kan het vervolg nog komen."
)
TOO_FEW: Final = (
    f"Hoeveel jeugdigen in {{year}} {{care}} hadden, is niet te tonen: {general.TOO_FEW}."
)


def definition(name: str, labels: Sequence[str], unborn: int | None) -> str:
    """Say what the selection is: the care forms in these data, or the age."""
    if name == "eighteen":
        return f"Definitie: {EIGHTEEN.format(unborn=general.count(unborn))}"
    listed = general.listed([f"‘{label}’" for label in labels])
    forms = f"hulpvorm {listed}." if labels else NO_LABELS
    flag = f" {CRISIS_FLAG}" if name == "crisis" else ""
    return f"Definitie: {forms}{flag}"


def finding(parts: pd.DataFrame, name: str, year: int) -> str:
    """Say in one sentence how many had the selected care, as a share of all with care."""
    number, whole = inside_of(parts, year), whole_of(parts, year)
    if number is None or whole is None:
        return TOO_FEW.format(year=year, care=IN_A_SENTENCE[name])
    return (
        f"In {year} hadden {general.count(number)} jeugdigen {IN_A_SENTENCE[name]}: "
        f"{general.percent(share_of(number, whole))} van de {general.count(whole)} jeugdigen met "
        "hulp."
    )


def without(shown: pd.DataFrame, counts: pd.DataFrame, name: str, year: int) -> str:
    """Say what is left when the selection is left out: its effect on the volume.

    ``shown`` has the clients in three parts; empty text when a number may not be told.
    """
    outside = counts[(counts["year"] == year) & (counts["side"] == "outside")]["trajectories"]
    share = share_of(_cell(counts, year, "trajectories"), _whole_care(counts, year))
    if outside.empty or share is None:
        return ""
    rows = shown[shown["year"] == year].set_index("part")["number"].reindex(["both", "without"])
    clients = "" if rows.isna().any() else f"{general.count(rows.sum())} jeugdigen en "
    return (
        f"Zonder {IN_A_SENTENCE[name]} zijn er in {year} {clients}"
        f"{general.count(outside.iloc[0])} trajecten: {general.percent(share)} minder trajecten."
    )


def inside_of(parts: pd.DataFrame, year: int) -> int | None:
    """Give who had the selected care in a year; None when it is hidden."""
    rows = parts[(parts["year"] == year) & (parts["part"] == "inside")]["number"]
    return None if rows.empty or rows.isna().any() else int(rows.sum())


def whole_of(parts: pd.DataFrame, year: int) -> int | None:
    """Give the clients with care in a year; None when they are hidden."""
    wholes = parts[parts["year"] == year]["whole"].dropna()
    return None if wholes.empty else int(wholes.iloc[0])


def figures(counts: pd.DataFrame, parts: pd.DataFrame, year: int) -> list[tuple[str, str, str]]:
    """Write the key figures of a year: label, number and meaning."""
    care, cents = (_cell(counts, year, name) for name in ("trajectories", "amount_cents"))
    inside = _cell(counts, year, "clients")
    return [
        (f"{CLIENTS}, {year}", general.count(inside), f"Jeugdigen met deze hulp in {year}."),
        (
            SHARE,
            general.percent(share_of(inside_of(parts, year), whole_of(parts, year))),
            f"Van alle jeugdigen met hulp in {year}.",
        ),
        (TRAJECTORIES, general.count(care), f"Trajecten met een dag hulp in {year}."),
        (
            CARE_SHARE,
            general.percent(share_of(care, _whole_care(counts, year))),
            f"Van alle trajecten met een dag hulp in {year}.",
        ),
        (EUROS, general.euros(cents), EURO_NOTE),
    ]


def bars_of_years(counts: pd.DataFrame, as_of: int) -> pd.DataFrame:
    """Lay out the clients of each year for the picture; hidden years are left out."""
    inside = _inside(counts).dropna(subset=["clients"])
    return pd.DataFrame(
        {
            "year": [year_label(int(year), as_of) for year in inside["year"]],
            "clients": inside["clients"].astype(float),
            "words": inside["clients"].map(general.count),
        }
    )


def rows_of_years(counts: pd.DataFrame, parts: pd.DataFrame, as_of: int) -> pd.DataFrame:
    """Write the years as a table of text."""
    inside = _inside(counts)
    years = [int(year) for year in inside["year"]]
    shares = [share_of(inside_of(parts, year), whole_of(parts, year)) for year in years]
    return pd.DataFrame(
        {
            YEAR: [year_label(year, as_of) for year in years],
            CLIENTS: inside["clients"].map(general.count).tolist(),
            SHARE: list(map(general.percent, shares)),
            TRAJECTORIES: inside["trajectories"].map(general.count).tolist(),
            CARE_SHARE: [
                general.percent(
                    share_of(_cell(counts, year, "trajectories"), _whole_care(counts, year))
                )
                for year in years
            ],
            EUROS: inside["amount_cents"].map(general.euros).tolist(),
        }
    )


def rows_of_places(places: pd.DataFrame) -> pd.DataFrame:
    """Write where the selected starts stand, with shares of those of which it is known."""
    numbers = places.set_index("place")["trajectories"]
    known = [numbers.get(place) for place in PLACE_NAMES if place != "unknown"]
    hidden = any(number is None or pd.isna(number) for number in known)
    whole = None if hidden else sum(int(number) for number in known if number is not None)
    return pd.DataFrame(
        {
            PLACE: list(PLACE_NAMES.values()),
            "Starts": [general.count(numbers.get(place)) for place in PLACE_NAMES],
            "Deel": [
                "–" if place == "unknown" else general.percent(share_of(numbers.get(place), whole))
                for place in PLACE_NAMES
            ],
        }
    )


def place_finding(places: pd.DataFrame, name: str) -> str:
    """Say how often the selected care was the first."""
    numbers = places.set_index("place")["trajectories"].reindex(["first", "after", "beside"])
    if numbers.isna().any() or not numbers.sum():
        return PLACES_TITLE
    share = share_of(int(numbers["first"]), int(numbers.sum()))
    return (
        f"Van {general.count(numbers.sum())} starts van {IN_A_SENTENCE[name]} was "
        f"{general.percent(share)} de eerste hulp."
    )


def rows_of_neighbours(neighbours: pd.DataFrame, side: str) -> pd.DataFrame:
    """Write what stood before or after, most frequent first, nothing and the rest last."""
    rows = neighbours[neighbours["side"] == side]
    last = rows["kind"].map({"form": 0, "rest": 1, "none": 2})
    ordered = rows.assign(last=last).sort_values(
        ["last", "trajectories", "care_form"], ascending=[True, False, True], na_position="last"
    )
    names = zip(ordered["kind"], ordered["care_form"], strict=True)
    return pd.DataFrame(
        {
            "Hulpvorm": [NEIGHBOUR_NAMES.get(kind, form) for kind, form in names],
            "Starts": ordered["trajectories"].map(general.count).tolist(),
        }
    )


def place_note(chain_gap_days: int) -> str:
    """Say what counts as before and after."""
    return PLACE_NOTE.format(days=general.days(chain_gap_days))


def _inside(counts: pd.DataFrame) -> pd.DataFrame:
    return counts[counts["side"] == "inside"].sort_values("year")


def _cell(counts: pd.DataFrame, year: int, column: str) -> int | None:
    cells = counts[(counts["year"] == year) & (counts["side"] == "inside")][column]
    return None if cells.empty or pd.isna(cells.iloc[0]) else int(cells.iloc[0])


def _whole_care(counts: pd.DataFrame, year: int) -> int | None:
    rows = counts[counts["year"] == year]["trajectories"]
    return None if rows.empty or rows.isna().any() else int(rows.sum())
