"""What a message can carry beside words, with plausible values: https://core.telegram.org/bots/api#message.

What people attach does not exist; only its description does. What the bot uploads is in ``media``.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from sandbox.telegram.messages import Attachment


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinds:
    """Which kind of attachment is meant; none, or one."""

    photo: bool = False
    document: bool = False
    sticker: bool = False


def attachment(kinds: Kinds) -> Attachment | None:
    """Make the attachment that was asked for; raises ValueError where there is more than one."""
    if kinds.photo + kinds.document + kinds.sticker > 1:
        raise ValueError("a message has one attachment at most")
    if kinds.photo:
        sizes = [described(1_200) | {"width": 90, "height": 60}, described(80_000) | {"width": 1280, "height": 853}]
        return Attachment(kind="photo", content=sizes)
    if kinds.document:
        named = {"file_name": "report.pdf", "mime_type": "application/pdf"}
        return Attachment(kind="document", content=described(120_000) | named)
    if kinds.sticker:
        drawn = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False, "emoji": "👍"}
        return Attachment(kind="sticker", content=described(30_000) | drawn)
    return None


def described(size_bytes: int) -> dict[str, object]:
    """Return what every file is described by, with ids that no other has."""
    return {
        "file_id": secrets.token_urlsafe(48),
        "file_unique_id": secrets.token_urlsafe(12),
        "file_size": size_bytes,
    }
