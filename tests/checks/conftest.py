"""Checks on pages keep their data, like the tests of pages, in a folder of their own."""

from tests.pages.conftest import home

__all__ = ["home"]
