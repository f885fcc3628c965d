"""The life of a chat as a whole: it is forgotten, left, or moves on under another id; each in one transaction.

The one file that knows every table of a chat, by the metadata alone; the repositories know none of each other's.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    ForeignKey,
    Table,
    TypedColumns,
    bindparam,
    delete,
    insert,
    select,
    update,
)

from storage.database import Database
from storage.schema import Instant, metadata

Reseal = Callable[[int, int, bytes], bytes]
"""Given the ids of an account and of its new chat, and its sealed value, returns the value sealed for there."""
FreeName = Callable[[str, tuple[str, ...]], str]
"""Given a name and those that are taken, returns one like it that is not."""


class _Columns(TypedColumns):
    old_id = Column(BigInteger, primary_key=True, autoincrement=False)
    new_id = Column(BigInteger, ForeignKey("chats.chat_id", ondelete="CASCADE"), nullable=False, index=True)
    moved_at = Column(Instant, nullable=False)


_moves = Table("moves", metadata, _Columns)
_NOW_AT = select(_moves.c.new_id).where(_moves.c.old_id == bindparam("old"))


def now_at(connection: Connection, chat_id: int) -> int:
    """Return the id that a chat has now; a person's, which is above zero, never has another."""
    if chat_id > 0:
        return chat_id
    new_id: int | None = connection.execute(_NOW_AT, {"old": chat_id}).scalar_one_or_none()
    return chat_id if new_id is None else new_id


def used_up(connection: Connection, code: str) -> bool:
    """Use a one-use code up together with what it is good for. Tells whether it was still good."""
    codes = metadata.tables["codes"]
    change = update(codes).where(codes.c.code == code, codes.c.used.is_(False)).values(used=True)
    return connection.execute(change).rowcount == 1


