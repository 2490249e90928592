"""Dutch of open data: what stands under every picture, and where it may not be used for."""

from collections.abc import Hashable, Mapping, Sequence
from datetime import date
from typing import Final

import pandas as pd

from core.text import fetching, general

FICTITIOUS: Final = "voorbeeld"
"""The name of the edition that comes with the app."""

MOST_NAMED: Final = 3
"""Tables named under a picture; all of them stand in the list of sources."""

INVENTED: Final = (
    "**Verzonnen voorbeeld.** Deze gemeenten bestaan niet en deze cijfers zijn bedacht, zodat u de "
    "app zonder internet kunt proberen. Ze zeggen niets over een echte gemeente."
)
NOT_FOR: Final = (
    "Niet bedoeld om te rangschikken of af te rekenen. Hulp die taakgericht is bekostigd en hulp "
    "uit een pgb staan wel in open data, maar niet in declaraties: leg die twee niet zonder meer "
    "naast elkaar."
)
NO_SOURCE: Final = "Over dit onderwerp zijn geen open data opgehaald."
ROUNDED: Final = (
    "Het CBS rondt af op vijftallen en laat kleine aantallen weg. Wat ontbreekt, is onbekend en "
    "niet nul."
)
ORIGINS: Final[Mapping[str, str]] = {
    "published": "opgehaald bij de uitgever",
    "recorded": "overgenomen uit publicaties en nagekeken",
    "fictitious": "verzonnen voorbeeld",
}


def under(sources: pd.DataFrame) -> str:
    """Write the line under a picture: its tables, their years, licence and day of fetching.

    ``sources`` is what ``core.opendata.publications.sources_behind`` gives.
    """
    if sources.empty:
        return NO_SOURCE
    rows = sources.to_dict("records")
    invented = all(row["origin"] == "fictitious" for row in rows)
    named = [(_imitated if invented else _table)(row) for row in rows[:MOST_NAMED]]
    more = len(rows) - len(named)
    if more:
        named.append("en nog 1 tabel" if more == 1 else f"en nog {more} tabellen")
    if invented:
        return f"Bron: verzonnen cijfers in de vorm van {'; '.join(named)}."
    licences = general.listed(sorted({str(row["licence"]) for row in rows}))
    days = sorted({str(row["fetched"]) for row in rows if row["fetched"]})
    taken = f" · opgehaald {_day(days[0])}" if days else ""
    return f"Bron: {'; '.join(named)} · licentie {licences}{taken}"


def told(topics: Sequence[str], note: str) -> str:
    """Name what a view tells, before the ``note`` of its page on how."""
    named = [TOPIC_NAMES[topic] for topic in topics]
    return " ".join(part for part in ("; ".join(named) + "." if named else "", note) if part)


def newer(published: date, fetched: date) -> str:
    """Say that newer figures were published since, and what to do."""
    return (
        f"**Er is nieuwer.** Deze cijfers zijn opgehaald op {general.day(fetched)}. Rond "
        f"{general.day(published)} publiceerde het CBS opnieuw. Ververs ze op *Gegevens inlezen*."
    )


def _table(row: Mapping[Hashable, object]) -> str:
    return f"{row['publisher']}, {row['source']} *{row['title']}* ({_years(row)})"


def _imitated(row: Mapping[Hashable, object]) -> str:
    return f"tabel {row['source']} ({_years(row)})"


def _years(row: Mapping[Hashable, object]) -> str:
    years = general.period(int(str(row["first_year"])), int(str(row["last_year"])))
    if str(row["first_year"]) > str(row["fetched"])[:4] > "":
        return f"{years}, prognose"
    first = int(str(row["provisional_from"]))
    return f"{years}, {f'voorlopig vanaf {first}' if first else 'definitief'}"


def _day(iso: str) -> str:
    return general.day(date.fromisoformat(iso))


BREAK_REASONS: Final[Mapping[str, str]] = {
    "more_providers": (
        "Vanaf 2021 leveren veel meer aanbieders cijfers aan het CBS. De jaren ervoor en erna zijn "
        "niet te vergelijken."
    ),
    "residence": (
        "Vanaf 2022 hoort een jeugdige met verblijf bij de gemeente waar hij eerst woonde (het "
        "woonplaatsbeginsel). Jeugdigen en kosten schoven daardoor tussen gemeenten."
    ),
    "task_fields": (
        "Vanaf 2017 staan de uitgaven op taakvelden. Daarvoor liepen jeugdhulp en hulp voor "
        "volwassenen deels door elkaar."
    ),
    "task_fields_refined": "Vanaf 2023 zijn de taakvelden voor jeugd verder uitgesplitst.",
    "task_fields_renumbered": "Vanaf 2025 hebben de taakvelden voor jeugd andere nummers.",
    "education_classes": "Vanaf 2023 deelt het CBS opleidingen anders in.",
    "origin_classes": "Vanaf 2022 deelt het CBS herkomst anders in.",
    "repeats_withdrawn": (
        "Het CBS trok de cijfers over herhaald beroep van 2015 tot en met 2020 in."
    ),
}
"""Why figures before and after a year may not be joined by a line."""

