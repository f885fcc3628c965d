"""The live card: what is left of every account of a chat, how long it lasts, what is lost; as of when.

What stands first is what Telegram shows at the top of a chat where the card is pinned, so that is the figure itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot import phrases
from bot.forecast import Loss, Pace
from bot.i18n import Day, Moment, Size, Words
from bot.reply import Button, Card, Link, Reply
from bot.traffic import Record, Sample

LONGEST_TEXT = 4096
"""Characters, tags among them: https://core.telegram.org/bots/api#sendmessage"""
TOGETHER = timedelta(hours=3)
"""Figures of accounts that were seen further apart each say how old they are."""
MOST_LOSSES = 2
MOST_MENDED = 3
REFRESH = "/pin now"


@dataclass(frozen=True, slots=True, kw_only=True)
class Carded:
    """An account as it showed itself last; `sample`: `None` where it never did.

    `trouble`: why it can't be seen now. `expiring`: the package that expires next. `losses`: what of the packages is
    lost at this pace, the next first.
    """

    name: str
    by_cookie: bool
    sample: Sample | None
    trouble: Reply | None
    pace: Pace | None
    ends: datetime | None
    expiring: Record | None
    losses: tuple[Loss, ...]


def card(words: Words, accounts: Sequence[Carded], *, placed: bool, shows_money: bool) -> Reply:
    """Show accounts, the one that matters most in front. `placed`: it is to become the card."""
    fresh = [one.sample.taken_at for one in accounts if one.sample is not None and one.trouble is None]
    since = max(fresh) - TOGETHER if fresh else None
    updated = min((at for at in fresh if since is not None and at >= since), default=None)
    footer = () if updated is None else (words("pin-updated", at=Moment(updated)),)

    def text(*, short: bool, aged: bool) -> str:
        blocks = [
            _block(words, one, named=len(accounts) > 1, money=shows_money, since=since, short=short, aged=aged)
            for one in accounts
        ]
        return "\n\n".join((*blocks, *(footer if aged else ())))

    short = len(text(short=False, aged=True)) > LONGEST_TEXT
    return Reply(
        text=text(short=short, aged=True),
        buttons=_buttons(words, accounts),
        lasting=placed,
        card=Card(figures=text(short=short, aged=False), placed=placed),
    )


def empty(words: Words, what: Reply) -> Reply:
    """Show that there is nothing to be shown any more, and what to do."""
    return Reply(text=what.text, buttons=(*_below(what), (_refresh(words),)), card=Card(figures=what.text))


def off(words: Words, *, was_on: bool) -> Reply:
    """Say that there is no live card, any more or at all."""
    return Reply(text=words("pin-off" if was_on else "pin-none"), lasting=True, card=Card(ended=True))


def lost(words: Words) -> Reply:
    """Say that the live card can be edited no more."""
    return Reply(text=words("pin-lost"))


def _block(
    words: Words, one: Carded, *, named: bool, money: bool, since: datetime | None, short: bool, aged: bool
) -> str:
    name = (words("account-line", name=one.name),) if named else ()
    trouble = (one.trouble.text,) if one.trouble is not None else ()
    if one.sample is None:
        return "\n".join((*name, *trouble) if trouble else (*name, words("pin-not-seen")))
    overview, at = one.sample.overview, one.sample.taken_at
    figures = phrases.figures(words, overview)
    if short:
        return "\n".join((*name, *(trouble or figures[:1])))
    alone = one.trouble is not None or (since is not None and at < since)
    age = (words("as-of", at=Moment(at)),) if alone and aged else ()
    more = () if one.trouble is not None else _more(words, one, at, money=money)
    parts = ("\n".join((*name, *trouble, *figures)), "\n".join((*more, *age)))
    return ("\n" if named else "\n\n").join(part for part in parts if part)


def _more(words: Words, one: Carded, at: datetime, *, money: bool) -> tuple[str, ...]:
    """What stands below the figures; dates and no lengths of time, for nobody knows when they are read."""
    if one.sample is None:
        return ()
    overview = one.sample.overview
    return (
        *phrases.outlook(words, overview, one.pace, at, one.ends),
        *(phrases.losing(words, one.losses[:MOST_LOSSES]) or _expires(words, one.expiring)),
        *(phrases.money(words, overview) if money else ()),
    )


def _expires(words: Words, record: Record | None) -> tuple[str, ...]:
    if record is None or record.expires_at is None or record.left_bytes is None:
        return ()
    return (words("pin-expires", size=Size(record.left_bytes), date=Day(record.expires_at)),)


def _buttons(words: Words, accounts: Sequence[Carded]) -> tuple[tuple[Button | Link, ...], ...]:
    looks = [_refresh(words), Button(label=words("button-usage"), command="/usage", below=True)]
    if not accounts[0].by_cookie:
        looks.append(Button(label=words("button-records"), command="/records", below=True))
    mended = [row for one in accounts if one.trouble is not None for row in _below(one.trouble)]
    return (*mended[:MOST_MENDED], tuple(looks))


def _below(what: Reply) -> tuple[tuple[Button | Link, ...], ...]:
    """The buttons that mend something, none of which writes over the card."""
    return tuple(
        tuple(replace(button, below=True) if isinstance(button, Button) else button for button in row)
        for row in what.buttons[:1]
        if not any(isinstance(button, Button) and button.command == REFRESH for button in row)
    )


def _refresh(words: Words) -> Button:
    return Button(label=words("button-refresh"), command=REFRESH)
