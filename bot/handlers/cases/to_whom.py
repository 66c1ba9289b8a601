"""Messages of a resident that no rule could place: kept as a draft, and the person chooses their case with one press.

«Кому це?» offers the open cases and a new question, and collects what follows soon, albums whole. What is said to
a case that has ended is kept the same way: the question offers to reopen it. From a person who has not agreed or chosen
a community yet messages are kept as well, with the one step that is missing; once that is done, the draft is taken up
again (services/residents.resume_draft). Where nobody would read them they are not kept.
"""

from datetime import timedelta

from bot.domain.case_dialogs import ChoosingCase, CollectingDraft
from bot.domain.case_letters import DraftShown
from bot.domain.cases import Case, Category, Kind, OwnCase, Status, can_reopen
from bot.domain.communities import Standing
from bot.domain.dialogs import is_apart
from bot.domain.ids import CaseId
from bot.domain.people import Actor
from bot.domain.refusals import NotFound
from bot.domain.residents import known_place
from bot.handlers.cases.buttons import AsNewQuestion, CancelDraft, GiveTo, NextStep, ReopenWith, ToWhom
from bot.handlers.cases.drafts import cancel, let_go_of, put_in, show_draft
from bot.handlers.cases.may_write import is_unread, may_write, turn_away
from bot.handlers.cases.previews import draft_seen, told_by_files, unsent_line
from bot.handlers.excerpts import choice, excerpts
from bot.handlers.residents.buttons import AskCommunity, FindCommunity, missing_for_case
from bot.services import queue, residents
from bot.services.cases import access, complaints, drafts, unsent
from bot.storage import case_drafts, case_messages, dialogs
from bot.storage import cases as stored_cases
from bot.storage.copies import forget_copies
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.rendering import Addressee
from bot.surface.screens import Label, Screen

SHOWN = 8  # open cases on the screen; a person who has more swipes a reply instead


async def ask(context: Context, message: PrivateMessage, open_cases: list[OwnCase]) -> None:
    """Keep this message and ask which case it belongs to; a person without open cases has begun a question."""
    case_id = await keep(context, message)
    if open_cases:
        await dialogs.begin(context.tx, context.actor, ChoosingCase(case_id))
        ask_whose(context, case_id)
    else:
        await dialogs.begin(context.tx, context.actor, CollectingDraft(case_id))
        show_draft(context, case_id)


async def ask_of_ended(context: Context, message: PrivateMessage, case: Case) -> None:
    """Keep what is said to a case that has ended, and ask whether it is to be reopened for that."""
    if is_unread(context.actor):
        await turn_away(context, message)
        return
    case_id = await keep(context, message)
    await dialogs.begin(context.tx, context.actor, ChoosingCase(case_id, ended=case.id))
    ask_whose(context, case_id)


async def keep(context: Context, message: PrivateMessage) -> CaseId:
    """A new draft that holds this message."""
    case_id = await drafts.begin(context.tx, context.actor, Kind.QUESTION, None)
    await put_in(context, message, case_id)
    return case_id


async def collect(context: Context, message: PrivateMessage, dialog: ChoosingCase) -> None:
    """More of it before the question is answered. What comes long after it is asked about by itself."""
    if is_unread(context.actor):
        await turn_away(context, message)
        return
    held = await case_messages.of_case(context.tx, dialog.case_id)
    if held and is_apart(held[-1], message):
        case_id = await keep(context, message)
        await dialogs.begin(context.tx, context.actor, ChoosingCase(case_id, before=dialog.drafts))
        ask_whose(context, case_id)
        return
    warned = await put_in(context, message, dialog.case_id)
    ask_whose(context, dialog.case_id, after_card=warned)


async def may_be_complaint(context: Context, only: OwnCase) -> bool:
    """Whether what is written while this one case is open may be about its very officer."""
    return only.category is not Category.COMPLAINT and await complaints.may_be_meant(context.tx, context.actor)


def ask_whose(context: Context, case_id: CaseId, *, after_card: bool = False) -> None:
    """There is one such question about a draft in the chat. One that waits is enough, but not before a card."""
    context.tell(DraftShown(case_id, asks=True), once=None if after_card else f"to-whom:{case_id}")


async def draw_to_whom(to: Addressee, button: ToWhom) -> Screen:
    draft = await draft_seen(to, button.draft_id)
    return await to_whom_of(to, draft, discreet=await unsent.is_read_by_others(to.tx, draft.id))


async def to_whom_of(to: Addressee, draft: Case, *, discreet: bool) -> Screen:
    say = to.say
    ended = await ended_case(to, draft)
    cases = (await stored_cases.open_of(to.tx, [to.person_id]))[to.person_id][:SHOWN]
    begin = await excerpts(to, cases)
    rows: list[list[Label]] = [[(say("case-reopen-button"), ReopenWith(draft.id, ended.id))]] if ended else []
    rows += [[(choice(to, case, begin.get(case.id)), GiveTo(draft.id, case.id))] for case in cases]
    new = "to-whom-new-case-button" if ended else "to-whom-new-question-button"
    rows.append([(say(new), AsNewQuestion(draft.id))])
    rows.append([(say("cancel-button"), CancelDraft(draft.id))])
    messages = await case_messages.of_case(to.tx, draft.id)
    tells = told_by_files(to, await drafts.kept_back(to.tx, messages))
    asks = say(ended_key(ended), number=ended.number or "") if ended else say("to-whom-choose")
    lines = [unsent_line(to, messages, discreet=discreet), asks, *tells]
    return Screen(say("to-whom-title"), lines, buttons=rows)


