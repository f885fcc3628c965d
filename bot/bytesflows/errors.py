"""Everything that can go wrong at the vendor. `again` is the whole retry policy, counted for each class.

VendorError                   never raised itself
├ Unreachable                 no answer: DNS, TLS, timeout, cut                 retry
├ Busy(retry_after)           429                                               retry, as told; untold, twice
├ Broken                      5xx, or code 5xx inside a 200                     retry
├ TokenRefused                401, 403, as status or as code                    never; the account is marked
├ Refused(code)               another code than 200                             never
└ Unreadable                  not the JSON that was promised                    once
"""

from __future__ import annotations

from typing import Self


class VendorError(Exception):
    """Never raised itself. `again`: how many more times asking may help within one call's time."""

    again: int = 0
    named: str
    """The class in a word, for figures."""

    def afresh(self) -> Self:
        """Return an equal error to be raised once more, which has come from nowhere yet."""
        return type(self)(*self.args)


class Unreachable(VendorError):
    """No answer came: DNS, TLS, a timeout, a cut connection."""

    again = 5
    named = "unreachable"


class Busy(VendorError):
    """HTTP 429, or code 429. `retry_after`: seconds the vendor asks us to wait, `None` if it named no time to come."""

    again = 5
    named = "busy"

    def __init__(self, retry_after: float | None) -> None:
        super().__init__(retry_after)
        self.retry_after = retry_after
        if retry_after is None:
            self.again = 2

    def __str__(self) -> str:
        return f"busy, retry after {self.retry_after} s"


class Broken(VendorError):
    """HTTP 5xx, or code 5xx inside a 200."""

    again = 5
    named = "broken"


class TokenRefused(VendorError):
    """HTTP 401 or 403, or one of them as the code inside a 200: the credential is no longer good."""

    named = "token_refused"


class Refused(VendorError):
    """Another code than 200, as status or inside the answer; `code` is the vendor's number."""

    named = "refused"

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code

    def __str__(self) -> str:
        return f"refused with code {self.code}"


class Unreadable(VendorError):
    """An answer, but not the JSON that was promised: HTML, a redirect, another shape, more than the cap."""

    again = 1
    named = "unreadable"
