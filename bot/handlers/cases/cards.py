"""A case as its desk's chats show it, and its moves. What the two sides say is in `messages`."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.domain.bodies import WITH_METADATA
from bot.domain.bodies import Kind as BodyKind
from bot.domain.case_letters import CardChanged, CaseErased, CaseMoved, CaseTaken, NewCase, NotDelivered
from bot.domain.cases import ENDED, Act, Case, CaseEvent, CaseMessage, Side, Status, can_rate
from bot.domain.ids import CaseId, CaseMessageId, OfficerId
from bot.domain.letters import CoordinatorsOf, DeskMember, Party, PersonAt, ResidentOf
from bot.domain.phones import phones_in
from bot.handlers.cases.buttons import (
    Accept,
    Answer,
    Ask,
    Close,
    CrimeSigns,
    Decline,
    History,
    OpenMessage,
    Rate,
    Reopen,
)
from bot.handlers.cases.excerpts import is_discreet
from bot.handlers.complaints import complained_of
from bot.handlers.queue.buttons import GiveList
from bot.handlers.references import text_of
from bot.handlers.topics import topic_name
from bot.services.cases import access, complaints, pauses
from bot.services.cases.talk import fits_card
from bot.storage import case_messages, notices, officers
from bot.storage import cases as stored_cases
from bot.storage.case_lists import forget_messages
from bot.storage.case_views import MessageView
from bot.storage.cases import Link
from bot.storage.copies import CARD, add_copy, cards_in, copies_in, forget_copies
from bot.storage.copies import Copy as Copied
from bot.surface.outgoing import DELETABLE, Edit, Effect, Held, Remove, Show, Shown
from bot.surface.rendering import Addressee, Sent
from bot.surface.rich import Rich
from bot.surface.screens import Copy, Label, Screen
from bot.texts import Say

# Pieces of a case that a chat holds besides its card and the pieces of its messages, which count from 0.

PUSH = -3  # says that a message has come, and not what it says

PROMPT = -5  # asks for text at the desk

DANGER = -6  # says that a message mentions an emergency

COPIED_PHONES = 3


async def case_seen(to: Addressee, case_id: CaseId) -> Case | None:
    """The case, if the recipient may see it at this moment."""
    return await access.case_for(to.tx, to.party, to.person_id, case_id)


async def message_seen(to: Addressee, message_id: CaseMessageId) -> MessageView | None:
    """A message of a case, if the recipient may read it at this moment."""
    return await access.message_for(to.tx, to.party, to.person_id, to.chat_id, message_id)


def sender_of(side: Side, case_id: CaseId, officer_id: OfficerId | None) -> Party:
    """The party that is notified what became of a message."""
    if side is Side.RESIDENT:
        return ResidentOf(case_id)
    return DeskMember(case_id, officer_id) if officer_id is not None else CoordinatorsOf(case_id)


def resident_called(say: Say, name: str | None) -> str:
    """The resident, as the desk reads it; by any name as a resident: it may be «капітан поліції …»."""
    return say("from-resident") if name is None else say("from-resident-named", name=name)


# The card.


async def card_lines(to: Addressee, case: Case, link: Link | None) -> list[str]:
    say = to.say
    name = link.name if link else None
    lines = [say("case-emergency")] if case.emergency else []
    lines += alarmed_lines(to, case)
    lines.append(say(f"case-status-{case.status}"))
    lines += await paused_lines(to, case)
    lines += await asked_about(to, case, discreetly=False)
    lines += await complained_of(to, case)
    if await complaints.is_ending(to.tx, case):
        lines.append(say("complaint-ending-asked"))
    if case.settlement is not None:
        lines.append(say("case-place", place=say.place(to.register.settlement(case.settlement).name)))
    if case.anonymous or case.link_erased_at is None:
        lines.append(say("case-unnamed") if name is None else resident_called(say, name))
    lines += erased_lines(to, case)
    if case.waits_for is Side.OFFICER and case.answer_due is not None:
        lines.append(say("case-answer-by", time=say.datetime(case.answer_due)))
    if case.crime_signs:
        lines.append(say("case-crime-signs"))
    if case.undelivered:
        lines.append(say("desk-event-undelivered"))
    if link is not None and link.silenced and case.is_open:
        lines.append(say("desk-resident-occupied"))
    return lines


def alarmed_lines(to: Addressee, case: Case) -> list[str]:
    """That nobody opened it though there is danger, until somebody takes it."""
    return [to.say("case-alarmed")] if case.alarmed_at is not None else []


def erased_lines(to: Addressee, case: Case) -> list[str]:
    """What of a case is not kept any more: its resident asked for that, or its time is over."""
    lines = []
    if case.erase_asked_at is not None:
        return [to.say("case-erased-by-wish" if case.words_erased_at else "case-erased-by-wish-held")]
    if case.link_cut_at is not None:
        lines.append(to.say("case-link-cut"))
    if case.words_erased_at is not None:
        lines.append(to.say("case-words-erased"))
    elif case.files_erased_at is not None:
        lines.append(to.say("case-files-erased"))
    if case.link_erased_at is not None:
        lines.append(to.say("case-link-erased"))
    return lines


async def paused_lines(to: Addressee, case: Case) -> list[str]:
    """Until when a case is paused, and how many messages its desk was not sent meanwhile."""
    pause = await pauses.holding(to.tx, case)
    if pause is None:
        return []
    lines, came = [to.say("pause-until", time=to.say.datetime(pause.until))], await pauses.came(to.tx, pause)
    return [*lines, to.say("pause-came", count=came)] if came else lines


async def asked_about(to: Addressee, case: Case, *, discreetly: bool) -> list[str]:
    """The notice that a case asks about; `discreetly`, without a topic that may not appear in a chat unasked."""
    notice = await notices.by_id(to.tx, case.notice_id) if case.notice_id is not None else None
    if notice is None or notice.sent_at is None:
        return []
    say, date = to.say, to.say.date(notice.sent_at)
    if discreetly and notice.topic.discreet:
        return [say("case-about-some-notice", date=date)]
    return [say("case-about-notice", topic=topic_name(say, notice.topic), date=date)]


def case_title(to: Addressee, case: Case) -> str:
    subject = to.say(f"category-{case.category}") if case.category else to.say(f"case-kind-{case.kind}")
    return f"{case.number} · {subject}"


def is_neutral(to: Addressee, what: Case | MessageView) -> bool:
    """Whether this may not appear in the chat of a desk unasked."""
    return what.category is not None and what.category.is_neutral(to.tx.policy.cases)


def pushed_title(to: Addressee, case: Case) -> str:
    """The title of what comes to a desk unasked."""
    return case.number or "" if is_neutral(to, case) else case_title(to, case)


def history_row(to: Addressee, case: Case) -> list[Label]:
    """The way to all that is written in a case; where nothing is shown unasked, it is to be seen that this shows it."""
    key = "case-open-words-button" if is_neutral(to, case) else "desk-history-button"
    return [(to.say(key), History(case.id))]


def card_buttons(to: Addressee, case: Case) -> list[list[Label]]:
    rows = [*act_buttons(to, case), history_row(to, case)]
    return rows if isinstance(to.party, DeskMember) else [*rows, *give_rows(to, case)]


def give_rows(to: Addressee, case: Case) -> list[list[Label]]:
    """A coordinator may give what no officer has to one."""
    if not case.is_open or case.officer_id is not None or case.confidential:
        return []
    return [[(to.say("queue-give-button"), GiveList(case.id))]]


def act_buttons(to: Addressee, case: Case) -> list[list[Label]]:
    """What can be done at the desk: nothing once the case has ended."""
    say = to.say
    if not case.is_open:
        return []
    rows: list[list[Label]] = []
    unowned = case.officer_id is None and case.coordinator_id is None
    if case.status is Status.NEW or unowned or case.alarmed_at is not None:
        rows.append([(say("desk-accept-button"), Accept(case.id))])
    close: Label = (say("desk-close-button"), Close(case.id, sure=False))
    if case.link_cut_at is not None:  # there is nobody to say anything to
        rows.append([close])
    else:
        rows.append([(say("desk-answer-button"), Answer(case.id)), (say("desk-ask-button"), Ask(case.id))])
        rows.append([close, (say("desk-decline-button"), Decline(case.id))])
    if not case.crime_signs:
        rows.append([(say("desk-crime-signs-button"), CrimeSigns(case.id))])
    return rows


async def card(to: Addressee, case: Case, first: CaseMessage | None) -> Screen:
    """The case's card. An officer reads the first message on it; a coordinator only once they have the case. A neutral
    one says that there is a case, and not whose or about what.
    """
    if is_neutral(to, case):
        lines = await neutral_lines(to, case)
        return Screen(case.number or "", lines, buttons=[*card_buttons(to, case), *copy_rows(to, case, None)])
    link = await stored_cases.link(to.tx, case.id)
    lines = await card_lines(to, case, link)
    words = text_of(to.say, first.body) if first else Rich("")
    if first is not None and first.version > 1:
        words = words + "\n" + to.say("case-edited")
    return Screen(case_title(to, case), lines, words, [*card_buttons(to, case), *copy_rows(to, case, first)])


async def neutral_lines(to: Addressee, case: Case) -> list[str]:
    lines = [to.say("case-urgent")] if case.emergency else []
    lines += [*alarmed_lines(to, case), to.say(f"case-status-{case.status}")]
    lines += [*await paused_lines(to, case), *erased_lines(to, case)]
    if await complaints.is_ending(to.tx, case):
        lines.append(to.say("complaint-ending-asked"))
    if case.waits_for is Side.OFFICER and case.answer_due is not None:
        lines.append(to.say("case-answer-by", time=to.say.datetime(case.answer_due)))
    if case.undelivered:
        lines.append(to.say("desk-event-undelivered"))
    return lines


def copy_rows(to: Addressee, case: Case, first: CaseMessage | None) -> list[list[Label]]:
    """From a protected message nothing can be copied: its number and the telephones in it can, by a press."""
    if not to.tx.policy.cases.protected:
        return []
    phones = phones_in(first.body.text)[:COPIED_PHONES] if first is not None else []
    labels: list[Label] = [(to.say("desk-copy-button", text=each), Copy(each)) for each in (case.number or "", *phones)]
    return [[label] for label in labels]


def reads_text(to: Addressee, case: Case) -> bool:
    """Of coordinators only the one who has the case is sent its messages; the others open it, which is audited."""
    return isinstance(to.party, DeskMember | ResidentOf) or case.coordinator_id == to.person_id


async def first_text(to: Addressee, case: Case) -> CaseMessage | None:
    if reads_text(to, case):
        first = await case_messages.first(to.tx, case.id)
        if first is not None and (is_neutral(to, case) or fits_card(first.body)):
            return first
    return None


async def render_new_case(to: Addressee, letter: NewCase) -> list[Effect]:
    event = await stored_cases.event(to.tx, letter.event_id)
    case = await case_seen(to, event.case_id) if event else None
    if case is None:
        return []
    return [Show(await card(to, case, await first_text(to, case)), whole=False)]


async def new_case_sent(to: Addressee, letter: NewCase, sent: Sequence[Sent]) -> None:
    event = await stored_cases.event(to.tx, letter.event_id)
    case = await case_seen(to, event.case_id) if event else None
    if case is None:
        return
    first = await first_text(to, case)
    if first is not None and sent:
        case_messages.note_delivered(to.tx, first.id)
        if not is_neutral(to, case):
            access.note_received(to.tx, to.party, to.person_id, case.id)
    for each in sent:
        add_copy(
            to.tx,
            to.chat_id,
            each.message_id,
            case.id,
            first.id if first else None,
            piece=CARD,
            version=first.version if first else 1,
        )


async def new_case_failed(to: Addressee, letter: NewCase) -> None:
    """Its resident is notified, unless another officer of the area has it."""
    event = await stored_cases.event(to.tx, letter.event_id)
    first = await case_messages.first(to.tx, event.case_id) if event else None
    if first is not None:
        to.tx.outbox.tell(ResidentOf(first.case_id), NotDelivered(first.id), dedupe=f"not-delivered:{first.id}")


async def render_card_changed(to: Addressee, letter: CardChanged) -> list[Effect]:
    return await card_redrawn(to, letter.case_id)


async def card_redrawn(to: Addressee, case_id: CaseId, otherwise: Show | None = None) -> list[Effect]:
    """The cards in this chat as the case is now, with what its first text says now; `otherwise` where the newest card
    is gone.
    """
    case = await case_seen(to, case_id)
    shown = await cards_in(to.tx, case_id, to.chat_id) if case is not None else []
    if case is None or not shown:
        return []
    first = await first_text(to, case)
    author = sender_of(Side.RESIDENT, case.id, None)
    shows = [Shown(case.id, first.id, first.version, author, CARD)] if first is not None else []
    screen, newest = await card(to, case, first), max(shown)
    return [Edit(each, screen, shows=shows, otherwise=otherwise if each == newest else None) for each in shown]


async def card_changed_sent(to: Addressee, letter: CardChanged, sent: Sequence[Sent]) -> None:
    """An officer's card shows what it showed before. A coordinator's shows text from when they have taken the case."""
    if not sent or not isinstance(to.party, CoordinatorsOf):
        return
    case = await case_seen(to, letter.case_id)
    if (
        case is None
        or is_neutral(to, case)
        or await first_text(to, case) is None
        or await access.has_received(to.tx, to.person_id, case.id)
    ):
        return
    access.note_received(to.tx, to.party, to.person_id, case.id)


# A case that went to another desk.


async def render_case_taken(to: Addressee, letter: CaseTaken) -> list[Effect]:
    """The card says that it is another's, or not the reader's any more; all else of the case goes from this chat, or
    where it is too old, its text. A resident keeps what they wrote, whatever other part they have.
    """
    case = await access.named(to.tx, letter.case_id)
    if case is None or await case_seen(to, letter.case_id) or await access.found_own(to.tx, case.id, to.person_id):
        return []
    kinds = {message.id: message.body.kind for message in await case_messages.of_case(to.tx, case.id)}
    copies = await copies_in(to.tx, case.id, to.chat_id)
    return taken_away(copies, kinds, Screen(case.number or "", [to.say(whose_now(to, case))]), copies)


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
    return taken_away(next_of(copies, to.tx.now), letter.files, screen, copies)


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
    copies = await copies_in(to.tx, letter.case_id, to.chat_id)
    gone = next_of(copies, to.tx.now)
    await forget_copies(to.tx, to.chat_id, [copy.message_id for copy in gone])
    if any(copy.piece != CARD and copy not in gone for copy in copies):
        to.tx.outbox.tell(PersonAt(to.person_id), letter)


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
    forget_messages(to.tx, to.chat_id, letter.case_id, CARD)


# Moves.


async def render_case_moved(to: Addressee, letter: CaseMoved) -> list[Effect]:
    """A move in a sentence, with what may be done next."""
    event = await stored_cases.event(to.tx, letter.event_id)
    case = await case_seen(to, event.case_id) if event else None
    if event is None or case is None:
        return []
    to_resident = isinstance(to.party, ResidentOf)
    said = await case_messages.by_id(to.tx, event.case_message_id) if event.case_message_id else None
    hidden = is_discreet(case) if to_resident else is_neutral(to, case)
    lines = [to.say(f"case-moved-{event.what}") if to_resident else desk_sentence(to, case, event, hidden=hidden)]
    if to_resident and event.what in (Act.ACCEPT, Act.HAND):
        lines.append(await officer_line(to, case))
    if to_resident and can_rate(case):
        lines.append(to.say("case-rate"))
    buttons = moved_buttons(to, case) if to_resident else comment_buttons(to, case, event)
    if said and hidden and reads_text(to, case):
        buttons = [[(to.say("case-open-words-button"), OpenMessage(said.id))], *buttons]
    shown = said is not None and not hidden and reads_text(to, case)
    words = text_of(to.say, said.body) if said and shown else Rich("")
    shows = [Shown(case.id, said.id, said.version, sender_of(said.direction, case.id, said.officer_id))] if said else []
    return [Show(Screen(case.number or "", lines, words, buttons), shows=shows if shown else [])]


def desk_sentence(to: Addressee, case: Case, event: CaseEvent, *, hidden: bool) -> str:
    """What its resident did. The comment on a rating comes later than the rating, or never.

    A reader who may not see it here learns that it was written.
    """
    key = f"desk-moved-{event.what}"
    if event.what is Act.RATE and event.case_message_id is not None:
        key = "desk-moved-rate-words" if reads_text(to, case) and not hidden else "desk-moved-rate-unread"
    return to.say(key, rating=case.rating or 0)


async def officer_line(to: Addressee, case: Case) -> str:
    """The person who answers for the case now: named only when there is one."""
    officer = await officers.public(to.tx, case.officer_id) if case.officer_id else None
    if officer is None:
        return to.say("case-with-coordinator")
    return to.say("case-with-officer", rank=to.say.rank(officer.rank), name=to.say.person(officer.name))


def moved_buttons(to: Addressee, case: Case) -> list[list[Label]]:
    """After its end a case can be rated and, for a while, reopened."""
    if case.status not in ENDED:
        return []
    stars = star_row(case.id) if can_rate(case) else []
    reopen: list[Label] = [(to.say("case-reopen-button"), Reopen(case.id))]
    return [row for row in (stars, reopen) if row]


def comment_buttons(to: Addressee, case: Case, event: CaseEvent) -> list[list[Label]]:
    """A comment on a rating can be answered, although its case has ended."""
    if event.what is not Act.RATE or event.case_message_id is None or case.link_cut_at is not None:
        return []
    return [[(to.say("desk-answer-button"), Answer(case.id))]]


def star_row(case_id: CaseId) -> list[Label]:
    return [(str(number), Rate(case_id, number)) for number in range(1, 6)]


async def moved_sent(to: Addressee, letter: CaseMoved, sent: Sequence[Sent]) -> None:
    """That a case was erased stays in the chat, when all else of the case goes."""
    event = await stored_cases.event(to.tx, letter.event_id)
    if event is None or event.what is Act.ERASE:
        return
    for each in sent:
        if each.shown is None:
            add_copy(to.tx, to.chat_id, each.message_id, event.case_id, event.case_message_id)
        else:
            case_messages.note_delivered(to.tx, each.shown.case_message_id)
    if event.case_message_id is not None:
        await note_shown(to, event.case_id, sent)


async def note_shown(to: Addressee, case_id: CaseId, sent: Sequence[Sent]) -> None:
    """Something of a case has come that holds text of it for a reader who may have it."""
    case = await case_seen(to, case_id) if sent and not isinstance(to.party, ResidentOf) else None
    opened = any(each.shown is not None and each.shown.piece >= 0 for each in sent)
    if case is not None and reads_text(to, case) and (opened or not is_neutral(to, case)):
        access.note_received(to.tx, to.party, to.person_id, case.id)
