"""The repairs, one module each, with ``REPAIR``; its test has the same name."""
