"""What a resident does with cases: writes, previews, sends; reads them again, adds, closes, reopens, rates."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

from telegram import Message

from bot.domain.bodies import Body, on_one_line
from bot.domain.case_dialogs import AddingToCase, CollectingDraft, CommentingRating, NamingSender, OfDraft
from bot.domain.case_letters import DraftShown, Hidden, WordsAgain
from bot.domain.cases import Category, Kind, OwnCase, Status
from bot.domain.emergencies import emergency_in
from bot.domain.ids import CaseId, NoticeId
from bot.domain.letters import PersonAt, PlainText, ResidentOf
from bot.domain.refusals import Refusal
from bot.handlers.cases.buttons import (
    AddTo,
    CancelDraft,
    ChooseCategory,
    CloseOwn,
    Comment,
    EmergencyCard,
    HideWords,
    NewQuestion,
    NewReport,
    OpenCase,
    OpenWords,
    Preview,
    Rate,
    Reopen,
    SendNamed,
    SendUnnamed,
    SentCase,
)
from bot.handlers.cases.letters import PREVIEW
from bot.handlers.cases.ready import is_unread, ready, turn_away
from bot.handlers.subscriptions.buttons import AskAbout
from bot.services import queue, subscriptions
from bot.services.cases import access, drafts, moves, talk
from bot.storage import cases as stored
from bot.storage import dialogs
from bot.storage.copies import Found, add_copy
from bot.telegram.bodies import body_of, is_own_contact, written
from bot.telegram.context import Context

NAME_LIMIT = 100
WARNED_FOR = timedelta(minutes=10)  # a card is not shown again while the talk is about the same


class CannotPassOn(Refusal):
    """A poll, a game, a story: nothing the other side could be shown."""

    key = "case-cannot-pass-on"


class OwnContact(Refusal):
    """By the number on one's own contact Telegram may show the account, which stays unknown also beside a name."""

    key = "case-own-contact"


# Writing.


async def report(context: Context) -> None:
    """The label of the menu."""
    if await ready(context):
        context.show(NewReport())


async def question(context: Context) -> None:
    """The label of the menu."""
    if await ready(context):
        await begin(context, Kind.QUESTION, None)


async def choose_category(context: Context, button: NewReport) -> None:
    if await ready(context):
        context.show(button)


async def begin_report(context: Context, button: ChooseCategory) -> None:
    if not await ready(context):
        return
    if button.category.emergency_first and not button.warned:
        context.show(button)
        return
    await begin(context, Kind.REPORT, button.category)


async def begin_question(context: Context, button: NewQuestion) -> None:
    await question(context)


async def ask_about(context: Context, button: AskAbout) -> None:
    """A question to a notice, which stays as it is; to a discreet one it is kept as discreetly."""
    if not await ready(context):
        return
    notice = await subscriptions.received(context.tx, context.actor, button.notice_id)
    context.turn.pressed = None
    await begin(context, Kind.QUESTION, Category.DOMESTIC if notice.topic.discreet else None, notice.id)


async def begin(context: Context, kind: Kind, category: Category | None, notice_id: NoticeId | None = None) -> CaseId:
    """Open a draft, and a dialog that collects what comes next. What an open draft holds already stays in it."""
    case_id = await open_draft(context)
    fresh = case_id is None
    if case_id is None:
        case_id = await drafts.begin(context.tx, context.actor, kind, category, notice_id)
    else:
        await drafts.change_subject(context.tx, context.actor, case_id, kind, category, notice_id)
    await dialogs.begin(context.tx, context.actor, CollectingDraft(case_id))
    show_draft(context, case_id, anew=not fresh)
    return case_id


async def open_draft(context: Context) -> CaseId | None:
    """The draft that the person is in the middle of."""
    dialog = context.actor.dialog
    if not isinstance(dialog, CollectingDraft | NamingSender):
        return None
    draft = await stored.own(context.tx, dialog.case_id, context.actor.person_id)
    return draft.id if draft and draft.status is Status.DRAFT else None


