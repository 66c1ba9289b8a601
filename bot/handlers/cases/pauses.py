"""Pausing a case at its desk, and what its resident is shown of that."""

from collections.abc import Sequence

from bot.domain.bodies import Kind
from bot.domain.case_dialogs import HoldingText
from bot.domain.case_letters import PromptDone
from bot.domain.case_refusals import CannotMove, TakenByAnother
from bot.domain.cases import Case, Side
from bot.domain.desk import TextUnassigned
from bot.domain.letters import DeskMember, PlainText, ResidentOf
from bot.domain.pauses import TERMS, AlreadyPaused, PauseAppealed, PauseBegun, PausedCase, PauseEnded, WritingReason
from bot.domain.people import require_coordinator
from bot.domain.refusals import NotFound, OldButton
from bot.handlers.cases.acts import refresh
from bot.handlers.cases.answers import whose
from bot.handlers.cases.buttons import (
    Appeal,
    CancelPause,
    DeskCase,
    History,
    LeaveIt,
    LiftPause,
    OpenCase,
    Pause,
    PauseFor,
    PauseList,
)
from bot.handlers.cases.cards import case_seen, officer_line, paused_lines, pushed_title
from bot.handlers.cases.undelivered import tell_reason_failed
from bot.handlers.communities.buttons import CoordinatorHome
from bot.handlers.excerpts import is_discreet
from bot.handlers.paging import PAGE, back, turning
from bot.handlers.places import community_at, community_name
from bot.services.cases import access, pauses
from bot.services.communities import coordinator_parts
from bot.storage import case_lists, dialogs
from bot.storage import cases as stored_cases
from bot.storage.copies import add_prompt
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.outgoing import Effect, Show
from bot.surface.rendering import Addressee, Sent
from bot.surface.rich import Rich, quoted
from bot.surface.screens import Label, Screen

# Beginning one.


async def desk_labels(to: Addressee, case: Case) -> list[Label]:
    """Its officer pauses it, and anyone who may read it lifts the pause."""
    if case.paused_until:
        return [(to.say("pause-lift-button"), LiftPause(case.id))]
    if case.is_open and not case.unclaimed and await pauses.is_officer_of(to.tx, to.person_id, case):
        return [(to.say("pause-button"), Pause(case.id))]
    return []


async def choose_term(context: Context, button: Pause) -> None:
    await pauses.pausable(context.tx, context.actor, button.case_id)
    context.show(button)


async def draw_terms(to: Addressee, button: Pause) -> Screen:
    """Asks for how long; and says so once the case is paused."""
    case = await access.seen_at_desk(to.tx, to.person_id, button.case_id)
    say, number = to.say, case.number or ""
    if case.paused_until:
        return Screen(number, await paused_lines(to, case), buttons=[[(say("desk-history-button"), History(case.id))]])
    rows: list[list[Label]] = [[(say("days", count=days), PauseFor(case.id, days)) for days in TERMS]]
    return Screen(number, [say("pause-choose-term")], buttons=[*rows, *back(to, DeskCase(case.id))])


async def ask_reason(context: Context, button: PauseFor) -> None:
    case, _ = await pauses.pausable(context.tx, context.actor, button.case_id)
    if button.days not in TERMS:
        raise NotFound
    if isinstance(context.actor.dialog, HoldingText):
        raise TextUnassigned
    await dialogs.begin(context.tx, context.actor, WritingReason(case.id, button.days))
    context.show(button)


async def draw_ask_reason(to: Addressee, button: PauseFor) -> Screen:
    case = await access.seen_at_desk(to.tx, to.person_id, button.case_id)
    lines = [to.say("pause-ask-reason", days=to.say("days", count=button.days))]
    if await access.is_kept_back(to.tx, case.id):
        lines.append(to.say("desk-resident-occupied"))
    return Screen(case.number or "", lines, buttons=[[(to.say("cancel-button"), CancelPause(case.id))]])


