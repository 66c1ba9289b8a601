"""Keeping a case past its term: by a coordinator, and what its resident is shown of it."""

from collections.abc import Sequence

from bot.domain.bodies import Kind
from bot.domain.case_dialogs import HoldingText
from bot.domain.case_letters import PromptDone
from bot.domain.case_refusals import CannotMove, Erased, TakenByAnother
from bot.domain.cases import Case
from bot.domain.desk import TextUnassigned
from bot.domain.holds import (
    TERMS,
    AlreadyHeld,
    HeldCase,
    HoldBegun,
    HoldEnded,
    HoldOver,
    KeptAnyway,
    WritingHoldReason,
)
from bot.domain.letters import CoordinatorsOf, PlainText
from bot.domain.people import require_coordinator
from bot.domain.refusals import NotFound, OldButton
from bot.handlers.cases.buttons import (
    CancelHold,
    ConfirmEndHold,
    DeskCase,
    EndHold,
    History,
    Hold,
    HoldFor,
    HoldList,
    HoldPage,
    LeaveIt,
    OpenCase,
    Prolong,
)
from bot.handlers.cases.cards import case_seen
from bot.handlers.cases.kept import kept_lines, kept_when_over, longer_lines
from bot.handlers.cases.undelivered import tell_reason_failed
from bot.handlers.communities.buttons import CoordinatorHome
from bot.handlers.excerpts import is_discreet
from bot.handlers.paging import PAGE, back, turning
from bot.handlers.places import community_at, community_name
from bot.handlers.unclaimed import worded
from bot.services.cases import access, holds
from bot.services.communities import coordinator_parts
from bot.storage import case_lists, dialogs
from bot.storage.copies import add_prompt
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.outgoing import Effect, Show
from bot.surface.rendering import Addressee, Sent
from bot.surface.rich import Rich, quoted
from bot.surface.screens import Label, Screen

# Putting one.


async def desk_labels(to: Addressee, case: Case) -> list[Label]:
    """For a coordinator: to keep its text, or to what keeps it."""
    if case.words_erased_at is not None or case.merged_into is not None or holds.is_kept_anyway(case):
        return []
    if await holds.lasting(to.tx, case) is not None:
        manages = await holds.may_manage(to.tx, to.person_id, case)
        return [(to.say("hold-page-button"), HoldPage(case.id))] if manages else []
    if await access.coordinates(to.tx, to.person_id, case):
        return [(to.say("hold-button"), Hold(case.id))]
    return []


async def choose_term(context: Context, button: Hold) -> None:
    await holds.holdable(context.tx, context.actor, button.case_id)
    context.show(button)


async def draw_terms(to: Addressee, button: Hold) -> Screen:
    case = await access.seen_at_desk(to.tx, to.person_id, button.case_id)
    rows: list[list[Label]] = [[(to.say(f"hold-term-{months}"), HoldFor(case.id, months)) for months in TERMS]]
    lines = [to.say("hold-choose-term"), to.say(worded(case, "hold-link-goes"))]
    return Screen(case.number or "", lines, buttons=[*rows, *back(to, DeskCase(case.id))])


async def ask_reason(context: Context, button: HoldFor) -> None:
    case, _ = await holds.holdable(context.tx, context.actor, button.case_id)
    if button.months not in TERMS:
        raise NotFound
    if isinstance(context.actor.dialog, HoldingText):
        raise TextUnassigned
    await dialogs.begin(context.tx, context.actor, WritingHoldReason(case.id, button.months))
    context.show(button)


async def draw_ask_reason(to: Addressee, button: HoldFor) -> Screen:
    case = await access.seen_at_desk(to.tx, to.person_id, button.case_id)
    lines = [to.say(worded(case, "hold-ask-reason"), term=to.say(f"hold-term-{button.months}"))]
    return Screen(case.number or "", lines, buttons=[[(to.say("cancel-button"), CancelHold(case.id))]])