def show_draft(context: Context, case_id: CaseId, *, anew: bool = False, after_card: bool = False) -> None:
    """Its preview, in place of the pressed screen, else (or `anew`) below all else; there is one of it in the chat.

    One that waits already is enough, but not where a card has to come before it.
    """
    pressed = context.turn.pressed
    if pressed is not None and pressed.message is not None:
        add_copy(context.tx, context.actor.chat_id, pressed.message.message_id, case_id, None, piece=PREVIEW)
        if not anew:
            context.show(Preview(case_id))
            return
    once = None if after_card else f"draft:{case_id}"
    context.tx.outbox.tell(PersonAt(context.actor.person_id), DraftShown(case_id), dedupe=once)


async def collect(context: Context, message: Message, dialog: CollectingDraft) -> None:
    if is_unread(context.actor):
        await turn_away(context, message)
    else:
        await collect_words(context, message, dialog.case_id)


async def collect_words(context: Context, message: Message, case_id: CaseId) -> None:
    warned = await put_in(context, message, case_id)
    show_draft(context, case_id, after_card=warned)


async def put_in(context: Context, message: Message, case_id: CaseId) -> bool:
    """Put a message into a draft; whether it was warned of an emergency first.

    Raises NotFound, CannotPassOn, OwnContact.
    """
    body = passable(message)
    async with warned_first(context, message, case_id, body) as warned:
        message_id = await drafts.add(context.tx, context.actor, case_id, body, message.date, message.media_group_id)
        add_copy(context.tx, context.actor.chat_id, message.message_id, case_id, message_id)
        say_of_live_place(context, message)
    return warned


def passable(message: Message) -> Body:
    """What a resident's message says. Raises CannotPassOn, OwnContact."""
    if is_own_contact(message):
        raise OwnContact
    body = body_of(message)
    if body is None:
        raise CannotPassOn
    return body


@asynccontextmanager
async def warned_first(context: Context, message: Message, case_id: CaseId, body: Body) -> AsyncIterator[bool]:
    """Around what is done with a message: whom to call comes first, and comes also where the message is refused.

    A refusal that is raised takes the card back with all else, so beside a card it is told instead; and once for an
    album, whose other parts go on. What stands inside refuses before it changes anything.
    """
    warned = await warn(context, case_id, body)
    try:
        yield warned
    except Refusal as refusal:
        album = message.media_group_id
        if not warned and album is None:
            raise
        context.turn.facts["refusal"] = type(refusal).__name__
        context.tell(PlainText(refusal.key, refusal.values), once=f"{refusal.key}:{album}" if album else None)


async def warn(context: Context, case_id: CaseId, body: Body) -> bool:
    """Show whom to call, if the words tell of an emergency that was not just spoken of; whether it was shown."""
    found = emergency_in(body.text)
    if found is None:
        return False
    before = await stored.said_since(context.tx, case_id, context.tx.now - WARNED_FOR)
    if any(emergency_in(each.body.text) is found for each in before):
        return False
    context.show(EmergencyCard(found, kept=True), anew=True)
    return True


def say_of_live_place(context: Context, message: Message) -> None:
    if message.location is not None and "live_period" in message.location.to_dict():
        context.tell(PlainText("case-place-not-followed"))


async def take_name(context: Context, message: Message, dialog: NamingSender) -> None:
    """The name that was asked for; anything else goes into the draft, and the name is asked for again.

    A call for help is no name.
    """
    case_id = dialog.case_id
    if is_unread(context.actor):
        await turn_away(context, message)
        return
    name = on_one_line(written(message)[0])[:NAME_LIMIT] if message.text else ""
    if name and emergency_in(name) is None:
        await send(context, case_id, name)
        return
    await put_in(context, message, case_id)
    context.show(SendNamed(case_id))


async def preview(context: Context, button: Preview) -> None:
    """Back to the draft."""
    if not await ready(context):
        return
    await access.own_draft(context.tx, context.actor, button.case_id)
    await dialogs.begin(context.tx, context.actor, CollectingDraft(button.case_id))
    show_draft(context, button.case_id)


async def send_unnamed(context: Context, button: SendUnnamed) -> None:
    await send(context, button.case_id, None)


