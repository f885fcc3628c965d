"""What a visitor does as somebody in a chat: each deed from the posted JSON to the twin, and refused in words.

Whoever is posted must be of the cast, and the chat must be one that they have before them; only joining is done from
outside. What is moved behind the scene is nobody's deed.
"""

from __future__ import annotations

from collections.abc import Awaitable
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from sandbox.page.backstage import Backstage, NotNow, Show
from sandbox.page.guard import code, integer, perhaps, words
from sandbox.page.happenings import happenings
from sandbox.page.scene import Scene
from sandbox.telegram import Chat, Person

Body = dict[str, Any]

_MOST_TEXT = 4096
_MOST_DATA_BYTES = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Somebody of the cast, and a chat that they act in."""

    person: Person
    chat: Chat


def actor(scene: Scene, body: Body) -> Actor:
    """Return who acts where, present there or not; raises HTTPBadRequest for whom and what is not in the scene."""
    part = scene.part(integer(body, "person_id"))
    if part is None:
        raise web.HTTPBadRequest(text="There is no such person here.")
    chat = scene.chat(integer(body, "chat_id"))
    if chat is None or (chat.kind == "private" and chat.person != part.person):
        raise web.HTTPBadRequest(text="There is no such chat here.")
    return Actor(person=part.person, chat=chat)


def send(scene: Scene, body: Body) -> dict[str, object]:
    """Let somebody write."""
    who = _present(scene, body)
    text = words(body, "text")
    if len(text) > _MOST_TEXT:
        raise web.HTTPBadRequest(text=f"text may have {_MOST_TEXT} characters at most.")
    topic = perhaps(body, "topic_id")
    try:
        message = scene.telegram.send(who.person, who.chat, text, topic=topic)
    except ValueError:
        raise web.HTTPBadRequest(text="Nothing can be written in this chat now.") from None
    return {"message_id": message.id}


def press(scene: Scene, body: Body) -> dict[str, object]:
    """Let somebody press a button of a message that is there."""
    who = _present(scene, body)
    data = words(body, "data")
    if len(data.encode()) > _MOST_DATA_BYTES:
        raise web.HTTPBadRequest(text=f"data may have {_MOST_DATA_BYTES} bytes at most.")
    message_id = integer(body, "message_id")
    if all(message.id != message_id for message in scene.telegram.messages(who.chat)):
        raise web.HTTPBadRequest(text="There is no such message any more.")
    return {"query_id": scene.telegram.press(who.person, who.chat, message_id, data).id}


def invite(scene: Scene, body: Body) -> dict[str, object]:
    """Let somebody follow a startgroup link to a group of theirs: the bot is added where it is not, and then told."""
    who = _present(scene, body)
    payload = code(body, "code")
    if who.chat.kind == "private":
        raise web.HTTPBadRequest(text="This is no group.")
    bot = scene.bot(who.chat)
    try:
        if bot is None or not bot.present:
            scene.telegram.add_bot(who.chat, who.person, payload=payload or None)
        elif payload:
            scene.telegram.send(who.person, who.chat, f"/start@{scene.telegram.bot['username']} {payload}")
    except ValueError:
        raise web.HTTPBadRequest(text="The bot cannot be added to this group now.") from None
    return {}


def happen(scene: Scene, body: Body, name: str) -> dict[str, object]:
    """Let something happen that is on offer now."""
    who = actor(scene, body)
    target_id = perhaps(body, "target_id")
    offered = happenings(scene, person=who.person, chat=who.chat)
    found = next((one for one in offered if (one.name, one.target_id) == (name, target_id)), None)
    if found is None:
        raise web.HTTPBadRequest(text="That cannot happen here now.")
    if found.refusal is not None:
        raise web.HTTPBadRequest(text=found.refusal)
    try:
        found.act()
    except (ValueError, LookupError) as refusal:
        raise web.HTTPBadRequest(text=_sentence(str(refusal))) from None
    return {}


async def move_clock(backstage: Backstage | None, body: Body, show: Show) -> dict[str, object]:
    """Let time pass; says when that is done."""
    return {"said": await _moved(_there(backstage).move_clock(words(body, "name"), show))}


async def pull(backstage: Backstage | None, body: Body, show: Show) -> dict[str, object]:
    """Let something happen behind the scene, to an account or to all; says what was done."""
    account_id = perhaps(body, "account_id")
    return {"said": await _moved(_there(backstage).pull(words(body, "name"), account_id, show))}


async def _moved(moving: Awaitable[str]) -> str:
    try:
        return await moving
    except NotNow as refusal:
        raise web.HTTPBadRequest(text=str(refusal)) from None


def _there(backstage: Backstage | None) -> Backstage:
    if backstage is None:
        raise web.HTTPBadRequest(text="Nothing can be moved behind this page.")
    return backstage


def _present(scene: Scene, body: Body) -> Actor:
    who = actor(scene, body)
    if who.chat.kind != "private" and not scene.member(who.person, who.chat).present:
        raise web.HTTPBadRequest(text=f"{who.person.first_name} is not in this group.")
    return who


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
