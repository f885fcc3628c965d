"""All that the page shows, as the JSON it is told in. Only reads the twin: nothing here waits or changes anything."""

from dataclasses import asdict

from sandbox.page.hints import Hints
from sandbox.telegram import Chat, Edited, Event, Message, Person, Sent, Telegram


def snapshot(telegram: Telegram, *, person: Person, chat: Chat, hints: Hints) -> dict[str, object]:
    """Return the whole state: who is there, the messages now visible (oldest first), the commands and the hints."""
    return {
        "bot": telegram.bot,
        "person": person.json(),
        "chats": [{"id": chat.id, "kind": chat.kind, "title": telegram.bot["first_name"]}],
        "messages": [_seen_by(person, message) for message in telegram.messages(chat)],
        "commands": _commands(telegram, person=person, chat=chat),
        "hints": asdict(hints),
    }


def told(event: Event, *, person: Person) -> dict[str, object]:
    """Return the event as the page is told of it; a message in it says whether the person wrote it."""
    if isinstance(event, Sent | Edited):
        return {**event.json(), "message": _seen_by(person, event.message)}
    return event.json()


def _seen_by(person: Person, message: Message) -> dict[str, object]:
    return {**message.json(), "outgoing": message.from_id == person.id}


def _commands(telegram: Telegram, *, person: Person, chat: Chat) -> list[dict[str, object]]:
    """Return the first menu that is set, looked for as Telegram's apps do.

    See https://core.telegram.org/bots/api#determining-list-of-commands
    """
    scopes = ({"type": "chat", "chat_id": chat.id}, {"type": "all_private_chats"}, {"type": "default"})
    menus = (telegram.commands(scope, language) for scope in scopes for language in ((person.language or "")[:2], ""))
    return [command.json() for command in next(filter(None, menus), ())]
