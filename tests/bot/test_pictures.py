"""A drawing becomes a picture off the loop, few at once, the same one once; a failure is said and not remembered."""

import asyncio
import struct
from collections.abc import Awaitable, Callable
from pathlib import Path
from xml.sax.saxutils import quoteattr

import pytest

from bot import pictures
from bot.pictures import Renderer
from bot.pictures.raster import FAMILY, FONTS, rasterize
from bot.reply import Picture, PictureUnavailable


def drawing(body: str = "", *, width: int = 320, height: int = 180) -> Picture:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">{body}</svg>'
    return Picture(svg=svg, width=width, height=height)


def text(said: str, family: str = FAMILY) -> Picture:
    return drawing(f'<text x="20" y="90" font-family={quoteattr(family)} font-size="40">{said}</text>')


def size(png: bytes) -> tuple[int, ...]:
    """Width and height as the file says them."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", png[16:24])


class Studio:
    """Draws when it is told to, and counts."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.at_work = 0
        self.most_at_work = 0
        self.open = asyncio.Event()
        self.fault: Exception | None = None

    async def draw(self, picture: Picture) -> bytes:
        self.asked.append(picture.svg)
        self.at_work += 1
        self.most_at_work = max(self.most_at_work, self.at_work)
        try:
            await self.open.wait()
            if self.fault:
                raise self.fault
            return picture.svg.encode()
        finally:
            self.at_work -= 1


@pytest.fixture
async def studio() -> Studio:
    return Studio()


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(30):
        while not true():
            await asyncio.sleep(0)


def together(*waiting: Awaitable[bytes]) -> asyncio.Future[list[bytes | BaseException]]:
    return asyncio.gather(*waiting, return_exceptions=True)


async def test_a_drawing_becomes_a_picture_of_its_size() -> None:
    png = await Renderer().png(drawing('<rect width="320" height="180" fill="#fff"/>'))

    assert size(png) == (320, 180)


async def test_the_loop_goes_on_while_a_picture_is_drawn() -> None:
    turns = 0
    task = asyncio.create_task(Renderer().png(text("9")))
    while not task.done():
        await asyncio.sleep(0)
        turns += 1

    assert size(await task) == (320, 180)
    assert turns > 1000  # drawn on the loop, or in a thread that holds the lock, it would be some hundred at most


async def test_what_cannot_be_drawn_is_said_to_be_so_and_why(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(PictureUnavailable, match="ValueError"):
        await Renderer().png(Picture(svg="<svg", width=1, height=1))

    assert "could not be drawn" in caplog.text


async def test_a_drawing_that_takes_for_ever_is_given_up() -> None:
    with pytest.raises(PictureUnavailable, match="within 0 seconds"):
        await pictures.render(drawing(), longest_seconds=0)


async def test_no_process_no_picture() -> None:
    with pytest.raises(PictureUnavailable, match="no process"):
        await pictures.render(drawing(), python="/nowhere/python")


async def test_whoever_waits_for_the_same_picture_shares_it(studio: Studio) -> None:
    renderer = Renderer(draw=studio.draw)
    both = together(renderer.png(drawing()), renderer.png(drawing()))
    await until(lambda: bool(studio.asked))
    studio.open.set()

    first, second = await both

    assert first == second == drawing().svg.encode()
    assert len(studio.asked) == 1


async def test_who_stops_waiting_takes_the_picture_from_nobody(studio: Studio) -> None:
    renderer = Renderer(draw=studio.draw)
    hasty = asyncio.create_task(renderer.png(drawing()))
    patient = asyncio.create_task(renderer.png(drawing()))
    await until(lambda: bool(studio.asked))

    hasty.cancel()
    await until(hasty.done)
    studio.open.set()

    assert await patient == drawing().svg.encode()


async def test_few_are_drawn_at_once(studio: Studio) -> None:
    renderer = Renderer(draw=studio.draw, at_once=2)
    all_of_them = together(*(renderer.png(drawing(width=width)) for width in range(1, 8)))
    await until(lambda: studio.at_work == 2)
    studio.open.set()

    assert len(await all_of_them) == 7
    assert len(studio.asked) == 7
    assert studio.most_at_work == 2


async def test_the_same_drawing_is_remembered_and_another_is_not_taken_for_it(studio: Studio) -> None:
    renderer = Renderer(draw=studio.draw)
    studio.open.set()

    pngs = [await renderer.png(drawing(width=width)) for width in (1, 2, 1, 2)]

    assert pngs == [drawing(width=width).svg.encode() for width in (1, 2, 1, 2)]
    assert len(studio.asked) == 2


async def test_what_was_not_looked_at_for_longest_is_forgotten_first(studio: Studio) -> None:
    each = len(drawing(width=1).svg)
    renderer = Renderer(draw=studio.draw, remembered_bytes=2 * each)
    studio.open.set()

    for width in (1, 2, 1, 3, 1, 2):
        await renderer.png(drawing(width=width))

    assert studio.asked == [drawing(width=width).svg for width in (1, 2, 3, 2)]


async def test_what_is_greater_than_all_that_may_be_held_puts_nothing_out(studio: Studio) -> None:
    renderer = Renderer(draw=studio.draw, remembered_bytes=len(drawing().svg))
    studio.open.set()

    for body in ("", "<g/>", ""):
        await renderer.png(drawing(body))

    assert len(studio.asked) == 2


async def test_a_failure_reaches_all_who_waited_and_is_tried_again(studio: Studio) -> None:
    renderer = Renderer(draw=studio.draw)
    studio.fault = PictureUnavailable("no")
    studio.open.set()

    failed = await together(renderer.png(drawing()), renderer.png(drawing()))
    studio.fault = None

    assert [type(one) for one in failed] == [PictureUnavailable] * 2
    assert await renderer.png(drawing()) == drawing().svg.encode()
    assert len(studio.asked) == 2


@pytest.mark.parametrize("said", ["Ağustos", "сент.", "فروردین", "10月"])
def test_the_package_has_the_letters_of_our_languages(said: str) -> None:
    assert rasterize(text(said).svg) not in (rasterize(text("").svg), rasterize(text("\U00013000" * len(said)).svg))


def test_letters_come_from_the_package_whatever_the_system_has() -> None:
    # A hieroglyph and a face are the same empty box here; with the system's fonts they would not be.
    assert rasterize(text("\U00013000").svg) == rasterize(text("\U0001f600").svg) != rasterize(text("").svg)


def test_the_fonts_are_small_and_have_their_licence_beside_them() -> None:
    directory = Path(FONTS[0]).parent

    assert {path.name for path in directory.iterdir()} == {*(font.name for font in FONTS), "OFL.txt", "README.md"}
    assert sum(font.stat().st_size for font in FONTS) < 200_000
    licence = (directory / "OFL.txt").read_text("utf-8")
    assert "Version 1.1" in licence
    assert all(font.name in licence for font in FONTS)
