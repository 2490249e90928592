"""Tests of ``core.graphs``."""
