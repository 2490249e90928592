"""The tab of what changed: this delivery beside the version of it that came before."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from core.disclosure import Margins, Shape, publish, publish_table
from core.quality import revisions as model
from core.session import Visit, current_rules, open_analysis, remembered
from core.storage.versions import Versions, open_versions, version_before
from core.text import headlines, kept
from core.text import revisions as text
from core.text.headlines import Headlines
from pages.answered import may_stand, whole_of
from pages.headlines import headlines_of
from pages.shelf import current_store, opened
from pages.skeleton import show_numbers

VERSIONS = Shape(counts=["lines"], amounts=["amount_cents"])
CHANGES = Shape(counts=["lines"])


def show_changes(visit: Visit) -> None:
    """Show what was added, removed and changed, and what the headline figures were before."""
    store = current_store()
    earlier = version_before(store, visit.data_set.id) if store else None
    if store is None or earlier is None:
        st.markdown(text.ONE_VERSION)
        return
    kept_then = opened(store, earlier.id)
    then = replace(visit, data_set=kept_then, analysis=open_analysis(kept_then, current_rules()))
    before = headlines_of(then, current_rules())
    if before.is_refused or not may_stand(whole_of(then)):
        st.markdown(text.REFUSED)
        return
    both = open_versions(store, visit.data_set, earlier)
    together, by_quarter, versions = remembered(visit, "changes", lambda: _changes(visit, both))
    st.markdown(f"**{text.finding(together)}**")
    days = [one.rules.as_of for one in (then, visit)]
    st.caption(f"{text.compared(kept.delivery(earlier.version), *days)} {text.NOTE}")
    _show_figures(before, headlines_of(visit, current_rules()))
    show_numbers(text.quarter_table(versions, by_quarter), text.TITLE)


def _changes(visit: Visit, both: Versions) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Publish the changes together and by quarter, and both versions by quarter.

    Quarters add up; what was added, removed and changed have no sum that is told.
    """
    pair = (both.before, both.after)
    changed = Margins(["quarter", "change"], [["change"]])
    versions = Margins(["quarter", "version"], [["version"]])
    return (
        publish(model.count_all_changes(*pair), visit.level, CHANGES),
        publish_table(model.count_changes(*pair), visit.level, CHANGES, changed),
        publish_table(model.count_versions(*pair), visit.level, VERSIONS, versions),
    )


def _show_figures(before: Headlines, after: Headlines) -> None:
    """Show the headline figures of both, under the same rules and the same filters."""
    rows = text.figures_table(before.figures, after.figures, headlines.NAMES)
    show_numbers(rows, text.THEN)
