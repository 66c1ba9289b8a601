"""What desk, queue and draft say alike of a complaint."""

from bot.domain.cases import Case
from bot.storage import officers
from bot.surface.rendering import Addressee


async def complained_of(to: Addressee, case: Case) -> list[str]:
    """Whom a complaint is about, where its resident says so."""
    if case.about_coordinators:
        return [to.say("complaint-of-coordinators")]
    officer = await officers.of_person(to.tx, case.about_person_id) if case.about_person_id is not None else None
    return [to.say("complaint-of-officer", rank=to.say.rank(officer.rank), name=officer.name)] if officer else []
