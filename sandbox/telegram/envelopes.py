"""What came of a call, as a value: for the record, and in Telegram's JSON envelope.

https://core.telegram.org/bots/api#making-requests
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from aiohttp import web

from sandbox.telegram.refusals import Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One call as it was answered; ``status`` is 0 where no answer was given. The token is not part of it."""

    method: str
    parameters: Mapping[str, object] = field(hash=False)
    status: int
    description: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a call, to be put into the envelope."""

    status: int
    result: object = None
    description: str | None = None
    parameters: Mapping[str, object] | None = None

    @classmethod
    def refused(cls, refusal: Refusal) -> Outcome:
        """Return the outcome of a refused call."""
        return cls(status=refusal.status, description=refusal.description, parameters=refusal.parameters)

    def response(self) -> web.Response:
        """Return the outcome in Telegram's envelope, with the same code as HTTP status."""
        if self.status == 200:
            return web.json_response({"ok": True, "result": self.result})
        envelope: dict[str, object] = {"ok": False, "error_code": self.status, "description": self.description}
        headers: dict[str, str] = {}
        if self.parameters is not None:
            envelope["parameters"] = self.parameters
            if "retry_after" in self.parameters:
                headers["Retry-After"] = str(self.parameters["retry_after"])
        return web.json_response(envelope, status=self.status, headers=headers)
