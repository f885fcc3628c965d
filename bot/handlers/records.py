"""`/records`: purchases and check-in rewards, five a page."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.bytesflows import calls
from bot.bytesflows.calls import SourceType
from bot.commands import AccountContext
from bot.problems import Misused
from bot.reply import Reply
from bot.views import records as views

PAGE_SIZE = 5
_PAGE = re.compile(r"-?[0-9]+")
_SOURCES: dict[str, SourceType | None] = {
    **dict.fromkeys(("order", "orders", "purchase", "purchases", "购买"), "order"),
    **dict.fromkeys(("sign", "signs", "checkin", "checkins", "check-in", "check-ins", "签到"), "sign"),
    **dict.fromkeys(("all", "全部"), None),
}


def understands_records(argument: str) -> bool:
    """Tell whether an argument is a kind or a page; another one names an account."""
    return argument.casefold() in _SOURCES or _PAGE.fullmatch(argument) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    source: SourceType | None
    page: int


async def records(ctx: AccountContext) -> Reply:
    """Show one page of records; one past the end, which is empty whatever the vendor's total says, shows the last."""
    asked = _asked(ctx.arguments, example=ctx.typed("/records order 2"))
    answer = await ctx.vendor(calls.records(page=asked.page, size=PAGE_SIZE, source=asked.source))
    page, pages = asked.page, views.pages(answer.value.total, PAGE_SIZE)
    if not answer.value.records and pages is not None and page > pages:
        page = pages
        answer = await ctx.vendor(calls.records(page=page, size=PAGE_SIZE, source=asked.source))
    return views.records(
        ctx.words,
        shown=answer.value,
        page=page,
        page_size=PAGE_SIZE,
        source=asked.source,
        at=answer.at,
        now=ctx.now,
        name=ctx.account.name if ctx.reference else None,
        reference=ctx.reference,
    )


def _asked(arguments: tuple[str, ...], *, example: str) -> _Asked:
    pages = [argument for argument in arguments if _PAGE.fullmatch(argument)]
    sources = [argument for argument in arguments if argument.casefold() in _SOURCES]
    if len(pages) > 1 or len(sources) > 1:
        raise Misused((pages if len(pages) > 1 else sources)[1], example)
    page = int(pages[0][:9]) if pages else 1
    return _Asked(source=_SOURCES[sources[0].casefold()] if sources else None, page=max(1, page))
