"""What a person pastes -> the credential in it. Pure: nothing is tried, stored or shown here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from bot.secret import Secret

Kind = Literal["bearer", "cookie"]
"""`bearer` may ask everything; `cookie` serves the overview only, as the vendor documents."""

LONGEST = 4096
"""Characters. Longer than any token seen, short enough for one HTTP header."""

LONGEST_READ = 4 * LONGEST
"""Characters of a text that are looked at; Telegram sends no more in one message."""

_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
_QUOTES = "\"'`“”„«»‘’‚"
_OPENING, _CLOSING = "([{<", ")]}>"
_LEFT = _QUOTES + _OPENING + ", "
_RIGHT = _QUOTES + _CLOSING + ",; "
_LEFT_OF = f"[\\s{re.escape(_QUOTES + _OPENING)}]*"

_HEADER = re.compile(r"(?:-H|--header)(?:\s+|=|(?=[\"']))", re.IGNORECASE)
_AUTHORIZATION = re.compile(
    rf"(?<![\w-])authorization(?P<sign>[\"'`”]*\s*[:=]|[\"'`”]*\s){_LEFT_OF}"
    rf"(?P<scheme>(?:(?:bearer|token)(?:[:=]|\s+[:=]\s|\s|$){_LEFT_OF})*)(?P<token>[^\s\"'`\\“”]*)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:(?:export|set|const|let|var)\s+|\$env:)?[a-z_-]{0,24}token(?P<sign>[\"'`”]*\s*[:=]|[\"'`”]*\s)", re.IGNORECASE
)
_BEARER = re.compile(rf"bearer(?:[:=]|\s+[:=]\s|\s|$){_LEFT_OF}", re.IGNORECASE)
_CUT = re.compile(r"[\"'`\\“”]")
_SET_COOKIE = re.compile(r"set-cookie[\"'`”]*(?:\s*[:=]|\s)", re.IGNORECASE)
_COOKIE = re.compile(
    r"(?<![\w-])(?:cookie[\"'`”]*(?:\s*[:=]|\s)|(?:-b|--cookie)(?:\s+|=|(?=[\"'])))"
    rf"[$\s{re.escape(_QUOTES + _OPENING)}]*(?=[^\s=;]{{1,200}}=)",
    re.IGNORECASE,
)
_COOKIE_PAIRS = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+=[!-:<-~]*(?:; ?[!#$%&'*+\-.^_`|~0-9A-Za-z]+=[!-:<-~]*)*;?")
_TOKEN = re.compile(r"[!-~]{8,}")
_NO_TOKEN = re.compile(
    r"[\w-]+[\"'`”]?:|--[a-z-]+|https?://.*|(?:set-)?cookie|authorization|bearer|content-type|accept-(?:encoding|language)|user-agent",
    re.IGNORECASE,
)
"""What stands where a token may stand and is the name of a header, or a link."""

_PIECE = re.compile(r"[!#-&(-+\--:<-_a-~]{8,}")
"""A run of what a token may be written with: no space, quote, comma or semicolon."""
_BOT_TOKEN = re.compile(r"(?<!\d)\d{6,12}:[A-Za-z0-9_-]{30,}")
_JSON_WEB_TOKEN = re.compile(r"(?<![\w-])eyJ[A-Za-z0-9_-]{8,400}\.[A-Za-z0-9_-]{8}")
_LINK = re.compile(r"[a-z][a-z0-9+.-]{1,9}://(?![^/?#]*@)|(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,12}(?:/|$)")
_PLAIN = re.compile(
    # A UUID, an order's or a check-in's number, a mail address, an instant: none of them opens anything.
    r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?:ord|order|sign|task)[-_][\w-]{1,36}"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\d{4}-\d\d-\d\dT[\d:.+Z-]+",
    re.IGNORECASE | re.ASCII,
)
_HEXADECIMAL = re.compile(r"[0-9a-fA-F]+")
_CHUNKS = re.compile(r"[-_./\\~()]+")
_WORD_OR_NUMBER = re.compile(r"[A-Z]?[a-z]{0,20}|[A-Z]{1,20}|\d{1,14}|[A-Za-z0-9]{1,3}|[A-Z]:", re.ASCII)
_LABELLED = re.compile(
    rf"(?:(?:authorization|token)[\"'`”]*(?:\s*[:=]|\s)|bearer(?:\s*[:=]|\s)){_LEFT_OF}(?P<token>[^\s\"'`“”,;]{{8,}})",
    re.IGNORECASE,
)
_MENTION = re.compile(
    r"\b(?:authorization|bearer|cookie|curl|token|secret|password|api[ _-]?key)\b|令牌|密钥|密码", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Credential:
    """What opens one account at the vendor: the bare token, or the whole value of a `Cookie` header."""

    kind: Kind
    secret: Secret


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted:
    """What stood in a message: a credential, and the account name after it (`""` if none)."""

    credential: Credential
    name: str


def read(text: Secret) -> Pasted | None:
    """Take a credential, and a name after it, out of pasted text; `None` if there is none that could be sent.

    An `Authorization` header anywhere in it comes first (of a curl command, a request, a list of headers as browsers
    copy them), then a cookie, then `token: …`, `export TOKEN=…`, `Bearer …`, then the first word. White space,
    invisible characters, quotes and brackets around it are taken off.
    """
    line = _line(text)
    if pasted := _authorization(line):
        return pasted
    if set_cookie := _SET_COOKIE.match(line):
        # What follows the first pair are the cookie's attributes, which no request carries.
        return _cookie(line[set_cookie.end() :].lstrip(_LEFT).partition(";")[0], named=False)
    if cookie := _COOKIE.search(line):
        return _cookie(line[cookie.end() :], named=_begins(line, cookie))
    if label := _LABEL.match(line):
        line = line[label.end() :].lstrip(_LEFT)
    bearer = _BEARER.match(line)
    token, _, name = (line[bearer.end() :] if bearer else line).lstrip(_LEFT).partition(" ")
    if label and label["sign"].endswith(" ") and not bearer and not _token_like(token):
        return None
    return _bearer(_CUT.split(token)[0] if label else token, name)


def looks_secret(text: Secret) -> bool:
    """Tell whether a message that nobody asked for probably holds a credential and should not stay in the chat."""
    line = _line(text)
    if _HEADER.match(line) or _BOT_TOKEN.search(line) or _JSON_WEB_TOKEN.search(line):
        return True
    if _holds_cookie(line) or any(_token_like(found["token"]) for found in _LABELLED.finditer(line)):
        return True
    if (found := _AUTHORIZATION.search(line)) and found["scheme"] and found["token"]:
        return True
    # A longer sentence may well name an order; only one that speaks of a credential is taken to hold it.
    speaks_of_it = len(line.split()) <= 2 or _MENTION.search(line) is not None
    return speaks_of_it and any(_dense(piece) for piece in _PIECE.findall(line))


def surely_secret(text: Secret) -> bool:
    """Tell whether a message between people holds a credential beyond doubt, so that it must go unasked.

    A lone long word counts unless it is a hash in hexadecimal digits, as developers send them to each other.
    """
    line = _line(text)
    if _BOT_TOKEN.search(line) or _JSON_WEB_TOKEN.search(line):
        return True
    if any(_dense(found["token"]) for found in _LABELLED.finditer(line)):
        return True
    pieces = _PIECE.findall(line)
    lone = len(line.split()) == 1 or _MENTION.search(line) is not None
    return lone and any(_dense(piece) and not _HEXADECIMAL.fullmatch(piece) for piece in pieces)


def _line(text: Secret) -> str:
    """One line, single spaces, nothing invisible, no quotes or brackets before it."""
    return " ".join(_INVISIBLE.sub("", text.reveal()[:LONGEST_READ]).split()).lstrip(_LEFT)


def _begins(line: str, found: re.Match[str]) -> bool:
    """Whether nothing but curl's `-H` stands before what was found; only then a name may follow it."""
    before = line[: found.start()]
    return not (_HEADER.sub("", before, count=1) if _HEADER.match(before) else before).strip(_LEFT + "$")


