"""The tables of the catalogue as they are now; ``migrations`` tells how they came to be.

Moments are text in UTC, days are text as jjjj-mm-dd, and sums of cents are whole numbers as text,
because they may be beyond 64 bits.
"""

from typing import Final

import sqlalchemy as sa

VERSION: Final = "0004"
"""The newest of the migrations."""

METADATA: Final = sa.MetaData()

COUNTS: Final = ("lines_read", "lines_accepted", "lines_rejected", "lines_duplicate")
CENTS: Final = ("cents_read", "cents_accepted", "cents_rejected", "cents_duplicate")

DATA_SETS: Final = sa.Table(
    "data_sets",
    METADATA,
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("title", sa.String(200), nullable=False),
    sa.Column("imported_at", sa.String(32), nullable=False),
    sa.Column("imported_by", sa.String(64), nullable=False),
    *(sa.Column(name, sa.BigInteger, nullable=False) for name in COUNTS),
    *(sa.Column(name, sa.String(40), nullable=False) for name in CENTS),
    sa.Column("series", sa.String(64), nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("supplier", sa.String(200), nullable=False),
    sa.Column("expires_on", sa.String(10), nullable=False),
    sa.Index("one_of_each_version", "series", "version", unique=True),
)
"""A row is a data set that can be opened. ``series`` is the id of its first version."""

GONE: Final = sa.Table(
    "gone",
    METADATA,
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("day", sa.String(10), nullable=False),
    sa.Column("reason", sa.String(16), nullable=False),
)
"""A row is a data set that was here: ``reason`` is deleted or expired."""

REMEMBERED: Final = sa.Table(
    "remembered",
    METADATA,
    sa.Column("kind", sa.String(32), primary_key=True),
    sa.Column("key", sa.String(200), primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
    sa.Column("at", sa.String(32), nullable=False),
)
"""A row is a choice that was made before, as JSON, under a kind and a key such as a supplier."""

TALKS: Final = sa.Table(
    "talks",
    METADATA,
    sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("series", sa.String(64), nullable=False),
    sa.Column("client_id", sa.Text, nullable=False),
    sa.Column("date", sa.String(10), nullable=False),
    sa.Column("youth_present", sa.String(8), nullable=False),
    sa.Column("conclusion", sa.String(32), nullable=False),
    sa.Column("parties", sa.String(200), nullable=False),
    sa.Column("source", sa.String(8), nullable=False),
    sa.Column("recorded_at", sa.String(32), nullable=False),
    sa.Column("recorded_by", sa.String(64), nullable=False),
    sa.Index("talks_of_a_series", "series"),
)
"""A row is an evaluation talk that was recorded: of a client of the deliveries of ``series``."""

ANSWERED: Final = sa.Table(
    "answered",
    METADATA,
    sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("series", sa.String(64), nullable=False),
    sa.Column("kind", sa.String(16), nullable=False),
    sa.Column("tens", sa.BigInteger, nullable=False),
    sa.Column("members", sa.LargeBinary, nullable=False),
    sa.Column("choice", sa.Text, nullable=False),
    sa.Index("answers_of_about_a_size", "kind", "tens"),
)
"""A row is a population of which numbers were shown: bits of places, and the choice as a link."""

PERSONS: Final = sa.Table(
    "persons",
    METADATA,
    sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("hashes", sa.LargeBinary, nullable=False),
)
"""A row is a block of the registry of persons: keyed hashes, in the order of their places."""

SECRETS: Final = sa.Table(
    "secrets",
    METADATA,
    sa.Column("name", sa.String(32), primary_key=True),
    sa.Column("value", sa.LargeBinary, nullable=False),
)
"""A row is a key that this installation drew for itself."""

EVENTS: Final = sa.Table(
    "events",
    METADATA,
    sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("at", sa.String(32), nullable=False),
    sa.Column("actor", sa.String(64), nullable=False),
    sa.Column("action", sa.String(32), nullable=False),
    sa.Column("object", sa.String(64), nullable=False),
    sa.Column("result", sa.String(32), nullable=False),
    sa.Column("details", sa.Text, nullable=False),
    sa.Column("previous_hash", sa.String(64), nullable=False),
    sa.Column("hash", sa.String(64), nullable=False),
)
"""A row is something that was done. Rows are only ever added, and each holds the one before."""
