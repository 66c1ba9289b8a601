"""Where a community is on its way, and the steps that can be made from there."""

from datetime import time

from bot.domain import joining as rules
from bot.domain.bodies import Body, Kind
from bot.domain.communities import Enrolment
from bot.domain.dialogs import Dialog
from bot.domain.joining import (
    ANSWERS,
    MOVES,
    AskingCoordinator,
    GivingReason,
    JoiningAct,
    Memorandum,
    Partner,
    SendingMemorandum,
    WritingDetail,
    WritingMemorandum,
)
from bot.domain.kyiv import moment
from bot.domain.refusals import NotFound, TextExpected
from bot.handlers.communities.buttons import CommunityPage
from bot.handlers.figures.buttons import FiguresPage
from bot.handlers.joining.buttons import (
    AboutProject,
    AskCoordinator,
    CouncilPage,
    Councils,
    JoiningHistory,
    JoiningPage,
    MakeStep,
    MemorandumPage,
    NoteMemorandum,
    ReadinessPage,
)
from bot.handlers.joining.dialogs import NamingMember
from bot.handlers.meetings.buttons import CouncilMeetings
from bot.handlers.notices.buttons import CouncilNotices, ProposeNotice
from bot.handlers.paging import back
from bot.handlers.people.buttons import Menu
from bot.handlers.places import community_at, community_name, community_where
from bot.handlers.priorities.buttons import CouncilPriorities
from bot.handlers.residents.buttons import MyOfficer
from bot.services import joining
from bot.services.joining import Seen
from bot.storage import dialogs, people
from bot.storage import joining as stored
from bot.storage.joining import JoiningEvent
from bot.surface.buttons import Button
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.rendering import Addressee
from bot.surface.rich import Rich
from bot.surface.screens import Label, Screen
from bot.texts import Say

OPEN_QUESTIONS = (GivingReason, WritingMemorandum, SendingMemorandum, WritingDetail, NamingMember, AskingCoordinator)
EVENTS_SHOWN = 12
OFFICER_CAME = (Enrolment.ACTIVE, Enrolment.PAUSED, Enrolment.ENDED)  # there may be figures of it
BY_COORDINATOR = (JoiningAct.PAUSE, JoiningAct.RESUME, JoiningAct.END)


async def council_home(context: Context) -> None:
    """The label of the menu. Raises NotFound for a person who is of no council."""
    match context.actor.councils:
        case []:
            raise NotFound
        case [community]:
            await look(context, JoiningPage(community))
        case _:
            await look(context, Councils())


async def draw_councils(to: Addressee, button: Councils) -> Screen:
    """Of whose councils a person is. Raises NotFound."""
    actor, say = await people.known(to.tx, to.person_id), to.say
    if not actor.councils:
        raise NotFound
    rows: list[list[Label]] = [
        [(community_name(say, community_at(to.register, each)), JoiningPage(each))] for each in actor.councils
    ]
    return Screen(say("menu-council-button"), [say("councils-which")], buttons=[*rows, *back(to, Menu())])


async def look(context: Context, button: Button) -> None:
    """Show a screen, which checks the right to the place; an open question is dropped."""
    await dialogs.leave(context.tx, context.actor, OPEN_QUESTIONS)
    context.show(button, as_new=isinstance(button, JoiningPage) and button.beside)


async def draw_page(to: Addressee, button: JoiningPage) -> Screen:
    place = await joining.seen(to.tx, to.person_id, button.community)
    community = community_at(to.register, place.code)
    lines = [community_where(to.say, community), "", *await state_lines(to, place)]
    rows = [*answer_rows(to, place), *await other_rows(to, place)]
    rows += back(to, await way_back(to, place))
    return Screen(community_name(to.say, community), lines, await last_reason(to, place), rows)


async def way_back(to: Addressee, place: Seen) -> Button:
    if place.side is Partner.COORDINATOR:
        return CommunityPage(place.code)
    return Councils() if len((await people.known(to.tx, to.person_id)).councils) > 1 else Menu()


async def state_lines(to: Addressee, place: Seen) -> list[str]:
    """The step and since when; what is waited for; the memorandum and how much is ready."""
    say, row = to.say, place.joining
    lines = [say(f"joining-step-{row.enrolment}"), say("joining-since", date=say.date(row.since))]
    if rules.turn(row.enrolment, ready=False) is not None:
        ready = row.enrolment is Enrolment.MEMORANDUM and await joining.is_ready(to.tx, place.code)
        lines.append(say(f"joining-waits-{row.enrolment}{'-ready' if ready else ''}"))
    memorandum = await stored.memorandum_of(to.tx, place.code)
    if memorandum is not None:
        lines.append(memorandum_line(say, memorandum))
    if row.enrolment not in rules.BEFORE_MEMORANDUM:
        items = await stored.readiness_of(to.tx, place.code)
        lines.append(say("joining-ready", ready=sum(each.ready_on is not None for each in items), of=len(items)))
    return lines


def memorandum_line(say: Say, memorandum: Memorandum) -> str:
    """«Меморандум: 15/2, 20 листопада 2026 р.»."""
    day = say.date(moment(memorandum.signed_on, time(12)))
    return say("joining-memorandum", number=memorandum.number, date=day)


