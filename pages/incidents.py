"""What people see when something goes wrong that nobody foresaw: one sentence, in Dutch."""

import logging
import secrets
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import streamlit as st

from core.errors import place_of
from core.text import shell as text

LOG = logging.getLogger("trajectzicht")

Given = ParamSpec("Given")


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
        st.error(text.broken(_noted(problem)))


def made_or_told(make: Callable[Given, bytes]) -> Callable[Given, bytes]:
    """Let the making of a file fail by a number only: Streamlit passes a message on as it is.

    A file is made after its page ran, so that nothing on the page can catch what goes wrong.
    """

    @wraps(make)
    def made(*args: Given.args, **kwargs: Given.kwargs) -> bytes:
        try:
            return make(*args, **kwargs)
        except Exception as problem:  # noqa: BLE001 - whatever it is, it may repeat a value
            number = _noted(problem)
        raise RuntimeError(text.broken(number))

    return made


def _noted(problem: Exception) -> str:
    """Note the kind and the place of an error, never its message, and give the number to tell."""
    number = secrets.token_hex(4)
    LOG.error("incident %s: %s at %s", number, type(problem).__name__, place_of(problem))
    return number
