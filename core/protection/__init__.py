"""Protecting published numbers: the policy, tables with totals, euros, and the guard."""
