"""Slips: issuing one at a desk, and claiming a case by it."""

import secrets as randomness
from dataclasses import dataclass
from datetime import datetime

from bot.domain.case_letters import CaseMoved
from bot.domain.case_refusals import CannotMove
from bot.domain.cases import Act, Case, Side
from bot.domain.ids import CaseId, PersonId, SlipId
from bot.domain.letters import DeskOf, LetterClass, PlainText
from bot.domain.people import Actor, require_kept
from bot.domain.residents import Place
from bot.domain.slips import TRIES, ClaimingCase, OwnSlip, Secrets, Slip, SlipMade, code_hash, secrets_of, token_hash
from bot.services import residents, walk_ins
from bot.services.cases.access import desk_case, seen_at_desk
from bot.services.cases.record import note_event
from bot.storage import audit, dialogs
from bot.storage import cases as stored_cases
from bot.storage import slips as stored
from bot.storage.transaction import Transaction

SEED_BYTES = 16


async def issue(tx: Transaction, actor: Actor, case_id: CaseId) -> Case:
    """A slip to the person at the desk who asks; an earlier one of the case is void.

    Raises NotFound, TakenByAnother, CannotMove.
    """
    case, seat = await desk_case(tx, actor, case_id)
    if not case.unclaimed or not case.is_open:
        raise CannotMove
    seed = randomness.token_hex(SEED_BYTES)
    slip = await stored.issue(tx, case.id, seed, _secrets(tx, seed), seat.officer_id)
    audit.write(tx, seat.audited, "issue slip", "case", case.id, case.community)
    tx.outbox.tell(actor.here, SlipMade(slip), asked=LetterClass.OWN)
    return case


def _secrets(tx: Transaction, seed: str) -> Secrets:
    return secrets_of(tx.keys.sign(f"slip:{seed}"))


@dataclass(frozen=True, slots=True)
class ToHand:
    """A slip as it is handed over."""

    case: Case
    secrets: Secrets
    expires_at: datetime


async def to_hand(tx: Transaction, slip_id: SlipId, person_id: PersonId) -> ToHand | None:
    """For a person at the desk; None where another slip has taken its place, or a new key signs by now.

    Raises NotFound.
    """
    slip = await stored.by_id(tx, slip_id)
    if slip is None:
        return None
    case, secrets = await seen_at_desk(tx, person_id, slip.case_id), _secrets(tx, slip.seed)
    fits = secrets.code_hash == slip.code_hash and case.unclaimed
    return ToHand(case, secrets, slip.expires_at) if fits else None


async def open_link(tx: Transaction, actor: Actor, token: str) -> None:
    """Let the next message be the code. Whether there is such a slip is not looked at.

    Raises TextUnassigned, RecordUnfinished.
    """
    await dialogs.begin(tx, actor, ClaimingCase(token))


async def claim(tx: Transaction, actor: Actor, token: str, code: str) -> Case | None:
    """The case that this code opens, which leads to the person from now on; None where it opens none.

    A wrong code is counted, so it is no refusal: that would take the count back. Raises OwnSlip, NothingKept.
    """
    require_kept(actor)
    slip = await stored.by_token(tx, token_hash(token))
    if slip is None:
        return None
    if code_hash(token, code) != slip.code_hash:
        await _note_wrong(tx, slip)
        return None
    if actor.works_as_officer or await stored.works_there(tx, actor.person_id, slip.case_id):
        raise OwnSlip
    await stored.end(tx, slip.id)
    if not await stored.claim(tx, slip.case_id, actor.person_id, actor.consent_version):
        return None
    await dialogs.end(tx, actor)
    event = await note_event(tx, slip.case_id, Act.CLAIM, Side.RESIDENT)
    tx.outbox.tell(DeskOf(slip.case_id), CaseMoved(event))
    case = await stored_cases.by_id(tx, slip.case_id)
    if case is not None and actor.community is None and case.community is not None:
        await residents.settle(tx, actor, Place(case.community, case.settlement))  # or nobody could write to them
    if case is not None:
        await walk_ins.bring_untold(tx, case)
    return case


async def _note_wrong(tx: Transaction, slip: Slip) -> None:
    """After the last one the desk is told that another slip is needed."""
    if slip.tries + 1 < TRIES:
        await stored.note_wrong_code(tx, slip.id)
        return
    await stored.end(tx, slip.id)
    case = await stored_cases.by_id(tx, slip.case_id)
    if case is not None:
        tx.outbox.tell(DeskOf(case.id), PlainText("slip-ended", {"number": case.number or ""}))
