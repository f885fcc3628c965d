"""Reply markup: read, and refused where Telegram refuses it.

https://core.telegram.org/bots/api#inlinekeyboardmarkup. Reading comes before the chat is looked at, checking
addresses and lengths after it, as on the real server. Its limit on a keyboard's size is unpublished; the twin takes
100 buttons, 8 in a row.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sandbox.telegram import links
from sandbox.telegram.messages import Button, Keyboard
from sandbox.telegram.refusals import Refusal, bad_request

ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)
STYLES = frozenset({"danger", "success", "primary"})
MOST_BUTTONS = 100
MOST_IN_A_ROW = 8
LONGEST_DATA_BYTES = 64
LONGEST_COPY_TEXT = 256


@dataclass(frozen=True, slots=True, kw_only=True)
class Markup:
    """What came as ``reply_markup``: inline buttons, or something for the keyboard below the chat."""

    keyboard: Keyboard = ()
    below: bool = False


def read(markup: Mapping[str, object] | None) -> Markup:
    """Read a checked ``reply_markup``; raises Refusal for a button that does nothing."""
    if markup is None:
        return Markup()
    rows = markup.get("inline_keyboard")
    if not isinstance(rows, list):
        return Markup(below=True)
    keyboard = tuple(tuple(_button(button) for button in row) for row in rows if row)
    return Markup(keyboard=keyboard)


def check(keyboard: Keyboard) -> None:
    """Refuse addresses, sizes and texts that the real server refuses once the chat is known."""
    for row in keyboard:
        for button in row:
            _check_button(button)
    if sum(len(row) for row in keyboard) > MOST_BUTTONS or any(len(row) > MOST_IN_A_ROW for row in keyboard):
        raise bad_request("reply markup is too long")


def _button(button: Mapping[str, object]) -> Button:
    actions = [name for name in ACTIONS if button.get(name) not in (None, False) or _may_be_empty(name, button)]
    if button.get("callback_data") == "":
        actions = []
    if not actions:
        raise _unreadable("Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise _unreadable(f"exactly one action must be specified, found {' and '.join(actions)}")
    if not button["text"]:
        raise _unreadable("text must be non-empty")
    style = button.get("style")
    if style is not None and style not in STYLES:
        raise _unreadable(f'unknown style "{style}"')
    url, callback_data = button.get("url"), button.get("callback_data")
    return Button(
        text=str(button["text"]),
        url=None if url is None else str(url),
        data=None if callback_data is None else str(callback_data),
        rest=MappingProxyType(
            {name: value for name, value in button.items() if name not in {"text", "url", "callback_data"}}
        ),
    )


def _may_be_empty(name: str, button: Mapping[str, object]) -> bool:
    return name in button and name.startswith("switch_inline_query")


def _check_button(button: Button) -> None:
    if button.url is not None and links.mentioned_user(button.url) is None and links.checked(button.url) is None:
        raise bad_request(f"inline keyboard button URL '{button.url}' is invalid: Wrong HTTP URL")
    if button.data is not None and len(button.data.encode()) > LONGEST_DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    copied = button.rest.get("copy_text")
    if isinstance(copied, dict) and not 0 < len(str(copied["text"])) <= LONGEST_COPY_TEXT:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")


def _unreadable(text: str) -> Refusal:
    return bad_request(f"can't parse inline keyboard button: {text}")
