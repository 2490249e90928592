"""From a file to declarations: recognise, refuse, read as text, type, and count every line.

Read in this order: ``files`` (what a file is, by its content), ``delimited``, ``sheets``,
``parquet`` and ``ijw`` (each to lines of text), ``headings`` (what columns mean), ``identifying``
(what may not come in), ``typed`` (days and cents), ``duplicates``, ``warnings``, and ``delivery``,
which is the door.
"""
