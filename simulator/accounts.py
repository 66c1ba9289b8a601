"""A bot as Telegram knows it: its name, its chats, its files, what it said of itself."""

from dataclasses import dataclass, field
from datetime import datetime
from itertools import count

from telegram import BotCommand, MenuButton, MenuButtonDefault, User

from bot.clock import Clock
from simulator.chats import Bubble, Conversation, Fields, Markup
from simulator.errors import bad_request, conflict
from simulator.files import Files
from simulator.updates import Updates
from simulator.watch import Watch
from simulator.webhook import Webhook


@dataclass
class Query:
    """A pressed button that waits for its answer."""

    who: int  # whose finger it was, by user id
    pressed: datetime


@dataclass(frozen=True, slots=True)
class Alert:
    """What the answer to a pressed button said: in passing, or in a window that has to be closed."""

    text: str
    in_window: bool


@dataclass
class Profile:
    """What the bot shows of itself. Keys name a language ("" for the rest); commands are kept by scope, too."""

    commands: dict[tuple[str, str], tuple[BotCommand, ...]] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    menu_buttons: dict[int | None, MenuButton] = field(default_factory=lambda: {None: MenuButtonDefault()})


class Account:
    """One bot."""

    def __init__(self, token: str, username: str, clock: Clock, watch: Watch, *, topics: bool, by_people: bool) -> None:
        self.token = token
        user_id = int(token.split(":", maxsplit=1)[0])
        self.sender = User(user_id, username, is_bot=True, username=username)  # as on messages
        self.set_topics(topics, by_people=by_people)
        self.clock = clock
        self.watch = watch
        self.updates = Updates(clock, watch.changed)
        self.webhook: Webhook | None = None
        self.webhook_error: tuple[datetime, str] | None = None
        self.conversations: dict[int, Conversation] = {}
        self.files = Files(self.user.id)
        self.queries: dict[str, Query] = {}
        self.alerts: dict[int, list[Alert]] = {}  # by who pressed: nobody else in a group is shown them
        self.profile = Profile()
        self._album_ids = count(1)

    def set_topics(self, enabled: bool, *, by_people: bool) -> None:
        """As at BotFather: whether private chats have topics, and whether people may make them, too."""
        self.user = User(
            self.sender.id,
            self.sender.first_name,
            is_bot=True,
            username=self.sender.username,
            can_join_groups=True,
            can_read_all_group_messages=False,
            supports_inline_queries=False,
            can_connect_to_business=False,
            has_main_web_app=False,
            has_topics_enabled=enabled,
            allows_users_to_create_topics=by_people,
        )

    def conversation(self, chat_id: int) -> Conversation:
        """Raises ApiError."""
        try:
            return self.conversations[chat_id]
        except KeyError:
            raise bad_request("chat not found") from None

    def write(
        self, chat_id: int, fields: Fields, reply_to: Bubble | None = None, markup: Markup | None = None
    ) -> Bubble:
        """Put the bot's own message into a chat."""
        conversation = self.conversation(chat_id)
        bubble = conversation.add(self.sender, self.clock.now(), fields, reply_to, markup)
        conversation.doing = None
        self.watch.changed()
        return bubble

    def new_album_id(self) -> str:
        return f"{self.user.id}{next(self._album_ids):06}"

    async def set_webhook(self, url: str, secret: str | None, max_connections: int) -> None:
        """Push updates to the url from now on, and no longer to where they went before; "" for nowhere."""
        if self.webhook is not None:
            await self.webhook.close()
        self.webhook = self.webhook_error = None
        if url:
            self.updates.end_poll(conflict("terminated by setWebhook request"))
            self.webhook = Webhook(url, secret, max_connections, self.updates, self.clock, self._webhook_failed)

    def _webhook_failed(self, when: datetime, why: str) -> None:
        self.webhook_error = (when, why)
        self.watch.changed()

    async def close(self) -> None:
        self.updates.end_poll(bad_request("the simulator is closing"))
        if self.webhook is not None:
            await self.webhook.close()
