"""What operators are handed: files that parse, name only what there is, and give the bot no more than it needs."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import yaml  # type: ignore[import-untyped]  # its types are a package of their own, for three calls

from bot.config import Settings
from bot.metrics import FAMILIES, OTHER, PREFIX, Gauges, Metrics
from bot.observing import Observe, Observers
from bot.watchdog import HANGING_SECONDS

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
SETTINGS = {field.name.upper() for field in fields(Settings)}
PINNED = re.compile(r"[a-z/]+:\d+\.\d+(\.\d+)?(-[a-z0-9.]+)*")
SELECTOR = re.compile(r"\b((?:bytesflows_bot|process|python)_[a-z_]+)(?:\{([^}]*)\})?")
MATCHER = re.compile(r'(\w+)(=~|!=|!~|=)"([^"]*)"')
BESIDE = {"le", "instance", "job"}
"""Labels that no family has by itself."""


def dashboard() -> Any:
    """The dashboard."""
    return json.loads((DEPLOY / "grafana.json").read_text("utf-8"))


def rules() -> list[dict[str, Any]]:
    """The alerting rules."""
    (group,) = yaml.safe_load((DEPLOY / "alerts.yaml").read_text("utf-8"))["groups"]
    found: list[dict[str, Any]] = group["rules"]
    return found


def compose() -> Any:
    """The services of compose.yaml and the rest of it."""
    return yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))


def unit(section: str) -> list[tuple[str, str]]:
    """The settings in a section of the unit file; a name may come more than once."""
    text = (DEPLOY / "bytesflows-bot.service").read_text("utf-8").partition(f"[{section}]\n")[2].partition("\n[")[0]
    return re.findall(r"(?m)^(\w+)=(.*)$", text)


def expressions() -> Iterator[tuple[str, str]]:
    """Every expression there is, and whose it is."""
    for rule in rules():
        yield rule["alert"], rule["expr"]
    for panel in dashboard()["panels"]:
        for target in panel.get("targets", ()):
            yield panel["title"], target["expr"]
    for variable in dashboard()["templating"]["list"]:
        if "definition" in variable:
            yield variable["name"], variable["definition"]
    for note in dashboard()["annotations"]["list"]:
        yield note["name"], note["expr"]


def exported() -> dict[str, dict[str, set[str]]]:
    """Every figure that a bot exports, by its sample's name, with its labels and what each may be."""
    metrics = Metrics("1.2.3")
    for family, name in zip(FAMILIES, Observers.__dataclass_fields__, strict=True):
        observe: Observe = getattr(metrics.observers, name)
        whats, hows = (*family.labels.values(), ("",), ("",))[:2]
        for what in whats:
            for how in hows:
                observe(what, how, 0.1)
    metrics.read(
        Gauges(
            updates_in_hand=lambda: 0,
            updates_waiting=lambda: 0,
            heard_age_seconds=lambda: 0,
            accounts_locked=lambda: 0,
            limiter_waiting={"answer": lambda: 0, "push": lambda: 0},
            pushes_in_hand={"daily": lambda: 0, "alert": lambda: 0, "card": lambda: 0},
        )
    )
    found: dict[str, dict[str, set[str]]] = {}
    for line in metrics.written().decode().splitlines():
        if sample := re.match(r"([a-z_]+)(?:\{(.*)\})? ", line):
            labels = found.setdefault(sample[1], {})
            for name, value in re.findall(r'(\w+)="([^"]*)"', sample[2] or ""):
                labels.setdefault(name, set()).add(value)
    return found


EXPORTED = exported()


@pytest.mark.parametrize(("whose", "expression"), tuple(expressions()))
def test_every_figure_and_label_that_is_asked_for_is_exported(whose: str, expression: str) -> None:
    asked = SELECTOR.findall(expression)

    assert asked, whose
    for name, selected in asked:
        assert name in EXPORTED, whose
        for label, operator, value in MATCHER.findall(selected):
            assert label in EXPORTED[name] or label in BESIDE, (whose, label)
            if label in EXPORTED[name] and not value.startswith("$"):
                words = value.split("|") if "~" in operator else [value]
                assert set(words) <= EXPORTED[name][label], (whose, words)


def test_grouping_names_labels_that_there_are() -> None:
    labels = {label for labels in EXPORTED.values() for label in labels} | BESIDE
    named = {
        label.strip()
        for _, expression in expressions()
        for group in re.findall(r"by \(([^)]*)\)", expression)
        for label in group.split(",")
    }

    assert named <= labels
    assert OTHER not in named


def test_every_family_is_on_the_dashboard() -> None:
    targets = [target for panel in dashboard()["panels"] for target in panel.get("targets", ())]
    shown = {name for target in targets for name, _ in SELECTOR.findall(target["expr"])}
    ours = {name for name in EXPORTED if name.startswith(PREFIX)}
    families = {re.sub(r"_(bucket|count|sum)$", "", name) for name in ours}

    assert families <= {re.sub(r"_(bucket|count|sum)$", "", name) for name in shown}


def test_the_dashboard_is_whole() -> None:
    board = dashboard()
    panels = board["panels"]
    variables = {variable["name"] for variable in board["templating"]["list"]}

    assert {"datasource", "instance"} <= variables
    assert len({panel["id"] for panel in panels}) == len(panels)
    assert [panel["title"] for panel in panels if panel["type"] == "row"] == [
        "Updates", "BytesFlows", "Telegram", "Pushes", "Queues", "Database", "Process",
    ]  # fmt: skip
    places = {(panel["gridPos"]["x"], panel["gridPos"]["y"]) for panel in panels}
    assert len(places) == len(panels)
    text = json.dumps(board)
    assert set(re.findall(r"\$(\w+)", text)) | set(re.findall(r"\$\{(\w+)\}", text)) <= variables | {
        "__rate_interval", "__all",
    }  # fmt: skip


