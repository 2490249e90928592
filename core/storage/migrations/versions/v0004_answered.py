"""What was answered at shared levels, so that no two answers differ by a few persons only."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables ``answered``, ``persons`` and ``secrets``."""
    op.create_table(
        "answered",
        sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("series", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("tens", sa.BigInteger, nullable=False),
        sa.Column("members", sa.LargeBinary, nullable=False),
        sa.Column("choice", sa.Text, nullable=False),
    )
    op.create_index("answers_of_about_a_size", "answered", ["kind", "tens"])
    op.create_table(
        "persons",
        sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("hashes", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "secrets",
        sa.Column("name", sa.String(32), primary_key=True),
        sa.Column("value", sa.LargeBinary, nullable=False),
    )
