"""The memorandum: its number and its day, and its file as it was signed."""

from collections.abc import Sequence

from bot.domain.joining import MemorandumShown, Partner, SendingMemorandum, WritingMemorandum, typed_memorandum
from bot.domain.kyiv import today
from bot.domain.letters import LetterClass
from bot.domain.refusals import NotFound, found
from bot.handlers.joining.buttons import (
    AttachMemorandum,
    JoiningPage,
    MemorandumPage,
    NoteMemorandum,
    OpenMemorandum,
)
from bot.handlers.joining.page import ask, cancel_row, look, memorandum_line, words_of
from bot.handlers.paging import back
from bot.handlers.places import community_at, community_name
from bot.services import joining
from bot.storage import joining as stored
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.outgoing import Effect, Quote, Show
from bot.surface.rendering import Addressee
from bot.surface.rich import Rich
from bot.surface.screens import Label, Screen


def name_of(to: Addressee, code: str) -> str:
    return community_name(to.say, community_at(to.register, code))


async def draw_page(to: Addressee, button: MemorandumPage) -> Screen:
    place, say = await joining.seen(to.tx, to.person_id, button.community), to.say
    memorandum = found(await stored.memorandum_of(to.tx, place.code))
    has_file = memorandum.file_id is not None
    rows: list[list[Label]] = [[(say("memorandum-open-button"), OpenMemorandum(place.code))]] if has_file else []
    if place.side is Partner.COORDINATOR:
        key = "memorandum-replace-button" if has_file else "memorandum-attach-button"
        rows += [
            [(say(key), AttachMemorandum(place.code))],
            [(say("memorandum-change-button"), NoteMemorandum(place.code))],
        ]
    lines = [name_of(to, place.code), memorandum_line(say, memorandum)]
    lines += [] if has_file else [say("memorandum-no-file")]
    return Screen(say("memorandum-title"), lines, buttons=[*rows, *back(to, JoiningPage(place.code))])


# Its number and its day.


async def ask_number(context: Context, button: NoteMemorandum) -> None:
    place = await joining.coordinated(context.tx, context.actor.person_id, button.community)
    await ask(context, WritingMemorandum(place.code), button)


async def draw_ask_number(to: Addressee, button: NoteMemorandum) -> Screen:
    place = await joining.coordinated(to.tx, to.person_id, button.community)
    lines = [name_of(to, place.code), to.say("memorandum-ask")]
    return Screen(to.say("memorandum-title"), lines, buttons=cancel_row(to, JoiningPage(place.code)))


async def take_number(context: Context, message: PrivateMessage, dialog: WritingMemorandum) -> None:
    memorandum = typed_memorandum(words_of(message), today(context.tx.now))
    await joining.sign(context.tx, context.actor, dialog.community, memorandum)
    await look(context, JoiningPage(dialog.community))


# Its file.


async def ask_file(context: Context, button: AttachMemorandum) -> None:
    place = await joining.with_memorandum(context.tx, context.actor.person_id, button.community)
    await ask(context, SendingMemorandum(place.code), button)


async def draw_ask_file(to: Addressee, button: AttachMemorandum) -> Screen:
    place = await joining.with_memorandum(to.tx, to.person_id, button.community)
    lines = [name_of(to, place.code), to.say("memorandum-ask-file")]
    return Screen(to.say("memorandum-title"), lines, buttons=cancel_row(to, MemorandumPage(place.code)))


async def take_file(context: Context, message: PrivateMessage, dialog: SendingMemorandum) -> None:
    await joining.attach(context.tx, context.actor, dialog.community, message.body)
    await look(context, MemorandumPage(dialog.community))


async def open_file(context: Context, button: OpenMemorandum) -> None:
    place = await joining.seen(context.tx, context.actor.person_id, button.community)
    found(await stored.memorandum_file(context.tx, place.code))
    context.tx.outbox.tell(context.actor.here, MemorandumShown(place.code), asked=LetterClass.OWN)


async def render_file(to: Addressee, letter: MemorandumShown) -> Sequence[Effect]:
    """As it was sent, for it is an official paper. Void for a person who is of neither side any more."""
    try:
        place = await joining.seen(to.tx, to.person_id, letter.community)
    except NotFound:
        return []
    memorandum, file = await stored.memorandum_of(to.tx, place.code), await stored.memorandum_file(to.tx, place.code)
    if memorandum is None or file is None:
        return []
    heading = Rich(f"{name_of(to, place.code)}\n{memorandum_line(to.say, memorandum)}")
    return [Show(Quote(heading, [file], missing=to.say("memorandum-file-lost")))]
