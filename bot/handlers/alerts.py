"""`/alerts`: what the bot speaks up about by itself; and what people do with what it said.

A push is `/alerts say`, typed by the clock: what was found is worded, not judged here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot import accounts, questions, thresholds, watching
from bot.alerts import KINDS, Figures, Kind, Rules
from bot.commands import Context, among
from bot.problems import GroupOnly, Misused, NoAccount, RightsUnknown, UnknownAccount
from bot.pushes import schedule
from bot.reply import Reply
from bot.views import alert as alert_views
from bot.views import alerts as views
from bot.views.alert import Marks, Raised
from storage import Account, Alert

FOR_ALL = ("say", "mine")
"""What no admin is needed for: the clock's own, and to say that one takes care."""
SNOOZE = timedelta(hours=2)
MORNING = 8 * 60
"""When tomorrow begins, in minutes after midnight; in the small hours that is this morning, later the next."""
SHORTEST_NIGHT = timedelta(hours=4)
KINDS_OF = {
    "low": (Kind.LOW,),
    "days": (Kind.DAYS,),
    "expiry": (Kind.EXPIRY, Kind.LAST_DAY),
    "spike": (Kind.SPIKE,),
    "balance": (Kind.BALANCE,),
    "trouble": (Kind.REFUSED, Kind.ODD),
}
_ORDER = {kind.value: kind for kind in Kind}


def changes_alerts(arguments: tuple[str, ...]) -> bool:
    """Tell whether these arguments are for a group's admins."""
    return bool(arguments) and arguments[0].casefold() not in FOR_ALL


async def alerts(ctx: Context) -> Reply:
    """Show what is spoken up about, change it, or deal with what was said."""
    if not ctx.accounts:
        raise NoAccount
    asked, *rest = [argument.casefold() for argument in ctx.command.arguments] or [""]
    if asked == "say" and ctx.command.due:
        return await _say(ctx, rest)
    if asked == "mine":
        return await _mine(ctx, rest)
    if asked == "snooze":
        return await _snooze(ctx, rest)
    if asked == "wake":
        return await _wake(ctx, rest)
    if asked in thresholds.ABOUT:
        return await _about(ctx, asked, " ".join(rest))
    if asked in ("on", "off", "here") and not rest:
        rules = await _rules(ctx)
        await _choose(ctx, rules if asked == "here" else replace(rules, enabled=asked == "on"))
    elif asked:
        raise Misused(ctx.command.arguments[0], ctx.typed("/alerts low 10%"))
    return await _overview(ctx)


async def _overview(ctx: Context) -> Reply:
    chosen = await ctx.storage.rules.of(ctx.chat.chat_id)
    here = chosen is None or chosen.topic_id == (ctx.command.topic_id or 0)
    return views.overview(ctx.words, watching.rules(chosen), money=ctx.shows_money, here=here)


async def _about(ctx: Context, about: str, wanted: str) -> Reply:
    rules = await _rules(ctx)
    if not wanted:
        example = await questions.ask(ctx, f"alerts {about}", thresholds.EXAMPLES[about])
        return views.choices(ctx.words, about, rules, example=example)
    try:
        changed = thresholds.changed(rules, about, wanted)
    except ValueError:
        raise Misused(wanted, ctx.typed(f"/alerts {about} {thresholds.EXAMPLES[about]}")) from None
    await _choose(ctx, changed, measured_anew=KINDS_OF[about])
    return await _overview(ctx)


async def _rules(ctx: Context) -> Rules:
    return watching.rules(await ctx.storage.rules.of(ctx.chat.chat_id))


async def _choose(ctx: Context, rules: Rules, *, measured_anew: Sequence[Kind] = ()) -> None:
    """Keep the rules; alerts come where they were chosen, and what is so already is said soon."""
    await ctx.storage.rules.choose(ctx.chat.chat_id, watching.choice(rules, ctx.command.topic_id or 0))
    for account in ctx.accounts if measured_anew else ():
        # What was said by another measure says nothing about this one.
        await ctx.storage.alerts.over(account.account_id, [kind.value for kind in measured_anew])
    await ctx.storage.watches.wake_chat(ctx.chat.chat_id, ctx.now)


async def _say(ctx: Context, rest: Sequence[str]) -> Reply:
    kinds, (account,) = _meant(ctx, rest)
    raised = await ctx.storage.alerts.of(account.account_id)
    return _alert(ctx, account, {kind: one for kind, one in raised.items() if kind in kinds}, Marks())


