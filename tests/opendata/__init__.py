"""Tests of ``core.opendata``."""
