"""Fuzzing: bytes nobody would think of, steered by which lines of the readers they reach.

``readers`` says what is done with the bytes and what must hold; ``seeds`` where the search begins;
``python -m tests.fuzz READER`` searches, and ``test_replay`` reads the seeds, and all that was ever
found, again.
"""
