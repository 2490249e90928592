"""The benchmark: our way through beside three peers on the same lines, in time and memory.

Whole processes run in turn, so that a busy machine slows them alike, and what a peer writes is
compared with ours row for row: a peer that answers another question would prove nothing.
"""
