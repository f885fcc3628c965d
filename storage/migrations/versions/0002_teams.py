"""Groups: what a chat chose, one-use codes, accounts shared from chat to chat, chats that moved."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_counted_id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_instant = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add columns and tables."""
    for column in (
        sa.Column("title", sa.String(128)),
        sa.Column("zone", sa.String(64)),
        sa.Column("quiet_from", sa.Integer()),
        sa.Column("quiet_until", sa.Integer()),
        sa.Column("shows_money", sa.Boolean()),
        sa.Column("keeps_history", sa.Boolean()),
        sa.Column("default_account_id", sa.BigInteger()),
    ):
        op.add_column("chats", column)
    _add_reference("accounts", "shared_from", _counted_id, "accounts(account_id) ON DELETE SET NULL")
    op.create_index("ix_accounts_shared_from", "accounts", ["shared_from"])
    op.create_index("ix_accounts_connected_by", "accounts", ["connected_by"])
    _add_reference("logins", "target_chat_id", sa.BigInteger(), "chats(chat_id) ON DELETE CASCADE")
    op.create_index("ix_logins_target_chat_id", "logins", ["target_chat_id"])
    op.add_column("logins", sa.Column("topic_id", sa.BigInteger()))
    op.add_column("logins", sa.Column("code", sa.String(64)))
    op.create_table(
        "codes",
        sa.Column("code", sa.String(64), primary_key=True),
        sa.Column("chat_id", sa.BigInteger(), sa.ForeignKey("chats.chat_id", ondelete="CASCADE"), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("account_id", _counted_id, sa.ForeignKey("accounts.account_id", ondelete="CASCADE")),
        sa.Column("topic_id", sa.BigInteger()),
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("until", _instant, nullable=False),
    )
    op.create_index("ix_codes_chat_id", "codes", ["chat_id"])
    op.create_table(
        "moves",
        sa.Column("old_id", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("new_id", sa.BigInteger(), sa.ForeignKey("chats.chat_id", ondelete="CASCADE"), nullable=False),
        sa.Column("moved_at", _instant, nullable=False),
    )
    op.create_index("ix_moves_new_id", "moves", ["new_id"])


def _add_reference(table: str, column: str, kind: sa.types.TypeEngine[int], referred: str) -> None:
    """Add a column that refers to a row. Alembic would rebuild the table for it on SQLite, and cascade as it drops."""
    written = kind.compile(dialect=op.get_bind().dialect)
    op.execute(f"ALTER TABLE {table} ADD COLUMN {column} {written} REFERENCES {referred}")
