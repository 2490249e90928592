"""Start page: who is at the table, and what the data are."""

from core.text import shell
from pages.skeleton import show_question

show_question(shell.TITLES["start"], "")
