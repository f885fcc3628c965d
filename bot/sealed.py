"""What there is that is sealed, and what each value is bound to: it opens nowhere else."""

from __future__ import annotations

from bot.vault import Place


def of_account(account_id: int, chat_id: int) -> Place:
    """Return what an account's credential is bound to."""
    return Place(field="accounts.sealed", chat_id=chat_id, account_id=account_id)


def of_update(update_id: int) -> Place:
    """Return what an update is bound to while it waits for its answer."""
    return Place(field=f"inbox.sealed {update_id}")
