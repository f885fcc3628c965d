"""A photo or a document that the bot sends: uploaded, or known by its id; refused as Telegram refuses it.

https://core.telegram.org/bots/api#sending-files. Of pictures the twin reads PNG only, and fetches nothing by address.
What can be told of a file from outside is checked before the chat's permissions, what is in a picture at the very end,
by the far end.
"""

from __future__ import annotations

import mimetypes
import re
import secrets
import struct
from dataclasses import dataclass
from pathlib import PurePosixPath

from sandbox.telegram.attachments import described
from sandbox.telegram.files import File, Files
from sandbox.telegram.messages import Attachment
from sandbox.telegram.parameters import Parameters
from sandbox.telegram.refusals import Refusal, bad_request
from sandbox.telegram.values import Upload

KINDS = ("photo", "document")
NOT_PLAYED = frozenset({"has_spoiler", "show_caption_above_media", "thumbnail"})
LARGEST_FILE_BYTES = 50 * 1024 * 1024
LARGEST_PHOTO_BYTES = 10 * 1024 * 1024
# https://core.telegram.org/bots/api#sendphoto
LONGEST_SIDES = 10_000
MOST_RATIO = 20
THUMBNAIL = 320

ATTACHED = "attach://"
PNG = b"\x89PNG\r\n\x1a\n"
UNSEEN = re.compile(r"[\x00-\x1f\x7f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Media:
    """What is to be sent as a kind: a file, or the id of one."""

    kind: str
    given: Upload | str


def read(parameters: Parameters, kind: str) -> Media:
    """Read the parameter that is called as its kind; raises Refusal where it is missing."""
    given: Upload | str | None = parameters.upload(kind) or parameters.text(kind)
    if isinstance(given, str) and given.startswith(ATTACHED):
        given = parameters.upload(given.removeprefix(ATTACHED))
    if not given:
        raise bad_request(f"there is no {kind} in the request")
    return Media(kind=kind, given=given)


def read_input(parameters: Parameters) -> tuple[Media, Parameters]:
    """Read ``media``; returns it with its own fields, the caption among them."""
    record = parameters.record("media")
    if record is None:
        raise bad_request("input media is empty")
    fields = Parameters(record)
    kind, given = fields.text("type"), fields.text("media")
    if kind not in KINDS:
        raise bad_request(f'the stand-in does not play InputMedia of type "{kind}"')
    for name in sorted(NOT_PLAYED):
        if fields.has(name):
            raise bad_request(f'the stand-in does not play the parameter "{name}"')
    if not given.startswith(ATTACHED):
        if not given:
            raise bad_request("can't parse InputMedia: media not found")
        return Media(kind=kind, given=given), fields
    upload = parameters.upload(given.removeprefix(ATTACHED))
    if upload is None:
        raise bad_request(f'can\'t parse InputMedia: file "{given}" not found')
    return Media(kind=kind, given=upload), fields


def check(media: Media, files: Files) -> None:
    """Refuse what needs no look into the file: an empty or a large one, an id that is unknown or of another kind."""
    given = media.given
    if isinstance(given, str):
        _known(media.kind, given, files)
    elif not given.content:
        raise bad_request("file must be non-empty")
    elif len(given.content) > LARGEST_FILE_BYTES:
        raise Refusal(413, "Request Entity Too Large")
    elif media.kind == "photo" and len(given.content) > LARGEST_PHOTO_BYTES:
        raise bad_request(
            f"file of size {len(given.content)} bytes is too big for a photo; "
            f"the maximum size is {LARGEST_PHOTO_BYTES} bytes"
        )


def taken(media: Media, files: Files) -> Attachment:
    """Take the file in and return what a message carries; raises Refusal for a picture that is none."""
    if isinstance(media.given, str):
        return _known(media.kind, media.given, files).attachment
    file = _photo(media.given) if media.kind == "photo" else _document(media.given)
    files.keep(file)
    return file.attachment


def _known(kind: str, file_id: str, files: Files) -> File:
    if "://" in file_id:
        raise bad_request("failed to get HTTP URL content")
    file = files.find(file_id)
    if file is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    if file.kind != kind:
        raise bad_request(f"can't use file of type {file.kind.capitalize()} as {kind.capitalize()}")
    return file


def _photo(upload: Upload) -> File:
    """Describe a picture in two sizes, as Telegram does; the twin keeps the bytes as they came for both."""
    width, height = _dimensions(upload.content)
    if width + height > LONGEST_SIDES or max(width, height) > MOST_RATIO * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    scale = min(1.0, THUMBNAIL / max(width, height))
    small = {"width": max(1, round(width * scale)), "height": max(1, round(height * scale))}
    size = len(upload.content)
    sizes = [described(size) | small, described(size) | {"width": width, "height": height}]
    ids = tuple(str(one["file_id"]) for one in sizes)
    attachment = Attachment(kind="photo", content=sizes)
    return File(ids=ids, name="photo.png", mime_type="image/png", content=upload.content, attachment=attachment)


def _dimensions(content: bytes) -> tuple[int, int]:
    """Read a PNG's header: https://www.w3.org/TR/png-3/#11IHDR."""
    header = content[:24]
    if len(header) < 24 or not header.startswith(PNG) or header[12:16] != b"IHDR":
        raise bad_request("IMAGE_PROCESS_FAILED")
    width, height = struct.unpack(">II", header[16:])
    if not width or not height:
        raise bad_request("IMAGE_PROCESS_FAILED")
    return width, height


def _document(upload: Upload) -> File:
    name = UNSEEN.sub("", PurePosixPath(upload.name.replace("\\", "/")).name) or f"file_{secrets.randbelow(1000)}"
    mime_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
    content = described(len(upload.content)) | {"file_name": name, "mime_type": mime_type}
    attachment = Attachment(kind="document", content=content)
    ids = (str(content["file_id"]),)
    return File(ids=ids, name=name, mime_type=mime_type, content=upload.content, attachment=attachment)
