"""What did not arrive, and that the person who said it is told so: a message, a file of it, a change of it.

Every letter that carries what somebody said has a `failed` of these.
"""

from bot.domain.case_letters import (
    Album,
    CaseMoved,
    DangerMentioned,
    EditedText,
    EditNotShown,
    FileNotDelivered,
    FileNotPassed,
    MessageText,
    MoreMessages,
    NotDelivered,
    TextAgain,
)
from bot.domain.cases import CaseMessage, Side
from bot.domain.ids import CaseMessageId, FileId
from bot.domain.letters import Party, PlainText, ResidentOf
from bot.handlers.cases.cards import message_seen, sender_of
from bot.services.cases import access, talk
from bot.storage import case_messages
from bot.storage import cases as stored_cases
from bot.storage.copies import copies_of, is_current
from bot.surface.outgoing import Effect, Show
from bot.surface.rendering import Addressee, Lack
from bot.surface.screens import Screen

# A message.


async def text_failed(to: Addressee, letter: MessageText) -> None:
    """Their sender is notified; what the desk could not get through is recorded in the case."""
    message = await case_messages.by_id(to.tx, letter.message_id)
    if message is None:
        return
    case_id, side, officer_id = message.case_id, message.direction, message.officer_id
    to.tx.outbox.tell(
        sender_of(side, case_id, officer_id), NotDelivered(message.id), dedupe=f"not-delivered:{message.id}"
    )
    if side is not Side.RESIDENT:
        await talk.note_undelivered(to.tx, message)


async def album_failed(to: Addressee, letter: Album) -> None:
    parts = await case_messages.album_parts(to.tx, letter.case_id, letter.album)
    if parts:
        await text_failed(to, MessageText(parts[0].id))


async def moved_failed(to: Addressee, letter: CaseMoved) -> None:
    """The text that came with a move: the reason of a decline, the comment on a rating."""
    event = await stored_cases.event(to.tx, letter.event_id)
    if event is not None and event.case_message_id is not None:
        await text_failed(to, MessageText(event.case_message_id))


async def danger_failed(to: Addressee, letter: DangerMentioned) -> None:
    await text_failed(to, MessageText(letter.message_id))


async def more_failed(to: Addressee, letter: MoreMessages) -> None:
    """It stands for messages that were not sent one by one."""
    message_id = await case_messages.newest_undelivered(to.tx, letter.case_id)
    if message_id is not None and not isinstance(to.party, ResidentOf):
        await text_failed(to, MessageText(message_id))


def tell_reason_failed(to: Addressee, writer: Party, number: str | None) -> None:
    """A reason that is no message of the case has not arrived."""
    letter = PlainText("reason-not-delivered", {"number": number or ""})
    to.tx.outbox.tell(writer, letter, dedupe=f"{letter.key}:{number}")


async def render_not_delivered(to: Addressee, letter: NotDelivered) -> list[Effect]:
    """A reply to one's own message that reached nobody: its sender must not believe that it did."""
    message = await case_messages.by_id(to.tx, letter.message_id)
    case = await access.named(to.tx, message.case_id) if message else None
    if message is None or case is None or case.number is None:
        return []
    if message.delivered_at is not None:
        return []  # one officer of several has it
    if message.direction is Side.RESIDENT and await stored_cases.is_with_coordinators(to.tx, case.id):
        return []
    copies = await copies_of(to.tx, message.case_id, to.chat_id, message.id)
    screen = Screen(lines=[to.say("case-not-delivered", number=case.number)])
    return [Show(screen, reply_to=copies[0].message_id if copies else None)]


# Its file: Telegram does not take it for the other side, or it may not be passed on.


async def file_refused(to: Addressee, message_id: CaseMessageId, lack: Lack) -> None:
    """Its sender is notified: a message counts as arrived by its text, and where it has none, not at all."""
    message = await case_messages.by_id(to.tx, message_id)
    if message is None:
        return
    sender = sender_of(message.direction, message.case_id, message.officer_id)
    letter = FileNotDelivered(message.id, lack is Lack.UNWANTED)
    to.tx.outbox.tell(sender, letter, dedupe=f"file-not-delivered:{message.id}")
    if message.body.text:
        case_messages.note_delivered(to.tx, message.id)
    elif message.direction is not Side.RESIDENT:
        await talk.note_undelivered(to.tx, message)


