"""The faults that each neighbour over HTTP is tried with, by name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from sandbox.faults import (
    Answer,
    BlackHole,
    Delay,
    Drip,
    Fault,
    HalfClose,
    Refuse,
    Reset,
    Truncate,
    answers,
)


@cache
def bomb() -> Answer:
    """Return some 400 KB that would be 400 MiB."""
    return answers.gzip_bomb(400)


COMMIT = b"COMMIT"


def database_faults(second: float = 1.0) -> Mapping[str, tuple[Fault, bytes]]:
    """Return those that PostgreSQL is tried with, each with the statements that it is for."""
    return {
        "delay": (Delay(seconds=0.2 * second), b""),
        "reset in a transaction": (Reset(way="request"), b"INSERT"),
        "reset before the commit": (Reset(way="request"), COMMIT),
        "reset at the commit": (Reset(way="response"), COMMIT),
        "black hole": (BlackHole(heard=False), b""),
        "black hole at the commit": (BlackHole(heard=True), COMMIT),
        "truncated": (Truncate(after=20), b""),
        "half-closed": (HalfClose(), b""),
        "refused": (Refuse(), b""),
    }


def faults(second: float = 1.0) -> Mapping[str, Fault]:
    """Return them all; `second` is how long one lasts for delays and drips."""
    return {
        "delay": Delay(seconds=2 * second),
        "delay past all patience": Delay(seconds=60 * second),
        "request reset": Reset(way="request"),
        "request reset midway": Reset(way="request", after=80),
        "response reset": Reset(way="response"),
        "response reset midway": Reset(way="response", after=60),
        "half-closed": HalfClose(),
        "half-closed midway": HalfClose(after=60),
        "one byte a second": Drip(seconds=second),
        "truncated": Truncate(after=60),
        "black hole": BlackHole(heard=False),
        "black hole behind the request": BlackHole(heard=True),
        "refused": Refuse(),
        "gzip bomb": bomb(),
        "endless body": answers.endless(),
        "length too long": answers.too_long(),
        "length too short": answers.too_short(),
        "429 with a time": answers.flood(1),
        "429 without a time": answers.flood(None),
        "500 as JSON": answers.outage(500, page=False),
        "502 as a page": answers.outage(502, page=True),
        "504 as a page": answers.outage(504, page=True),
        "a page with 200": answers.page(),
        "broken JSON": answers.no_json(),
        "another encoding": answers.mislabelled(),
        "header flood": answers.many_headers(),
    }
