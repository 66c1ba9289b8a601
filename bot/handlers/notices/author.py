"""How an officer or a coordinator writes a notice: the way in, the hours, the preview, and the sending."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime, timedelta

from telegram import Message

from bot.domain.ids import NoticeId
from bot.domain.letters import PersonAt
from bot.domain.notices import NotConfirmed, NoticePreviewed, typed_hour
from bot.domain.refusals import OldButton, Refusal
from bot.handlers.notices import form
from bot.handlers.notices.buttons import (
    CancelNotice,
    ChooseEnd,
    ChooseHour,
    NoticeList,
    NoticesHome,
    PreviewNotice,
    SendNotice,
    Side,
    TakeEnd,
    TakeHour,
)
from bot.handlers.notices.dialogs import CorrectingNotice, Step, WritingNotice
from bot.handlers.notices.form_screens import LASTS
from bot.services.notices import drafts, moves
from bot.services.notices.access import own_draft
from bot.storage import dialogs
from bot.storage import notices as stored
from bot.telegram.context import Context


class PressAButton(Refusal):
    """This step of the form is answered by a button."""

    key = "notice-press-one"


async def home(context: Context) -> None:
    """The label of the menu."""
    side = Side.OFFICER if context.actor.officer_id is not None else Side.COORDINATOR
    await show_home(context, NoticesHome(side))


async def show_home(context: Context, button: NoticesHome) -> None:
    form.require_side(context, button.side)
    await form.stop(context)
    context.show(button)


async def show_list(context: Context, button: NoticeList) -> None:
    form.require_side(context, button.side)
    context.show(button)


# When it goes, and how long it holds.


async def choose_hour(context: Context, button: ChooseHour) -> None:
    await form.to_step(context, Step.HOUR, button, button.notice_id)


async def take_hour(context: Context, button: TakeHour) -> None:
    await own_draft(context.tx, context.actor.person_id, button.notice_id)
    await drafts.set_hour(context.tx, context.actor, button.notice_id, hour_in(button))
    await form.ask(context, Step.END, button.notice_id, ChooseEnd(button.notice_id))


def hour_in(button: TakeHour) -> datetime | None:
    """Raises OldButton for what is no hour."""
    try:
        return datetime.fromtimestamp(0, UTC) + timedelta(minutes=button.minutes) if button.minutes else None
    except OverflowError:
        raise OldButton from None


async def type_hour(context: Context, message: Message, dialog: WritingNotice) -> None:
    notice_id = dialog.notice_id
    await drafts.set_hour(context.tx, context.actor, notice_id, typed_hour(form.text_of(message), context.tx.now))
    await form.ask(context, Step.END, notice_id, ChooseEnd(notice_id))


async def choose_end(context: Context, button: ChooseEnd) -> None:
    await form.to_step(context, Step.END, button, button.notice_id)


async def take_end(context: Context, button: TakeEnd) -> None:
    await own_draft(context.tx, context.actor.person_id, button.notice_id)
    if button.days not in (0, *LASTS):
        raise OldButton
    await drafts.set_lasting(context.tx, context.actor, button.notice_id, button.days)
    await preview(context, PreviewNotice(button.notice_id))


async def type_end(context: Context, message: Message, dialog: WritingNotice) -> None:
    notice_id = dialog.notice_id
    await drafts.set_end(context.tx, context.actor, notice_id, typed_hour(form.text_of(message), context.tx.now))
    await preview(context, PreviewNotice(notice_id))


# The preview, and the sending.


async def preview(context: Context, button: PreviewNotice) -> None:
    """It comes as messages of its own: exactly as it will be received."""
    draft = await moves.check(context.tx, context.actor, context.tools.register, button.notice_id)
    await form.wait(context, Step.PRESS, draft.id)
    context.tx.outbox.tell(
        PersonAt(context.actor.person_id), NoticePreviewed(draft.id), dedupe=f"notice-preview:{draft.id}"
    )


async def send(context: Context, button: SendNotice) -> None:
    draft = await moves.check(context.tx, context.actor, context.tools.register, button.notice_id)
    if draft.urgent:
        await form.ask(context, Step.CONFIRM, draft.id, button, button.version)
    else:
        await submit(context, draft.id, button.version, typed=False)


async def take_confirmation(context: Context, message: Message, dialog: WritingNotice) -> None:
    typed = form.text_of(message).strip(" «»\"'.!").casefold()
    if typed not in context.tools.texts.words("notice-urgent-word"):
        raise NotConfirmed
    await submit(context, dialog.notice_id, dialog.version, typed=True)


async def submit(context: Context, notice_id: NoticeId, version: int, *, typed: bool) -> None:
    """From now on the pressed screen, or else a new message, shows how far it is."""
    register, pressed = context.tools.register, context.turn.pressed
    notice = await moves.submit(context.tx, context.actor, register, notice_id, version, typed=typed)
    if pressed is not None and pressed.message is not None:
        await stored.set_progress(context.tx, notice.id, pressed.message.message_id)
    await dialogs.end(context.tx, context.actor)
    context.turn.facts["notice"] = notice.id


async def cancel(context: Context, button: CancelNotice) -> None:
    await drafts.cancel(context.tx, context.actor, button.notice_id)
    await form.stop(context)
    context.show(button)


async def cancel_typed(context: Context, dialog: WritingNotice) -> bool:
    """«Скасувати», typed: the draft is thrown away."""
    await cancel(context, CancelNotice(dialog.notice_id))
    return True


async def leave_correction(context: Context, dialog: CorrectingNotice) -> bool:
    """«Скасувати», typed: the correction is not made."""
    await form.stop(context)
    await home(context)
    return True


# Messages.


async def typed(context: Context, message: Message, dialog: WritingNotice) -> None:
    """What the open step of the form waited for. Raises PressAButton."""
    if dialog.step not in STEPS:
        raise PressAButton
    await STEPS[dialog.step](context, message, dialog)


STEPS: Mapping[Step, Callable[[Context, Message, WritingNotice], Awaitable[None]]] = {
    Step.WORDS: form.take_words,
    Step.ENGLISH: form.take_english,
    Step.PLACES: form.find_place,
    Step.HOUR: type_hour,
    Step.END: type_end,
    Step.CONFIRM: take_confirmation,
}
