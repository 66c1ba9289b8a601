"""Where a private message goes, first that fits (commands come before all of these):

1. A message of the bot that is forwarded to it is not taken as its sender's own text (`returned`).
2. A swiped reply on a message of a case goes there, whatever it says; while a note of the case is written, it is that.
   At a desk, one on what the bot asked is for the dialog that asked it. Where that is over, and of one on a note or a
   paper, the officer is asked what it is for: it never goes to the resident unasked.
3. A key of the main menu's keyboard, which types its exact label, and the ways out, «меню» and «Скасувати».
4. The open dialog: what one was asked for, or began to write.
5. In an officer's chat, the thread of a case: what is written there answers it. A reply on a notice is a question about
   it.
6. A plain word alone («прийом»), or a label typed in another way, is a wish to the bot; a case's number alone opens the
   case. Not where the officer of the one open case has asked something: there it is the answer.
7. The one open case; else the person is asked which case it is for. They are asked also where it may be what a
   complaint says that was not taken, is not sent, or ended lately.

So what is addressed goes where it is addressed. Wishes about one's own data are the exception: they come before a
resident's dialog, and where they would go to an officer, the person is asked first. Nothing is ever dropped silently:
what an open dialog cannot take is said, and messages that come before their writer may send them are kept as a draft.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import lru_cache, partial
from typing import TypeAlias

from bot.domain.bodies import Kind
from bot.domain.case_dialogs import (
    AddingToCase,
    AfterComplaint,
    ChoosingCase,
    ChoosingTopic,
    CollectingDraft,
    CommentingRating,
    NamingSender,
    OfDesk,
    WithoutDesk,
    WritingAnswer,
)
from bot.domain.cases import OwnCase, Status, heads_talk, number_in, typed_number
from bot.domain.communities import Standing
from bot.domain.forwards import NamingAgency
from bot.domain.holds import WritingHoldReason
from bot.domain.ids import CaseId
from bot.domain.journal import WritingEntry, WritingNoCrime
from bot.domain.letters import PlainText
from bot.domain.merges import NamingOther
from bot.domain.my_data import ASKED_IN_RUSSIAN, WITHDRAWN_IN_RUSSIAN
from bot.domain.notes import WritingNote
from bot.domain.pauses import WritingReason
from bot.domain.people import Actor
from bot.domain.ready_texts import ChoosingReady
from bot.domain.residents import FindingCommunity, FindingSettlement
from bot.domain.transfers import WritingWord
from bot.handlers import returned
from bot.handlers.cases import answers, by_number, messages, own_cases, to_whom
from bot.handlers.feature import Feature, Wish
from bot.handlers.my_data import resident as my_data
from bot.handlers.my_data.buttons import AskWhoseWish
from bot.handlers.notes import desk as notes
from bot.handlers.people.buttons import Help
from bot.handlers.residents import arrival
from bot.handlers.residents.buttons import missing_for_case, missing_step
from bot.services.cases import access
from bot.storage import dialogs
from bot.storage.copies import Found, going_on
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.texts import Texts

ABOUT_DATA = frozenset({my_data.show, my_data.show_withdrawing})
EDITED_SOON = timedelta(hours=1)  # after it was sent, a message that went nowhere may still become one
Collecting: TypeAlias = CollectingDraft | ChoosingTopic | ChoosingCase | FindingCommunity | FindingSettlement
WithEdited: TypeAlias = Collecting | AfterComplaint | WithoutDesk | AddingToCase | CommentingRating | NamingSender
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


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What is understood when it is all that a message says, in every language."""

    keys: Mapping[str, Wish]  # of the main menus' keyboards, exactly as they are typed by a press
    ways_out: Mapping[str, Wish]  # casefolded, as the next
    words: Mapping[str, Wish]  # with the labels of the keys, as people type them

    def at_any_time(self, text: str) -> Wish | None:
        """What is meant also where something else is expected."""
        return self.keys.get(text) or found_in(self.ways_out, text)

    def alone(self, text: str) -> Wish | None:
        """What is meant where nothing else is."""
        return found_in(self.words, text)


def found_in(words: Mapping[str, Wish], text: str) -> Wish | None:
    """Also with the signs that people put after a word."""
    return words.get(text.casefold()) or words.get(text.casefold().rstrip(" .!"))


