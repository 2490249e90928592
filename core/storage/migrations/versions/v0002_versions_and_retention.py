"""Deliveries in versions, an end to keeping, what is gone, and choices that are remembered."""

from datetime import date, timedelta

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

SEVEN_YEARS = timedelta(days=2557)


def upgrade() -> None:
    """Add the columns and tables; what was there is a first version, kept for seven years."""
    for column in (
        sa.Column("series", sa.String(64), nullable=False, server_default=""),
        sa.Column("version", sa.Integer, nullable=False, server_default="1"),
        sa.Column("supplier", sa.String(200), nullable=False, server_default=""),
        sa.Column("expires_on", sa.String(10), nullable=False, server_default=""),
    ):
        op.add_column("data_sets", column)
    _complete()
    op.create_index("one_of_each_version", "data_sets", ["series", "version"], unique=True)
    op.create_table(
        "gone",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("reason", sa.String(16), nullable=False),
    )
    op.create_table(
        "remembered",
        sa.Column("kind", sa.String(32), primary_key=True),
        sa.Column("key", sa.String(200), primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
    )


def _complete() -> None:
    """Give the data sets that are there a series of their own and a last day."""
    names = ("id", "imported_at", "series", "expires_on")
    table = sa.table("data_sets", *(sa.column(name) for name in names))
    connection = op.get_bind()
    for identity, imported_at in connection.execute(
        sa.select(table.c.id, table.c.imported_at)
    ).all():
        last = date.fromisoformat(imported_at[:10]) + SEVEN_YEARS
        connection.execute(
            sa.update(table)
            .where(table.c.id == identity)
            .values(series=identity, expires_on=last.isoformat())
        )
