"""Messages, numbers, dates, clocks and cities in the reader's language. The only room that escapes and isolates.

`locales/xx.ftl` is a language; its name is the language's code. Messages may hold Telegram's HTML; values never do.
"""

from bot.i18n.languages import SOURCE, Languages, languages
from bot.i18n.values import City, Day, Mention, Moment, Money, Names, Share, ShortDay, Size, Span, TimeOfDay, Value
from bot.i18n.words import LONGEST_TEXT, Words

__all__ = [
    "LONGEST_TEXT",
    "SOURCE",
    "City",
    "Day",
    "Languages",
    "Mention",
    "Moment",
    "Money",
    "Names",
    "Share",
    "ShortDay",
    "Size",
    "Span",
    "TimeOfDay",
    "Value",
    "Words",
    "languages",
]
