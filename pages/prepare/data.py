"""Data page: what is kept, read one's own files, and see where every line went."""

import streamlit as st

from core.disclosure import MINIMUM_PERSONS, is_shared
from core.reading.shown import rows_of_meanings, summed
from core.session import current_data_set, current_level, require_visit
from core.text import data as text
from core.text import shell
from pages.agenda import ARROW, SCRIPTS
from pages.delivery import may_tell_size, show_delivery
from pages.importing import finish_import
from pages.keeping import show_keeping
from pages.kept import show_kept
from pages.open_sources import show_open_sources
from pages.project_key import show_project_key
from pages.skeleton import show_numbers, show_question, show_status
from pages.upload_fields import show_upload

show_question(text.TITLE, text.QUESTION)
finish_import()
data_set = current_data_set()
fewest = MINIMUM_PERSONS if is_shared(current_level()) else 0
if data_set is not None:
    lines = text.few(summed(data_set.delivery.ledger).lines_read, fewest)
    is_told = may_tell_size()
    st.success(text.read(lines, data_set.title) if is_told else text.opened(data_set.title))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(text.NEXT, width="content")
        for name in text.NEXT_PAGES:
            st.page_link(SCRIPTS[name], label=shell.TITLES[name], icon=ARROW)
show_kept(fewest)
uploads = show_upload()
if data_set is not None:
    show_delivery(data_set, fewest, uploads)
    show_status(require_visit(), text.BASIS)
show_project_key(data_set)
show_open_sources()
show_keeping()
with st.expander(text.HOLDS_TITLE, expanded=data_set is None):
    show_numbers(rows_of_meanings(), text.HOLDS_TITLE)
