"""An artificial region, made from a seed: nobody in it exists, and its answers are known.

Read in this order: ``places`` and ``providers`` (who is there), ``care`` (which help, how long,
what follows), ``draws`` (chance), ``careers`` (the trajectories of a client), ``companions`` (help
beside it), ``lines`` (what a declaration file holds of it), ``beside`` and ``slips`` (what a line
tells further, and what is wrong with it), ``planted`` (patterns with a known answer), ``region``
(all together), ``talks`` (evaluations), ``example`` and ``messages`` (files to try an upload with),
``sides`` (what both sides have of the same care), ``half_years`` (beleidsinformatie jeugd),
``files`` (everything into a folder).
"""