async def prompt_sent(to: Addressee, button: HoldFor, sent: Sequence[Sent]) -> None:
    for each in sent:
        add_prompt(to.tx, to.chat_id, each.message_id, button.case_id, to.thread_id)


async def take_reason(context: Context, message: PrivateMessage, dialog: WritingHoldReason) -> None:
    """What the coordinator writes next. Where the case cannot be kept by them any more, nothing of it is stored."""
    text = message.body.text if message.body is not None and message.body.kind is Kind.TEXT else ""
    try:
        await holds.holdable(context.tx, context.actor, dialog.case_id)
    except (NotFound, TakenByAnother, CannotMove, Erased, KeptAnyway, AlreadyHeld) as refusal:
        await dialogs.end(context.tx, context.actor)
        context.tell(PromptDone(dialog.case_id, said=False))
        context.tell(PlainText(refusal.key))
        return
    await holds.begin(context.tx, context.actor, dialog.case_id, dialog.months, text)
    await dialogs.end(context.tx, context.actor)
    context.tell(PromptDone(dialog.case_id, said=True), once=f"prompt:{dialog.case_id}")
    context.show(HoldPage(dialog.case_id), as_new=True)


async def leave_reason(context: Context, dialog: WritingHoldReason) -> bool:
    """«Скасувати», typed: the case is not kept longer."""
    await dialogs.end(context.tx, context.actor)
    context.tell(PromptDone(dialog.case_id, said=False))
    context.show(LeaveIt())
    return True


async def cancel(context: Context, button: CancelHold) -> None:
    dialog = context.actor.dialog
    if not isinstance(dialog, WritingHoldReason) or dialog.case_id != button.case_id:
        raise OldButton
    await dialogs.end(context.tx, context.actor)
    context.show(button)


async def draw_cancelled(to: Addressee, button: CancelHold) -> Screen:
    case = await access.seen_at_desk(to.tx, to.person_id, button.case_id)
    return Screen(lines=[to.say("cancelled")], buttons=[[(to.say("desk-history-button"), History(case.id))]])


# One that lasts.


async def look_at(context: Context, button: HoldPage) -> None:
    await holds.managed(context.tx, context.actor, button.case_id)
    context.show(button)


async def draw_page(to: Addressee, button: HoldPage) -> Screen:
    """What its resident wrote is not here; the reason is the coordinators'."""
    hold, case = await holds.managed_by(to.tx, to.person_id, button.case_id)
    say = to.say
    place = community_name(say, community_at(to.register, case.community or ""))
    lines = [place, *longer_lines(to, case, hold), say("hold-reason")]
    more: list[list[Label]] = [
        [(say("hold-prolong-button", term=say(f"hold-term-{months}")), Prolong(case.id, months))] for months in TERMS
    ]
    if hold.holds:
        more.append([(say("hold-end-button"), EndHold(case.id, sure=False))])
    return Screen(case.number or "", lines, quoted(Rich(hold.reason)), [*more, *back(to, HoldList(0))])


async def prolong(context: Context, button: Prolong) -> None:
    await holds.prolong(context.tx, context.actor, button.case_id, button.months)
    context.answer(context.say("hold-prolonged"))
    context.show(HoldPage(button.case_id))


async def end(context: Context, button: EndHold) -> None:
    if not button.sure:
        await holds.lasting_managed(context.tx, context.actor, button.case_id)
        context.show(ConfirmEndHold(button.case_id))
        return
    await holds.end(context.tx, context.actor, button.case_id)
    context.answer(context.say("hold-ended"))
    context.show(HoldPage(button.case_id))


async def draw_confirm_end(to: Addressee, button: ConfirmEndHold) -> Screen:
    hold, case = await holds.managed_by(to.tx, to.person_id, button.case_id)
    lines = [*longer_lines(to, case, hold), to.say(worded(case, "hold-ask-end")), kept_when_over(to, case)]
    yes: list[Label] = [(to.say("hold-end-yes-button"), EndHold(case.id, sure=True))]
    return Screen(case.number or "", lines, buttons=[yes, *back(to, HoldPage(case.id))])


