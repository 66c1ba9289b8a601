"""Who may use a case. Access is taken here and nowhere else; absent and forbidden get the same answer."""

from dataclasses import dataclass

from bot.domain.cases import Case, Side, Status
from bot.domain.ids import CaseId, OfficerId
from bot.domain.people import Actor
from bot.domain.refusals import NotFound
from bot.storage import cases as stored
from bot.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Seat:
    """How somebody sits at a case's desk: as an officer, or as the coordinator who stands in."""

    side: Side
    officer_id: OfficerId | None

    @property
    def name(self) -> str:
        """For the audit."""
        return f"officer:{self.officer_id}" if self.officer_id else "coordinator"


async def own_case(tx: Transaction, actor: Actor, case_id: CaseId) -> Case:
    """The resident's own case, sent already. Raises NotFound."""
    case = await stored.own(tx, case_id, actor.person_id)
    if case is None or case.status is Status.DRAFT:
        raise NotFound
    return case


async def own_draft(tx: Transaction, actor: Actor, case_id: CaseId) -> Case:
    """The resident's own draft. Raises NotFound, also once it was sent or cancelled: a second press comes late."""
    case = await stored.own(tx, case_id, actor.person_id)
    if case is None or case.status is not Status.DRAFT:
        raise NotFound
    return case


async def desk_case(tx: Transaction, actor: Actor, case_id: CaseId) -> tuple[Case, Seat]:
    """The case and the seat at its desk. Raises NotFound."""
    if actor.officer_id is not None and (case := await stored.at_desk(tx, case_id, actor.officer_id)):
        return case, Seat(Side.OFFICER, actor.officer_id)
    if actor.coordinates and (case := await stored.coordinated(tx, case_id, actor.person_id)):
        return case, Seat(Side.COORDINATOR, None)
    raise NotFound
