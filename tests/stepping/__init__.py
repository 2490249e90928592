"""Tests of what is measured of stepped care."""
