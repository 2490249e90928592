"""How a page ends before its last line: what surrounds it goes on.

``st.stop`` would stop everything, also what the shell still writes once the page has run: the link
of what stands there, and what a link asked in vain.
"""

from collections.abc import Callable
from typing import NoReturn


class PageEnds(Exception):
    """A page has nothing more to say."""


def end_page() -> NoReturn:
    """Leave the page that runs, wherever in it this is asked."""
    raise PageEnds


def run_to_its_end(run: Callable[[], None]) -> None:
    """Run a page up to where it ends."""
    try:
        run()
    except PageEnds:
        return
