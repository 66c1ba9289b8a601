"""Which councils are invited: those of the communities that a coordinator coordinates."""

from bot.handlers.meetings.buttons import InviteAll, MeetingAudience, MeetingPage, TurnInvited
from bot.handlers.meetings.lines import look
from bot.handlers.paging import last_page, page_of, turning
from bot.handlers.places import community_name
from bot.register import ukrainian_key
from bot.services import meetings
from bot.storage import communities
from bot.storage import meetings as stored
from bot.surface.context import Context
from bot.surface.rendering import Addressee
from bot.surface.screens import Label, Screen


async def draw(to: Addressee, button: MeetingAudience) -> Screen:
    meeting, say = await meetings.draft(to.tx, to.person_id, button.meeting_id), to.say
    chosen = await stored.communities_of(to.tx, meeting.id)
    codes = [each.code for each in await communities.all_coordinated(to.tx, to.person_id)]
    places = sorted((to.register.community(code) for code in codes), key=lambda each: ukrainian_key(each.name))
    page = last_page(places, button.page)
    rows: list[list[Label]] = [
        [
            (
                say("meeting-council", name=community_name(say, each), chosen=str(each.code in chosen)),
                TurnInvited(meeting.id, each.code, page),
            )
        ]
        for each in page_of(places, page)
    ]
    rows += turning(to, len(places), page, MeetingAudience(meeting.id, page - 1), MeetingAudience(meeting.id, page + 1))
    all_or_none = InviteAll(meeting.id, len(chosen) < len(places))
    rows.append([(say("meeting-all-button" if all_or_none.on else "meeting-none-button"), all_or_none)])
    rows.append([(say("meeting-audience-done-button"), MeetingPage(meeting.id))])
    lines = [say("meeting-audience-explained"), say("meeting-invited", count=len(chosen))]
    return Screen(say("meeting-audience-title"), lines, buttons=rows)


async def turn(context: Context, button: TurnInvited) -> None:
    await meetings.turn_invited(context.tx, context.actor, button.meeting_id, button.community)
    await look(context, MeetingAudience(button.meeting_id, button.page))


async def turn_all(context: Context, button: InviteAll) -> None:
    await meetings.invite_all(context.tx, context.actor, button.meeting_id, on=button.on)
    await look(context, MeetingAudience(button.meeting_id, 0))
