"""What is counted, and written out: closed sets of labels, whatever is told; the text that Prometheus reads."""

from __future__ import annotations

import time

import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.bytesflows import calls
from bot.bytesflows.errors import VendorError
from bot.metrics import DATABASE, FAMILIES, OTHER, PREFIX, PUSHES, TELEGRAM, UPDATES, VENDOR, Family, Gauges, Metrics
from bot.observing import Observe, Observers
from bot.pushes.worker import Ending
from bot.telegram.answering import Outcome
from tests.bot.figures import figures


def gauges(**known: float) -> Gauges:
    """Gauges that show these and nothing else."""
    return Gauges(
        updates_in_hand=lambda: known.get("updates_in_hand", 0.0),
        updates_waiting=lambda: 0.0,
        heard_age_seconds=lambda: known.get("heard_age_seconds"),
        accounts_locked=lambda: None,
        limiter_waiting={"answer": lambda: 1.0, "push": lambda: 2.0},
        pushes_in_hand={"daily": lambda: 3.0},
    )


def test_an_observation_is_in_every_bucket_above_it_and_in_the_sum() -> None:
    metrics = Metrics("1.2.3")

    for seconds in (0.001, 0.0011, 0.7, 99.0):
        metrics.observers.database("read", "done", seconds)

    found = figures(metrics.written(), operation="read", outcome="done")
    name = f"{PREFIX}_database_seconds"
    assert found[f"{name}_count"] == 4
    assert found[f"{name}_sum"] == pytest.approx(99.7021)
    buckets = {bound: found[f"{name}_bucket {bound}"] for bound in ("0.001", "0.0025", "0.5", "1.0", "10.0", "+Inf")}
    assert buckets == {"0.001": 1, "0.0025": 2, "0.5": 2, "1.0": 3, "10.0": 3, "+Inf": 4}


def test_a_clock_that_was_set_back_takes_nothing_away() -> None:
    metrics = Metrics("1.2.3")

    metrics.observers.updates("command", "answered", -5.0)

    found = figures(metrics.written(), kind="command", outcome="answered")
    assert (found[f"{PREFIX}_update_seconds_count"], found[f"{PREFIX}_update_seconds_sum"]) == (1, 0)


HOSTILE = 'x"} 1\nevil{chat="-1001234567890",text="my token"'


def test_what_is_in_no_closed_set_is_counted_together_and_never_named() -> None:
    metrics = Metrics("1.2.3")

    for number in range(1000):
        for observe in (
            metrics.observers.updates, metrics.observers.vendor, metrics.observers.telegram, metrics.observers.pushes,
            metrics.observers.limiter, metrics.observers.database,
        ):  # fmt: skip
            observe(f"{HOSTILE}{number}", f"{number}{HOSTILE}", 0.1)
    metrics.observers.telegram("sendMessage", HOSTILE, 0.1)

    text = metrics.written().decode()
    assert "evil" not in text
    assert "1001234567890" not in text
    assert figures(text.encode(), method=OTHER, outcome=OTHER)[f"{PREFIX}_telegram_request_seconds_count"] == 1000
    assert figures(text.encode(), method="sendMessage", outcome=OTHER)[f"{PREFIX}_telegram_request_seconds_count"] == 1
    assert len(text.splitlines()) < 200


TOLD = tuple(zip(FAMILIES, Observers.__dataclass_fields__, strict=True))


@pytest.mark.parametrize(("family", "name"), TOLD, ids=tuple(Observers.__dataclass_fields__))
def test_every_word_of_a_family_is_counted_under_itself(family: Family, name: str) -> None:
    metrics = Metrics("1.2.3")
    observe: Observe = getattr(metrics.observers, name)
    whats, hows = (*family.labels.values(), ("",), ("",))[:2]

    for what in whats:
        for how in hows:
            observe(what, how, 0.0)

    counts = [
        sample
        for metric in text_string_to_metric_families(metrics.written().decode())
        for sample in metric.samples
        if sample.name == f"{PREFIX}_{family.name}_count"
    ]
    assert len(counts) == len(whats) * len(hows)
    assert all(sample.value == 1 and OTHER not in sample.labels.values() for sample in counts)


def test_what_the_rooms_tell_is_what_the_figures_know() -> None:
    assert {outcome.value for outcome in Outcome} <= set(UPDATES.labels["outcome"])
    assert {ending.value for ending in Ending} <= set(PUSHES.labels["outcome"])
    assert {error.named for error in VendorError.__subclasses__()} <= set(VENDOR.labels["outcome"])
    assert {calls.overview().name, calls.records().name} == set(VENDOR.labels["call"])
    assert len(set(TELEGRAM.labels["method"])) == len(TELEGRAM.labels["method"])
    assert "retry" in DATABASE.labels["operation"]


def test_gauges_are_read_when_they_are_asked_for_and_left_out_where_nothing_is_known() -> None:
    metrics, known = Metrics("1.2.3"), {"updates_in_hand": 1.0}
    before = figures(metrics.written())
    metrics.read(gauges(**known))
    metrics.read(
        Gauges(
            updates_in_hand=lambda: known["updates_in_hand"],
            updates_waiting=lambda: 0.0,
            heard_age_seconds=lambda: None,
            accounts_locked=lambda: 0.0,
            limiter_waiting={"answer": lambda: 1.0, "push": lambda: 2.0},
            pushes_in_hand={"daily": lambda: 3.0},
        )
    )
    known["updates_in_hand"] = 7.0
    after = figures(metrics.written())

    assert f"{PREFIX}_updates_in_hand" not in before
    assert after[f"{PREFIX}_updates_in_hand"] == 7
    assert after[f"{PREFIX}_accounts_locked"] == 0
    assert f"{PREFIX}_heard_age_seconds" not in after
    assert figures(metrics.written(), kind="push")[f"{PREFIX}_limiter_waiting"] == 2
    assert figures(metrics.written(), kind="daily")[f"{PREFIX}_pushes_in_hand"] == 3


def test_the_process_and_the_version_are_told() -> None:
    text = Metrics("1.2.3").written()

    assert figures(text, version="1.2.3")[f"{PREFIX}_build_info"] == 1
    assert figures(text)["process_resident_memory_bytes"] > 1_000_000


def test_two_of_them_know_nothing_of_each_other() -> None:
    one, other = Metrics("1"), Metrics("2")

    one.observers.loop("", "", 0.1)

    assert f"{PREFIX}_loop_lag_seconds_count" in figures(one.written())
    assert f"{PREFIX}_loop_lag_seconds_count" not in figures(other.written())


def test_an_observation_costs_next_to_nothing() -> None:
    """An answer makes some fifteen of them; all together they may take 20 µs. Ten times that is a fault, not noise."""
    observe = Metrics("1.2.3").observers.database
    observe("read", "done", 0.0)

    began = time.process_time()
    for _ in range(10_000):
        observe("read", "done", 0.0001)

    assert (time.process_time() - began) / 10_000 * 15 < 200e-6
