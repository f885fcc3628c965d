"""Welcome, connecting, disconnecting and trouble: every other message, whole, in every language that is snapped."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from functools import partial

import pytest
from syrupy.assertion import SnapshotAssertion

from bot import phrases
from bot.alerts import Figures, Kind, Rules
from bot.bytesflows.errors import (
    Broken,
    Busy,
    Refused,
    TokenRefused,
    Unreachable,
    Unreadable,
    VendorError,
)
from bot.commands import Person
from bot.handlers import COMMANDS
from bot.i18n import Words
from bot.problems import (
    AccountLocked,
    AdminsOnly,
    CodeExpired,
    CodeOfAnother,
    GroupOnly,
    Misused,
    NameIsTaken,
    NoAccount,
    NoCredential,
    NotAName,
    NotShared,
    OverviewOnly,
    PrivateOnly,
    Problem,
    RightsUnknown,
    SecretInGroup,
    TooManyAccounts,
    UnknownAccount,
    UnknownCommand,
    UnknownZone,
    WhoAreYou,
)
from bot.reply import Reply
from bot.traffic import Sample
from bot.views import accounts, alert, alerts, login, logout, settings, trouble, welcome
from bot.views.accounts import Shown, Use
from bot.views.alert import Marks, Raised
from storage import Chat
from tests.bot.views.given import HOSTILE, LANGUAGES, NOW, Named, overview, whole, words

TEAM, OTHER = Named(name="team", account_id=12), Named(name="<other> & co", account_id=2**63)
MANY = ("A group with a title as long as Telegram lets one be, and with <b> & co",) * 60
FIRST = Shown(
    account_id=12,
    name="team",
    default=True,
    cookie=False,
    refused=True,
    locked=False,
    connected_at=NOW,
    groups=("Scrapers & co", "Data"),
)
SECOND = replace(FIRST, account_id=13, name="side", default=False, cookie=True, refused=False, locked=True, groups=())
USE = Use(account_id=12, name="team", title="Scrapers & co")
CHOSEN = Chat(chat_id=1, kind="private", language="en", zone="Europe/Berlin", quiet_from=1320, quiet_until=420)
FRESH = Chat(chat_id=-1, kind="supergroup")
LISTED = tuple(row for row in COMMANDS if row.group)


GB = 1024**3
SILENT = Rules(low_percent=None, days=None, expiry_days=None, spike_times=None, balance=Decimal("7.5"), trouble=False)
FIGURES = Figures(
    available_bytes=5 * GB,
    total_bytes=100 * GB,
    left_seconds=5 * 3600,
    bytes_a_day=2 * GB,
    used_bytes=4 * GB,
    usual_bytes=GB // 2,
    lost_bytes=12 * GB,
    expires_at=int((NOW + timedelta(hours=20)).timestamp()),
    balance="4.2",
    currency="USD",
    backwards_bytes=3 * GB,
)


def connected(words: Words, *, cookie: bool, erased: bool, unusable: bool, reference: str) -> Reply:
    return login.connected(
        words,
        name="main",
        reference=reference,
        figures=phrases.figures(words, overview()),
        cookie=cookie,
        erased=erased,
        unusable=unusable,
    )


def alerted(kind: Kind, words: Words) -> Reply:
    raised = [Raised(kind=kind, figures=FIGURES)]
    return alert.alert(words, raised, Marks(), account_id=12, name="team", named=False, group=True, now=NOW)


VIEWS: dict[str, Callable[[Words], Reply]] = {
    "welcome, new": lambda words: welcome.start(words, connected=False),
    "welcome, connected": lambda words: welcome.start(words, connected=True),
    "welcome, group": lambda words: welcome.group(words, connected=False),
    "welcome, connected group": lambda words: welcome.group(words, connected=True),
    "help, new": lambda words: welcome.help_(words, LISTED, connected=False, group=False, admin=False),
    "help, connected": lambda words: welcome.help_(words, LISTED, connected=True, group=False, admin=False),
    "help, member": lambda words: welcome.help_(words, LISTED, connected=True, group=True, admin=False),
    "help, admin": lambda words: welcome.help_(words, LISTED, connected=True, group=True, admin=True),
    "login, privately": lambda words: login.privately(words, timedelta(minutes=10), code="c0de"),
    "login, known already": lambda words: login.connected(
        words,
        name="main",
        reference=" #12",
        figures=phrases.figures(words, overview()),
        cookie=False,
        erased=True,
        unusable=False,
        known_already=True,
    ),
    "login, in the place of another": lambda words: login.connected(
        words,
        name="main",
        reference=" #12",
        figures=phrases.figures(words, overview()),
        cookie=False,
        erased=True,
        unusable=False,
        replaced=True,
        renewed_in=2,
    ),
    "login, for a group": lambda words: login.asked_for_group(
        words, timedelta(minutes=10), title="Scrapers & co", name=None, own=(TEAM,), code="c0de"
    ),
    "login, connected there": lambda words: login.connected_there(
        words,
        name="main",
        title="Scrapers & co",
        figures=phrases.figures(words, overview()),
        erased=True,
        unusable=False,
    ),
    "login, shared there": lambda words: login.shared_there(words, name="main", title="Scrapers & co"),
    "group, connected": lambda words: login.connected_here(words, TEAM, by="Ann <b>"),
    "group, connected by somebody hidden": lambda words: login.connected_here(words, TEAM, by=None),
    "group, connected by a cookie": lambda words: login.connected_here(words, replace(TEAM, kind="cookie"), by=None),
    "group, renewed": lambda words: login.told_renewed(words, TEAM, -5).reply,
    "group, disconnected": lambda words: accounts.told_disconnected(words, name="team", chat_id=-5).reply,
    "group, disconnected, history kept": lambda words: (
        accounts.told_disconnected(words, name="team", chat_id=-5, kept=True).reply
    ),
    "accounts, one in many groups": lambda words: accounts.one(words, replace(FIRST, groups=MANY), private=True),
    "accounts, used in many groups": lambda words: accounts.used(words, (USE,) * 25),
    "accounts, none": lambda words: accounts.listed(words, (), used=0),
    "accounts, several": lambda words: accounts.listed(words, (FIRST, SECOND), used=2),
    "accounts, one": lambda words: accounts.one(words, FIRST, private=True),
    "accounts, one in a group": lambda words: accounts.one(words, SECOND, private=False),
    "accounts, rename": lambda words: accounts.rename(words, account_id=12, name="team", example="/accounts …"),
    "accounts, share": lambda words: accounts.share(
        words, timedelta(minutes=10), account_id=12, name="team", code="c0de"
    ),
    "accounts, used": lambda words: accounts.used(words, (USE,)),
    "accounts, used nowhere": lambda words: accounts.used(words, ()),
    "accounts, sure to revoke": lambda words: accounts.sure_to_revoke(words, USE),
    "accounts, revoked": lambda words: accounts.revoked(words, USE),
    "settings": lambda words: settings.overview(words, CHOSEN, shows_money=True, now=NOW),
    "settings of a group": lambda words: settings.overview(words, FRESH, shows_money=False, now=NOW),
    "settings, zones": lambda words: settings.zones(words, ("Asia/Shanghai",), chosen=None, example="/settings …"),
    "settings, which zone": lambda words: settings.which_zone(words, ("Europe/Berlin", "Europe/Busingen")),
    "settings, quiet": lambda words: settings.quiet(words, CHOSEN, example="/settings quiet 22:00-07:00"),
    "settings, sure": lambda words: settings.sure(words, group=False, accounts=2, shared=1),
    "settings, sure of a group": lambda words: settings.sure(words, group=True, accounts=0, shared=0),
    "settings, deleted": settings.deleted,
    "alerts": lambda words: alerts.overview(words, Rules(balance=Decimal(5)), money=True, here=True),
    "alerts, all off in a group": lambda words: alerts.overview(words, SILENT, money=False, here=False),
    "alerts, switched off": lambda words: alerts.overview(words, Rules(enabled=False), money=True, here=True),
    "alerts, low": lambda words: alerts.choices(words, "low", Rules(low_percent=None, low_bytes=GB), example="15%"),
    "alerts, days": lambda words: alerts.choices(words, "days", Rules(), example="5"),
    "alerts, spike": lambda words: alerts.choices(words, "spike", Rules(), example="4"),
    "alerts, balance": lambda words: alerts.choices(words, "balance", Rules(), example="10"),
    "alerts, trouble": lambda words: alerts.choices(words, "trouble", Rules(), example="off"),
    **{f"alert, {kind.name.lower()}": partial(alerted, kind) for kind in Kind},
    "alert, several, snoozed and taken": lambda words: alert.alert(
        words,
        [Raised(kind=kind, figures=FIGURES) for kind in (Kind.SPIKE, Kind.LOW, Kind.DAYS)],
        Marks(snoozed_until=NOW + timedelta(hours=2), snoozed_by="Ann <b>", taken=True, taken_by="Bob & co"),
        account_id=2**63,
        name=HOSTILE,
        named=True,
        group=True,
        now=NOW,
    ),
    "alert, of an empty account": lambda words: alert.alert(
        words,
        [Raised(kind=kind, figures=replace(FIGURES, available_bytes=0)) for kind in (Kind.LOW, Kind.DAYS)],
        Marks(snoozed_until=NOW, taken=True),
        account_id=12,
        name="team",
        named=False,
        group=False,
        now=NOW,
    ),
    "alert, a first spike": lambda words: alert.alert(
        words,
        [Raised(kind=Kind.SPIKE, figures=Figures(used_bytes=GB, usual_bytes=0))],
        Marks(),
        account_id=12,
        name="team",
        named=False,
        group=True,
        now=NOW,
    ),
    "alert, figures that can't be": lambda words: alert.alert(
        words,
        [Raised(kind=Kind.ODD, figures=replace(FIGURES, backwards_bytes=None))],
        Marks(),
        account_id=12,
        name="team",
        named=False,
        group=True,
        now=NOW,
    ),
    "alert, with figures of long ago": lambda words: alert.alert(
        words,
        [Raised(kind=Kind.LOW, figures=replace(FIGURES, seen_at=int((NOW - timedelta(hours=5)).timestamp())))],
        Marks(),
        account_id=12,
        name="team",
        named=False,
        group=True,
        now=NOW,
    ),
    "alert, given back": lambda words: alert.snoozed(words, Marks()),
    "alert, awake": alert.awake,
    "alert, over": alert.over,
    "group, first connected": lambda words: login.connected_here(words, TEAM, by="Ann", alerts="/alerts@bot"),
    "too many commands": trouble.too_many,
    "unwritable": lambda words: trouble.unwritable(words, title="Scrapers & co"),
    "login, asked": lambda words: login.asked(words, timedelta(minutes=10), name=None),
    "login, asked again": lambda words: login.asked(words, timedelta(minutes=10), name=HOSTILE),
    "login, cancelled": lambda words: login.cancelled(words, waited=True),
    "login, nothing to cancel": lambda words: login.cancelled(words, waited=False),
    "login, connected": lambda words: connected(words, cookie=False, erased=True, unusable=False, reference=""),
    "login, connected by cookie, visible, misnamed": lambda words: connected(
        words, cookie=True, erased=False, unusable=True, reference=" #12"
    ),
    "login, unexpected": lambda words: login.unexpected(words, erased=True),
    "login, unexpected and visible": lambda words: login.unexpected(words, erased=False),
    "no command": login.not_a_command,
    "logout, which": lambda words: logout.which(words, (TEAM, OTHER)),
    "logout, sure": lambda words: logout.sure(words, (OTHER,), target=f"#{OTHER.account_id}"),
    "logout, sure of all": lambda words: logout.sure(words, (TEAM, OTHER), target="all"),
    "logout, sure of what is shared": lambda words: logout.sure(words, (TEAM,), target="#12", shared=2),
    "logout, done": lambda words: logout.done(words, (TEAM,), kept=False),
    "logout, done, kept": lambda words: logout.done(words, (TEAM,), kept=True),
    "logout, all done": lambda words: logout.done(words, (TEAM, OTHER), kept=False),
    "logout, all done, kept": lambda words: logout.done(words, (TEAM, OTHER), kept=True),
    "logout, cancelled": logout.cancelled,
    "bug": trouble.bug,
    "still visible": lambda words: trouble.still_visible(login.not_a_command(words), words),
}
ERRORS: dict[str, VendorError] = {
    "unreachable": Unreachable(),
    "busy": Busy(None),
    "busy for no time": Busy(0.4),
    "busy for a while": Busy(90),
    "broken": Broken(),
    "token refused": TokenRefused(),
    "refused": Refused(404),
    "unreadable": Unreadable(),
}
PROBLEMS: dict[str, Problem] = {
    "no account": NoAccount(),
    "unknown account": UnknownAccount("prod", ("team", "<other>")),
    "unknown account that is no name": UnknownAccount("x" * 60, ("team",)),
    "misused": Misused("-5 & <b>", "/records order 2"),
    "misused at length": Misused("5ecret" * 20, "/records order 2"),
    "too many accounts": TooManyAccounts(),
    "no credential": NoCredential(erased=True),
    "no credential, still visible": NoCredential(erased=False),
    "overview only": OverviewOnly("team"),
    "account locked": AccountLocked(("main",)),
    "accounts locked": AccountLocked(("main", "crawler")),
    "private only": PrivateOnly(),
    "secret in a group": SecretInGroup(Person(person_id=5, language=None, name="Ann <b>"), erased=True),
    "secret in a group, still visible": SecretInGroup(
        Person(person_id=1087968824, language=None, anonymous=True), erased=False
    ),
    "group only": GroupOnly(),
    "not shared": NotShared("team", TokenRefused("token")),
    "admins only": AdminsOnly(()),
    "admins only, named": AdminsOnly(("Ann <b>", "Bob")),
    "admins only, elsewhere": AdminsOnly((), "Scrapers & co"),
    "who are you": WhoAreYou(),
    "rights unknown": RightsUnknown(),
    "code expired": CodeExpired(),
    "code of another": CodeOfAnother(),
    "name taken": NameIsTaken("crawler"),
    "not a name": NotAName(),
    "unknown zone": UnknownZone(),
    "unknown command": UnknownCommand(),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", VIEWS)
def test_a_message_reads_as_it_should(language: str, case: str, snapshot: SnapshotAssertion) -> None:
    assert whole(VIEWS[case](words(language))) == snapshot


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", ERRORS)
def test_trouble_with_the_vendor_is_told_with_the_last_good_figures(
    language: str, case: str, snapshot: SnapshotAssertion
) -> None:
    last = Sample(taken_at=NOW - timedelta(hours=3), overview=overview())

    reply = trouble.vendor(ERRORS[case], words(language), account=TEAM, last=last, again="/balance #12")

    assert whole(reply) == snapshot


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", ERRORS)
def test_a_token_that_could_not_be_proved_is_told_to_be_gone(
    language: str, case: str, snapshot: SnapshotAssertion
) -> None:
    assert whole(trouble.unproved(ERRORS[case], words(language))) == snapshot


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", PROBLEMS)
def test_what_a_person_can_mend_is_told_with_what_to_do(language: str, case: str, snapshot: SnapshotAssertion) -> None:
    reply = trouble.problem(PROBLEMS[case], words(language), again="/blance", account=TEAM)

    assert whole(reply) == snapshot
    assert "5ecret" not in reply.text


def test_figures_that_were_never_good_are_not_repeated() -> None:
    for last in (None, Sample(taken_at=NOW, overview=overview(total=1, available=2))):
        reply = trouble.vendor(Unreachable(), words(), account=TEAM, last=last, again="/balance")

        assert reply.text == words()("vendor-unreachable")


def test_every_error_and_every_problem_has_words() -> None:
    for error in VendorError.__subclasses__():
        made = error(5) if error in (Busy, Refused) else error()
        assert trouble.vendor(made, words(), account=TEAM, last=None, again="/balance").text
        assert trouble.unproved(made, words()).text
    assert {type(problem) for problem in PROBLEMS.values()} == set(Problem.__subclasses__())


def test_no_error_shows_its_own_text() -> None:
    for error in (
        Unreachable("5ecret"),
        Broken("5ecret"),
        TokenRefused("5ecret"),
        Unreadable("5ecret"),
        Refused(98765),
    ):
        text = trouble.vendor(error, words(), account=TEAM, last=None, again="/balance").text
        assert "5ecret" not in text
        assert "98765" not in text


def test_the_most_accounts_a_chat_may_have_can_be_asked_for() -> None:
    accounts = tuple(Named(name="ж" * 24, account_id=2**63 - one) for one in range(10))

    assert whole(logout.which(words(), accounts)).count("/logout #") == 10
