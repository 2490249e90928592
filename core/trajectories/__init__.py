"""The model of trajectories: pure functions from lazy frames to lazy frames.

Read in this order: ``rules``, ``building`` (lines become trajectories), ``chains`` (trajectories
that follow each other), ``steps`` (up or down the ladder), ``triggers`` (regie op drie), and then
what is counted: ``lengths``, ``routes``, ``attrition`` and the pages' own questions.
"""
