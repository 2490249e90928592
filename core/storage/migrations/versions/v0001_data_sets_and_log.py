"""The first catalogue: data sets with their counts, and a log that can only grow."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

COUNTS = ("lines_read", "lines_accepted", "lines_rejected", "lines_duplicate")
CENTS = ("cents_read", "cents_accepted", "cents_rejected", "cents_duplicate")

IN_SQLITE = (
    """CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
       BEGIN SELECT RAISE(ABORT, 'the log can only grow'); END""",
    """CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events
       BEGIN SELECT RAISE(ABORT, 'the log can only grow'); END""",
)
IN_POSTGRESQL = (
    """CREATE FUNCTION refuse_change_of_events() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION 'the log can only grow'; END $$""",
    """CREATE TRIGGER events_are_not_changed BEFORE UPDATE OR DELETE ON events
       FOR EACH ROW EXECUTE FUNCTION refuse_change_of_events()""",
    """CREATE TRIGGER events_are_not_emptied BEFORE TRUNCATE ON events
       FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_events()""",
)


def upgrade() -> None:
    """Make the tables ``data_sets`` and ``events``, and what keeps events as they are."""
    op.create_table(
        "data_sets",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("imported_at", sa.String(32), nullable=False),
        sa.Column("imported_by", sa.String(64), nullable=False),
        *(sa.Column(name, sa.BigInteger, nullable=False) for name in COUNTS),
        *(sa.Column(name, sa.String(40), nullable=False) for name in CENTS),
    )
    op.create_table(
        "events",
        sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
        *(
            sa.Column(name, sa.String(length), nullable=False)
            for name, length in {"at": 32, "actor": 64, "action": 32, "object": 64}.items()
        ),
        sa.Column("result", sa.String(32), nullable=False),
        sa.Column("details", sa.Text, nullable=False),
        sa.Column("previous_hash", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
    )
    sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in IN_SQLITE if sqlite else IN_POSTGRESQL:
        op.execute(statement)
