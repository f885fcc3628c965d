"""Alerts: what a chat wants to hear of, what was said, and what is being judged."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

_instant = sa.DateTime(timezone=True)
_id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _account() -> sa.Column[int]:
    return sa.Column(
        "account_id",
        _id,
        sa.ForeignKey("accounts.account_id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    )


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "rules",
        sa.Column(
            "chat_id",
            sa.BigInteger(),
            sa.ForeignKey("chats.chat_id", ondelete="CASCADE"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("topic_id", sa.BigInteger(), nullable=False),
        sa.Column("enabled", sa.Boolean(), nullable=False),
        sa.Column("low_percent", sa.Integer()),
        sa.Column("low_bytes", sa.BigInteger()),
        sa.Column("days", sa.Integer()),
        sa.Column("expiry_days", sa.Integer()),
        sa.Column("spike_times", sa.Integer()),
        sa.Column("balance", sa.String(40)),
        sa.Column("trouble", sa.Boolean(), nullable=False),
    )
    op.create_table(
        "watches",
        _account(),
        sa.Column("wake_at", _instant),
        sa.Column("woken", sa.Boolean(), nullable=False),
        sa.Column("token", sa.String(32)),
        sa.Column("attempts", sa.Integer(), nullable=False),
    )
    op.create_index("ix_watches_wake_at", "watches", ["wake_at"])
    op.create_table(
        "alerts",
        _account(),
        sa.Column("kind", sa.String(16), primary_key=True),
        sa.Column("severity", sa.Float(), nullable=False),
        sa.Column("until", _instant),
        sa.Column("figures", sa.Text(), nullable=False),
        sa.Column("said_at", _instant),
        sa.Column("next_severity", sa.Float(), nullable=False),
        sa.Column("next_until", _instant),
        sa.Column("snoozed_until", _instant),
        sa.Column("snoozed_by", sa.String(256)),
        sa.Column("taken_by", sa.String(256)),
        sa.Column("taken_by_id", sa.BigInteger()),
    )
