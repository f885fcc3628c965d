"""Daily summaries."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_instant = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "daily",
        sa.Column(
            "chat_id",
            sa.BigInteger(),
            sa.ForeignKey("chats.chat_id", ondelete="CASCADE"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("topic_id", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("with_picture", sa.Boolean(), nullable=False),
        sa.Column("next_date", sa.Date()),
        sa.Column("next_at", _instant),
        sa.Column("wake_at", _instant),
        sa.Column("token", sa.String(32)),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("last_date", sa.Date()),
        sa.Column("last_at", _instant),
    )
    op.create_index("ix_daily_wake_at", "daily", ["wake_at"])
