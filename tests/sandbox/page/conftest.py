"""A page to visit."""

from collections.abc import AsyncIterator

import pytest

from .visiting import Visit, visiting


@pytest.fixture
async def page() -> AsyncIterator[Visit]:
    async with visiting() as visit:
        yield visit
