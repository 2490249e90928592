"""Evaluation talks that people recorded beside those of a delivery."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the table ``talks``."""
    op.create_table(
        "talks",
        sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("series", sa.String(64), nullable=False),
        sa.Column("client_id", sa.Text, nullable=False),
        sa.Column("date", sa.String(10), nullable=False),
        *(
            sa.Column(name, sa.String(length), nullable=False)
            for name, length in {"youth_present": 8, "conclusion": 32, "parties": 200}.items()
        ),
        sa.Column("source", sa.String(8), nullable=False),
        sa.Column("recorded_at", sa.String(32), nullable=False),
        sa.Column("recorded_by", sa.String(64), nullable=False),
    )
    op.create_index("talks_of_a_series", "talks", ["series"])
