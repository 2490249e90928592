"""Comparing municipalities: who is alike, how spending ran, and what a difference is made of.

Pure functions of tables of open data. Nothing here ranks.
"""
