"""Where a private message goes, first that fits: the exact label of a main menu in either language or a plain word
alone; a swiped reply on a message of a case; the open dialog; the one open case; else the person is asked whose it is.
(Commands come before all of these.) Nothing is ever dropped without a word: what an open dialog cannot take is said,
and words that come before their writer may send them are kept as a draft.
"""

import re
from collections.abc import Awaitable, Callable, Mapping
from functools import lru_cache

from telegram import Message

from bot.domain.cases import number_in
from bot.domain.communities import Standing
from bot.domain.notices import FLOW as NOTICE
from bot.domain.residents import SEARCH
from bot.handlers.cases import either, officer, resident, unaddressed
from bot.handlers.communities import coordinator
from bot.handlers.community_chats import keeper
from bot.handlers.feature import Feature, Wish, showing
from bot.handlers.notices import author
from bot.handlers.notices import form as notice_form
from bot.handlers.office_hours import form
from bot.handlers.office_hours.draft import FLOW as HOURS
from bot.handlers.officers import card, invited
from bot.handlers.people.buttons import Help
from bot.handlers.residents import place
from bot.handlers.residents import resident as person
from bot.handlers.residents.buttons import missing_step
from bot.storage import cases as stored
from bot.storage.copies import Found, numbered
from bot.telegram.context import Context
from bot.texts import Texts

UNKNOWN_COMMAND = re.compile(r"/[a-z]\w*", re.ASCII | re.IGNORECASE)

Step = Callable[[Context, Message], Awaitable[None]]


async def leave(context: Context) -> None:
    """«Скасувати», typed: as its own button would, where what was begun has words in it; else the dialog just ends."""
    dialog = context.actor.dialog
    if dialog is None:
        await person.start(context)
    elif dialog.flow == officer.FLOW:
        await officer.throw_away_typed(context, dialog)
    elif dialog.flow == unaddressed.FLOW:
        await unaddressed.cancel_typed(context)
    elif dialog.flow == NOTICE:
        await author.cancel_typed(context, dialog)
    elif not await resident.cancel_typed(context):
        await person.leave(context)


async def search(context: Context, message: Message) -> None:
    """A name of a place; what cannot be one was written for an officer."""
    if message.text and place.may_be_a_name(context, message.text):
        await place.take(context, message)
    else:
        await unplaced(context, message)


# Who takes the next message of an open dialog, by the dialog's flow.
DIALOGS: Mapping[str, Step] = {
    resident.FLOW: resident.collect,
    unaddressed.FLOW: unaddressed.collect,
    officer.FLOW: officer.say,
    SEARCH: search,
    card.INVITATION: invited.show_again,
    card.FLOW: card.typed,
    HOURS: form.typed,
    coordinator.FLOW: coordinator.typed,
    NOTICE: author.typed,
    keeper.FLOW: keeper.typed,
}


@lru_cache(maxsize=1)
def vocabulary(features: Feature, texts: Texts) -> Mapping[str, Wish]:
    """Every label of the menus and every plain word, in every language, casefolded."""
    known = {label.casefold(): wish for key, wish in features.labels.items() for label in texts.labels(key)}
    known |= {label.casefold(): leave for label in texts.labels("cancel-button")}
    return {word: wish for key, wish in features.words.items() for word in texts.words(key)} | known


async def on_message(features: Feature, context: Context, message: Message) -> None:
    if message.text and (wish := wish_in(features, context, message.text.strip())):
        await wish(context)
        return
    found = await replied_to(context, message)
    dialog = context.actor.dialog
    if found is not None:
        await reply(context, message, found)
    elif dialog is not None and dialog.flow in DIALOGS:
        await DIALOGS[dialog.flow](context, message)
    else:
        await unplaced(context, message)


async def on_edit(context: Context, message: Message) -> None:
    """What was changed is changed wherever it went: in a notice that is being written, else in a case."""
    if not await notice_form.edit_words(context, message):
        await either.edit(context, message)


def wish_in(features: Feature, context: Context, text: str) -> Wish | None:
    """What a label or a plain word asks for; a command that there is none of gets help."""
    if UNKNOWN_COMMAND.fullmatch(text):
        return showing(Help())
    return vocabulary(features, context.tools.texts).get(text.casefold())


async def reply(context: Context, message: Message, found: Found) -> None:
    """To one's own case as its resident, to any other from its desk."""
    actor = context.actor
    own = None if actor.works_as_officer else await stored.own(context.tx, found.case_id, actor.person_id)
    if own is not None:
        await resident.follow_up(context, message, own, found)
    else:
        await officer.reply(context, message, found)


async def unplaced(context: Context, message: Message) -> None:
    """No rule before this one knew the message: the one open case takes it, or its sender is asked."""
    actor = context.actor
    if actor.works_as_officer:
        await officer.whose(context, message)
        return
    if missing_step(actor) is not None or actor.standing is Standing.OCCUPIED:
        await unaddressed.too_early(context, message)
        return
    open_cases = await context.turn.ahead.open_cases_of(actor.person_id)
    if len(open_cases) == 1:
        await resident.follow_up(context, message, open_cases[0], None)
    elif open_cases or actor.is_read:
        await unaddressed.ask(context, message, open_cases)
    else:
        await unaddressed.too_early(context, message)


async def replied_to(context: Context, message: Message) -> Found | None:
    """The case of the message that this one answers. The right to it is checked where it is used.

    A copy whose id was lost in a crash still names its case in its first words.
    """
    answered = message.reply_to_message
    if answered is None:
        return None
    found = await context.turn.ahead.found_at(context.actor.chat_id, answered.message_id)
    if found is not None or answered.from_user is None or answered.from_user.id != context.bot.id:
        return found
    number = number_in(answered.text or answered.caption or "")
    return await numbered(context.tx, number) if number else None