async def prompt_sent(to: Addressee, button: PauseFor, sent: Sequence[Sent]) -> None:
    for each in sent:
        add_prompt(to.tx, to.chat_id, each.message_id, button.case_id, to.thread_id)


async def take_reason(context: Context, message: PrivateMessage, dialog: WritingReason) -> None:
    """What the officer writes next; where the case cannot be paused any more, it is asked what it is for."""
    try:
        await pauses.pausable(context.tx, context.actor, dialog.case_id)
    except (NotFound, TakenByAnother, CannotMove, AlreadyPaused):
        await whose(context, message)
        return
    text = message.body.text if message.body is not None and message.body.kind is Kind.TEXT else ""
    await pauses.begin(context.tx, context.actor, dialog.case_id, dialog.days, text)
    await dialogs.end(context.tx, context.actor)
    context.tell(PromptDone(dialog.case_id, said=True), once=f"prompt:{dialog.case_id}")
    context.show(Pause(dialog.case_id), as_new=True)


async def leave_reason(context: Context, dialog: WritingReason) -> bool:
    """«Скасувати», typed: the case is not paused."""
    await dialogs.end(context.tx, context.actor)
    context.tell(PromptDone(dialog.case_id, said=False))
    context.show(LeaveIt())
    return True


async def cancel(context: Context, button: CancelPause) -> None:
    dialog = context.actor.dialog
    if not isinstance(dialog, WritingReason) or dialog.case_id != button.case_id:
        raise OldButton
    await dialogs.end(context.tx, context.actor)
    context.show(button)


async def draw_cancelled(to: Addressee, button: CancelPause) -> Screen:
    case = await access.seen_at_desk(to.tx, to.person_id, button.case_id)
    return Screen(lines=[to.say("cancelled")], buttons=[[(to.say("desk-history-button"), History(case.id))]])


# Its end.


async def lift(context: Context, button: LiftPause) -> None:
    """A coordinator does not read the case any more, and is shown what else is paused."""
    side = await pauses.lift(context.tx, context.actor, button.case_id)
    context.answer(context.say("pause-lifted"))
    if side is Side.COORDINATOR:
        context.show(PauseList(0))
    else:
        await refresh(context, button.case_id)


# For the resident.


async def own_lines(to: Addressee, case: Case, *, reason: bool) -> tuple[list[str], Rich]:
    """What the resident of a paused case reads in it; a reason that may not appear unasked is left out."""
    pause, say = await pauses.holding(to.tx, case), to.say
    if pause is None:
        return [], Rich("")
    lines = [say("pause-own-until", time=say.datetime(pause.until)), say("pause-own-kept"), say("pause-own-danger")]
    if not reason:
        return lines, Rich("")
    return [*lines, say("pause-own-reason")], quoted(Rich(pause.reason))


async def render_begun(to: Addressee, letter: PauseBegun) -> Sequence[Effect]:
    pause = await pauses.named(to.tx, letter.pause_id)
    case = await case_seen(to, pause.case_id) if pause is not None and pause.holds else None
    if case is None:
        return []
    lines, body = await own_lines(to, case, reason=not is_discreet(case))
    return [Show(Screen(case.number or "", lines, body, [own_row(to, case), *await appeal_rows(to, case)]))]


async def begun_failed(to: Addressee, letter: PauseBegun) -> None:
    """The officer learns that the resident has not read why."""
    pause = await pauses.named(to.tx, letter.pause_id)
    case = await access.named(to.tx, pause.case_id) if pause is not None else None
    if pause is not None and case is not None:
        tell_reason_failed(to, DeskMember(case.id, pause.officer_id), case.number)


async def appealed_failed(to: Addressee, letter: PauseAppealed) -> None:
    """The resident learns that no coordinator can be reached."""
    pause = await pauses.named(to.tx, letter.pause_id)
    case = await access.named(to.tx, pause.case_id) if pause is not None else None
    if case is not None and not await stored_cases.is_watched(to.tx, case.id):
        apology = PlainText("pause-appeal-unread", {"number": case.number or ""})
        to.tx.outbox.tell(ResidentOf(case.id), apology, dedupe=f"{apology.key}:{case.id}")


