"""What can be made to happen in a chat beside talking: each has a name, the words for its button, and the deed.

What does not fit the chat as it is now is not offered. What fits but is not this person's to do is offered, and refused
in words: that refusal is worth seeing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from sandbox.page.scene import Scene
from sandbox.telegram import Chat, Member, Person, Topic

NAMES = (
    "block",
    "unblock",
    "add-bot",
    "promote-bot",
    "demote-bot",
    "remove-bot",
    "promote",
    "demote",
    "join",
    "leave",
    "upgrade",
    "close-topic",
    "reopen-topic",
    "delete-topic",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One thing that can happen now, to `target_id` (a person or a topic) where there may be several.

    `refusal` says why it is not this person's to do, or is None. `act` does it; it raises ValueError or LookupError
    where the world does not let it happen.
    """

    name: str
    label: str
    note: str
    grave: bool = False
    target_id: int | None = None
    refusal: str | None = None
    act: Callable[[], object] = field(repr=False)

    def json(self) -> dict[str, object]:
        """Return what its button needs."""
        names = ("name", "label", "note", "grave", "target_id")
        return {name: getattr(self, name) for name in names}


def happenings(scene: Scene, *, person: Person, chat: Chat) -> Iterator[Happening]:
    """Yield what can happen now in this chat as `person` has it before them."""
    if chat.kind == "private":
        yield _blocking(scene, person)
        return
    if not scene.member(person, chat).present:
        yield _joining(scene, person, chat)
        return
    yield from _of_the_bot(scene, person, chat)
    yield from _of_people(scene, person, chat)
    if chat.kind == "group":
        yield Happening(
            name="upgrade",
            label="Upgrade to a supergroup",
            note="The chat gets another id",
            refusal=_for_admins(scene, person, chat),
            act=lambda: scene.upgrade(chat, person),
        )
    for topic in scene.telegram.topics(chat):
        yield from _of_a_topic(scene, person, chat, topic)


def _blocking(scene: Scene, person: Person) -> Happening:
    if scene.blocked(person):
        note = f"It can reach {person.first_name} again"
        return Happening(name="unblock", label="Unblock the bot", note=note, act=lambda: scene.unblock(person))
    note = f"It cannot reach {person.first_name} any more"
    return Happening(name="block", label="Block the bot", note=note, grave=True, act=lambda: scene.block(person))


def _joining(scene: Scene, person: Person, chat: Chat) -> Happening:
    note = f"{person.first_name} becomes a member"
    return Happening(name="join", label="Join the group", note=note, act=lambda: scene.telegram.join(person, chat))


def _of_the_bot(scene: Scene, person: Person, chat: Chat) -> Iterator[Happening]:
    telegram, bot = scene.telegram, scene.bot(chat)
    if bot is None or not bot.present:
        yield Happening(
            name="add-bot",
            label="Add the bot",
            note="Hears what is meant for it",
            act=lambda: telegram.add_bot(chat, person),
        )
        return
    refusal = _for_admins(scene, person, chat)
    if bot.leads:
        yield Happening(
            name="demote-bot",
            label="Make the bot a plain member",
            note="May delete no messages any more",
            refusal=refusal,
            act=lambda: telegram.demote_bot(chat, person),
        )
    else:
        yield Happening(
            name="promote-bot",
            label="Make the bot an admin",
            note="Hears all, may delete messages",
            refusal=refusal,
            act=lambda: telegram.promote_bot(chat, person),
        )
    yield Happening(
        name="remove-bot",
        label="Remove the bot",
        note="Cannot write here any more",
        grave=True,
        refusal=refusal,
        act=lambda: telegram.remove_bot(chat, person),
    )


def _of_people(scene: Scene, person: Person, chat: Chat) -> Iterator[Happening]:
    for member in scene.people(chat):
        if member.status != "creator" and member.person != person:
            yield _rank(scene, person, chat, member)
    yield Happening(
        name="leave",
        label="Leave the group",
        note=f"{person.first_name} does not see it any more",
        grave=True,
        act=lambda: scene.telegram.leave(person, chat),
    )


def _rank(scene: Scene, person: Person, chat: Chat, member: Member) -> Happening:
    name, refusal = member.person.first_name, _for_admins(scene, person, chat)
    if member.leads:
        return Happening(
            name="demote",
            label=f"Make {name} a plain member",
            note=f"{name} may only look",
            target_id=member.person.id,
            refusal=refusal,
            act=lambda: scene.telegram.demote(member.person, chat),
        )
    return Happening(
        name="promote",
        label=f"Make {name} an admin",
        note=f"{name} may change things",
        target_id=member.person.id,
        refusal=refusal,
        act=lambda: scene.promote(member.person, chat),
    )


def _of_a_topic(scene: Scene, person: Person, chat: Chat, topic: Topic) -> Iterator[Happening]:
    telegram, refusal = scene.telegram, _for_admins(scene, person, chat)
    if topic.closed:
        yield Happening(
            name="reopen-topic",
            label=f"Reopen {topic.name}",
            note="Everybody may write in it again",
            target_id=topic.id,
            refusal=refusal,
            act=lambda: telegram.reopen_topic(chat, topic),
        )
    else:
        yield Happening(
            name="close-topic",
            label=f"Close {topic.name}",
            note="Only admins may write in it",
            target_id=topic.id,
            refusal=refusal,
            act=lambda: telegram.close_topic(chat, topic),
        )
    yield Happening(
        name="delete-topic",
        label=f"Delete {topic.name}",
        note="With all that was said in it",
        grave=True,
        target_id=topic.id,
        refusal=refusal,
        act=lambda: telegram.delete_topic(chat, topic),
    )


def _for_admins(scene: Scene, person: Person, chat: Chat) -> str | None:
    if scene.member(person, chat).leads:
        return None
    names = [one.person.first_name for one in scene.people(chat) if one.leads]
    hint = f"Act as {' or '.join(names)}." if names else "There is none any more."
    return f"Only an admin of this group can do that. {hint}"
