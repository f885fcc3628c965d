"""Commands find their handler with the account they mean; whatever goes wrong becomes words."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import storage
from bot import accounts
from bot.bytesflows import calls, client
from bot.commands import AccountContext, Admin, Command, Context, Person, Row, always
from bot.credentials import Credential
from bot.dispatch import Dispatcher
from bot.i18n import Names, languages
from bot.pushes.locked import tell_locked
from bot.reply import Notice, Reply
from bot.sealed import of_account
from bot.secret import Secret
from bot.vault import Key, Vault
from sandbox import vendor as sandbox
from sandbox.vendor import Vendor
from storage import Account, Storage
from tests.bot.bytesflows.answers import NOW

MINE, THEIRS = 4711, 4712
TOKEN, COOKIE = "tok_5ecret0123456789", "session=5ecret0123456789"
VAULT = Vault((Key(bytes(range(32))),))
OTHER_KEY = Vault((Key(bytes(range(1, 33))),))
MEMBER = Person(person_id=5, language="en")
ENGLISH = languages().best(("en",))


async def shows(ctx: AccountContext) -> Reply:
    """Show which account was meant, with what arguments, and what it has."""
    answer = await ctx.vendor(calls.overview())
    return Reply(text=f"{ctx.account.name}|{' '.join(ctx.arguments)}|{answer.value.total_bytes}|{ctx.reference}")


async def lists(ctx: AccountContext) -> Reply:
    answer = await ctx.vendor(calls.records())
    return Reply(text=str(answer.value.total))


async def tries(ctx: AccountContext) -> Reply:
    answer = await ctx.vendor_if_it_can(calls.records())
    return Reply(text="had" if answer else "not had")


async def takes(ctx: Context) -> Reply:
    await ctx.client.ask(calls.overview(), Credential(kind="bearer", secret=ctx.command.secret))
    return Reply(text="taken")


async def changes(_ctx: Context) -> Reply:
    return Reply(text="changed")


async def fails(_ctx: Context) -> Reply:
    raise ArithmeticError


ROWS = (
    Row(name="show", account_handler=shows, understands=lambda one: one in ("order", "2"), example="/show order"),
    Row(name="list", account_handler=lists, example="/list"),
    Row(name="try", account_handler=tries),
    Row(name="take", handler=takes, secret=True),
    Row(name="fail", handler=fails),
    Row(name="change", handler=changes, admins=always),
    Row(name="own", handler=changes, private=True),
)


class Rights:
    """Every group has two admins, one of them hidden."""

    async def of(self, chat_id: int, *, fresh: bool = False) -> tuple[Admin, ...]:
        """Return both."""
        return (
            Admin(person_id=9, name="Ann", hidden=False),
            Admin(person_id=8, name="Hidden", hidden=True),
        )


@dataclass(kw_only=True)
class House:
    """A dispatcher between a real storage and a stand-in vendor."""

    vendor: Vendor
    storage: Storage
    dispatcher: Dispatcher
    erased: list[bool] = field(default_factory=list)
    can_erase: bool = True

    async def asks(
        self, line: str, *, chat_id: int = MINE, kind: str = "private", secret: str = "", person: Person = MEMBER
    ) -> str:
        """The text of what a command is answered."""
        name, *arguments = line.removeprefix("/").split()
        command = Command(
            chat_id=chat_id,
            chat_kind=kind,
            person=person,
            name=name,
            arguments=tuple(arguments),
            secret=Secret(secret),
        )

        async def erase() -> bool:
            self.erased.append(self.can_erase)
            return self.can_erase

        return (await self.dispatcher.answer(command, erase)).text

    async def connect(self, name: str, *, chat_id: int = MINE, kind: str = "bearer", vault: Vault = VAULT) -> Account:
        await self.storage.chats.meet(chat_id, "private", "en", NOW)
        secret = Secret(TOKEN if kind == "bearer" else COOKIE)

        def seal(account_id: int, chat_id: int) -> bytes:
            return vault.seal(secret, of_account(account_id, chat_id))

        known = accounts.find(name, await self.storage.accounts.of(chat_id))
        connected = await self.storage.accounts.connect(
            chat_id, name, kind, by=5, now=NOW, seal=seal, replaces=known.account_id if known else None, most=10
        )
        return connected.account

    async def account(self, name: str) -> Account:
        found = accounts.find(name, await self.storage.accounts.of(MINE))
        assert found is not None
        return found


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async def no_sleep(_seconds: float) -> None:
        return

    async with (
        Vendor() as vendor,
        storage.opened(f"sqlite:///{tmp_path / 'bot.db'}") as kept,
        client.connected(vendor.url, zone=ZoneInfo("UTC"), clock=lambda: NOW, sleep=no_sleep) as asked,
    ):
        vendor.open(sandbox.Account(token=TOKEN, cookie=COOKIE, total=1000, available=400))
        dispatcher = Dispatcher(
            storage=kept,
            vault=VAULT,
            client=asked,
            languages=languages(),
            clock=lambda: NOW,
            rows=ROWS,
            admins=Rights(),
            bot_name="demo_bot",
        )
        yield House(vendor=vendor, storage=kept, dispatcher=dispatcher)


async def test_the_first_account_is_meant_where_none_is_named(house: House) -> None:
    await house.connect("one")

    assert await house.asks("/show") == "one||1000|"
    assert await house.asks("/show 2 order") == "one|2 order|1000|"


async def test_an_account_is_meant_by_name_or_number_anywhere_among_the_arguments(house: House) -> None:
    await house.connect("one")
    two = await house.connect("Two")
    tail = f"1000| #{two.account_id}"

    assert await house.asks("/show two order") == f"Two|order|{tail}"
    assert await house.asks(f"/show order #{two.account_id} 2") == f"Two|order 2|{tail}"


async def test_an_account_of_another_chat_cannot_be_meant(house: House) -> None:
    await house.connect("mine")
    theirs = await house.connect("theirs", chat_id=THEIRS)

    for reference in (f"#{theirs.account_id}", "theirs"):
        text = await house.asks(f"/show {reference}")
        assert "1000" not in text
        assert "mine" in text
    assert house.vendor.asked == []


async def test_a_sealed_token_copied_to_another_chat_opens_nothing(house: House) -> None:
    theirs = await house.connect("theirs", chat_id=THEIRS)
    await house.storage.chats.meet(MINE, "private", "en", NOW)
    await house.storage.accounts.connect(
        MINE, "stolen", "bearer", by=5, now=NOW, seal=lambda *_: theirs.sealed, replaces=None, most=10
    )

    assert await house.asks("/show") == ENGLISH("account-locked", name="stolen")
    assert house.vendor.asked == []


async def test_what_cannot_be_meant_is_said(house: House) -> None:
    assert await house.asks("/show") == ENGLISH("no-account")
    await house.connect("one")

    assert await house.asks("/nonsense") == ENGLISH("unknown-command", command="/nonsense")
    assert await house.asks("/show one two") == ENGLISH("misused", argument="two", example="/show order")


async def test_in_a_group_a_token_is_never_used_and_warned_of(house: House) -> None:
    assert await house.asks("/take", kind="group", secret=TOKEN) == ENGLISH("secret-in-group")
    house.can_erase = False
    assert await house.asks("/take", kind="supergroup", secret=TOKEN) == ENGLISH("secret-in-group-visible")
    assert house.vendor.asked == []
    assert house.erased == [True, False]


async def test_what_is_for_admins_is_done_for_admins_only_and_what_is_private_for_nobody(house: House) -> None:
    assert await house.asks("/change", kind="group") == ENGLISH("admins-only-named", names=Names(("Ann",)))
    assert await house.asks("/change", kind="group", person=Person(person_id=9, language="en")) == "changed"
    assert await house.asks("/change", kind="private") == "changed"
    anonymous = Person(person_id=1087968824, language=None, anonymous=True)
    assert await house.asks("/change", kind="group", person=anonymous) == ENGLISH("who-are-you")
    assert await house.asks("/own", kind="group") == ENGLISH("private-only")


async def test_a_secret_that_could_not_be_deleted_is_said_to_be_visible(house: House) -> None:
    house.can_erase = False

    text = await house.asks("/take", secret="tok_wrong_5ecret012345")

    assert text == ENGLISH("login-refused") + "\n\n" + ENGLISH("login-not-erased")


async def test_trouble_with_the_vendor_is_told_with_the_last_good_figures(house: House) -> None:
    await house.connect("one")
    await house.asks("/show")
    house.vendor.faults.answer(status=500, times=None)

    text = await house.asks("/list")

    assert text.startswith(ENGLISH("vendor-broken"))
    assert "<b>400 B</b> available of 1,000 B" in text


async def test_a_refused_token_is_marked_and_unmarked_when_it_is_taken_again(house: House) -> None:
    await house.connect("one")
    house.vendor.accounts[0].revoked = True

    assert await house.asks("/show") == ENGLISH("token-refused", name="one")
    assert (await house.account("one")).refused_at == NOW
    house.vendor.accounts[0].revoked = False
    await house.asks("/show")

    assert (await house.account("one")).refused_at is None


async def test_a_cookie_is_asked_for_the_overview_only(house: House) -> None:
    await house.connect("one", kind="cookie")

    assert await house.asks("/show") == "one||1000|"
    assert await house.asks("/list") == ENGLISH("overview-only", name="one")
    assert await house.asks("/try") == "not had"
    assert len(house.vendor.asked) == 1


async def test_an_answer_that_can_be_done_without_is_done_without(house: House) -> None:
    await house.connect("one")

    assert await house.asks("/try") == "had"
    house.vendor.accounts[0].token = "another now"
    await house.connect("two")
    assert (await house.account("one")).refused_at is None


async def test_a_locked_account_is_said_to_be_locked(house: House) -> None:
    await house.connect("one", vault=OTHER_KEY)

    assert await house.asks("/show") == ENGLISH("account-locked", name="one")
    assert await house.asks("/try") == ENGLISH("account-locked", name="one")


async def test_each_overview_is_remembered_and_records_are_not(house: House) -> None:
    account = await house.connect("one")

    await house.asks("/list")
    assert await house.storage.history.latest(account.account_id) is None
    await house.asks("/show")

    kept = await house.storage.history.latest(account.account_id)
    assert kept is not None
    assert (kept.total_bytes, kept.available_bytes, kept.taken_at) == (1000, 400, NOW)


async def test_whatever_the_vendor_calls_its_currency_the_answer_comes_and_is_remembered(house: House) -> None:
    account = await house.connect("one")
    figures = b'"totalTraffic": 7, "dynamicTraffic": 7, "currency": "\\ud800\\u0000x", "balance": 1e19'
    body = b'{"code": 200, "data": {%s}}' % figures
    house.vendor.faults.answer(body=body)

    assert await house.asks("/show") == "one||7|"
    kept = await house.storage.history.latest(account.account_id)
    assert kept is not None
    assert kept.currency == "x"


async def test_a_bug_is_nobodys_words_here(house: House) -> None:
    with pytest.raises(ArithmeticError):
        await house.asks("/fail")


async def test_a_chat_that_put_the_bot_out_is_forgotten(house: House) -> None:
    await house.connect("one")

    await house.dispatcher.left(MINE)

    assert await house.storage.accounts.all() == ()
    assert await house.asks("/show") == ENGLISH("no-account")


async def test_the_language_heard_last_is_spoken_and_sorry_is_said_in_it(house: House) -> None:
    chinese = Command(chat_id=MINE, chat_kind="private", person=Person(person_id=5, language="zh-hans"), name="show")

    async def erase() -> bool:
        return True

    words = languages().best(("zh",))
    assert (await house.dispatcher.answer(chinese, erase)).text == words("no-account")
    assert (await house.dispatcher.sorry(chinese, erased=True)).text == words("bug")
    # Whoever speaks, the chat is spoken to in its own language, and a stranger in theirs.
    stranger = replace(chinese, chat_id=99, person=Person(person_id=99, language=None))
    assert (await house.dispatcher.sorry(stranger, erased=True)).text == ENGLISH("bug")


async def test_a_chat_whose_key_is_lost_hears_it_once(house: House) -> None:
    await house.connect("open")
    await house.connect("locked", vault=OTHER_KEY)
    told: list[tuple[int, str]] = []

    async def tell(notice: Notice) -> bool:
        told.append((notice.chat_id, notice.reply.text))
        # The first time Telegram is out of reach.
        return len(told) > 1

    for _ in range(4):
        await tell_locked(house.storage, VAULT, languages(), tell, clock=lambda: NOW)

    assert told == [(MINE, ENGLISH("account-locked", name="locked"))] * 2
    assert (await house.account("locked")).lock_told_at == NOW


async def test_a_key_that_came_back_and_is_lost_again_is_told_again(house: House) -> None:
    await house.connect("locked", vault=OTHER_KEY)
    told: list[int] = []

    async def tell(notice: Notice) -> bool:
        told.append(notice.chat_id)
        return True

    for vault in (VAULT, OTHER_KEY, VAULT):
        await tell_locked(house.storage, vault, languages(), tell, clock=lambda: NOW + timedelta(days=1))

    assert told == [MINE, MINE]
