"""Purchases and check-in rewards, a page at a time."""

from __future__ import annotations

from datetime import datetime

from bot.bytesflows.calls import SourceType
from bot.i18n import Day, Moment, Share, Size, Span, Words
from bot.reply import Button, Reply
from bot.traffic import Record, RecordPage, State

MOST_SHOWN = 10
"""Records in one message, should the vendor send more than it was asked for."""

_KINDS = ("order", "sign")
_STATES = {State.ACTIVE: "record-active", State.EXPIRED: "record-expired", State.UNKNOWN: "record-unknown"}


def pages(total: int | None, page_size: int) -> int | None:
    """How many pages there are, at least one; `None` where the vendor did not say how many records."""
    return None if total is None else max(1, -(-total // page_size))


def records(
    words: Words,
    *,
    shown: RecordPage,
    page: int,
    page_size: int,
    source: SourceType | None,
    at: datetime,
    now: datetime,
    name: str | None,
    reference: str,
) -> Reply:
    """Show one page as of `at`, newest first; `name` where the chat has more than one account."""
    title = f"records-title-{source or 'all'}"
    blocks = [words(f"{title}-named", name=name) if name else words(title)]
    blocks += ["\n".join(_record(words, record, now)) for record in shown.records[:MOST_SHOWN]]
    if not shown.records:
        blocks.append(words("records-none" if page == 1 else "records-none-here"))
    blocks.append(words("as-of", at=Moment(at)))
    last = pages(shown.total, page_size)
    full = len(shown.records) >= page_size
    if last is not None and page > last:
        last = None  # there are more records than the vendor's total
    more = full if last is None else page < last
    return Reply(
        text="\n\n".join(blocks),
        buttons=(
            _pager(words, page=page, last=last, more=more, source=source, reference=reference),
            _sources(words, source=source, reference=reference),
            (Button(label=words("button-balance"), command=f"/balance{reference}"),),
        ),
    )


def _record(words: Words, record: Record, now: datetime) -> tuple[str, ...]:
    kind = f"record-{record.kind}" if record.kind in _KINDS else "record-other"
    lines = [words(kind, kind=record.kind or "?", state=words(_STATES[record.state(now)]))]
    if record.order_id:
        lines.append(words("record-order-id", order=record.order_id))
    lines.append(_used(words, record))
    if record.created_at:
        lines.append(words("record-created", date=Day(record.created_at)))
    if record.expires_at:
        ahead = record.expires_at - now
        expired = ahead.total_seconds() <= 0
        message = "record-expired-on" if expired else "record-expires"
        lines.append(words(message, date=Day(record.expires_at), left=Span(abs(ahead))))
    return tuple(lines)


def _used(words: Words, record: Record) -> str:
    if record.quota_bytes is None:
        return words("record-no-figures")
    if record.used_bytes is None:
        return words("record-quota", quota=Size(record.quota_bytes))
    used, quota = Size(record.used_bytes), Size(record.quota_bytes)
    if record.used_share is None:
        return words("record-used", used=used, quota=quota)
    return words("record-used-share", used=used, quota=quota, share=Share(record.used_share))


def _pager(
    words: Words, *, page: int, last: int | None, more: bool, source: SourceType | None, reference: str
) -> tuple[Button, ...]:
    def to(number: int) -> str:
        return " ".join(filter(None, ("/records", source, str(number)))) + reference

    here = words("button-page", page=page, pages=last) if last is not None else words("button-page-only", page=page)
    row = [Button(label=here, command=to(page))]
    if page > 1:
        row.insert(0, Button(label="◀", command=to(page - 1)))
    if more:
        row.append(Button(label="▶", command=to(page + 1)))
    return tuple(row) if len(row) > 1 else ()


def _sources(words: Words, *, source: SourceType | None, reference: str) -> tuple[Button, ...]:
    choices = ((None, "all"), ("order", "order"), ("sign", "sign"))
    return tuple(
        Button(
            label=words("button-chosen", label=words(f"button-{key}")) if source == choice else words(f"button-{key}"),
            command=" ".join(filter(None, ("/records", choice))) + reference,
        )
        for choice, key in choices
    )
