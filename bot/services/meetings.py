"""The acts on meetings. Each begins with the right to the meeting: of who organises it, or of who is invited."""

from collections.abc import Sequence

from bot.domain import meetings as rules
from bot.domain.bodies import Place
from bot.domain.ids import MeetingId, PersonId
from bot.domain.letters import PersonAt
from bot.domain.meetings import (
    REMINDED,
    CannotMeetSo,
    Meeting,
    MeetingKind,
    MeetingState,
    MeetingTold,
    MeetingUnfinished,
    News,
    Part,
    Reply,
    next_reminder,
)
from bot.domain.people import Actor
from bot.domain.refusals import NotFound, found
from bot.domain.typed_times import moment_of
from bot.register import CommunityCode
from bot.services.communities import coordinated_community, coordinator_parts
from bot.storage import audit, communities
from bot.storage import meetings as stored
from bot.storage.transaction import Transaction

AT_ONCE = 20


async def organised(tx: Transaction, person_id: PersonId, meeting_id: MeetingId) -> Meeting:
    """Raises NotFound."""
    return found(await stored.organised(tx, meeting_id, person_id))


async def invited_to(tx: Transaction, person_id: PersonId, meeting_id: MeetingId) -> Meeting:
    """A meeting to which this person is invited for a council. Raises NotFound."""
    return found(await stored.invited_to(tx, meeting_id, person_id))


async def seen(tx: Transaction, person_id: PersonId, meeting_id: MeetingId) -> Meeting:
    """A meeting that this person organises or is invited to. Raises NotFound."""
    try:
        return await organised(tx, person_id, meeting_id)
    except NotFound:
        return await invited_to(tx, person_id, meeting_id)


async def make(tx: Transaction, actor: Actor, kind: MeetingKind) -> MeetingId:
    """A draft. Raises NotFound for a person who coordinates nothing."""
    await coordinator_parts(tx, actor.person_id)
    return await stored.add(tx, kind, actor.person_id)


async def writable(tx: Transaction, person_id: PersonId, meeting_id: MeetingId, part: Part) -> Meeting:
    """A meeting of which this can be written now. Raises NotFound, CannotMeetSo."""
    meeting = await organised(tx, person_id, meeting_id)
    if part not in meeting.writable(tx.now):
        raise CannotMeetSo
    return meeting


async def write(tx: Transaction, actor: Actor, meeting_id: MeetingId, part: Part, text: str) -> None:
    """Raises NotFound, CannotMeetSo, NotATime, WrongWords."""
    meeting = await writable(tx, actor.person_id, meeting_id, part)
    match part:
        case Part.TIME:
            await stored.set_time(tx, meeting.id, moment_of(text, tx.now))
        case Part.PLACE:
            await stored.set_place(tx, meeting.id, rules.place_line(text))
        case Part.WORDS:
            await stored.set_words(tx, meeting.id, rules.words(text))
        case Part.RESULTS:
            await stored.set_results(tx, meeting.id, rules.words(text))
    await _changed(tx, actor, meeting, part)


async def set_point(tx: Transaction, actor: Actor, meeting_id: MeetingId, point: Place) -> None:
    """Where it is on the map; the place in words stays. Raises NotFound, CannotMeetSo."""
    meeting = await writable(tx, actor.person_id, meeting_id, Part.PLACE)
    await stored.set_point(tx, meeting.id, point)
    await _changed(tx, actor, meeting, Part.PLACE)


async def _changed(tx: Transaction, actor: Actor, before: Meeting, part: Part) -> None:
    """Of what was announced, all who were invited are told."""
    if before.announced_at is None:
        return
    await _note(tx, actor, before.id, f"write {part}")
    meeting = await organised(tx, actor.person_id, before.id)
    if part is Part.RESULTS:
        await _tell(tx, meeting.id, News.RESULTS)
        return
    await stored.revise(tx, meeting.id)
    await _plan_reminder(tx, meeting)
    await _tell(tx, meeting.id, News.CHANGED)


# Who is invited.


async def draft(tx: Transaction, person_id: PersonId, meeting_id: MeetingId) -> Meeting:
    """One that was not announced yet. Raises NotFound, CannotMeetSo."""
    meeting = await organised(tx, person_id, meeting_id)
    if meeting.announced_at is not None:
        raise CannotMeetSo
    return meeting


