"""What is different in one community, as its coordinator sets it: numbers to call, and the curfew."""

from collections import defaultdict
from datetime import date

from bot.domain import local_facts
from bot.domain.ids import PersonId
from bot.domain.kyiv import today
from bot.domain.letters import PersonAt
from bot.domain.local_facts import CURFEW, CurfewChanged, FactsAreOld, fact_of
from bot.domain.people import Actor
from bot.register import CommunityCode
from bot.services.communities import coordinated_community
from bot.storage import audit, communities
from bot.storage import local_facts as stored
from bot.storage.transaction import Transaction


async def write(tx: Transaction, actor: Actor, code: str, fact: str, text: str) -> None:
    """What holds in this community from now on; it counts as checked today.

    Raises NotFound, NotAHotline, NotACurfew.
    """
    community = await coordinated_community(tx, actor.person_id, code)
    value = local_facts.typed_value(fact_of(fact), text)
    await stored.set_value(tx, community.code, fact, value, actor.person_id, today(tx.now))
    _note(tx, actor, f"set {fact}", community.code)
    await _tell(tx, actor, fact, community.code)


async def confirm(tx: Transaction, actor: Actor, code: str, fact: str) -> None:
    """It was found today that it is right; nothing changes where the country's holds. Raises NotFound."""
    community = await coordinated_community(tx, actor.person_id, code)
    if await stored.note_checked(tx, community.code, fact_of(fact), actor.person_id, today(tx.now)):
        _note(tx, actor, f"check {fact}", community.code)


async def forget(tx: Transaction, actor: Actor, code: str, fact: str) -> None:
    """The country's holds again; nothing changes where it does already. Raises NotFound."""
    community = await coordinated_community(tx, actor.person_id, code)
    if await stored.forget(tx, community.code, fact_of(fact)):
        _note(tx, actor, f"forget {fact}", community.code)
        await _tell(tx, actor, fact, community.code)


async def _tell(tx: Transaction, actor: Actor, fact: str, community: CommunityCode) -> None:
    """Office hours may be in the curfew that holds now."""
    for person in await communities.concerned_by(tx, community) if fact == CURFEW else []:
        if person != actor.person_id:
            tx.outbox.tell(PersonAt(person), CurfewChanged(community))


async def remind(tx: Transaction) -> None:
    """Once a month, by day: each coordinator is told of their communities in which something is old."""
    if tx.policy.notices.is_quiet(tx.now):
        return
    day = today(tx.now)
    checked_before = day - tx.policy.facts_recheck
    of_person: dict[PersonId, list[CommunityCode]] = defaultdict(list)
    for each in await stored.old(tx, checked_before, _month(day)):
        of_person[each.person_id].append(each.community)
    for person_id, codes in of_person.items():
        tx.outbox.tell(PersonAt(person_id), FactsAreOld(tuple(codes)))
    if of_person:
        await stored.note_told(tx, checked_before, day)


def _month(day: date) -> date:
    return day.replace(day=1)


def _note(tx: Transaction, actor: Actor, act: str, community: CommunityCode) -> None:
    audit.write(tx, audit.coordinator(actor.person_id), act, "community", community, community)
