"""Dutch of schools as partners: a partnership as area, special education, and help at school."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from core.text import general

NO_PARTNERSHIP: Final = (
    "Van deze gemeente is niet bekend in welk samenwerkingsverband zij ligt, of over dat verband "
    "zijn geen open cijfers opgehaald. Kies een samenwerkingsverband."
)
NO_PUPILS: Final = (
    "Over leerlingen in het speciaal onderwijs zijn voor dit samenwerkingsverband geen open "
    "cijfers opgehaald."
)
COUNTRY: Final = "het land"
SHARE_AXIS: Final = "Aandeel van de leerlingen"
YEAR: Final = "Jaar"
SHARE: Final = "Aandeel op sbo of so"
PUPILS: Final = "Leerlingen"
SCHOOLS: Final = "Scholen"
KIND: Final = "Soort onderwijs"
MUNICIPALITY: Final = "Gemeente"
YOUTH: Final = "Jeugdigen tot 23"
WITH_CARE: Final = "Met jeugdzorg"
CARE_SHARE: Final = "Aandeel met jeugdzorg"
PROVIDERS: Final = "Aanbieders"
CLIENTS: Final = "Jeugdigen"
KINDS: Final[Mapping[str, str]] = {
    "primary": "basisonderwijs",
    "special_primary": "speciaal basisonderwijs (sbo)",
    "special": "speciaal onderwijs (so en vso)",
    "secondary": "voortgezet onderwijs",
}
LABEL: Final = (
    "Aandeel van de leerlingen van basisonderwijs, speciaal basisonderwijs (sbo) en speciaal "
    "onderwijs (so) samen. Zij tellen bij het samenwerkingsverband van hun school. In het "
    "speciaal onderwijs zitten ook leerlingen van 12 jaar en ouder."
)
SCHOOLS_TITLE: Final = "De scholen in dit samenwerkingsverband"
MEMBERS_TITLE: Final = "De gemeenten in dit samenwerkingsverband"
ARRANGEMENTS_TITLE: Final = "Onderwijs-zorgarrangementen (OZA) in uw declaraties"
NO_ARRANGEMENTS: Final = (
    "**Niet geleverd.** Geen enkele hulpvorm of productnaam in uw gegevens zegt dat het om hulp "
    "samen met onderwijs gaat. Dat wil niet zeggen dat die hulp er niet is: vaak is zij "
    "taakgericht bekostigd, of staat zij onder een gewone productcode. Geeft u productnamen mee "
    "met ‘OZA’ of ‘onderwijszorg’ erin, dan telt dit deel ze mee."
)
FEW_ARRANGEMENTS: Final = (
    "Er zijn hulpvormen of producten met OZA in de naam, maar te weinig jeugdigen om te tonen."
)
NO_DECLARATIONS: Final = (
    "Zijn er declaraties geladen, dan staat hier hoeveel jeugdigen hulp op school kregen."
)
NO_SCHOOL_REFERS: Final = (
    "Een school staat niet in de landelijke lijst van verwijzers: een verwijzing die op school "
    "begint, loopt via de gemeente, de huisarts of de jeugdarts. Wat scholen doen, is aan de "
    "aandelen dus niet te zien. Vraag het hun."
)
QUESTIONS: Final = (
    "Vragen voor de onderwijstafel: welke hulp zou op school kunnen beginnen? Wie koopt die samen "
    "in? En waaraan merken leerlingen dat?"
)


def finding(pupils: pd.DataFrame, name: str) -> str:
    """Say which part of the pupils goes to special education, there and in the country."""
    known = pupils.dropna(subset=["share"])
    newest = known[known["year"] == known["year"].max()].set_index("place")["share"].to_dict()
    if "area" not in newest:
        return NO_PUPILS
    return (
        f"In {int(known['year'].max())} zat in {name} {general.percent(newest['area'], 1)} van de "
        f"leerlingen op speciaal basisonderwijs of speciaal onderwijs; in {COUNTRY} was dat "
        f"{general.percent(newest['country'], 1)}."
    )


def line_rows(pupils: pd.DataFrame, name: str) -> pd.DataFrame:
    """Give the years their words: the name of the line, and its last share beside its end."""
    rows = pupils.dropna(subset=["share"]).assign(
        line=pupils["place"].map({"area": name, "country": COUNTRY})
    )
    last = rows["year"] == rows.groupby("place")["year"].transform("max")
    words = [
        f"{line} {general.percent(share, 1)}" if newest else ""
        for line, share, newest in zip(rows["line"], rows["share"], last, strict=True)
    ]
    return rows.assign(words=words)


def line_table(rows: pd.DataFrame) -> pd.DataFrame:
    """Write the years as a table, newest first."""
    cells = {
        line: part.set_index("year")["share"].map(lambda share: general.percent(share, 1))
        for line, part in rows.groupby("line", sort=False)
    }
    years = sorted(rows["year"].unique().tolist(), reverse=True)
    columns = {str(line): part.reindex(years).tolist() for line, part in cells.items()}
    return pd.DataFrame({YEAR: [str(year) for year in years]} | columns)


def school_table(schools: pd.DataFrame) -> pd.DataFrame:
    """Write schools and pupils by kind of education."""
    ordered = schools.set_index("kind").reindex(list(KINDS)).dropna(how="all")
    return pd.DataFrame(
        {
            KIND: [KINDS[kind] for kind in ordered.index],
            SCHOOLS: [_known(number) for number in ordered["schools"]],
            PUPILS: [_known(number) for number in ordered["pupils"]],
        }
    )


def member_table(members: pd.DataFrame) -> pd.DataFrame:
    """Write the municipalities of a partnership, in order of name."""
    return pd.DataFrame(
        {
            MUNICIPALITY: members["name"],
            YOUTH: [_known(number) for number in members["youth"]],
            WITH_CARE: [_known(number) for number in members["with_care"]],
            CARE_SHARE: [
                "niet bekend" if pd.isna(share) else general.percent(share, 1)
                for share in members["share"]
            ],
        }
    )


def member_finding(members: pd.DataFrame, year: int) -> str:
    """Say how many of the young people of the partnership have care, where all is known."""
    if members[["youth", "with_care"]].isna().any(axis=None):
        return f"Van niet elke gemeente is over {year} bekend hoeveel jeugdigen jeugdzorg hebben."
    youth, care = members["youth"].sum(), members["with_care"].sum()
    return (
        f"Van de {general.number(youth)} jeugdigen tot 23 jaar in dit samenwerkingsverband had "
        f"{general.percent(care / youth, 1)} in {year} jeugdzorg."
    )


def arrangement_table(counts: pd.DataFrame) -> pd.DataFrame:
    """Write the clients with arrangements by year."""
    ordered = counts.sort_values("year")
    return pd.DataFrame(
        {
            YEAR: ordered["year"].astype(str),
            CLIENTS: [general.count(number) for number in ordered["clients"]],
            PROVIDERS: [general.count(number) for number in ordered["providers"]],
        }
    )


def arrangement_finding(counts: pd.DataFrame) -> str:
    """Say how many young people had help at school in the last year that may be shown."""
    shown = counts.dropna(subset=["clients"]).sort_values("year")
    if shown.empty:
        return FEW_ARRANGEMENTS
    last = shown.iloc[-1]
    return (
        f"In {int(last['year'])} kregen {general.number(last['clients'])} jeugdigen hulp die "
        "volgens hulpvorm of product bij het onderwijs hoort."
    )


def _known(number: float) -> str:
    return "niet bekend" if pd.isna(number) else general.number(number)
