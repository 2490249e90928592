"""Stepped care measured: routes over the rungs, comparable groups, and what replacing would save.

The functions of this package work on small tables that an engine counted first (pandas, numpy and
scipy): see ``core.trajectories.escalation``, ``comparable`` and ``what_if`` for the counting.
"""
