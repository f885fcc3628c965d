"""An account's overview: what is left, how long it lasts, what expires next."""

from __future__ import annotations

from datetime import datetime

from bot import phrases
from bot.forecast import Pace
from bot.i18n import Day, Moment, Size, Span, Words
from bot.reply import Button, Reply
from bot.traffic import Overview, Record


def balance(
    words: Words,
    *,
    overview: Overview,
    at: datetime,
    now: datetime,
    pace: Pace | None,
    expiring: Record | None,
    name: str | None,
    reference: str,
    records: bool,
    shows_money: bool = True,
    unseen: bool = False,
    ends: datetime | None = None,
) -> Reply:
    """Show the overview as of `at`; `name` where the chat has more than one account.

    `ends`: when the last of the traffic expires.
    `unseen`: there are records that could not be looked through, so that nobody can say which expires next.
    """
    title = words("balance-title-named", name=name) if name else words("balance-title")
    blocks = (
        title,
        "\n".join(phrases.figures(words, overview)),
        "\n".join(
            (
                *phrases.outlook(words, overview, pace, now, ends),
                *((words("expires-unseen"),) if unseen else _expires(words, expiring, now)),
                *(phrases.money(words, overview) if shows_money else ()),
            )
        ),
        words("as-of", at=Moment(at)),
    )
    looks = [Button(label=words("button-refresh"), command=f"/balance{reference}")]
    looks.append(Button(label=words("button-usage"), command=f"/usage{reference}", below=True))
    if records:
        looks.append(Button(label=words("button-records"), command=f"/records{reference}"))
    return Reply(text="\n\n".join(block for block in blocks if block), buttons=(tuple(looks),))


def _expires(words: Words, record: Record | None, now: datetime) -> tuple[str, ...]:
    if record is None or record.expires_at is None:
        return ()
    values: dict[str, Day | Span] = {"date": Day(record.expires_at), "left": Span(record.expires_at - now)}
    if record.left_bytes is None:
        return (words("expires-next-unknown", **values),)
    return (words("expires-next", size=Size(record.left_bytes), **values),)
