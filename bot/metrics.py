"""Figures for Prometheus: what the rooms tell is counted, and written out when it is asked for. No chat, no person.

The only file that knows prometheus_client. Every label is a word of a closed set named here; any other counts as
`other`. The library's own histograms lock for threads that we don't have, at 5 µs an observation; these cost 0.5.
https://prometheus.io/docs/practices/naming/
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Final

from prometheus_client import CollectorRegistry, PlatformCollector, ProcessCollector, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.metrics_core import GaugeMetricFamily, HistogramMetricFamily, InfoMetricFamily, Metric
from prometheus_client.registry import Collector
from prometheus_client.utils import floatToGoString

from bot.observing import Observers

PREFIX: Final = "bytesflows_bot"
OTHER: Final = "other"

_QUICK: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
_ANSWERS: Final = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 300.0, 3600.0)
_CALLS: Final = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 20.0, 60.0)
_LATENESS: Final = (1.0, 5.0, 15.0, 60.0, 300.0, 900.0, 3600.0, 10800.0)
_METHODS: Final = (
    "answerCallbackQuery", "deleteMessage", "deleteWebhook", "editMessageCaption", "editMessageMedia",
    "editMessageReplyMarkup", "editMessageText", "getChatAdministrators", "getMe", "getMyCommands", "getMyDescription",
    "getMyShortDescription", "getUpdates", "getWebhookInfo", "pinChatMessage", "sendChatAction", "sendDocument",
    "sendMessage", "sendPhoto", "setMyCommands", "setMyDescription", "setMyShortDescription", "setWebhook",
    "unpinChatMessage",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """A histogram: `labels` are names with the words that each may be; `bounds` seconds."""

    name: str
    says: str
    labels: Mapping[str, tuple[str, ...]]
    bounds: tuple[float, ...]


UPDATES: Final = Family(
    name="update_seconds",
    says="Updates by how they ended, and seconds from when they were received.",
    labels={
        "kind": ("command", "press", "event", "unread"),
        "outcome": ("answered", "ignored", "refused", "failed", "left", "skipped", "duplicate", "elsewhere"),
    },
    bounds=_ANSWERS,
)
VENDOR: Final = Family(
    name="vendor_request_seconds",
    says="Requests to BytesFlows, each attempt, by how it ended, and seconds.",
    labels={
        "call": ("overview", "records"),
        "outcome": (
            "answered", "unreachable", "busy", "broken", "token_refused", "refused", "unreadable", "given_up"
        ),
    },
    bounds=_CALLS,
)  # fmt: skip
TELEGRAM: Final = Family(
    name="telegram_request_seconds",
    says="Requests to Telegram, each attempt, by how it ended, and seconds; getUpdates waits for updates.",
    labels={
        "method": _METHODS,
        "outcome": ("answered", "refused", "flooded", "broken", "unsent", "late", "cut", "given_up"),
    },
    bounds=_CALLS,
)
PUSHES: Final = Family(
    name="push_lateness_seconds",
    says="Pushes claimed, and by how they ended; seconds since a daily summary was due, since others were claimed.",
    labels={
        "kind": ("daily", "alert", "card"),
        "outcome": ("claimed", "sent", "unsaid", "later", "barred", "gone", "missed", "failed", "void"),
    },
    bounds=_LATENESS,
)
LIMITER: Final = Family(
    name="limiter_wait_seconds",
    says="Seconds that messages and edits waited for their turn by Telegram's pace.",
    labels={"kind": ("answer", "push"), "outcome": ("left", "given_up")},
    bounds=_ANSWERS,
)
DATABASE: Final = Family(
    name="database_seconds",
    says="Transactions, and waits before one is tried again (retry), by how they ended, and seconds.",
    labels={
        "operation": ("read", "write", "erase", "note", "claim", "retry"),
        "outcome": ("done", "unavailable", "failed", "given_up"),
    },
    bounds=_QUICK,
)
LOOP: Final = Family(
    name="loop_lag_seconds",
    says="Seconds by which the event loop was late to wake a sleeper.",
    labels={},
    bounds=_QUICK,
)
FAMILIES: Final = (UPDATES, VENDOR, TELEGRAM, PUSHES, LIMITER, DATABASE, LOOP)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gauges:
    """What is read when figures are asked for. `None`: not known yet, and left out."""

    updates_in_hand: Callable[[], float]
    updates_waiting: Callable[[], float]
    heard_age_seconds: Callable[[], float | None]
    accounts_locked: Callable[[], float | None]
    limiter_waiting: Mapping[str, Callable[[], float]]
    pushes_in_hand: Mapping[str, Callable[[], float]]


_GAUGES: Final = {
    "updates_in_hand": "Updates received and not dealt with yet.",
    "updates_waiting": "Those of them that wait behind another one of their chat.",
    "heard_age_seconds": "Seconds since Telegram was last heard.",
    "accounts_locked": "Accounts whose key was not in the keyring at the start.",
    "limiter_waiting": "Messages and edits that wait for their turn by Telegram's pace.",
    "pushes_in_hand": "Pushes claimed by this process and not ended yet.",
}


@dataclass(slots=True)
class _Kept:
    """How many fell between two bounds, and the sum of all."""

    counts: list[int]
    seconds: float = 0.0


class Timings(Collector):
    """A family's observations. Tell it from one loop only."""

    def __init__(self, family: Family) -> None:
        self._family = family
        self._bounds = family.bounds
        self._words = tuple(family.labels.values())
        self._kept: dict[tuple[str, str], _Kept] = {}
        self._shown: dict[tuple[str, ...], _Kept] = {}

    def __call__(self, what: str, how: str, seconds: float) -> None:
        """Count one."""
        kept = self._kept.get((what, how))
        if kept is None:
            kept = self._begun(what, how)
        if seconds < 0.0:  # noqa: PLR1730  # a clock that was set back; max() would cost as much as the rest
            seconds = 0.0
        kept.counts[bisect_left(self._bounds, seconds)] += 1
        kept.seconds += seconds

    def _begun(self, what: str, how: str) -> _Kept:
        """Where such observations are kept from now on. What is in no closed set is kept together, and not by name."""
        labels = tuple(word if word in words else OTHER for word, words in zip((what, how), self._words, strict=False))
        kept = self._shown.setdefault(labels, _Kept([0] * (len(self._bounds) + 1)))
        if OTHER not in labels:
            self._kept[what, how] = kept
        return kept

    def collect(self) -> Iterable[Metric]:
        """Write it out as the library wants it."""
        metric = HistogramMetricFamily(
            f"{PREFIX}_{self._family.name}", self._family.says, labels=tuple(self._family.labels)
        )
        bounds = (*map(floatToGoString, self._bounds), "+Inf")
        for labels, kept in sorted(self._shown.items()):
            buckets = [(bound, float(count)) for bound, count in zip(bounds, accumulate(kept.counts), strict=True)]
            metric.add_metric(labels, buckets=buckets, sum_value=kept.seconds)
        yield metric