async def look_at_list(context: Context, button: HoldList) -> None:
    require_coordinator(context.actor)
    context.show(button)


async def draw_list(to: Addressee, button: HoldList) -> Screen:
    """Which case, where and until when; neither its subject nor the reason."""
    await coordinator_parts(to.tx, to.person_id)
    count = await holds.count_coordinated(to.tx, to.person_id)
    page = min(max(button.page, 0), count // PAGE)
    cases = await holds.coordinated(to.tx, to.person_id, PAGE, page * PAGE)
    rows: list[list[Label]] = [[(each.number, HoldPage(each.case_id))] for each in cases]
    rows += turning(to, count, page, HoldList(page - 1), HoldList(page + 1))
    lines = [to.say("hold-list-explained" if cases else "hold-list-empty")]
    body = Rich("\n\n".join(line_of(to, each) for each in cases))
    return Screen(to.say("hold-list-title"), lines, body, [*rows, *back(to, CoordinatorHome())])


def line_of(to: Addressee, held: HeldCase) -> str:
    place = community_name(to.say, community_at(to.register, held.community))
    return f"{held.number}: {place}\n{to.say('hold-until', date=to.say.date(held.until))}"


async def list_sent(to: Addressee, button: HoldList | HoldPage, sent: Sequence[Sent]) -> None:
    """It has replaced a page of a history: a reply on it is for no case."""
    for each in sent:
        case_lists.forget_page(to.tx, to.chat_id, each.message_id)


async def render_over(to: Addressee, letter: HoldOver) -> Sequence[Effect]:
    """Unless it was taken up again meanwhile."""
    hold = await holds.named(to.tx, letter.hold_id)
    if hold is None or hold.holds:
        return []
    try:
        _, case = await holds.managed_by(to.tx, to.person_id, hold.case_id)
    except (NotFound, Erased):
        return []
    place = community_name(to.say, community_at(to.register, case.community or ""))
    lines = [place, to.say("hold-over"), kept_when_over(to, case)]
    return [Show(Screen(case.number or "", lines, buttons=[[(to.say("hold-page-button"), HoldPage(case.id))]]))]


# For the resident.


async def render_begun(to: Addressee, letter: HoldBegun) -> Sequence[Effect]:
    """It was put, or prolonged. A reason that may not appear unasked is left out."""
    hold = await holds.named(to.tx, letter.hold_id)
    case = await case_seen(to, hold.case_id) if hold is not None and hold.holds else None
    if hold is None or case is None:
        return []
    lines, reason = await kept_lines(to, case, reason=not is_discreet(case))
    return [Show(Screen(case.number or "", lines, reason, [own_row(to, case)]))]


async def begun_failed(to: Addressee, letter: HoldBegun) -> None:
    """Those who manage it learn that the resident has not read why."""
    hold = await holds.named(to.tx, letter.hold_id)
    case = await access.named(to.tx, hold.case_id) if hold is not None else None
    if case is not None:
        tell_reason_failed(to, CoordinatorsOf(case.id), case.number)


async def render_ended(to: Addressee, letter: HoldEnded) -> Sequence[Effect]:
    hold = await holds.named(to.tx, letter.hold_id)
    case = await case_seen(to, hold.case_id) if hold is not None and not hold.holds else None
    if case is None or case.words_erased_at is not None:
        return []
    lines = [to.say("hold-own-over"), kept_when_over(to, case)]
    return [Show(Screen(case.number or "", lines, buttons=[own_row(to, case)]))]


def own_row(to: Addressee, case: Case) -> list[Label]:
    return [(to.say("pause-own-open-button"), OpenCase(case.id))]
