"""Correcting a notice that was sent."""

from dataclasses import replace

from bot.domain.languages import Language
from bot.domain.notices import Act, NoText, with_words
from bot.domain.refusals import NotFound, OldButton
from bot.handlers.notices import form
from bot.handlers.notices.buttons import Correct, NoticePage, SendCorrection
from bot.handlers.notices.dialogs import CorrectingNotice
from bot.handlers.notices.lists import home
from bot.handlers.notices.sent import show_standing
from bot.handlers.paging import back
from bot.services.notices import moves
from bot.services.notices.access import acted, seen
from bot.storage import dialogs
from bot.storage import notices as stored_notices
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.rendering import Addressee
from bot.surface.rich import Rich
from bot.surface.screens import Label, Screen


async def correct(context: Context, button: Correct) -> None:
    """The next message is what it says instead."""
    await acted(context.tx, context.actor, button.notice_id, Act.CORRECT)
    await dialogs.begin(context.tx, context.actor, CorrectingNotice(button.notice_id, button.language))
    context.show(button, as_new=True)


async def draw_correct(to: Addressee, button: Correct) -> Screen:
    notice, _ = await seen(to.tx, to.person_id, button.notice_id)
    say, content = to.say, await stored_notices.content(to.tx, notice.id)
    rows = back(to, NoticePage(notice.id))
    if Language.EN in content.words:
        other = Language.EN if button.language is Language.UK else Language.UK
        rows.insert(0, [(say("notice-correct-other-button", language=other.value), Correct(notice.id, other))])
    lines = [say("notice-write-correction", language=button.language.value)]
    now = content.in_language(button.language)
    return Screen(say("notice-correct-title"), lines, Rich(now.text, now.entities), rows)


async def take_correction(context: Context, message: PrivateMessage, dialog: CorrectingNotice) -> None:
    body, notice_id, language = message.body, dialog.notice_id, dialog.language
    if body is None:
        raise NoText
    await acted(context.tx, context.actor, notice_id, Act.CORRECT)
    with_words(await stored_notices.content(context.tx, notice_id), language, body)
    await dialogs.begin(context.tx, context.actor, replace(dialog, body=body, source=message.message_id))
    context.show(SendCorrection(notice_id, language))


async def edit_correction(context: Context, message: PrivateMessage, dialog: CorrectingNotice) -> bool:
    """The message that holds a correction was changed by its author before it was sent; False for any other."""
    if dialog.source != message.message_id:
        return False
    await take_correction(context, message, dialog)
    return True


async def draw_correction(to: Addressee, button: SendCorrection) -> Screen:
    """The text that waits to be sent, as it will be read."""
    notice, _ = await seen(to.tx, to.person_id, button.notice_id)
    dialog, say = await dialogs.open_in(to.tx, to.person_id, to.chat_id, CorrectingNotice, to.thread_id), to.say
    if dialog is None or dialog.body is None:
        raise OldButton
    body = dialog.body
    rows: list[list[Label]] = [[(say("notice-send-correction-button"), button)], *back(to, NoticePage(notice.id))]
    return Screen(say("notice-correct-title"), [say("notice-correcting-means")], Rich(body.text, body.entities), rows)


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


async def leave_correction(context: Context, dialog: CorrectingNotice) -> bool:
    """«Скасувати», typed: the correction is not made."""
    await form.stop(context)
    await home(context)
    return True
