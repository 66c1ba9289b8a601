"""How a notice looks in the chats that it goes to, and how it changes there.

The message with its text comes first, and is the only one that is edited: a text, or a single file's caption. An
album follows it. So a correction is one edit, whatever the notice holds.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from bot.domain.bodies import Body, Kind
from bot.domain.ids import ChatId
from bot.domain.letters import PersonAt
from bot.domain.notices import Content, Notice, NoticeOut, Status
from bot.domain.officers import OfficerCard
from bot.domain.subscriptions import Topic
from bot.handlers.notices.buttons import HideNotice, OpenNotice
from bot.handlers.subscriptions.buttons import AskAbout, LeaveTopic
from bot.handlers.topics import leave_topic_label, topic_name
from bot.services.notices import moves
from bot.storage import notices as stored_notices
from bot.storage import officers
from bot.storage import subscriptions as stored_subscriptions
from bot.storage.broadcasts import Recipient
from bot.storage.transaction import Transaction
from bot.surface.links import link_to
from bot.surface.outgoing import AS_IT_IS, NOTHING, Edit, Effect, Held, Passing, Pin, Quote, Remove, Show
from bot.surface.rendering import Addressee, BroadcastRenderer
from bot.surface.rich import Rich, bold, joined
from bot.surface.screens import Label, Link, Screen


@dataclass(frozen=True, slots=True)
class Loaded:
    """A notice with all that is needed to show it."""

    notice: Notice
    content: Content
    writer: OfficerCard | None  # None: a coordinator

    text_alone: bool = False  # the chat takes no files

    @property
    def files(self) -> Sequence[Body]:
        """A photo of a person who was found is not shown any more."""
        return () if self.notice.found_at or self.text_alone else self.content.files

    @property
    def first_files(self) -> Sequence[Body]:
        """What came with it into the chat."""
        return () if self.text_alone else self.content.files


async def loaded(tx: Transaction, notice: Notice) -> Loaded:
    writer = await officers.public(tx, notice.officer_id) if notice.officer_id is not None else None
    return Loaded(notice, await stored_notices.content(tx, notice.id), writer)


# How it looks.


def title(to: Addressee, notice: Notice) -> str:
    """«Терміново: Евакуація»."""
    topic = topic_name(to.say, notice.topic)
    return to.say("notice-urgent-title", topic=topic) if notice.urgent else topic


def words(to: Addressee, shown: Loaded) -> Rich:
    """What is read: the topic, the author, the text; after a find, that."""
    say, notice, writer = to.say, shown.notice, shown.writer
    if notice.found_at is not None:
        return joined([bold(title(to, replace(notice, urgent=False))), Rich(say("notice-found-words"))])
    who = say("notice-from-police")
    if notice.council is not None:
        who = say("notice-from-community")
    elif writer is not None:
        who = say("notice-from", rank=say.rank(writer.rank), name=say.person(writer.name))
    body = shown.content.in_language(say.language)
    trace = Rich(say("notice-corrected", time=say.datetime(notice.corrected_at))) if notice.corrected_at else Rich("")
    left_out = Rich(say("notice-files-left-out")) if shown.text_alone and shown.content.files else Rich("")
    head = joined([bold(title(to, notice)), Rich(who)])
    return joined([head, Rich(body.text, body.entities), left_out, trace], "\n\n")


def is_own(to: Addressee) -> bool:
    """Whether the chat is a person's own."""
    return isinstance(to.party, PersonAt)


def is_covered(to: Addressee, notice: Notice) -> bool:
    """Whether the text may not appear in this chat unasked."""
    return notice.topic.discreet and is_own(to)


def buttons(to: Addressee, notice: Notice) -> list[list[Label]]:
    """What its reader may press; in a group or channel, a way to their own chat with the bot."""
    if notice.found_at is not None:
        return []
    say = to.say
    if not is_own(to):
        return [[(say("notice-ask-button"), Link(link_to(to.bot_username)))]]
    return [
        [(say("notice-ask-button"), AskAbout(notice.id))],
        [(leave_topic_label(say, notice.topic), LeaveTopic(notice.topic))],
    ]


def opened(to: Addressee, shown: Loaded) -> tuple[Rich, list[list[Label]]]:
    """A discreet notice's text, asked for; it goes out of the chat by a press."""
    hide: list[Label] = [(to.say("notice-hide-button"), HideNotice(shown.notice.id))]
    return words(to, shown), [hide, *buttons(to, shown.notice)]


