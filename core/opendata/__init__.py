"""Open data: fetched from who publishes them, kept with their source, and read by topic.

Read in this order: ``topics`` (what can be known), ``shelf`` (an edition, and its figures), and
then how an edition is made: ``client`` (asking a publisher), ``catalogue`` and ``readings`` (which
tables, and what of them), ``shaping`` (from a table to figures), ``crosswalks`` (one division into
municipalities), ``refreshing`` (all of it) and ``editions`` (on disk).
"""
