"""Seals and opens. The only file that imports cryptography.

A sealed value: one version byte, the 8-byte id of its key, a 12-byte nonce, the AES-256-GCM ciphertext with its tag.
The associated data is what the value is bound to, so a row copied elsewhere does not open.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import os
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.secret import Secret

_VERSION = b"\x01"
_ID = slice(1, 9)
_NONCE = slice(9, 21)
_CIPHERTEXT = slice(21, None)


class SealError(Exception):
    """Never raised itself."""


class KeyLost(SealError):
    """The key this value names is not in the keyring."""

    def __init__(self, key_id: str) -> None:
        super().__init__(f"sealed with key {key_id}, which is not in the keyring")
        self.key_id = key_id


class SealBroken(SealError):
    """The value is damaged, or was sealed for another place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What a sealed value belongs to: it opens nowhere else."""

    field: str
    chat_id: int = 0
    account_id: int = 0

    def associated_data(self) -> bytes:
        """Return an encoding in which no two places look alike."""
        return f"{self.field}\0{self.chat_id}\0{self.account_id}".encode()


@dataclass(frozen=True, slots=True)
class Key:
    """32 bytes, and the id that sealed values name it by: the first 8 bytes of the key's SHA-256."""

    secret: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.secret) != 32:
            raise ValueError("a key has 32 bytes")

    @property
    def id(self) -> bytes:
        """Return the 8 bytes that name this key in a sealed value; they tell nothing of it."""
        return hashlib.sha256(self.secret).digest()[:8]


Anew = Callable[[bytes], Awaitable[tuple[Key, ...]]]
"""Given the id of a key that is not in the keyring, returns the keyring as it is by now; nothing if nobody can tell."""


class Vault:
    """A keyring at work: the first key seals, every key opens. Raises ValueError without a key.

    `anew`: what is asked where a value names a key that is not in the keyring.
    """

    def __init__(self, keys: tuple[Key, ...], *, anew: Anew | None = None) -> None:
        if not keys:
            raise ValueError("a vault needs a key")
        self._anew = anew
        self._ids: tuple[bytes, ...] = ()
        self._ciphers: dict[bytes, AESGCM] = {}
        self._likening: dict[bytes, bytes] = {}
        self.learn(keys)

    @property
    def key_ids(self) -> tuple[bytes, ...]:
        """The ids of the keyring as it was last learnt, the sealing one first."""
        return self._ids

    def learn(self, keys: tuple[Key, ...]) -> None:
        """Let the first of these seal from now on. What could be opened before still can; no keys change nothing."""
        for key in keys:
            self._ciphers[key.id] = AESGCM(key.secret)
            self._likening[key.id] = hashlib.blake2b(b"likeness", key=key.secret).digest()
        if keys:
            self._ids = tuple(key.id for key in keys)

    def seal(self, secret: Secret, place: Place) -> bytes:
        """Return the sealed value, which opens only for the same place."""
        first = self._ids[0]
        nonce = os.urandom(12)
        text = secret.reveal().encode("utf-8", "surrogatepass")
        return _VERSION + first + nonce + self._ciphers[first].encrypt(nonce, text, place.associated_data())

    def open(self, sealed: bytes, place: Place) -> Secret:
        """Return what was sealed for this place. Raises KeyLost, or SealBroken."""
        if not _whole(sealed):
            raise SealBroken("not a sealed value")
        cipher = self._ciphers.get(sealed[_ID])
        if cipher is None:
            raise KeyLost(sealed[_ID].hex())
        try:
            opened = cipher.decrypt(sealed[_NONCE], sealed[_CIPHERTEXT], place.associated_data())
        except InvalidTag as error:
            raise SealBroken("damaged, or sealed for another place") from error
        return Secret(opened.decode("utf-8", "surrogatepass"))

    def likeness(self, secret: Secret, sealed: bytes) -> bytes:
        """Return 16 bytes, the same for the same secret sealed with the same key; else they tell nothing.

        `sealed`: the secret as it is kept. So what several replicas say of one value is the same, whichever key each of
        them seals with. Raises KeyLost.
        """
        likening = self._likening.get(sealed[_ID])
        if likening is None:
            raise KeyLost(sealed[_ID].hex())
        said = secret.reveal().encode("utf-8", "surrogatepass")
        return hashlib.blake2b(said, key=likening, digest_size=16).digest()

    def has_key_of(self, sealed: bytes) -> bool:
        """Tell whether the key that a sealed value names is in the keyring."""
        return sealed[_ID] in self._ciphers

    async def knows(self, *values: bytes) -> bool:
        """Tell whether the keys of these sealed values are in the keyring; one that is not is asked for first."""
        for sealed in values:
            if not self.has_key_of(sealed) and _whole(sealed) and self._anew is not None:
                self.learn(await self._anew(sealed[_ID]))
        return all(map(self.has_key_of, values))


def _whole(sealed: bytes) -> bool:
    return len(sealed) >= 37 and sealed[:1] == _VERSION


def new_key() -> Secret:
    """Return a new random key as base64 text, as settings take it."""
    return Secret(base64.b64encode(secrets.token_bytes(32)).decode())


def derived(keys: tuple[Key, ...], secret: Secret, purpose: str) -> tuple[Secret, ...]:
    """Return 43 of A-Z a-z 0-9 _ - for each key: the same for the same secret and purpose, and they tell nothing."""
    said = f"{purpose}\0".encode() + secret.reveal().encode("utf-8", "surrogatepass")
    digests = [hmac.digest(key.secret, said, "sha256") for key in keys]
    return tuple(Secret(base64.urlsafe_b64encode(digest).decode().rstrip("=")) for digest in digests)


def write_keys(keys: tuple[Key, ...]) -> Secret:
    """Return a keyring as it is read, a key a line."""
    return Secret("\n".join(base64.b64encode(key.secret).decode() for key in keys))


def read_keys(text: Secret) -> tuple[Key, ...]:
    """Read a keyring: base64 keys between commas or on lines of their own, the sealing one first.

    Raises ValueError that says which one is wrong, and nothing of it.
    """
    parts = [part for part in text.reveal().replace(",", "\n").split() if part]
    keys = []
    for number, part in enumerate(parts, 1):
        try:
            key = base64.b64decode(part.replace("-", "+").replace("_", "/"), validate=True)
        except (binascii.Error, ValueError):
            raise ValueError(f"key {number} is not base64") from None
        if len(key) != 32:
            raise ValueError(f"key {number} has {len(key)} bytes instead of 32")
        keys.append(Key(key))
    if not keys:
        raise ValueError("no key")
    return tuple(keys)
