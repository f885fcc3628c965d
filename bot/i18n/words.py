"""One language at work: values are written, escaped, isolated and put into messages. The only file that escapes.

In a language written from right to left every value stands apart (FSI … PDI), elsewhere what has such letters.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from datetime import datetime, time, tzinfo
from decimal import ROUND_HALF_UP, Decimal

from bot.i18n.messages import Messages, Whole
from bot.i18n.notation import Notation
from bot.i18n.values import City, Day, Mention, Moment, Money, Names, Share, ShortDay, Size, Span, TimeOfDay, Value

LONGEST_TEXT = 64
"""Characters of one inserted text; a vendor's or a person's longer one is cut."""

_UNITS = tuple((f"size-{unit}", Decimal(1024**power)) for power, unit in enumerate(("b", "kb", "mb", "gb", "tb", "pb")))
_HUNDREDTH, _THOUSANDTH = Decimal("0.01"), Decimal("0.001")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")
"""Joiners stay: Persian is misspelt and emoji fall apart without them."""
_MARKS = re.compile("[\u061c\u200e\u200f]")
"""What CLDR puts into figures to lead them through a line that runs from the right; the isolates around them do that,
and a mark before the slash of a date would make Telegram take the month for a command."""
_ISOLATED_CODE = re.compile("<code>\u2068([^<\u2068\u2069]*)\u2069</code>")
_COMMAND = re.compile("(?<![\\w/<\u2068])(?<!<code>)/[a-z]{2,}(?![\\w/])")
_FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


class Words:
    """One language at work: `words("balance-used", used=Size(1024))` is a whole message, escaped and safe to send."""

    def __init__(
        self,
        language: str,
        *,
        messages: Messages,
        notation: Notation,
        fallback: Words | None,
        zone: tzinfo | None = None,
    ) -> None:
        self.language = language
        self._messages = messages
        self._notation = notation
        self._fallback = fallback
        self._zone = zone

    def __call__(self, message: str, **values: Value) -> str:
        """Return the message with its values; in English where this language lacks it.

        Raises LookupError for a message nobody wrote and for a value nobody gave.
        """
        said = self._messages.say(message, {name: self._inserted(value) for name, value in values.items()})
        if said is not None:
            return _to_be_tapped(said) if self._notation.from_right else said
        if self._fallback is None:
            raise LookupError(f"the message {message} or a value of it is missing")
        return self._fallback(message, **values)

    def at(self, zone: tzinfo) -> Words:
        """Return the same words for people who live in this zone: days and moments are shown by their clock."""
        return Words(
            self.language,
            messages=self._messages,
            notation=self._notation,
            fallback=self._fallback and self._fallback.at(zone),
            zone=zone,
        )

    @property
    def name(self) -> str:
        """What the language calls itself."""
        return self._messages.say("language-name", {}) or self._notation.autonym

    @property
    def from_right(self) -> bool:
        """Whether the language is written from right to left."""
        return self._notation.from_right

    def alone(self, message: str, **values: Value) -> str:
        """Return a message that stands by itself, where nothing around tells its direction: set apart as a whole."""
        return self._apart(self(message, **values))

    def cities(self) -> Mapping[str, str]:
        """Return every IANA zone that is worth offering with its city, unescaped: to be searched, not sent."""
        return self._notation.cities

    def _inserted(self, value: Value) -> str | Whole:
        """What stands in a message for a value; whole numbers stay numbers, so that plurals can be chosen by them."""
        match value:
            case str():
                return self._text(value)
            case int():
                return Whole(value, self._apart(self._notation.number(value)))
            case Moment(at=at):
                written = self._moment(at)
            case Mention(person_id=person_id, name=name):
                return f'<a href="tg://user?id={person_id}">{self._text(name)}</a>'
            case Names(names=names):
                return self._notation.listed(self._text(name) for name in names)
            case Size() | Money() | Share():
                written = _escaped(_MARKS.sub("", self._amount(value)))
            case _:
                written = _escaped(_MARKS.sub("", self._when_or_where(value)))
        return self._apart(written)

    def _text(self, text: str) -> str:
        """A text somebody else wrote: seen, not too long, and nothing but text."""
        seen = _UNSEEN.sub("", text)
        return self._apart(_escaped(seen if len(seen) <= LONGEST_TEXT else seen[: LONGEST_TEXT - 1] + "…"))

    def _apart(self, markup: str) -> str:
        return f"\u2068{markup}\u2069" if self._notation.from_right or _FROM_RIGHT.search(markup) else markup

    def _amount(self, value: Size | Money | Share) -> str:
        match value:
            case Size(bytes=amount):
                return self._size(Decimal(amount))
            case Money():
                return self._money(value)
            case Share(value=share):
                return self._share(share)

    def _when_or_where(self, value: Day | ShortDay | Span | TimeOfDay | City) -> str:
        match value:
            case Day(at=at):
                return self._notation.day(self._local(at).date())
            case ShortDay(day=day):
                return self._notation.short_day(day)
            case Span(length=length):
                return self._notation.span(length)
            case TimeOfDay(minutes=minutes):
                return self._notation.clock(time(*divmod(minutes, 60)))
            case City(zone=zone):
                return self._notation.city(_UNSEEN.sub("", zone)[:LONGEST_TEXT])

    def _size(self, amount: Decimal) -> str:
        unit, rounded = 0, amount.quantize(_HUNDREDTH, ROUND_HALF_UP)
        # What rounds to 1024 belongs to the next unit too.
        while rounded >= 1024 and unit < len(_UNITS) - 1:
            unit += 1
            rounded = (amount / _UNITS[unit][1]).quantize(_HUNDREDTH, ROUND_HALF_UP)
        return self(_UNITS[unit][0], amount=self._notation.number(rounded, "#,##0.##"))

    def _money(self, value: Money) -> str:
        code = value.currency.upper()
        if len(code) == 3 and code.isascii() and code.isalpha():
            return self._notation.money(value.amount, code)
        amount = self._notation.number(value.amount, "#,##0.00")
        return f"{amount} {_UNSEEN.sub('', value.currency)[:8]}".strip()

    def _share(self, share: Decimal) -> str:
        """At most one decimal; neither nothing nor all of it is claimed of what only rounds to that."""
        if 0 < share < _THOUSANDTH:
            return "<" + self._notation.percent(_THOUSANDTH)
        if 1 - _THOUSANDTH < share < 1:
            return ">" + self._notation.percent(1 - _THOUSANDTH)
        return self._notation.percent(share.quantize(_THOUSANDTH, ROUND_HALF_UP).normalize())

    def _moment(self, instant: datetime) -> str:
        at = self._local(instant)
        text = f"{self._notation.day(at.date())} {self._notation.clock(at.time())} {self._notation.offset(at)}"
        return f'<tg-time unix="{int(at.timestamp())}" format="r">{_escaped(_MARKS.sub("", text))}</tg-time>'

    def _local(self, at: datetime) -> datetime:
        try:
            return at if self._zone is None else at.astimezone(self._zone)
        except OverflowError:  # at the ends of time, where a day may have no other side
            return at


def _escaped(text: str) -> str:
    return html.escape(text, quote=False)


def _to_be_tapped(said: str) -> str:
    """What is copied by a tap copies no marks, and a command in a sentence from the right keeps its slash in front."""
    return _COMMAND.sub("\u2068\\g<0>\u2069", _ISOLATED_CODE.sub("\u2068<code>\\g<1></code>\u2069", said))
