"""Dutch of the timeline of one chain: lanes, pauses, overlaps and talks, and an invented one."""

from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from typing import Final

import pandas as pd

from core.care_forms import known_form
from core.tables import TIMELINE
from core.text import general
from core.trajectories.calendar import date_of, day_number
from core.trajectories.rules import Rules

QUESTION: Final = "Hoe liep één reeks, van de eerste dag tot nu?"
CHOOSE: Final = "Kies een reeks"
CHOOSE_HELP: Final = (
    "De reeksen met de meeste trajecten op rij in deze selectie, met een volgnummer. Zoeken op een "
    "pseudoniem kan niet."
)
ONLY_OWN: Final = (
    "Alleen voor de eigen organisatie. Een reeks is één jeugdige: deel of toon dit beeld niet aan "
    "tafel."
)
INVENTED: Final = (
    "**Verzonnen voorbeeld.** Deze jeugdige bestaat niet; de aanbieders ook niet. Een reeks uit de "
    "gegevens is op dit niveau niet te zien, want dat is altijd één jeugdige."
)
INVENTED_TITLE: Final = "Verzonnen voorbeeld van een reeks"
NO_CHAINS: Final = "In deze selectie zijn geen reeksen."
TALKS_LANE: Final = "Evaluatiegesprek"
BETWEEN_LANE: Final = "Dagen pauze of tegelijk"
UNCOUNTED: Final = "telt niet mee in de reeks"
AS_OF: Final = "stand van de gegevens"
FORM: Final = "Hulpvorm"
PROVIDER: Final = "Aanbieder"
FROM: Final = "Van"
UNTIL: Final = "Tot en met"
STATUS: Final = "Stand"
KIND: Final = "Plaats"
KINDS: Final[Mapping[str, str]] = {
    "next": "{position}e traject",
    "parallel": "naast andere hulp",
    "same_decision": "zelfde besluit",
    "uncounted": UNCOUNTED,
}
NOTE: Final = (
    "Elke regel is een hulpvorm van een aanbieder. De kleur is de trede op de ladder. Onderaan "
    "staan met streepjes de dagen zonder hulp, en dicht de dagen waarop meer dan één traject liep. "
    "Hulp die niet in de reeks meetelt, is bleek. Na de stand van de gegevens is niets getekend. "
    "Gesprekken staan er vanaf {days} voor het begin van de reeks."
)
ROOM: Final = 0.03
"""Numbers of days stand apart by at least this part of the whole chain."""

INVENTED_ROWS: Final = (
    ("Aanbieder A", "Ambulant regulier", "next", 1, (2022, 2, 1), (2022, 9, 1), "ended"),
    ("Aanbieder B", "Specialistische ggz", "next", 2, (2022, 10, 17), (2023, 8, 1), "ended"),
    ("Aanbieder A", "Hulp in het netwerk", "parallel", 2, (2022, 12, 1), (2023, 5, 1), "ended"),
    ("Aanbieder C", "Residentieel verblijf", "next", 3, (2023, 7, 10), (2024, 4, 1), "ended"),
    ("Aanbieder D", "Vervoer", "uncounted", 0, (2023, 7, 10), (2023, 12, 1), "ended"),
    ("Aanbieder A", "Ambulant regulier", "next", 4, (2024, 4, 1), (2024, 11, 1), "running"),
)
INVENTED_TALKS: Final = (date(2022, 10, 3), date(2023, 6, 20), date(2024, 3, 12))
INVENTED_LAST: Final = date(2024, 10, 31)
NO_TALKS: Final = "Er zijn geen gesprekken aangeleverd."


def option(number: int, care_form: str, start: int, length: int) -> str:
    """Name a chain in the list: its running number, its first help, and how long it is."""
    begun = f"{date_of(start):%m-%Y}"
    return f"{number}. {general.filled(care_form)}, vanaf {begun}: {length} op rij"


def note(window_days: int, *, has_talks: bool) -> str:
    """Say how to read the picture."""
    told = "" if has_talks else f" {NO_TALKS}"
    return f"{NOTE.format(days=general.days(window_days))}{told}"


def takeaway(rows: pd.DataFrame) -> str:
    """Say what the picture shows: how many trajectories, providers and days without help."""
    chain = rows[rows["kind"] != "uncounted"]
    providers = chain["provider"].nunique()
    pauses = sum(part["days"] for part in between(rows).to_dict("records") if not part["running"])
    return (
        f"{_plural(len(chain), 'traject', 'trajecten')} bij "
        f"{_plural(providers, 'aanbieder', 'aanbieders')}, met {general.days(pauses)} zonder hulp "
        "ertussen."
    )


def bars_of_timeline(rows: pd.DataFrame, colours: Mapping[str, str]) -> pd.DataFrame:
    """Lay out a bar for each trajectory: lane, days, colour and words; counted lanes first."""
    counted = rows["kind"] != "uncounted"
    ordered = pd.concat([rows[counted], rows[~counted]], ignore_index=True)
    providers = ordered["provider"].map(general.filled)
    return pd.DataFrame(
        {
            "lane": [
                f"{provider}: {general.filled(form)}"
                for provider, form in zip(providers, ordered["care_form"], strict=True)
            ],
            "provider": providers,
            "form": ordered["care_form"].map(general.filled),
            "begin": _moments(ordered["start"]),
            "end": _moments(ordered["end"]),
            "colour": [colours.get(form, colours[""]) for form in ordered["care_form"]],
            "strength": (ordered["kind"] != "uncounted").map({True: 1.0, False: 0.35}),
            "words": list(map(_bar_words, ordered["kind"], ordered["position"], ordered["status"])),
            "from_day": ordered["start"].map(_day),
            "until_day": [
                general.STATUS_NAMES["running"] if status == "running" else _day(end - 1)
                for status, end in zip(ordered["status"], ordered["end"], strict=True)
            ],
        }
    ).reset_index(drop=True)