async def turn_invited(tx: Transaction, actor: Actor, meeting_id: MeetingId, community: str) -> None:
    """The council of this community is invited, or no longer. Raises NotFound, CannotMeetSo."""
    meeting = await draft(tx, actor.person_id, meeting_id)
    code = (await coordinated_community(tx, actor.person_id, community)).code
    change = stored.invite_not if code in await stored.communities_of(tx, meeting.id) else stored.invite
    await change(tx, meeting.id, [code])


async def invite_all(tx: Transaction, actor: Actor, meeting_id: MeetingId, *, on: bool) -> None:
    """All councils that the actor coordinates, or none. Raises NotFound, CannotMeetSo."""
    meeting = await draft(tx, actor.person_id, meeting_id)
    codes = [each.code for each in await communities.all_coordinated(tx, actor.person_id)]
    await (stored.invite if on else stored.invite_not)(tx, meeting.id, codes)


async def announce(tx: Transaction, actor: Actor, meeting_id: MeetingId) -> None:
    """Raises NotFound, CannotMeetSo, MeetingUnfinished."""
    meeting = await draft(tx, actor.person_id, meeting_id)
    codes = await stored.communities_of(tx, meeting.id)
    if meeting.missing or not codes or meeting.starts_at is None or meeting.starts_at <= tx.now:
        raise MeetingUnfinished
    await _refuse_foreign(tx, actor, codes)
    await stored.announce(tx, meeting.id)
    await _plan_reminder(tx, meeting)
    await _note(tx, actor, meeting.id, "announce")
    await _tell(tx, meeting.id, News.ANNOUNCED)


async def _refuse_foreign(tx: Transaction, actor: Actor, codes: Sequence[CommunityCode]) -> None:
    """What the actor coordinates may have become less since they were chosen. Raises NotFound."""
    own = {each.code for each in await communities.all_coordinated(tx, actor.person_id)}
    if not own.issuperset(codes):
        raise NotFound


async def cancel(tx: Transaction, actor: Actor, meeting_id: MeetingId) -> None:
    """A draft is forgotten. Raises NotFound, CannotMeetSo."""
    meeting = await organised(tx, actor.person_id, meeting_id)
    match meeting.state(tx.now):
        case MeetingState.DRAFT:
            await stored.delete_draft(tx, meeting.id)
        case MeetingState.AHEAD:
            await stored.cancel(tx, meeting.id)
            await _note(tx, actor, meeting.id, "cancel")
            await _tell(tx, meeting.id, News.CANCELLED)
        case _:
            raise CannotMeetSo


async def reply(tx: Transaction, actor: Actor, meeting_id: MeetingId, answer: Reply) -> None:
    """The answer before is replaced. Raises NotFound, CannotMeetSo."""
    meeting = await invited_to(tx, actor.person_id, meeting_id)
    if meeting.state(tx.now) is not MeetingState.AHEAD:
        raise CannotMeetSo
    await stored.put_reply(tx, meeting.id, actor.person_id, answer)


# By the clock, and letters.


async def remind(tx: Transaction) -> bool:
    """Remind those who come or perhaps come; whether there may be more."""
    due = await stored.due(tx, AT_ONCE)
    for meeting in due:
        coming = {each.person_id for each in await stored.answers(tx, meeting.id) if each.reply in REMINDED}
        for person_id in sorted(coming):
            tx.outbox.tell(PersonAt(person_id), MeetingTold(meeting.id, News.SOON))
        await _plan_reminder(tx, meeting)
    return len(due) == AT_ONCE


async def erase_drafts(tx: Transaction) -> None:
    await stored.delete_drafts(tx, tx.now - tx.policy.cases.draft_kept)


async def _plan_reminder(tx: Transaction, meeting: Meeting) -> None:
    at = next_reminder(meeting.starts_at, tx.now) if meeting.starts_at else None
    await stored.set_reminder(tx, meeting.id, at)


async def _tell(tx: Transaction, meeting_id: MeetingId, news: News) -> None:
    for person_id in await stored.invited(tx, meeting_id):
        tx.outbox.tell(PersonAt(person_id), MeetingTold(meeting_id, news))


async def _note(tx: Transaction, actor: Actor, meeting_id: MeetingId, act: str) -> None:
    """In each oblast from which somebody is invited."""
    for oblast in await stored.oblasts_of(tx, meeting_id):
        audit.write(tx, audit.coordinator(actor.person_id), act, "meeting", meeting_id, oblast=oblast)
