"""Processes that share a database, and which of them has an update in hand."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

_id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_WAITS = sa.text("sealed IS NOT NULL")


def upgrade() -> None:
    """Make the table, and the columns."""
    op.create_table(
        "replicas",
        sa.Column("joined", _id, primary_key=True),
        sa.Column("replica_id", sa.String(32), nullable=False, unique=True),
        sa.Column("beat", sa.BigInteger(), nullable=False),
    )
    op.add_column("inbox", sa.Column("lane", sa.BigInteger()))
    op.add_column("inbox", sa.Column("holder", sa.String(32)))
    op.add_column("inbox", sa.Column("handed", sa.Boolean()))
    op.create_index("ix_inbox_waits", "inbox", ["holder"], sqlite_where=_WAITS, postgresql_where=_WAITS)
    op.create_index("ix_inbox_lane", "inbox", ["lane", "position"])
