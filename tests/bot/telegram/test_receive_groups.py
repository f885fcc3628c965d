"""Update -> Arrival where several people talk: who is heard in a group, and what a group is never to see."""

from __future__ import annotations

from typing import Any

import pytest

from bot.commands import Command
from bot.handlers import COMMANDS
from bot.telegram.receive import Arrival, receive
from tests.bot.telegram.house import COMMAND, GROUP

ROWS = {row.name: row for row in COMMANDS}
TOKEN = "tok_5ecret0123456789abcdefghij"

PRIVATE = {"id": 7, "type": "private", "first_name": "Alice"}
SUPERGROUP = {"id": -1004001, "type": "supergroup", "title": "Scrapers"}
CHANNEL = {"id": -1005, "type": "channel", "title": "News"}

ALICE = {"id": 7, "is_bot": False, "first_name": "Alice", "language_code": "de"}
BOB = {"id": 8, "is_bot": False, "first_name": "Bob"}
ME = {"id": 1, "is_bot": True, "first_name": "b", "username": "bytes_bot"}
OTHER_BOT = {"id": 2, "is_bot": True, "first_name": "o", "username": "other_bot"}
ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
FOR_CHANNELS = {"id": 136817688, "is_bot": True, "first_name": "Channel", "username": "Channel_Bot"}

# The library warns of its next version wherever a length of time stands in an update.
pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")


def arrival(update: dict[str, Any]) -> Arrival | None:
    """What an update asks of @bytes_bot."""
    return receive({"update_id": 1, **update}, username="bytes_bot", rows=ROWS)


def heard(update: dict[str, Any]) -> Arrival:
    """What an update asks that asks something."""
    found = arrival(update)
    assert found is not None
    return found


def asked(update: dict[str, Any]) -> Command:
    """The command of an update that holds one."""
    command = heard(update).command
    assert command is not None
    return command


def said(
    text: str | None = None, chat: dict[str, Any] = GROUP, by: dict[str, Any] = ALICE, /, **more: object
) -> dict[str, Any]:
    """The update of a message in a group, by Alice unless said otherwise."""
    made: dict[str, Any] = {"message_id": 5, "date": 1_700_000_000, "chat": chat, "from": by}
    if text is not None:
        made["text"] = text
        if text.startswith("/"):
            made["entities"] = [COMMAND | {"length": len(text.split()[0])}]
    return {"message": made | more}


def press(data: str, chat: dict[str, Any] = SUPERGROUP, /, **more: object) -> dict[str, Any]:
    """The update of a button that Alice pressed on the bot's message 5 in a group; `more` is of that message."""
    on = {"message_id": 5, "date": 1_700_000_000, "chat": chat, "from": ME, "text": "…"} | more
    return {"callback_query": {"id": "77", "from": ALICE, "chat_instance": "1", "message": on, "data": data}}


def membership(
    before: str, after: str, chat: dict[str, Any] = GROUP, of: dict[str, Any] = ME, kind: str = "my_chat_member"
) -> dict[str, Any]:
    """The update of somebody, the bot unless said otherwise, who was one thing in a chat and is another."""
    change = {"chat": chat, "from": ALICE, "date": 1}
    return {kind: change | {"old_chat_member": member(before, of), "new_chat_member": member(after, of)}}


def member(status: str, user: dict[str, Any]) -> dict[str, Any]:
    """Somebody in a chat, with every right that the status may have."""
    rights = (
        "can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats",
        "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories",
        "can_edit_stories", "can_delete_stories", "is_member", "can_send_messages", "can_send_audios",
        "can_send_documents", "can_send_photos", "can_send_videos", "can_send_video_notes", "can_send_voice_notes",
        "can_send_polls", "can_send_other_messages", "can_add_web_page_previews", "can_pin_messages",
        "can_manage_topics", "can_edit_tag", "can_react_to_messages",
    )  # fmt: skip
    given = dict.fromkeys(rights if status in ("administrator", "restricted") else (), True)
    return {"user": user, "status": status, "until_date": 0, **given}


