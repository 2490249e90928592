"""Referrers: their shares beside those of the country, what follows, and a mirror for each kind.

Frames are lazy tables of an engine; ``core.disclosure`` computes and protects them.
"""
