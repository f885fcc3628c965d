"""Accounts looked at by the clock, and the vendor's records followed from look to look."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_counted_id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_instant = sa.DateTime(timezone=True)
_TALLY = ("bought_bytes", "checked_in_bytes", "received_bytes", "expired_bytes", "drawn_bytes")


def upgrade() -> None:
    """Add columns and tables."""
    op.add_column("accounts", sa.Column("look_at", _instant))
    op.add_column("accounts", sa.Column("likeness", sa.LargeBinary()))
    op.add_column("accounts", sa.Column("counted_from", _instant))
    op.add_column("accounts", sa.Column("counted_before", _instant))
    op.create_index("ix_accounts_look_at", "accounts", ["look_at"])
    op.create_index("ix_accounts_likeness", "accounts", ["likeness"])
    for name in (*_TALLY, "left_bytes"):
        op.add_column("readings", sa.Column(name, sa.BigInteger()))
    op.create_table(
        "ledgers",
        _of_account(),
        sa.Column("since", _instant, nullable=False),
        *(sa.Column(name, sa.BigInteger(), nullable=False) for name in _TALLY),
    )
    op.create_table(
        "packages",
        _of_account(),
        sa.Column("key", sa.String(32), primary_key=True),
        sa.Column("quota_bytes", sa.BigInteger(), nullable=False),
        sa.Column("used_bytes", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", _instant),
        sa.Column("over", sa.Boolean(), nullable=False),
        sa.Column("missing", sa.Boolean(), nullable=False),
    )


def _of_account() -> sa.Column[int]:
    reference = sa.ForeignKey("accounts.account_id", ondelete="CASCADE")
    return sa.Column("account_id", _counted_id, reference, primary_key=True, autoincrement=False)
