"""When a notice goes and how long it holds, its preview, and the sending."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import UTC, datetime, time, timedelta

from bot.domain.ids import FileId, NoticeId
from bot.domain.kyiv import moment
from bot.domain.letters import LetterClass, PersonAt, PlainText
from bot.domain.notices import NobodyChosen, NotConfirmed, Notice, NoticePreviewed, Status
from bot.domain.policy import KYIV
from bot.domain.refusals import OldButton, Refusal
from bot.domain.subscriptions import Topic
from bot.domain.typed_times import END_OF_DAY, moment_of
from bot.handlers.notices import audience, form
from bot.handlers.notices.audience import whom_lines
from bot.handlers.notices.broadcast import loaded
from bot.handlers.notices.buttons import (
    Audience,
    CancelNotice,
    ChooseEnd,
    ChooseTime,
    PreviewNotice,
    SendNotice,
    TakeEnd,
    TakeTime,
)
from bot.handlers.notices.dialogs import Step, WritingNotice
from bot.handlers.notices.form import caution_lines, draft_of, ways_out
from bot.handlers.notices.reader import as_received
from bot.services.notices import drafts, moves
from bot.services.notices.access import own_draft
from bot.storage import dialogs
from bot.storage import notices as stored_notices
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.outgoing import Effect, Show
from bot.surface.rendering import Addressee
from bot.surface.screens import Label, Screen

EVENING, MORNING = time(18), time(9)

LASTS = (1, 3, 7, 30)  # days that a notice may hold


class PressAButton(Refusal):
    """This step of the form is answered by a button."""

    key = "notice-press-one"


# When it goes.


async def choose_time(context: Context, button: ChooseTime) -> None:
    """Raises NobodyChosen."""
    draft = await own_draft(context.tx, context.actor.person_id, button.notice_id)
    if not await stored_notices.places(context.tx, draft.id):
        raise NobodyChosen
    await form.to_step(context, Step.TIME, button, button.notice_id)


async def draw_time(to: Addressee, button: ChooseTime) -> Screen:
    draft, say, now = await draft_of(to, button.notice_id), to.say, to.tx.now
    today = now.astimezone(KYIV).date()
    times = [each for each in (moment(today, EVENING), moment(today + timedelta(days=1), MORNING)) if each > now]
    rows: list[list[Label]] = [[(say("notice-now-button"), TakeTime(draft.id, 0))]]
    rows += [
        [
            (
                say("notice-time-button", day=say.day(each, now), time=say.time(each)),
                TakeTime(draft.id, int((each - datetime.fromtimestamp(0, UTC)) / timedelta(minutes=1))),
            )
        ]
        for each in times
    ]
    leave = ways_out(to, draft, Audience(draft.id, 0))
    return Screen(say("notice-time-title"), [say("notice-choose-time")], buttons=[*rows, *leave])


async def take_time(context: Context, button: TakeTime) -> None:
    await own_draft(context.tx, context.actor.person_id, button.notice_id)
    await drafts.set_time(context.tx, context.actor, button.notice_id, time_in(button))
    await form.ask(context, Step.END, button.notice_id, ChooseEnd(button.notice_id))


def time_in(button: TakeTime) -> datetime | None:
    """Raises OldButton for what is not a time."""
    try:
        return datetime.fromtimestamp(0, UTC) + timedelta(minutes=button.minutes) if button.minutes else None
    except OverflowError:
        raise OldButton from None


async def type_time(context: Context, message: PrivateMessage, dialog: WritingNotice) -> None:
    notice_id = dialog.notice_id
    when = moment_of(form.text_of(message), context.tx.now)
    await drafts.set_time(context.tx, context.actor, notice_id, when)
    await form.ask(context, Step.END, notice_id, ChooseEnd(notice_id))


# How long it holds.


async def choose_end(context: Context, button: ChooseEnd) -> None:
    await form.to_step(context, Step.END, button, button.notice_id)


async def draw_end(to: Addressee, button: ChooseEnd) -> Screen:
    draft, say = await draft_of(to, button.notice_id), to.say
    labels: list[Label] = [(say("notice-days-button", count=days), TakeEnd(draft.id, days)) for days in LASTS]
    rows = [labels[:2], labels[2:]]
    ends = say("notice-missing-ends") if draft.topic is Topic.MISSING else say("notice-ends")
    if draft.topic is not Topic.MISSING:
        rows.append([(say("notice-endless-button"), TakeEnd(draft.id, 0))])
    leave = ways_out(to, draft, ChooseTime(draft.id))
    return Screen(say("notice-end-title"), [ends, say("notice-choose-end")], buttons=[*rows, *leave])


async def take_end(context: Context, button: TakeEnd) -> None:
    await own_draft(context.tx, context.actor.person_id, button.notice_id)
    if button.days not in (0, *LASTS):
        raise OldButton
    await drafts.set_lasting(context.tx, context.actor, button.notice_id, button.days)
    await preview(context, PreviewNotice(button.notice_id))


async def type_end(context: Context, message: PrivateMessage, dialog: WritingNotice) -> None:
    notice_id = dialog.notice_id
    end = moment_of(form.text_of(message), context.tx.now, a_day_alone=END_OF_DAY)
    await drafts.set_end(context.tx, context.actor, notice_id, end)
    await preview(context, PreviewNotice(notice_id))


# The preview.


async def preview(context: Context, button: PreviewNotice) -> None:
    """It comes as messages of its own: exactly as it will be received."""
    draft = await moves.check(context.tx, context.actor, context.tools.register, button.notice_id)
    await form.wait(context, Step.PRESS, draft.id)
    context.tell(NoticePreviewed(draft.id), once=f"notice-preview:{draft.id}")


async def render_preview(to: Addressee, letter: NoticePreviewed) -> Sequence[Effect]:
    notice = await stored_notices.own(to.tx, letter.notice_id, to.person_id)
    if notice is None or notice.status is not Status.DRAFT:
        return []
    summary = await draw_summary(to, PreviewNotice(notice.id))
    return [*as_received(to, await loaded(to.tx, notice)), Show(summary)]


async def preview_file_lost(to: Addressee, letter: NoticePreviewed, file_id: FileId) -> None:
    """It goes as it is, if its author sends it all the same."""
    to.tx.outbox.tell(PersonAt(to.person_id), PlainText("notice-file-not-cleaned"), asked=LetterClass.OWN)


async def draw_summary(to: Addressee, button: PreviewNotice) -> Screen:
    """Below the preview: whom it reaches, when, and what sends it."""
    draft, say = await draft_of(to, button.notice_id), to.say
    content = await stored_notices.content(to.tx, draft.id)
    lines = [*await whom_lines(to, draft), goes_at(to, draft)]
    if draft.expires_at is not None:
        lines.append(say("notice-holds-until", time=say.datetime(draft.expires_at)))
    lines += caution_lines(to, draft.topic, content)
    rows: list[list[Label]] = [
        [(say("notice-send-button"), SendNotice(draft.id, draft.version))],
        *ways_out(to, draft, ChooseEnd(draft.id)),
    ]
    return Screen(say("notice-preview-title"), lines, buttons=rows)


def goes_at(to: Addressee, notice: Notice) -> str:
    """When it goes, as far as that is known: an ordinary one keeps quiet hours."""
    say, quiet = to.say, to.tx.policy.notices
    when = max(notice.scheduled_at or to.tx.now, to.tx.now)
    if not notice.urgent and quiet.is_quiet(when):
        morning = quiet.quiet_ends(when)
        return say("notice-goes-in-the-morning", day=say.day(morning, to.tx.now), time=say.time(morning))
    if when > to.tx.now:
        return say("notice-goes-at", day=say.day(when, to.tx.now), time=say.time(when))
    return say("notice-goes-now")


# The sending.


async def send(context: Context, button: SendNotice) -> None:
    draft = await moves.check(context.tx, context.actor, context.tools.register, button.notice_id)
    if draft.urgent:
        await form.ask(context, Step.CONFIRM, draft.id, button, button.version)
    else:
        await submit(context, draft.id, button.version, typed=False)


async def draw_ask_word(to: Addressee, button: SendNotice) -> Screen:
    draft, say = await draft_of(to, button.notice_id), to.say
    lines = [*await whom_lines(to, draft), say("notice-ask-word", word=say("notice-urgent-word"))]
    return Screen(say("notice-ask-word-title"), lines, buttons=ways_out(to, draft, PreviewNotice(draft.id)))


async def take_confirmation(context: Context, message: PrivateMessage, dialog: WritingNotice) -> None:
    typed = form.text_of(message).strip(" «»\"'.!").casefold()
    if typed not in context.tools.texts.words("notice-urgent-word"):
        raise NotConfirmed
    await submit(context, dialog.notice_id, dialog.version, typed=True)


async def submit(context: Context, notice_id: NoticeId, version: int, *, typed: bool) -> None:
    """From now on the pressed screen, or else a new message, shows how far it is."""
    register, pressed = context.tools.register, context.turn.pressed
    notice = await moves.submit(context.tx, context.actor, register, notice_id, version, typed=typed)
    if pressed is not None:
        await stored_notices.set_progress(context.tx, notice.id, pressed)
    await dialogs.end(context.tx, context.actor)
    context.turn.facts["notice"] = notice.id


# Throwing it away.


async def cancel(context: Context, button: CancelNotice) -> None:
    await drafts.cancel(context.tx, context.actor, button.notice_id)
    await form.stop(context)
    context.show(button)


async def draw_cancelled(to: Addressee, button: CancelNotice) -> Screen:
    return Screen(lines=[to.say("notice-cancelled")])


async def cancel_typed(context: Context, dialog: WritingNotice) -> bool:
    """«Скасувати», typed: the draft is thrown away."""
    await cancel(context, CancelNotice(dialog.notice_id))
    return True


# Messages.


async def typed(context: Context, message: PrivateMessage, dialog: WritingNotice) -> None:
    """What the open step of the form waited for. Raises PressAButton."""
    if dialog.step not in STEPS:
        raise PressAButton
    await STEPS[dialog.step](context, message, dialog)


STEPS: Mapping[Step, Callable[[Context, PrivateMessage, WritingNotice], Awaitable[None]]] = {
    Step.TEXT: form.take_text,
    Step.ENGLISH: form.take_english,
    Step.PLACES: audience.find_place,
    Step.TIME: type_time,
    Step.END: type_end,
    Step.CONFIRM: take_confirmation,
}
