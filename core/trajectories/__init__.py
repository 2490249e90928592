"""The model of trajectories: pure functions from lazy frames to lazy frames.

Read in this order: ``rules``; ``periods``, ``islands`` and ``building`` (lines become
trajectories); ``chains`` (trajectories that follow each other); ``steps`` (up or down the ladder);
``triggers`` (regie op drie); ``counting`` and ``selection``; and then the pages' own questions.
"""
