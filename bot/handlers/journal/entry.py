"""Writing down under which number the police registered the crime of which a case shows signs."""

from collections.abc import Sequence

from bot.domain.bodies import Kind
from bot.domain.case_letters import PromptDone
from bot.domain.case_refusals import CannotMove, TakenByAnother
from bot.domain.ids import CaseId
from bot.domain.journal import Entry, WritingEntry, WritingNoCrime, typed_entry, with_number
from bot.domain.kyiv import today
from bot.domain.letters import PlainText
from bot.domain.refusals import NotFound, OldButton
from bot.handlers.cases.buttons import DeskCase, History, LeaveIt
from bot.handlers.journal.buttons import CancelEntry, EntryDay, EntryToday, RemoveEntry, UnmarkCrime, WriteEntry
from bot.handlers.paging import back
from bot.services import journal
from bot.services.cases import access
from bot.storage import dialogs
from bot.storage.copies import add_prompt
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.rendering import Addressee, Sent
from bot.surface.screens import Label, Screen


async def ask(context: Context, button: WriteEntry) -> None:
    case, _ = await journal.registrable(context.tx, context.actor, button.case_id)
    await dialogs.begin(context.tx, context.actor, WritingEntry(case.id))
    context.show(button, as_new=True)


async def draw_ask(to: Addressee, button: WriteEntry) -> Screen:
    case = await access.seen_at_desk(to.tx, to.person_id, button.case_id)
    say, known = to.say, await journal.entry(to.tx, case)
    lines = [say("journal-ask"), say("journal-for-desk")]
    rows: list[list[Label]] = []
    if known is not None:
        lines.insert(0, say("case-journal", number=known.number, day=f"{known.day:%d.%m.%Y}"))
        rows.append([(say("journal-remove-button"), RemoveEntry(case.id))])
    rows.append([(say("cancel-button"), CancelEntry(case.id))])
    return Screen(case.number or "", lines, buttons=rows)


async def draw_ask_day(to: Addressee, button: EntryDay) -> Screen:
    case = await access.seen_at_desk(to.tx, to.person_id, button.case_id)
    rows: list[list[Label]] = [
        [(to.say("journal-today-button"), EntryToday(case.id))],
        [(to.say("cancel-button"), CancelEntry(case.id))],
    ]
    return Screen(case.number or "", [to.say("journal-ask-day")], buttons=rows)


async def prompt_sent(to: Addressee, button: WriteEntry | EntryDay | UnmarkCrime, sent: Sequence[Sent]) -> None:
    for each in sent:
        add_prompt(to.tx, to.chat_id, each.message_id, button.case_id, to.thread_id)


async def take(context: Context, message: PrivateMessage, dialog: WritingEntry) -> None:
    """The number with its day; or the number first, and then the day."""
    text = message.body.text if message.body is not None and message.body.kind is Kind.TEXT else ""
    now = today(context.tx.now)
    found = with_number(dialog.number, text, now) if dialog.number else typed_entry(text, now)
    try:
        await journal.registrable(context.tx, context.actor, dialog.case_id)
    except (NotFound, TakenByAnother, CannotMove) as refusal:
        await dialogs.end(context.tx, context.actor)
        context.tell(PromptDone(dialog.case_id, said=False))
        context.tell(PlainText(refusal.key))
        return
    if isinstance(found, Entry):
        await write(context, dialog.case_id, found)
    else:
        await dialogs.begin(context.tx, context.actor, WritingEntry(dialog.case_id, found))
        context.show(EntryDay(dialog.case_id), as_new=True)


async def write_today(context: Context, button: EntryToday) -> None:
    dialog = writing(context, button.case_id)
    if not dialog.number:
        raise OldButton
    await write(context, dialog.case_id, Entry(dialog.number, today(context.tx.now)))


async def write(context: Context, case_id: CaseId, entry: Entry) -> None:
    await journal.write(context.tx, context.actor, case_id, entry)
    await dialogs.end(context.tx, context.actor)
    context.tell(PromptDone(case_id, said=True, says="journal-noted"))


async def remove(context: Context, button: RemoveEntry) -> None:
    await journal.remove(context.tx, context.actor, button.case_id)
    await dialogs.leave(context.tx, context.actor, WritingEntry)
    context.show(button)


async def draw_removed(to: Addressee, button: RemoveEntry) -> Screen:
    case = await access.seen_at_desk(to.tx, to.person_id, button.case_id)
    lines = [to.say("journal-removed")]
    return Screen(case.number or "", lines, buttons=[*back(to, DeskCase(case.id))])


def writing(context: Context, case_id: CaseId) -> WritingEntry:
    """The open dialog about this case. Raises OldButton."""
    dialog = context.actor.dialog
    if not isinstance(dialog, WritingEntry) or dialog.case_id != case_id:
        raise OldButton
    return dialog


async def cancel(context: Context, button: CancelEntry) -> None:
    dialog = context.actor.dialog
    if not isinstance(dialog, WritingEntry | WritingNoCrime) or dialog.case_id != button.case_id:
        raise OldButton
    await dialogs.end(context.tx, context.actor)
    context.show(button)


async def draw_cancelled(to: Addressee, button: CancelEntry) -> Screen:
    case = await access.seen_at_desk(to.tx, to.person_id, button.case_id)
    return Screen(lines=[to.say("cancelled")], buttons=[[(to.say("desk-history-button"), History(case.id))]])


async def leave(context: Context, dialog: WritingEntry | WritingNoCrime) -> bool:
    """«Скасувати», typed."""
    await dialogs.end(context.tx, context.actor)
    context.tell(PromptDone(dialog.case_id, said=False))
    context.show(LeaveIt())
    return True
