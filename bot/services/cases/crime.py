"""Signs of a crime: what a resident reads about where to report one."""

from dataclasses import dataclass

from bot.domain.ids import CaseId
from bot.domain.languages import Language
from bot.domain.people import Actor
from bot.domain.refusals import NotFound
from bot.services.cases.access import answerable_case
from bot.services.officers import public_station
from bot.storage import cases, local_facts, officers
from bot.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Advice:
    """What the advice on a crime says, in its resident's language."""

    language: Language
    police: str  # the number to call
    station: str | None  # where people may know it


async def advice(tx: Transaction, actor: Actor, case_id: CaseId) -> Advice:
    """What is said from the desk of a case. Raises NotFound, TakenByAnother, Unlinked."""
    case, seat = await answerable_case(tx, actor, case_id)
    link = await cases.link(tx, case.id)
    if link is None or link.language is None:
        raise NotFound
    officer = await officers.public(tx, seat.officer_id) if seat.officer_id else None
    station = await public_station(tx, officer, case.community) if officer is not None else None
    numbers = await local_facts.numbers(tx, case.community)
    return Advice(link.language, numbers["police"], station)
