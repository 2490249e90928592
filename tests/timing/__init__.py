"""Tests of ``core.timing``."""
