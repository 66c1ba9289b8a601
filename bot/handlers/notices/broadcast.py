"""How a notice looks in the chats that it goes to, and how it changes there.

The message with its words comes first, and is the only one that is edited: a text, or a single file's caption. An
album follows it. So a correction is one edit, whatever the notice holds.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.domain.bodies import Body
from bot.domain.ids import ChatId
from bot.domain.letters import PersonAt
from bot.domain.notices import DELETABLE, Content, Notice, NoticeOut, Status
from bot.domain.officers import OfficerCard
from bot.domain.subscriptions import Topic
from bot.handlers.notices.buttons import HideNotice, OpenNotice
from bot.handlers.subscriptions.buttons import AskAbout, LeaveTopic
from bot.handlers.topics import leave_topic_label, topic_name
from bot.services import community_chats
from bot.services.notices import moves
from bot.storage import notices as stored_notices
from bot.storage import officers
from bot.storage import subscriptions as stored_subscriptions
from bot.storage.broadcasts import Recipient
from bot.storage.transaction import Transaction
from bot.telegram import bodies
from bot.telegram.gateway import Json
from bot.telegram.rendering import Addressee, BroadcastRenderer
from bot.telegram.rich import Rich, bold, joined
from bot.telegram.screens import Call, Label, Link, inline, text_params


@dataclass(frozen=True, slots=True)
class Loaded:
    """A notice with all that is needed to show it."""

    notice: Notice
    content: Content
    writer: OfficerCard | None  # None: a coordinator

    @property
    def files(self) -> Sequence[Body]:
        """A photo of somebody who was found is shown no more."""
        return () if self.notice.found_at else self.content.files


async def loaded(tx: Transaction, notice: Notice) -> Loaded:
    writer = await officers.public(tx, notice.officer_id) if notice.officer_id is not None else None
    return Loaded(notice, await stored_notices.content(tx, notice.id), writer)


# How it looks.


def title(to: Addressee, notice: Notice) -> str:
    """«Терміново: Евакуація»."""
    topic = topic_name(to.say, notice.topic)
    return to.say("notice-urgent-title", topic=topic) if notice.urgent else topic


def words(to: Addressee, shown: Loaded) -> Rich:
    """What is read: the topic, who writes, the words; after a find, that."""
    say, notice, writer = to.say, shown.notice, shown.writer
    if notice.found_at is not None:
        return joined([bold(title(to, replace(notice, urgent=False))), Rich(say("notice-found-words"))])
    who = say("notice-from", rank=say.rank(writer.rank), name=writer.name) if writer else say("notice-from-police")
    body = shown.content.in_language(say.language)
    trace = Rich(say("notice-corrected", time=say.datetime(notice.corrected_at))) if notice.corrected_at else Rich("")
    head = joined([bold(title(to, notice)), Rich(who)])
    return joined([head, Rich(body.text, body.entities), trace], "\n\n")


def is_own(to: Addressee) -> bool:
    """Whether the chat is somebody's own."""
    return isinstance(to.party, PersonAt)


def is_covered(to: Addressee, notice: Notice) -> bool:
    """Whether the words may not stand in this chat unasked."""
    return notice.topic.discreet and is_own(to)


def buttons(to: Addressee, notice: Notice) -> list[list[Label]]:
    """What its reader may press; in a group or channel, a way to a chat of his or her own with the bot."""
    if notice.found_at is not None:
        return []
    say = to.say
    if not is_own(to):
        return [[(say("notice-ask-button"), Link(f"https://t.me/{to.bot_username}"))]]
    return [
        [(say("notice-ask-button"), AskAbout(notice.id))],
        [(leave_topic_label(say, notice.topic), LeaveTopic(notice.topic))],
    ]


def opened(to: Addressee, shown: Loaded) -> tuple[Rich, list[list[Label]]]:
    """A discreet notice's words, asked for; they go out of the chat by a press."""
    hide: list[Label] = [(to.say("notice-hide-button"), HideNotice(shown.notice.id))]
    return words(to, shown), [hide, *buttons(to, shown.notice)]


def face(to: Addressee, shown: Loaded) -> tuple[Rich, list[list[Label]]]:
    """The words and buttons that come by themselves."""
    if is_covered(to, shown.notice):
        return Rich(to.say("notice-covered")), [[(to.say("notice-open-button"), OpenNotice(shown.notice.id))]]
    return words(to, shown), buttons(to, shown.notice)


def message(to: Addressee, shown: Loaded, *, silent: bool = False) -> list[Call]:
    """The calls that show a notice in a chat, its words first."""
    text, rows = face(to, shown)
    markup: dict[str, Json] = {"reply_markup": inline(rows)} if rows else {}
    if len(shown.files) == 1:
        call = bodies.file_call(shown.files[0])
        first = Call(call.method, {**call.params, **bodies.caption(text), **markup})
    else:
        first = Call("sendMessage", {**text_params(text), **markup})
    calls = [first]
    if len(shown.files) > 1:
        calls += bodies.album_calls(Rich(""), shown.files)
    quiet: dict[str, Json] = {"disable_notification": True} if silent else {}
    return [replace(each, params={**each.params, **quiet}) for each in calls]


