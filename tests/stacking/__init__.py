"""Tests of ``core.stacking``."""
