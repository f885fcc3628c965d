"""Which methods the twin answers, and by what; every other is "method not found".

A method takes the world and checked parameters and returns the ``result``, or raises a Refusal. What a parameter is
for that the twin does not play, is refused rather than passed over: a test must not believe in it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from sandbox.telegram import asking, attending, deleting, media, pinning, showing, talking
from sandbox.telegram.parameters import Parameters
from sandbox.telegram.polling import Polling
from sandbox.telegram.refusals import bad_request
from sandbox.telegram.world import World

Method = Callable[[World, Parameters], Awaitable[object]]

NOT_PLAYED = frozenset(
    {
        "business_connection_id",
        "certificate",
        "direct_messages_topic_id",
        "inline_message_id",
        "message_effect_id",
        "rich_message",
        "suggested_post_parameters",
        *media.NOT_PLAYED,
    }
)


def table(polling: Polling) -> Mapping[str, Method]:
    """Return every method by its name."""
    return {
        "answerCallbackQuery": talking.answer_callback_query,
        "deleteMessage": deleting.delete_message,
        "deleteMessages": deleting.delete_messages,
        "deleteMyCommands": asking.delete_my_commands,
        "deleteWebhook": polling.delete_webhook,
        "editMessageCaption": showing.edit_message_caption,
        "editMessageMedia": showing.edit_message_media,
        "editMessageReplyMarkup": talking.edit_message_reply_markup,
        "editMessageText": talking.edit_message_text,
        "getChat": asking.get_chat,
        "getChatAdministrators": attending.get_chat_administrators,
        "getChatMember": attending.get_chat_member,
        "getChatMemberCount": attending.get_chat_member_count,
        "getMe": asking.get_me,
        "getMyCommands": asking.get_my_commands,
        "getMyDescription": asking.get_my_description,
        "getMyShortDescription": asking.get_my_short_description,
        "getUpdates": polling.get_updates,
        "getWebhookInfo": polling.get_webhook_info,
        "leaveChat": attending.leave_chat,
        "pinChatMessage": pinning.pin_chat_message,
        "sendChatAction": talking.send_chat_action,
        "sendDocument": showing.send_document,
        "sendMessage": talking.send_message,
        "sendPhoto": showing.send_photo,
        "setMyCommands": asking.set_my_commands,
        "setMyDescription": asking.set_my_description,
        "setMyShortDescription": asking.set_my_short_description,
        "setWebhook": polling.set_webhook,
        "unpinChatMessage": pinning.unpin_chat_message,
    }


def check_played(parameters: Mapping[str, object]) -> None:
    """Refuse a parameter that the twin knows but does not play."""
    for name in parameters:
        if name in NOT_PLAYED:
            raise bad_request(f'the stand-in does not play the parameter "{name}"')
