"""Where a private message goes, first that fits: a label of the main menu or a plain word, a reply on a message of a
case, the open dialog, the one open case; else the person is asked. Nothing is ever dropped without a word.
"""

from collections.abc import Awaitable, Callable, Mapping

from telegram import Message

from bot.domain.cases import Kind
from bot.handlers.cases import officer, resident
from bot.handlers.cases.buttons import NewQuestion, NewReport
from bot.handlers.people.buttons import Greeting
from bot.storage import cases as stored
from bot.telegram.context import Context

Step = Callable[[Context, Message], Awaitable[None]]

DIALOGS: Mapping[str, Step] = {resident.FLOW: resident.collect, officer.FLOW: officer.say}


async def on_message(context: Context, message: Message) -> None:
    if message.text and await menu_word(context, message.text.strip()):
        return
    actor = context.actor
    found = await replied_to(context, message)
    if found is not None:
        if actor.works_as_officer:
            await officer.reply(context, message, found)
        else:
            await resident.follow_up(context, message, found.case_id, found)
    elif actor.dialog is not None and actor.dialog.flow in DIALOGS:
        await DIALOGS[actor.dialog.flow](context, message)
    elif not actor.has_consented:
        context.show(Greeting())
    else:
        await to_the_open_case(context, message)


async def menu_word(context: Context, text: str) -> bool:
    """Carry out a label of the main menu in either language; False when it is none."""
    labels = context.tools.texts.labels
    if text in labels("menu-report-button"):
        context.show(NewReport())
    elif text in labels("menu-question-button"):
        await resident.begin_question(context, NewQuestion())
    else:
        return False
    return True


async def replied_to(context: Context, message: Message) -> stored.Found | None:
    """The case of the message that this one answers. The right to it is checked where it is used."""
    if message.reply_to_message is None:
        return None
    return await stored.found_at(context.tx, context.actor.chat_id, message.reply_to_message.message_id)


async def to_the_open_case(context: Context, message: Message) -> None:
    open_cases = await stored.open_of(context.tx, context.actor.person_id)
    if len(open_cases) == 1:
        await resident.follow_up(context, message, open_cases[0].id, None)
        return
    await resident.begin(context, Kind.QUESTION, None)