def test_every_alert_says_what_is_wrong_and_what_to_do() -> None:
    names = [rule["alert"] for rule in rules()]

    assert len(set(names)) == len(names) >= 8
    for rule in rules():
        assert rule["labels"]["severity"] in ("warning", "critical")
        assert rule["annotations"].keys() == {"summary", "description"}


@pytest.mark.parametrize("image", [one["image"] for one in compose()["services"].values() if "build" not in one])
def test_every_image_is_pinned_to_a_version(image: str) -> None:
    assert PINNED.fullmatch(image)


def test_the_dockerfile_is_pinned_and_runs_as_nobody_in_particular() -> None:
    lines = (ROOT / "Dockerfile").read_text("utf-8").splitlines()
    bases = [line.split()[1] for line in lines if line.startswith("FROM ")]
    (check,) = [re.findall(r'"([^"]+)"', line) for line in lines if line.startswith("HEALTHCHECK ")]

    assert all(PINNED.fullmatch(base) for base in bases)
    assert len(set(bases)) == 1
    assert lines.index("USER bot") < lines.index('ENTRYPOINT ["bytesflows-bot"]')
    assert any("HTTP_LISTEN=" in line for line in lines if line.startswith("ENV "))
    assert check == ["bytesflows-bot", "health"]


@pytest.mark.parametrize("name", compose()["services"])
def test_no_service_may_more_than_it_needs(name: str) -> None:
    service = compose()["services"][name]

    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert "privileged" not in service
    assert service.get("cap_add", []) in ([], ["NET_BIND_SERVICE"])
    assert service["restart"] == "unless-stopped"
    assert service["healthcheck"]["test"][0] == "CMD"


def test_two_replicas_of_the_bot_share_a_database_and_are_told_their_secrets_in_files() -> None:
    whole = compose()
    bot, postgres, proxy = (whole["services"][name] for name in ("bot", "postgres", "proxy"))

    assert bot["deploy"]["replicas"] == 2
    assert int(bot["stop_grace_period"].rstrip("s")) > 10
    assert {name.removesuffix("_FILE") for name in bot["environment"]} <= SETTINGS
    in_files = {name: value for name, value in bot["environment"].items() if name.endswith("_FILE")}
    assert in_files.keys() == {"TELEGRAM_BOT_TOKEN_FILE", "ENCRYPTION_KEYS_FILE", "DATABASE_URL_FILE"}
    assert {Path(value).name for value in in_files.values()} == set(bot["secrets"])
    assert bot["depends_on"] == {"postgres": {"condition": "service_healthy"}}
    assert bot["healthcheck"]["test"] == ["CMD", "bytesflows-bot", "health"]
    assert set(whole["secrets"]) == {*bot["secrets"], *postgres["secrets"]}
    assert any(volume.startswith("database:") for volume in postgres["volumes"])
    assert "ports" not in bot
    assert "ports" not in postgres
    assert whole["networks"]["inside"] == {"internal": True}
    assert proxy["networks"] == ["outside"]


def test_secrets_are_not_for_the_repository_nor_for_the_image() -> None:
    assert "secrets/" in (ROOT / ".gitignore").read_text("utf-8").splitlines()
    assert (ROOT / ".dockerignore").read_text("utf-8").splitlines()[0] == "*"


def test_the_proxy_lets_in_what_the_webhook_wants_and_nothing_else() -> None:
    text = (DEPLOY / "Caddyfile").read_text("utf-8")
    hook = compose()["services"]["bot"]["environment"]["WEBHOOK_URL"]
    port = compose()["services"]["bot"]["environment"]["HTTP_LISTEN"].rpartition(":")[2]

    paths = re.findall(r"handle (/\S+)", text)
    assert paths == [f"/{hook.rpartition('/')[2]}"]
    assert f"bot {port}" in text
    assert "respond 404" in text


def test_the_unit_knows_only_settings_that_there_are_and_keeps_secrets_in_credentials() -> None:
    service = unit("Service")
    names = [value.partition("=")[0] for name, value in service if name == "Environment"]
    credentials = [value.partition(":")[0] for name, value in service if name == "LoadCredential"]

    assert {name.removesuffix("_FILE") for name in names} <= SETTINGS
    assert {value.partition("=")[2] for name, value in service if "_FILE=" in value} == {
        f"%d/{credential}" for credential in credentials
    }
    assert not any("TOKEN=" in value for _, value in service)


def test_the_unit_starts_again_what_ended_and_waits_for_what_is_in_hand() -> None:
    service = dict(unit("Service"))

    assert (service["Type"], service["Restart"]) == ("notify", "always")
    assert int(service["TimeoutStopSec"]) > 10
    assert int(service["WatchdogSec"]) > HANGING_SECONDS
    for name in (
        "DynamicUser", "NoNewPrivileges", "MemoryDenyWriteExecute", "PrivateDevices", "ProtectHome", "RestrictSUIDSGID",
    ):  # fmt: skip
        assert service[name] == "yes"
    assert service["ProtectSystem"] == "strict"
    assert service["CapabilityBoundingSet"] == ""


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd here")
def test_systemd_understands_the_unit(tmp_path: Path) -> None:
    text = (DEPLOY / "bytesflows-bot.service").read_text("utf-8")
    installed = tmp_path / "bytesflows-bot.service"
    installed.write_text(re.sub(r"(?m)^ExecStart=\S+", "ExecStart=/bin/true", text))

    said = subprocess.run(
        ["systemd-analyze", "verify", str(installed)], capture_output=True, text=True, check=False, timeout=60
    )

    assert (said.returncode, said.stderr) == (0, "")
