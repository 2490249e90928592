"""Page of the municipality: its youth, and how many of them have which help."""

from core.session import open_visit
from core.text import municipality as text
from core.text import shell
from pages.areas import require_area
from pages.municipality_ages import show_ages
from pages.municipality_brief import show_brief
from pages.municipality_flow import show_flow
from pages.municipality_forms import show_forms
from pages.municipality_several import show_several
from pages.skeleton import show_conversation, show_question
from pages.tabs import show_tabs

KINDS = ("municipality", "youth_region")
SHOWN = (show_brief, show_forms, show_ages, show_several, show_flow)
PARTS = list(zip(text.TABS, SHOWN, strict=True))

show_question(shell.TITLES["municipality"], text.QUESTION)
visit = open_visit()
require_area(visit, KINDS)
show_tabs(visit, PARTS, "municipality_tab")
show_conversation("municipality")
