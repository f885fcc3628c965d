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

LONGEST_WORD = 24

_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
_QUOTES = "\"'`“”„«»‘’‚"
_WRAPPING = _QUOTES + ",{}"
_CURL = re.compile(r"^curl\s", re.IGNORECASE)
_CURL_HEADERS = (
    re.compile(r"(?:-H|--header)\s+([\"'])authorization:.*?(?:\1|$)", re.IGNORECASE),
    re.compile(r"(?:-H|--header)\s+([\"'])cookie:.*?(?:\1|$)|(?:-b|--cookie)\s+([\"']).*?(?:\2|$)", re.IGNORECASE),
)
_HEADER = re.compile(r"^(?:-H|--header)\s+", re.IGNORECASE)
_AUTHORIZATION = re.compile(r"^(?:authorization|token)[\"']?\s*[:=]\s*", re.IGNORECASE)
_BEARER = re.compile(r"^bearer(?:\s+|$)", re.IGNORECASE)
_COOKIE = re.compile(r"^(?:(?:set-)?cookie[\"']?\s*[:=]\s*|(?:-b|--cookie)\s+)", re.IGNORECASE)
_SET_COOKIE = re.compile(r"^set-cookie[\"']?\s*[:=]\s*", re.IGNORECASE)
_TOKEN = re.compile(r"[!-~]{8,}")
_COOKIE_PAIRS = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+=[!-:<-~]*(?:; ?[!#$%&'*+\-.^_`|~0-9A-Za-z]+=[!-:<-~]*)*;?")
_LOOKS_SECRET = re.compile(r"[A-Za-z0-9_\-+/=.]{24,}")
_LINK = re.compile(r"(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,12}(?:/|$)")
_MENTION = re.compile(r"\b(?:authorization|bearer|cookie|curl|token)\b", re.IGNORECASE)


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

    Taken off: white space, invisible characters, quotes, `Authorization:`, `Bearer`, `Cookie:`, curl's `-H` and `-b`.
    A whole curl command, as browsers copy it, gives its `Authorization` header, else its cookie.
    """
    line = _bare(_INVISIBLE.sub("", text.reveal()))
    if _CURL.match(line):
        line = next((found.group() for header in _CURL_HEADERS if (found := header.search(line))), line)
    line = _bare(_HEADER.sub("", line))
    if set_cookie := _SET_COOKIE.match(line):
        # What follows the first pair are the cookie's attributes, which no request carries.
        return _cookie(line[set_cookie.end() :].partition(";")[0])
    if cookie := _COOKIE.match(line):
        return _cookie(line[cookie.end() :])
    line = _bare(_AUTHORIZATION.sub("", line))
    if cookie := _COOKIE.match(line):
        return _cookie(line[cookie.end() :])
    line = _bare(_BEARER.sub("", line))
    token, _, name = line.partition(" ")
    token = token.strip(_QUOTES + ",;")
    if len(token) > LONGEST or not _TOKEN.fullmatch(token):
        return None
    return Pasted(credential=Credential(kind="bearer", secret=Secret(token)), name=_bare(name))


def short_word(text: Secret) -> str | None:
    """Return the text if it is empty or one short word, which may be a direction and no token; else `None`."""
    word = text.reveal().strip()
    return word if len(word) <= LONGEST_WORD and len(word.split()) <= 1 else None


def looks_secret(text: Secret) -> bool:
    """Tell whether a message that nobody asked for probably holds a credential and should not stay in the chat."""
    line = _bare(_INVISIBLE.sub("", text.reveal()))
    if any(pattern.match(line) for pattern in (_HEADER, _AUTHORIZATION, _COOKIE)):
        return True
    if _BEARER.match(line) and len(line.split()) > 1:
        return True
    words = line.split()
    # A longer sentence may well name an order; only one that speaks of a credential is taken to hold it.
    speaks_of_it = len(words) <= 2 or _MENTION.search(line) is not None
    return speaks_of_it and any(_dense(word.strip(_WRAPPING + ";")) for word in words)


def _dense(word: str) -> bool:
    """A long run of one word with digits and letters mixed: a token, not a sentence or a link."""
    if not _LOOKS_SECRET.fullmatch(word) or _LINK.match(word):
        return False
    return any(c.isdigit() for c in word) and any(c.isalpha() for c in word)


def _cookie(rest: str) -> Pasted | None:
    line = _bare(_COOKIE.sub("", _bare(rest)))
    found = _COOKIE_PAIRS.match(line)
    if not found or len(found.group()) > LONGEST:
        return None
    name = line[found.end() :]
    if name and not name[0].isspace() and name[0] not in _QUOTES:
        return None
    pairs = found.group().rstrip(";").rstrip(_QUOTES)
    return Pasted(credential=Credential(kind="cookie", secret=Secret(pairs)), name=_bare(name))


def _bare(text: str) -> str:
    """One line, single spaces, no quotes, braces or commas around it."""
    return " ".join(text.split()).strip(_WRAPPING + " ")
