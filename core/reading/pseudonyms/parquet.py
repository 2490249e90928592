"""Parquet with pseudonyms: kept columns keep their type, treated ones become text.

Read and written a block at a time. What a program wrote about the file besides its columns, and
columns that hold bytes or more than one value a cell, are left out.
"""

from collections import Counter
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from core.errors import NotReadable
from core.reading.pseudonyms.cells import is_trace, text_of, treated
from core.reading.pseudonyms.plans import Plan, Written, plan_of
from core.reading.pseudonyms.treatments import AS_THEY_ARE, Treatment

ROWS_AT_ONCE: Final = 65_536
LEAST_OF_NINE_DIGITS: Final = 10**8


def write_parquet(file: str, source: Path, target: Path, key: bytes) -> Written:
    """Write a Parquet file anew; raises ``NotReadable`` and ``MissingMeaning``."""
    try:
        delivered = pq.ParquetFile(source)
    except (pa.ArrowException, OSError):
        raise NotReadable(file, "damaged") from None
    with delivered:
        plan = _plan(file, delivered.schema_arrow)
        schema = _schema(plan, delivered.schema_arrow)
        emptied: Counter[str] = Counter()
        with pq.ParquetWriter(target, schema, compression="zstd") as writer:
            for batch in delivered.iter_batches(ROWS_AT_ONCE):
                arrays = [
                    _new_array(column, treatment, key, emptied)
                    for column, treatment in zip(batch.columns, plan.treatments, strict=True)
                    if treatment is not Treatment.REMOVE
                ]
                writer.write_batch(pa.record_batch(arrays, schema=schema))
        return Written(delivered.metadata.num_rows, plan.removed, emptied.total())


def _plan(file: str, schema: pa.Schema) -> Plan:
    plan = plan_of(file, schema.names)
    treatments = (
        Treatment.REMOVE if _is_closed(field.type) else treatment
        for field, treatment in zip(schema, plan.treatments, strict=True)
    )
    return Plan(plan.headings, tuple(treatments))


def _schema(plan: Plan, schema: pa.Schema) -> pa.Schema:
    kept = [
        (field, treatment)
        for field, treatment in zip(schema, plan.treatments, strict=True)
        if treatment is not Treatment.REMOVE
    ]
    types = [field.type if _stays(field.type, t) else pa.string() for field, t in kept]
    return pa.schema(list(zip(plan.new_headings, types, strict=True)))


def _is_closed(kind: pa.DataType) -> bool:
    return pa.types.is_nested(kind) or pa.types.is_binary(kind) or pa.types.is_large_binary(kind)


def _stays(kind: pa.DataType, treatment: Treatment) -> bool:
    is_text = (
        pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_dictionary(kind)
    )
    return treatment in AS_THEY_ARE and not is_text


def _new_array(
    column: pa.Array, treatment: Treatment, key: bytes, emptied: Counter[str]
) -> pa.Array:
    if _stays(column.type, treatment):
        return _without_numbers(column, emptied)
    values = column.to_pylist()
    new = [treated(value, treatment, key) for value in values]
    if treatment in AS_THEY_ARE:
        pairs = zip(values, new, strict=True)
        emptied["text"] += sum(text_of(before) != text_of(after) for before, after in pairs)
    return pa.array(new, pa.string())


def _without_numbers(column: pa.Array, emptied: Counter[str]) -> pa.Array:
    """Empty the numbers that may be a BSN; a column of smaller ones is left as it is."""
    kind = column.type
    if not (pa.types.is_integer(kind) or pa.types.is_floating(kind) or pa.types.is_decimal(kind)):
        return column
    most = pc.max(column).as_py()
    if most is None or most < LEAST_OF_NINE_DIGITS:
        return column
    new = [None if is_trace(value) else value for value in column.to_pylist()]
    emptied["number"] += new.count(None) - column.null_count
    return pa.array(new, kind)
