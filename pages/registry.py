"""The pages in menu order: section, name, address and script."""

import streamlit as st

from core.text import shell as text

PAGES = {
    "prepare": ("start", "data", "quality", "rules"),
    "picture": ("municipality", "comparison", "expected", "districts", "referrers", "providers"),
    "course": ("chains", "stacking", "steps", "triggers"),
    "account": ("privacy",),
}


def navigation() -> dict[str, list[st.Page]]:
    """List the pages of each section of the menu."""
    return {
        text.SECTIONS[section]: [_page(section, name) for name in names]
        for section, names in PAGES.items()
    }


def _page(section: str, name: str) -> st.Page:
    return st.Page(
        f"{section}/{name}.py",
        title=text.TITLES[name],
        url_path=text.ADDRESSES[name] or None,
        default=not text.ADDRESSES[name],
    )
