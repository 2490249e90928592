"""Altair charts, one module a page: a published table goes in, a chart comes out."""