async def test_only_who_speaks_as_the_group_is_anonymous() -> None:
    anonymous = asked(said("/balance", GROUP, ANONYMOUS, sender_chat=GROUP))
    known = asked(said("/balance"))

    assert (anonymous.person.anonymous, known.person.anonymous) == (True, False)


@pytest.mark.parametrize(
    ("sender", "sender_chat"),
    [(ALICE, GROUP), (FOR_CHANNELS, GROUP), (ANONYMOUS, CHANNEL), (ANONYMOUS, SUPERGROUP)],
    ids=["a person", "a channel's stand-in", "for a channel", "for another group"],
)
async def test_who_only_seems_to_be_an_anonymous_admin_is_nobody(
    sender: dict[str, Any], sender_chat: dict[str, Any]
) -> None:
    assert arrival(said("/logout all yes", GROUP, sender, sender_chat=sender_chat)) is None


async def test_the_stand_in_of_anonymous_admins_is_a_bot_like_others_where_no_group_speaks() -> None:
    assert arrival(said("/balance", GROUP, ANONYMOUS)) is None


@pytest.mark.parametrize("text", ["/balance", "/help@bytes_bot", "/login", "/login team", "/login #1", "/start"])
async def test_a_channel_is_nobody(text: str) -> None:
    assert arrival(said(text, SUPERGROUP, FOR_CHANNELS, sender_chat=CHANNEL)) is None


@pytest.mark.parametrize("text", [f"/login {TOKEN}", f"/balance {TOKEN}", f"/login{TOKEN}"])
async def test_a_token_that_a_channel_shows_is_deleted_all_the_same(text: str) -> None:
    found = heard(said(text, SUPERGROUP, FOR_CHANNELS, sender_chat=CHANNEL))

    assert (found.exposed, found.message_id) == (True, 5)
    assert found.person is not None
    assert not found.person.anonymous


@pytest.mark.parametrize("text", [f"/login {TOKEN}", f"/login{TOKEN}"])
async def test_a_token_in_a_post_of_the_linked_channel_is_the_channels_own_matter(text: str) -> None:
    telegram = {"id": 777000, "is_bot": False, "first_name": "Telegram"}

    assert arrival(said(text, SUPERGROUP, telegram, sender_chat=CHANNEL, is_automatic_forward=True)) is None


async def test_a_post_that_a_member_forwards_is_the_members_word_and_not_the_channels() -> None:
    origin = {"type": "channel", "date": 1, "chat": CHANNEL, "message_id": 3}

    assert asked(said("/balance", SUPERGROUP, forward_origin=origin)).person.person_id == 7


@pytest.mark.parametrize(
    "by", [{"from": ALICE}, {"from": ANONYMOUS, "sender_chat": GROUP}], ids=["person", "anonymous"]
)
@pytest.mark.parametrize(
    ("chat", "service"),
    [(GROUP, {"migrate_to_chat_id": -1004001}), (SUPERGROUP, {"migrate_from_chat_id": -4001})],
    ids=["to", "from"],
)
async def test_a_group_that_became_a_supergroup_moves_in_the_supergroups_lane(
    by: dict[str, Any], chat: dict[str, Any], service: dict[str, int]
) -> None:
    found = heard(said(None, chat, **by, **service))

    assert (found.chat_id, found.moved_to, found.lane) == (-4001, -1004001, -1004001)
    assert (found.command, found.message_id, found.left) == (None, None, False)


@pytest.mark.parametrize(
    "update",
    [said("/balance"), press("/balance", GROUP), membership("member", "left"), membership("left", "member")],
    ids=["typed", "pressed", "left", "added"],
)
async def test_whatever_moves_no_group_goes_in_its_chats_own_lane(update: dict[str, Any]) -> None:
    assert heard(update).lane == -4001


