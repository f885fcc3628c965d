"""Live cards."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_instant = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "cards",
        sa.Column(
            "chat_id",
            sa.BigInteger(),
            sa.ForeignKey("chats.chat_id", ondelete="CASCADE"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("topic_id", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("message_id", sa.BigInteger()),
        sa.Column("shown", sa.String(32), nullable=False),
        sa.Column("edited_at", _instant, nullable=False),
        sa.Column("wake_at", _instant),
        sa.Column("woken", sa.Boolean(), nullable=False),
        sa.Column("token", sa.String(32)),
        sa.Column("attempts", sa.Integer(), nullable=False),
    )
    op.create_index("ix_cards_wake_at", "cards", ["wake_at"])
