"""What everyone may know of officers who are away: until when, and the stand-in."""

from collections.abc import Mapping, Sequence

from bot.domain.cases import Case
from bot.domain.ids import AreaId, OfficerId
from bot.domain.officers import OfficerCard
from bot.domain.people import Actor
from bot.handlers.excerpts import is_discreet
from bot.storage import absences, officers
from bot.surface.rendering import Addressee


async def notes(to: Addressee, cards: Sequence[OfficerCard]) -> Mapping[OfficerId, str]:
    """A line for the card of each who is away, or is the stand-in of one of the others."""
    found: dict[OfficerId, str] = {}
    for absence in await absences.of_officers(to.tx, [card.id for card in cards]):
        if absence.is_running:
            date = to.say.near_date(absence.span.last, to.tx.now)
            found[absence.officer_id] = to.say("officer-away", date=date)
            if absence.stand_in_id is not None:
                found.setdefault(absence.stand_in_id, to.say("officer-stands-in", date=date))
    return found


async def own_lines(to: Addressee, actor: Actor) -> list[str]:
    """To an officer who is away: that nothing comes to them, and until when."""
    return await lines_of(to, actor.officer_id) if actor.works_as_officer and actor.officer_id else []


async def lines_of(to: Addressee, officer_id: OfficerId) -> list[str]:
    """The same of an officer."""
    absence = await absences.of_officer(to.tx, officer_id)
    if absence is None or not absence.is_running:
        return []
    return [to.say("menu-away", date=to.say.near_date(absence.span.last, to.tx.now))]


async def case_lines(to: Addressee, case: Case) -> list[str]:
    """To the resident of a case that others work while its officer is away: until when. Of a discreet one, nothing."""
    if not case.is_open or is_discreet(case):
        return []
    lent_for = await absences.of_case(to.tx, case.id)
    if lent_for is not None:
        return [to.say("case-officer-away", date=to.say.near_date(lent_for.span.last, to.tx.now))]
    if case.area_id is None or case.coordinator_id is not None:
        return []
    stand_ins = {each.stand_in_id for each in await absences.in_area(to.tx, case.area_id)}
    return (await area_lines(to, case.area_id))[:1] if case.officer_id in {None, *stand_ins} else []


async def area_lines(to: Addressee, area_id: AreaId) -> list[str]:
    """To the resident of a new case there: that all officers of the area are away, and who answers meanwhile."""
    away = await absences.in_area(to.tx, area_id)
    if not away or len(away) < len(await officers.holding(to.tx, area_id)):
        return []
    say, last = to.say, max(each.span.last for each in away)
    lines = [say("case-officer-away", date=say.near_date(last, to.tx.now))]
    sitting = await officers.of_area(to.tx, area_id)
    card = await officers.public(to.tx, sitting[0]) if sitting else None
    return [*lines, say("case-with-officer", rank=say.rank(card.rank), name=say.person(card.name))] if card else lines
