"""Tests of ``core.expected``."""
