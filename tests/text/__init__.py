"""Tests of the Dutch words."""
