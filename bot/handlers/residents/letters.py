"""Letters to residents that nobody pressed for."""

from collections.abc import Sequence

from bot.domain.residents import OfficerHasCome
from bot.handlers.people.buttons import Menu
from bot.handlers.residents.buttons import MyOfficer
from bot.storage import people
from bot.telegram.rendering import Addressee
from bot.telegram.screens import Call, Label, Screen, calls_of


async def render_officer_has_come(to: Addressee, letter: OfficerHasCome) -> Sequence[Call]:
    """Void for whoever has moved away meanwhile."""
    actor, say = await people.known(to.tx, to.person_id), to.say
    if actor.community != letter.community:
        return []
    buttons: list[list[Label]] = [[(say("menu-officer-button"), MyOfficer())], [(say("back-button"), Menu())]]
    return calls_of(Screen(say("officer-has-come-title"), [say("officer-has-come")], buttons=buttons))
