"""What the two sides of a case say to each other: every message is kept, and goes to the other side as it was sent."""

from datetime import datetime

from bot.domain.bodies import Body, Kind
from bot.domain.cases import (
    MOVES,
    Act,
    Album,
    CannotMove,
    CardChanged,
    Case,
    CaseMessage,
    EditedWords,
    NeedsAName,
    NewCase,
    Side,
    Words,
    moved,
)
from bot.domain.ids import CaseEventId, CaseId, CaseMessageId
from bot.domain.letters import DeskOf, Party, ResidentOf
from bot.domain.people import Actor
from bot.services.cases.access import desk_case, own_case
from bot.services.cases.moves import taken
from bot.storage import cases as stored
from bot.storage.transaction import Transaction


async def resident_says(
    tx: Transaction,
    actor: Actor,
    case_id: CaseId,
    body: Body,
    sent_at: datetime,
    *,
    album: str | None = None,
    reply_to: CaseMessageId | None = None,
) -> tuple[Case, CaseMessageId]:
    """Add to one's own open case; its desk is told. Raises NotFound, CannotMove when it has ended, NeedsAName."""
    case = await own_case(tx, actor, case_id)
    if case.anonymous and body.tells_of_its_sender:
        raise NeedsAName
    if not case.is_open:
        raise CannotMove
    if case.status in MOVES[Act.FOLLOW_UP].starts and case.waits_for is not Side.OFFICER:
        case = moved(case, Act.FOLLOW_UP, Side.RESIDENT, tx.now, tx.policy.cases)
        await stored.save(tx, case)
    message = await stored.add_message(tx, case.id, Side.RESIDENT, body, sent_at, album=album, reply_to=reply_to)
    pass_on(tx, DeskOf(case.id), case.id, message, album)
    return case, message


async def desk_says(
    tx: Transaction,
    actor: Actor,
    case_id: CaseId,
    act: Act,
    body: Body,
    sent_at: datetime,
    *,
    album: str | None = None,
    reply_to: CaseMessageId | None = None,
) -> tuple[Case, CaseMessageId]:
    """Answer the resident, or ask. Whoever answers a case that is nobody's yet has it. Raises NotFound, CannotMove."""
    case, seat = await desk_case(tx, actor, case_id)
    case = await taken(tx, actor, seat, case)
    after = moved(case, act, seat.side, tx.now, tx.policy.cases)
    message = await stored.add_message(
        tx, case.id, seat.side, body, sent_at, officer_id=seat.officer_id, album=album, reply_to=reply_to
    )
    pass_on(tx, ResidentOf(case.id), case.id, message, album)
    if after.status is not case.status:
        await stored.save(tx, after)
        tx.outbox.tell(DeskOf(case.id), CardChanged(case.id), dedupe=f"card:{case.id}")
    return after, message


def pass_on(tx: Transaction, to: Party, case_id: CaseId, message_id: CaseMessageId, album: str | None) -> None:
    """A message to the other side; the parts of an album together, a while after the last one."""
    if album is None:
        tx.outbox.tell(to, Words(message_id))
        return
    waits = tx.policy.cases
    tx.outbox.tell_album(
        to, Album(case_id, album), f"{case_id}:{album}", tx.now + waits.album_waits, waits.album_waits_at_most
    )


def tell_desk(tx: Transaction, event_id: CaseEventId, messages: list[CaseMessage]) -> None:
    """A case to its desk: the card, which holds the first words, then all else that was sent."""
    case_id = messages[0].case_id
    tx.outbox.tell(DeskOf(case_id), NewCase(event_id))
    albums: set[str] = set()
    for number, message in enumerate(messages):
        if message.album is not None and message.album not in albums:
            albums.add(message.album)
            tx.outbox.tell(DeskOf(case_id), Album(case_id, message.album))
        elif message.album is None and not on_card(number, message):
            tx.outbox.tell(DeskOf(case_id), Words(message.id))


def on_card(number: int, message: CaseMessage) -> bool:
    """Whether a case's card holds this message: the first one, when it is words alone."""
    return number == 0 and message.body.kind is Kind.TEXT


async def edit(tx: Transaction, actor: Actor, message: CaseMessage, body: Body) -> None:
    """Change what one has said; the other side sees it changed. Raises NotFound."""
    if message.direction is Side.RESIDENT:
        case = await stored.own(tx, message.case_id, actor.person_id)
        other: Party = DeskOf(message.case_id)
        if case is None:
            return
        if case.anonymous and body.tells_of_its_sender:
            raise NeedsAName
    else:
        case, _ = await desk_case(tx, actor, message.case_id)
        other = ResidentOf(message.case_id)
    await stored.change_body(tx, message.id, body)
    if case.number is not None:
        tx.outbox.tell(other, EditedWords(message.id), dedupe=f"edit:{message.id}")
