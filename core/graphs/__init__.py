"""Trajectories as graphs: what follows what, who hands over to whom, and files of both.

Frames are lazy tables of an engine; what networkx needs is computed from small tables that
``core.disclosure`` hands over.
"""
