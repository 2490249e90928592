"""What a value may look like in XML 1.0."""

import re
from xml.sax.saxutils import escape

FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML document may hold, not even escaped (XML 1.0, production 2)."""


def cleaned(words: str) -> str:
    """Leave out the characters that XML cannot hold."""
    return FORBIDDEN.sub("", words)


def quoted(words: str) -> str:
    """Write a text as the value of an attribute, quotes included."""
    inside = escape(cleaned(words), {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})
    return f'"{inside}"'
