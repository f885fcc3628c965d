"""The command menu that a person is shown in a chat: the first that is set, looked for as Telegram's apps do.

See https://core.telegram.org/bots/api#determining-list-of-commands
"""

from collections.abc import Iterator

from sandbox.page.scene import Scene
from sandbox.telegram import Chat, Command, Person


def menu(scene: Scene, *, person: Person, chat: Chat) -> tuple[Command, ...]:
    """Return the commands; none in a group in which the bot is not."""
    if chat.kind == "private":
        scopes = _private_scopes(chat)
    else:
        bot = scene.bot(chat)
        if bot is None or not bot.present:
            return ()
        scopes = _group_scopes(person, chat, leads=scene.member(person, chat).leads)
    menus = (
        scene.telegram.commands(scope, language) for scope in scopes for language in ((person.language or "")[:2], "")
    )
    return next(filter(None, menus), ())


def _private_scopes(chat: Chat) -> Iterator[dict[str, object]]:
    yield {"type": "chat", "chat_id": chat.id}
    yield {"type": "all_private_chats"}
    yield {"type": "default"}


def _group_scopes(person: Person, chat: Chat, *, leads: bool) -> Iterator[dict[str, object]]:
    yield {"type": "chat_member", "chat_id": chat.id, "user_id": person.id}
    if leads:
        yield {"type": "chat_administrators", "chat_id": chat.id}
    yield {"type": "chat", "chat_id": chat.id}
    if leads:
        yield {"type": "all_chat_administrators"}
    yield {"type": "all_group_chats"}
    yield {"type": "default"}
