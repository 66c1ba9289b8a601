"""Where a private message goes, first that fits: a message of the bot, forwarded (`returned`); the exact label of
a main menu in either language or a plain word alone (a reply in a case that asks for one's data is asked about first);
a swiped reply on a message of a case; the open dialog; a reply on a notice; the one open case; else the person is asked
which case it is for. (Commands come before all of these.) Nothing is ever dropped silently: what an open dialog cannot
take is said, and messages that come before their writer may send them are kept as a draft.
"""

import re
from collections.abc import Mapping
from functools import lru_cache, partial

from bot.domain.cases import number_in
from bot.domain.communities import Standing
from bot.domain.my_data import ASKED_IN_RUSSIAN, WITHDRAWN_IN_RUSSIAN
from bot.handlers import returned
from bot.handlers.cases import answers, messages, own_cases, to_whom
from bot.handlers.feature import Feature, Wish, showing
from bot.handlers.my_data import resident as my_data
from bot.handlers.my_data.buttons import AskWhoseWish
from bot.handlers.people.buttons import Help
from bot.handlers.residents import arrival
from bot.handlers.residents.buttons import missing_for_case, missing_step
from bot.services.cases import access
from bot.storage.copies import Found, numbered
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.texts import Texts

ABOUT_DATA = frozenset({my_data.show, my_data.show_withdrawing})
UNKNOWN_COMMAND = re.compile(r"/[a-z]\w*", re.ASCII | re.IGNORECASE)


async def cancel(features: Feature, context: Context) -> None:
    """«Скасувати», typed: as its own button would, where what was begun has text in it; else the dialog just ends."""
    dialog = context.actor.dialog
    if dialog is None:
        await arrival.start(context)
        return
    handler = features.handler_of(dialog)
    if handler is None or handler.cancel is None or not await handler.cancel(context, dialog):
        await arrival.leave(context)


@lru_cache(maxsize=1)
def vocabulary(features: Feature, texts: Texts) -> Mapping[str, Wish]:
    """Every label of the menus and every plain word, in every language, casefolded."""
    known = {label.casefold(): wish for key, wish in features.labels.items() for label in texts.labels(key)}
    known |= {label.casefold(): partial(cancel, features) for label in texts.labels("cancel-button")}
    known |= dict.fromkeys(ASKED_IN_RUSSIAN, my_data.show) | dict.fromkeys(
        WITHDRAWN_IN_RUSSIAN, my_data.show_withdrawing
    )
    return {word: wish for key, wish in features.words.items() for word in texts.words(key)} | known


async def on_message(features: Feature, context: Context, message: PrivateMessage) -> None:
    if message.from_bot:
        await returned.take_back(context, message)
        return
    found = await replied_to(context, message)
    if message.text and (wish := wish_in(features, context, message.text.strip())):
        if wish not in ABOUT_DATA or found is None or not await asks_first(context, message, found):
            await wish(context)
        return
    if found is not None:
        await reply(context, message, found)
    elif not await taken_by_dialog(features, context, message) and not await returned.answers_notice(context, message):
        await unplaced(context, message)


async def asks_first(context: Context, message: PrivateMessage, found: Found) -> bool:
    """Whether the person is asked for whom their reply in a case is, which reads like a wish to the bot."""
    own = await access.found_own(context.tx, found.case_id, context.actor.person_id)
    if own is None or not own.is_open or context.actor.works_as_officer:
        return False
    context.show(AskWhoseWish(await to_whom.keep(context, message), own.id))
    return True


async def taken_by_dialog(features: Feature, context: Context, message: PrivateMessage) -> bool:
    """Whether the open dialog took the message."""
    dialog = context.actor.dialog
    handler = features.handler_of(dialog)
    if handler is None or (handler.fits is not None and not handler.fits(context, message)):
        return False
    await handler.take(context, message, dialog)
    return True


async def on_edit(features: Feature, context: Context, message: PrivateMessage) -> None:
    """What was changed is changed wherever it went: in what the open dialog holds, else in a case."""
    dialog = context.actor.dialog
    handler = features.handler_of(dialog)
    if handler is None or handler.edited is None or not await handler.edited(context, message, dialog):
        await messages.edit(context, message)


def wish_in(features: Feature, context: Context, text: str) -> Wish | None:
    """What a label or a plain word asks for; a command that there is none of gets help."""
    if UNKNOWN_COMMAND.fullmatch(text):
        return showing(Help())
    known = vocabulary(features, context.tools.texts)
    return known.get(text.casefold()) or known.get(text.casefold().rstrip(" .!"))


async def reply(context: Context, message: PrivateMessage, found: Found) -> None:
    """To one's own case as its resident, to any other from its desk."""
    actor = context.actor
    own = None if actor.works_as_officer else await access.found_own(context.tx, found.case_id, actor.person_id)
    if own is not None:
        await own_cases.follow_up(context, message, own, found)
    else:
        await answers.reply(context, message, found)


async def unplaced(context: Context, message: PrivateMessage) -> None:
    """No rule before this one knew the message: the one open case takes it, or its sender is asked."""
    actor = context.actor
    if actor.works_as_officer:
        await answers.whose(context, message)
        return
    if missing_step(actor) is not None or actor.standing is Standing.OCCUPIED:
        await to_whom.too_early(context, message)
        return
    open_cases = await context.turn.ahead.open_cases_of(actor.person_id)
    if len(open_cases) == 1:
        await own_cases.follow_up(context, message, open_cases[0], None)
    elif open_cases or (actor.is_read and missing_for_case(actor) is None):
        await to_whom.ask(context, message, open_cases)
    else:
        await to_whom.too_early(context, message)


async def replied_to(context: Context, message: PrivateMessage) -> Found | None:
    """The case of the message that this one answers. The right to it is checked where it is used.

    A copy whose id was lost in a crash still names its case at the beginning of its text.
    """
    answered = message.answered
    if answered is None:
        return None
    found = await context.turn.ahead.found_at(context.actor.chat_id, answered.message_id)
    if found is not None or not answered.by_bot:
        return found
    number = number_in(answered.text)
    return await numbered(context.tx, number) if number else None
