"""What people see when something goes wrong that nobody foresaw: one sentence, in Dutch."""

import logging
import secrets
from collections.abc import Callable

import streamlit as st

from core.errors import place_of
from core.text import shell as text

LOG = logging.getLogger("trajectzicht")


def run_or_tell(run: Callable[[], None]) -> None:
    """Run a page; tell what went wrong by a number under which the log names the place.

    Neither holds the message of the error, because that could repeat a value from a file. What
    Streamlit stops and repeats a page with is no error and passes. With all details switched on,
    as for who mends the application, nothing is caught.
    """
    if st.get_option("client.showErrorDetails") == "full":
        run()
        return
    try:
        run()
    except Exception as problem:  # noqa: BLE001 - whatever it is, nobody should read English
        number = secrets.token_hex(4)
        LOG.error("incident %s: %s at %s", number, type(problem).__name__, place_of(problem))  # noqa: TRY400 - a traceback repeats the message
        st.error(text.broken(number))
