"""Writing down a call or a visit, and what reaches its person other than by the bot."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.bodies import FLEETING, Body
from bot.domain.case_refusals import CannotMove
from bot.domain.cases import Act, Case, NewMessage, Side, moved, with_emergency
from bot.domain.emergencies import emergency_in
from bot.domain.ids import CaseId, PersonId
from bot.domain.letters import LetterClass
from bot.domain.officers import OfficerCard
from bot.domain.people import Actor, require_officer
from bot.domain.refusals import NotFound
from bot.domain.residents import Place
from bot.domain.walk_ins import (
    SPOKEN_CONSENT_VERSION,
    TELLING,
    AnswerPrinted,
    NothingToTell,
    NothingWritten,
    RecordingCase,
)
from bot.register import CommunityCode
from bot.services.cases.access import Seat, desk_case, seen_at_desk, take_out_words
from bot.services.cases.moves import take
from bot.services.cases.record import record
from bot.services.cases.talk import tell_desk
from bot.storage import areas, case_messages, dialogs, officers, walk_ins
from bot.storage import cases as stored_cases
from bot.storage.copies import add_copy
from bot.storage.transaction import Transaction


async def served(tx: Transaction, person_id: PersonId) -> list[CommunityCode]:
    """The communities whose calls and visits a person writes down: those that they serve as an officer."""
    officer = await officers.of_person(tx, person_id)
    posts = await officers.posts(tx, officer.id) if officer is not None else []
    return list(dict.fromkeys(post.community for post in posts))


async def begin(tx: Transaction, actor: Actor, form: RecordingCase) -> None:
    """Begin or go on with the form. Raises NotFound, TextUnassigned."""
    require_officer(actor)
    await dialogs.begin(tx, actor, form)


async def save(tx: Transaction, actor: Actor, form: RecordingCase, place: Place, *, consented: bool) -> Case:
    """Make a case of what was written down. Its officer has it where they serve the place, else that area's desk.

    Without the person's word, given aloud, neither name nor telephone is kept. Raises NotFound, NothingWritten.
    """
    officer_id = require_officer(actor)
    if form.category is None or place.community not in await served(tx, actor.person_id):
        raise NotFound
    if not form.held:
        raise NothingWritten
    name, phone = (form.name, form.phone) if consented else (None, None)
    case_id = await walk_ins.add(
        tx,
        officer_id,
        form.channel,
        form.category,
        place.community,
        place.settlement,
        SPOKEN_CONSENT_VERSION if consented else None,
    )
    await walk_ins.link(tx, case_id, name, phone)
    await _store(tx, actor, case_id, form)
    return await _open(tx, actor, case_id, place, anonymous=name is None and phone is None)


async def _store(tx: Transaction, actor: Actor, case_id: CaseId, form: RecordingCase) -> None:
    """What was said, as the person's: each message knows what the officer's chat has of it."""
    for each in form.held:
        new = NewMessage(
            Side.RESIDENT, each.body, each.sent_at, emergency=emergency_in(each.body.text), album=each.album
        )
        message_id = await case_messages.add(tx, case_id, new)
        fleeting = each.body.kind in FLEETING
        add_copy(tx, actor.chat_id, each.message_id, case_id, message_id, sent_at=each.sent_at, fleeting=fleeting)


async def _open(tx: Transaction, actor: Actor, case_id: CaseId, place: Place, *, anonymous: bool) -> Case:
    draft, messages = await stored_cases.by_id(tx, case_id), await case_messages.of_case(tx, case_id)
    if draft is None or actor.officer_id is None:
        raise NotFound
    area_id = await areas.serving(tx, place.community, place.settlement)
    case = replace(draft, number=await stored_cases.allocate_number(tx), area_id=area_id, anonymous=anonymous)
    case = with_emergency(case, [each.emergency for each in messages])
    seat = Seat(Side.OFFICER, actor.officer_id, actor.person_id)
    case = moved(case, Act.RECORD, seat.side, tx.now, tx.policy.cases)
    event = await record(tx, case, Act.RECORD, seat)
    serves = area_id is not None and actor.officer_id in await officers.of_area(tx, area_id)
    if serves:
        case = await take(tx, actor, seat, case)
    elif case.emergency:
        case = replace(case, unopened_since=tx.now)
        await stored_cases.save(tx, case)
    tell_desk(tx, event, case, messages)
    return case


# What its person is told.


async def hand_answer(tx: Transaction, actor: Actor, case_id: CaseId, how: Act) -> Case:
    """Note that what was answered has reached a person who is not in the bot: it counts as the answer.

    Raises NotFound, TakenByAnother, CannotMove, NothingToTell.
    """
    case, seat = await desk_case(tx, actor, case_id)
    if not case.unclaimed or how not in TELLING:
        raise CannotMove
    if await case_messages.count_unread(tx, case.id) == 0:
        raise NothingToTell
    case = await take(tx, actor, seat, case)
    await case_messages.note_all_delivered(tx, case.id)
    case = moved(case, how, seat.side, tx.now, tx.policy.cases)
    await record(tx, case, how, seat)
    return case


async def print_answer(tx: Transaction, actor: Actor, case_id: CaseId) -> None:
    """The answer as a page, to the person at the desk who asks. Raises NotFound, TakenByAnother, NothingToTell."""
    case, _ = await take_out_words(tx, actor, case_id)
    if not case.unclaimed or await case_messages.count_unread(tx, case.id) == 0:
        raise NothingToTell
    name = f"print:{case.id}"
    tx.outbox.tell(actor.here, AnswerPrinted(case.id), dedupe=name, asked=LetterClass.OWN)


@dataclass(frozen=True, slots=True)
class ToPrint:
    """An answer as it is printed."""

    at: datetime
    number: str
    bodies: Sequence[Body]
    officer: OfficerCard | None  # who has the case; None: a coordinator


async def to_print(tx: Transaction, case_id: CaseId, person_id: PersonId) -> ToPrint:
    """What waits to be told, for a person at the desk. Raises NotFound."""
    case = await seen_at_desk(tx, person_id, case_id)
    officer = await officers.public(tx, case.officer_id) if case.officer_id is not None else None
    bodies = [each.body for each in await case_messages.unread(tx, case.id)]
    return ToPrint(tx.now, case.number or "", bodies, officer)
