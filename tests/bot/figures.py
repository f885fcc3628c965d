"""Figures as Prometheus reads them."""

from __future__ import annotations

from prometheus_client.parser import text_string_to_metric_families


def figures(text: bytes, **labels: str) -> dict[str, float]:
    """Every sample with just these labels, by its name; a bucket's has its bound behind a space."""
    found = {}
    for family in text_string_to_metric_families(text.decode()):
        for sample in family.samples:
            others = {name: value for name, value in sample.labels.items() if name != "le"}
            if others == labels:
                bound = f" {sample.labels['le']}" if "le" in sample.labels else ""
                found[f"{sample.name}{bound}"] = sample.value
    return found