class _Read(Collector):
    """Gauges, as soon as there is something to read."""

    def __init__(self) -> None:
        self.gauges: Gauges | None = None

    def collect(self) -> Iterator[Metric]:
        if self.gauges is None:
            return
        for name, says in _GAUGES.items():
            read = getattr(self.gauges, name)
            if callable(read):
                value = read()
                if value is not None:
                    yield GaugeMetricFamily(f"{PREFIX}_{name}", says, value=value)
                continue
            metric = GaugeMetricFamily(f"{PREFIX}_{name}", says, labels=("kind",))
            for kind, one in read.items():
                metric.add_metric((kind,), one())
            yield metric


class _Build(Collector):
    """Which version runs."""

    def __init__(self, version: str) -> None:
        self._version = version

    def collect(self) -> Iterable[Metric]:
        yield InfoMetricFamily(f"{PREFIX}_build", "The version that runs.", value={"version": self._version})


@dataclass(slots=True)
class Metrics:
    """Everything that is counted, in a registry of its own."""

    version: str
    _registry: CollectorRegistry = field(default_factory=lambda: CollectorRegistry(auto_describe=False))
    _read: _Read = field(default_factory=_Read)
    observers: Observers = field(init=False)

    def __post_init__(self) -> None:
        timings = [Timings(family) for family in FAMILIES]
        for collector in (*timings, self._read, _Build(self.version)):
            self._registry.register(collector)
        ProcessCollector(registry=self._registry)
        PlatformCollector(registry=self._registry)
        updates, vendor, telegram, pushes, limiter, database, loop = timings
        self.observers = Observers(
            updates=updates,
            vendor=vendor,
            telegram=telegram,
            pushes=pushes,
            limiter=limiter,
            database=database,
            loop=loop,
        )

    def read(self, gauges: Gauges) -> None:
        """Read these from now on."""
        self._read.gauges = gauges

    def written(self) -> bytes:
        """Return all figures in the text format of `CONTENT_TYPE`."""
        return generate_latest(self._registry)


CONTENT_TYPE: Final = CONTENT_TYPE_LATEST
