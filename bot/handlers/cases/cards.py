"""A case as its desk's chats show it. What the two sides say is in `messages`, its moves are in `moved`."""

from collections.abc import Collection, Sequence

from bot.domain.bodies import Kind
from bot.domain.case_letters import CardChanged, NewCase, NotDelivered
from bot.domain.cases import Case, CaseMessage, Channel, Side, Status
from bot.domain.ids import CaseId, CaseMessageId, OfficerId
from bot.domain.letters import CoordinatorsOf, DeskMember, Party, ResidentOf
from bot.domain.phones import phones_in
from bot.handlers.case_entries import emergency_lines, resident_called
from bot.handlers.cases.buttons import (
    Accept,
    AddWords,
    Answer,
    Ask,
    Close,
    CrimeSigns,
    Decline,
    History,
    MoreActs,
)
from bot.handlers.complaints import complained_of
from bot.handlers.queue.buttons import GiveList
from bot.handlers.references import text_of
from bot.handlers.topics import topic_name
from bot.services import journal
from bot.services.cases import access, complaints, notes, pauses
from bot.services.cases.talk import fits_card
from bot.storage import case_messages, notices, officers
from bot.storage import cases as stored_cases
from bot.storage.case_views import MessageView
from bot.storage.cases import Link
from bot.storage.copies import CARD, add_copy, cards_in, copies_in, forget_copies
from bot.surface.outgoing import Edit, Effect, Held, Remove, Show, Shown
from bot.surface.rendering import Addressee, Sent
from bot.surface.rich import Rich
from bot.surface.screens import Copy, Label, Screen

# Pieces of a case that a chat holds besides its card and the pieces of its messages, which count from 0.

PUSH = -3  # says that a message has come, and not what it says

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


# The card.


async def card_lines(to: Addressee, case: Case, link: Link | None) -> list[str]:
    say = to.say
    name = link.name if link else None
    lines = emergency_lines(say, case)
    lines += alarmed_lines(to, case)
    lines.append(say(f"case-status-{case.status}"))
    lines += await turn_lines(to, case)
    lines += [*await merged_lines(to, case), *await paused_lines(to, case)]
    lines += await asked_about(to, case, discreetly=False)
    lines += await complained_of(to, case)
    if await complaints.is_ending(to.tx, case):
        lines.append(say("complaint-ending-asked"))
    if case.settlement is not None:
        lines.append(say("case-place", place=say.place(to.register.settlement(case.settlement).name)))
    if case.anonymous or case.link_erased_at is None:
        lines.append(say("case-unnamed") if name is None else resident_called(say, name))
    if link is not None and link.phone is not None:
        lines.append(say("case-phone", phone=say.phone(link.phone)))
    lines += channel_lines(to, case)
    lines += erased_lines(to, case)
    lines += due_lines(to, case)
    if case.crime_signs:
        lines += [say("case-crime-signs"), *await journal_lines(to, case)]
    if case.undelivered:
        lines.append(say("desk-event-undelivered"))
    if link is not None and link.silenced and case.is_open:
        lines.append(say("desk-resident-occupied"))
    return [*lines, *await note_lines(to, case)]


async def note_lines(to: Addressee, case: Case) -> list[str]:
    """How many notes the desk has of a case. What they say is in the history."""
    count = await notes.count(to.tx, case)
    return [to.say("note-count", count=count)] if count else []


async def journal_lines(to: Addressee, case: Case) -> list[str]:
    """Under which number the police registered the crime."""
    entry = await journal.entry(to.tx, case)
    return [to.say("case-journal", number=entry.number, day=f"{entry.day:%d.%m.%Y}")] if entry is not None else []


def due_lines(to: Addressee, case: Case) -> list[str]:
    """By when it is to be answered and resolved, as far as these clocks run."""
    due = [("case-answer-by", case.answer_by), ("case-resolve-by", case.resolve_by)]
    return [to.say(key, time=to.say.datetime(at)) for key, at in due if at is not None]


def channel_lines(to: Addressee, case: Case) -> list[str]:
    """That it was a call or a visit, and how an answer reaches its person."""
    if case.channel is Channel.CHAT:
        return []
    return [to.say(f"case-channel-{case.channel}"), *([to.say("case-unclaimed")] if case.unclaimed else [])]


def alarmed_lines(to: Addressee, case: Case) -> list[str]:
    """That nobody opened it though there is danger, until somebody takes it."""
    return [to.say("case-alarmed")] if case.alarmed_at is not None else []


async def turn_lines(to: Addressee, case: Case) -> list[str]:
    """Who has it because it was their turn; and that others see it only until that officer has opened it."""
    officer = await officers.public(to.tx, case.officer_id) if case.by_turn and case.officer_id is not None else None
    if officer is None:
        return []
    name = to.say("officer-who", rank=to.say.rank(officer.rank), name=to.say.person(officer.name))
    return [to.say("case-by-turn", officer=name), *([to.say("case-shared")] if case.shared else [])]


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