@lru_cache(maxsize=1)
def vocabulary(features: Feature, texts: Texts) -> Vocabulary:
    keys = {label: wish for key, wish in features.labels.items() for label in texts.labels(key)}
    ways_out = {word: wish for key, wish in features.ways_out.items() for word in texts.words(key)}
    ways_out |= {label.casefold(): partial(cancel, features) for label in texts.labels("cancel-button")}
    words = {word: wish for key, wish in features.words.items() for word in texts.words(key)}
    words |= dict.fromkeys(ASKED_IN_RUSSIAN, my_data.show)
    words |= dict.fromkeys(WITHDRAWN_IN_RUSSIAN, my_data.show_withdrawing)
    return Vocabulary(keys, ways_out, words | {label.casefold(): wish for label, wish in keys.items()})


async def on_message(features: Feature, context: Context, message: PrivateMessage) -> None:
    if message.from_bot:
        await returned.take_back(context, message)
        return
    text, known = message.text.strip(), vocabulary(features, context.tools.texts)
    if UNKNOWN_COMMAND.fullmatch(text):
        context.show(Help())
        return
    in_thread = context.actor.thread_of is not None  # of a case: that is an address, and no word alone is a wish there
    word = None if in_thread else known.alone(text)
    if (found := await replied_to(context, message)) is not None:
        if is_for_desk(context, found):
            await taken_by_dialog(features, context, message, None)
        elif word not in ABOUT_DATA or not await asks_first(context, message, found.case_id):
            await reply(context, message, found)
    elif wish := known.at_any_time(text):
        await wish(context)
    elif word is not None and word in ABOUT_DATA and not isinstance(context.actor.dialog, OfDesk | WritingNote):
        await wish_about_data(context, message, word)
    elif not await taken_by_dialog(features, context, message, word):
        await undirected(context, message, word)


async def undirected(context: Context, message: PrivateMessage, word: Wish | None) -> None:
    """A message for which nothing waits: a wish to the bot, the number of a case, or words to an officer; in the thread
    of a case, words to its resident.
    """
    if context.actor.thread_of is not None:
        await answers.in_thread(context, message, context.actor.thread_of)
        return
    if await returned.answers_notice(context, message):
        return
    number = typed_number(message.text, context.tx.now)
    if (word is not None or number is not None) and await answers_officer(context):
        await unplaced(context, message)
    elif word is not None:
        await word(context)
    elif number is None or not await by_number.opens(context, number):
        await unplaced(context, message)


async def answers_officer(context: Context) -> bool:
    """Whether the one open case waits for this person, whom its officer has asked something."""
    if context.actor.works_as_officer:
        return False
    open_cases = await context.turn.ahead.open_cases_of(context.actor.person_id)
    return [case.status for case in open_cases] == [Status.WAITING]


async def wish_about_data(context: Context, message: PrivateMessage, wish: Wish) -> None:
    """While one adds to a case, it could be meant for the officer as well."""
    dialog = context.actor.dialog
    if not isinstance(dialog, AddingToCase) or not await asks_first(context, message, dialog.case_id):
        await wish(context)


async def asks_first(context: Context, message: PrivateMessage, case_id: CaseId) -> bool:
    """Whether the person is asked for whom their words in a case are, which read like a wish to the bot."""
    own = await access.found_own(context.tx, case_id, context.actor.person_id)
    if own is None or not own.is_open or context.actor.works_as_officer:
        return False
    context.show(AskWhoseWish(await to_whom.keep(context, message), own.id))
    return True


async def taken_by_dialog(features: Feature, context: Context, message: PrivateMessage, word: Wish | None) -> bool:
    """Whether the open dialog took the message. `word`: what its text asks the bot for, where it is a plain word."""
    dialog = context.actor.dialog
    handler = features.handler_of(dialog)
    if handler is None or (word is not None and handler.yields_to_words):
        return False
    if handler.fits is not None and not handler.fits(context, message):
        return False
    await handler.take(context, message, dialog)
    return True


async def on_edit(features: Feature, context: Context, message: PrivateMessage) -> None:
    """What was changed is changed wherever it went: in what the open dialog holds, else in a case. What went nowhere
    may be more than a wish by now.
    """
    dialog = context.actor.dialog
    handler = features.handler_of(dialog)
    if handler is not None and handler.edited is not None and await handler.edited(context, message, dialog):
        return
    if not await notes.edit(context, message) and not await messages.edit(context, message):
        await take_edited(features, context, message)


