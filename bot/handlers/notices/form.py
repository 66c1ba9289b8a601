"""The steps of a notice's form: what it is about, what it says, whom it is for. Each has a way back."""

from telegram import Message

from bot.domain.bodies import Body, Kind
from bot.domain.ids import NoticeId
from bot.domain.languages import Language
from bot.domain.notices import URGENT, NotAFile, NoWords
from bot.domain.people import require_coordinator, require_officer
from bot.domain.refusals import Refusal, WordsExpected
from bot.handlers.notices.buttons import (
    Audience,
    ChooseTopic,
    ChooseUrgency,
    ClearWords,
    Side,
    SkipEnglish,
    TakeChats,
    TakeTopic,
    TakeUrgency,
    TickAll,
    TickSettlement,
    TickUnit,
    UnitPage,
    WriteEnglish,
    WriteWords,
)
from bot.handlers.notices.dialogs import CorrectingNotice, Step, WritingNotice
from bot.handlers.notices.form_screens import page_of_settlement
from bot.services.notices import audience, drafts
from bot.services.notices.access import own_draft
from bot.storage import dialogs
from bot.telegram.bodies import body_of
from bot.telegram.buttons import Button
from bot.telegram.context import Context
from bot.telegram.screens import ShowScreen


class NoSuchPlace(Refusal):
    """None of the places that the author may speak to has such a name."""

    key = "notice-no-such-place"


def require_side(context: Context, side: Side) -> None:
    """Raises NotFound for whoever is not what he or she would write as."""
    if side is Side.OFFICER:
        require_officer(context.actor)
    else:
        require_coordinator(context.actor)


async def stop(context: Context) -> None:
    """Nothing is asked for any more; the draft stays."""
    await dialogs.leave(context.tx, context.actor, WritingNotice, CorrectingNotice)


async def ask(context: Context, step: Step, notice_id: NoticeId, button: Button, version: int = 0) -> None:
    """Show a step of the form; the next message is for it."""
    await wait(context, step, notice_id, version)
    context.show(button)


async def wait(
    context: Context, step: Step, notice_id: NoticeId, version: int = 0, *, ukrainian: int = 0, english: int = 0
) -> None:
    """The next message is for this step. Which messages became the text is remembered over all steps."""
    before = context.actor.dialog
    if isinstance(before, WritingNotice) and before.notice_id == notice_id:
        ukrainian, english = ukrainian or before.ukrainian, english or before.english
    await dialogs.begin(context.tx, context.actor, WritingNotice(notice_id, step, version, ukrainian, english))


async def to_step(context: Context, step: Step, button: Button, notice_id: NoticeId) -> None:
    """By a button, forth or back: to a step of a draft of one's own. Raises NotFound, NoticeIsPast."""
    await own_draft(context.tx, context.actor.person_id, notice_id)
    await ask(context, step, notice_id, button)


def text_of(message: Message) -> str:
    """Raises WordsExpected."""
    if not message.text:
        raise WordsExpected
    return message.text


# The topic.


async def choose_topic(context: Context, button: ChooseTopic) -> None:
    require_side(context, button.side)
    if button.notice_id:
        await to_step(context, Step.PRESS, button, button.notice_id)
    else:
        await stop(context)
        context.show(button)


async def take_topic(context: Context, button: TakeTopic) -> None:
    notice_id = button.notice_id
    if notice_id:
        await drafts.set_topic(context.tx, context.actor, notice_id, button.topic)
    else:
        as_officer = button.side is Side.OFFICER
        notice_id = await drafts.begin(context.tx, context.actor, button.topic, as_officer=as_officer)
    if button.topic in URGENT:
        await ask(context, Step.PRESS, notice_id, ChooseUrgency(notice_id))
    else:
        await ask(context, Step.WORDS, notice_id, WriteWords(notice_id))


async def choose_urgency(context: Context, button: ChooseUrgency) -> None:
    await to_step(context, Step.PRESS, button, button.notice_id)


async def take_urgency(context: Context, button: TakeUrgency) -> None:
    await drafts.set_urgent(context.tx, context.actor, button.notice_id, button.urgent)
    await ask(context, Step.WORDS, button.notice_id, WriteWords(button.notice_id))


# What it says.


