"""Messages as they come, change and go, seen in a real browser."""

import re
from datetime import UTC, datetime

from playwright.async_api import BrowserContext, expect

from .chatting import Chatting, buttons


async def test_start_begins_the_chat(chatting: Chatting) -> None:
    await expect(chatting.page.locator("#welcome")).to_be_visible()
    await expect(chatting.page.get_by_label("Message", exact=True)).to_be_hidden()

    await chatting.page.get_by_role("button", name="START").click()

    await expect(chatting.page.locator(".message.out .text")).to_have_text("/start")
    await expect(chatting.page.locator("#welcome")).to_be_hidden()
    await expect(chatting.page.get_by_label("Message", exact=True)).to_be_focused()


async def test_an_answer_with_buttons_is_shown(chatting: Chatting) -> None:
    chatting.telegram.send(chatting.person, chatting.chat, "/balance")

    keyboard = buttons({"Refresh": "/balance", "Records": "/records"}, {"Usage": "/usage"})
    await chatting.says("Available <b>175.97 GB</b> of 176 GB", parse_mode="HTML", reply_markup=keyboard)

    answer = chatting.page.locator(".message.in")
    await expect(answer.locator(".text")).to_have_text("Available 175.97 GB of 176 GB")
    await expect(answer.locator(".text strong")).to_have_text("175.97 GB")
    await expect(answer.locator(".keyboard-row")).to_have_count(2)
    await expect(answer.get_by_role("button")).to_have_text(["Refresh", "Records", "Usage"])


async def test_an_edit_is_seen_live_and_says_so(chatting: Chatting) -> None:
    message_id = await chatting.says("Page 1", reply_markup=buttons({"▶": "/records 2"}))
    await expect(chatting.bubble("Page 1")).to_be_visible()

    await chatting.bot(
        "editMessageText",
        chat_id=chatting.chat.id,
        message_id=message_id,
        text="Page 2",
        reply_markup=buttons({"◀": "/records 1"}),
    )

    await expect(chatting.bubble("Page 2").locator(".meta")).to_contain_text("edited")
    await expect(chatting.page.locator(".message")).to_have_count(1)
    await expect(chatting.page.locator(".key")).to_have_text(["◀"])


async def test_a_deleted_secret_is_nowhere_on_the_page(chatting: Chatting) -> None:
    secret = chatting.telegram.send(chatting.person, chatting.chat, "/login s3cret-t0ken")
    await chatting.says("Connected.")
    await expect(chatting.bubble("s3cret-t0ken")).to_be_visible()

    await chatting.bot("deleteMessage", chat_id=chatting.chat.id, message_id=secret.id)

    await expect(chatting.page.locator(".message")).to_have_count(1)
    assert "s3cret-t0ken" not in await chatting.page.content()
    await chatting.page.get_by_label("Message", exact=True).press("ArrowUp")
    await expect(chatting.page.get_by_label("Message", exact=True)).to_have_value("")


async def test_hostile_text_stays_text(chatting: Chatting) -> None:
    hostile = "<img src=x onerror=\"document.title='broken'\"><script>document.title='broken'</script>"
    chatting.telegram.send(chatting.person, chatting.chat, hostile)
    keyboard = {"inline_keyboard": [[{"text": hostile, "callback_data": hostile[:64]}]]}

    await chatting.says(hostile, reply_markup=keyboard)

    await expect(chatting.page.locator(".message.in .text")).to_have_text(hostile)
    await expect(chatting.page.locator(".message.out .text")).to_have_text(hostile)
    await expect(chatting.page.locator(".key")).to_have_text(hostile)
    await expect(chatting.page.locator(".messages script, .messages img:not(.avatar)")).to_have_count(0)
    assert "broken" not in await chatting.page.title()


async def test_entities_nest_and_count_as_telegram_counts(chatting: Chatting) -> None:
    html = (
        "👋🏽 <b>bold <i>both <u>all</u></i></b> <s>gone</s> <code>BF-1</code>"
        '<pre><code class="language-sh">ls &lt;x&gt;</code></pre>'
        '<blockquote>quoted</blockquote><a href="https://bytesflows.com/a?b=c">site</a> 流量 /help'
    )

    await chatting.says(html, parse_mode="HTML")

    text = chatting.page.locator(".message.in .text")
    await expect(text.locator("strong")).to_have_text("bold both all")
    await expect(text.locator("strong > em > u")).to_have_text("all")
    await expect(text.locator("s")).to_have_text("gone")
    await expect(text.locator("pre[data-language=sh] code")).to_have_text("ls <x>")
    await expect(text.locator("blockquote")).to_have_text("quoted")
    await expect(text.locator("a")).to_have_attribute("href", "https://bytesflows.com/a?b=c")
    await expect(text.locator("a")).to_have_attribute("rel", re.compile("noopener"))
    await text.locator(".command").click()
    await expect(chatting.page.locator(".message.out .text")).to_have_text("/help")


async def test_a_spoiler_is_hidden_until_it_is_asked_for(chatting: Chatting) -> None:
    await chatting.says("Code <tg-spoiler>four <b>seven</b></tg-spoiler>", parse_mode="HTML")
    cover = chatting.page.get_by_role("button", name="Hidden text, press to show")

    await cover.press("Enter")

    await expect(cover).to_have_count(0)
    await expect(chatting.page.locator(".spoiler.shown strong")).to_have_text("seven")


