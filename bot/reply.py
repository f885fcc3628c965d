"""A message described, not sent. Telegram's own limits are refused here, when it is made, not when it is sent."""

from __future__ import annotations

from dataclasses import dataclass

LONGEST_DATA = 64
"""Bytes of UTF-8 that a button may carry: https://core.telegram.org/bots/api#inlinekeyboardbutton"""

BELOW = "+"
"""At the end of a pressed command: answer with a message of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """A command somebody typed for you, behind a label; `danger` where it destroys something.

    `below`: what stands above is worth keeping, so the answer does not write over it.

    Raises ValueError where the command is empty or longer than 64 bytes.
    """

    label: str
    command: str
    danger: bool = False
    below: bool = False

    @property
    def data(self) -> str:
        """What the button carries: the command, marked where its answer is to come below the message."""
        return f"{self.command} {BELOW}" if self.below else self.command

    def __post_init__(self) -> None:
        if not self.command or len(self.data.encode()) > LONGEST_DATA:
            raise ValueError(f"a button's command has 1 to {LONGEST_DATA} bytes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What a person is to see: HTML that Telegram parses, and rows of buttons under it.

    `lasting`: a press does not write over the message it stands on; the answer comes as a message of its own.
    """

    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    lasting: bool = False