@pytest.mark.parametrize("service", ["migrate_to_chat_id", "migrate_from_chat_id"])
async def test_a_private_chat_never_moves(service: str) -> None:
    found = heard(said("/balance", PRIVATE, **{service: -4001}))

    assert (found.chat_id, found.moved_to) == (7, None)
    assert arrival(said(None, PRIVATE, **{service: -4001})) is None


@pytest.mark.parametrize("service", ["migrate_to_chat_id", "migrate_from_chat_id"])
@pytest.mark.parametrize("wrong", ["-4001", True, 2**63, [1]])
async def test_a_group_moves_only_to_what_can_be_a_chat(service: str, wrong: object) -> None:
    with pytest.raises(TypeError):
        arrival(said(**{service: wrong}))


@pytest.mark.parametrize("chat", [GROUP, SUPERGROUP], ids=["group", "supergroup"])
@pytest.mark.parametrize("before", ["left", "kicked"])
@pytest.mark.parametrize("after", ["member", "administrator", "restricted"])
async def test_who_adds_the_bot_is_greeted_without_having_typed_anything(
    chat: dict[str, Any], before: str, after: str
) -> None:
    found = heard(membership(before, after, chat))

    assert found.command is not None
    assert (found.command.name, found.command.added, found.command.pressed) == ("start", True, False)
    assert (found.command.chat_id, found.command.chat_kind, found.command.chat_title) == (
        chat["id"], chat["type"], "Scrapers",
    )  # fmt: skip
    assert found.person == found.command.person
    assert found.command.person.person_id == 7
    assert (found.left, found.members_changed, found.quotable) == (False, True, None)


@pytest.mark.parametrize(
    ("before", "after"),
    [("member", "administrator"), ("administrator", "member"), ("restricted", "member"), ("member", "restricted")],
)
async def test_other_rights_of_the_bot_are_noted_and_greeted_by_nothing(before: str, after: str) -> None:
    found = heard(membership(before, after))

    assert (found.members_changed, found.command, found.left) == (True, None, False)


@pytest.mark.parametrize("chat", [GROUP, SUPERGROUP, CHANNEL, PRIVATE], ids=lambda chat: str(chat["type"]))
@pytest.mark.parametrize("after", ["left", "kicked"])
async def test_put_out_of_any_kind_of_chat_the_bot_leaves_it(chat: dict[str, Any], after: str) -> None:
    found = heard(membership("administrator", after, chat))

    assert (found.chat_id, found.left, found.members_changed, found.command) == (chat["id"], True, True, None)


@pytest.mark.parametrize("chat", [CHANNEL, PRIVATE], ids=["channel", "unblocked"])
@pytest.mark.parametrize("after", ["member", "administrator"])
async def test_a_channel_and_who_comes_back_in_private_are_not_greeted(chat: dict[str, Any], after: str) -> None:
    assert arrival(membership("kicked", after, chat)) is None


@pytest.mark.parametrize(
    ("before", "after"), [("member", "administrator"), ("administrator", "left"), ("left", "member")]
)
async def test_what_becomes_of_a_member_is_noted_and_asks_for_nothing(before: str, after: str) -> None:
    found = heard(membership(before, after, SUPERGROUP, BOB, "chat_member"))

    assert (found.chat_id, found.members_changed) == (-1004001, True)
    assert (found.left, found.command, found.message_id, found.press_id) == (False, None, None, None)


@pytest.mark.parametrize("wrong", ["-4001", True, 2**63, None])
async def test_a_member_of_what_is_no_chat_is_refused(wrong: object) -> None:
    with pytest.raises(TypeError):
        arrival(membership("left", "member", GROUP | {"id": wrong}, BOB, "chat_member"))


@pytest.mark.parametrize(
    "text",
    [f"/balance@other_bot {TOKEN}", f"/login@other_bot {TOKEN}", f"/nope@other_bot {TOKEN}", "/start@other_bot A1"],
)
async def test_what_is_said_to_another_bot_is_passed_over_whatever_it_holds(text: str) -> None:
    assert arrival(said(text)) is None


