"""Update -> Arrival: who asks what, and what is passed over in silence."""

from __future__ import annotations

import string
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.commands import Command
from bot.handlers import COMMANDS
from bot.telegram.receive import Arrival, receive
from tests.bot.telegram.house import COMMAND, GROUP

ROWS = {row.name: row for row in COMMANDS}
ALICE = {"id": 7, "is_bot": False, "first_name": "Alice", "language_code": "de"}
PRIVATE = {"id": 7, "type": "private", "first_name": "Alice"}
CHANNEL = {"id": -1005, "type": "channel", "title": "News"}
ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}

# The library warns of its next version wherever a length of time stands in an update.
pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")
TOKEN = "tok_5ecret0123456789abcdefghij"


def arrival(update: dict[str, Any]) -> Arrival | None:
    """What an update asks of @bytes_bot."""
    return receive({"update_id": 1, **update}, username="bytes_bot", rows=ROWS)


def message(text: str | None = None, chat: dict[str, Any] | None = None, **more: object) -> dict[str, Any]:
    """The update of a message, its leading command marked as Telegram marks it."""
    made: dict[str, Any] = {"message_id": 5, "date": 1_700_000_000, "chat": chat or PRIVATE, "from": ALICE}
    if text is not None:
        made["text"] = text
        if text.startswith("/"):
            made["entities"] = [COMMAND | {"length": len(text.split()[0])}]
    return {"message": made | more}


def asked(update: dict[str, Any]) -> Command:
    """The command of an update that holds one."""
    found = arrival(update)
    assert found is not None
    assert found.command is not None
    return found.command


@pytest.mark.parametrize(
    ("text", "name", "arguments"),
    [
        ("/balance", "balance", ()),
        ("/BaLance", "balance", ()),
        ("/balance@bytes_bot", "balance", ()),
        ("/balance@Bytes_BOT main", "balance", ("main",)),
        ("/records  order\n2 ", "records", ("order", "2")),
        ("/nope a b", "nope", ("a", "b")),
    ],
)
async def test_a_typed_command_is_read_with_its_arguments(text: str, name: str, arguments: tuple[str, ...]) -> None:
    command = asked(message(text))

    assert (command.name, command.arguments) == (name, arguments)
    assert (command.chat_id, command.chat_kind) == (7, "private")
    assert (command.person.person_id, command.person.language) == (7, "de")
    assert not command.secret
    assert not command.pressed


@pytest.mark.parametrize("text", ["/balance@other_bot", "/login@bytes_bots x", "/login@other_bot"])
async def test_a_command_for_another_bot_is_passed_over_in_a_group_and_taken_where_there_is_no_other(text: str) -> None:
    assert arrival(message(text, GROUP)) is None
    assert asked(message(text)).name == text.partition("@")[0][1:]


@pytest.mark.parametrize("text", ["look: /balance", "hello", "balance", "/балланс", "@bytes_bot /balance", " /balance"])
async def test_text_that_begins_with_no_command_is_plain(text: str) -> None:
    command = asked(message(text, entities=[{"type": "bot_command", "offset": 6, "length": 8}]))

    assert (command.name, command.arguments) == ("", ())
    assert command.secret.reveal() == text.strip() or command.secret.reveal() == text


async def test_a_slash_that_telegram_does_not_mark_as_a_command_is_plain_text() -> None:
    command = asked(message("/balance", entities=[]))

    assert (command.name, command.secret.reveal()) == ("", "/balance")


async def test_a_command_that_telegram_marks_further_on_does_not_make_one_of_the_beginning() -> None:
    command = asked(message("/balance then /help", entities=[{"type": "bot_command", "offset": 14, "length": 5}]))

    assert (command.name, command.secret.reveal()) == ("", "/balance then /help")


async def test_what_follows_a_login_is_secret_and_nothing_else() -> None:
    found = arrival(message(f"/login {TOKEN} team"))

    assert found is not None
    assert found.command is not None
    assert found.command.secret.reveal() == f"{TOKEN} team"
    assert found.command.arguments == ()
    assert found.command.line == "/login"
    assert found.exposed
    assert TOKEN not in repr(found) + str(found) + repr(found.command) + str(found.command) + f"{found}"


