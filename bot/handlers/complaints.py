"""What desk, queue and draft say alike of a complaint."""

from dataclasses import replace

from bot.domain.cases import Case, Category
from bot.storage import officers
from bot.surface.rendering import Addressee
from bot.surface.screens import Screen


def headed(to: Addressee, case: Case, screen: Screen) -> Screen:
    """The screen of a complaint says first who reads it, and then what it is."""
    if case.category is not Category.COMPLAINT:
        return screen
    return replace(screen, title=to.say("complaint-title"), lines=[screen.title, *screen.lines])


async def complained_of(to: Addressee, case: Case) -> list[str]:
    """Whom a complaint is about, where its resident says so."""
    if case.about_coordinators:
        return [to.say("complaint-of-coordinators")]
    officer = await officers.of_person(to.tx, case.about_person_id) if case.about_person_id is not None else None
    return (
        [to.say("complaint-of-officer", rank=to.say.rank(officer.rank), name=to.say.person(officer.name))]
        if officer
        else []
    )
