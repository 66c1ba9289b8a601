"""What a bot asks about: itself, its updates, chats and files."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from pydantic import Field
from telegram import (
    AcceptedGiftTypes,
    Chat,
    ChatFullInfo,
    ChatMember,
    ChatMemberLeft,
    ChatMemberMember,
    ChatMemberUpdated,
    File,
    User,
    WebhookInfo,
)

from simulator.accounts import Account
from simulator.errors import bad_request, conflict
from simulator.groups import GroupChat
from simulator.parameters import Parameters, Strings


class GetMe(Parameters):
    async def answer(self, bot: Account) -> User:
        return bot.user


class GetUpdates(Parameters):
    offset: int = 0
    limit: int = Field(100, ge=1, le=100)
    timeout: int = Field(0, ge=0)
    allowed_updates: Strings | None = None

    async def answer(self, bot: Account) -> bytes:
        if bot.webhook is not None:
            raise conflict("can't use getUpdates method while webhook is active; use deleteWebhook to delete it first")
        bot.updates.allow(self.allowed_updates)
        if self.offset:
            bot.updates.confirm_before(self.offset)
        return b"[" + b",".join(await bot.updates.poll(self.limit, self.timeout)) + b"]"


class SetWebhook(Parameters):
    url: str
    secret_token: str | None = Field(None, pattern=r"^[A-Za-z0-9_-]{1,256}$")
    max_connections: int = Field(40, ge=1, le=100)
    allowed_updates: Strings | None = None
    drop_pending_updates: bool = False

    async def answer(self, bot: Account) -> bool:
        # Telegram requires HTTPS; the simulator calls only this machine.
        if self.url and urlsplit(self.url).hostname not in ("127.0.0.1", "localhost"):
            raise bad_request("bad webhook: Failed to resolve host: the simulator reaches only this machine")
        if self.drop_pending_updates:
            bot.updates.drop()
        bot.updates.allow(self.allowed_updates)
        await bot.set_webhook(self.url, self.secret_token, self.max_connections)
        return True


class DeleteWebhook(Parameters):
    drop_pending_updates: bool = False

    async def answer(self, bot: Account) -> bool:
        if self.drop_pending_updates:
            bot.updates.drop()
        await bot.set_webhook("", None, 1)
        return True


class GetWebhookInfo(Parameters):
    async def answer(self, bot: Account) -> WebhookInfo:
        when, why = bot.webhook_error or (None, None)
        return WebhookInfo(
            "" if bot.webhook is None else bot.webhook.url,
            has_custom_certificate=False,
            pending_update_count=len(bot.updates.pending),
            last_error_date=when,
            last_error_message=why,
            max_connections=None if bot.webhook is None else bot.webhook.max_connections,
            allowed_updates=sorted(bot.updates.allowed),
        )


class GetFile(Parameters):
    file_id: str

    async def answer(self, bot: Account) -> File:
        return bot.files.describe(self.file_id)


class GetChat(Parameters):
    chat_id: int

    async def answer(self, bot: Account) -> ChatFullInfo:
        conversation = bot.conversation(self.chat_id)
        chat = conversation.chat
        group = conversation if isinstance(conversation, GroupChat) else None
        if group is not None:
            group.check_writable()
        return ChatFullInfo(
            chat.id,
            chat.type,
            accent_color_id=0,
            max_reaction_count=11,
            accepted_gift_types=AcceptedGiftTypes(*[False] * 5),
            title=chat.title,
            username=chat.username,
            first_name=chat.first_name,
            last_name=chat.last_name,
            is_forum=chat.is_forum,
            permissions=group.permissions if group is not None and chat.type != Chat.CHANNEL else None,
        )


class GetChatAdministrators(Parameters):
    chat_id: int

    async def answer(self, bot: Account) -> Sequence[ChatMember]:
        conversation = bot.conversation(self.chat_id)
        if not isinstance(conversation, GroupChat):
            raise bad_request("there are no administrators in the private chat")
        conversation.check_writable()
        return conversation.named_to_bot()


class GetChatMember(Parameters):
    chat_id: int
    user_id: int

    async def answer(self, bot: Account) -> ChatMember:
        conversation = bot.conversation(self.chat_id)
        chat = conversation.chat
        if isinstance(conversation, GroupChat):
            conversation.check_writable()
        if self.user_id == bot.user.id:
            return conversation.member if isinstance(conversation, GroupChat) else ChatMemberMember(bot.sender)
        if self.user_id != self.chat_id:
            raise bad_request("user not found")
        return ChatMemberMember(User(chat.id, chat.first_name or "", False, chat.last_name, chat.username))


class LeaveChat(Parameters):
    chat_id: int

    async def answer(self, bot: Account) -> bool:
        conversation = bot.conversation(self.chat_id)
        if not isinstance(conversation, GroupChat):
            raise bad_request("chat member status can't be changed in private chats")
        before, conversation.member = conversation.member, ChatMemberLeft(bot.sender)
        update = ChatMemberUpdated(conversation.chat, bot.sender, bot.clock.now(), before, conversation.member)
        bot.updates.put("my_chat_member", self.chat_id, update.to_dict())
        return True
