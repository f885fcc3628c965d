"""How Telegram hands updates over: brought to our webhook, or kept to be fetched. Set at the start, and mended.

Another program with the same token may set it otherwise. Then it is said what to do, and set right again, but more and
more seldom: two programs must not fight. https://core.telegram.org/bots/api#setwebhook
"""

from __future__ import annotations

import asyncio
import logging
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urlsplit

from telegram import Bot, WebhookInfo
from telegram.error import BadRequest, InvalidToken, RetryAfter, TelegramError

from bot.observing import UNWATCHED, Pulse, silent
from bot.secret import Secret
from bot.telegram.receive import WANTED
from bot.telegram.updates import TokenRevoked

log = logging.getLogger(__name__)

CONNECTIONS = 100
"""As many as Telegram makes: each chat's updates come one after the other anyway, and are written down together."""
WATCH_SECONDS = 60.0
SHORTEST_PEACE, LONGEST_PEACE = 60.0, 3600.0
_REFUSALS = 3
_DEFAULT_PORTS = {"https": 443, "http": 80}
_ALONE = "stop the other, or give it a bot of its own"


class HookRefused(Exception):
    """Telegram does not take the webhook's address; the text is what it says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hook:
    """A webhook of ours: where, and what Telegram shows there."""

    url: str
    secret: Secret


class Delivery:
    """Sees to it that Telegram delivers to `hook`, or, where that is `None`, keeps updates to be fetched."""

    def __init__(
        self,
        bot: Bot,
        hook: Hook | None,
        *,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        seconds: Callable[[], float] = time.monotonic,
        heard: Callable[[], None] = silent,
        pulse: Pulse = UNWATCHED,
    ) -> None:
        self._heard = heard
        self._pulse = pulse
        self._bot = bot
        self._hook = hook
        self._sleep = sleep
        self._peace = _Peace(seconds)
        self._set_by_another = False
        self._failed_at: datetime | None = None
        self._failing = ""

    async def begin(self) -> None:
        """Set it. Raises HookRefused, or TelegramError, after which it may be tried again."""
        info = await self._bot.get_webhook_info()
        self._failed_at = info.last_error_date
        if self._hook is None:
            if info.url:
                log.warning("a webhook was set for this bot (at %s); it is removed, for this one polls", host(info.url))
                await self._bot.delete_webhook(drop_pending_updates=False)
            return
        if info.url and not same(info.url, self._hook.url):
            log.warning("Telegram delivered to another webhook (at %s) until now", host(info.url))
        # Its secret can't be seen, so it is set in any case, but for a replica that did so this very second.
        if self._set_by_another and _is_as_wanted(info, self._hook):
            return
        try:
            await self._set(self._hook)
        except BadRequest as error:
            raise HookRefused(str(error)) from error

    async def watch(self) -> None:
        """Look every minute whether Telegram still delivers to our webhook, for ever. Raises TokenRevoked."""
        refusals = 0
        while self._hook is not None:
            self._pulse.beat()
            await self._sleep(random.uniform(0.75, 1.25) * WATCH_SECONDS)  # noqa: S311  # replicas look one by one
            try:
                info = await self._bot.get_webhook_info()
                self._heard()
                await self._mend(info, self._hook)
                refusals = 0
            except InvalidToken as error:
                refusals += 1
                if refusals >= _REFUSALS:
                    raise TokenRevoked("Unauthorized") from error
            except TelegramError as error:
                log.info("Telegram could not be asked about the webhook (%s)", type(error).__name__)

    async def conflict(self) -> str:
        """Say why Telegram lets nobody fetch, and remove a webhook that is in the way."""
        try:
            info = await self._bot.get_webhook_info()
            if not info.url:
                return f"another program fetches with this bot's token, and Telegram lets one; {_ALONE}"
            said = f"another program has set a webhook (at {host(info.url)}) for this bot, which polls; {_ALONE}"
            if self._peace.is_over():
                await self._bot.delete_webhook(drop_pending_updates=False)
                self._peace.begin()
                said += "; it is removed"
        except TelegramError as error:
            return f"another program fetches with this bot's token or has set a webhook ({type(error).__name__})"
        return said

    def show(self, secret: Secret) -> None:
        """Have Telegram show this when the webhook is set again: other replicas may know none that is older."""
        self._hook = None if self._hook is None else replace(self._hook, secret=secret)

    async def _set(self, hook: Hook) -> None:
        try:
            await self._bot.set_webhook(
                hook.url,
                max_connections=CONNECTIONS,
                allowed_updates=WANTED,
                drop_pending_updates=False,
                secret_token=hook.secret.reveal(),
            )
        except RetryAfter:
            self._set_by_another = True
            raise

    async def _mend(self, info: WebhookInfo, hook: Hook) -> None:
        failed = info.last_error_date is not None and info.last_error_date != self._failed_at
        wrong = _wrong(info, hook)
        if wrong is None and failed and "403" in (info.last_error_message or ""):
            wrong = f"Telegram could not deliver: {trouble(info)}"
        if wrong is None:
            self._tell(info, failed=failed)
        elif self._peace.is_over():
            log.warning("%s; it is set again", wrong)
            await self._set(hook)
            self._peace.begin()
        self._failed_at = info.last_error_date

    def _tell(self, info: WebhookInfo, *, failed: bool) -> None:
        """Say once that Telegram can't deliver, and once that it can again."""
        if not failed and self._failing:
            log.info("Telegram delivers again")
            self._failing = ""
        elif failed and self._failing != info.last_error_message:
            self._failing = info.last_error_message or ""
            log.warning("Telegram could not deliver: %s", trouble(info))


