"""Every Dutch word that people read, one module a page; numbers are written here too."""