def face(to: Addressee, shown: Loaded) -> tuple[Rich, list[list[Label]]]:
    """The text and buttons that come by themselves."""
    if is_covered(to, shown.notice):
        return Rich(to.say("notice-covered")), [[(to.say("notice-open-button"), OpenNotice(shown.notice.id))]]
    return words(to, shown), buttons(to, shown.notice)


def passed_on(to: Addressee, shown: Loaded) -> list[Passing]:
    """Files are cleaned before the author sees the preview, and so before there is anything to send."""
    recordings, is_draft = to.tx.policy.recordings_cleaned, shown.notice.status is Status.DRAFT
    passing = []
    for body in shown.files:
        may_be = body.file is not None and body.file.fault is None
        is_cleaned = body.file is not None and body.file.passed_id is not None
        cleaned = is_cleaned or (is_draft and may_be and body.is_cleanable(recordings=recordings))
        passing.append(Passing(cleaned=True) if cleaned else AS_IT_IS)
    return passing


def message(to: Addressee, shown: Loaded, *, silent: bool = False) -> list[Effect]:
    """A notice as it is shown in a chat, its text first."""
    text, rows = face(to, shown)
    if len(shown.files) == 1:
        return [Show(Quote(text, shown.files, rows, passed_on(to, shown)), silent=silent)]
    first = Show(Screen(body=text, buttons=rows), silent=silent)
    if not shown.files:
        return [first]
    return [first, Show(Quote(NOTHING, shown.files, passing=passed_on(to, shown)), silent=silent)]


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
    """Nobody gets a search that is over, or what was withdrawn."""
    if shown.notice.status is not Status.SENT or shown.notice.found_at is not None:
        return {}
    return dict.fromkeys(await stored_subscriptions.still(tx, shown.notice.id, chat_ids), shown)


def is_danger(shown: Loaded) -> bool:
    """Whether people have to leave."""
    return shown.notice.topic is Topic.EVACUATION


def show(to: Addressee, shown: Loaded) -> list[Effect]:
    """At night an urgent notice comes silently, unless people have to leave."""
    shown = replace(shown, text_alone=to.text_alone)
    notice = shown.notice
    silent = to.tx.policy.notices.is_quiet(to.tx.now) and not is_danger(shown)
    first, *following = message(to, shown, silent=silent)
    if not notice.urgent or is_own(to):
        return [first, *following]
    return [first, Pin(silent), *following]


def again(to: Addressee, shown: Loaded, message_ids: Sequence[int]) -> Sequence[Effect]:
    """What a chat has of an older version becomes what it is now."""
    if not message_ids:
        return []
    shown = replace(shown, text_alone=to.text_alone)
    if shown.notice.status is Status.WITHDRAWN:
        return taken_away(to, shown, message_ids, Rich(to.say("notice-withdrawn")))
    if shown.notice.found_at is not None and shown.first_files:
        text = words(to, shown)
        *before, last = taken_away(to, shown, message_ids, text)
        return [*before, replace(last, then=Show(Screen(body=text), silent=True))]
    text, rows = face(to, shown)
    return [Edit(message_ids[0], Screen(body=text, buttons=rows), below_file=len(shown.first_files) == 1)]


def taken_away(to: Addressee, shown: Loaded, message_ids: Sequence[int], text: Rich) -> list[Remove]:
    """The messages are deleted, or their text is. An urgent notice was pinned in groups and channels."""
    files, pinned = shown.first_files, shown.notice.urgent and not is_own(to)
    kinds: list[Kind] = [files[0].kind] if len(files) == 1 else [Kind.TEXT, *(file.kind for file in files)]
    if shown.notice.found_at is not None and shown.notice.status is Status.WITHDRAWN:
        kinds = []  # the files are gone already: a text or a picture is there instead
    held = [Held(each, to.sent_at, kind) for each, kind in zip_longest(message_ids, kinds[: len(message_ids)])]
    first, others = held[:1], held[1:]
    removed = Remove(first, text, caption=text, pinned=pinned)
    return [removed, Remove(others)] if others else [removed]


async def progress(tx: Transaction, letter: NoticeOut) -> None:
    await moves.progress(tx, letter.notice_id)


async def done(tx: Transaction, letter: NoticeOut) -> None:
    await moves.done(tx, letter.notice_id)


NOTICE: BroadcastRenderer[NoticeOut, Loaded] = BroadcastRenderer(
    plan, load, entitled, show, again, progress, done, is_danger
)
