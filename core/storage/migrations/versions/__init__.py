"""The versions of the catalogue, numbered."""
