"""Dutch of open data: what stands under every picture, and where it may not be used for."""

from collections.abc import Hashable, Mapping
from datetime import date
from typing import Final

import pandas as pd

from core.text import general

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
    named = [_table(row) for row in rows[:MOST_NAMED]]
    more = len(rows) - len(named)
    if more:
        named.append("en nog 1 tabel" if more == 1 else f"en nog {more} tabellen")
    licences = general.listed(sorted({str(row["licence"]) for row in rows}))
    days = sorted({str(row["fetched"]) for row in rows if row["fetched"]})
    taken = f" · opgehaald {_day(days[0])}" if days else ""
    return f"Bron: {'; '.join(named)} · licentie {licences}{taken}"


def newer(published: date, fetched: date) -> str:
    """Say that newer figures were published since, and what to do."""
    return (
        f"**Er is nieuwer.** Deze cijfers zijn opgehaald op {general.day(fetched)}. Rond "
        f"{general.day(published)} publiceerde het CBS opnieuw. Ververs ze op *Gegevens inlezen*."
    )


def _table(row: Mapping[Hashable, object]) -> str:
    years = general.period(int(str(row["first_year"])), int(str(row["last_year"])))
    first = int(str(row["provisional_from"]))
    standing = f", voorlopig vanaf {first}" if first else ", definitief"
    return f"{row['publisher']}, {row['source']} *{row['title']}* ({years}{standing})"


def _day(iso: str) -> str:
    return general.day(date.fromisoformat(iso))
