"""What a start opens, one by one. What is waited for is waited for here; what is not there is said in plain words."""

from __future__ import annotations

import asyncio
import fcntl
import logging
import os
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from urllib.parse import urlsplit

from telegram import Bot
from telegram.error import InvalidToken, RetryAfter, TelegramError

import storage
from bot import keys
from bot.config import Settings
from bot.keyring import Keyring
from bot.keysource import Written, source
from bot.listener import CannotListen, Route, listening
from bot.observing import Observe
from bot.patience import Patience
from bot.telegram.observed import ObservedTransport
from bot.telegram.webhook import Webhook

log = logging.getLogger(__name__)

STAND_BY_SECONDS = 0.5
"""Between looks at whether another bot has let go of the file."""


class CannotStart(Exception):
    """Something the bot needs is not there; the text says what, and what to do, in plain words."""


async def alone(settings: Settings, opened: AsyncExitStack) -> bool:
    """Hold a file for this process: two would answer everything twice. Waits until another one lets go of it."""
    path = storage.sqlite_file(settings.database_url)
    if path is None:
        return True
    lock = path.with_name(f"{path.name}.lock")
    try:
        lock.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise CannotStart(f"{lock}: {error.strerror}; is DATA_DIR a place you may write to?") from error
    opened.callback(os.close, descriptor)
    waited = False
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if not waited:
                log.warning(
                    "another bot is running with %s; this one stands by, and takes over when that one ends", path
                )
            waited = True
            await asyncio.sleep(STAND_BY_SECONDS)
        else:
            return True


async def keyring_of(settings: Settings) -> Keyring:
    """Return the keyring; the first start makes its file. Raises CannotStart."""
    come_from = source(settings)
    try:
        if isinstance(come_from, Written) and come_from.generated:
            keys.keyring(None, settings.data_dir)
        alone = storage.sqlite_file(settings.database_url) is not None
        return Keyring(come_from, await come_from.keys(), alone=alone)
    except keys.KeysUnavailable as error:
        raise CannotStart(str(error)) from error


@asynccontextmanager
async def storage_of(settings: Settings, observe: Observe) -> AsyncIterator[storage.Storage]:
    """Open the database until the block ends. Raises CannotStart."""
    try:
        async with AsyncExitStack() as stack:
            kept = await stack.enter_async_context(storage.opened(settings.database_url, observe=observe))
            held = stack.pop_all()
    except storage.DatabaseUnavailable as error:
        raise CannotStart(f"the database cannot be opened: {error}") from error
    async with held:
        yield kept


@asynccontextmanager
async def served(settings: Settings, webhook: Webhook, more: tuple[Route, ...]) -> AsyncIterator[AsyncExitStack]:
    """Serve over HTTP until what is yielded is closed, or the block ends."""
    routes = list(more)
    if settings.webhook_url is not None:
        routes.append(Route(method="POST", path=urlsplit(settings.webhook_url).path or "/", answer=webhook.answer))
    async with AsyncExitStack() as serving:
        serving.push_async_callback(webhook.close)
        if settings.http_listen is not None:
            try:
                port = await serving.enter_async_context(listening(settings.http_listen, routes))
            except CannotListen as error:
                raise CannotStart(str(error)) from error
            log.info("serving on port %d", port)
        yield serving


def telegram_of(
    settings: Settings, patience: Patience, observe: Observe, opened: AsyncExitStack
) -> tuple[Bot, ObservedTransport]:
    """Return the bot and what it polls with: a pool of its own, so that answers never keep updates from coming."""
    proxy = settings.telegram_proxy.reveal() if settings.telegram_proxy else None
    pool = partial(ObservedTransport, proxy=proxy, patience=patience, observe=observe)
    polls = pool(connections=2)
    bot = Bot(
        settings.telegram_bot_token.reveal(),
        base_url=f"{settings.telegram_api_url}/bot",
        request=pool(),
        get_updates_request=polls,
    )
    opened.push_async_callback(bot.shutdown)
    return bot, polls


async def answered(call: Callable[[], Awaitable[object]]) -> bool:
    """Ask Telegram for something that a start needs; wait for Telegram as long as it takes."""
    pause = 0.5
    while True:
        try:
            await call()
        except InvalidToken:
            # Without `from`: the library's text holds the token.
            raise CannotStart("TELEGRAM_BOT_TOKEN: Telegram refuses it; @BotFather shows the present one") from None
        except RetryAfter as error:
            wait = error.retry_after
            await asyncio.sleep(wait if isinstance(wait, int) else wait.total_seconds())
        except TelegramError as error:
            log.warning("Telegram does not answer as it should (%s); trying again", error)
            await asyncio.sleep(pause)
            pause = min(pause * 2, 30.0)
        else:
            return True
