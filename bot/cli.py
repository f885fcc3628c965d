"""The command line. Exit codes: 0 done, 1 something does not work, 2 it was asked wrongly.

The libraries take most of a second to import; they are, when it is settled what a signal does in that time.
"""

# ruff: noqa: PLC0415  # as said above

from __future__ import annotations

import argparse
import os
import signal
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Awaitable, Callable, Coroutine

    from bot.config import Settings
    from bot.secret import Secret

    Begin = Callable[[], Awaitable[None]]

T = TypeVar("T")

_DUMPABLE = 4  # PR_SET_DUMPABLE of Linux's <linux/prctl.h>


def main(arguments: list[str] | None = None) -> NoReturn:
    """Do what the command line asks, and exit."""
    try:
        signal.signal(signal.SIGTERM, _end)
        code = _do(arguments)
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)


def _end(_number: int, _frame: object) -> NoReturn:
    """Stop on SIGTERM while there is no loop yet that would be told of it."""
    sys.exit(0)


def _do(arguments: list[str] | None) -> int:
    asked = _parser().parse_args(arguments)
    os.umask(0o077)
    _keep_memory_private()
    command: Callable[[argparse.Namespace], int] = asked.command
    from bot.config import SettingsWrong

    try:
        return command(asked) if command is _health else do_at_leisure(command, asked)
    except SettingsWrong as wrong:
        return _refuse("Some settings need your attention:", *(f"  - {fault}" for fault in wrong.faults))


def do_at_leisure(command: Callable[[argparse.Namespace], int], asked: argparse.Namespace) -> int:
    """Do what takes all libraries, and return the exit code."""
    from bot.starting import CannotStart
    from bot.supervision import LoopEnded

    try:
        return command(asked)
    except CannotStart as error:
        return _refuse(f"The bot cannot start: {error}")
    except LoopEnded:
        return 1  # the log has said it


def _keep_memory_private() -> None:
    """Prevent core dumps, which would hold every token in memory."""
    import contextlib
    import ctypes
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    # A limit of 0 does not keep Linux from handing the memory to a program that gathers dumps; this does. Where it
    # cannot be had (another C library, a sandbox) the bot is as good as any other process, so it starts all the same.
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_DUMPABLE, 0, 0, 0, 0)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bytesflows-bot", description="BytesFlows traffic in Telegram.")
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version and exit")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    run = commands.add_parser("run", help="the bot: settings from the environment or .env")
    run.set_defaults(command=_run)
    demo = commands.add_parser("demo", help="the whole product on this machine: no accounts, no network")
    demo.add_argument("--port", type=_port, default=8080, help="of the chat page (default: 8080; 0: any free one)")
    demo.add_argument("--no-open", action="store_true", help="do not open the page in a browser")
    demo.add_argument("--language", default="en", help="the language of the demo's person (default: en)")
    demo.add_argument("--empty", action="store_true", help="begin with nothing connected, not with a month behind you")
    demo.set_defaults(command=_demo)
    checking = commands.add_parser("check", help="say of each setting and service whether it works")
    checking.set_defaults(command=_check)
    health = commands.add_parser("health", help="ask the bot that runs with these settings whether it is well")
    health.set_defaults(command=_health)
    _add_backup(commands)
    keys = commands.add_parser("keys", help="keys new, rotate, status, retire")
    _add_keys(keys.add_subparsers(required=True, metavar="COMMAND"))
    return parser