async def _mine(ctx: Context, rest: Sequence[str]) -> Reply:
    """Say who takes care; pressed again by the same person, that they do not any more."""
    if not ctx.command.in_group:
        raise GroupOnly
    kinds, of = _meant(ctx, rest)
    person = ctx.command.person
    for account in of:
        known = await _said(ctx, account, kinds)
        taken = next((one.taken_by_id for one in known.values() if one.taken_by is not None), None)
        again = taken == person.person_id and not person.anonymous
        name = None if again else await _name(ctx)
        await ctx.storage.alerts.mark(
            account.account_id, known, taken_by=name, taken_by_id=None if again else person.person_id
        )
    return await _shown(ctx, kinds, of)


async def _snooze(ctx: Context, rest: Sequence[str]) -> Reply:
    until = ctx.now + SNOOZE
    if rest and rest[0] == "tomorrow":
        until = schedule.next_at(MORNING, ctx.chat.zone, ctx.now + SHORTEST_NIGHT).at
    kinds, of = _meant(ctx, rest[1:] if rest and rest[0] in ("2h", "tomorrow") else rest)
    await _mark_snoozed(ctx, kinds, of, until)
    return await _shown(ctx, kinds, of)


async def _wake(ctx: Context, rest: Sequence[str]) -> Reply:
    kinds, of = _meant(ctx, rest)
    await _mark_snoozed(ctx, kinds, of, None)
    reply = await _shown(ctx, kinds, of)
    return reply if ctx.command.pressed else alert_views.awake(ctx.words)


async def _mark_snoozed(ctx: Context, kinds: Sequence[str], of: Sequence[Account], until: datetime | None) -> None:
    by = None if until is None else await _name(ctx)
    for account in of:
        await ctx.storage.alerts.mark(account.account_id, kinds, snoozed_until=until, snoozed_by=by)
    await ctx.storage.watches.wake([account.account_id for account in of], ctx.now)


async def _shown(ctx: Context, kinds: Sequence[str], of: Sequence[Account]) -> Reply:
    """The message as it is after what somebody did: the very alert where one was pressed, else that it was heard."""
    for account in of:
        known = await _said(ctx, account, kinds)
        if known:
            marks = _marks(tuple(known.values()))
            if ctx.command.pressed:
                return _alert(ctx, account, known, marks)
            return alert_views.snoozed(ctx.words, marks)
    return alert_views.over(ctx.words)


async def _said(ctx: Context, account: Account, kinds: Sequence[str]) -> dict[str, Alert]:
    known = await ctx.storage.alerts.of(account.account_id)
    return {kind: one for kind, one in known.items() if kind in kinds and one.said_at is not None}


def _alert(ctx: Context, account: Account, known: Mapping[str, Alert], marks: Marks) -> Reply:
    raised = [
        Raised(kind=kind, figures=Figures.read(known[value].figures))
        for value, kind in _ORDER.items()
        if value in known
    ]
    return alert_views.alert(
        ctx.words,
        raised,
        marks,
        account_id=account.account_id,
        name=account.name,
        named=len(ctx.accounts) > 1,
        group=ctx.command.in_group,
        now=ctx.now,
    )


def _marks(known: Sequence[Alert]) -> Marks:
    snoozed = next((one for one in known if one.snoozed_until is not None), None)
    taken = next((one for one in known if one.taken_by is not None), None)
    return Marks(
        snoozed_until=snoozed.snoozed_until if snoozed is not None else None,
        snoozed_by=(snoozed.snoozed_by or "") if snoozed is not None else "",
        taken=taken is not None,
        taken_by=(taken.taken_by or "") if taken is not None else "",
    )


async def _name(ctx: Context) -> str:
    """Who did it, as the group may know it: an admin who is hidden there stays so, and alone nobody needs a name."""
    person = ctx.command.person
    if not ctx.command.in_group or person.anonymous:
        return ""
    try:
        admin = among(await ctx.admins.of(ctx.chat.chat_id), person)
    except RightsUnknown:
        return ""
    return "" if admin is not None and admin.hidden else person.name


def _meant(ctx: Context, rest: Sequence[str]) -> tuple[tuple[str, ...], tuple[Account, ...]]:
    """Return the kinds and the accounts that are meant: all of them where none is named."""
    kinds = tuple(_ORDER)
    if rest and rest[0].startswith(KINDS):
        kinds, rest = tuple(kind for kind in kinds if kind in rest[0]), rest[1:]
    if not rest:
        return kinds, ctx.accounts
    account = accounts.find(rest[0], ctx.accounts)
    if account is None:
        raise UnknownAccount(rest[0], tuple(one.name for one in ctx.accounts))
    return kinds, (account,)
