"""What a resident writes, from the first press to the sending."""

from bot.domain.bodies import has_words, on_one_line
from bot.domain.case_dialogs import (
    AfterComplaint,
    ChoosingCase,
    ChoosingTopic,
    CollectingDraft,
    NamingSender,
    OfDraft,
    OfWriting,
)
from bot.domain.case_letters import DraftShown
from bot.domain.cases import Case, Category, Kind, Status, may_be_a_name
from bot.domain.ids import CaseId, NoticeId
from bot.domain.notices import Notice
from bot.domain.refusals import NotFound, Refusal
from bot.handlers.away import area_lines
from bot.handlers.cases.buttons import (
    CancelDraft,
    MyCases,
    NewQuestion,
    NewReport,
    Preview,
    SendNamed,
    SendUnnamed,
    SentCase,
    TakeOver,
)
from bot.handlers.cases.deadlines import expected_lines
from bot.handlers.cases.incoming import say_of_live_place, warned_first
from bot.handlers.cases.may_write import is_unread, may_write, turn_away
from bot.handlers.cases.previews import draft_seen, told_by_files
from bot.handlers.complaints import headed
from bot.handlers.paging import back_row
from bot.handlers.passable import passable
from bot.handlers.residents.buttons import NameSettlement
from bot.handlers.subscriptions.buttons import AskAbout
from bot.services import residents, subscriptions
from bot.services.cases import access, drafts
from bot.storage import case_drafts, case_messages, dialogs, officers
from bot.storage.copies import PREVIEW, TYPED, add_copy
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.rendering import Addressee
from bot.surface.screens import Label, Screen


class NotAName(Refusal):
    """Nothing of it can be read: the desk would see nobody there."""

    key = "draft-not-a-name"


# What it is about.


async def question(context: Context) -> None:
    """The label of the menu."""
    if await may_write(context):
        await begin(context, Kind.QUESTION, None)


async def begin_question(context: Context, button: NewQuestion) -> None:
    await question(context)


async def ask_about(context: Context, button: AskAbout) -> None:
    """A question to a notice, which stays as it is."""
    await begin_about(context, button.notice_id)


async def begin_about(context: Context, notice_id: NoticeId) -> CaseId | None:
    """A question to a notice; None where the person may not write yet. Raises NotFound."""
    if not await may_write(context):
        return None
    notice = await subscriptions.received(context.tx, context.actor, notice_id)
    context.turn.pressed = None
    return await begin(context, Kind.QUESTION, subject_of(notice), notice.id)


def subject_of(notice: Notice) -> Category | None:
    """A question to a discreet notice is kept as discreetly."""
    return Category.DOMESTIC if notice.topic.discreet else None


async def turn_to(context: Context, case_id: CaseId, notice: Notice) -> None:
    """A question that is being written is about this notice."""
    await drafts.change_subject(context.tx, context.actor, case_id, Kind.QUESTION, subject_of(notice), notice.id)
    show_draft(context, case_id)


async def begin(
    context: Context, kind: Kind, category: Category | None, notice_id: NoticeId | None = None, *, warned: bool = False
) -> CaseId:
    """Open a draft and show it. `warned`: the card with 102 was pressed, and stays where it is if text came since."""
    case_id, new = await collect_for(context, kind, category, notice_id)
    if warned:
        new = not await case_drafts.holds_something(context.tx, case_id)
        context.turn.pressed = context.turn.pressed if new else None
    show_draft(context, case_id, as_new=not new)
    return case_id


async def collect_for(
    context: Context, kind: Kind, category: Category | None, notice_id: NoticeId | None = None
) -> tuple[CaseId, bool]:
    """Let what comes next go into a draft about this; whether it is a new one.

    What was written about something else stays in its own draft: text goes to another subject by a press only, and is
    seen before that. One draft that holds nothing is enough.
    """
    draft, subject = await open_draft(context), (kind, category, notice_id)
    same = draft is not None and (draft.kind, draft.category, draft.notice_id) == subject
    if draft is None or not (same or not await case_drafts.holds_something(context.tx, draft.id)):
        case_id, new = await drafts.begin(context.tx, context.actor, *subject), True
    else:
        case_id, new = draft.id, False
    if not new and not same:
        await drafts.change_subject(context.tx, context.actor, case_id, *subject)
    await dialogs.begin(context.tx, context.actor, CollectingDraft(case_id))
    return case_id, new