def _add_backup(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    backup = commands.add_parser("backup", help="write all that the bot keeps into one file, beside the running bot")
    backup.add_argument("file", type=Path, help="to be made, with mode 0600")
    backup.add_argument("--force", action="store_true", help="replace a file that is there already")
    backup.set_defaults(command=_back_up)
    restore = commands.add_parser("restore", help="put a backup into an empty database, SQLite or PostgreSQL")
    restore.add_argument("file", type=Path, help="that `backup` made")
    restore.set_defaults(command=_restore)


def _add_keys(keys: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    new = keys.add_parser("new", help="print a new key for ENCRYPTION_KEYS")
    new.set_defaults(command=_new_key)
    rotate = keys.add_parser("rotate", help="seal everything again with the first key, beside the running bot")
    rotate.add_argument("--new", action="store_true", help="with a new key, which is put into the generated file first")
    rotate.set_defaults(command=_rotate_keys)
    status = keys.add_parser("status", help="say what each key does, and what to do next")
    status.set_defaults(command=_show_keys)
    retire = keys.add_parser("retire", help="take out a key that nothing is sealed with any more")
    retire.add_argument("id", help="of the key, as `keys status` shows it")
    retire.set_defaults(command=_retire_key)


class _Version(argparse.Action):
    """Asks for the version only when somebody else does: that takes longer than the rest of reading the line."""

    def __call__(self, *_: object) -> NoReturn:
        from importlib import metadata

        print(metadata.version("bytesflows-bot"))
        sys.exit(0)


def _run(_asked: argparse.Namespace) -> int:
    from bot import app, config
    from bot.systemd import Notifier
    from bot.watchdog import Watchdog

    env = config.environment(Path.cwd())
    settings = config.read(env)
    _log(settings)
    notifier = Notifier(env.get("NOTIFY_SOCKET"))

    async def ready() -> None:
        notifier.say("READY=1")

    with Watchdog() as watchdog:

        def alive() -> None:
            watchdog.alive()
            notifier.say("WATCHDOG=1")

        _in_loop(_until_stopped(partial(app.run, settings, alive=alive), ready))
    return 0


def _health(_asked: argparse.Namespace) -> int:
    from bot import config
    from bot.healthy import ask

    address = config.served_at(config.environment(Path.cwd()))
    if address is None:
        return _refuse("HTTP_LISTEN is not set, so the bot answers nobody; set it, as in HTTP_LISTEN=127.0.0.1:8080")
    well, said = ask(address)
    print(said)
    return 0 if well else 1


def _check(_asked: argparse.Namespace) -> int:
    from bot import config
    from bot.check import check

    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # what was cut short must not look as if all had worked
    return _in_loop(check(lambda: config.read(config.environment(Path.cwd())), print))


def _new_key(_asked: argparse.Namespace) -> int:
    from bot.vault import new_key

    print(new_key().reveal())
    return 0


def _rotate_keys(asked: argparse.Namespace) -> int:
    from bot import rotation

    return _beside(lambda settings: rotation.rotate(settings, _say, new=asked.new))


def _show_keys(_asked: argparse.Namespace) -> int:
    from bot import rotation

    return _beside(lambda settings: rotation.status(settings, _say))


def _retire_key(asked: argparse.Namespace) -> int:
    from bot import rotation

    return _beside(lambda settings: rotation.retire(settings, asked.id, _say))


def _back_up(asked: argparse.Namespace) -> int:
    from bot import backups

    return _beside(lambda settings: backups.backup(settings, asked.file, _say, replacing=asked.force))


def _restore(asked: argparse.Namespace) -> int:
    from bot import backups

    return _beside(lambda settings: backups.restore(settings, asked.file, _say))


def _beside(work: Callable[[Settings], Coroutine[Any, Any, int]]) -> int:
    """Do an operator's work beside a running bot, with its settings."""
    from dataclasses import replace

    from bot import config

    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # what was cut short must not look as if it were done
    settings = config.read(config.environment(Path.cwd()))
    _log(replace(settings, log_level="WARNING"))
    return _in_loop(work(settings))


def _say(line: str) -> None:
    print(line, flush=True)


def _demo(asked: argparse.Namespace) -> int:
    import tempfile

    # The demo is the one command that may know the sandbox, and the only one that needs it.
    from bot.i18n import languages
    from sandbox.demo import PortTaken

    if asked.language not in languages().codes:
        return _refuse(f"There is no language {asked.language}. Choose one of: {', '.join(languages().codes)}")
    try:
        with tempfile.TemporaryDirectory(prefix="bytesflows-demo-") as directory:
            _in_loop(_demonstrate(Path(directory), asked))
    except PortTaken:
        return _refuse(f"Port {asked.port} is in use. Choose another: bytesflows-bot demo --port {asked.port + 1}")
    return 0


async def _demonstrate(directory: Path, asked: argparse.Namespace) -> None:
    import webbrowser
    from dataclasses import replace

    from bot import app, config
    from bot.config import Settings
    from bot.secret import Secret
    from bot.starting import CannotStart
    from bot.telegram.limits import Limiter
    from sandbox import demo

    async with demo.running(
        port=asked.port, language=asked.language, now=app.now(), zone=config.local_zone(), empty=asked.empty
    ) as world:
        settings = Settings(
            telegram_bot_token=Secret(world.telegram.token),
            telegram_api_url=world.telegram.url,
            bytesflows_api_url=world.vendor.url,
            data_dir=directory,
            database_url=f"sqlite:///{directory / 'bot.db'}",
        )
        _log(replace(settings, log_level="WARNING"))

        async def begin() -> None:
            try:
                await world.live_through_the_past()
            except demo.Unheard as error:
                raise CannotStart("it does not answer; try again, or with --empty") from error
            print(f"The demo is at {world.page_url} (Ctrl+C ends it)", flush=True)
            if not asked.no_open and config.has_display():
                webbrowser.open(world.page_url)

        clock = world.clock
        limiter = Limiter(clock=clock.seconds, sleep=clock.sleep)
        await _until_stopped(partial(app.run, settings, clock=clock, sleep=clock.sleep, limiter=limiter), begin)


async def _until_stopped(run: Callable[..., Coroutine[Any, Any, None]], begin: Begin | None = None) -> None:
    """Run until SIGTERM or SIGINT; a second one does not wait for what is in hand. `begin` once the bot listens."""
    import asyncio

    stop, ready = asyncio.Event(), asyncio.Event()
    loop = asyncio.get_running_loop()

    def on_signal(number: int) -> None:
        stop.set()
        loop.remove_signal_handler(number)

    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, on_signal, number)

    def on_begun(beginning: asyncio.Task[None]) -> None:
        if beginning.cancelled() or beginning.exception() is not None:
            stop.set()  # there is nothing to go on for

    async def after_ready() -> None:
        await ready.wait()
        if begin is not None:
            await begin()

    beginning = asyncio.create_task(after_ready())
    beginning.add_done_callback(on_begun)
    try:
        await run(stop=stop, ready=ready.set)
    finally:
        beginning.cancel()
        await asyncio.wait({beginning})
    if not beginning.cancelled():
        beginning.result()


def _log(settings: Settings) -> None:
    from bot import logs

    secrets = [
        settings.telegram_bot_token,
        settings.encryption_keys,
        settings.telegram_proxy,
        settings.webhook_secret,
        _password(settings),
    ]
    logs.configure(
        level=settings.log_level, style=settings.log_format, secrets=[secret for secret in secrets if secret]
    )


def _password(settings: Settings) -> Secret | None:
    from bot.secret import Secret
    from storage import password_of

    password = password_of(settings.database_url)
    return Secret(password) if password else None


def _in_loop(work: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine on uvloop where there is one."""
    import asyncio

    try:
        import uvloop  # not on every platform
    except ImportError:
        return asyncio.run(work)
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(work)


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not int(text) < 65536:
        raise argparse.ArgumentTypeError("a port is a number from 0 to 65535")
    return int(text)


def _refuse(*lines: str) -> int:
    print(*lines, sep="\n", file=sys.stderr)
    return 2
