"""One line when a database can't be used any more, one when it can again, however many verbs failed between."""

from __future__ import annotations

import logging

log = logging.getLogger(__name__)


class Outage:
    """What was said last of one database."""

    def __init__(self) -> None:
        self._failed = 0

    def met(self, why: str) -> None:
        """Note that a verb failed."""
        self._failed += 1
        if self._failed == 1:
            log.error("the database can't be used (%s); nothing is given up, all is tried again until it can", why)

    def over(self) -> None:
        """Note that a verb has changed something."""
        if self._failed:
            log.warning("the database can be used again; %d times it could not", self._failed)
            self._failed = 0
