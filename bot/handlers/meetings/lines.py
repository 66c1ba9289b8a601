"""What is read of a meeting: by who organises it, by who is invited, and in letters."""

from bot.domain.meetings import Meeting, MeetingState, WritingMeeting
from bot.handlers.meetings.buttons import MeetingOnMap, MeetingToCalendar
from bot.storage import dialogs
from bot.surface.buttons import Button
from bot.surface.context import Context
from bot.surface.rendering import Addressee
from bot.surface.rich import Rich, bold, joined
from bot.surface.screens import Label
from bot.texts import Say

ON_LABEL = 60  # characters


async def look(context: Context, button: Button) -> None:
    """Show a screen, which checks the right to the meeting; an open question is dropped."""
    await dialogs.leave(context.tx, context.actor, WritingMeeting)
    context.show(button)


def title(say: Say, meeting: Meeting) -> str:
    return say(f"meeting-kind-{meeting.kind}")


def lines_of(to: Addressee, meeting: Meeting) -> list[str]:
    """Whether it still is, when and where."""
    say, lines = to.say, list[str]()
    if meeting.state(to.tx.now) is MeetingState.CANCELLED:
        lines.append(say("meeting-is-cancelled"))
    if meeting.starts_at is not None:
        lines.append(say("meeting-when", time=say.datetime(meeting.starts_at)))
    if meeting.place is not None:
        lines.append(say("meeting-where", place=meeting.place))
    elif meeting.point is not None:
        lines.append(say("meeting-where-on-map"))
    return lines


def body_of(to: Addressee, meeting: Meeting) -> Rich:
    """What was written of it, and what was decided."""
    parts = [Rich(meeting.words)] if meeting.words else []
    if meeting.results:
        parts.append(joined([bold(to.say("meeting-results-title")), Rich(meeting.results)], "\n"))
    return joined(parts, "\n\n")


def label_of(to: Addressee, meeting: Meeting) -> str:
    """«Семінар · 5 груд., 10:00»."""
    state, name = meeting.state(to.tx.now), title(to.say, meeting)
    if state is MeetingState.DRAFT or meeting.starts_at is None:
        return to.say("meeting-draft-label", name=name)
    key = "meeting-cancelled-label" if state is MeetingState.CANCELLED else "meeting-label"
    return to.say(key, name=name, time=to.say.datetime(meeting.starts_at))[:ON_LABEL]


def way_there(to: Addressee, meeting: Meeting) -> list[list[Label]]:
    """The place on the map, and the file for a calendar."""
    row: list[Label] = []
    if meeting.point is not None:
        row.append((to.say("meeting-map-button"), MeetingOnMap(meeting.id)))
    if meeting.state(to.tx.now) is MeetingState.AHEAD:
        row.append((to.say("meeting-calendar-button"), MeetingToCalendar(meeting.id)))
    return [row] if row else []
