"""Staff: how coordinators end and lock one another, and how a lost telephone is locked.

Nobody manages themselves, or who is entrusted with more. All that a person worked goes to others at once, and is taken
out of their chat as far as Telegram lets us; everyone whom it concerns is told.
"""

from bot.domain.audit import OPERATOR, Who
from bot.domain.case_dialogs import WithoutDesk
from bot.domain.ids import AreaId, PartId, PersonId
from bot.domain.letters import PersonAt, PlainText
from bot.domain.people import Actor, Role, require_coordinator
from bot.domain.refusals import NotFound
from bot.domain.staff import Change, NothingLocked, NotYourself, PartChanged, PostsLocked, hashed_code, new_code
from bot.register import CommunityCode
from bot.services import invitations, queue
from bot.services.reachability import sound_alarm
from bot.storage import audit, dialogs, officers
from bot.storage import staff as stored
from bot.storage.staff import HeldPart
from bot.storage.transaction import Transaction


async def require_manager(tx: Transaction, actor: Actor, person_id: PersonId) -> None:
    """Raises NotFound, NotYourself."""
    require_coordinator(actor)
    if actor.person_id == person_id:
        raise NotYourself
    if not await stored.manages(tx, actor.person_id, person_id):
        raise NotFound


async def end_part(tx: Transaction, actor: Actor, part_id: PartId) -> None:
    """End what another person is entrusted with. Raises NotFound, NotYourself."""
    held = await stored.held_part(tx, part_id)
    if held is None:
        raise NotFound
    await require_manager(tx, actor, held.person_id)
    await _end(tx, audit.coordinator(actor.person_id), held)


async def end_part_by_operator(tx: Transaction, part_id: PartId) -> None:
    """The same from the command line. Raises NotFound."""
    held = await stored.held_part(tx, part_id)
    if held is None:
        raise NotFound
    await _end(tx, OPERATOR, held)


async def _end(tx: Transaction, by: Who, held: HeldPart) -> None:
    others = await stored.other_coordinators(tx, held.part, held.person_id)
    await stored.end_part(tx, held.id)
    of_council = held.role is Role.COUNCIL
    community = CommunityCode(held.part.code) if of_council and held.part.code else None
    audit.write(tx, by, "end part", "person", held.person_id, community, None if of_council else held.part.code)
    for person in (*others, held.person_id):
        tx.outbox.tell(PersonAt(person), PartChanged(held.id, Change.ENDED))
    await invitations.revoke_by(tx, held.person_id)
    await _leave(tx, held.person_id, by)


async def _leave(tx: Transaction, person_id: PersonId, by: Who) -> None:
    """What follows when a person coordinates less than before."""
    await stored.end_dialogs_of(tx, person_id)
    await queue.leave_coordination(tx, person_id, by.coordinator_id)
    await sound_alarm(tx)


# A lost telephone.


async def lock(tx: Transaction, actor: Actor, person_id: PersonId) -> None:
    """Lock another person's posts and parts. Raises NotFound, NotYourself, NothingLocked."""
    await require_manager(tx, actor, person_id)
    await lock_person(tx, audit.coordinator(actor.person_id), person_id)


async def lock_by_code(tx: Transaction, code: str) -> None:
    """Lock the person who kept this code on paper; anyone may send it. Raises NotFound, NothingLocked."""
    person_id = await stored.by_recovery_code(tx, hashed_code(code))
    if person_id is None:
        raise NotFound
    await lock_person(tx, Who("recovery code"), person_id)


async def lock_person(tx: Transaction, by: Who, person_id: PersonId) -> None:
    """Lock a person's posts and parts: from now on they see nothing, and others have their cases.

    Raises NothingLocked.
    """
    held = [each for each in await stored.parts_of(tx, person_id) if each.locked_at is None]
    areas = await stored.lock(tx, person_id)
    if not held and not areas:
        raise NothingLocked
    await _audit(tx, by, "lock", person_id, held, areas)
    await invitations.revoke_by(tx, person_id)
    await _tell_posts(tx, person_id, areas, Change.LOCKED)
    await _tell_parts(tx, held, Change.LOCKED)
    officer = await officers.of_person(tx, person_id)
    if officer is not None and areas:
        await queue.hand_on(tx, officer.id, areas, by.coordinator_id)
    tx.outbox.tell(PersonAt(person_id), PlainText("staff-locked-you"))
    await _leave(tx, person_id, by)
    if areas:
        await dialogs.put(tx, person_id, WithoutDesk())


async def unlock(tx: Transaction, actor: Actor, person_id: PersonId) -> None:
    """Let a person's posts and parts hold again. Raises NotFound, NotYourself, NothingLocked."""
    await require_manager(tx, actor, person_id)
    await unlock_person(tx, audit.coordinator(actor.person_id), person_id)


async def unlock_person(tx: Transaction, by: Who, person_id: PersonId) -> None:
    """What nobody has taken meanwhile in an officer's areas comes to them again. Raises NothingLocked."""
    held = [each for each in await stored.parts_of(tx, person_id) if each.locked_at is not None]
    areas = await stored.unlock(tx, person_id)
    if not held and not areas:
        raise NothingLocked
    await _audit(tx, by, "unlock", person_id, held, areas)
    await _tell_posts(tx, person_id, areas, Change.UNLOCKED)
    await _tell_parts(tx, held, Change.UNLOCKED)
    tx.outbox.tell(PersonAt(person_id), PlainText("staff-unlocked-you"))
    officer = await officers.of_person(tx, person_id)
    if officer is not None:
        for area in areas:
            if officer.id in await officers.of_area(tx, area):
                await queue.take_along(tx, area, officer.id)


async def _audit(
    tx: Transaction, by: Who, act: str, person_id: PersonId, held: list[HeldPart], areas: list[AreaId]
) -> None:
    posts = await officers.places(tx, areas) if areas else []
    community = posts[0].community if posts else None
    audit.write(tx, by, act, "person", person_id, community, oblast=held[0].part.code if held else None)


async def _tell_posts(tx: Transaction, person_id: PersonId, areas: list[AreaId], change: Change) -> None:
    """One letter to each whom these areas concern."""
    officer = await officers.of_person(tx, person_id)
    if officer is None or not areas:
        return
    concerned = {person for area in areas for person in await officers.concerned_by(tx, area)} - {person_id}
    for person in sorted(concerned):
        tx.outbox.tell(PersonAt(person), PostsLocked(officer.id, tuple(areas), change))


async def _tell_parts(tx: Transaction, held: list[HeldPart], change: Change) -> None:
    for each in held:
        for person in await stored.other_coordinators(tx, each.part, each.person_id):
            tx.outbox.tell(PersonAt(person), PartChanged(each.id, change))


async def recovery_code(tx: Transaction, person_id: PersonId) -> str:
    """A new code, which is shown once and takes the place of the one before."""
    code = new_code()
    await stored.set_recovery_code(tx, person_id, hashed_code(code))
    return code
