"""Rules page: what counts as what."""

from core.text import shell
from pages.skeleton import show_question

show_question(shell.TITLES["rules"], "")