async def render_file_not_delivered(to: Addressee, letter: FileNotDelivered) -> list[Effect]:
    """A reply to one's own message, whose file the other side does not have; that of its text is said."""
    message = await case_messages.by_id(to.tx, letter.message_id)
    case = await access.named(to.tx, message.case_id) if message else None
    if message is None or case is None or case.number is None:
        return []
    lines = [to.say("file-not-delivered", what=to.say(f"content-{message.body.kind}"))]
    if message.body.text:
        lines.append(to.say("file-fault-text-passed"))
    lines.append(to.say("file-unwanted" if letter.unwanted else "file-refused"))
    copies = await copies_of(to.tx, message.case_id, to.chat_id, message.id)
    return [Show(Screen(case.number, lines), reply_to=copies[0].message_id if copies else None)]


async def file_lost(to: Addressee, letter: MessageText | Album | TextAgain | EditedText, file_id: FileId) -> None:
    """Its sender is notified; the message goes without it."""
    message = await message_with(to, letter, file_id)
    if message is not None:
        sender = sender_of(message.direction, message.case_id, message.officer_id)
        to.tx.outbox.tell(sender, FileNotPassed(message.id), dedupe=f"file:{file_id}")


async def message_with(
    to: Addressee, letter: MessageText | Album | TextAgain | EditedText, file_id: FileId
) -> CaseMessage | None:
    """Which of the messages that a letter shows has this file."""
    if not isinstance(letter, Album):
        message = await case_messages.by_id(to.tx, letter.message_id)
        if message is None or message.album is None or not isinstance(letter, TextAgain):
            return message
        letter = Album(message.case_id, message.album)
    parts = await case_messages.album_parts(to.tx, letter.case_id, letter.album)
    return next((part for part in parts if part.body.file is not None and part.body.file.id == file_id), None)


async def render_file_not_passed(to: Addressee, letter: FileNotPassed) -> list[Effect]:
    """A reply to one's own message, to which the file belongs."""
    view = await message_seen(to, letter.message_id)
    if view is None or view.body.file is None or view.body.file.fault is None:
        return []
    side = "resident" if isinstance(to.party, ResidentOf) else "desk"
    lines = [to.say(f"file-fault-{view.body.file.fault}"), to.say(f"file-instead-{side}")]
    if view.body.text:
        lines.insert(1, to.say("file-fault-text-passed"))
    copies = await copies_of(to.tx, view.case_id, to.chat_id, view.id)
    return [Show(Screen(view.number, lines), reply_to=copies[0].message_id if copies else None)]


# A change of it.


async def edited_failed(to: Addressee, letter: EditedText) -> None:
    message = await case_messages.by_id(to.tx, letter.message_id)
    if message is not None:
        sender = sender_of(message.direction, message.case_id, message.officer_id)
        to.tx.outbox.tell(sender, EditNotShown(message.id), dedupe=f"edit-not-shown:{message.id}")


async def render_edit_not_shown(to: Addressee, letter: EditNotShown) -> list[Effect]:
    """A reply to one's own message; not where somebody has read by now what it says."""
    message = await case_messages.by_id(to.tx, letter.message_id)
    case = await access.named(to.tx, message.case_id) if message else None
    if message is None or case is None or case.number is None:
        return []
    by_resident = message.direction is Side.RESIDENT
    if await is_current(to.tx, message) or (by_resident and await stored_cases.is_with_coordinators(to.tx, case.id)):
        return []
    copies = await copies_of(to.tx, message.case_id, to.chat_id, message.id)
    screen = Screen(lines=[to.say("case-edit-not-shown", number=case.number)])
    return [Show(screen, reply_to=copies[0].message_id if copies else None)]
