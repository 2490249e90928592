"""Tests of ``core.benchmark``."""
