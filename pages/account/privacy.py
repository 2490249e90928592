"""Privacy page: who sees what, why, how long and by which rules, written from what is in force."""

import streamlit as st

from core.text import privacy as text
from core.text import shell
from pages.privacy_account import offer_account, show_parts
from pages.privacy_parts import finding_now, parts_of
from pages.skeleton import show_conversation, show_finding, show_question

title = shell.TITLES["privacy"]
show_question(title, text.QUESTION)
finding, parts = finding_now(), parts_of()
show_finding(finding)
st.caption(text.WRITTEN)
offer_account(title, finding, parts)
show_parts(parts)
show_conversation("privacy")
