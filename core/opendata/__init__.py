"""Open data: fetched from who publishes them, kept with their source, and read by topic.

Read in this order: ``topics`` (what can be known), ``shelf`` (an edition, and its figures), and
then how an edition is made.
"""