@pytest.mark.parametrize("text", [TOKEN, f"my token is {TOKEN}", "hello there", f"/balance {TOKEN}", f"/nope {TOKEN}"])
async def test_plain_text_and_what_looks_like_a_token_is_held_in_the_secret_only(text: str) -> None:
    found = arrival(message(text))

    assert found is not None
    assert found.command is not None
    assert found.command.name == ""
    assert found.command.arguments == ()
    assert found.exposed == (TOKEN in text)
    for word in ("hello", "there", TOKEN):
        assert word not in repr(found)


async def test_arguments_are_shown_by_no_repr_either() -> None:
    found = arrival(message("/records privatename"))

    assert "privatename" not in repr(found)


async def test_a_bare_login_exposes_nothing() -> None:
    found = arrival(message("/login"))

    assert found is not None
    assert not found.exposed


async def test_a_token_behind_a_command_in_a_group_is_exposed_there() -> None:
    found = arrival(message(f"/login@bytes_bot {TOKEN}", GROUP))

    assert found is not None
    assert (found.chat_id, found.exposed, found.message_id) == (-4001, True, 5)


async def test_a_caption_that_begins_with_a_command_is_one() -> None:
    photo = [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]
    found = arrival(message(photo=photo, caption=f"/login {TOKEN}"))

    assert found is not None
    assert found.command is not None
    assert (found.command.name, found.exposed) == ("login", True)


@pytest.mark.parametrize(
    "content",
    [
        {"photo": [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]},
        {"document": {"file_id": "f", "file_unique_id": "u"}},
        {"location": {"latitude": 1.0, "longitude": 2.0}},
        {"contact": {"phone_number": "1", "first_name": "B"}},
        {"dice": {"emoji": "🎲", "value": 3}},
    ],
    ids=lambda content: next(iter(content)),
)
async def test_what_a_person_sends_without_words_is_heard_in_private_only(content: dict[str, Any]) -> None:
    assert asked(message(**content)).name == ""
    assert arrival(message(None, GROUP, **content)) is None


@pytest.mark.parametrize(
    "service",
    [
        {"new_chat_members": [ALICE]},
        {"left_chat_member": ALICE},
        {"new_chat_title": "x"},
        {"delete_chat_photo": True},
        {"group_chat_created": True},
        {"pinned_message": {"message_id": 4, "date": 1, "chat": PRIVATE, "text": "/balance"}},
        {"message_auto_delete_timer_changed": {"message_auto_delete_time": 60}},
        {"write_access_allowed": {}},
        {"users_shared": {"request_id": 1, "users": []}},
        {"forum_topic_created": {"name": "x", "icon_color": 1}},
        {"a_service_of_tomorrow": {"x": 1}},
    ],
    ids=lambda service: next(iter(service)),
)
@pytest.mark.parametrize("chat", [PRIVATE, GROUP], ids=["private", "group"])
async def test_service_messages_are_passed_over(chat: dict[str, Any], service: dict[str, Any]) -> None:
    assert arrival(message(None, chat, **service)) is None


@pytest.mark.parametrize("kind", ["edited_message", "channel_post", "edited_channel_post", "business_message"])
async def test_other_kinds_of_message_are_passed_over(kind: str) -> None:
    chat = CHANNEL if "channel" in kind else PRIVATE

    assert arrival({kind: message("/balance", chat)["message"]}) is None


@pytest.mark.parametrize(
    "update",
    [
        {},
        {"poll_answer": {"poll_id": "1", "option_ids": [0], "option_persistent_ids": ["a"], "user": ALICE}},
        {"inline_query": {"id": "1", "from": ALICE, "query": "", "offset": ""}},
        {"an_update_of_tomorrow": {"chat": PRIVATE}},
    ],
)
async def test_kinds_of_update_nobody_asked_for_are_passed_over(update: dict[str, Any]) -> None:
    assert arrival(update) is None


async def test_other_bots_are_passed_over() -> None:
    bot = {"id": 9, "is_bot": True, "first_name": "Spam"}

    assert arrival(message("/balance", GROUP, **{"from": bot})) is None


async def test_a_message_without_a_sender_is_passed_over() -> None:
    update = message("/balance", CHANNEL, sender_chat=CHANNEL)
    del update["message"]["from"]

    assert arrival(update) is None


async def test_an_anonymous_admin_is_heard() -> None:
    command = asked(message("/balance", GROUP, sender_chat=GROUP, **{"from": ANONYMOUS}))

    assert (command.name, command.person.person_id) == ("balance", 1087968824)


async def test_what_a_linked_channel_posts_into_its_group_is_passed_over() -> None:
    telegram = {"id": 777000, "is_bot": False, "first_name": "Telegram"}
    post = message("/balance", GROUP, sender_chat=CHANNEL, is_automatic_forward=True, **{"from": telegram})

    assert arrival(post) is None