async def take_edited(features: Feature, context: Context, message: PrivateMessage) -> None:
    """«Довідка», edited into «Довідка про доходи пропала»: it is what a new message would be, but goes to no case
    unasked. Of a person at work, and of what was written long ago, nobody knows for what it was.
    """
    actor, text = context.actor, message.text.strip()
    known = vocabulary(features, context.tools.texts)
    is_wish = known.at_any_time(text) or known.alone(text) or typed_number(text, context.tx.now)
    is_said = message.body is not None and message.body.kind is not Kind.LOCATION and not is_wish
    at_work = actor.works_as_officer or actor.coordinates
    asked_elsewhere = actor.dialog is not None and not isinstance(actor.dialog, WithEdited)
    if not is_said or at_work or asked_elsewhere or context.tx.now - message.sent_at > EDITED_SOON:
        context.turn.facts["unused"] = 1
    elif not isinstance(actor.dialog, Collecting) or not await taken_by_dialog(features, context, message, None):
        await choose_case(context, message, await context.turn.ahead.open_cases_of(actor.person_id))


FOR_DESK = (
    WritingNote,
    WritingWord,
    WritingEntry,
    WritingReason,
    WritingNoCrime,
    WritingHoldReason,
    NamingOther,
    NamingAgency,
    ChoosingReady,
)


def is_for_desk(context: Context, found: Found) -> bool:
    """Whether a reply in this case is what its desk was asked for: begun as that, it is nothing else. An answer can as
    well be one to any message of the case.
    """
    dialog = context.actor.dialog
    expecting = (*FOR_DESK, WritingAnswer) if found.aside else FOR_DESK
    return isinstance(dialog, expecting) and dialog.case_id == found.case_id


async def reply(context: Context, message: PrivateMessage, found: Found) -> None:
    """To one's own case as its resident, to any other from its desk."""
    actor = context.actor
    own = None if actor.works_as_officer else await access.found_own(context.tx, found.case_id, actor.person_id)
    if own is not None:
        await own_cases.follow_up(context, message, own, found)
    elif found.aside and (actor.works_as_officer or actor.coordinates):
        await answers.ask_of_aside(context, message)
    else:
        await answers.reply(context, message, found)


async def unplaced(context: Context, message: PrivateMessage) -> None:
    """No rule before this one knew the message: the one open case takes it, or its sender is asked."""
    actor = context.actor
    if actor.works_as_officer:
        await answers.whose(context, message)
        return
    if isinstance(actor.dialog, WithoutDesk):
        await dialogs.end(context.tx, actor)
        context.tell(PlainText("desk-is-left"))
    if is_kept_from_cases(actor):
        await to_whom.too_early(context, message)
        return
    open_cases = await context.turn.ahead.open_cases_of(actor.person_id)
    if len(open_cases) == 1 and not await to_whom.may_be_complaint(context, open_cases[0]):
        await own_cases.follow_up(context, message, open_cases[0], None)
    else:
        await choose_case(context, message, open_cases)


async def choose_case(context: Context, message: PrivateMessage, open_cases: list[OwnCase]) -> None:
    """Its sender is asked which case it is for, or shown which step is missing before they can send it."""
    actor = context.actor
    has_choice = bool(open_cases) or (actor.is_read and missing_for_case(actor) is None)
    if has_choice and not is_kept_from_cases(actor):
        await to_whom.ask(context, message, open_cases)
    else:
        await to_whom.too_early(context, message)


def is_kept_from_cases(actor: Actor) -> bool:
    return missing_step(actor) is not None or actor.standing is Standing.OCCUPIED


async def replied_to(context: Context, message: PrivateMessage) -> Found | None:
    """The case of the message that this one answers. The right to it is checked where it is used.

    A copy whose id was lost in a crash still names its case at the beginning of its text. So do screens and prompts, an
    answer to which is not for the resident.
    """
    answered = message.answered
    if answered is None:
        return None
    found = await context.turn.ahead.found_at(context.actor.chat_id, answered.message_id)
    if found is not None or not answered.by_bot:
        return found
    number = number_in(answered.text)
    found = await going_on(context.tx, number) if number else None
    return replace(found, aside=not heads_talk(answered.text)) if found is not None else None