async def last_reason(to: Addressee, place: Seen) -> Rich:
    """Why it is where it is, in the words of who said so."""
    events = await stored.events_of(to.tx, place.code, 1)
    reason = events[0].reason if events else None
    return Rich(to.say("joining-reason", reason=reason)) if reason else Rich("")


def answer_rows(to: Addressee, place: Seen) -> list[list[Label]]:
    """The answers of the leadership; a coordinator may note those that came otherwise."""
    prefix = "joining-answer" if place.side is Partner.COUNCIL else "joining-note"
    return [
        [(to.say(f"{prefix}-{act}-button"), MakeStep(place.code, act))]
        for act in ANSWERS
        if place.may(act) and place.joining.enrolment is not Enrolment.CHOSEN
    ]


async def other_rows(to: Addressee, place: Seen) -> list[list[Label]]:
    say, code = to.say, place.code
    rows: list[list[Label]] = []
    if await stored.memorandum_of(to.tx, code) is not None:
        rows.append([(say("joining-memorandum-page-button"), MemorandumPage(code))])
    elif place.side is Partner.COORDINATOR:
        rows.append([(say("joining-memorandum-button"), NoteMemorandum(code))])
    if place.side is Partner.COORDINATOR:
        rows += [
            [(say(f"joining-{act}-button"), MakeStep(code, act))]
            for act in BY_COORDINATOR
            if place.may(act) and place.joining.enrolment is not Enrolment.CHOSEN
        ]
    rows.append([(say("joining-readiness-button"), ReadinessPage(code)), (say("council-button"), CouncilPage(code))])
    if place.joining.enrolment in OFFICER_CAME:
        rows.append([(say("figures-button"), FiguresPage(code))])
    about: Label = (say("joining-about-button"), AboutProject(code))
    rows.append([about, (say("joining-history-button"), JoiningHistory(code))])
    if place.side is Partner.COUNCIL and place.joining.enrolment is Enrolment.ACTIVE:
        rows.append([(say("joining-officer-button"), MyOfficer(code))])
        rows.append([(say("priorities-council-button"), CouncilPriorities(code))])
        rows.append([(say("notice-proposal-button"), ProposeNotice(code))])
        rows.append([(say("notice-sent-button"), CouncilNotices(code, 0))])
    if place.side is Partner.COUNCIL:
        rows.append([(say("meetings-button"), CouncilMeetings(code, 0))])
        rows.append([(say("council-ask-button"), AskCoordinator(code))])
    return rows


async def draw_about(to: Addressee, button: AboutProject) -> Screen:
    await joining.seen(to.tx, to.person_id, button.community)
    lines = [to.say(f"joining-about-{part}") for part in ("what", "gets", "gives", "then")]
    return Screen(to.say("joining-about-title"), lines, buttons=back(to, JoiningPage(button.community)))


async def draw_history(to: Addressee, button: JoiningHistory) -> Screen:
    place = await joining.seen(to.tx, to.person_id, button.community)
    events = await stored.events_of(to.tx, place.code, EVENTS_SHOWN)
    lines = [event_line(to, each) for each in reversed(events)] or [to.say("joining-history-none")]
    return Screen(to.say("joining-history-title"), lines, buttons=back(to, JoiningPage(place.code)))


def event_line(to: Addressee, event: JoiningEvent) -> str:
    """«5 травня 2026 р., 14:30 · Громада: згодна»."""
    what = to.say(f"joining-event-{event.what}")
    line = to.say("joining-event", time=to.say.datetime(event.at), by=to.say(f"partner-{event.by_partner}"), what=what)
    return to.say("joining-event-why", event=line, reason=event.reason) if event.reason else line


# Making a step.


async def make_step(context: Context, button: MakeStep) -> None:
    place = await joining.seen(context.tx, context.actor.person_id, button.community)
    if not place.may(button.step):
        raise rules.CannotJoinSo
    if MOVES[button.step].reason:
        await ask(context, GivingReason(place.code, button.step), button)
        return
    await joining.move(context.tx, context.actor, place.code, button.step)
    context.answer(context.say("joining-noted"))
    await look(context, JoiningPage(place.code))


async def ask(context: Context, dialog: Dialog, button: Button) -> None:
    await dialogs.begin(context.tx, context.actor, dialog)
    context.show(button)


async def draw_ask_reason(to: Addressee, button: MakeStep) -> Screen:
    place = await joining.seen(to.tx, to.person_id, button.community)
    lines = [community_name(to.say, community_at(to.register, place.code)), to.say(f"joining-why-{button.step}")]
    return Screen(to.say("joining-why-title"), lines, buttons=cancel_row(to, JoiningPage(place.code)))


def cancel_row(to: Addressee, button: Button) -> list[list[Label]]:
    return [[(to.say("cancel-button"), button)]]


async def take_reason(context: Context, message: PrivateMessage, dialog: GivingReason) -> None:
    await joining.move(context.tx, context.actor, dialog.community, dialog.act, words_of(message))
    await look(context, JoiningPage(dialog.community))


def words_of(message: PrivateMessage) -> str:
    """Raises TextExpected for a file, for its caption would be taken for all of it."""
    words_body(message)
    return message.text


def words_body(message: PrivateMessage) -> Body:
    """The same as it was sent. Raises TextExpected."""
    if message.body is None or message.body.kind is not Kind.TEXT:
        raise TextExpected
    return message.body
