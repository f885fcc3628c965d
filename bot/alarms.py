"""An account judged, and what there is to say of it said: `/alerts say` typed by the clock, behind the answers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bot import alerts, judging, watching
from bot.alerts import KINDS, Finding
from bot.commands import Command
from bot.dispatch import Dispatcher
from bot.pushed import NOBODY, nothing_to_erase, pushed
from bot.pushes.alerts import Judged
from bot.pushes.outcome import Done, Later
from bot.pushes.quiet import quiet_until
from bot.pushes.worker import Turn
from bot.reply import Notice
from bot.speaking import shows_money
from bot.telegram.post import Post
from storage import Account, Chat, Raise, Storage, Watch


class Alarms:
    """Speaks up about accounts."""

    def __init__(self, *, storage: Storage, dispatcher: Dispatcher, post: Post, clock: Callable[[], datetime]) -> None:
        self._storage = storage
        self._dispatcher = dispatcher
        self._post = post
        self._clock = clock

    async def judge(self, watch: Watch, turn: Turn) -> Judged | Later:
        """Judge an account as it stands now, and say what there is to say once `turn` allows it."""
        account = await self._storage.accounts.find(watch.account_id)
        chat = await self._storage.chats.find(account.chat_id) if account is not None else None
        if account is None or chat is None:
            return Judged()
        chosen = await self._storage.rules.of(chat.chat_id)
        rules = watching.rules(chosen, money=shows_money(chat))
        if not rules.enabled:
            return Judged()
        now = self._clock()
        said = watching.said(await self._storage.alerts.of(account.account_id))
        standing = await watching.standing(self._storage, account, now)
        quiet = quiet_until(chat.quiet_from, chat.quiet_until, chat.zone, now)
        decision = alerts.decide(judging.findings(standing, rules, said, now), said, now, quiet_until=quiet)
        over = tuple(kind.value for kind in decision.calm)
        if not decision.say:
            return Judged(over=over, again_at=decision.again_at)
        topic_id = chosen.topic_id if chosen is not None else 0
        outcome = await self._say(account, chat, topic_id or None, decision.say, turn)
        if isinstance(outcome, Later):
            return outcome
        spoken = tuple(finding.kind.value for finding in decision.say) if outcome is Done.SENT else ()
        return Judged(said=spoken, over=over, again_at=decision.again_at)

    async def _say(
        self, account: Account, chat: Chat, topic_id: int | None, say: tuple[Finding, ...], turn: Turn
    ) -> Done | Later:
        await self._storage.alerts.raise_(account.account_id, tuple(map(_raised, say)))
        command = Command(
            chat_id=chat.chat_id,
            chat_kind=chat.kind,
            topic_id=topic_id,
            person=NOBODY,
            name="alerts",
            arguments=("say", KINDS + "".join(finding.kind.value for finding in say), f"#{account.account_id}"),
            due=True,
        )
        reply = await self._dispatcher.answer(command, nothing_to_erase)
        notice = Notice(chat_id=chat.chat_id, topic_id=topic_id, reply=reply)
        return await pushed(self._post, notice, turn=turn, clock=self._clock)


def _raised(finding: Finding) -> Raise:
    return Raise(
        kind=finding.kind.value, severity=finding.severity, until=finding.until, figures=finding.figures.written()
    )
