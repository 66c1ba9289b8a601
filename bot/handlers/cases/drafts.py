"""What a resident writes, from the first press to the sending."""

from collections import Counter

from bot.domain.bodies import VOICES, WITH_METADATA, has_words, on_one_line
from bot.domain.case_dialogs import CollectingDraft, NamingSender, OfDraft
from bot.domain.case_letters import DraftShown
from bot.domain.cases import Case, CaseMessage, Category, Kind, Status
from bot.domain.emergencies import emergency_in
from bot.domain.emergency_phrases import Emergency
from bot.domain.ids import CaseId, NoticeId
from bot.domain.notices import Notice
from bot.domain.refusals import NotFound, Refusal
from bot.handlers.cases.buttons import (
    AboutWhom,
    CancelDraft,
    ChooseCategory,
    MyCases,
    NewQuestion,
    NewReport,
    Preview,
    SendNamed,
    SendUnnamed,
    SentCase,
)
from bot.handlers.cases.cards import PREVIEW, asked_about
from bot.handlers.cases.incoming import passable, say_of_live_place, warned_first
from bot.handlers.cases.may_write import is_unread, may_write, turn_away
from bot.handlers.complaints import complained_of
from bot.handlers.paging import back_row
from bot.handlers.people.buttons import Menu
from bot.handlers.subscriptions.buttons import AskAbout
from bot.services import subscriptions
from bot.services.cases import access, drafts
from bot.storage import case_messages, dialogs, officers
from bot.storage.copies import TYPED, add_copy
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.rendering import Addressee
from bot.surface.screens import Label, Screen

NAME_LIMIT = 100


class NotAName(Refusal):
    """Nothing of it can be read: the desk would see nobody there."""

    key = "draft-not-a-name"


# What it is about.


async def report(context: Context) -> None:
    """The label of the menu."""
    if await may_write(context):
        context.show(NewReport())


async def question(context: Context) -> None:
    """The label of the menu."""
    if await may_write(context):
        await begin(context, Kind.QUESTION, None)


async def choose_category(context: Context, button: NewReport) -> None:
    if await may_write(context):
        context.show(button)


async def draw_categories(to: Addressee, button: NewReport) -> Screen:
    labels: list[Label] = [
        (to.say(f"category-{category}"), ChooseCategory(category, warned=False)) for category in Category
    ]
    rows = [labels[at : at + 2] for at in range(0, len(labels), 2)]
    lines = [to.say("report-choose-category"), to.say("not-a-service-102")]
    return Screen(to.say("report-title"), lines, buttons=[*rows, back_row(to, Menu())])


async def begin_report(context: Context, button: ChooseCategory) -> None:
    if not await may_write(context):
        return
    if button.category.emergency_first and not button.warned:
        context.show(button)
        return
    await begin(context, Kind.REPORT, button.category)


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


async def begin(context: Context, kind: Kind, category: Category | None, notice_id: NoticeId | None = None) -> CaseId:
    """Open a draft, and a dialog that collects what comes next. What an open draft holds already stays in it."""
    case_id = await open_draft(context)
    fresh = case_id is None
    if case_id is None:
        case_id = await drafts.begin(context.tx, context.actor, kind, category, notice_id)
    else:
        await drafts.change_subject(context.tx, context.actor, case_id, kind, category, notice_id)
    await dialogs.begin(context.tx, context.actor, CollectingDraft(case_id))
    show_draft(context, case_id, as_new=not fresh)
    return case_id


async def open_draft(context: Context) -> CaseId | None:
    """The draft that the person is in the middle of."""
    dialog = context.actor.dialog
    if not isinstance(dialog, CollectingDraft | NamingSender):
        return None
    draft = await access.found_own(context.tx, dialog.case_id, context.actor.person_id)
    return draft.id if draft and draft.status is Status.DRAFT else None


# What it holds.


async def collect(context: Context, message: PrivateMessage, dialog: CollectingDraft) -> None:
    if is_unread(context.actor):
        await turn_away(context, message)
    else:
        await collect_message(context, message, dialog.case_id)


async def collect_message(context: Context, message: PrivateMessage, case_id: CaseId) -> None:
    warned = await put_in(context, message, case_id)
    show_draft(context, case_id, after_card=warned)


async def put_in(context: Context, message: PrivateMessage, case_id: CaseId) -> bool:
    """Put a message into a draft; whether it was warned of an emergency first.

    Raises NotFound, CannotPassOn, OwnContact.
    """
    body = passable(message)
    async with warned_first(context, message, case_id, body) as warned:
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
    await access.own_draft(context.tx, context.actor, button.case_id)
    await dialogs.begin(context.tx, context.actor, CollectingDraft(button.case_id))
    show_draft(context, button.case_id)


async def draft_seen(to: Addressee, button: Preview | SendNamed | AboutWhom) -> Case:
    case = await access.found_own(to.tx, button.case_id, to.person_id)
    if case is None or case.status is not Status.DRAFT:
        raise NotFound
    return case


