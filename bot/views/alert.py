"""What the bot says by itself about an account, and what people did with it since."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from bot import phrases
from bot.alerts import KINDS, Figures, Kind, expires_at
from bot.i18n import Day, Moment, Money, Share, Size, Span, Words
from bot.reply import Button, Reply
from bot.traffic import share


@dataclass(frozen=True, slots=True, kw_only=True)
class Raised:
    """One thing that is said, as it was found."""

    kind: Kind
    figures: Figures


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What people did: snoozed it, or said that it is theirs. A name is `""` where it is not to be told."""

    snoozed_until: datetime | None = None
    snoozed_by: str = ""
    taken: bool = False
    taken_by: str = ""


def alert(
    words: Words,
    raised: Sequence[Raised],
    marks: Marks,
    *,
    account_id: int,
    name: str,
    named: bool,
    group: bool,
    now: datetime,
) -> Reply:
    """Say what is the matter, with buttons to deal with it. `named`: the chat has other accounts too.

    Figures that are old by `now` carry their age.
    """
    lines = [words("account-line", name=name)] if named else []
    burning = any(one.kind is Kind.SPIKE for one in raised)  # which says itself how long it lasts like that
    told = [one for one in raised if not (burning and one.kind is Kind.DAYS)]
    lines += dict.fromkeys(line for one in told for line in _LINES[one.kind](words, one, name))
    seen_at = min((one.figures.seen_at for one in raised if one.figures.seen_at is not None), default=None)
    lines += phrases.age(words, None if seen_at is None else datetime.fromtimestamp(seen_at, UTC), now)
    done = _marks(words, marks)
    text = "\n\n".join(("\n".join(lines), *(("\n".join(done),) if done else ())))
    return Reply(text=text, buttons=_buttons(words, raised, marks, account_id=account_id, group=group))


def snoozed(words: Words, marks: Marks) -> Reply:
    """Say that it was heard, where nothing is written over."""
    return Reply(text="\n".join(_marks(words, marks)) or words("alert-given-back"))


def awake(words: Words) -> Reply:
    """Say that nothing is snoozed any more."""
    return Reply(text=words("alert-awake"))


def over(words: Words) -> Reply:
    """Say that there is nothing to deal with any more."""
    return Reply(text=words("alert-over"), lasting=True)


def _buttons(
    words: Words, raised: Sequence[Raised], marks: Marks, *, account_id: int, group: bool
) -> tuple[tuple[Button, ...], ...]:
    about = f"{KINDS}{''.join(one.kind.value for one in raised)} #{account_id}"
    rows: list[tuple[Button, ...]] = []
    if any(one.kind is Kind.REFUSED for one in raised):
        rows.append((Button(label=words("button-connect-again"), command=f"/login #{account_id}", below=True),))
    if marks.snoozed_until is not None:
        rows.append((Button(label=words("button-wake"), command=f"/alerts wake {about}"),))
    else:
        rows.append(
            (
                Button(label=words("button-snooze"), command=f"/alerts snooze 2h {about}"),
                Button(label=words("button-snooze-tomorrow"), command=f"/alerts snooze tomorrow {about}"),
            )
        )
    usage = Button(label=words("button-usage"), command=f"/usage #{account_id}", below=True)
    mine = (Button(label=words("button-mine"), command=f"/alerts mine {about}"),) if group else ()
    rows.append((*mine, usage))
    return tuple(rows)


def _marks(words: Words, marks: Marks) -> list[str]:
    lines = []
    if marks.snoozed_until is not None:
        until = Moment(marks.snoozed_until)
        by = marks.snoozed_by
        lines.append(words("alert-snoozed-by", at=until, who=by) if by else words("alert-snoozed", at=until))
    if marks.taken:
        lines.append(words("alert-taken", who=marks.taken_by) if marks.taken_by else words("alert-taken-by-somebody"))
    return lines


def _low(words: Words, raised: Raised, _name: str) -> list[str]:
    figures = raised.figures
    if not figures.available_bytes:
        return [words("lasts-nothing")]
    left = share(figures.available_bytes, figures.total_bytes)
    amounts = {"available": Size(figures.available_bytes), "total": Size(figures.total_bytes or 0)}
    return [words("alert-low", share=Share(left or Decimal(0)), **amounts)]


def _days(words: Words, raised: Raised, _name: str) -> list[str]:
    figures = raised.figures
    if not figures.available_bytes or figures.left_seconds is None:
        return [words("lasts-nothing")]
    left = timedelta(seconds=figures.left_seconds)
    return [words("alert-days", left=Span(left), speed=Size(figures.bytes_a_day or 0))]


def _spike(words: Words, raised: Raised, _name: str) -> list[str]:
    figures = raised.figures
    used, usual = Size(figures.used_bytes or 0), figures.usual_bytes or 0
    lines = [words("alert-spike", used=used, usual=Size(usual)) if usual else words("alert-spike-first", used=used)]
    if figures.left_seconds:
        lines.append(words("alert-spike-left", left=Span(timedelta(seconds=figures.left_seconds))))
    return lines


def _expiry(words: Words, raised: Raised, _name: str) -> list[str]:
    figures = raised.figures
    first = expires_at(figures)
    if first is None:
        return []
    lost = Size(figures.lost_bytes or 0)
    if raised.kind is Kind.LAST_DAY:
        return [words("alert-last-day", size=lost, at=Moment(first))]
    return [words("loss", size=lost, date=Day(first)), words("loss-saved", speed=Size(figures.bytes_a_day or 0))]


def _balance(words: Words, raised: Raised, _name: str) -> list[str]:
    amount = Decimal(raised.figures.balance or 0)
    return [words("alert-balance", money=Money(amount, raised.figures.currency or ""))]


def _refused(words: Words, _raised: Raised, name: str) -> list[str]:
    return [words("alert-refused", name=name)]


def _odd(words: Words, raised: Raised, _name: str) -> list[str]:
    figures = raised.figures
    if figures.backwards_bytes:
        return [words("alert-backwards", size=Size(figures.backwards_bytes))]
    amounts = {"available": Size(figures.available_bytes or 0), "total": Size(figures.total_bytes or 0)}
    return [words("alert-contradiction", **amounts)]


_LINES: Mapping[Kind, Callable[[Words, Raised, str], list[str]]] = {
    Kind.SPIKE: _spike,
    Kind.LOW: _low,
    Kind.DAYS: _days,
    Kind.LAST_DAY: _expiry,
    Kind.EXPIRY: _expiry,
    Kind.BALANCE: _balance,
    Kind.REFUSED: _refused,
    Kind.ODD: _odd,
}
