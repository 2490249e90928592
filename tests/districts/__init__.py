"""Tests of ``core.districts``."""
