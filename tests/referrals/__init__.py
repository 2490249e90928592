"""Tests of ``core.referrals``."""
