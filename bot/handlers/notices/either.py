"""What the author of a notice that was sent, or a coordinator of all that it is for, does with it."""

from telegram import Message

from bot.domain.dialogs import Data
from bot.domain.ids import NoticeId
from bot.domain.languages import Language
from bot.domain.notices import FLOW, Act, Notice, NoticeRead, NoWords, with_words
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
from bot.services.notices import moves
from bot.services.notices.access import acted, seen
from bot.storage import dialogs
from bot.storage import notices as stored
from bot.storage.subscriptions import received
from bot.telegram.bodies import body_of
from bot.telegram.context import Context

CORRECTING = "correcting"  # the step of the dialog that takes other words
NOTICE, LANGUAGE, WORDS, SOURCE = "notice", "language", "words", "source"  # what it holds


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
    await hold(context, button.notice_id, button.language)
    context.show(button, anew=True)


async def hold(context: Context, notice_id: NoticeId, language: Language, said: Data | None = None) -> None:
    """`said`: the words, and the message that they came in."""
    until = context.tx.now + context.tx.policy.cases.draft_kept
    data = {NOTICE: notice_id, LANGUAGE: language.value, **(said or {})}
    await dialogs.begin(context.tx, context.actor, FLOW, CORRECTING, data, until)


async def take_correction(context: Context, message: Message, notice_id: NoticeId) -> None:
    dialog, body = context.actor.dialog, body_of(message)
    if dialog is None or body is None:
        raise NoWords
    language = Language(str(dialog.data[LANGUAGE]))
    await acted(context.tx, context.actor, notice_id, Act.CORRECT)
    with_words(await stored.content(context.tx, notice_id), language, body)
    words = dialogs.BODY.dump_json(body).decode()
    await hold(context, notice_id, language, {WORDS: words, SOURCE: message.message_id})
    context.show(SendCorrection(notice_id, language))


async def send_correction(context: Context, button: SendCorrection) -> None:
    """Raises OldButton where these are not the words that were shown."""
    dialog = context.actor.dialog
    if dialog is None or dialog.flow != FLOW or dialog.data.get(NOTICE) != button.notice_id:
        raise OldButton
    words = dialog.data.get(WORDS)
    if not words or dialog.data.get(LANGUAGE) != button.language.value:
        raise NotFound
    body = dialogs.BODY.validate_json(str(words))
    notice = await moves.correct(context.tx, context.actor, button.notice_id, button.language, body)
    await dialogs.end(context.tx, context.actor)
    show_standing(context, notice)
