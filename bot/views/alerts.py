"""What a chat wants to hear of by itself, and the choices there are."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal

from bot.alerts import Rules
from bot.i18n import Money, Share, Size, Span, Value, Words
from bot.reply import Button, Reply

CHOICES: Mapping[str, tuple[str, ...]] = {
    "low": ("5%", "10%", "20%"),
    "days": ("2", "3", "7"),
    "expiry": ("1", "3", "7"),
    "spike": ("2", "3", "5"),
    "balance": ("5", "10", "25"),
}
"""Offered as buttons; what is sent as text may be anything between."""


def overview(words: Words, rules: Rules, *, money: bool, here: bool) -> Reply:
    """Show what is spoken up about, with a button to change each. `here`: it is said in this topic."""
    if not rules.enabled:
        on = Button(label=words("button-alerts-on"), command="/alerts on")
        return Reply(text="\n\n".join((words("alerts-off"), words("alerts-off-explained"))), buttons=((on,),))
    about = ["low", "days", "spike", "expiry", *(("balance",) if money else ()), "trouble"]
    blocks = [words("alerts-title"), "\n".join(_line(words, one, rules) for one in about), words("alerts-explained")]
    buttons = [Button(label=words(f"button-{one}-alert"), command=f"/alerts {one}") for one in about]
    rows = [tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2)]
    if not here:
        blocks.append(words("alerts-elsewhere"))
        rows.append((Button(label=words("button-alerts-here"), command="/alerts here"),))
    rows.append((Button(label=words("button-alerts-off"), command="/alerts off"),))
    return Reply(text="\n\n".join(blocks), buttons=tuple(rows))


def choices(words: Words, about: str, rules: Rules, *, example: str) -> Reply:
    """Show how one of them is now, and what it may be."""
    now = _line(words, about, rules)
    off = Button(label=words("button-alerts-never"), command=f"/alerts {about} off")
    back = (Button(label=words("button-back"), command="/alerts"),)
    if about == "trouble":
        on = Button(label=words("button-alerts-tell"), command="/alerts trouble on")
        return Reply(text=now, buttons=((on, off), back))
    row = tuple(Button(label=_choice(words, about, one), command=f"/alerts {about} {one}") for one in CHOICES[about])
    text = "\n\n".join((now, words("alerts-choose", example=example)))
    return Reply(text=text, buttons=(row, (off,), back))


def _choice(words: Words, about: str, text: str) -> str:
    if about in ("days", "expiry"):
        return words("button-days", days=int(text))
    if about == "spike":
        return words("button-alerts-times", times=int(text))
    number = Decimal(text.rstrip("%"))
    return words("button-alerts-choice", choice=Share(number / 100) if about == "low" else Money(number, ""))


def _line(words: Words, about: str, rules: Rules) -> str:
    values = _wanted(rules)[about]
    return words(f"alerts-{about}-off") if values is None else words(f"alerts-{about}", **values)


def _wanted(rules: Rules) -> dict[str, dict[str, Value] | None]:
    """What the message about each is given; `None` where it is not wanted."""
    percent, size, times = rules.low_percent, rules.low_bytes, rules.spike_times
    least: Value | None = None if size is None else Size(size)
    if percent is not None:
        least = Share(Decimal(percent) / 100)
    return {
        "low": None if least is None else {"least": least},
        "days": _ahead(rules.days),
        "expiry": _ahead(rules.expiry_days),
        "spike": None if times is None else {"times": times},
        "balance": None if rules.balance is None else {"least": Money(rules.balance, "")},
        "trouble": {} if rules.trouble else None,
    }


def _ahead(days: int | None) -> dict[str, Value] | None:
    return None if days is None else {"span": Span(timedelta(days=days))}
