"""Everything Trajectzicht knows about care. The pages only show it.

Read in this order: ``tables`` (the words), ``frames`` (the engines), ``care_forms`` (the ladder),
``reading`` (from file to declarations), ``trajectories`` (the model), ``analysis`` (the way
through), ``disclosure`` (the door out), then ``text``, ``charts`` and ``session``.
"""

__version__ = "0.1.0"
