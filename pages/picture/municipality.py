"""Page of the municipality: its youth, and how many of them have which help."""

from core.session import open_visit
from core.text import municipality as text
from core.text import shell
from pages.areas import require_area
from pages.municipality_brief import show_brief
from pages.municipality_forms import show_forms
from pages.skeleton import show_conversation, show_question
from pages.tabs import show_tabs

KINDS = ("municipality", "youth_region")
PARTS = list(zip(text.TABS, (show_brief, show_forms), strict=False))

show_question(shell.TITLES["municipality"], text.QUESTION)
visit = open_visit()
require_area(visit, KINDS)
show_tabs(visit, PARTS, "municipality_tab")
show_conversation("municipality")
