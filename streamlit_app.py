"""Entry point: ``streamlit run streamlit_app.py``.

The application object runs ``pages/shell.py`` for every address, so that a link to any page meets
the level and the shared filters first, also on a server that has just started. A server whose
settings cannot be meant says so and does not start.
"""

import streamlit as st

from pages.fence import fence
from pages.settings import refuse_wrong_settings

refuse_wrong_settings()
app = st.App("pages/shell.py", middleware=fence())