def reply_to(sender: dict[str, Any] | None) -> dict[str, Any]:
    """The message that is answered, of somebody or of a channel."""
    of = {"sender_chat": CHANNEL} if sender is None else {"from": sender}
    return {"message_id": 4, "date": 1_700_000_000, "chat": GROUP, "text": "…"} | of


@pytest.mark.parametrize("text", [TOKEN, f"Bearer {TOKEN}", f"my token is {TOKEN}"])
async def test_a_secret_in_answer_to_the_bot_is_to_be_deleted(text: str) -> None:
    found = heard(said(text, reply_to_message=reply_to(ME)))

    assert found.command is not None
    assert (found.exposed, found.message_id, found.quotable) == (True, 5, None)
    assert (found.command.name, found.command.suspect, found.command.secret.reveal()) == ("", True, text)
    assert TOKEN not in repr(found)


async def test_a_secret_below_a_photo_in_answer_to_the_bot_is_to_be_deleted_too() -> None:
    photo = [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]

    assert heard(said(photo=photo, caption=TOKEN, reply_to_message=reply_to(ME))).exposed


@pytest.mark.parametrize("text", ["thanks", "team", "#1", "cancel", "which token?", "look: /balance"])
async def test_what_else_is_answered_to_the_bot_is_passed_over(text: str) -> None:
    assert arrival(said(text, reply_to_message=reply_to(ME))) is None


@pytest.mark.parametrize("sender", [BOB, OTHER_BOT, None], ids=["a member", "another bot", "a channel"])
async def test_in_answer_to_somebody_else_only_what_is_surely_a_secret_is_the_bots_business(
    sender: dict[str, Any] | None,
) -> None:
    assert heard(said(TOKEN, reply_to_message=reply_to(sender))).exposed
    assert arrival(said(f"{TOKEN} works", reply_to_message=reply_to(sender))) is None


@pytest.mark.parametrize("text", [TOKEN, f"Authorization: Bearer {TOKEN}", f"the token is {TOKEN}"])
async def test_a_secret_that_is_pasted_among_people_is_to_be_deleted(text: str) -> None:
    found = heard(said(text))

    assert found.exposed
    assert found.command is not None
    assert found.command.suspect
    assert TOKEN not in repr(found)


async def test_a_secret_behind_a_start_or_glued_to_the_bots_own_name_is_to_be_deleted() -> None:
    long = TOKEN + TOKEN[::-1]

    for text in (f"/start {long}", f"/login@bytes_bot{TOKEN}"):
        assert heard(said(text)).exposed
    assert not heard(said("/start abcdefghij0123456789AB")).exposed


@pytest.mark.parametrize("text", ["/cancel", "/cancel@bytes_bot", "/use x #1", "/USE@bytes_bot x"])
async def test_commands_that_are_of_use_in_private_only_are_passed_over(text: str) -> None:
    assert arrival(said(text)) is None


@pytest.mark.parametrize("text", ["/nope@bytes_bot crawler", "/logn crawler", "/lgoin team", "/logins", "/loginstatus"])
async def test_a_slip_of_the_finger_or_another_bots_command_is_no_reason_to_speak(text: str) -> None:
    assert arrival(said(text)) is None


@pytest.mark.parametrize("name", ["balance", "nope", "use", "cancel", "logn", "loginstatus", "nope@bytes_bot"])
async def test_a_token_behind_any_command_is_to_be_deleted(name: str) -> None:
    found = heard(said(f"/{name} {TOKEN}"))

    assert found.command is not None
    assert (found.exposed, found.quotable) == (True, None)
    assert (found.command.name, found.command.arguments, found.command.secret.reveal()) == ("", (), TOKEN)


