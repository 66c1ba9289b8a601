"""The acts by which a community joins. Each begins with the right to the place: of its coordinators, or of its council.

Each step is noted with who and when, and told to the other side: the council's people and the coordinators. What is at
rest for too long is spoken of once to the side whose turn it is, then once to the coordinators.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.domain import joining
from bot.domain.audit import Who
from bot.domain.bodies import Body, Place
from bot.domain.communities import Enrolment
from bot.domain.ids import PersonId
from bot.domain.joining import (
    Item,
    JoiningAct,
    JoiningMoved,
    JoiningRests,
    JoiningsRest,
    Memorandum,
    Partner,
    Readiness,
    StillServed,
)
from bot.domain.kyiv import today
from bot.domain.letters import PersonAt
from bot.domain.people import Actor, CouncilPost
from bot.domain.refusals import NotFound, found
from bot.register import CommunityCode
from bot.storage import areas, audit, communities, council
from bot.storage import joining as stored
from bot.storage.joining import AT_ONCE, Joining
from bot.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Seen:
    """A community as a person of it sees it: on which side they are, and for the council what they are there."""

    joining: Joining
    side: Partner
    post: CouncilPost | None

    @property
    def code(self) -> CommunityCode:
        return self.joining.code

    def may(self, act: JoiningAct) -> bool:
        """Whether this person may do it now: of a council, its leadership alone answers."""
        leads = self.post is None or self.post.leads
        return leads and joining.may(act, self.joining.enrolment, self.side)


async def seen(tx: Transaction, person_id: PersonId, community: str) -> Seen:
    """A community that this person coordinates, or of whose council they are. Raises NotFound."""
    row = found(await stored.of(tx, community))
    if await communities.coordinated(tx, community, person_id) is not None:
        return Seen(row, Partner.COORDINATOR, None)
    member = found(await council.member(tx, person_id, community))
    return Seen(row, Partner.COUNCIL, member.post)


async def coordinated(tx: Transaction, person_id: PersonId, community: str) -> Seen:
    """The same, for a coordinator alone. Raises NotFound."""
    place = await seen(tx, person_id, community)
    if place.side is not Partner.COORDINATOR:
        raise NotFound
    return place


async def move(tx: Transaction, actor: Actor, community: str, act: JoiningAct, why: str | None = None) -> None:
    """A step by a person. Raises NotFound, CannotJoinSo, ReasonMissing, StillServed."""
    place = await seen(tx, actor.person_id, community)
    if not place.may(act):
        raise joining.CannotJoinSo
    if joining.MOVES[act].reason:
        why = joining.reason(why or "")
    if act is JoiningAct.END and any(area.officers for area in await areas.of_community(tx, place.code)):
        raise StillServed
    await _move(tx, place.joining, act, place.side, actor.person_id, why)


async def invite(tx: Transaction, actor: Actor, community: str) -> None:
    """The leadership is invited: where it was not before. Raises NotFound."""
    place = await coordinated(tx, actor.person_id, community)
    if place.may(JoiningAct.INVITE):
        await _move(tx, place.joining, JoiningAct.INVITE, place.side, actor.person_id, None)


async def start(tx: Transaction, community: CommunityCode) -> None:
    """An officer has taken a post there: residents may write from now on, unless the community is paused or ended."""
    row = found(await stored.of(tx, community))
    if joining.may(JoiningAct.START, row.enrolment, Partner.OFFICER):
        await _move(tx, row, JoiningAct.START, Partner.OFFICER, None, None)


async def note_steps(
    tx: Transaction, community: CommunityCode, acts: Sequence[JoiningAct], by: Who, person_id: PersonId | None
) -> None:
    """Steps that were made before the bot knew of them: noted in order, and told to nobody. Raises CannotJoinSo."""
    for act in acts:
        row = found(await stored.of(tx, community))
        to = joining.moved(act, row.enrolment, Partner.COORDINATOR)
        await stored.set_step(tx, row.code, to, joining.remind_at(to, tx.now, 0, tx.policy.joining))
        await stored.add_event(tx, row.code, act, Partner.COORDINATOR, person_id, None)
        audit.write(tx, by, f"joining: {act}", "community", row.code, row.code)


async def _move(
    tx: Transaction, row: Joining, act: JoiningAct, side: Partner, person_id: PersonId | None, why: str | None
) -> None:
    to = joining.moved(act, row.enrolment, side)
    await stored.set_step(tx, row.code, to, joining.remind_at(to, tx.now, 0, tx.policy.joining))
    event = await stored.add_event(tx, row.code, act, side, person_id, why)
    if person_id is not None:
        audit.write(tx, _who(side, person_id), f"joining: {act}", "community", row.code, row.code)
    for each in await _told(tx, row.code, act):
        if each != person_id:
            tx.outbox.tell(PersonAt(each), JoiningMoved(event))


def _who(side: Partner, person_id: PersonId) -> Who:
    return audit.council(person_id) if side is Partner.COUNCIL else audit.coordinator(person_id)


async def _told(tx: Transaction, community: CommunityCode, act: JoiningAct) -> list[PersonId]:
    """The council's people and the coordinators, each once. Of an officer who takes a post coordinators hear anyhow."""
    members = [each.person_id for each in await council.members_of(tx, community)]
    coordinators = [] if act is JoiningAct.START else await communities.coordinators_of(tx, community)
    return list(dict.fromkeys([*members, *coordinators]))