async def test_a_link_to_the_bot_itself_is_a_start(chatting: Chatting) -> None:
    link = f"https://t.me/{chatting.telegram.bot['username']}?start=abc-123"
    await chatting.says("Go on", reply_markup={"inline_keyboard": [[{"text": "Connect privately", "url": link}]]})

    await chatting.page.get_by_role("link", name="Connect privately").click()

    await expect(chatting.page.locator(".message.out .text")).to_have_text("/start abc-123")


async def test_the_bot_at_work_is_seen_until_it_answers(chatting: Chatting) -> None:
    chatting.telegram.send(chatting.person, chatting.chat, "/usage")
    await expect(chatting.bubble("/usage")).to_be_visible()

    await chatting.bot("sendChatAction", chat_id=chatting.chat.id, action="typing")
    await expect(chatting.page.locator("#chat-status")).to_have_text("typing…")
    await chatting.says("Here it is")

    await expect(chatting.page.locator("#chat-status")).to_have_text("bot")
    await expect(chatting.page.locator("#acting")).to_be_hidden()


async def test_a_reader_of_old_messages_is_told_of_new_ones(chatting: Chatting) -> None:
    for number in range(40):
        chatting.telegram.send(chatting.person, chatting.chat, f"number {number}")
    await expect(chatting.bubble("number 39")).to_be_in_viewport()
    await chatting.page.locator("#scroller").hover()
    await chatting.page.mouse.wheel(0, -1_000)
    jump = chatting.page.get_by_role("button", name="Newest messages")
    await expect(jump).to_be_visible()

    await chatting.says("something new")

    await expect(jump).to_have_accessible_name("Newest messages, 1 new")
    await expect(chatting.bubble("something new")).not_to_be_in_viewport()
    await jump.click()
    await expect(chatting.bubble("something new")).to_be_in_viewport()
    await expect(jump).to_be_hidden()


async def test_arabic_reads_from_the_right(chatting: Chatting) -> None:
    await chatting.says("المتاح 175.97 GB")

    direction = await chatting.page.locator(".message.in .bubble").evaluate("node => getComputedStyle(node).direction")

    assert direction == "rtl"


def told(at: datetime, form: str) -> str:
    """Return a text with a point in time, and what it says where no app reads it."""
    return f'Read <tg-time unix="{int(at.timestamp())}" format="{form}">Mar 5, 2031</tg-time>'


async def test_a_relative_time_goes_on_while_it_is_shown(chatting: Chatting) -> None:
    await chatting.page.clock.install(time=datetime(2031, 3, 5, 12, 0, tzinfo=UTC))
    await chatting.page.reload()
    time = chatting.page.locator(".message.in .text time")

    await chatting.says(told(datetime(2031, 3, 5, 12, 0, tzinfo=UTC), "r"), parse_mode="HTML")
    await expect(time).to_have_text("now")
    await chatting.page.clock.fast_forward(2 * 60 * 1_000)
    await expect(time).to_have_text("2 minutes ago")
    await chatting.page.clock.fast_forward(3 * 60 * 60 * 1_000)

    await expect(time).to_have_text("3 hours ago")
    await expect(time).to_have_attribute("title", re.compile("Wednesday, March 5, 2031.* 12:00:00"))


async def test_a_time_is_told_in_the_readers_zone(context: BrowserContext, chatting: Chatting) -> None:
    forms = {
        "": "Mar 5, 2031",
        "t": "8:30 PM",
        "T": "8:30:00 PM",
        "d": "3/5/2031",
        "wD": "Wednesday, March 5, 2031",
        "wDT": "Wednesday, March 5, 2031 at 8:30:00 PM",
    }
    assert context.browser is not None
    tokyo = await context.browser.new_context(timezone_id="Asia/Tokyo", locale="en-US")
    page = await tokyo.new_page()
    await page.goto(chatting.root)

    at = datetime(2031, 3, 5, 11, 30, tzinfo=UTC)
    await chatting.says("\n".join(told(at, form) for form in forms), parse_mode="HTML")

    times = page.locator(".message.in .text time")
    await expect(times).to_have_text(list(forms.values()))
    await expect(times.first).to_have_attribute("title", re.compile("8:30:00 PM"))
    await tokyo.close()


async def test_a_message_of_the_early_hours_has_a_plain_hour(chatting: Chatting) -> None:
    chatting.telegram.clock = lambda: datetime(2031, 3, 5, 1, 40, tzinfo=UTC)

    await chatting.says("Good night")

    await expect(chatting.bubble("Good night").locator(".meta time")).to_have_text(re.compile(r"^1:40\sAM$"))


async def test_the_bot_at_work_is_seen_after_it_has_taken_a_press(chatting: Chatting) -> None:
    message_id = await chatting.says("Balance", reply_markup=buttons({"Refresh": "/balance"}))
    await chatting.page.get_by_role("button", name="Refresh").click()
    query = await chatting.press()
    await chatting.bot("answerCallbackQuery", callback_query_id=query["id"])

    await chatting.bot("sendChatAction", chat_id=chatting.chat.id, action="typing")
    await expect(chatting.page.locator("#acting")).to_be_in_viewport()
    await expect(chatting.page.locator("#chat-status")).to_have_text("typing…")
    await chatting.bot("editMessageText", chat_id=chatting.chat.id, message_id=message_id, text="Balance, newer")

    await expect(chatting.bubble("Balance, newer")).to_be_visible()
    # By itself it would stay for five seconds.
    await expect(chatting.page.locator("#acting")).to_be_hidden(timeout=1_000)
    await expect(chatting.page.locator("#chat-status")).to_have_text("bot")
