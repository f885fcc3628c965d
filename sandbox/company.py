"""The demo's people and groups, and what the side panel offers them to try."""

from __future__ import annotations

from dataclasses import dataclass

from sandbox.page import Hint, Hints, Part, Try
from sandbox.telegram import Chat, Telegram
from sandbox.vendor import Account


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """Who there is. `owner` created both groups, and `member` is in them; `group` is without the bot, `forum` with."""

    owner: Part
    member: Part
    admin: Part
    outsider: Part
    group: Chat
    forum: Chat

    @property
    def cast(self) -> tuple[Part, ...]:
        """Everybody, in the order in which they are offered."""
        return (self.owner, self.member, self.admin, self.outsider)


def gather(telegram: Telegram, language: str) -> Company:
    """Make four people, a basic group that the bot is still to be added to, and a forum in which it is."""
    owner = Part(person=telegram.person("Alice", language=language), role="Owner of both groups")
    member = Part(person=telegram.person("Bob", language=language), role="Team member")
    admin = Part(person=telegram.person("Carol", language=language), role="Anonymous admin", anonymous=True)
    outsider = Part(person=telegram.person("Olga", language=language), role="Outsider")
    team = (owner.person, member.person, admin.person)
    scrapers = telegram.group("Scrapers", *team, kind="group")
    telegram.promote(admin.person, scrapers)
    data_team = telegram.group("Data team", *team, forum=True)
    telegram.promote(admin.person, data_team, anonymous=True)
    for name in ("Traffic", "Alerts"):
        telegram.topic(data_team, name)
    telegram.add_bot(data_team, owner.person)
    return Company(owner=owner, member=member, admin=admin, outsider=outsider, group=scrapers, forum=data_team)


def hints(team: Account, side: Account, *, connected: bool) -> Hints:
    """Say what to try. `connected`: the team's account is connected already."""
    welcome, usage = Try(text="/start", note="The welcome"), Try(text="/usage 30d", note="Where the traffic went")
    return Hints(
        tokens=(
            Hint(
                label="Team account",
                value=team.token,
                note="Connected as main a month ago" if connected else "12 purchases and check-ins, 176 GB",
            ),
            Hint(label="Side project", value=side.token, note="Nearly used up"),
            Hint(label="Team account by cookie", value=f"Cookie: {team.cookie}", note="Shows the overview only"),
        ),
        private=(
            *((usage, welcome) if connected else (welcome, usage)),
            Try(text="/login ", note="Then paste a token from above"),
            Try(text="/balance", note="What is left"),
            Try(text="/daily 09:00", note="Then move the clock to tomorrow"),
            Try(text="/alerts", note="Then press All but 5 % in the panel"),
            Try(text="/pin", note="A card that keeps itself up to date"),
            Try(text="/export usage", note="A file for a spreadsheet"),
            Try(text="/records order", note="Purchases, page by page"),
            Try(text="/logout", note="Asks before it deletes"),
            Try(text="/help", note="Everything there is"),
        ),
        group=(
            Try(text="/login", note="A secret is never asked for in a group"),
            Try(text="/balance", note="Everybody here may look"),
            Try(text="/alerts low 20%", note="Alerts come where they were chosen"),
            Try(text="/accounts", note="Only admins may change something"),
            Try(text="/settings", note="The group’s own"),
            Try(text="/help", note="What fits this group"),
            Try(text="Good morning!", note="Plain chat: the bot stays silent"),
        ),
    )
