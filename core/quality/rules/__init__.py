"""The rules of quality, one module each, with ``RULE``; its test has the same name."""
