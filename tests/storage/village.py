"""Rows that tests of storage begin with: people, who serves where, and cases, as services would have left them."""

from dataclasses import replace
from datetime import timedelta
from itertools import count

from bot.domain.cases import Case, Kind, Side, Status
from bot.domain.ids import AreaId, CaseId, OfficerId, PersonId
from bot.domain.people import CONSENT_VERSION, Part, Role, Scope
from bot.register import CommunityCode, OblastCode
from bot.storage import areas, case_drafts, cases, communities, officers, people
from bot.storage.transaction import Transaction
from tests.town import KOMYSHUVAKHA

DAY = timedelta(days=1)
HERE, ELSEWHERE = OblastCode("here"), OblastCode("elsewhere")
_telegram_ids = count(700_000_001)


async def person(tx: Transaction) -> PersonId:
    return await people.add(tx, next(_telegram_ids))


async def area(tx: Transaction, community: CommunityCode = KOMYSHUVAKHA) -> AreaId:
    """A service area of a community of the oblast HERE."""
    await communities.add(tx, community, HERE, await person(tx))
    return await areas.add(tx, community, "Дільниця")


async def officer(tx: Transaction, *serves: AreaId) -> OfficerId:
    officer_id = await officers.add(tx, await person(tx))
    await officers.open_desk(tx, officer_id)
    for each in serves:
        await officers.assign(tx, officer_id, each)
    return officer_id


async def coordinator(tx: Transaction, oblast: OblastCode | None) -> PersonId:
    """Of an oblast, or of the whole country."""
    person_id = await person(tx)
    scope = Scope.COUNTRY if oblast is None else Scope.OBLAST
    await people.add_part(tx, person_id, Part(Role.COORDINATOR, scope, oblast), None)
    return person_id


async def draft(tx: Transaction, resident: PersonId) -> CaseId:
    return await case_drafts.add(tx, resident, Kind.QUESTION, None, KOMYSHUVAKHA, None)


async def case(
    tx: Transaction,
    area_id: AreaId | None = None,
    *,
    resident: PersonId | None = None,
    officer_id: OfficerId | None = None,
    coordinator_id: PersonId | None = None,
    confidential: bool = False,
    status: Status = Status.NEW,
) -> CaseId:
    """A case that was sent."""
    case_id = await draft(tx, resident or await person(tx))
    sent = replace(
        await loaded(tx, case_id),
        number=await cases.allocate_number(tx),
        status=status,
        area_id=area_id,
        officer_id=officer_id,
        coordinator_id=coordinator_id,
        confidential=confidential,
        waits_for=Side.OFFICER,
        sent_at=tx.now,
        consent_version=CONSENT_VERSION,
    )
    await cases.save(tx, sent)
    return case_id


async def loaded(tx: Transaction, case_id: CaseId) -> Case:
    found = await cases.by_id(tx, case_id)
    assert found is not None
    return found
