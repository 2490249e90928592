"""Comparisons with other programs that calculate the same, on public data.

A peer lives in an environment of its own (``tests.peers.environments``); the application and its
tests never import it. ``python -m tests.peers`` compares, and says what is equal.
"""