async def open_draft(context: Context) -> Case | None:
    """The draft that the person is in the middle of."""
    dialog = context.actor.dialog
    return await draft_of(context, dialog.case_id) if isinstance(dialog, OfWriting) else None


async def draft_of(context: Context, case_id: CaseId | None) -> Case | None:
    """This draft, as long as it is one."""
    draft = await access.found_own(context.tx, case_id, context.actor.person_id) if case_id is not None else None
    return draft if draft and draft.status is Status.DRAFT else None


async def set_down(context: Context, draft: Case) -> bool:
    """What comes next is not for this draft any more; whether it stays: one that holds nothing does not."""
    if is_complaint(draft):
        await dialogs.begin(context.tx, context.actor, AfterComplaint())
    else:
        await let_go_of(context, draft.id)
    return await drafts.set_down(context.tx, context.actor, draft.id)


async def let_go_of(context: Context, draft_id: CaseId) -> None:
    """What comes next is not for this draft. Others for which a case is to be chosen still wait."""
    dialog = context.actor.dialog
    if isinstance(dialog, ChoosingCase):
        left = [each for each in dialog.drafts if each != draft_id]
        if left and len(left) < len(dialog.drafts):
            ended = dialog.ended if left[0] == dialog.case_id else None
            await dialogs.begin(context.tx, context.actor, ChoosingCase(left[0], ended, tuple(left[1:])))
        elif not left:
            await dialogs.end(context.tx, context.actor)
    elif isinstance(dialog, OfDraft | ChoosingTopic) and dialog.case_id == draft_id:
        await dialogs.end(context.tx, context.actor)


def is_complaint(draft: Case | None) -> bool:
    return draft is not None and draft.category is Category.COMPLAINT


async def take_over(context: Context, button: TakeOver) -> None:
    """What waits in another draft belongs to this one; its own messages that show it go."""
    await drafts.take_over(context.tx, context.actor, button.case_id, button.other_id)
    await dialogs.begin(context.tx, context.actor, CollectingDraft(button.case_id))
    show_draft(context, button.case_id, as_new=True)


# What it holds.


async def collect(context: Context, message: PrivateMessage, dialog: CollectingDraft) -> None:
    """Into the draft; where that is gone meanwhile, into a new one: nothing that is written is lost."""
    if is_unread(context.actor):
        await turn_away(context, message)
        return
    draft = await open_draft(context)
    case_id = draft.id if draft else (await collect_for(context, Kind.QUESTION, None))[0]
    await collect_message(context, message, case_id)


async def collect_message(context: Context, message: PrivateMessage, case_id: CaseId) -> None:
    warned = await put_in(context, message, case_id)
    show_draft(context, case_id, after_card=warned)


async def put_in(context: Context, message: PrivateMessage, case_id: CaseId) -> bool:
    """Put a message into a draft; whether it was warned of an emergency first.

    Raises NotFound, CannotPassOn, OwnContact.
    """
    body = passable(message)
    async with warned_first(context, message, body) as warned:
        message_id = await drafts.add(context.tx, context.actor, case_id, body, message.sent_at, message.album)
        add_copy(context.tx, context.actor.chat_id, message.message_id, case_id, message_id, sent_at=message.sent_at)
        say_of_live_place(context, message)
    return warned


def show_draft(context: Context, case_id: CaseId, *, as_new: bool = False, after_card: bool = False) -> None:
    """Its preview, in place of the pressed screen, else (or `as_new`) below all else; there is one of it in the chat.

    One that waits already is enough, but not where a card has to come before it.
    """
    if (pressed := context.turn.pressed) is not None:
        add_copy(context.tx, context.actor.chat_id, pressed, case_id, None, piece=PREVIEW)
        if not as_new:
            context.show(Preview(case_id))
            return
    once = None if after_card else f"draft:{case_id}"
    context.tell(DraftShown(case_id), once=once)


async def preview(context: Context, button: Preview) -> None:
    """Back to the draft."""
    if not await may_write(context):
        return
    await drafts.look_at(context.tx, context.actor, button.case_id)
    await dialogs.begin(context.tx, context.actor, CollectingDraft(button.case_id))
    show_draft(context, button.case_id)


# Sending it.


async def send_unnamed(context: Context, button: SendUnnamed) -> None:
    await send(context, button.case_id, None)


async def ask_name(context: Context, button: SendNamed) -> None:
    if not await may_write(context):
        return
    await drafts.look_at(context.tx, context.actor, button.case_id)
    await dialogs.begin(context.tx, context.actor, NamingSender(button.case_id))
    context.show(button)


