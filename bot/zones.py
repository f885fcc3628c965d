"""Time zones as people look for them: by name, by city, by language. From the zone database and our tables."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from typing import Final

from bot.places import ANYWHERE, LIKELY, PLACES, REGIONS

LONGEST_SEARCH = 64
"""Characters of a text that can be the name of a place; a longer one finds nothing."""

_CONTROL: Final = re.compile("[\x00-\x1f\x7f]")
_NOWHERE: Final = frozenset({"Factory"})
_LETTERS: Final = str.maketrans({"ı": "i", "đ": "d", "ø": "o", "ł": "l", "ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه"})
"""Letters that Unicode takes for another one's kin without saying so."""

_MOST_LIKELY: Final = 6
_OFFSET: Final = re.compile(r"(?:utc|gmt)?\s*([+\-−–])\s*0?(\d{1,2})(?::?00)?", re.IGNORECASE)
_FIXED: Final = re.compile(r"Etc/GMT([+-])(\d{1,2})")
_ABBREVIATED: Final = {
    "est": ("America/New_York",),
    "edt": ("America/New_York",),
    "cst": ("America/Chicago", "Asia/Shanghai"),
    "cdt": ("America/Chicago",),
    "mst": ("America/Denver",),
    "mdt": ("America/Denver",),
    "pst": ("America/Los_Angeles",),
    "pdt": ("America/Los_Angeles",),
    "ist": ("Asia/Kolkata",),
    "msk": ("Europe/Moscow",),
    "cet": ("Europe/Berlin", "Europe/Paris"),
    "bst": ("Europe/London",),
    "jst": ("Asia/Tokyo",),
}
"""What people say for the clock where they live. The zone database's own EST has no summer time and means Panama."""


@lru_cache(maxsize=1)
def offered() -> tuple[str, ...]:
    """Return the zones worth offering: UTC, and those of every country under their present names."""
    rows = (row.split("\t") for row in _table("zoneinfo/zone.tab") if not row.startswith("#"))
    return ("UTC", *sorted(zone for _, _, zone, *_ in rows))


def checked(name: str) -> str | None:
    """Return an IANA zone as it is spelled, whatever this name's case and spaces; None for what is no zone."""
    return _spelled().get(name.strip().replace(" ", "_").casefold()) if len(name) <= LONGEST_SEARCH else None


def search(text: str, cities: Mapping[str, str], most: int = 8) -> tuple[str, ...]:
    """Return the zones that somebody may mean by this text, the likeliest first: a city, a zone, `EST`, `UTC+3`.

    `cities` are the zones to be found, each with its city in the reader's language. A zone's exact name comes first,
    under its present spelling if it has an older one; then cities: the very one, those that begin so, those that
    have it in their name. Accents, case, spaces and punctuation do not matter.
    """
    text = text.strip()
    if said := _ABBREVIATED.get(text.casefold()):
        return said
    if (offset := _OFFSET.fullmatch(text)) and int(offset[2]) <= (14 if offset[1] == "+" else 12):
        # East is written with a minus there: https://data.iana.org/time-zones/tzdb/etcetera
        return (f"Etc/GMT{'-' if offset[1] == '+' else '+'}{int(offset[2])}" if int(offset[2]) else "UTC",)
    wanted = _plain(text) if len(text) <= LONGEST_SEARCH and not _CONTROL.search(text) else ""
    if not wanted:
        return ()
    named = checked(text)
    exact = () if named is None else (named if named in cities else _present().get(named, named),)
    prominent = _prominent()
    ranked = sorted(
        (rank, zone not in prominent, len(city), zone)
        for zone, city in cities.items()
        if zone not in exact and (rank := _rank(wanted, zone, city)) is not None
    )
    return (*exact, *(zone for *_, zone in ranked))[:most]


def fixed(zone: str) -> str | None:
    """Return how people write a zone that is an offset alone, `UTC+3`; `None` for one with a place."""
    found = _FIXED.fullmatch(zone)
    if found is None:
        return None
    return f"UTC{'+' if found[1] == '-' else '-'}{int(found[2])}" if int(found[2]) else "UTC"


def likely(language: str | None) -> tuple[str, ...]:
    """Return the zones where people of this language (an IETF tag, as Telegram sends it) live, most of them first."""
    parts = (language or "").replace("_", "-").casefold().split("-")
    tags = ("-".join(parts[:length]) for length in range(len(parts), 0, -1))
    zones = next((LIKELY[tag] for tag in tags if tag in LIKELY), ANYWHERE).split()
    home = [REGIONS[part] for part in parts[1:] if part in REGIONS]
    return tuple(dict.fromkeys((*home, *zones)))[:_MOST_LIKELY]


def _rank(wanted: str, zone: str, city: str) -> int | None:
    names = (_plain(city), _plain(zone.rpartition("/")[2]), *_places().get(zone, ()))
    if wanted in names:
        return 0
    if any(name.startswith(wanted) for name in names):
        return 1
    return 2 if any(wanted in name for name in (*names, _plain(zone))) else None


@lru_cache(maxsize=8192)
def _plain(name: str) -> str:
    """A name's letters and digits, without case and accents."""
    letters = unicodedata.normalize("NFKD", name.casefold()).translate(_LETTERS)
    return "".join(letter for letter in letters if letter.isalnum())


@lru_cache(maxsize=1)
def _places() -> Mapping[str, tuple[str, ...]]:
    return {zone: tuple(_plain(name) for name in names.split(", ")) for zone, names in PLACES.items()}


@lru_cache(maxsize=1)
def _prominent() -> frozenset[str]:
    """Zones that most people live in: they come first among equals."""
    return frozenset((*PLACES, *REGIONS.values(), *(zone for zones in LIKELY.values() for zone in zones.split())))


@lru_cache(maxsize=1)
def _spelled() -> Mapping[str, str]:
    return {name.casefold(): name for name in _table("zones") if name not in _NOWHERE}


@lru_cache(maxsize=1)
def _present() -> Mapping[str, str]:
    """Every zone that has another name now, with that name."""
    links = (row.split() for row in _table("zoneinfo/tzdata.zi") if row.startswith("L "))
    return {former: present for _, present, former in links}


def _table(path: str) -> list[str]:
    """The lines of a file of the zone database that is installed with us; the system's own may be old."""
    return resources.files("tzdata").joinpath(path).read_text("utf-8").splitlines()