# The broadcast.


async def plan(tx: Transaction, letter: NoticeOut, after: int, limit: int) -> tuple[Sequence[Recipient], int | None]:
    notice = await stored_notices.by_id(tx, letter.notice_id)
    if notice is None or notice.status is not Status.SENT or notice.found_at is not None:
        return [], None
    return await stored_subscriptions.recipients(tx, letter.notice_id, after, limit)


async def load(tx: Transaction, letter: NoticeOut) -> Loaded | None:
    notice = await stored_notices.by_id(tx, letter.notice_id)
    return await loaded(tx, notice) if notice is not None else None


async def entitled(tx: Transaction, shown: Loaded, chat_ids: Sequence[ChatId]) -> Mapping[ChatId, Loaded]:
    """Nobody is told of a search that is over, or of what was withdrawn."""
    if shown.notice.status is not Status.SENT or shown.notice.found_at is not None:
        return {}
    return dict.fromkeys(await stored_subscriptions.still(tx, shown.notice.id, chat_ids), shown)


def calls(to: Addressee, shown: Loaded) -> list[Call]:
    """At night an urgent notice comes silently, unless people have to leave."""
    notice = shown.notice
    silent = to.tx.policy.notices.is_quiet(to.tx.now) and notice.topic is not Topic.EVACUATION
    first, *following = message(to, shown, silent=silent)
    if not notice.urgent or is_own(to):
        return [first, *following]
    pin = Call("pinChatMessage", {"disable_notification": silent}, of_last=True, may_fail=True)
    return [first, pin, *following]


def again(to: Addressee, shown: Loaded, message_ids: Sequence[int]) -> list[Call]:
    """What a chat has of an older version becomes what it is now."""
    if not message_ids:
        return []
    if shown.notice.status is Status.WITHDRAWN:
        return taken_away(to, shown, message_ids, Rich(to.say("notice-withdrawn")))
    if shown.notice.found_at is not None and shown.content.files:
        text = words(to, shown)
        if not is_fresh(to):
            return taken_away(to, shown, message_ids, text)
        sent = {**text_params(text), "disable_notification": True}
        return [*deletions(message_ids), Call("sendMessage", sent)]
    text, rows = face(to, shown)
    markup: dict[str, Json] = {"reply_markup": inline(rows)} if rows else {}
    return [edited(message_ids[0], text, markup, as_caption=len(shown.content.files) == 1)]


def edited(message_id: int, text: Rich, markup: dict[str, Json], *, as_caption: bool) -> Call:
    """The message with the words, as it is to be."""
    message: dict[str, Json] = {"message_id": message_id, **markup}
    if as_caption:
        return Call("editMessageCaption", {**message, **bodies.caption(text)}, may_fail=True)
    return Call("editMessageText", {**message, **text_params(text)}, may_fail=True)


def is_fresh(to: Addressee) -> bool:
    """Whether Telegram still lets us delete it."""
    return to.sent_at is None or to.tx.now - to.sent_at < DELETABLE


def deletions(message_ids: Sequence[int]) -> list[Call]:
    return [Call("deleteMessage", {"message_id": each}, may_fail=True) for each in message_ids]


def taken_away(to: Addressee, shown: Loaded, message_ids: Sequence[int], text: Rich) -> list[Call]:
    """The messages go; or where they are too old, what they say does, and a grey picture takes each file's place."""
    if is_fresh(to):
        return deletions(message_ids)
    first, *others = message_ids
    files = shown.content.files
    if shown.notice.found_at is not None and shown.notice.status is Status.WITHDRAWN:  # the files are gone already
        return [edited(first, text, {}, as_caption=as_caption) for as_caption in (False, True)]
    if len(files) == 1:
        return [bodies.blank_call(files[0], first, text), *unpinned(to, shown.notice, first)]
    blank = [bodies.blank_call(file, each, Rich("")) for file, each in zip(files, others, strict=False)]
    return [edited(first, text, {}, as_caption=False), *blank, *unpinned(to, shown.notice, first)]


def unpinned(to: Addressee, notice: Notice, message_id: int) -> list[Call]:
    """An urgent notice was pinned in groups and channels; a deleted one goes by itself."""
    if is_own(to) or not notice.urgent:
        return []
    return [Call("unpinChatMessage", {"message_id": message_id}, may_fail=True)]


async def lost(tx: Transaction, letter: NoticeOut, chat_id: ChatId, reason: str) -> None:
    """Who bound a group or channel hears that nothing can be sent there."""
    await community_chats.lost(tx, chat_id, reason)


async def progress(tx: Transaction, letter: NoticeOut) -> None:
    await moves.progress(tx, letter.notice_id)


async def done(tx: Transaction, letter: NoticeOut) -> None:
    await moves.done(tx, letter.notice_id)


NOTICE: BroadcastRenderer[NoticeOut, Loaded] = BroadcastRenderer(
    plan, load, entitled, calls, again, lost, progress, done
)
