"""Reads the HTML parse mode as Telegram does: a text gives plain text with entities, or the server's own error.

https://core.telegram.org/bots/api#html-style. Offsets in errors count UTF-8 bytes of the text as it was sent, offsets
of entities UTF-16 units of the text without tags. Trimming and what may lie within what comes later, in ``tidy``.
"""

from __future__ import annotations

from sandbox.telegram.entities import Entity
from sandbox.telegram.tags import TAGS, MarkupError, Opened, closed, finished

SPACE = frozenset(b" \t\r\n\v\0")
LETTERS = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
DIGITS = frozenset(b"0123456789")
HEX_DIGITS = frozenset(b"0123456789abcdefABCDEF")
NAME_TOKEN = LETTERS | DIGITS | frozenset(b".-")
NAME_END = SPACE | frozenset(b"=>/\"'")
TAG_END = SPACE | frozenset(b">")
QUOTES = frozenset(b"\"'")
NAMED = {b"lt": ord("<"), b"gt": ord(">"), b"amp": ord("&"), b"quot": ord('"')}
LESS, GREATER, SLASH, EQUALS, AMPERSAND, SEMICOLON, HASH = b"<>/=&;#"


def parse(markup: str) -> tuple[str, tuple[Entity, ...]]:
    """Return the plain text and its entities, in the order in which their tags closed.

    Raises MarkupError with the text that follows "can't parse entities: ".
    """
    return _Reader(markup.encode("utf-8", "surrogatepass")).read()


class _Reader:
    def __init__(self, source: bytes) -> None:
        self._source = source
        self._at = 0
        self._plain = bytearray()
        self._offset = 0
        self._open: list[Opened] = []
        self._entities: tuple[Entity, ...] = ()

    def read(self) -> tuple[str, tuple[Entity, ...]]:
        while self._at < len(self._source):
            if self._here() == LESS:
                self._tag()
            else:
                self._letter()
        if self._open:
            raise MarkupError(f'Can\'t find end tag corresponding to start tag "{self._open[-1].name}"')
        try:
            return self._plain.decode(), finished(self._entities)
        except UnicodeDecodeError as error:
            raise MarkupError(
                "Text contains invalid Unicode characters after decoding HTML entities, "
                "check for unmatched surrogate code units"
            ) from error

    def _here(self) -> int:
        return self._source[self._at] if self._at < len(self._source) else 0

    def _skip(self, kinds: frozenset[int]) -> None:
        while self._at < len(self._source) and self._here() in kinds and self._here():
            self._at += 1

    def _until(self, kinds: frozenset[int]) -> bytes:
        begin = self._at
        while self._here() not in kinds:
            self._at += 1
        return self._source[begin : self._at]

    def _letter(self) -> None:
        code = self._reference()
        if code is not None:
            self._plain += chr(code).encode("utf-8", "surrogatepass")
            self._offset += 2 if code > 0xFFFF else 1
            return
        byte = self._here()
        self._plain.append(byte)
        if byte & 0xC0 != 0x80:
            self._offset += 2 if byte >= 0xF0 else 1
        self._at += 1

    def _reference(self) -> int | None:
        """Read ``&lt;`` and its like; anything else stays where it is and None is returned."""
        if self._here() != AMPERSAND:
            return None
        begin, source = self._at, self._source
        end = begin + 1
        if source[end : end + 1] == b"#":
            hexadecimal = source[end + 1 : end + 2] == b"x"
            end = self._run(end + 2 if hexadecimal else end + 1, HEX_DIGITS if hexadecimal else DIGITS)
            digits = source[begin + (3 if hexadecimal else 2) : end]
            code = int(digits, 16 if hexadecimal else 10) if digits and end - begin < 10 else 0
            if not 0 < code < 0x10FFFF:
                return None
        else:
            end = self._run(end, LETTERS)
            code = NAMED.get(source[begin + 1 : end], 0)
            if not code:
                return None
        self._at = end + 1 if source[end : end + 1] == b";" else end
        return code

    def _run(self, begin: int, kinds: frozenset[int]) -> int:
        end = begin
        while end < len(self._source) and self._source[end] in kinds:
            end += 1
        return end

    def _tag(self) -> None:
        begin = self._at
        self._at += 1
        if self._here() == SLASH:
            self._at += 1
            self._close(begin)
        else:
            self._start(begin)
        self._at += 1

    def _start(self, begin: int) -> None:
        name = _lower(self._until(TAG_END))
        if not self._here():
            raise MarkupError(f"Unclosed start tag at byte offset {begin}")
        if name not in TAGS:
            raise MarkupError(f'Unsupported start tag "{name}" at byte offset {begin}')
        tag = Opened(name=name, offset=self._offset, begin=len(self._plain))
        while self._here() != GREATER:
            self._skip(SPACE)
            if self._here() != GREATER:
                tag = self._attribute(tag, begin)
        if name == "span" and tag.argument != "spoiler":
            raise MarkupError(f'Tag "span" must have class "tg-spoiler" at byte offset {begin}')
        self._open.append(tag)

    def _attribute(self, tag: Opened, begin: int) -> Opened:
        name = _lower(self._until(NAME_END))
        if not name:
            raise MarkupError(f'Empty attribute name in the tag "{tag.name}" at byte offset {begin}')
        self._skip(SPACE)
        if self._here() == EQUALS:
            self._at += 1
            self._skip(SPACE)
        elif self._here():
            return tag.with_attribute(name, "") if name == "expandable" else tag
        if not self._here():
            raise MarkupError(f'Unclosed start tag "{tag.name}" at byte offset {begin}')
        value = self._quoted() if self._here() in QUOTES else self._token()
        if not self._here():
            raise MarkupError(f"Unclosed start tag at byte offset {begin}")
        return tag.with_attribute(name, value)

    def _token(self) -> str:
        begin = self._at
        self._at = self._run(begin, NAME_TOKEN)
        if self._here() not in TAG_END:
            raise MarkupError(f"Unexpected end of name token at byte offset {begin}")
        return _lower(self._source[begin : self._at])

    def _quoted(self) -> str:
        quote = self._here()
        self._at += 1
        value = bytearray()
        while self._here() not in {quote, 0}:
            code = self._reference()
            if code is None:
                value.append(self._here())
                self._at += 1
            else:
                value += chr(code).encode("utf-8", "surrogatepass")
        if self._here() == quote:
            self._at += 1
        return value.decode("utf-8", "replace")

    def _close(self, begin: int) -> None:
        if not self._open:
            raise MarkupError(f"Unexpected end tag at byte offset {begin}")
        name = _lower(self._until(TAG_END))
        self._skip(SPACE)
        if self._here() != GREATER:
            raise MarkupError(f"Unclosed end tag at byte offset {begin}")
        tag = self._open.pop()
        if name not in {"", tag.name}:
            raise MarkupError(f'Unmatched end tag at byte offset {begin}, expected "</{tag.name}>", found "</{name}>"')
        if self._offset > tag.offset:
            inner = self._plain[tag.begin :].decode("utf-8", "replace")
            self._entities = closed(tag, self._offset - tag.offset, inner, self._entities)


def _lower(name: bytes) -> str:
    return bytes(name).lower().decode("utf-8", "replace")
