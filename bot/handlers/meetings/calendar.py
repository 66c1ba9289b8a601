"""A meeting as a file for a calendar (iCalendar, RFC 5545)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial

from icalendar import Calendar, Event

from bot.domain.ids import MeetingId, PersonId
from bot.domain.letters import LetterClass, PersonAt, PlainText
from bot.domain.meetings import Meeting, MeetingCalendarMade, MeetingState
from bot.domain.refusals import NotFound
from bot.handlers.meetings.buttons import MeetingToCalendar
from bot.handlers.meetings.lines import title
from bot.services import meetings
from bot.storage.transaction import Transaction
from bot.surface.context import Context
from bot.surface.outgoing import Document, Effect, Made, Show
from bot.surface.rendering import Addressee
from bot.surface.rich import Rich
from bot.texts import Say

TAKES = timedelta(hours=1)  # in the calendar: how long a meeting lasts is not asked for


@dataclass(frozen=True, slots=True)
class Gathered:
    meeting: Meeting
    at: datetime


async def send(context: Context, button: MeetingToCalendar) -> None:
    await meetings.seen(context.tx, context.actor.person_id, button.meeting_id)
    context.answer(context.say("meeting-calendar-coming"))
    context.tx.outbox.tell(context.actor.here, MeetingCalendarMade(button.meeting_id), asked=LetterClass.OWN)


async def render(to: Addressee, letter: MeetingCalendarMade) -> Sequence[Effect]:
    """Void for a person who may not see the meeting any more, and once it has begun or was cancelled."""
    try:
        meeting = await meetings.seen(to.tx, to.person_id, letter.meeting_id)
    except NotFound:
        return []
    if meeting.state(to.tx.now) is not MeetingState.AHEAD:
        return []
    read = partial(gather, person_id=to.person_id, meeting_id=meeting.id)
    file = Made("meeting.ics", read, partial(as_calendar, to.say, to.bot_username))
    return [Show(Document(Rich(to.say("meeting-calendar-here")), file))]


async def failed(to: Addressee, letter: MeetingCalendarMade) -> None:
    to.tx.outbox.tell(PersonAt(to.person_id), PlainText("meeting-calendar-failed"))


async def gather(tx: Transaction, person_id: PersonId, meeting_id: MeetingId) -> Gathered:
    return Gathered(await meetings.seen(tx, person_id, meeting_id), tx.now)


def as_calendar(say: Say, bot_username: str, found: Gathered) -> bytes:
    """The same meeting again takes the place of the one that a calendar has: by its id and its revision."""
    meeting, event = found.meeting, Event()
    event.add("uid", f"meeting-{meeting.id}@{bot_username}")
    event.add("sequence", meeting.revision)
    event.add("dtstamp", found.at)
    event.add("summary", title(say, meeting))
    if meeting.starts_at is not None:
        event.add("dtstart", meeting.starts_at.astimezone(UTC))
        event.add("dtend", meeting.starts_at.astimezone(UTC) + TAKES)
    if meeting.place:
        event.add("location", meeting.place)
    if meeting.point:
        event.add("geo", (meeting.point.latitude, meeting.point.longitude))
    if meeting.words:
        event.add("description", meeting.words)
    calendar = Calendar()
    calendar.add("prodid", f"-//{bot_username}//meetings//{say.language.value.upper()}")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    return bytes(calendar.to_ical())
