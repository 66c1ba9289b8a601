"""What goes out of a chat: the messages of a case that is another desk's now, or that was erased, and the lists that
show how it begins.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.domain.bodies import WITH_METADATA
from bot.domain.bodies import Kind as BodyKind
from bot.domain.case_letters import CaseErased, CaseTaken
from bot.domain.cases import Case
from bot.domain.ids import CaseId, CaseMessageId
from bot.domain.letters import DeskMember, PersonAt
from bot.handlers.cases.buttons import History
from bot.handlers.cases.cards import case_seen
from bot.handlers.excerpts import changed_list
from bot.services.cases import access
from bot.storage import case_lists, case_messages, case_threads, shown_lists
from bot.storage.case_lists import forget_messages
from bot.storage.copies import CARD, PAPER, copies_in, forget_copies
from bot.storage.copies import Copy as Copied
from bot.surface.outgoing import DELETABLE, Edit, Effect, Held, Remove, RemoveThread, Show
from bot.surface.rendering import Addressee, Sent
from bot.surface.screens import Screen, ShowScreen


async def render_case_taken(to: Addressee, letter: CaseTaken) -> list[Effect]:
    """The card says that it is another's, or not the reader's any more; all else of the case goes from this chat, or
    where it is too old, its text. A resident keeps what they wrote, whatever other part they have.
    """
    case = await access.named(to.tx, letter.case_id)
    if case is None or await case_seen(to, letter.case_id) or await access.found_own(to.tx, case.id, to.person_id):
        return []
    kinds = {message.id: message.body.kind for message in await case_messages.of_case(to.tx, case.id)}
    copies = await copies_in(to.tx, case.id, to.chat_id)
    screen = Screen(case.number or "", [to.say(whose_now(to, case))])
    listed = await shown_lists.with_words_of(to.tx, to.chat_id, case.id)
    removed = await thread_removed(to, case, screen)
    return [*removed, *taken_away(copies, kinds, screen, copies), *changed_lists(to, listed)]


async def render_case_erased(to: Addressee, letter: CaseErased) -> list[Effect]:
    """The same where the time of a case is over; what is left of it can still be opened."""
    case = await access.named(to.tx, letter.case_id)
    if case is None or case.is_open or await access.found_own(to.tx, case.id, to.person_id):
        return []
    why, rows = "case-chat-erased", [[(to.say("desk-history-button"), History(case.id))]]
    if case.erase_asked_at is not None:
        why = "case-chat-erased-own" if letter.own else "case-chat-erased-by-wish"
    screen = Screen(case.number or "", [to.say(why)], buttons=[] if letter.own else rows)
    copies = await copies_in(to.tx, case.id, to.chat_id)
    listed = await shown_lists.with_words_of(to.tx, to.chat_id, case.id)
    away = taken_away(next_of(copies, to.tx.now), letter.files, screen, copies)
    by_wish = screen if case.erase_asked_at is not None and not letter.own else None
    return [*await thread_removed(to, case, by_wish), *away, *changed_lists(to, listed[:EDITED_TOGETHER])]


EDITED_TOGETHER = 3  # so many old messages are emptied by one letter, which keeps to the pace of its chat


def next_of(copies: Sequence[Copied], now: datetime) -> list[Copied]:
    """Of what a chat has of a case besides cards, as much as one letter takes away: all that can still be deleted, else
    a few of the rest.
    """
    others = [copy for copy in copies if copy.piece != CARD]
    young = [copy for copy in others if now - copy.sent_at < DELETABLE]
    return young or others[:EDITED_TOGETHER]


async def case_erased_sent(to: Addressee, letter: CaseErased, sent: Sequence[Sent]) -> None:
    """What was taken out of the chat is no copy any more; what is left goes by the next letter."""
    await close_thread(to, letter.case_id)
    copies = await copies_in(to.tx, letter.case_id, to.chat_id)
    gone = next_of(copies, to.tx.now)
    await forget_copies(to.tx, to.chat_id, [copy.message_id for copy in gone])
    listed = await shown_lists.with_words_of(to.tx, to.chat_id, letter.case_id)
    await leave_lists(to, listed[:EDITED_TOGETHER])
    if any(copy.piece != CARD and copy not in gone for copy in copies) or len(listed) > EDITED_TOGETHER:
        to.tx.outbox.tell(PersonAt(to.person_id), letter)


async def thread_removed(to: Addressee, case: Case, screen: Screen | None) -> list[Effect]:
    """The thread of a case goes, with what is in it; where that is news, the chat says why. Some of the case may be
    elsewhere in the chat.
    """
    thread = await case_threads.of(to.tx, case.id, to.chat_id)
    if thread is None or thread.thread_id is None:
        return []
    said: list[Effect] = [Show(screen, silent=True)] if screen is not None else []
    return [RemoveThread(thread.thread_id, case.number or ""), *said]


async def close_thread(to: Addressee, case_id: CaseId) -> None:
    thread = await case_threads.of(to.tx, case_id, to.chat_id)
    if thread is not None:
        await case_threads.close(to.tx, thread)


def changed_lists(to: Addressee, listed: Sequence[int]) -> list[Effect]:
    """Lists that showed how the case begins show nothing now; one press shows them as they are."""
    screen = changed_list(to)
    return [Edit(message_id, screen) for message_id in listed]


async def leave_lists(to: Addressee, listed: Sequence[int]) -> None:
    """These show no case any more; the newest is drawn again, for it may be looked at now."""
    for message_id in listed:
        shown_lists.forget_words(to.tx, to.chat_id, message_id)
    newest = max(listed, default=0)
    button = await shown_lists.shown_in(to.tx, to.chat_id, newest)
    if button is not None and await case_lists.desk_of(to.tx, to.person_id) is not None:
        to.tx.outbox.tell(PersonAt(to.person_id), ShowScreen(button, newest), dedupe=f"list:{newest}")


def taken_away(
    copies: Sequence[Copied], kinds: Mapping[CaseMessageId, BodyKind], screen: Screen, whole: Sequence[Copied]
) -> list[Effect]:
    """These messages go from a chat; its cards of the case, among `whole`, show this screen from then on. A message
    that is too old to be deleted says the same, and a grey picture takes its file's place, where Telegram allows it.
    """
    cards: list[Effect] = [Edit(copy.message_id, screen) for copy in whole if copy.piece == CARD]
    held = [Held(copy.message_id, copy.sent_at, replaceable_kind(copy, kinds)) for copy in copies if copy.piece != CARD]
    return [*cards, Remove(held, screen.rich, screen.rich)]


def replaceable_kind(copy: Copied, kinds: Mapping[CaseMessageId, BodyKind]) -> BodyKind | None:
    """What a copy is, as far as that helps to empty it: a text, or a file in whose place another can be."""
    if copy.piece == PAPER:
        return BodyKind.DOCUMENT
    if copy.case_message_id is None or copy.piece < 0:
        return BodyKind.TEXT
    kind = kinds.get(copy.case_message_id, BodyKind.TEXT) if copy.piece == 0 else None
    return kind if kind is BodyKind.TEXT or kind in WITH_METADATA or kind is BodyKind.PHOTO else None


def whose_now(to: Addressee, case: Case) -> str:
    """The text that says why the reader, an officer or a coordinator, does not have a case any more."""
    if isinstance(to.party, DeskMember):
        return "case-left" if case.officer_id in (None, to.party.officer_id) else "case-taken"
    if case.coordinator_id is not None:
        return "case-taken-by-coordinator"
    return "case-left" if case.confidential else "case-given"


async def case_taken_sent(to: Addressee, letter: CaseTaken, sent: Sequence[Sent]) -> None:
    """What was taken out of the chat is no copy any more: handed to this officer later, the case comes whole."""
    await close_thread(to, letter.case_id)
    forget_messages(to.tx, to.chat_id, letter.case_id, CARD)
    await leave_lists(to, await shown_lists.with_words_of(to.tx, to.chat_id, letter.case_id))
