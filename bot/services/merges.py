"""Merging two cases of a resident: proposed at the desk of one, confirmed by the resident.

Of what is proposed nothing comes back to the desk but the merging itself: `domain/merges.py` says why.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.domain.case_letters import CaseMoved, CaseTaken
from bot.domain.case_refusals import CannotMove
from bot.domain.cases import Act, Case, CaseMessage, OwnCase, Side, moved
from bot.domain.ids import CaseId, MergeId, PersonId
from bot.domain.letters import DeskMember, DeskOf, PersonAt, ResidentOf
from bot.domain.merges import A_DAY, MergeAsked, MergeLapsed, Proposed, TooManyMerges, can_be_merged, can_be_one, joined
from bot.domain.people import Actor, require_kept
from bot.domain.refusals import NotFound
from bot.services import figures, journal
from bot.services.cases import pauses
from bot.services.cases.access import Seat, desk_case, found_own
from bot.services.cases.record import note_event, record
from bot.services.cases.talk import send_messages
from bot.storage import audit, case_messages, case_pins, cases, officers
from bot.storage import merges as stored
from bot.storage.transaction import Transaction

PROPOSE = "propose to merge"


async def mergeable(tx: Transaction, actor: Actor, case_id: CaseId) -> tuple[Case, Seat]:
    """A case into which another can be merged. Raises NotFound, TakenByAnother, CannotMove."""
    case, seat = await desk_case(tx, actor, case_id)
    if not can_be_merged(case):
        raise CannotMove
    return case, seat


async def propose(tx: Transaction, actor: Actor, case_id: CaseId, numbers: Sequence[str]) -> None:
    """Ask the resident whether the case with one of these numbers is the same matter, if that may be asked; nobody at
    the desk learns whether it was. Raises what `mergeable` raises, TooManyMerges.
    """
    case, seat = await mergeable(tx, actor, case_id)
    if await stored.count_since(tx, actor.person_id, tx.now - timedelta(days=1)) >= A_DAY:
        raise TooManyMerges(limit=A_DAY)
    found = [await stored.candidate(tx, case.id, number) for number in numbers]
    others = [other for other in found if other is not None and can_be_one(case, other)]
    merge_id = await stored.add(tx, case.id, others[0].id if others else None, actor.person_id)
    audit.write(tx, seat.audited, PROPOSE, "case", case.id, case.community)
    if others:
        tx.outbox.tell(ResidentOf(case.id), MergeAsked(merge_id))


async def agree(tx: Transaction, actor: Actor, merge_id: MergeId) -> Case:
    """Both are one matter: the case that goes on. Raises NotFound, NothingKept, MergeLapsed."""
    require_kept(actor)
    proposed, case, other = await _asked(tx, actor.person_id, merge_id)
    await stored.note_answered(tx, merge_id)
    return await _merge(tx, case, other, proposed.person_id)


async def refuse(tx: Transaction, actor: Actor, merge_id: MergeId) -> None:
    """They are not; nobody else is told. Raises NotFound, NothingKept, MergeLapsed."""
    require_kept(actor)
    await _asked(tx, actor.person_id, merge_id)
    await stored.note_answered(tx, merge_id)


async def _asked(tx: Transaction, person_id: PersonId, merge_id: MergeId) -> tuple[Proposed, OwnCase, OwnCase]:
    """What this person was asked, with both cases. Raises NotFound for what they never were; MergeLapsed."""
    found = await stored.by_id(tx, merge_id)
    if found is None:
        raise NotFound
    case, other = await found_own(tx, found.case_id, person_id), await found_own(tx, found.other_id, person_id)
    if case is None or other is None:
        raise NotFound
    if found.is_over(tx.now) or not can_be_one(case, other) or await stored.is_held(tx, case.id, other.id):
        raise MergeLapsed
    return found, case, other


async def _merge(tx: Transaction, case: Case, other: Case, proposed_by: PersonId) -> Case:
    """All that was written in the other case is of this one; the other ends, and its desk loses it."""
    messages = await case_messages.of_case(tx, other.id)
    ended = replace(moved(other, Act.MERGE, Side.RESIDENT, tx.now, tx.policy.cases), merged_into=case.id)
    await pauses.stop(tx, other)
    await journal.bring(tx, other, case, proposed_by)
    await stored.bring_text(tx, other.id, case.id)
    await stored.bring_copies(tx, other.id, case.id)
    await case_pins.move(tx, other.id, into=case.id)
    event = await record(tx, ended, Act.MERGE, None)
    figures.count(tx, other, ended)
    before, case = case, joined(case, other, tx.now, tx.policy.cases)
    await cases.save(tx, case)
    figures.count(tx, before, case)
    joining = await note_event(tx, case.id, Act.JOIN, Side.RESIDENT)
    if (other.officer_id, other.coordinator_id) == (case.officer_id, case.coordinator_id) and _is_assigned(case):
        _bring(tx, case, [each for each in messages if each.delivered_at is None])
    else:
        tx.outbox.tell(DeskOf(other.id), CaseMoved(event))
        await _take_from_desk(tx, case, other)
        _bring(tx, case, messages)
    tx.outbox.tell(DeskOf(case.id), CaseMoved(joining))
    return case


def _is_assigned(case: Case) -> bool:
    return case.officer_id is not None or case.coordinator_id is not None


def _bring(tx: Transaction, case: Case, messages: Sequence[CaseMessage]) -> None:
    """What the desk has not had yet; and what the resident has not, where an album of the other case was on its way."""
    send_messages(tx, DeskOf(case.id), case.id, [each for each in messages if each.direction is Side.RESIDENT])
    on_the_way = [each for each in messages if each.direction is not Side.RESIDENT and each.delivered_at is None]
    albums = [each for each in on_the_way if each.album is not None and each.recalled_at is None]
    send_messages(tx, ResidentOf(case.id), case.id, albums)


async def _take_from_desk(tx: Transaction, case: Case, other: Case) -> None:
    """The text goes from the chats of those who had the other case and do not have this one."""
    shown = await officers.of_area(tx, other.area_id) if other.area_id is not None else []
    for officer_id in sorted({*shown, *([other.officer_id] if other.officer_id is not None else [])}):
        tx.outbox.tell(DeskMember(case.id, officer_id), CaseTaken(case.id))
    if other.coordinator_id is not None:
        tx.outbox.tell(PersonAt(other.coordinator_id), CaseTaken(case.id))


# For what is drawn.


async def asked(tx: Transaction, person_id: PersonId, merge_id: MergeId) -> tuple[OwnCase, OwnCase]:
    """Both cases about which this resident is asked. Raises NotFound, MergeLapsed."""
    _, case, other = await _asked(tx, person_id, merge_id)
    return case, other
