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
        beside = beside.join(_usual(lines, name), on=name, how="left")
    odd = [~nw.col(f"usual_{name}").is_null() for name in LABELS]
    spelled = {name: nw.col(f"usual_{name}").fill_null(nw.col(name)) for name in LABELS}
    mended = renewed(beside, nw.any_horizontal(*odd, ignore_nulls=True), **spelled)
    return mended.drop(*[f"usual_{name}" for name in LABELS])


def _usual(lines: Frame, name: str) -> Frame:
    """Give each label that has a more usual spelling, with that spelling as ``usual_``."""
    plain = nw.col(name).str.to_lowercase().str.strip_chars().str.replace_all("\\s+", " ")
    counted = lines.group_by(name).agg(spelled=nw.len()).with_columns(plain=plain)
    most = counted.group_by("plain").agg(most=nw.col("spelled").max())
    usual = (
        counted.join(most, on="plain", how="inner")
        .filter(nw.col("spelled") == nw.col("most"))
        .group_by("plain")
        .agg(nw.col(name).min().alias(f"usual_{name}"))
    )
    pairs = counted.join(usual, on="plain", how="inner")
    return pairs.filter(nw.col(name) != nw.col(f"usual_{name}")).select(name, f"usual_{name}")


REPAIR: Final = Repair("one_spelling", _mend)