async def test_a_forwarded_message_is_the_persons_own_word() -> None:
    origin = {"type": "user", "date": 1, "sender_user": {"id": 99, "is_bot": False, "first_name": "Bob"}}
    command = asked(message("/balance", forward_origin=origin))

    assert (command.name, command.person.person_id) == ("balance", 7)


@pytest.mark.parametrize("text", ["hello all", "/nope", "/nope@bytes_bot", "look: /balance", "da39a3ee5e6b4b0d" * 3])
async def test_a_group_is_left_in_peace(text: str) -> None:
    assert arrival(message(text, GROUP)) is None


def press(query: str | None, **more: object) -> dict[str, Any]:
    """The update of a button pressed on the bot's message 5."""
    on = {"message_id": 5, "date": 1_700_000_000, "chat": PRIVATE, "text": "…"}
    made = {"id": "77", "from": ALICE, "chat_instance": "1", "message": on, "data": query, **more}
    return {"callback_query": {name: value for name, value in made.items() if value is not None}}


async def test_a_press_is_a_command_somebody_typed_for_you() -> None:
    found = arrival(press("/records order 2"))

    assert found is not None
    assert found.command is not None
    assert (found.command.name, found.command.arguments, found.command.pressed) == ("records", ("order", "2"), True)
    assert (found.press_id, found.message_id, found.press_of, found.exposed) == ("77", 5, 5, False)


async def test_a_press_on_a_message_too_old_to_be_seen_is_answered_anew() -> None:
    found = arrival(press("/balance", message={"message_id": 5, "date": 0, "chat": PRIVATE}))

    assert found is not None
    assert found.command is not None
    assert (found.command.name, found.press_of) == ("balance", None)


@pytest.mark.parametrize(
    "query",
    [
        press("/balance", message=None, inline_message_id="abc"),
        press("/balance", message=None),
        press(None, game_short_name="chess"),
        press(None),
        press(""),
        press("balance"),
        press("/nope"),
        press("/"),
        press("//balance"),
        press("/RECORDS"),
        press(" /balance"),
        press("/balance\n2"),
        press("\ud83d"),
    ],
)
async def test_a_press_that_means_nothing_is_answered_and_asks_for_nothing(query: dict[str, Any]) -> None:
    found = arrival(query)

    assert found is not None
    assert (found.chat_id, found.command, found.press_id) == (7, None, "77")
    assert found.person is not None
    assert found.person.language == "de"


async def test_a_press_with_a_secret_in_it_is_forged_and_asks_for_nothing() -> None:
    found = arrival(press(f"/login {TOKEN}"))

    assert found is not None
    assert found.command is None
    assert TOKEN not in repr(found)


RIGHTS = (
    "can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats",
    "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories",
    "can_edit_stories", "can_delete_stories", "is_member", "can_send_messages", "can_send_audios",
    "can_send_documents", "can_send_photos", "can_send_videos", "can_send_video_notes", "can_send_voice_notes",
    "can_send_polls", "can_send_other_messages", "can_add_web_page_previews", "can_pin_messages",
    "can_manage_topics", "can_edit_tag", "can_react_to_messages",
)  # fmt: skip
"""Of an administrator or somebody restricted."""


@pytest.mark.parametrize(
    ("status", "left"),
    [("kicked", True), ("left", True), ("member", False), ("administrator", False), ("restricted", False)],
)
async def test_a_chat_that_puts_the_bot_out_is_left(status: str, left: bool) -> None:
    me = {"id": 1, "is_bot": True, "first_name": "b", "username": "bytes_bot"}
    rights = dict.fromkeys(RIGHTS if status in ("administrator", "restricted") else (), True)
    new = {"user": me, "status": status, "until_date": 0, **rights}
    change = {"chat": GROUP, "from": ALICE, "date": 1, "old_chat_member": {"user": me, "status": "member"}}

    found = arrival({"my_chat_member": {**change, "new_chat_member": new}})

    assert (found is not None and found.left) is left
    assert found is None or (found.chat_id, found.command) == (-4001, None)


NOT_READ = (LookupError, TypeError, ValueError, AttributeError, ArithmeticError, RecursionError, OSError)
"""What the intake catches: an update that raises one of these is skipped and counted."""

