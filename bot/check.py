"""`bytesflows-bot check`: says of the settings, the keys, the database, Telegram and the vendor whether each works.

It only looks: it makes no file and changes none, beside a running bot of another version too.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta

from telegram import Bot
from telegram.error import InvalidToken, TelegramError

import storage
from bot import app, keys
from bot.bytesflows import calls, client
from bot.bytesflows.errors import Busy, TokenRefused, Unreachable, VendorError
from bot.config import Settings, SettingsWrong
from bot.credentials import Credential
from bot.keysource import Source, Written, source
from bot.secret import Secret
from bot.telegram.delivery import host, same, trouble
from bot.telegram.transport import Transport, Unsent
from bot.vault import Key, Vault

LATELY = timedelta(hours=1)
"""How old what Telegram could not deliver may be, to say that it cannot."""


class _Fault(Exception):
    """What does not work, and what to do."""


async def check(read: Callable[[], Settings], say: Callable[[str], None]) -> int:
    """Say a line for each; return 0 if all work, 1 if one does not, 2 if the settings are wrong."""
    try:
        settings = read()
    except SettingsWrong as wrong:
        for fault in wrong.faults:
            say(f"✗ {fault}")
        return 2
    say("✓ settings: complete")
    faulty: set[str] = set()
    for name, look in (
        ("keys", _keys),
        ("database", _database),
        ("Telegram", _telegram),
        ("updates", _updates),
        ("BytesFlows", _vendor),
    ):
        if name == "updates" and "Telegram" in faulty:
            continue  # the same would be said again
        try:
            say(f"✓ {name}: {await look(settings)}")
        except _Fault as fault:
            say(f"✗ {name}: {fault}")
            faulty.add(name)
    return 1 if faulty else 0


async def _keys(settings: Settings) -> str:
    path = settings.data_dir / keys.FILE
    come_from = source(settings)
    count = len(await _keyring(come_from))
    if count == 0:
        return f"none yet; the first start makes {path}"
    said = "one key" if count == 1 else f"{count} keys; the first one seals"
    if isinstance(come_from, Written) and keys.exposed(come_from.path):
        ended = ", which the next start puts an end to" if come_from.generated else "; give it mode 0600"
        return f"{said}; others may read {come_from.path}{ended}"
    return said


async def _keyring(come_from: Source) -> tuple[Key, ...]:
    try:
        return await come_from.keys()
    except keys.KeysUnavailable as error:
        raise _Fault(str(error)) from error


async def _database(settings: Settings) -> str:
    try:
        seen = await storage.looked_at(settings.database_url)
    except storage.DatabaseUnavailable as error:
        raise _Fault(str(error)) from error
    if seen is None:
        return f"none yet; the first start makes {storage.sqlite_file(settings.database_url)}"
    ring = await _keyring(source(settings))
    vault = Vault(ring) if ring else None
    locked = sum(vault is None or not vault.has_key_of(sealed) for sealed in seen.sealed)
    if locked:
        raise _Fault(
            f"{locked} of {len(seen.sealed)} accounts are locked, for the key that sealed them is not in the keyring; "
            "put it back beside the others, or let those chats connect again"
        )
    later = "; it will be brought up to date at the next start" if seen.behind else ""
    return f"{len(seen.sealed)} accounts connected{later}"


async def _telegram(settings: Settings) -> str:
    async with _asked(settings) as bot:
        return f"@{bot.username} answers"


@asynccontextmanager
async def _asked(settings: Settings) -> AsyncIterator[Bot]:
    """Talk to Telegram as the bot."""
    proxy = settings.telegram_proxy.reveal() if settings.telegram_proxy else None
    bot = Bot(
        settings.telegram_bot_token.reveal(),
        base_url=f"{settings.telegram_api_url}/bot",
        request=Transport(proxy=proxy),
        get_updates_request=Transport(proxy=proxy),
    )
    try:
        await bot.initialize()
        yield bot
    except InvalidToken:
        raise _Fault("the token is refused; @BotFather shows the present one") from None
    except Unsent:
        raise _Fault(
            f"{settings.telegram_api_url} cannot be reached; check the network, or set TELEGRAM_PROXY"
        ) from None
    except TelegramError as error:
        raise _Fault(
            f"{settings.telegram_api_url} does not answer as Telegram does ({error}); is TELEGRAM_API_URL right?"
        ) from None
    finally:
        await bot.shutdown()


async def _updates(settings: Settings) -> str:
    """Say how updates come: what Telegram is told now, what the next start changes, and whether they arrive."""
    async with _asked(settings) as bot:
        info = await bot.get_webhook_info()
    wait = f"{info.pending_update_count} wait"
    if settings.webhook_url is None:
        there = f"; a webhook (at {host(info.url)}) is set, which the next start removes" if info.url else ""
        return f"polled for; {wait}{there}"
    if not info.url:
        return f"no webhook is set, the next start sets it; {wait}"
    if not same(info.url, settings.webhook_url):
        raise _Fault(
            f"another webhook (at {host(info.url)}) is set, the next start sets ours; where another program goes on "
            "setting it, stop that, or give it a bot of its own"
        )
    failed = info.last_error_date is not None and app.now() - info.last_error_date < LATELY
    if failed and info.pending_update_count:
        raise _Fault(f"Telegram could not deliver: {trouble(info)}")
    return f"delivered to {settings.webhook_url}; {wait}"


async def _vendor(settings: Settings) -> str:
    """Ask with a token nobody has: a vendor that refuses it works."""
    nobody = Credential(kind="bearer", secret=Secret("bytesflows-bot-check"))
    async with client.connected(
        settings.bytesflows_api_url, zone=settings.bytesflows_timezone, clock=app.now
    ) as vendor:
        try:
            await vendor.ask(calls.overview(), nobody)
        except (TokenRefused, Busy):
            return f"{settings.bytesflows_api_url} answers"
        except Unreachable as error:
            raise _Fault(f"{settings.bytesflows_api_url} cannot be reached; check the network") from error
        except VendorError as error:
            raise _Fault(
                f"{settings.bytesflows_api_url} does not answer as BytesFlows does; is BYTESFLOWS_API_URL right?"
            ) from error
    raise _Fault(f"{settings.bytesflows_api_url} accepts any token; is BYTESFLOWS_API_URL right?")
