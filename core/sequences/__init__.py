"""Trajectories as sequences: routes, patterns in them, their shape, and groups of alike ones.

Distances and groups work on different routes with their numbers, never on young people.
"""