async def render_ended(to: Addressee, letter: PauseEnded) -> Sequence[Effect]:
    """Unless it was paused again, or ended, meanwhile."""
    pause = await pauses.named(to.tx, letter.pause_id)
    case = await case_seen(to, pause.case_id) if pause is not None else None
    if case is None or case.paused_until or not case.is_open:
        return []
    return [Show(Screen(case.number or "", [to.say("pause-own-over")], buttons=[own_row(to, case)]))]


def own_row(to: Addressee, case: Case) -> list[Label]:
    return [(to.say("pause-own-open-button"), OpenCase(case.id))]


async def appeal_rows(to: Addressee, case: Case) -> list[list[Label]]:
    """The way to the coordinators, which is open once."""
    pause = await pauses.holding(to.tx, case)
    if pause is None or pause.appealed_at is not None:
        return []
    return [[(to.say("pause-appeal-button"), Appeal(case.id))]]


async def appeal(context: Context, button: Appeal) -> None:
    await pauses.appeal(context.tx, context.actor, button.case_id)
    context.answer(context.say("pause-appealed"))
    context.show(OpenCase(button.case_id))


# For coordinators.


async def render_appealed(to: Addressee, letter: PauseAppealed) -> Sequence[Effect]:
    """As long as the pause holds; not to the officer who has paused the case and coordinates besides."""
    pause, say = await pauses.named(to.tx, letter.pause_id), to.say
    case = await case_seen(to, pause.case_id) if pause is not None and pause.holds else None
    if pause is None or case is None or await pauses.is_left_to_others(to.tx, to.person_id, pause):
        return []
    lines = [say("pause-appeal-came"), *await paused_lines(to, case)]
    if case.officer_id is not None:
        lines.append(await officer_line(to, case))
    lines += [say("queue-reading-is-noted"), say("pause-own-reason")]
    rows: list[list[Label]] = [
        [(say("queue-open-button"), History(case.id))],
        [(say("pause-lift-button"), LiftPause(case.id))],
    ]
    return [Show(Screen(pushed_title(to, case), lines, quoted(Rich(pause.reason)), rows))]


async def look_at_list(context: Context, button: PauseList) -> None:
    require_coordinator(context.actor)
    context.show(button)


async def draw_list(to: Addressee, button: PauseList) -> Screen:
    """Who has paused what, and until when; what its resident wrote is read in the case."""
    await coordinator_parts(to.tx, to.person_id)
    count = await pauses.count_coordinated(to.tx, to.person_id)
    page = min(max(button.page, 0), count // PAGE)
    cases = await pauses.coordinated(to.tx, to.person_id, PAGE, page * PAGE)
    rows: list[list[Label]] = [
        [(each.number, History(each.case_id)), (to.say("pause-lift-button"), LiftPause(each.case_id))] for each in cases
    ]
    rows += turning(to, count, page, PauseList(page - 1), PauseList(page + 1))
    lines = [to.say("pause-list-explained" if cases else "pause-list-empty")]
    body = Rich("\n\n".join(line_of(to, each) for each in cases))
    return Screen(to.say("pause-list-title"), lines, body, [*rows, *back(to, CoordinatorHome())])


def line_of(to: Addressee, paused: PausedCase) -> str:
    say = to.say
    place = community_name(say, community_at(to.register, paused.community))
    officer = say("from-officer", rank=say.rank(paused.rank), name=say.person(paused.name))
    parts = [f"{paused.number}: {place}", officer, say("pause-until", time=say.datetime(paused.until))]
    return "\n".join([*parts, say("pause-appeal-came")] if paused.appealed_at else parts)


async def list_sent(to: Addressee, button: PauseList, sent: Sequence[Sent]) -> None:
    """The list has replaced a page of a history: a reply on it is for no case."""
    for each in sent:
        case_lists.forget_page(to.tx, to.chat_id, each.message_id)
