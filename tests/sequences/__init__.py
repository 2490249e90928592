"""Tests of ``core.sequences``."""