class Life:
    """Verbs on a chat with all that is its."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def now_at(self, chat_id: int) -> int:
        """Return the id that a chat has now."""
        return await self._database.read(lambda connection: now_at(connection, chat_id))

    async def moved_here(self, chat_id: int) -> bool:
        """Tell whether a chat is what another one became, and has not been left since."""
        query = select(_moves.c.old_id).where(_moves.c.new_id == chat_id).limit(1)
        return await self._database.read(lambda connection: connection.execute(query).first() is not None)

    async def forget(self, chat_id: int) -> None:
        """Delete the chat with all that is its: accounts, their history, logins and codes under way."""
        await self._database.erase(lambda connection: _forget(connection, now_at(connection, chat_id)))

    async def leave(self, chat_id: int, *, before: datetime | None = None) -> None:
        """Delete what a chat that put the bot out left here; its history stays if it was so chosen, and nothing else.

        Tokens go in any case, and so does every choice: should the bot come back, it starts anew. `before`: only if
        nothing was connected there since.
        """

        def verb(connection: Connection) -> None:
            if before is not None and _connected_since(connection, chat_id, before):
                return
            chats = metadata.tables["chats"]
            keeps = select(chats.c.keeps_history).where(chats.c.chat_id == chat_id)
            if not connection.execute(keeps).scalar_one_or_none():
                _forget(connection, chat_id)
                return
            # That its history stays is still so when it is told a second time that the bot is out.
            chosen = (column.name for column in chats.c if column.nullable and column.name != "keeps_history")
            fresh = dict.fromkeys(chosen, None)
            connection.execute(update(chats).where(chats.c.chat_id == chat_id).values(fresh))
            accounts = metadata.tables["accounts"]
            of_chat = select(accounts.c.account_id).where(accounts.c.chat_id == chat_id).scalar_subquery()
            connection.execute(update(accounts).where(accounts.c.shared_from.in_(of_chat)).values(shared_from=None))
            without = {"sealed": None, "shared_from": None}
            connection.execute(update(accounts).where(accounts.c.chat_id == chat_id).values(without))
            for name in ("logins", "codes", "daily", "rules", "cards"):
                table = metadata.tables[name]
                connection.execute(delete(table).where(table.c.chat_id == chat_id))
            for name in ("watches", "alerts"):
                table = metadata.tables[name]
                connection.execute(delete(table).where(table.c.account_id.in_(of_chat)))
            logins = metadata.tables["logins"]
            connection.execute(delete(logins).where(logins.c.target_chat_id == chat_id))
            connection.execute(delete(_moves).where(_moves.c.new_id == chat_id))

        await self._database.erase(verb)

    async def move(self, old_id: int, new_id: int, *, now: datetime, reseal: Reseal, free_name: FreeName) -> bool:
        """Move a chat with all that is its into the supergroup it became; tells whether there was anything to move.

        Where the new chat is known already the two become one: what was chosen in the new one counts, and an account
        whose name is taken there gets a free one.
        """

        def verb(connection: Connection) -> bool:
            here = now_at(connection, new_id)
            if here == old_id or not _into(connection, old_id, here):
                return False
            _move_accounts(connection, old_id, here, reseal, free_name)
            _move_logins(connection, old_id, here)
            _move_daily(connection, old_id, here)
            _move_rules(connection, old_id, here)
            _move_card(connection, old_id, here, now)
            codes = metadata.tables["codes"]
            connection.execute(update(codes).where(codes.c.chat_id == old_id).values(chat_id=here))
            # Should a supergroup ever move on in turn, who still knows its first id finds it too.
            connection.execute(update(_moves).where(_moves.c.new_id == old_id).values(new_id=here))
            connection.execute(delete(_moves).where(_moves.c.old_id == old_id))
            connection.execute(insert(_moves).values(old_id=old_id, new_id=here, moved_at=now))
            _forget(connection, old_id)
            return True

        return await self._database.erase(verb) if old_id != new_id else False


def _connected_since(connection: Connection, chat_id: int, at: datetime) -> bool:
    accounts = metadata.tables["accounts"]
    query = select(accounts.c.account_id).where(accounts.c.chat_id == chat_id, accounts.c.connected_at >= at).limit(1)
    return connection.execute(query).first() is not None


def _forget(connection: Connection, chat_id: int) -> None:
    chats = metadata.tables["chats"]
    connection.execute(delete(chats).where(chats.c.chat_id == chat_id))


def _into(connection: Connection, old_id: int, new_id: int) -> bool:
    """Make the new chat what the old one was; tells whether there was an old one."""
    chats = metadata.tables["chats"]
    old = connection.execute(select(chats).where(chats.c.chat_id == old_id)).mappings().one_or_none()
    if old is None:
        return False
    moved = {**old, "chat_id": new_id, "kind": "supergroup"}
    new = connection.execute(select(chats).where(chats.c.chat_id == new_id)).mappings().one_or_none()
    if new is None:
        connection.execute(insert(chats).values(moved))
        return True
    # The new chat met the bot without its past: only what somebody chose there since counts more than that.
    chosen = {name: value for name, value in new.items() if value is not None and name not in ("heard", "met_at")}
    connection.execute(update(chats).where(chats.c.chat_id == new_id).values({**moved, **chosen}))
    return True


def _move_accounts(connection: Connection, old_id: int, new_id: int, reseal: Reseal, free_name: FreeName) -> None:
    accounts = metadata.tables["accounts"]
    of = select(accounts).order_by(accounts.c.account_id)
    taken = {row.name_key: row.name for row in connection.execute(of.where(accounts.c.chat_id == new_id))}
    for row in connection.execute(of.where(accounts.c.chat_id == old_id)).all():
        name = free_name(row.name, tuple(taken.values())) if row.name_key in taken else row.name
        taken[name.casefold()] = name
        connection.execute(
            update(accounts)
            .where(accounts.c.account_id == row.account_id)
            .values(
                chat_id=new_id,
                name=name,
                name_key=name.casefold(),
                sealed=None if row.sealed is None else reseal(row.account_id, new_id, row.sealed),
            )
        )


def _move_logins(connection: Connection, old_id: int, new_id: int) -> None:
    """Lead the logins of admins, which are under way in their private chats, to where the group is now."""
    logins = metadata.tables["logins"]
    connection.execute(update(logins).where(logins.c.target_chat_id == old_id).values(target_chat_id=new_id))


def _move_daily(connection: Connection, old_id: int, new_id: int) -> None:
    """Take the daily summary along, a claim on it too. Topics are not the same there, so it is said in none.

    Where the new chat has one in no topic, that counts; a date that either said is said.
    """
    daily = metadata.tables["daily"]
    old = select(daily).where(daily.c.chat_id == old_id).order_by(daily.c.next_at.is_(None), daily.c.topic_id)
    first = connection.execute(old.limit(1)).one_or_none()
    if first is None:
        return
    general = (daily.c.chat_id == new_id) & (daily.c.topic_id == 0)
    there = connection.execute(select(daily).where(general)).one_or_none()
    if there is None:
        of_first = (daily.c.chat_id == old_id) & (daily.c.topic_id == first.topic_id)
        connection.execute(update(daily).where(of_first).values(chat_id=new_id, topic_id=0))
    elif first.last_date is not None and (there.last_date is None or there.last_date < first.last_date):
        said = {"last_date": first.last_date, "last_at": first.last_at}
        connection.execute(update(daily).where(general).values(said))


def _move_rules(connection: Connection, old_id: int, new_id: int) -> None:
    """Take what alerts there are along, unless the new chat chose; topics are not the same there."""
    rules = metadata.tables["rules"]
    there = select(rules.c.chat_id).where(rules.c.chat_id == new_id)
    if connection.execute(there).first() is None:
        connection.execute(update(rules).where(rules.c.chat_id == old_id).values(chat_id=new_id, topic_id=0))


def _move_card(connection: Connection, old_id: int, new_id: int, now: datetime) -> None:
    """Have it said that the live card is lost: no message of the old chat is in the new one, its numbers begin anew.

    Not where the new chat has a card already.
    """
    cards = metadata.tables["cards"]
    general = (cards.c.chat_id == new_id) & (cards.c.topic_id == 0)
    first = select(cards.c.topic_id).where(cards.c.chat_id == old_id).order_by(cards.c.topic_id).limit(1)
    topic_id = connection.execute(first).scalar_one_or_none()
    if topic_id is None or connection.execute(select(cards).where(general)).first() is not None:
        return
    lost = {"message_id": None, "wake_at": now, "woken": False, "token": None, "attempts": 0}
    of_first = (cards.c.chat_id == old_id) & (cards.c.topic_id == topic_id)
    connection.execute(update(cards).where(of_first).values(chat_id=new_id, topic_id=0, **lost))
