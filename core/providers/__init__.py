"""Providers: who is active where, who covers how much, and a mirror for each.

Frames are lazy tables of an engine; ``core.disclosure`` computes and protects them.
"""
