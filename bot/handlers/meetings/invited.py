"""What a person of a council sees of the meetings that it is invited to, and answers."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.bodies import Body, Kind
from bot.domain.letters import LetterClass
from bot.domain.meetings import (
    Meeting,
    MeetingPlaceShown,
    MeetingState,
    MeetingTold,
    News,
    Reply,
)
from bot.domain.refusals import NotFound, found
from bot.handlers.joining.buttons import JoiningPage
from bot.handlers.meetings.buttons import (
    CouncilMeetings,
    MeetingInvitation,
    MeetingOnMap,
    ReplyToMeeting,
)
from bot.handlers.meetings.lines import body_of, label_of, lines_of, look, title, way_there
from bot.handlers.paging import back, last_page, page_of, turning
from bot.handlers.people.buttons import Menu
from bot.handlers.places import community_at, community_name
from bot.services import councils, meetings
from bot.storage import council
from bot.storage import meetings as stored
from bot.surface.context import Context
from bot.surface.outgoing import NOTHING, Effect, Quote, Show
from bot.surface.rendering import Addressee
from bot.surface.screens import Label, Screen


async def open_list(context: Context, button: CouncilMeetings) -> None:
    await councils.of_own(context.tx, context.actor, button.community)
    await look(context, button)


async def draw_list(to: Addressee, button: CouncilMeetings) -> Screen:
    code = found(await council.member(to.tx, to.person_id, button.community)).community
    all_of_it, say = await stored.of_council(to.tx, code), to.say
    page = last_page(all_of_it, button.page)
    rows: list[list[Label]] = [[(label_of(to, each), MeetingInvitation(each.id))] for each in page_of(all_of_it, page)]
    rows += turning(to, len(all_of_it), page, CouncilMeetings(code, page - 1), CouncilMeetings(code, page + 1))
    lines = [community_name(say, community_at(to.register, code))]
    lines += [] if all_of_it else [say("meetings-council-none")]
    return Screen(say("meetings-title"), lines, buttons=[*rows, *back(to, JoiningPage(code))])


async def open_invitation(context: Context, button: MeetingInvitation) -> None:
    await meetings.invited_to(context.tx, context.actor.person_id, button.meeting_id)
    await look(context, button)


async def draw_invitation(to: Addressee, button: MeetingInvitation) -> Screen:
    screen = await drawn(to, await meetings.invited_to(to.tx, to.person_id, button.meeting_id))
    return replace(screen, buttons=[*screen.buttons, *back(to, Menu())])


async def drawn(to: Addressee, meeting: Meeting, news: News | None = None) -> Screen:
    """The meeting as it is now, with this person's answer; `news`: what has happened to it, above all else."""
    say, answer = to.say, await stored.reply_of(to.tx, meeting.id, to.person_id)
    lines = [say(f"meeting-news-{news}")] if news else []
    lines += lines_of(to, meeting)
    if answer is not None:
        lines.append(say(f"meeting-you-{answer}"))
    return Screen(title(say, meeting), lines, body_of(to, meeting), [*reply_rows(to, meeting), *way_there(to, meeting)])


def reply_rows(to: Addressee, meeting: Meeting) -> list[list[Label]]:
    if meeting.state(to.tx.now) is not MeetingState.AHEAD:
        return []
    return [[(to.say(f"meeting-reply-{each}-button"), ReplyToMeeting(meeting.id, each)) for each in Reply]]


async def reply(context: Context, button: ReplyToMeeting) -> None:
    await meetings.reply(context.tx, context.actor, button.meeting_id, button.reply)
    context.answer(context.say("meeting-reply-noted"))
    await look(context, MeetingInvitation(button.meeting_id))


async def show_place(context: Context, button: MeetingOnMap) -> None:
    """It comes as a message of its own."""
    meeting = await meetings.seen(context.tx, context.actor.person_id, button.meeting_id)
    found(meeting.point)
    context.tx.outbox.tell(context.actor.here, MeetingPlaceShown(meeting.id), asked=LetterClass.OWN)


# Letters.


async def render_told(to: Addressee, letter: MeetingTold) -> Sequence[Effect]:
    """Void for a person who is of no council that is invited, and where something else has happened since."""
    meeting = await stored.invited_to(to.tx, letter.meeting_id, to.person_id)
    if meeting is None or not is_still_so(to, meeting, letter.news):
        return []
    return [Show(await drawn(to, meeting, letter.news))]


def is_still_so(to: Addressee, meeting: Meeting, news: News) -> bool:
    match meeting.state(to.tx.now), news:
        case MeetingState.CANCELLED, News.CANCELLED:
            return True
        case MeetingState.AHEAD, News.ANNOUNCED | News.CHANGED | News.SOON:
            return True
        case MeetingState.BEGUN, News.RESULTS:
            return meeting.results is not None
        case _:
            return False


async def render_place(to: Addressee, letter: MeetingPlaceShown) -> Sequence[Effect]:
    """Void for a person who may not see the meeting any more."""
    try:
        meeting = await meetings.seen(to.tx, to.person_id, letter.meeting_id)
    except NotFound:
        return []
    if meeting.point is None:
        return []
    shown = replace(meeting.point, title=title(to.say, meeting), address=meeting.place or to.say("meeting-map-button"))
    return [Show(Quote(NOTHING, [Body(Kind.LOCATION, place=shown)]))]
