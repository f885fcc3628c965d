"""Chats, accounts, logins under way, readings, and the updates written down."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_counted_id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_instant = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "chats",
        sa.Column("chat_id", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("language", sa.String(16)),
        sa.Column("heard", sa.String(16)),
        sa.Column("met_at", _instant, nullable=False),
    )
    op.create_table(
        "accounts",
        sa.Column("account_id", _counted_id, primary_key=True),
        sa.Column("chat_id", sa.BigInteger(), sa.ForeignKey("chats.chat_id", ondelete="CASCADE"), nullable=False),
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("name_key", sa.String(128), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("sealed", sa.LargeBinary()),
        sa.Column("connected_by", sa.BigInteger(), nullable=False),
        sa.Column("connected_at", _instant, nullable=False),
        sa.Column("refused_at", _instant),
        sa.Column("lock_told_at", _instant),
        sa.UniqueConstraint("chat_id", "name_key"),
        sqlite_autoincrement=True,  # an id never comes back: old buttons and seals name accounts by it
    )
    op.create_index("ix_accounts_chat_id", "accounts", ["chat_id"])
    op.create_table(
        "logins",
        sa.Column(
            "chat_id",
            sa.BigInteger(),
            sa.ForeignKey("chats.chat_id", ondelete="CASCADE"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("person_id", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("until", _instant, nullable=False),
    )
    op.create_table(
        "readings",
        sa.Column(
            "account_id",
            _counted_id,
            sa.ForeignKey("accounts.account_id", ondelete="CASCADE"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("slot", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("taken_at", _instant, nullable=False),
        sa.Column("total_bytes", sa.BigInteger()),
        sa.Column("available_bytes", sa.BigInteger()),
        sa.Column("balance", sa.String(40)),
        sa.Column("currency", sa.String(16)),
    )
    op.create_table(
        "inbox",
        sa.Column("position", _counted_id, primary_key=True),
        sa.Column("update_id", sa.BigInteger(), nullable=False, unique=True),
        sa.Column("received_at", _instant, nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary()),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_inbox_received_at", "inbox", ["received_at"])
