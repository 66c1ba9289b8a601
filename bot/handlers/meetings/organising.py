"""What a coordinator sees of the meetings that they organise: the list, a page of each, and who comes."""

from collections import Counter

from bot.domain.meetings import BEFORE, Meeting, MeetingKind, MeetingState, Part, Reply
from bot.domain.people import require_coordinator
from bot.handlers.communities.buttons import CoordinatorHome
from bot.handlers.meetings.buttons import (
    AnnounceMeeting,
    AskCancelMeeting,
    CancelMeeting,
    ChooseMeetingKind,
    MakeMeeting,
    MeetingAnswers,
    MeetingAudience,
    MeetingList,
    MeetingPage,
    WriteMeeting,
)
from bot.handlers.meetings.lines import body_of, label_of, lines_of, look, title, way_there
from bot.handlers.meetings.writing import ask_for
from bot.handlers.paging import back, last_page, page_of, turning
from bot.handlers.places import community_at, community_name
from bot.services import meetings
from bot.services.communities import coordinator_parts
from bot.storage import meetings as stored
from bot.storage.meetings import Answer
from bot.surface.context import Context
from bot.surface.rendering import Addressee
from bot.surface.screens import Label, Screen


async def open_list(context: Context, button: MeetingList | ChooseMeetingKind) -> None:
    require_coordinator(context.actor)
    await look(context, button)


async def draw_list(to: Addressee, button: MeetingList) -> Screen:
    await coordinator_parts(to.tx, to.person_id)
    found, say = await stored.all_organised(to.tx, to.person_id), to.say
    page = last_page(found, button.page)
    rows: list[list[Label]] = [[(say("meeting-new-button"), ChooseMeetingKind())]]
    rows += [[(label_of(to, each), MeetingPage(each.id))] for each in page_of(found, page)]
    rows += turning(to, len(found), page, MeetingList(page - 1), MeetingList(page + 1))
    lines = [say("meetings-explained") if found else say("meetings-none")]
    return Screen(say("meetings-title"), lines, buttons=[*rows, *back(to, CoordinatorHome())])


async def draw_kinds(to: Addressee, button: ChooseMeetingKind) -> Screen:
    await coordinator_parts(to.tx, to.person_id)
    rows: list[list[Label]] = [[(to.say(f"meeting-kind-{each}"), MakeMeeting(each))] for each in MeetingKind]
    lines = [to.say("meeting-which-kind")]
    return Screen(to.say("meeting-new-title"), lines, buttons=[*rows, *back(to, MeetingList(0))])


async def make(context: Context, button: MakeMeeting) -> None:
    """What it needs is asked for at once."""
    meeting_id = await meetings.make(context.tx, context.actor, button.kind)
    await ask_for(context, meeting_id, Part.TIME)


async def draw_page(to: Addressee, button: MeetingPage) -> Screen:
    meeting = await meetings.organised(to.tx, to.person_id, button.meeting_id)
    state, say = meeting.state(to.tx.now), to.say
    lines = lines_of(to, meeting)
    invited = await stored.communities_of(to.tx, meeting.id)
    lines.append(say("meeting-invited", count=len(invited)))
    if state is MeetingState.DRAFT:
        ready = invited and meeting.missing is None
        lines += ["", say("meeting-draft-ready" if ready else "meeting-draft-unfinished")]
        rows = [*draft_rows(to, meeting), *cancel_row(to, meeting)]
        rows = [[(say("meeting-announce-button"), AnnounceMeeting(meeting.id))], *rows] if ready else rows
    else:
        lines += counts(to, await stored.answers(to.tx, meeting.id))
        rows = announced_rows(to, meeting)
    return Screen(title(say, meeting), lines, body_of(to, meeting), [*rows, *back(to, MeetingList(0))])


def draft_rows(to: Addressee, meeting: Meeting) -> list[list[Label]]:
    rows: list[list[Label]] = [[write_label(to, meeting, part) for part in BEFORE]]
    return [*rows, [(to.say("meeting-audience-button"), MeetingAudience(meeting.id, 0))]]


def write_label(to: Addressee, meeting: Meeting, part: Part) -> Label:
    return to.say(f"meeting-write-{part}-button"), WriteMeeting(meeting.id, part)


def announced_rows(to: Addressee, meeting: Meeting) -> list[list[Label]]:
    rows: list[list[Label]] = [[(to.say("meeting-answers-button"), MeetingAnswers(meeting.id, 0))]]
    writable = meeting.writable(to.tx.now)
    rows += [[write_label(to, meeting, part) for part in writable]] if writable else []
    rows += way_there(to, meeting)
    return [*rows, *cancel_row(to, meeting)]


def cancel_row(to: Addressee, meeting: Meeting) -> list[list[Label]]:
    match meeting.state(to.tx.now):
        case MeetingState.DRAFT:
            return [[(to.say("meeting-forget-button"), CancelMeeting(meeting.id))]]
        case MeetingState.AHEAD:
            return [[(to.say("meeting-cancel-button"), AskCancelMeeting(meeting.id))]]
        case _:
            return []


def counts(to: Addressee, answers: list[Answer]) -> list[str]:
    """How many come, each person once."""
    replies = Counter({each.person_id: each.reply for each in answers}.values())
    lines = [to.say(f"meeting-count-{each}", count=replies[each]) for each in Reply]
    return [*lines, to.say("meeting-count-none", count=replies[None])]


async def announce(context: Context, button: AnnounceMeeting) -> None:
    await meetings.announce(context.tx, context.actor, button.meeting_id)
    context.answer(context.say("meeting-is-announced"))
    await look(context, MeetingPage(button.meeting_id))


async def draw_ask_cancel(to: Addressee, button: AskCancelMeeting) -> Screen:
    meeting, say = await meetings.organised(to.tx, to.person_id, button.meeting_id), to.say
    rows: list[list[Label]] = [[(say("meeting-cancel-yes-button"), CancelMeeting(meeting.id))]]
    lines = [*lines_of(to, meeting), say("meeting-cancel-means")]
    return Screen(say("meeting-cancel-title"), lines, buttons=[*rows, *back(to, MeetingPage(meeting.id))])


async def cancel(context: Context, button: CancelMeeting) -> None:
    await meetings.cancel(context.tx, context.actor, button.meeting_id)
    await look(context, MeetingList(0))


async def open_page(
    context: Context, button: MeetingPage | MeetingAudience | MeetingAnswers | AskCancelMeeting
) -> None:
    await meetings.organised(context.tx, context.actor.person_id, button.meeting_id)
    await look(context, button)


async def draw_answers(to: Addressee, button: MeetingAnswers) -> Screen:
    """With name, post and community."""
    meeting, say = await meetings.organised(to.tx, to.person_id, button.meeting_id), to.say
    answers = await stored.answers(to.tx, meeting.id)
    page = last_page(answers, button.page)
    lines = [answer_line(to, each) for each in page_of(answers, page)] or [say("meeting-nobody-invited")]
    rows = turning(to, len(answers), page, MeetingAnswers(meeting.id, page - 1), MeetingAnswers(meeting.id, page + 1))
    return Screen(say("meeting-answers-title"), lines, buttons=[*rows, *back(to, MeetingPage(meeting.id))])


def answer_line(to: Addressee, answer: Answer) -> str:
    """«Комишуваська селищна громада, голова громади Надія Коваль: прийде»."""
    say = to.say
    return say(
        "meeting-answer-line",
        community=community_name(say, community_at(to.register, answer.community)),
        post=say(f"council-post-{answer.post}"),
        name=say.person(answer.name or ""),
        reply=say(f"meeting-replied-{answer.reply or 'nothing'}"),
    )