KINDS_OF_TABLES: Final[Mapping[str, str]] = {
    "regions": "Indeling in gemeenten, provincies en jeugdregio's",
    "use": "Jeugdigen en trajecten per vorm van jeugdzorg",
    "indicators": "Aandeel jeugdigen met jeugdhulp",
    "referrers": "Trajecten per verwijzer",
    "persons": "Jeugdigen naar leeftijd en geslacht",
    "schemes": "Jeugdigen met meer dan één regeling",
    "reference_day": "Trajecten op een peildatum",
    "reference_youth": "Jeugdigen op een peildatum",
    "survey": "Kosten volgens de enquête onder gemeenten",
    "population": "Inwoners naar leeftijd",
    "forecast": "Prognose van de bevolking",
    "households": "Soorten huishoudens",
    "prices": "Consumentenprijzen",
    "yardsticks": "Maatstaven van het gemeentefonds",
    "social_score": "Sociaaleconomische score (SES-WOA)",
    "neighbourhoods": "Kerncijfers wijken en buurten",
    "district_use": "Jeugdzorg per wijk",
    "accounts": "Rekening en begroting van gemeenten (Iv3)",
    "schools": "Scholen en samenwerkingsverbanden",
    "outlines": "Grenzen van gemeenten en wijken",
}
"""What a table tells, by how it is read."""

TOPIC_NAMES: Final[Mapping[str, str]] = {
    "population": "Inwoners naar leeftijd",
    "youth_with_care": "Jeugdigen met jeugdzorg, per vorm",
    "care_trajectories": "Trajecten, per vorm",
    "care_share": "Aandeel jeugdigen met jeugdzorg, per vorm",
    "youth_with_care_by_age": "Jeugdigen met jeugdzorg, naar leeftijd en geslacht",
    "youth_on_reference_day": "Jeugdigen met jeugdzorg op een peildatum",
    "trajectories_on_reference_day": "Trajecten op een peildatum",
    "youth_with_several": "Jeugdigen met meer dan één regeling",
    "help_share": "Aandeel met jeugdhulp",
    "stay_share": "Aandeel met verblijf",
    "protection_share": "Aandeel met jeugdbescherming",
    "probation_share": "Aandeel met jeugdreclassering",
    "referred": "Trajecten per verwijzer",
    "started": "Begonnen trajecten per verwijzer",
    "started_again": "Herhaald beroep per verwijzer",
    "ended": "Beëindigde trajecten per verwijzer",
    "ended_as_planned": "Beëindigd volgens plan, per verwijzer",
    "ended_early": "Voortijdig beëindigd, per verwijzer",
    "mean_duration": "Gemiddelde duur per verwijzer",
    "spending": "Uitgaven volgens de rekening (Iv3)",
    "budget": "Uitgaven volgens de begroting (Iv3)",
    "surveyed_spending": "Uitgaven volgens de enquête",
    "surveyed_budget": "Begroting volgens de enquête",
    "consumer_prices": "Consumentenprijzen",
    "low_income_children": "Kinderen in een huishouden met een laag inkomen",
    "single_parent": "Eenouderhuishoudens",
    "benefit": "Huishoudens met bijstand",
    "social_score": "Sociaaleconomische score",
    "education_low": "Laag opgeleid",
    "education_high": "Hoog opgeleid",
    "income_per_person": "Inkomen per inwoner",
    "low_income_households": "Huishoudens met een laag inkomen",
    "density": "Adressen per km²",
    "origin_outside_europe": "Herkomst buiten Europa",
    "expected_population": "Verwachte inwoners (prognose)",
    "schools": "Scholen",
    "pupils": "Leerlingen",
}
"""Every topic, as people read it in a list."""

UNVERIFIED: Final = "Dit nummer of adres is nog nooit bij de uitgever gezien."
NO_TABLE: Final = "van dit jaar is geen tabel bekend."


def sources_table(sources: pd.DataFrame) -> pd.DataFrame:
    """Write the list of sources (``OPEN_SOURCES``) as people read it."""
    rows = sources.sort_values(["publisher", "title", "source"])
    return pd.DataFrame(
        {
            "Tabel": rows["source"],
            "Titel": rows["title"],
            "Uitgever": rows["publisher"],
            "Jaren": [
                general.period(first, last)
                for first, last in zip(rows["first_year"], rows["last_year"], strict=True)
            ],
            "Cijfers": [general.number(figures) for figures in rows["figures"]],
            "Licentie": rows["licence"],
            "Bijgewerkt": [_day(day) if day else "–" for day in rows["modified"]],
            "Opgehaald": [_day(day) if day else "–" for day in rows["fetched"]],
            "Herkomst": rows["origin"].map(ORIGINS),
        }
    ).reset_index(drop=True)


def absent_table(absent: pd.DataFrame) -> pd.DataFrame:
    """Write the tables that were not had (``OPEN_ABSENT``), each with why."""
    return pd.DataFrame(
        {
            "Tabel": absent["source"],
            "Gaat over": absent["kind"].map(KINDS_OF_TABLES),
            "Jaar": [str(year) if year else "meer jaren" for year in absent["year"]],
            "Waarom niet": [
                _why(reason, verified=bool(verified))
                for reason, verified in zip(absent["reason"], absent["verified"], strict=True)
            ],
        }
    ).reset_index(drop=True)


def breaks_table(breaks: pd.DataFrame) -> pd.DataFrame:
    """Write the trend breaks (``TREND_BREAKS``), one row a break."""
    each = breaks.drop_duplicates(["year", "reason"]).sort_values(["year", "reason"])
    return pd.DataFrame(
        {
            "Vanaf": [str(year) for year in each["year"]],
            "Wat er verandert": each["reason"].map(BREAK_REASONS),
        }
    ).reset_index(drop=True)


def edition_name(edition: str) -> str:
    """Name an edition: the day it was fetched, or the invented example."""
    if edition == FICTITIOUS:
        return "Verzonnen voorbeeld"
    return f"Open data van {_day(edition)}"


def _why(reason: str, *, verified: bool) -> str:
    said = fetching.NOT_REACHED.get(reason) or fetching.NOT_USABLE.get(reason) or NO_TABLE
    words = said.format(part="…")
    sentence = words[:1].upper() + words[1:]
    return sentence if verified else f"{sentence} {UNVERIFIED}"
