"""What is typed of a meeting: its time, place and words, one after the other; and what was decided."""

from bot.domain.bodies import Kind
from bot.domain.ids import MeetingId
from bot.domain.meetings import Part, WritingMeeting
from bot.domain.refusals import TextExpected
from bot.handlers.meetings.buttons import MeetingAudience, MeetingPage, WriteMeeting
from bot.handlers.meetings.lines import look, title
from bot.services import meetings
from bot.storage import dialogs
from bot.storage import meetings as stored
from bot.surface.buttons import Button
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.rendering import Addressee
from bot.surface.screens import Label, Screen


async def ask(context: Context, button: WriteMeeting) -> None:
    await ask_for(context, button.meeting_id, button.part)


async def ask_for(context: Context, meeting_id: MeetingId, part: Part) -> None:
    await meetings.writable(context.tx, context.actor.person_id, meeting_id, part)
    await dialogs.begin(context.tx, context.actor, WritingMeeting(meeting_id, part))
    context.show(WriteMeeting(meeting_id, part))


async def draw_ask(to: Addressee, button: WriteMeeting) -> Screen:
    meeting = await meetings.writable(to.tx, to.person_id, button.meeting_id, button.part)
    rows: list[list[Label]] = [[(to.say("cancel-button"), MeetingPage(meeting.id))]]
    return Screen(title(to.say, meeting), [to.say(f"meeting-ask-{button.part}")], buttons=rows)


async def take(context: Context, message: PrivateMessage, dialog: WritingMeeting) -> None:
    """The place may be words or a point on the map: each is kept beside the other."""
    point = message.body.place if message.body else None
    if point is not None and dialog.part is Part.PLACE:
        await meetings.set_point(context.tx, context.actor, dialog.meeting_id, point)
    elif message.body is None or message.body.kind is not Kind.TEXT:
        raise TextExpected
    else:
        await meetings.write(context.tx, context.actor, dialog.meeting_id, dialog.part, message.text)
    await go_on(context, dialog.meeting_id)


async def go_on(context: Context, meeting_id: MeetingId) -> None:
    """To what is missing yet, else to the page."""
    meeting = await meetings.organised(context.tx, context.actor.person_id, meeting_id)
    if meeting.missing is not None:
        await ask_for(context, meeting.id, meeting.missing)
        return
    is_draft = meeting.announced_at is None and not await stored.communities_of(context.tx, meeting.id)
    following: Button = MeetingAudience(meeting.id, 0) if is_draft else MeetingPage(meeting.id)
    await look(context, following)