def between(rows: pd.DataFrame) -> pd.DataFrame:
    """Find the stretches of the chain with no trajectory or more than one: a pause or an overlap.

    Columns: ``start``, ``end``, ``days`` and ``running``, the trajectories that run.
    """
    chain = rows[rows["kind"] != "uncounted"]
    edges = sorted({*map(int, chain["start"]), *map(int, chain["end"])})
    parts = [
        {
            "start": start,
            "end": end,
            "days": end - start,
            "running": int(((chain["start"] <= start) & (chain["end"] >= end)).sum()),
        }
        for start, end in pairwise(edges)
    ]
    table = pd.DataFrame(parts, columns=["start", "end", "days", "running"])
    return table[table["running"] != 1].reset_index(drop=True)


def bars_between(rows: pd.DataFrame) -> pd.DataFrame:
    """Lay out the pauses and overlaps in a lane of their own.

    ``number`` is empty where it would stand on the number before it; ``words`` always says it.
    """
    parts = between(rows)
    is_pause = parts["running"] == 0
    has_room = _with_room(parts["start"].tolist(), rows["end"].max() - rows["start"].min())
    return pd.DataFrame(
        {
            "lane": BETWEEN_LANE,
            "begin": _moments(parts["start"]),
            "end": _moments(parts["end"]),
            "is_pause": is_pause,
            "number": [
                str(days) if room else ""
                for days, room in zip(parts["days"], has_room, strict=True)
            ],
            "words": [
                f"{general.days(days)} {'zonder hulp' if pause else f'{running} tegelijk'}"
                for days, pause, running in zip(
                    parts["days"], is_pause, parts["running"], strict=True
                )
            ],
        }
    )


def marks_of_talks(talks: pd.DataFrame) -> pd.DataFrame:
    """Lay out the talks in a lane of their own."""
    words = [f"gesprek {_day(day)}" for day in talks["date"]]
    return pd.DataFrame({"lane": TALKS_LANE, "begin": _moments(talks["date"]), "words": words})


def rows_of_timeline(rows: pd.DataFrame, talks: pd.DataFrame) -> pd.DataFrame:
    """Write the chain as a table of text, in order of begin, the talks last."""
    care = pd.DataFrame(
        {
            FORM: rows["care_form"].map(general.filled),
            PROVIDER: rows["provider"].map(general.filled),
            FROM: rows["start"].map(_day),
            UNTIL: [
                "" if status == "running" else _day(end - 1)
                for status, end in zip(rows["status"], rows["end"], strict=True)
            ],
            STATUS: rows["status"].map(general.STATUS_NAMES),
            KIND: [
                KINDS[kind].format(position=position)
                for kind, position in zip(rows["kind"], rows["position"], strict=True)
            ],
        }
    )
    held = pd.DataFrame({FORM: TALKS_LANE, FROM: talks["date"].map(_day)})
    return pd.concat([care, held.reindex(columns=care.columns, fill_value="")])


def invented() -> tuple[pd.DataFrame, pd.DataFrame]:
    """Give an invented chain with its talks (``TIMELINE`` and ``TIMELINE_TALKS``)."""
    table = pd.DataFrame(
        [
            (*row[:4], day_number(date(*row[4])), day_number(date(*row[5])), row[6], 1)
            for row in INVENTED_ROWS
        ],
        columns=list(TIMELINE),
    )
    days = list(map(day_number, INVENTED_TALKS))
    return table, pd.DataFrame({"date": days, "clients": [1] * len(days)})


def invented_rules() -> Rules:
    """Give the rules of the invented chain: the defaults, with the ladder of its care forms."""
    forms = sorted({row[1] for row in INVENTED_ROWS})
    known = [(form, known_form(form)) for form in forms]
    ladder = tuple((form, about.level) for form, about in known if about and about.level)
    return Rules(as_of=day_number(INVENTED_LAST), ladder=ladder)


def moment(day: int) -> pd.Timestamp:
    """Give a day number as a picture places it."""
    return pd.Timestamp(date_of(day))


def _with_room(starts: list[int], length: int) -> list[bool]:
    """Tell of ascending days which may have a number: those far enough after the one before."""
    room, last = [], None
    for start in starts:
        free = last is None or start - last >= ROOM * length
        room.append(free)
        last = start if free else last
    return room


def _bar_words(kind: str, position: int, status: str) -> str:
    words = KINDS[kind].format(position=position)
    return f"{words}, {general.STATUS_NAMES['running']}" if status == "running" else words


def _plural(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


def _day(number: int) -> str:
    return general.day(date_of(int(number)))


def _moments(days: "pd.Series[int]") -> "pd.Series[pd.Timestamp]":
    return pd.to_datetime(days.astype("int64"), unit="D").reset_index(drop=True)