def ended_key(case: Case) -> str:
    """The text that says how a case has ended to which something is said, and asks what to do with that."""
    return "to-whom-forwarded" if case.status is Status.FORWARDED else "to-whom-ended"


async def ended_case(to: Addressee, draft: Case) -> OwnCase | None:
    """The case to which the messages of a draft were said after its end, while it can be reopened for them."""
    dialog = await dialogs.open_in(to.tx, to.person_id, to.chat_id, ChoosingCase, to.thread_id)
    if dialog is None or dialog.case_id != draft.id or dialog.ended is None:
        return None
    case = await access.found_own(to.tx, dialog.ended, to.person_id)
    erased = case is None or case.words_erased_at is not None or case.erase_asked_at is not None
    return case if case and not erased and can_reopen(case, to.tx.now, to.tx.policy.cases) else None


# The answer.


async def give(context: Context, button: GiveTo) -> None:
    """They belong to this open case."""
    case = await drafts.give(context.tx, context.actor, button.draft_id, button.case_id)
    await let_go_of(context, button.draft_id)
    context.turn.facts["case"] = case.number or ""
    context.show(button)


async def reopen_with(context: Context, button: ReopenWith) -> None:
    """They are for the case that has ended, which goes on with them."""
    await access.own_draft(context.tx, context.actor, button.draft_id)
    await queue.reopen(context.tx, context.actor, button.case_id)
    await give(context, GiveTo(button.draft_id, button.case_id))


async def draw_given(to: Addressee, button: GiveTo) -> Screen:
    case = await access.found_own(to.tx, button.case_id, to.person_id)
    if case is None or case.number is None:
        raise NotFound
    return Screen(lines=[to.say("to-whom-given", number=case.number)])


async def as_question(context: Context, button: AsNewQuestion) -> None:
    """They are a new question: on to its preview."""
    if not await may_write(context):
        return
    await access.own_draft(context.tx, context.actor, button.draft_id)
    await dialogs.begin(context.tx, context.actor, CollectingDraft(button.draft_id))
    show_draft(context, button.draft_id)


async def cancel_typed(context: Context, dialog: ChoosingCase) -> bool:
    """Throw away, by a typed word, what waits to be assigned to a case."""
    await cancel(context, CancelDraft(dialog.case_id))
    return True


# Before the person may send.


async def too_early(context: Context, message: PrivateMessage) -> None:
    """Messages of a person who cannot send them yet: kept, further ones in the same draft. Or not at all, where nobody
    would read them."""
    actor = context.actor
    place = known_place(actor)
    if place is not None and await residents.standing(context.tx, place.community) is not Standing.JOINED:
        await turn_away(context, message)
        return
    case_id = await case_drafts.newest(context.tx, actor.person_id)
    warned = False
    if case_id is None:
        case_id = await keep(context, message)
    else:
        warned = await put_in(context, message, case_id)
    show_draft(context, case_id, after_card=warned)


async def not_yet(to: Addressee, draft: Case, actor: Actor, *, discreet: bool) -> Screen:
    """What these messages wait for."""
    say = to.say
    needs, label = next_step(to, actor)
    hours = int(to.tx.policy.cases.draft_kept / timedelta(hours=1))
    kept = say("draft-kept-for", hours=say("hours", count=hours))
    title = unsent_line(to, await case_messages.of_case(to.tx, draft.id), discreet=discreet)
    buttons: list[list[Label]] = [[(label, NextStep(draft.id))], [(say("cancel-button"), CancelDraft(draft.id))]]
    return Screen(title, [needs, kept], buttons=buttons)


def next_step(to: Addressee, actor: Actor) -> tuple[str, str]:
    """What is needed before a draft can be sent, and the label that leads there."""
    if isinstance(missing_for_case(actor), FindCommunity):
        return to.say("find-community"), to.say("find-community-button")
    return to.say("draft-needs-consent"), to.say("draft-consent-button")


async def take_step(context: Context, button: NextStep) -> None:
    """The step takes the place of the draft, which comes back when it is done; its preview where nothing is missing."""
    draft = await drafts.look_at(context.tx, context.actor, button.draft_id)
    missing = missing_for_case(context.actor)
    if missing is None:
        await dialogs.begin(context.tx, context.actor, CollectingDraft(draft.id))
        show_draft(context, draft.id)
        return
    if (pressed := context.turn.pressed) is not None:
        await forget_copies(context.tx, context.actor.chat_id, [pressed])
    if isinstance(missing, FindCommunity):
        await residents.find_community(context.tx, context.actor)
        context.show(AskCommunity())
    else:
        context.show(missing)
