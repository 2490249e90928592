"""The parts of the account, each gathered from the settings that hold at this moment."""

from collections.abc import Callable
from typing import Final

import pandas as pd
import streamlit as st

from core.disclosure import is_shared
from core.export.parts import Part
from core.opendata.shelf import sources_of
from core.protection.policy import STRICT, policy
from core.session import (
    LOOPBACK,
    contact_address,
    current_data_set,
    current_level,
    current_shelf,
    require_visit,
)
from core.storage.verifying import count_events
from core.text import general, keeping, opendata, purposes, shell
from core.text import privacy as text
from core.text import privacy_tables as tables
from core.text.errors import KINDS
from core.text.kept import moment
from pages.privacy_counting import rows_in_force
from pages.shelf import current_store


def parts_of() -> list[Part]:
    """Gather every part, in the order of their titles."""
    return [MADE[name](name) for name in text.TITLES]


def finding_now() -> str:
    """Say in one sentence what holds here."""
    store = current_store()
    kept = keeping.span(store.places.retention_days) if store else ""
    return text.finding(current_level(), policy().threshold, kept)


def _levels(name: str) -> Part:
    return _part(name, tables.levels_table(current_level(), policy()))


def _fields(name: str) -> Part:
    return _part(name, purposes.fields_table(_days()))


def _beside(name: str) -> Part:
    return _part(name, purposes.beside_table(_days()))


def _door(name: str) -> Part:
    return _part(name, tables.door_table(KINDS))


def _rules(name: str) -> Part:
    return _part(name, tables.rules_table(policy()))


def _counting(name: str) -> Part:
    visit = require_visit() if current_data_set() is not None else None
    return _part(name, tables.counting_table(rows_in_force(visit)))


def _sources(name: str) -> Part:
    shelf = current_shelf()
    about = f"{text.ABOUT[name]} {opendata.INVENTED if shelf.fictitious else ''}"
    table = tables.sources_table(shelf.edition, sources_of(shelf))
    return Part(text.TITLES[name], about.strip(), table=table)


def _never(name: str) -> Part:
    measured = text.TRACKER if st.get_option("browser.gatherUsageStats") else text.NO_TRACKER
    return Part(text.TITLES[name], text.NEVER_ABOUT, (*text.NEVER, measured, text.ASKED_ONLY))


def _log(name: str) -> Part:
    store = current_store()
    counted = count_events(store) if store else ()
    if not counted:
        return Part(text.TITLES[name], text.NO_EVENTS if store else text.NO_STORE)
    rows = [
        (keeping.ACTIONS.get(action, action), general.number(number), moment(at))
        for action, number, at in counted
    ]
    return _part(name, tables.log_table(rows))


def _rights(name: str) -> Part:
    contact = shell.CONTACT.format(address=contact_address())
    return Part(text.TITLES[name], text.ABOUT[name], (contact,))


def _limits(name: str) -> Part:
    in_force, level = policy(), current_level()
    now = [
        text.EXACT_NOW if not is_shared(level) else "",
        text.NETWORK if st.get_option("server.address") not in LOOPBACK else "",
        text.smaller(in_force.threshold) if in_force.threshold < STRICT.threshold else "",
    ]
    listed = (*[sentence for sentence in now if sentence], *text.LIMITS)
    return Part(text.TITLES[name], text.ABOUT[name], listed)


def _part(name: str, table: pd.DataFrame) -> Part:
    return Part(text.TITLES[name], text.ABOUT[name], table=table)


def _days() -> int:
    """Give how long data are kept here; 0 where nothing is."""
    store = current_store()
    return store.places.retention_days if store else 0


MADE: Final[dict[str, Callable[[str], Part]]] = {
    "levels": _levels,
    "fields": _fields,
    "beside": _beside,
    "door": _door,
    "rules": _rules,
    "counting": _counting,
    "sources": _sources,
    "never": _never,
    "log": _log,
    "rights": _rights,
    "limits": _limits,
}
