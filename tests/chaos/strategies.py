"""Hostile bytes by shape: true samples with pieces exchanged, dropped, doubled, and JSON of any kind."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

Json = Any

_ODD_NUMBERS = (0, -1, 1, 2**31, 2**53 + 1, 2**63 - 1, 2**63, -(2**63) - 1, 10**30, 1e308, -0.0, 0.5)
_ODD_TEXTS = (
    "", " ", "\0", "\ud800", "\u202e", "/", "//", "/start", "/start@", "@", "\n", "a" * 5000, "🙂" * 100,
    "<b>", "&", "{}",
    "%s", "null", "٣", "Ⅷ", "ﷺ", "\u2066", "İ", "ß",
)  # fmt: skip

numbers = st.one_of(st.sampled_from(_ODD_NUMBERS), st.integers(), st.floats(allow_nan=False, allow_infinity=False))
texts = st.one_of(st.sampled_from(_ODD_TEXTS), st.text(max_size=60), st.text(st.characters(codec=None), max_size=20))
anything: st.SearchStrategy[Json] = st.recursive(
    st.one_of(st.none(), st.booleans(), numbers, texts),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(texts, inner, max_size=4)),
    max_leaves=12,
)


@st.composite
def mutated(draw: st.DrawFn, samples: Sequence[Json], *, most: int = 4) -> Json:
    """A sample of which up to so many places hold something else, or nothing, or are there twice."""
    value = json.loads(json.dumps(draw(st.sampled_from(samples))))
    for _ in range(draw(st.integers(0, most))):
        value = _changed(draw, value)
    return value


def _changed(draw: st.DrawFn, value: Json, depth: int = 0) -> Json:
    """Change one place of it, at any depth."""
    stop = depth > 6 or not isinstance(value, dict | list) or not value or draw(st.integers(0, 5)) == 0
    if stop:
        return draw(anything)
    if isinstance(value, list):
        place = draw(st.integers(0, len(value) - 1))
        if draw(st.integers(0, 4)) == 0:
            return [*value, value[place]]
        return [*value[:place], _changed(draw, value[place], depth + 1), *value[place + 1 :]]
    name = draw(st.sampled_from(sorted(value)))
    kind = draw(st.integers(0, 6))
    if kind == 0:
        return {key: inner for key, inner in value.items() if key != name}
    if kind == 1:
        return {**value, draw(texts): draw(anything)}
    return {**value, name: _changed(draw, value[name], depth + 1)}


@st.composite
def spoiled(draw: st.DrawFn, samples: Sequence[bytes]) -> bytes:
    """Bytes of a sample with a few exchanged, cut off or put in; or any bytes."""
    if draw(st.integers(0, 5)) == 0:
        return draw(st.binary(max_size=200))
    value = bytearray(draw(st.sampled_from(samples)))
    for _ in range(draw(st.integers(0, 4))):
        place = draw(st.integers(0, len(value)))
        width = draw(st.integers(0, 4))
        value[place : place + width] = draw(st.binary(max_size=6))
    return bytes(value[: draw(st.integers(0, len(value)))] if draw(st.integers(0, 3)) == 0 else value)
