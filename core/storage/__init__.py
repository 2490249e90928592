"""What outlives a visit: data sets on disk, the catalogue that names them, and the log.

Read in this order: ``places`` (where), ``schema`` and ``catalogue`` (the database), ``importing``
(how a delivery becomes a data set), ``stored`` (how it is opened again), then the rest.
"""
