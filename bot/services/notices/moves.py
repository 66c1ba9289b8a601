"""What is done with a notice that was written: it is sent, confirmed, paused, corrected, withdrawn, or over."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.audience import NoticePlace
from bot.domain.bodies import Body
from bot.domain.broadcasts import Lane
from bot.domain.ids import BroadcastId, NoticeId
from bot.domain.languages import Language
from bot.domain.letters import PersonAt, PlainText
from bot.domain.notices import (
    Act,
    By,
    NotConfirmed,
    NoText,
    Notice,
    NoticeIsPast,
    NoticeOut,
    NoticeReported,
    OtherNotified,
    OwnNotice,
    ProgressShown,
    SecondAsked,
    Status,
    moved,
    with_words,
)
from bot.domain.people import Actor
from bot.domain.refusals import NotFound, OldButton
from bot.register import Register
from bot.services import figures
from bot.services.notices.access import acted, audited, own_draft, seen
from bot.services.notices.audience import aimed, is_wide
from bot.services.notices.drafts import check_end
from bot.storage import audit, broadcasts
from bot.storage import notices as stored_notices
from bot.storage.transaction import Transaction

# Sending.


async def check(tx: Transaction, actor: Actor, register: Register, notice_id: NoticeId) -> Notice:
    """A draft that may be sent as it is.

    Raises NotFound, NoticeIsPast, NoText, NobodyChosen, NotATime, NeedsAnEnd.
    """
    draft = await own_draft(tx, actor.person_id, notice_id)
    await _ready(tx, register, draft)
    return draft


async def _ready(tx: Transaction, register: Register, draft: Notice) -> list[NoticePlace]:
    content = await stored_notices.content(tx, draft.id)
    if Language.UK not in content.words:
        raise NoText
    check_end(draft.topic, max(draft.scheduled_at or tx.now, tx.now), draft.expires_at)
    return await aimed(tx, register, draft)


async def submit(
    tx: Transaction, actor: Actor, register: Register, notice_id: NoticeId, version: int, *, typed: bool
) -> Notice:
    """Send a draft as its author saw it (`version`), or let it wait for its time or for a second coordinator.

    `typed`: the author confirmed it by typing, as an urgent one requires. Raises what `check` raises, OldButton,
    NotConfirmed.
    """
    draft = await own_draft(tx, actor.person_id, notice_id)
    if draft.version != version:
        raise OldButton
    if draft.urgent and not typed:
        raise NotConfirmed
    places = await _ready(tx, register, draft)
    await stored_notices.set_places(tx, draft.id, places)
    await _note(tx, actor, draft, "send")
    if await _needs_second(tx, register, draft, places):
        waiting = replace(moved(draft, Act.SUBMIT, By.AUTHOR, tx.now), awaits_second=True)
        await stored_notices.save(tx, waiting)
        show(tx, waiting)
        return waiting
    return await go(tx, draft)


async def _needs_second(tx: Transaction, register: Register, draft: Notice, places: Sequence[NoticePlace]) -> bool:
    """Whether another coordinator has to confirm it; each who can is asked."""
    if not draft.urgent or not await is_wide(tx, register, draft, places):
        return False
    seconds = await stored_notices.seconds(tx, draft)
    for person_id in seconds:
        tx.outbox.tell(PersonAt(person_id), SecondAsked(draft.id))
    return bool(seconds)


async def go(tx: Transaction, notice: Notice) -> Notice:
    """Let a notice go out, or wait for its time."""
    if notice.scheduled_at is not None and notice.scheduled_at > tx.now:
        going = notice if notice.status is Status.WAITING else moved(notice, Act.SUBMIT, By.AUTHOR, tx.now)
    else:
        going = await _start(tx, notice)
    await stored_notices.save(tx, going)
    show(tx, going)
    return going


async def _start(tx: Transaction, notice: Notice) -> Notice:
    started = moved(notice, Act.START, By.CLOCK, tx.now)
    broadcast_id = await broadcasts.begin(
        tx,
        NoticeOut(notice.id),
        Lane.URGENT if notice.urgent else Lane.ORDINARY,
        quiet=not notice.urgent,
        dedupe=f"notice:{notice.id}",
        expires_at=notice.expires_at,
    )
    if notice.proposed_by is not None and notice.proposed_by != notice.person_id:
        tx.outbox.tell(PersonAt(notice.proposed_by), PlainText("notice-proposal-published"))
    figures.count_notice(tx, await stored_notices.places(tx, notice.id))
    return replace(started, broadcast_id=broadcast_id or notice.broadcast_id)


async def confirm(tx: Transaction, actor: Actor, notice_id: NoticeId, version: int) -> Notice:
    """A second coordinator lets it go as it was shown (`version`).

    Raises NotFound, OwnNotice, OldButton, NoticeIsPast.
    """
    notice, by = await seen(tx, actor.person_id, notice_id)
    if by is By.AUTHOR:
        raise OwnNotice
    if notice.version != version:
        raise OldButton
    if await stored_notices.own(tx, notice.id, notice.person_id) is None:
        raise NotFound  # its author may not send it any more
    confirmed = replace(moved(notice, Act.CONFIRM, by, tx.now), confirmed_by=actor.person_id)
    await _note(tx, actor, notice, "confirm")
    return await go(tx, confirmed)


async def decline(tx: Transaction, actor: Actor, notice_id: NoticeId) -> Notice:
    """A second coordinator gives it back to its author. Raises NotFound, OwnNotice, NoticeIsPast."""
    notice, by = await seen(tx, actor.person_id, notice_id)
    if by is By.AUTHOR:
        raise OwnNotice
    if not notice.awaits_second:
        raise NoticeIsPast(status=notice.status.value)
    tx.outbox.tell(PersonAt(notice.person_id), PlainText("notice-declined"))
    return await _back(tx, actor, notice, by)


async def take_back(tx: Transaction, actor: Actor, notice_id: NoticeId) -> Notice:
    """Before it went: it is a draft again. Raises NotFound, NoticeIsPast."""
    notice, by = await seen(tx, actor.person_id, notice_id)
    return await _back(tx, actor, notice, by)


async def _back(tx: Transaction, actor: Actor, notice: Notice, by: By) -> Notice:
    draft = moved(notice, Act.TAKE_BACK, by, tx.now)
    await stored_notices.save(tx, draft)
    await _note(tx, actor, notice, "take back")
    return draft


# While it goes out, and after.


async def pause(tx: Transaction, actor: Actor, notice_id: NoticeId) -> Notice:
    """Raises NotFound, NoticeIsPast."""
    notice, broadcast_id = await _going(tx, actor, notice_id)
    if not await broadcasts.pause(tx, broadcast_id):
        raise NoticeIsPast(status=notice.status.value)
    await _note(tx, actor, notice, "pause")
    return notice


async def resume(tx: Transaction, actor: Actor, notice_id: NoticeId) -> Notice:
    """Raises NotFound, NoticeIsPast."""
    notice, broadcast_id = await _going(tx, actor, notice_id)
    if not await broadcasts.resume(tx, broadcast_id):
        raise NoticeIsPast(status=notice.status.value)
    await _note(tx, actor, notice, "resume")
    return notice


async def _going(tx: Transaction, actor: Actor, notice_id: NoticeId) -> tuple[Notice, BroadcastId]:
    notice, _ = await seen(tx, actor.person_id, notice_id)
    if notice.status is not Status.SENT or notice.broadcast_id is None:
        raise NoticeIsPast(status=notice.status.value)
    return notice, notice.broadcast_id


async def correct(tx: Transaction, actor: Actor, notice_id: NoticeId, language: Language, body: Body) -> Notice:
    """A correction: recipients who have the notice see its text change, the others get the new text.

    If two confirmed the notice, the other one is notified. Raises NotFound, NoticeIsPast, NoText, TooLong.
    """
    corrected = await acted(tx, actor, notice_id, Act.CORRECT)
    content = with_words(await stored_notices.content(tx, notice_id), language, body)
    await stored_notices.set_content(tx, notice_id, content)
    if corrected.confirmed_by is not None:  # no second person is waited for: an error has to be corrected immediately
        for person_id in {corrected.person_id, corrected.confirmed_by} - {actor.person_id}:
            tx.outbox.tell(PersonAt(person_id), OtherNotified(notice_id), dedupe=f"notice-corrected:{notice_id}")
    return await _revise(tx, actor, corrected, "correct")


async def find(tx: Transaction, actor: Actor, notice_id: NoticeId) -> Notice:
    """The missing person was found: the photo goes. Raises NotFound, NoticeIsPast."""
    return await _revise(tx, actor, await acted(tx, actor, notice_id, Act.FIND), "find")


async def withdraw(tx: Transaction, actor: Actor, notice_id: NoticeId) -> Notice:
    """Recipients still waiting get nothing, and from all others it is taken away. Raises NotFound, NoticeIsPast."""
    return await _revise(tx, actor, await acted(tx, actor, notice_id, Act.WITHDRAW), "withdraw")


async def _revise(tx: Transaction, actor: Actor, notice: Notice, act: str) -> Notice:
    await stored_notices.save(tx, notice)
    if notice.broadcast_id is not None:
        await broadcasts.revise(tx, notice.broadcast_id)
    await _note(tx, actor, notice, act)
    show(tx, notice)
    return notice


async def _note(tx: Transaction, actor: Actor, notice: Notice, act: str) -> None:
    place, *_ = await stored_notices.places(tx, notice.id)
    audit.write(tx, audited(notice, actor.person_id), act, "notice", notice.id, place.community)


# By the clock.


async def start_due(tx: Transaction) -> None:
    """Let go what waited for this time. What its author may not send any more is withdrawn, and they are notified."""
    for notice_id, speaks in (await stored_notices.due(tx)).items():
        notice = await stored_notices.by_id(tx, notice_id)
        if notice is None:
            raise NotFound
        if speaks:
            await stored_notices.save(tx, await _start(tx, notice))
        else:
            await stored_notices.save(tx, moved(notice, Act.WITHDRAW, By.CLOCK, tx.now))
            tx.outbox.tell(PersonAt(notice.person_id), PlainText("notice-not-yours-now"))
        show(tx, notice)


async def give_back_due(tx: Transaction) -> int:
    """What waited for a time that has passed may have gone out, for this database is a restored backup: its author
    decides. How many they are.
    """
    due = await stored_notices.due(tx)
    for notice_id in due:
        notice = await stored_notices.by_id(tx, notice_id)
        if notice is None:
            raise NotFound
        await stored_notices.save(tx, moved(notice, Act.TAKE_BACK, By.CLOCK, tx.now))
        tx.outbox.tell(PersonAt(notice.person_id), PlainText("notice-may-have-gone"))
    return len(due)


async def end_due(tx: Transaction) -> None:
    """Searches for missing persons that are over are taken away from all who have them."""
    for notice in await stored_notices.expired(tx):
        await stored_notices.save(tx, moved(notice, Act.EXPIRE, By.CLOCK, tx.now))
        if notice.broadcast_id is not None:
            await broadcasts.revise(tx, notice.broadcast_id)
        show(tx, notice)


# What its author sees of it.


def show(tx: Transaction, notice: Notice) -> None:
    tx.outbox.tell(PersonAt(notice.person_id), ProgressShown(notice.id), dedupe=f"progress:{notice.id}")


async def progress(tx: Transaction, notice_id: NoticeId) -> None:
    """The engine's hook while there is something to report."""
    notice = await stored_notices.by_id(tx, notice_id)
    if notice is not None:
        show(tx, notice)


async def done(tx: Transaction, notice_id: NoticeId) -> None:
    """The engine's hook when nothing is left to do."""
    notice = await stored_notices.by_id(tx, notice_id)
    if notice is not None:
        show(tx, notice)
        tx.outbox.tell(PersonAt(notice.person_id), NoticeReported(notice.id), dedupe=f"report:{notice.id}")
