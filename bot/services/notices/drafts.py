"""A notice being written: its topic, what it says, when it goes and how long it holds. Its author acts."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.bodies import Body
from bot.domain.ids import NoticeId
from bot.domain.languages import Language
from bot.domain.letters import PersonAt, PlainText
from bot.domain.notices import (
    MISSING_LASTS,
    URGENT,
    Act,
    By,
    Content,
    NeedsAnEnd,
    Notice,
    NoticeUnsent,
    TextAlone,
    checked_time,
    moved,
    with_message,
    with_words,
)
from bot.domain.people import Actor, require_coordinator, require_officer
from bot.domain.refusals import NotFound
from bot.domain.subscriptions import Topic
from bot.services.notices.access import own_draft
from bot.storage import notices as stored_notices
from bot.storage.transaction import Transaction

AT_ONCE = 50  # in one transaction: messages wait meanwhile


async def begin(tx: Transaction, actor: Actor, topic: Topic, *, as_officer: bool) -> NoticeId:
    """A draft with a topic and nothing else. Raises NotFound for a person without the role they write in."""
    officer_id = require_officer(actor) if as_officer else None
    if not as_officer:
        require_coordinator(actor)
    ends = tx.now + MISSING_LASTS if topic is Topic.MISSING else None
    return await stored_notices.add_draft(tx, actor.person_id, officer_id, topic, ends)


async def set_topic(tx: Transaction, actor: Actor, notice_id: NoticeId, topic: Topic) -> None:
    """Raises NotFound, NoticeIsPast, TextAlone."""
    draft = await own_draft(tx, actor.person_id, notice_id)
    if topic.discreet and (await stored_notices.content(tx, draft.id)).files:
        raise TextAlone
    ends = draft.expires_at
    if topic is Topic.MISSING and ends is None:
        ends = tx.now + MISSING_LASTS
    await _write(tx, replace(draft, topic=topic, urgent=draft.urgent and topic in URGENT, expires_at=ends))


async def set_urgent(tx: Transaction, actor: Actor, notice_id: NoticeId, urgent: bool) -> None:
    """Raises NotFound, NoticeIsPast."""
    draft = await own_draft(tx, actor.person_id, notice_id)
    if urgent and draft.topic not in URGENT:
        raise NotFound
    await _write(tx, replace(draft, urgent=urgent))


async def add_message(tx: Transaction, actor: Actor, notice_id: NoticeId, body: Body) -> None:
    """Take what its author sent. Raises NotFound, NoticeIsPast, and what `with_message` raises."""
    draft = await own_draft(tx, actor.person_id, notice_id)
    content = with_message(await stored_notices.content(tx, draft.id), draft.topic, body)
    await stored_notices.set_content(tx, draft.id, content)
    await _write(tx, draft)


async def clear(tx: Transaction, actor: Actor, notice_id: NoticeId) -> None:
    """Throw away what it says. Raises NotFound, NoticeIsPast."""
    draft = await own_draft(tx, actor.person_id, notice_id)
    await stored_notices.set_content(tx, draft.id, Content({}, []))
    await _write(tx, draft)


async def set_text(tx: Transaction, actor: Actor, notice_id: NoticeId, language: Language, body: Body) -> None:
    """What readers of a language get. Raises NotFound, NoticeIsPast, NoText, TooLong."""
    draft = await own_draft(tx, actor.person_id, notice_id)
    await stored_notices.set_content(
        tx, draft.id, with_words(await stored_notices.content(tx, draft.id), language, body)
    )
    await _write(tx, draft)


async def skip_english(tx: Transaction, actor: Actor, notice_id: NoticeId) -> None:
    """Readers of English get the Ukrainian text. Raises NotFound, NoticeIsPast."""
    draft = await own_draft(tx, actor.person_id, notice_id)
    await stored_notices.set_content(tx, draft.id, (await stored_notices.content(tx, draft.id)).without(Language.EN))
    await _write(tx, draft)


async def set_chats(tx: Transaction, actor: Actor, notice_id: NoticeId, chats: bool) -> None:
    """Whether groups and channels get it, too. Raises NotFound, NoticeIsPast."""
    await _write(tx, replace(await own_draft(tx, actor.person_id, notice_id), chats=chats))


async def set_time(tx: Transaction, actor: Actor, notice_id: NoticeId, when: datetime | None) -> None:
    """When it goes; None: as soon as it is sent. Raises NotFound, NoticeIsPast, NotATime."""
    draft = await own_draft(tx, actor.person_id, notice_id)
    if when is not None:
        checked_time(when, tx.now)
    await _write(tx, replace(draft, scheduled_at=when))


async def set_lasting(tx: Transaction, actor: Actor, notice_id: NoticeId, days: int) -> None:
    """How many days it holds from its time on; 0: as long as it takes. Raises NotFound, NoticeIsPast, NeedsAnEnd."""
    draft = await own_draft(tx, actor.person_id, notice_id)
    begins = draft.scheduled_at or tx.now
    await _set_end(tx, draft, begins + timedelta(days=days) if days else None)


async def set_end(tx: Transaction, actor: Actor, notice_id: NoticeId, end: datetime) -> None:
    """Raises NotFound, NoticeIsPast, NeedsAnEnd."""
    await _set_end(tx, await own_draft(tx, actor.person_id, notice_id), end)


async def _set_end(tx: Transaction, draft: Notice, end: datetime | None) -> None:
    check_end(draft.topic, draft.scheduled_at or tx.now, end)
    await _write(tx, replace(draft, expires_at=end))


def check_end(topic: Topic, begins: datetime, end: datetime | None) -> None:
    """Raises NeedsAnEnd: a search without an end, or an end before the beginning."""
    if (end is None and topic is Topic.MISSING) or (end is not None and end <= begins):
        raise NeedsAnEnd


async def cancel(tx: Transaction, actor: Actor, notice_id: NoticeId) -> None:
    """Throw a draft away. Raises NotFound, NoticeIsPast."""
    draft = await own_draft(tx, actor.person_id, notice_id)
    await stored_notices.delete(tx, draft.id)
    if draft.proposed_by is not None:
        tx.outbox.tell(PersonAt(draft.proposed_by), PlainText("notice-proposal-dropped"))


async def _write(tx: Transaction, draft: Notice) -> None:
    await stored_notices.save(tx, moved(draft, Act.WRITE, By.AUTHOR, tx.now))


# A draft that is not sent: its author is reminded when they have stopped, and before it is erased.


async def remind_of_notices(tx: Transaction) -> bool:
    """Remind the authors of some drafts; whether there may be more."""
    due = await stored_notices.to_remind_of(tx, AT_ONCE)
    for draft in due:
        warned_at = tx.policy.cases.warned_at(draft.touched_at)
        last = warned_at <= tx.now
        if draft.holds:
            until = draft.touched_at + tx.policy.cases.draft_kept if last else None
            tx.outbox.tell(PersonAt(draft.person_id), NoticeUnsent(draft.id, until))
        await stored_notices.note_reminded(tx, draft.id, None if last else warned_at)
    return len(due) == AT_ONCE


async def erase_notices(tx: Transaction) -> bool:
    """Erase some drafts whose time is over, and say so; whether there may be more."""
    due = await stored_notices.untouched(tx, tx.now - tx.policy.cases.draft_kept, AT_ONCE)
    for draft in due:
        if draft.holds:
            tx.outbox.tell(PersonAt(draft.person_id), PlainText("notice-draft-gone"))
        await stored_notices.delete(tx, draft.id)
    return len(due) == AT_ONCE
