"""Writing a note at a case's desk. Nothing here looks like an answer, so that nobody takes one for the other."""

from collections.abc import Sequence

from bot.domain.bodies import Kind
from bot.domain.case_refusals import CannotMove, Erased, TakenByAnother
from bot.domain.cases import Case
from bot.domain.ids import CaseId
from bot.domain.letters import PlainText
from bot.domain.notes import NoteIsNoText, NotePromptDone, WritingNote, readers_of
from bot.domain.refusals import NotFound, OldButton
from bot.handlers.cases.buttons import History, LeaveIt
from bot.handlers.notes.buttons import CancelNote, DeleteNote, KeptNote, WriteNote
from bot.services.cases import access, notes
from bot.storage import dialogs
from bot.storage.copies import NOTE_PROMPT, NOTED, Copy, add_copy, add_prompt, copies_in, forget_copies
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.outgoing import Effect, Held, Remove
from bot.surface.rendering import Addressee, Sent
from bot.surface.screens import Screen


async def ask(context: Context, button: WriteNote) -> None:
    case, _ = await notes.notable(context.tx, context.actor, button.case_id)
    await dialogs.begin(context.tx, context.actor, WritingNote(case.id))
    context.show(button, as_new=True)


async def draw_prompt(to: Addressee, button: WriteNote) -> Screen:
    case = await access.seen_at_desk(to.tx, to.person_id, button.case_id)
    return Screen(title(to, case), [to.say("note-prompt")], buttons=[[(to.say("cancel-button"), CancelNote(case.id))]])


def title(to: Addressee, case: Case) -> str:
    """It does not begin with the number: an answer to what does would go to the resident."""
    return to.say("note-title", readers=readers_of(case), number=case.number or "")


async def prompt_sent(to: Addressee, button: WriteNote, sent: Sequence[Sent]) -> None:
    for each in sent:
        add_prompt(to.tx, to.chat_id, each.message_id, button.case_id, to.thread_id, NOTE_PROMPT)


async def take(context: Context, message: PrivateMessage, dialog: WritingNote) -> None:
    """What is written next. Where the case takes no note any more, that is said: it becomes nothing else."""
    words, case_id = words_of(message), dialog.case_id
    await dialogs.end(context.tx, context.actor)
    context.tell(NotePromptDone(case_id))
    context.turn.facts["case_id"] = case_id
    try:
        note_id = await notes.add(context.tx, context.actor, case_id, words, message.message_id)
    except (NotFound, TakenByAnother, CannotMove, Erased):
        context.tell(PlainText("note-not-kept"))
        return
    chat_id, sent_at = context.actor.chat_id, message.sent_at
    add_copy(context.tx, chat_id, message.message_id, case_id, None, piece=NOTED, sent_at=sent_at)
    context.show(KeptNote(case_id, note_id), as_new=True)


def words_of(message: PrivateMessage) -> str:
    """Raises NoteIsNoText."""
    if message.body is None or message.body.kind is not Kind.TEXT:
        raise NoteIsNoText
    return message.body.text


async def draw_kept(to: Addressee, button: KeptNote) -> Screen:
    case = await access.seen_at_desk(to.tx, to.person_id, button.case_id)
    kept = await notes.written_by(to.tx, to.person_id, button.note_id)
    history = (to.say("desk-history-button"), History(case.id))
    if kept is None or kept.case_id != case.id:
        return Screen(title(to, case), [to.say("note-deleted")], buttons=[[history]])
    delete = (to.say("note-delete-button"), DeleteNote(case.id, kept.id))
    return Screen(title(to, case), [to.say("note-kept")], buttons=[[delete, history]])


async def delete(context: Context, button: DeleteNote) -> None:
    await notes.delete(context.tx, context.actor, button.case_id, button.note_id)
    context.show(KeptNote(button.case_id, button.note_id))


async def edit(context: Context, message: PrivateMessage) -> bool:
    """The note that this message says changes with it. False where it says none."""
    said = await notes.said_as(context.tx, context.actor, message.message_id)
    if said is None:
        return False
    await notes.edit(context.tx, context.actor, said, words_of(message))
    return True


# The prompt, and what becomes of it.


async def cancel(context: Context, button: CancelNote) -> None:
    dialog = context.actor.dialog
    if not isinstance(dialog, WritingNote) or dialog.case_id != button.case_id:
        raise OldButton
    await dialogs.end(context.tx, context.actor)
    context.show(button)


async def draw_cancelled(to: Addressee, button: CancelNote) -> Screen:
    return Screen(lines=[to.say("cancelled")])


async def leave(context: Context, dialog: WritingNote) -> bool:
    """«Скасувати», typed."""
    await dialogs.end(context.tx, context.actor)
    context.tell(NotePromptDone(dialog.case_id))
    context.show(LeaveIt())
    return True


async def render_prompt_done(to: Addressee, letter: NotePromptDone) -> Sequence[Effect]:
    return [Remove([Held(copy.message_id, copy.sent_at) for copy in await prompts_in(to, letter.case_id)])]


async def prompt_done_sent(to: Addressee, letter: NotePromptDone, sent: Sequence[Sent]) -> None:
    gone = [copy.message_id for copy in await prompts_in(to, letter.case_id)]
    await forget_copies(to.tx, to.chat_id, gone)


async def prompts_in(to: Addressee, case_id: CaseId) -> list[Copy]:
    """Of this thread alone."""
    copies = await copies_in(to.tx, case_id, to.chat_id)
    return [copy for copy in copies if copy.piece == NOTE_PROMPT and copy.thread_id == to.thread_id]