async def draw_preview(to: Addressee, button: Preview) -> Screen:
    case = await draft_seen(to, button)
    say = to.say
    messages = await case_messages.of_case(to.tx, case.id)
    above = NewReport() if case.kind is Kind.REPORT else Menu()
    leave: list[Label] = [*back_row(to, above), (say("cancel-button"), CancelDraft(case.id))]
    about = [*await asked_about(to, case, discreetly=True), *await complained_of(to, case)]
    whom: list[list[Label]] = []
    if case.category is Category.COMPLAINT:
        whom = [[(say("complaint-about-button"), AboutWhom(case.id))]]
    if not messages:
        lines = [*about, say(f"draft-write-{case.kind}"), say("not-a-service-102")]
        return Screen(say(f"draft-write-title-{case.kind}"), lines, buttons=[*whom, leave])
    held_back = await drafts.kept_back(to.tx, messages)
    unnamed = "draft-send-unnamed-without-files-button" if held_back else "draft-send-unnamed-button"
    rows: list[list[Label]] = [
        [(say(unnamed), SendUnnamed(case.id))],
        [(say("draft-send-named-button"), SendNamed(case.id))],
        *whom,
        leave,
    ]
    return Screen(say("draft-title"), [*about, *preview_lines(to, messages, held_back)], buttons=rows)


def preview_lines(to: Addressee, messages: list[CaseMessage], held_back: list[CaseMessage]) -> list[str]:
    """What a draft holds, and what that means for a person who wants to stay unknown."""
    say = to.say
    lines = [say("draft-contents", kinds=contents(to, messages)), say("draft-add-more")]
    if any(each.body.kind in VOICES for each in messages):
        lines.append(say("draft-voice-is-known"))
    if any(each.body.kind in WITH_METADATA for each in messages if each not in held_back):
        lines.append(say("draft-files-cleaned"))
    if any(each.body.is_forwarded for each in messages):
        lines.append(say("draft-forwarded"))
    if held_back:
        lines.append(say("draft-kept-back", count=len(held_back)))
        lines += told_by_files(to, held_back)
        dangerous = any(each.emergency is Emergency.UXO for each in messages)
        lines.append(say("draft-ways-out-without-photo" if dangerous else "draft-ways-out"))
    return lines


def told_by_files(to: Addressee, held_back: list[CaseMessage]) -> list[str]:
    """What the officer may learn from a file that cannot be cleaned, where it goes with a name."""
    return [to.say("draft-files-tell")] if any(each.body.kind in WITH_METADATA for each in held_back) else []


def contents(to: Addressee, messages: list[CaseMessage]) -> str:
    """«текст, фото (2), голосове»."""
    counted = Counter(each.body.kind for each in messages)
    named = ((to.say(f"content-{kind}"), count) for kind, count in counted.items())
    return ", ".join(f"{name} ({count})" if count > 1 else name for name, count in named)


# Sending it.


async def send_unnamed(context: Context, button: SendUnnamed) -> None:
    await send(context, button.case_id, None)


async def ask_name(context: Context, button: SendNamed) -> None:
    if not await may_write(context):
        return
    await access.own_draft(context.tx, context.actor, button.case_id)
    await dialogs.begin(context.tx, context.actor, NamingSender(button.case_id))
    context.show(button)


async def draw_ask_name(to: Addressee, button: SendNamed) -> Screen:
    case = await draft_seen(to, button)
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
    name = on_one_line(message.body.text)[:NAME_LIMIT] if message.text and message.body else ""
    if message.text and not has_words(name):
        raise NotAName
    if name and emergency_in(name) is None:
        note_typed(context, message, case_id)
        await send(context, case_id, name)
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


async def draw_sent(to: Addressee, button: SentCase) -> Screen:
    case = await access.found_own(to.tx, button.case_id, to.person_id)
    if case is None or case.number is None:
        raise NotFound
    say = to.say
    lines = [say("case-number-is-internal"), say(f"case-what-next-{await who_reads(to, case)}")]
    if case.category is not Category.THANKS and case.answer_due is not None:
        lines.append(say("case-usual-answer", time=say.date(case.answer_due)))
    lines.append(say("not-a-service-102"))
    return Screen(say("case-sent", number=case.number), lines, buttons=[[(say("menu-cases-button"), MyCases(0))]])


async def who_reads(to: Addressee, case: Case) -> str:
    """Nobody reads that an officer has it when none has."""
    served = case.area_id is not None and await officers.of_area(to.tx, case.area_id)
    if not served:
        return "coordinator"
    return "thanks" if case.category is Category.THANKS else "officer"


# Throwing it away.


async def cancel(context: Context, button: CancelDraft) -> None:
    await drafts.cancel(context.tx, context.actor, button.case_id)
    dialog = context.actor.dialog
    if isinstance(dialog, OfDraft) and dialog.case_id == button.case_id:
        await dialogs.end(context.tx, context.actor)
    context.show(button)


async def draw_cancelled(to: Addressee, button: CancelDraft) -> Screen:
    say = to.say
    write: list[Label] = [(say("menu-report-button"), NewReport()), (say("menu-question-button"), NewQuestion())]
    return Screen(lines=[say("draft-cancelled")], buttons=[write, [(say("menu-cases-button"), MyCases(0))]])


async def cancel_typed(context: Context, dialog: CollectingDraft | NamingSender) -> bool:
    """The same, typed; False when the draft is not there any more."""
    draft = await open_draft(context)
    if draft is not None:
        await cancel(context, CancelDraft(draft))
    return draft is not None
