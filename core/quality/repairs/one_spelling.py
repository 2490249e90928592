"""Write a care form or a provider that differs only in capitals and spaces in one way.

That of the most lines; of several, the first as text. Without it the model sees two care forms.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.quality.repair import Repair, renewed

LABELS: Final = ("care_form", "provider")


def _mend(lines: Frame) -> Frame:
    beside = lines
    for name in LABELS:
        beside = _beside_usual(beside, name)
    odd = [nw.col(name) != nw.col(f"usual_{name}") for name in LABELS]
    usual = {name: nw.col(f"usual_{name}") for name in LABELS}
    mended = renewed(beside, nw.any_horizontal(*odd, ignore_nulls=True), **usual)
    return mended.drop(*[f"usual_{name}" for name in LABELS])


def _beside_usual(lines: Frame, name: str) -> Frame:
    """Set the most usual spelling of a label beside every line, as ``usual_``."""
    plain = nw.col(name).str.to_lowercase().str.strip_chars().str.replace_all("\\s+", " ")
    most_usual = nw.when(nw.col("spelled") == nw.col("most")).then(nw.col(name))
    return (
        lines.with_columns(plain=plain, spelled=nw.col("row").count().over(name))
        .with_columns(most=nw.col("spelled").max().over("plain"))
        .with_columns(usual=most_usual)
        .with_columns(nw.col("usual").min().over("plain").alias(f"usual_{name}"))
        .drop("plain", "spelled", "most", "usual")
    )


REPAIR: Final = Repair("one_spelling", _mend)