class _Peace:
    """How long nothing is set right again: a minute, and twice as long each time it is needed soon after."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        self._seconds = seconds
        self._length = 0.0
        self._until = float("-inf")

    def is_over(self) -> bool:
        return self._seconds() >= self._until

    def begin(self) -> None:
        now = self._seconds()
        calm = now - self._until > LONGEST_PEACE
        self._length = SHORTEST_PEACE if calm else min(max(self._length * 2, SHORTEST_PEACE), LONGEST_PEACE)
        self._until = now + self._length


def host(url: str) -> str:
    """Return what of a webhook's address may be said: in its path others hide a secret."""
    try:
        return urlsplit(url).hostname or "an address that is none"
    except ValueError:
        return "an address that is none"


def same(one: str, other: str) -> bool:
    """Tell whether two addresses are the same one, however they are written."""
    return _plain(one) == _plain(other)


def trouble(info: WebhookInfo) -> str:
    """Return what Telegram says of a delivery that failed, and what to do."""
    said = info.last_error_message or "no reason given"
    advice = "does WEBHOOK_URL lead to HTTP_LISTEN, with a certificate that others trust?"
    if "403" in said:
        advice = "it shows another secret than the bot's, or a proxy before the bot refuses it"
    if "503" in said:
        advice = "the bot could not take them then, and its log says why"
    return f"{_printable(said)} ({info.pending_update_count} updates wait); {advice}"


def _plain(url: str) -> object:
    try:
        parts = urlsplit(url)
        port = parts.port or _DEFAULT_PORTS.get(parts.scheme)
    except ValueError:
        return url
    return parts.scheme, (parts.hostname or "").lower(), port, parts.path or "/", parts.query


def _is_as_wanted(info: WebhookInfo, hook: Hook) -> bool:
    return (
        same(info.url, hook.url)
        and info.max_connections == CONNECTIONS
        and set(info.allowed_updates or ()) == set(WANTED)
    )


def _wrong(info: WebhookInfo, hook: Hook) -> str | None:
    if not info.url:
        return f"another program has removed the webhook, perhaps to poll with this bot's token; {_ALONE}"
    if not same(info.url, hook.url):
        return f"another program has set another webhook (at {host(info.url)}) for this bot; {_ALONE}"
    if not _is_as_wanted(info, hook):
        return f"another program has changed what Telegram delivers; {_ALONE}"
    return None


def _printable(text: str) -> str:
    return "".join(character if character.isprintable() else "?" for character in text[:200])