async def merged_lines(to: Addressee, case: Case) -> list[str]:
    """As which case it goes on."""
    into = await access.named(to.tx, case.merged_into) if case.merged_into is not None else None
    return [to.say("case-merged-into", number=into.number or "")] if into is not None else []


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


def more_label(to: Addressee, case: Case) -> Label:
    """What is done less often."""
    return to.say("desk-more-button"), MoreActs(case.id)


def card_buttons(to: Addressee, case: Case) -> list[list[Label]]:
    rows = [*act_buttons(to, case), [*history_row(to, case), more_label(to, case)]]
    return rows if isinstance(to.party, DeskMember) else [*rows, *give_rows(to, case)]


def give_rows(to: Addressee, case: Case) -> list[list[Label]]:
    """A coordinator may give what no officer has to one."""
    if not case.is_open or case.officer_id is not None or case.confidential:
        return []
    return [[(to.say("queue-give-button"), GiveList(case.id))]]


def act_buttons(to: Addressee, case: Case) -> list[list[Label]]:
    """What can be done at the desk: nothing once the case has ended; thanks are read, and may be answered."""
    say = to.say
    if not case.is_open:
        return []
    if not case.expects_answer and not case.emergency:
        return [[(say("desk-answer-button"), Answer(case.id)), (say("desk-close-button"), Close(case.id, sure=False))]]
    rows: list[list[Label]] = []
    unowned = case.officer_id is None and case.coordinator_id is None
    if case.status is Status.NEW or unowned or case.alarmed_at is not None or case.shared:
        rows.append([(say("desk-accept-button"), Accept(case.id))])
    close: Label = (say("desk-close-button"), Close(case.id, sure=False))
    if case.link_cut_at is not None:  # there is nobody to say anything to
        rows.append([close])
    elif case.unclaimed:
        rows.append([(say("walk-in-answer-button"), Answer(case.id)), (say("walk-in-add-button"), AddWords(case.id))])
        rows.append([close, (say("desk-decline-button"), Decline(case.id))])
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
    lines += [*alarmed_lines(to, case), to.say(f"case-status-{case.status}"), *await turn_lines(to, case)]
    lines += [*await merged_lines(to, case), *await paused_lines(to, case), *erased_lines(to, case)]
    if await complaints.is_ending(to.tx, case):
        lines.append(to.say("complaint-ending-asked"))
    lines += due_lines(to, case)
    if case.undelivered:
        lines.append(to.say("desk-event-undelivered"))
    return [*lines, *await note_lines(to, case)]


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
    shown = Show(await card(to, case, await first_text(to, case)), whole=False)
    before = await earlier_cards(to, case.id)
    return [shown, Remove(before, Rich(to.say("case-card-below", number=case.number or "")))] if before else [shown]


EARLIER_CARDS = 2  # that a new one takes away: a letter of the desk takes three calls at most


async def earlier_cards(to: Addressee, case_id: CaseId, *, but: Collection[int] = ()) -> list[Held]:
    """The newest cards of a case that the chat has already: of a case it shows one."""
    copies = [each for each in await copies_in(to.tx, case_id, to.chat_id) if each.piece == CARD]
    held = [Held(each.message_id, each.sent_at, Kind.TEXT) for each in copies if each.message_id not in but]
    return held[-EARLIER_CARDS:]


async def new_case_sent(to: Addressee, letter: NewCase, sent: Sequence[Sent]) -> None:
    event = await stored_cases.event(to.tx, letter.event_id)
    case = await case_seen(to, event.case_id) if event else None
    if case is not None:
        await note_card(to, case, sent)


async def note_card(to: Addressee, case: Case, sent: Sequence[Sent]) -> None:
    """The first of these messages is the card of the case in this chat; what follows are earlier ones, which say
    something else now.
    """
    cards = [each.message_id for each in sent[:1]]
    gone = await earlier_cards(to, case.id, but=cards) if cards else []
    await forget_copies(to.tx, to.chat_id, [each.message_id for each in gone])
    first = await first_text(to, case)
    if first is not None and sent:
        case_messages.note_delivered(to.tx, first.id)
        if not is_neutral(to, case):
            access.note_received(to.tx, to.party, to.person_id, case.id)
    for card_id in cards:
        add_copy(
            to.tx,
            to.chat_id,
            card_id,
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


async def officer_line(to: Addressee, case: Case) -> str:
    """The person who answers for the case now: named only when there is one."""
    officer = await officers.public(to.tx, case.officer_id) if case.officer_id else None
    if officer is None:
        return to.say("case-with-coordinator")
    return to.say("case-with-officer", rank=to.say.rank(officer.rank), name=to.say.person(officer.name))


async def note_shown(to: Addressee, case_id: CaseId, sent: Sequence[Sent]) -> None:
    """Something of a case has come that holds text of it for a reader who may have it."""
    case = await case_seen(to, case_id) if sent and not isinstance(to.party, ResidentOf) else None
    opened = any(each.shown is not None and each.shown.piece >= 0 for each in sent)
    if case is not None and reads_text(to, case) and (opened or not is_neutral(to, case)):
        access.note_received(to.tx, to.party, to.person_id, case.id)