@pytest.mark.parametrize(
    "text",
    [
        f"/login{TOKEN}",
        f"/login{TOKEN[:24]}x9",  # of 32 characters, as long as Telegram lets a command be
        f"/LogIn{TOKEN}",
        f"/login:{TOKEN}",
        f"/login@bytes_bot:{TOKEN}",
        f"/login{TOKEN} team",
    ],
)
async def test_a_token_that_hangs_on_to_the_login_is_to_be_deleted(text: str) -> None:
    found = heard(said(text))

    assert found.command is not None
    assert (found.exposed, found.command.name, found.command.arguments) == (True, "", ())
    assert TOKEN[:24] in found.command.secret.reveal()
    assert TOKEN[:24] not in repr(found)


@pytest.mark.parametrize("name", ["team", "a" * 15, "crawler-2", "team_2.test", "#1", "#123456789012345678", "Cancel"])
async def test_a_short_name_behind_a_login_is_no_secret(name: str) -> None:
    found = heard(said(f"/login {name}"))

    assert found.command is not None
    assert (found.exposed, found.quotable) == (False, 5)
    assert (found.command.name, found.command.arguments) == ("login", (name,))
    assert not found.command.secret


@pytest.mark.parametrize("rest", ["a" * 16, "crawler-2000", "two words", "#1234567890123456789", "#"])
async def test_anything_longer_behind_a_login_may_be_a_secret(rest: str) -> None:
    found = heard(said(f"/login {rest}"))

    assert found.command is not None
    assert (found.exposed, found.quotable) == (True, None)
    assert (found.command.name, found.command.arguments, found.command.secret.reveal()) == ("login", (), rest)


async def test_only_a_command_typed_in_a_group_is_quoted() -> None:
    typed = {chat["type"]: heard(said("/balance", chat)).quotable for chat in (GROUP, SUPERGROUP, PRIVATE)}

    assert typed == {"group": 5, "supergroup": 5, "private": None}
    assert heard(press("/balance")).quotable is None


async def test_an_answer_belongs_in_the_topic_and_not_in_a_thread_of_replies() -> None:
    topic, thread = {"message_thread_id": 9, "is_topic_message": True}, {"message_thread_id": 9}

    for update in (said("/balance", SUPERGROUP, **topic), press("/balance", **topic)):
        assert (heard(update).topic_id, asked(update).topic_id) == (9, 9)
    for update in (said("/balance", SUPERGROUP, **thread), press("/balance", **thread)):
        assert (heard(update).topic_id, asked(update).topic_id) == (None, None)


@pytest.mark.parametrize("title", ["Scr\ud83dapers", "\udc00Scrapers", "Scrapers\ud800"])
@pytest.mark.parametrize("how", ["typed", "pressed", "added"])
async def test_half_a_character_in_a_title_is_left_out(title: str, how: str) -> None:
    chat = GROUP | {"title": title}
    updates = {
        "typed": said("/balance", chat),
        "pressed": press("/balance", chat),
        "added": membership("left", "member", chat),
    }

    assert asked(updates[how]).chat_title == "Scrapers"


async def test_half_a_character_in_a_name_is_left_out() -> None:
    command = asked(said("/balance", GROUP, ALICE | {"first_name": "Al\ud83dice"}))

    assert command.person.name == "Alice"


@pytest.mark.parametrize("wrong", [5, ["Scrapers"], {"text": "Scrapers"}, True])
@pytest.mark.parametrize("how", ["typed", "pressed", "added"])
async def test_a_title_that_is_no_text_is_refused(wrong: object, how: str) -> None:
    chat = GROUP | {"title": wrong}
    updates = {
        "typed": said("/balance", chat),
        "pressed": press("/balance", chat),
        "added": membership("left", "member", chat),
    }

    with pytest.raises(TypeError):
        arrival(updates[how])


async def test_a_group_without_a_title_is_answered_too() -> None:
    assert asked(said("/balance", {"id": -4001, "type": "group"})).chat_title is None