async def ask_name(context: Context, button: SendNamed) -> None:
    if not await ready(context):
        return
    await access.own_draft(context.tx, context.actor, button.case_id)
    await dialogs.begin(context.tx, context.actor, NamingSender(button.case_id))
    context.show(button)


async def send(context: Context, case_id: CaseId, name: str | None) -> None:
    if not await ready(context):
        return
    case = await drafts.send(context.tx, context.actor, case_id, name)
    await dialogs.end(context.tx, context.actor)
    context.turn.facts["case"] = case.number or ""
    if context.turn.pressed is not None:
        context.show(SentCase(case.id))
    else:
        context.tell(DraftShown(case.id))


async def cancel(context: Context, button: CancelDraft) -> None:
    await drafts.cancel(context.tx, context.actor, button.case_id)
    dialog = context.actor.dialog
    if isinstance(dialog, OfDraft) and dialog.case_id == button.case_id:
        await dialogs.end(context.tx, context.actor)
    context.show(button)


async def cancel_typed(context: Context, dialog: CollectingDraft | NamingSender) -> bool:
    """The same in words; False when the draft is not there any more."""
    draft = await open_draft(context)
    if draft is not None:
        await cancel(context, CancelDraft(draft))
    return draft is not None


# A case that was sent.


async def follow_up(context: Context, message: Message, case: OwnCase, reply_to: Found | None) -> None:
    """A message to one's own case, or to a draft by a reply to what it holds."""
    if case.status is Status.DRAFT:
        await collect_words(context, message, case.id)
        return
    body = passable(message)
    async with warned_first(context, message, case.id, body):
        message_id = await talk.resident_says(
            context.tx,
            case,
            body,
            message.date,
            album=message.media_group_id,
            reply_to=reply_to.case_message_id if reply_to else None,
        )
        add_copy(context.tx, context.actor.chat_id, message.message_id, case.id, message_id)
        say_of_live_place(context, message)
    context.turn.facts["case"] = case.number or ""


async def add_to(context: Context, button: AddTo) -> None:
    await access.own_case(context.tx, context.actor, button.case_id)
    await dialogs.begin(context.tx, context.actor, AddingToCase(button.case_id))
    context.show(button)


async def add_words(context: Context, message: Message, dialog: AddingToCase) -> None:
    await follow_up(context, message, await access.own_case(context.tx, context.actor, dialog.case_id), None)


async def open_case(context: Context, button: OpenCase) -> None:
    """A person who looks at the case is done with adding to it, and with the text to a rating."""
    await dialogs.leave(context.tx, context.actor, AddingToCase, CommentingRating)
    context.show(button)


async def open_words(context: Context, button: OpenWords) -> None:
    message = await talk.own_message(context.tx, context.actor, button.message_id)
    context.tx.outbox.tell(ResidentOf(message.case_id), WordsAgain(message.id))


async def hide_words(context: Context, button: HideWords) -> None:
    message = await talk.own_message(context.tx, context.actor, button.message_id)
    context.tx.outbox.tell(ResidentOf(message.case_id), Hidden(message.id))


async def close(context: Context, button: CloseOwn) -> None:
    case = await moves.close_own(context.tx, context.actor, button.case_id)
    context.show(OpenCase(case.id))


async def reopen(context: Context, button: Reopen) -> None:
    case = await queue.reopen(context.tx, context.actor, button.case_id)
    context.show(OpenCase(case.id))


async def rate(context: Context, button: Rate) -> None:
    case = await moves.rate(context.tx, context.actor, button.case_id, button.rating)
    await dialogs.begin(context.tx, context.actor, CommentingRating(case.id))
    context.show(Comment(case.id))


async def take_comment(context: Context, message: Message, dialog: CommentingRating) -> None:
    body, case_id = passable(message), dialog.case_id
    async with warned_first(context, message, case_id, body):
        await talk.comment(context.tx, context.actor, case_id, body, message.date)
        await dialogs.end(context.tx, context.actor)
        context.tell(PlainText("case-comment-passed-on"))
