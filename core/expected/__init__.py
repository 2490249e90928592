"""Expected use: a transparent model on open characteristics, with its margins.

Pure functions of tables of open data; the statistics are those of statsmodels and scikit-learn.
"""
