"""What the author of a notice that was sent, or a coordinator of all that it is for, does with it."""

from dataclasses import replace

from telegram import Message

from bot.domain.notices import Act, Notice, NoticeRead, NoWords, with_words
from bot.domain.refusals import NotFound, OldButton
from bot.handlers.notices.buttons import (
    AskFound,
    AskWithdrawal,
    Correct,
    Found,
    NoticePage,
    Pause,
    ReadNotice,
    Resume,
    SendCorrection,
    TakeBack,
    Withdraw,
)
from bot.handlers.notices.dialogs import CorrectingNotice
from bot.services.notices import moves
from bot.services.notices.access import acted, seen
from bot.storage import dialogs
from bot.storage import notices as stored
from bot.storage.subscriptions import received
from bot.telegram.bodies import body_of
from bot.telegram.context import Context


def show_standing(context: Context, notice: Notice) -> None:
    """How the notice stands now, in place of what was pressed; its author's live message follows by itself."""
    pressed = context.turn.pressed
    shown_in = pressed.message.message_id if pressed and pressed.message else None
    if shown_in is not None and shown_in == notice.progress_message_id and notice.person_id == context.actor.person_id:
        moves.show(context.tx, notice)
    else:
        context.show(NoticePage(notice.id))


async def open_notice(context: Context, button: NoticePage) -> None:
    await seen(context.tx, context.actor.person_id, button.notice_id)
    context.show(button)


async def read(context: Context, button: ReadNotice) -> None:
    """Also for whoever it was told to."""
    if not await received(context.tx, button.notice_id, context.actor.person_id):
        await seen(context.tx, context.actor.person_id, button.notice_id)
    context.tell(NoticeRead(button.notice_id))


async def pause(context: Context, button: Pause) -> None:
    show_standing(context, await moves.pause(context.tx, context.actor, button.notice_id))


async def resume(context: Context, button: Resume) -> None:
    show_standing(context, await moves.resume(context.tx, context.actor, button.notice_id))


async def take_back(context: Context, button: TakeBack) -> None:
    notice = await moves.take_back(context.tx, context.actor, button.notice_id)
    context.answer(context.say("notice-is-draft-again"))
    show_standing(context, notice)


async def ask_withdrawal(context: Context, button: AskWithdrawal) -> None:
    """Asked in a message of its own: the live one changes by itself."""
    await acted(context.tx, context.actor, button.notice_id, Act.WITHDRAW)
    context.show(button, anew=True)


async def withdraw(context: Context, button: Withdraw) -> None:
    show_standing(context, await moves.withdraw(context.tx, context.actor, button.notice_id))


async def ask_found(context: Context, button: AskFound) -> None:
    await acted(context.tx, context.actor, button.notice_id, Act.FIND)
    context.show(button, anew=True)


async def found(context: Context, button: Found) -> None:
    show_standing(context, await moves.find(context.tx, context.actor, button.notice_id))


# A correction.


async def correct(context: Context, button: Correct) -> None:
    """The next message is what it says instead."""
    await acted(context.tx, context.actor, button.notice_id, Act.CORRECT)
    await dialogs.begin(context.tx, context.actor, CorrectingNotice(button.notice_id, button.language))
    context.show(button, anew=True)


async def take_correction(context: Context, message: Message, dialog: CorrectingNotice) -> None:
    body, notice_id, language = body_of(message), dialog.notice_id, dialog.language
    if body is None:
        raise NoWords
    await acted(context.tx, context.actor, notice_id, Act.CORRECT)
    with_words(await stored.content(context.tx, notice_id), language, body)
    await dialogs.begin(context.tx, context.actor, replace(dialog, body=body, source=message.message_id))
    context.show(SendCorrection(notice_id, language))


async def edit_correction(context: Context, message: Message, dialog: CorrectingNotice) -> bool:
    """The message that holds a correction was changed by its author before it was sent; False for any other."""
    if dialog.source != message.message_id:
        return False
    await take_correction(context, message, dialog)
    return True


async def send_correction(context: Context, button: SendCorrection) -> None:
    """Raises OldButton where this is not the text that was shown."""
    dialog = context.actor.dialog
    if not isinstance(dialog, CorrectingNotice) or dialog.notice_id != button.notice_id:
        raise OldButton
    if dialog.body is None or dialog.language is not button.language:
        raise NotFound
    notice = await moves.correct(context.tx, context.actor, button.notice_id, button.language, dialog.body)
    await dialogs.end(context.tx, context.actor)
    show_standing(context, notice)