def _authorization(line: str) -> Pasted | None:
    found = _AUTHORIZATION.search(line)
    if not found or (found["sign"].endswith("=") and _COOKIE.match(line)):
        return None
    if found["sign"].endswith(" ") and not found["scheme"] and not _token_like(found["token"]):
        return None
    return _bearer(found["token"], line[found.end() :].partition(" ")[2] if _begins(line, found) else "")


def _bearer(token: str, name: str) -> Pasted | None:
    token = token.rstrip(_RIGHT)
    if len(token) > LONGEST or not _TOKEN.fullmatch(token) or _NO_TOKEN.fullmatch(token):
        return None
    return Pasted(credential=Credential(kind="bearer", secret=Secret(token)), name=_name(name))


def _cookie(rest: str, *, named: bool) -> Pasted | None:
    found = _COOKIE_PAIRS.match(rest)
    if not found or len(found.group()) > LONGEST:
        return None
    name = rest[found.end() :]
    if name and not name[0].isspace() and name[0] not in _QUOTES + _CLOSING + ",":
        return None
    pairs = _unwrapped(found.group())
    return Pasted(credential=Credential(kind="cookie", secret=Secret(pairs)), name=_name(name) if named else "")


def _unwrapped(pairs: str) -> str:
    """Take off the quotes and brackets at the end that were opened before the pairs, not within them."""
    while True:
        last = pairs[-1]
        opened = dict(zip(_CLOSING, _OPENING, strict=True)).get(last)
        within = pairs.count(last) % 2 == 0 if last in _QUOTES else opened and pairs.count(opened) >= pairs.count(last)
        if within or last not in _QUOTES + _CLOSING + ",;":
            return pairs
        pairs = pairs[:-1]


def _name(text: str) -> str:
    """The name in what follows a credential; `""` for what may be one more secret, which no list may ever show."""
    name = text.strip(_LEFT + _RIGHT)
    words = name.split()
    if any(_dense(word) or (len(word) >= 16 and any(c.isdigit() for c in word)) for word in words):
        return ""
    return name


def _holds_cookie(line: str) -> bool:
    set_cookie = _SET_COOKIE.match(line)
    return _COOKIE.search(line) is not None or (set_cookie is not None and "=" in line[set_cookie.end() :])


def _token_like(word: str) -> bool:
    """What stands behind `token:` and is a token rather than the next word of a sentence."""
    word = word.rstrip(_RIGHT)
    if not _TOKEN.fullmatch(word) or _LINK.match(word):
        return False
    return len(word) >= 16 or (any(c.isdigit() for c in word) and any(c.isalpha() for c in word))


def _dense(word: str) -> bool:
    """A long run without sense: a token, not a word, a link, a file's name, an order's number."""
    word = word.strip("()[]{}<>!?.:")
    if len(word) < 24 or len(set(word)) < 8 or _LINK.match(word) or _PLAIN.fullmatch(word):
        return False
    if all(_WORD_OR_NUMBER.fullmatch(chunk) for chunk in _CHUNKS.split(word)):
        return False
    if word.isalpha():
        return len(word) >= 40 or (len(word) >= 32 and re.search("[a-z][A-Z]", word) is not None)
    return len(word) >= 32 or (any(c.isdigit() for c in word) and any(c.isalpha() for c in word))
