"""What the work in hand is for, told by every log line: an update by its number, a push by its kind and one of its own.

Carried by the context, which is each task's own and is inherited by the tasks it starts: so whatever is logged for an
update says so, by a library too, and nothing of it is known to the next one. No chat and no person is told by it.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from types import MappingProxyType

_NOTHING: Mapping[str, object] = MappingProxyType({})
_subject: ContextVar[Mapping[str, object]] = ContextVar("subject", default=_NOTHING)


@contextmanager
def update(number: int) -> Iterator[None]:
    """Say of every line of this block, and of the tasks that begin in it, that it is for this update."""
    token = _subject.set({"update": number})
    try:
        yield
    finally:
        _subject.reset(token)


@contextmanager
def push(kind: str) -> Iterator[None]:
    """Say of every line of this block, and of the tasks that begin in it, that it is for one push of this kind."""
    token = _subject.set({"push": f"{kind}-{secrets.token_hex(4)}"})
    try:
        yield
    finally:
        _subject.reset(token)


def subject() -> Mapping[str, object]:
    """Return what the work in hand is for, by its kind: nothing, or one number."""
    return _subject.get()
