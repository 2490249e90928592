"""Write codes of providers and municipalities with the zeros that a spreadsheet took away.

An AGB code has eight digits and the code of a municipality four. A name stays as it is, and so
does a number that is longer.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.quality.repair import Repair, renewed

DIGITS: Final = {"provider": 8, "municipality": 4}


def _mend(lines: Frame) -> Frame:
    short = {name: _is_short(name) for name in DIGITS}
    padded = {
        name: nw.when(short[name]).then(nw.col(name).str.zfill(digits)).otherwise(nw.col(name))
        for name, digits in DIGITS.items()
    }
    return renewed(lines, nw.any_horizontal(*short.values(), ignore_nulls=True), **padded)


def _is_short(name: str) -> nw.Expr:
    code = nw.col(name)
    return code.str.contains("^[0-9]+$") & (code.str.len_chars() < DIGITS[name])


REPAIR: Final = Repair("pad_codes", _mend)
