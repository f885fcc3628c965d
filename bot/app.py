"""The only place where things are made and handed to each other."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from functools import partial
from typing import Any, TypeVar

from telegram import Bot
from telegram.error import TelegramError

import storage
from bot.alarms import Alarms
from bot.bytesflows import client
from bot.cards import LiveCards
from bot.config import Settings
from bot.dispatch import Dispatcher
from bot.handlers import COMMANDS
from bot.i18n import Languages, languages
from bot.keyring import LOOK_SECONDS, Keyring
from bot.moving import mover
from bot.observing import Pulse
from bot.oversight import Oversight
from bot.patience import USUAL, Patience
from bot.pictures import Renderer
from bot.pushes.alerts import AlertErrands
from bot.pushes.cards import CardErrands
from bot.pushes.daily import DailyErrands
from bot.pushes.locked import tell_locked, watch_locked
from bot.pushes.sampling import EVERY_SECONDS, Sampler
from bot.pushes.worker import Worker
from bot.roster import Roster
from bot.secret import Secret
from bot.starting import CannotStart, alone, answered, keyring_of, served, storage_of, telegram_of
from bot.summaries import Summaries
from bot.supervision import LoopEnded, Loops
from bot.telegram import menu, profile
from bot.telegram.answering import Answering
from bot.telegram.board import Board
from bot.telegram.delivery import Delivery, Hook, HookRefused
from bot.telegram.intake import Intake
from bot.telegram.limits import Limiter
from bot.telegram.members import Members
from bot.telegram.post import Post
from bot.telegram.send import Sender
from bot.telegram.throttle import MOST_WARNINGS, Throttle
from bot.telegram.updates import Poller, TokenRevoked
from bot.telegram.webhook import Webhook
from bot.vault import Key, derived

T = TypeVar("T")
log = logging.getLogger(__name__)

STOP_SECONDS = 9.0
"""For what is in hand; a second is left for closing."""
SAID_AT_ONCE = 4
"""Pushes on their way: one takes 60 ms there and back, and 25 a second may leave. A kill repeats no more than these."""
INTRODUCTION_SECONDS = 0.25
"""Between the languages of menus and descriptions: a start answers people first."""


def now() -> datetime:
    """The clock of the running bot."""
    return datetime.now(UTC)


async def run(
    settings: Settings,
    *,
    stop: asyncio.Event,
    ready: Callable[[], None] = lambda: None,
    alive: Callable[[], None] = lambda: None,
    clock: Callable[[], datetime] = now,
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    every_seconds: float = EVERY_SECONDS,
    keys_seconds: float = LOOK_SECONDS,
    limiter: Limiter | None = None,
    patience: Patience = USUAL,
) -> None:
    """Run the bot until `stop` is set, then finish what is in hand. Raises CannotStart and, for a bug, LoopEnded.

    `alive`: called every few seconds as long as the event loop turns. `every_seconds`: how often it is looked for what
    the clock asks for; `keys_seconds`: for keys that changed. `sleep`: by that clock. `limiter`: one by
    another clock than the machine's.
    """
    words = languages()
    async with AsyncExitStack() as opened:
        if await _unless(stop, alone(settings, opened)) is None:
            return
        oversight = Oversight(served=settings.http_listen is not None, alive=alive)
        observers, loops, heard = oversight.observers, oversight.loops, oversight.hearing.heard
        ring = await keyring_of(settings)
        vault = ring.vault
        webhook, hook = _webhook(settings, ring, heard)
        serving = await opened.enter_async_context(served(settings, webhook, oversight.routes()))
        kept = await opened.enter_async_context(storage_of(settings, observers.database))
        vendor = await opened.enter_async_context(
            client.connected(
                settings.bytesflows_api_url,
                zone=settings.bytesflows_timezone,
                clock=clock,
                sleep=sleep,
                total_seconds=patience.vendor,
                observe=observers.vendor,
            )
        )
        bot, polls = telegram_of(settings, patience, observers.telegram, opened)
        if await _unless(stop, answered(bot.initialize)) is None:
            return
        heard()
        move = mover(kept, vault, clock)
        members = Members(bot, clock=clock, moved=move)
        dispatcher = Dispatcher(
            storage=kept,
            vault=vault,
            client=vendor,
            languages=words,
            clock=clock,
            rows=COMMANDS,
            admins=members,
            bot_name=bot.username,
        )
        roster = Roster(kept.replicas, pulse=oversight.pulse("count of this process"))
        limiter = limiter or Limiter(sharers=lambda: roster.size, observe=observers.limiter)
        sender = Sender(bot, png=Renderer().png, limiter=limiter, patience=patience)
        post = Post(sender=sender, members=members, move=move, leave=dispatcher.left)
        answering = Answering(
            rows=COMMANDS,
            dispatcher=dispatcher,
            sender=sender,
            post=post,
            board=Board(storage=kept, sender=sender, clock=clock),
            members=members,
            throttle=Throttle(clock),
            warnings=Throttle(clock, most_of_person=MOST_WARNINGS, most_of_group=MOST_WARNINGS),
            clock=clock,
        )
        intake = Intake(
            bot=bot,
            rows=COMMANDS,
            answering=answering,
            storage=kept,
            vault=vault,
            clock=clock,
            roster=roster,
            observe=observers.updates,
        )
        await _joined(roster, intake, loops, opened)
        webhook.open(intake)
        pulse = oversight.pulse("hearing of updates")
        delivery = Delivery(bot, hook, heard=heard, pulse=pulse)
        ring.tell(lambda keys: delivery.show(_secrets(settings, keys)[0]))
        poller = Poller(
            transport=polls,
            url=bot.base_url,
            intake=intake,
            ours=lambda: roster.eldest,
            conflict=delivery.conflict,
            patience=patience,
            heard=heard,
            pulse=pulse,
        )
        # What a start owes, done beside the first answers: the menus, and a word to those whose key is lost.
        menus = asyncio.create_task(_introduce(bot, words))
        locked = _watching_locked(
            partial(tell_locked, kept, vault, words, partial(post.tell, push=True), clock=clock, found=oversight.found),
            ring,
        )
        sampler = Sampler(
            storage=kept,
            vault=vault,
            client=vendor,
            interval=settings.sample_interval,
            every_seconds=every_seconds,
            clock=clock,
            sleep=sleep,
            pulse=oversight.pulse("sampler", every_seconds=every_seconds),
        )
        workers = _workers(
            _errands(kept, dispatcher, post, words, clock),
            partial(Worker, clock=clock, sleep=sleep, poll_seconds=every_seconds, observe=observers.pushes),
            partial(oversight.pulse, every_seconds=every_seconds),
        )
        oversight.watch(intake=intake, limiter=limiter, pushing=workers, database=partial(kept.chats.find, 0))
        hear = _hear(bot, delivery, poller.run if hook is None else delivery.watch, (oversight.started, ready))
        hearing = loops.begin("hearing of updates", hear), loops.begin("sampler", sampler.run())
        keeping = loops.begin("keyring", ring.keep(kept.keyrings, seconds=keys_seconds))
        working = [loops.begin("worker of pushes", worker.run()) for worker in workers]
        try:
            await _deaf(stop, loops)
        finally:
            await loops.cancel(*hearing, keeping)
            seconds_left = await _closed(serving)
            finishing = [asyncio.create_task(worker.stop(STOP_SECONDS)) for worker in workers]
            await _broken_off(menus, locked)
            await intake.close(seconds_left)
            await asyncio.gather(*finishing, *working, return_exceptions=True)
            log.info("stopped")


def _errands(
    kept: storage.Storage, dispatcher: Dispatcher, post: Post, words: Languages, clock: Callable[[], datetime]
) -> tuple[DailyErrands, AlertErrands, CardErrands]:
    """Put together what the clock asks for."""
    summaries = Summaries(storage=kept, dispatcher=dispatcher, post=post, clock=clock)
    alarms = Alarms(storage=kept, dispatcher=dispatcher, post=post, clock=clock)
    live_cards = LiveCards(storage=kept, dispatcher=dispatcher, post=post, languages=words, clock=clock)
    return (
        DailyErrands(kept.daily, summaries.say),
        AlertErrands(kept.watches, kept.alerts, alarms.judge, clock=clock),
        CardErrands(kept.cards, live_cards.edit),
    )


def _workers(
    errands: tuple[DailyErrands, AlertErrands, CardErrands],
    worker: Callable[..., Worker[Any]],
    pulse_of: Callable[[str], Pulse],
) -> tuple[Worker[Any], ...]:
    daily, alerts, cards = errands
    saying = asyncio.Semaphore(SAID_AT_ONCE)
    return (
        worker(daily, saying=saying, pulse=pulse_of("worker of daily summaries")),
        worker(alerts, saying=saying, pulse=pulse_of("worker of alerts")),
        # Edits may be repeated, so they wait for nobody who says something.
        worker(cards, saying=asyncio.Lock(), pulse=pulse_of("worker of live cards")),
    )


def _watching_locked(look: Callable[[], Awaitable[None]], ring: Keyring) -> asyncio.Task[None]:
    changed = asyncio.Event()
    ring.tell(lambda _: changed.set())
    return asyncio.create_task(watch_locked(look, changed))


async def _deaf(stop: asyncio.Event, loops: Loops) -> None:
    """Wait until the bot is to stop, or until it would go on deaf or mute."""
    try:
        await _unless(stop, loops.end())
    except LoopEnded as ended:
        error = ended.__cause__
        if isinstance(error, CannotStart):
            raise error from None
        if isinstance(error, TokenRevoked):
            raise CannotStart(
                f"Telegram refuses the bot's token ({error}); @BotFather shows the present one"
            ) from error
        log.critical("%s; what is in hand is finished, and the bot ends", ended, exc_info=error)
        raise


async def _broken_off(*beside: asyncio.Task[None]) -> None:
    """End what goes on beside the answers."""
    for task in beside:
        task.cancel()
    for result in await asyncio.gather(*beside, return_exceptions=True):
        if isinstance(result, Exception):
            log.error("what goes on beside the answers broke off", exc_info=result)


def _webhook(settings: Settings, ring: Keyring, heard: Callable[[], None]) -> tuple[Webhook, Hook | None]:
    """Make the webhook, which takes what any key derives, for keys are rotated; Telegram is told the first."""
    first = _secrets(settings, ring.keys)
    webhook = Webhook(first, heard=heard)
    ring.tell(lambda keys: webhook.take_also(_secrets(settings, keys)))
    return webhook, Hook(url=settings.webhook_url, secret=first[0]) if settings.webhook_url else None


def _secrets(settings: Settings, keys: tuple[Key, ...]) -> tuple[Secret, ...]:
    """Return what Telegram may show at the webhook, first what it is told to."""
    chosen = settings.webhook_secret
    return (chosen,) if chosen is not None else derived(keys, settings.telegram_bot_token, "webhook")


async def _closed(serving: AsyncExitStack) -> float:
    """Serve no more; return how many of the seconds to finish in are left."""
    time = asyncio.get_running_loop().time
    deadline = time() + STOP_SECONDS
    await serving.aclose()
    return deadline - time()


async def _hear(
    bot: Bot,
    delivery: Delivery,
    listen: Callable[[], Coroutine[Any, Any, None]],
    ready: Iterable[Callable[[], None]],
) -> None:
    """Have Telegram hand over what people do, for ever. Raises CannotStart, TokenRevoked."""
    try:
        await answered(delivery.begin)
    except HookRefused as error:
        raise CannotStart(f"WEBHOOK_URL: Telegram does not take it ({error})") from error
    log.info("@%s is listening", bot.username)
    for begun in ready:
        begun()
    await listen()


async def _joined(roster: Roster, intake: Intake, loops: Loops, opened: AsyncExitStack) -> None:
    """Be one of those at work until the end, and take up what others left. Raises CannotStart."""
    roster.tell(intake)
    try:
        await roster.join()
        opened.push_async_callback(roster.leave)
        loops.begin("count of this process", roster.run())
        opened.push_async_callback(loops.cancel)
        await intake.inherit()
    except storage.DatabaseUnavailable as error:
        raise CannotStart(f"the database cannot be used: {error}") from error


async def _introduce(bot: Bot, words: Languages) -> None:
    """Show the bot in every language where it is found, and its commands where they are typed."""
    for offer in (partial(menu.offer, bot, COMMANDS, words), partial(profile.offer, bot, words)):
        try:
            await offer(pause=partial(asyncio.sleep, INTRODUCTION_SECONDS))
        except TelegramError as error:
            log.warning("menus or descriptions could not be set: %s", type(error).__name__)


async def _unless(stop: asyncio.Event, work: Coroutine[Any, Any, T]) -> T | None:
    """Return what `work` returns, or `None` if `stop` is set first; `work` is cancelled then."""
    task = asyncio.create_task(work)
    stopped = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait((task, stopped), return_when=asyncio.FIRST_COMPLETED)
        return task.result() if task.done() else None
    finally:
        for one in (task, stopped):
            one.cancel()
        await asyncio.gather(task, stopped, return_exceptions=True)