NAMES = (
    "message", "edited_message", "callback_query", "my_chat_member", "from", "chat", "id", "type", "text",
    "caption", "entities", "offset", "length", "date", "message_id", "data", "is_bot", "sender_chat",
    "language_code", "new_chat_member", "old_chat_member", "user", "status", "first_name", "photo",
    "is_automatic_forward", "forward_origin", "reply_to_message", "message_thread_id",
)  # fmt: skip
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(min_value=10**11, max_value=10**20)
    | st.floats()
    | st.sampled_from(
        ["private", "group", "/balance", "/login x", "bot_command", "kicked", "/records@bytes_bot 2", "\ud83d"]
    )
    | st.text(string.printable, max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=6),
    max_leaves=12,
)


def mutated(made: dict[str, Any], path: list[int], value: object) -> dict[str, Any]:
    """A copy in which one value, found by going down a path, is another; `...` takes it away."""
    copy: Any = dict(made)
    names = sorted(copy)
    name = names[path[0] % len(names)]
    if len(path) > 1 and isinstance(copy[name], dict) and copy[name]:
        copy[name] = mutated(copy[name], path[1:], value)
    elif value is ...:
        del copy[name]
    else:
        copy[name] = value
    result: dict[str, Any] = copy
    return result


def assert_usable(found: Arrival | None) -> None:
    """Whatever came of it can be lined up, answered and printed."""
    if found is None:
        return
    assert type(found.chat_id) is int
    assert abs(found.chat_id) < 2**63
    assert found.message_id is None or type(found.message_id) is int
    assert found.press_id is None or type(found.press_id) is str
    people = [found.person, found.command.person if found.command else None]
    for person in people:
        if person is not None:
            assert type(person.person_id) is int
            assert person.language is None or type(person.language) is str
    if found.command is not None:
        assert isinstance(found.command.chat_kind, str)
        assert found.command.line.startswith("/")
    repr(found)


@settings(max_examples=300, deadline=None)
@given(VALUES, st.sampled_from(["message", "callback_query", "my_chat_member", "edited_message"]))
def test_whatever_shape_an_update_has_it_is_read_or_refused(content: object, kind: str) -> None:
    try:
        found = arrival({kind: content})
    except NOT_READ:
        return

    assert_usable(found)


@settings(max_examples=1000, deadline=None)
@given(
    st.sampled_from(
        [
            message("/balance main"),
            message("/login x", GROUP, sender_chat=GROUP),
            message("hello"),
            press("/records 2"),
            {
                "my_chat_member": {
                    "chat": PRIVATE,
                    "from": ALICE,
                    "date": 1,
                    "new_chat_member": {"user": ALICE, "status": "kicked", "until_date": 0},
                    "old_chat_member": {"user": ALICE, "status": "member"},
                }
            },
        ]
    ),
    st.lists(st.integers(0, 30), min_size=1, max_size=4),
    VALUES | st.just(...),
)
def test_a_good_update_with_one_wrong_value_is_read_or_refused(
    update: dict[str, Any], path: list[int], value: object
) -> None:
    ((kind, content),) = update.items()
    try:
        found = arrival({kind: mutated(content, path, value)})
    except NOT_READ:
        return

    assert_usable(found)


@pytest.mark.parametrize(
    "wrong",
    [
        message("/balance", {"id": [1], "type": "private"}),
        message("/balance", {"id": "7", "type": "private"}),
        message("/balance", {"id": True, "type": "private"}),
        message("/balance", {"id": 2**63, "type": "private"}),
        message("/balance", {"id": 7, "type": 5}),
        message("/balance", **{"from": ALICE | {"language_code": 5}}),
        message("/balance", **{"from": ALICE | {"id": None}}),
        message("/balance", message_id="5"),
        press("/balance", id=5),
        press("/balance", message={"message_id": {}, "date": 5, "chat": PRIVATE}),
        {
            "my_chat_member": {
                "chat": {"id": {}, "type": "group"},
                "from": ALICE,
                "date": 1,
                "new_chat_member": {"user": ALICE, "status": "left"},
                "old_chat_member": {"user": ALICE, "status": "member"},
            }
        },
    ],
)
async def test_ids_that_are_none_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(NOT_READ):
        arrival(wrong)


@pytest.mark.parametrize("text", ["/balance \ud83d", "/records \udc00x 2", "/nope \ud800"])
async def test_half_a_character_in_an_argument_does_not_keep_it_from_being_typed_again(text: str) -> None:
    command = asked(message(text))

    assert command.line.encode()
