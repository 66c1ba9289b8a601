"""Where a private message goes, first that fits: the exact label of a main menu in either language or a plain word
alone; a swiped reply on a message of a case; the open dialog; the one open case; else the person is asked whose it is.
(Commands come before all of these.) Nothing is ever dropped without a word.
"""

from collections.abc import Awaitable, Callable, Mapping
from functools import lru_cache

from telegram import Message

from bot.domain.cases import Kind, number_in
from bot.domain.residents import SEARCH
from bot.handlers.cases import officer, resident, unaddressed
from bot.handlers.cases.buttons import MyCases, NewReport
from bot.handlers.communities import coordinator
from bot.handlers.officers import card, invited
from bot.handlers.officers import officer as post
from bot.handlers.people import person
from bot.handlers.residents import place
from bot.handlers.residents import resident as dweller
from bot.handlers.residents.buttons import MyOfficer, missing_step
from bot.services import residents
from bot.storage import cases as stored
from bot.telegram.context import Context
from bot.texts import Texts

Step = Callable[[Context, Message], Awaitable[None]]
Wish = Callable[[Context], Awaitable[None]]


async def report(context: Context) -> None:
    if await ready(context):
        context.show(NewReport())


async def question(context: Context) -> None:
    if await ready(context):
        await resident.begin(context, Kind.QUESTION, None)


async def own_cases(context: Context) -> None:
    context.show(MyCases(0))


# The labels of the main menus, by their texts' keys; each is understood when it is typed, too.
LABELS: Mapping[str, Wish] = {
    "menu-report-button": report,
    "menu-question-button": question,
    "menu-cases-button": own_cases,
    "menu-officer-button": dweller.my_officer,
    "menu-help-button": person.help_me,
    "menu-settings-button": dweller.settings,
    "menu-as-resident-button": dweller.as_resident,
    "menu-as-officer-button": dweller.as_officer,
    "menu-desk-button": officer.my_cases,
    "menu-post-button": post.my_post,
    "menu-coordinator-button": coordinator.home,
}
# Lists of single words that are understood when nothing else is in the message.
WORDS: Mapping[str, Wish] = {
    "words-officer": dweller.my_officer,
    "words-hours": dweller.my_officer,
    "words-help": person.help_me,
    "words-menu": dweller.start,
    "words-stop": person.stop,
}

# Who takes the next message of an open dialog, by the dialog's flow.
DIALOGS: Mapping[str, Step] = {
    resident.FLOW: resident.collect,
    unaddressed.FLOW: unaddressed.collect,
    officer.FLOW: officer.say,
    SEARCH: place.take,
    card.INVITATION: invited.show_again,
    card.FLOW: card.typed,
    coordinator.FLOW: coordinator.typed,
}


@lru_cache(maxsize=1)
def vocabulary(texts: Texts) -> Mapping[str, Wish]:
    """Every label and plain word, in every language, casefolded."""
    known = {label.casefold(): wish for key, wish in LABELS.items() for label in texts.labels(key)}
    return {word: wish for key, wish in WORDS.items() for word in texts.words(key)} | known


async def on_message(context: Context, message: Message) -> None:
    if message.text and (wish := vocabulary(context.tools.texts).get(message.text.strip().casefold())):
        await wish(context)
        return
    found = await replied_to(context, message)
    dialog = context.actor.dialog
    if found is not None:
        await reply(context, message, found)
    elif dialog is not None and dialog.flow in DIALOGS:
        await DIALOGS[dialog.flow](context, message)
    elif context.actor.works_as_officer:
        await officer.whose(context, message)
    else:
        await unplaced(context, message)


async def reply(context: Context, message: Message, found: stored.Found) -> None:
    """To one's own case as its resident, to any other from its desk."""
    actor = context.actor
    own = None if actor.works_as_officer else await stored.own(context.tx, found.case_id, actor.person_id)
    if own is not None:
        await resident.follow_up(context, message, own, found)
    else:
        await officer.reply(context, message, found)


async def unplaced(context: Context, message: Message) -> None:
    """No rule before this one knew the message: the one open case takes it, or its sender is asked."""
    if not await ready(context):
        return
    open_cases = await context.turn.ahead.open_cases_of(context.actor.person_id)
    if len(open_cases) == 1:
        await resident.follow_up(context, message, open_cases[0], None)
    else:
        await unaddressed.ask(context, message, open_cases)


async def ready(context: Context) -> bool:
    """Whether the person may write to an officer; shows the one step that is missing when not, or that nobody reads."""
    missing = missing_step(context.actor)
    if missing is None and not await residents.takes_cases(context.tx, context.actor):
        missing = MyOfficer()
    if missing is not None:
        context.show(missing)
    return missing is None


async def replied_to(context: Context, message: Message) -> stored.Found | None:
    """The case of the message that this one answers. The right to it is checked where it is used.

    A copy whose id was lost in a crash still names its case in its first words.
    """
    answered = message.reply_to_message
    if answered is None:
        return None
    found = await context.turn.ahead.found_at(context.actor.chat_id, answered.message_id)
    number = number_in(answered.text or answered.caption or "")
    return found or (await stored.numbered(context.tx, number) if number else None)
