"""Data page: read one's own files."""

from core.text import shell
from pages.skeleton import show_question

show_question(shell.TITLES["data"], "")
