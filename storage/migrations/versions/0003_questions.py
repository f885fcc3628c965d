"""The question a private chat was asked last, and codes that are used but not forgotten."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_counted_id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add columns."""
    op.add_column("chats", sa.Column("question", sa.String(64)))
    op.add_column("chats", sa.Column("question_until", sa.DateTime(timezone=True)))
    op.drop_table("codes")  # of the last ten minutes
    op.create_table(
        "codes",
        sa.Column("code", sa.String(64), primary_key=True),
        sa.Column("chat_id", sa.BigInteger(), sa.ForeignKey("chats.chat_id", ondelete="CASCADE"), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("account_id", _counted_id, sa.ForeignKey("accounts.account_id", ondelete="CASCADE")),
        sa.Column("topic_id", sa.BigInteger()),
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used", sa.Boolean(), nullable=False),
    )
    op.create_index("ix_codes_chat_id", "codes", ["chat_id"])