async def draw_ask_name(to: Addressee, button: SendNamed) -> Screen:
    case = await draft_seen(to, button.case_id)
    leave: list[Label] = [*back_row(to, Preview(case.id)), (to.say("cancel-button"), CancelDraft(case.id))]
    tells = told_by_files(to, await drafts.kept_back(to.tx, await case_messages.of_case(to.tx, case.id)))
    return Screen(to.say("draft-name-title"), [to.say("draft-ask-name"), *tells], buttons=[leave])


async def take_name(context: Context, message: PrivateMessage, dialog: NamingSender) -> None:
    """The name that was asked for; anything else goes into the draft, and the name is asked for again.

    A call for help is no name. Raises NotAName.
    """
    case_id = dialog.case_id
    if is_unread(context.actor):
        await turn_away(context, message)
        return
    if message.text and message.body and not has_words(message.body.text):
        raise NotAName
    if message.text and message.body and may_be_a_name(message.body.text):
        note_typed(context, message, case_id)
        await send(context, case_id, on_one_line(message.body.text))
        return
    await put_in(context, message, case_id)
    context.show(SendNamed(case_id))


def note_typed(context: Context, message: PrivateMessage, case_id: CaseId) -> None:
    """What was typed for a case and is no message of it can be hidden with the case's messages."""
    add_copy(context.tx, context.actor.chat_id, message.message_id, case_id, None, piece=TYPED, sent_at=message.sent_at)


async def send(context: Context, case_id: CaseId, name: str | None) -> None:
    if not await may_write(context):
        return
    case = await drafts.send(context.tx, context.actor, case_id, name)
    await dialogs.end(context.tx, context.actor)
    context.turn.facts["case"] = case.number or ""
    if context.turn.pressed is not None:
        context.show(SentCase(case.id))
    else:
        context.tell(DraftShown(case.id))
    await ask_settlement(context, case)


async def ask_settlement(context: Context, case: Case) -> None:
    """Of a person who has not been asked yet, below what was just sent; not where they are in danger or in need."""
    is_delicate = case.category is not None and (case.category.discreet or case.category is Category.COMPLAINT)
    if case.community is None or case.emergency or is_delicate:
        return
    if len(context.tools.register.community(case.community).settlements) > 1 and await residents.asks_settlement(
        context.tx, context.actor
    ):
        context.show(NameSettlement(), as_new=True)


async def draw_sent(to: Addressee, button: SentCase) -> Screen:
    case = await access.found_own(to.tx, button.case_id, to.person_id)
    if case is None or case.number is None:
        raise NotFound
    say = to.say
    is_danger = case.emergency and not (case.category and case.category.discreet)  # then others may read it
    lines = [say("case-danger-now")] if is_danger else []
    lines += [say("case-number-is-internal"), say(f"case-what-next-{await who_reads(to, case)}")]
    if case.area_id is not None and not case.confidential:
        lines += await area_lines(to, case.area_id)
    if not is_danger:
        lines += expected_lines(to, case)
    rows: list[list[Label]] = [[(say("menu-cases-button"), MyCases(0))]]
    return headed(to, case, Screen(say("case-sent", number=case.number), lines, buttons=rows))


async def who_reads(to: Addressee, case: Case) -> str:
    """Nobody reads that an officer has it when none has."""
    served = case.area_id is not None and await officers.of_area(to.tx, case.area_id)
    if not served:
        return "coordinator"
    return "officer" if case.expects_answer else "thanks"


# Throwing it away.


async def cancel(context: Context, button: CancelDraft) -> None:
    draft = await drafts.cancel(context.tx, context.actor, button.case_id)
    if is_complaint(draft):
        await dialogs.begin(context.tx, context.actor, AfterComplaint())
    else:
        await let_go_of(context, draft.id)
    context.show(button)


async def draw_cancelled(to: Addressee, button: CancelDraft) -> Screen:
    say = to.say
    write: list[Label] = [(say("menu-report-button"), NewReport()), (say("menu-question-button"), NewQuestion())]
    return Screen(lines=[say("draft-cancelled")], buttons=[write, [(say("menu-cases-button"), MyCases(0))]])


async def cancel_typed(context: Context, dialog: CollectingDraft | NamingSender) -> bool:
    """The same, typed; False when the draft is not there any more."""
    draft = await open_draft(context)
    if draft is not None:
        await cancel(context, CancelDraft(draft.id))
    return draft is not None