async def write_words(context: Context, button: WriteWords) -> None:
    await to_step(context, Step.WORDS, button, button.notice_id)


async def take_words(context: Context, message: Message, dialog: WritingNotice) -> None:
    """Words, a file, or a part of an album; the screen below says what there is by now, once for an album."""
    body, notice_id = body_of(message), dialog.notice_id
    if body is None:
        raise NotAFile
    await drafts.add_message(context.tx, context.actor, notice_id, body)
    if body.text:
        await wait(context, Step.WORDS, notice_id, ukrainian=message.message_id)
    context.tell(ShowScreen(WriteWords(notice_id).pack()), once=f"notice-form:{notice_id}")


async def edit_words(context: Context, message: Message, dialog: WritingNotice) -> bool:
    """The message that became the text was changed by its author: so is the text, and its step is shown again.

    False where it became none.
    """
    language, said, notice_id = dialog.language_of(message.message_id), body_of(message), dialog.notice_id
    if language is None:
        return False
    if said is None:
        raise NoWords
    words = Body(Kind.TEXT, said.text, said.entities)  # without its file, which stays as it is
    await drafts.set_words(context.tx, context.actor, notice_id, language, words)
    if language is Language.UK:
        await ask(context, Step.WORDS, notice_id, WriteWords(notice_id))
    else:
        await ask(context, Step.ENGLISH, notice_id, WriteEnglish(notice_id))
    return True


async def clear_words(context: Context, button: ClearWords) -> None:
    await drafts.clear(context.tx, context.actor, button.notice_id)
    await ask(context, Step.WORDS, button.notice_id, WriteWords(button.notice_id))


async def write_english(context: Context, button: WriteEnglish) -> None:
    await to_step(context, Step.ENGLISH, button, button.notice_id)


async def take_english(context: Context, message: Message, dialog: WritingNotice) -> None:
    body, notice_id = body_of(message), dialog.notice_id
    if body is None:
        raise NoWords
    await drafts.set_words(context.tx, context.actor, notice_id, Language.EN, body)
    await wait(context, Step.PLACES, notice_id, english=message.message_id)
    context.show(Audience(notice_id, 0))


async def skip_english(context: Context, button: SkipEnglish) -> None:
    await drafts.skip_english(context.tx, context.actor, button.notice_id)
    await ask(context, Step.PLACES, button.notice_id, Audience(button.notice_id, 0))


# Whom it is for.


async def choose_audience(context: Context, button: Audience) -> None:
    await to_step(context, Step.PLACES, button, button.notice_id)


async def open_unit(context: Context, button: UnitPage) -> None:
    await to_step(context, Step.PLACES, button, button.notice_id)


async def find_place(context: Context, message: Message, dialog: WritingNotice) -> None:
    """Open the area or community whose name, or a settlement's in it, was typed."""
    draft = await own_draft(context.tx, context.actor.person_id, dialog.notice_id)
    units = await audience.units(context.tx, context.tools.register, draft)
    within = {unit.ground.community for unit in units}
    for hit in context.tools.search.find(text_of(message), within=within):
        settlement = hit.settlement.code if hit.settlement else None
        for unit in units:
            if unit.has(hit.community.code, settlement):
                page = page_of_settlement(context.tools.register, unit, settlement)
                context.show(UnitPage(draft.id, unit.key, page))
                return
    raise NoSuchPlace


async def tick_all(context: Context, button: TickAll) -> None:
    await audience.tick_all(context.tx, context.actor, context.tools.register, button.notice_id)
    context.show(Audience(button.notice_id, 0))


async def tick_unit(context: Context, button: TickUnit) -> None:
    await audience.tick(
        context.tx, context.actor, context.tools.register, button.notice_id, button.unit, settlement=None
    )
    context.show(UnitPage(button.notice_id, button.unit, button.page))


async def tick_settlement(context: Context, button: TickSettlement) -> None:
    await audience.tick(
        context.tx, context.actor, context.tools.register, button.notice_id, button.unit, button.settlement
    )
    context.show(UnitPage(button.notice_id, button.unit, button.page))


async def take_chats(context: Context, button: TakeChats) -> None:
    await drafts.set_chats(context.tx, context.actor, button.notice_id, button.chats)
    context.show(Audience(button.notice_id, 0))
