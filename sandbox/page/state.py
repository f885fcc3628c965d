"""All that the page shows, as the JSON it is told in. Only reads the scene: nothing here waits or changes anything."""

from dataclasses import asdict

from sandbox.page.backstage import Backstage
from sandbox.page.files import held
from sandbox.page.hints import Hints
from sandbox.page.scene import Scene
from sandbox.telegram import Chat, Edited, Event, Message, Sent


def snapshot(scene: Scene, *, hints: Hints, backstage: Backstage | None) -> dict[str, object]:
    """Return everything: the scene, each chat's visible messages (oldest first) and pins, the hints, the backstage."""
    chats = [chat for now in scene.chats for chat in (scene.former(now), now) if chat is not None]
    messages = {str(chat.id): [_shown(scene, message) for message in scene.telegram.messages(chat)] for chat in chats}
    pinned = {str(chat.id): list(scene.telegram.pinned(chat)) for chat in chats}
    behind = None if backstage is None else backstage.described()
    now = {"scene": described(scene), "messages": messages, "pinned": pinned}
    return {**now, "hints": asdict(hints), "backstage": behind}


def described(scene: Scene) -> dict[str, object]:
    """Return who there is and what the chats are now, without a word of what was said in them."""
    people = [{**part.person.json(), "role": part.role} for part in scene.cast]
    return {"bot": scene.telegram.bot, "people": people, "chats": [_chat(scene, chat) for chat in scene.chats]}


def told(scene: Scene, event: Event) -> dict[str, object]:
    """Return the event as the page is told of it; a message in it says who wrote it, and whether its file is there."""
    if isinstance(event, Sent | Edited):
        return {**event.json(), "message": _shown(scene, event.message)}
    return event.json()


def _shown(scene: Scene, message: Message) -> dict[str, object]:
    return {**message.json(), "author_id": message.author.id, "has_file": held(scene, message) is not None}


def _chat(scene: Scene, chat: Chat) -> dict[str, object]:
    known: dict[str, object] = {"id": chat.id, "kind": chat.kind}
    if chat.person is not None:
        return {**known, "title": scene.telegram.bot["first_name"], "blocked": scene.blocked(chat.person)}
    bot, former = scene.bot(chat), scene.former(chat)
    members = [{"id": one.person.id, "status": one.status, "anonymous": one.anonymous} for one in scene.people(chat)]
    topics = [{"id": topic.id, "name": topic.name, "closed": topic.closed} for topic in scene.telegram.topics(chat)]
    return {
        **known,
        "title": chat.title,
        "is_forum": chat.forum,
        "formerly": None if former is None else former.id,
        "bot": "left" if bot is None else bot.status,
        "members": members,
        "topics": topics,
    }