# The memorandum, and the list of readiness.


async def sign(tx: Transaction, actor: Actor, community: str, memorandum: Memorandum) -> None:
    """Note the memorandum, or another one in its place; where it was waited for, that is a step. Raises NotFound."""
    place = await coordinated(tx, actor.person_id, community)
    await stored.put_memorandum(tx, place.code, memorandum)
    audit.write(tx, audit.coordinator(actor.person_id), "note memorandum", "community", place.code, place.code)
    if place.may(JoiningAct.SIGN):
        await _move(tx, place.joining, JoiningAct.SIGN, place.side, actor.person_id, None)


async def with_memorandum(tx: Transaction, person_id: PersonId, community: str) -> Seen:
    """A community that this person coordinates, and whose memorandum is noted. Raises NotFound."""
    place = await coordinated(tx, person_id, community)
    found(await stored.memorandum_of(tx, place.code))
    return place


async def attach(tx: Transaction, actor: Actor, community: str, body: Body | None) -> None:
    """The memorandum's file, or another one in its place. Raises NotFound, FileExpected."""
    place = await with_memorandum(tx, actor.person_id, community)
    if body is None or body.kind not in joining.FILES:
        raise joining.FileExpected
    await stored.put_memorandum_file(tx, place.code, body)
    audit.write(tx, audit.coordinator(actor.person_id), "attach memorandum", "community", place.code, place.code)


async def readiness_item(tx: Transaction, community: CommunityCode, item: Item) -> Readiness:
    return next(each for each in await stored.readiness_of(tx, community) if each.item is item)


async def set_ready(tx: Transaction, actor: Actor, community: str, item: Item, *, on: bool) -> None:
    """It is there since today, or it is not. Raises NotFound."""
    place = await seen(tx, actor.person_id, community)
    current = await readiness_item(tx, place.code, item)
    if (current.ready_on is not None) == on:
        return
    day: date | None = today(tx.now) if on else None
    await _put(tx, actor, place, replace(current, ready_on=day, by=place.side), "ready" if on else "not ready")


async def set_detail(tx: Transaction, actor: Actor, community: str, item: Item, text: str) -> None:
    """What is to be known of it. Raises NotFound, DetailTooLong."""
    place = await seen(tx, actor.person_id, community)
    current = await readiness_item(tx, place.code, item)
    await _put(tx, actor, place, replace(current, detail=joining.detail(text)), "detail")


async def set_place(tx: Transaction, actor: Actor, community: str, point: Place) -> None:
    """Where the office is on the map; its address stays. Raises NotFound."""
    place = await seen(tx, actor.person_id, community)
    current = await readiness_item(tx, place.code, Item.OFFICE)
    await _put(tx, actor, place, replace(current, place=point), "place")


async def turn_responsible(tx: Transaction, actor: Actor, community: str, item: Item) -> None:
    """Another side sees to it. Raises NotFound."""
    place = await coordinated(tx, actor.person_id, community)
    current = await readiness_item(tx, place.code, item)
    await _put(tx, actor, place, replace(current, responsible=current.responsible.following), "responsible")


async def _put(tx: Transaction, actor: Actor, place: Seen, readiness: Readiness, what: str) -> None:
    await stored.put_readiness(tx, place.code, readiness)
    act = f"{readiness.item}: {what}"
    audit.write(tx, _who(place.side, actor.person_id), act, "community", place.code, place.code)


# A step at rest.


async def remind(tx: Transaction) -> bool:
    """Speak of what is at rest; whether there may be more. Where a council has nobody, it is the coordinators' turn."""
    if tx.policy.notices.is_quiet(tx.now):
        return False
    resting = await stored.at_rest(tx, AT_ONCE)
    late: list[CommunityCode] = []
    for row in resting:
        side = await _turn(tx, row)
        members = [each.person_id for each in await council.members_of(tx, row.code) if each.post.leads]
        if row.reminded == 0 and side is Partner.COUNCIL and members:
            for person_id in members:
                tx.outbox.tell(PersonAt(person_id), JoiningRests(row.code))
            times = 1
        else:
            late.append(row.code)
            times = 2
        await stored.note_reminded(
            tx, row.code, times, joining.remind_at(row.enrolment, tx.now, times, tx.policy.joining)
        )
    await _tell_coordinators(tx, late)
    return len(resting) == AT_ONCE


async def _turn(tx: Transaction, row: Joining) -> Partner | None:
    ready = row.enrolment is Enrolment.MEMORANDUM and await is_ready(tx, row.code)
    return joining.turn(row.enrolment, ready=ready)


async def is_ready(tx: Transaction, community: CommunityCode) -> bool:
    return all(each.ready_on is not None for each in await stored.readiness_of(tx, community))


async def _tell_coordinators(tx: Transaction, late: list[CommunityCode]) -> None:
    """One letter to each, of all that is late."""
    of_person: dict[PersonId, list[CommunityCode]] = defaultdict(list)
    for each in await stored.coordinators_of(tx, late) if late else []:
        of_person[each.person_id].append(each.community)
    for person_id, codes in of_person.items():
        tx.outbox.tell(PersonAt(person_id), JoiningsRest(tuple(codes)))
