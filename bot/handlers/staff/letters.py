"""Letters about who is entrusted with what."""

from collections.abc import Sequence

from bot.domain.staff import PartChanged, RecoveryCode
from bot.handlers.staff.pages import entrusted, name_of, place_of
from bot.services import staff
from bot.storage import staff as stored
from bot.surface.links import link_to
from bot.surface.outgoing import Effect, Show
from bot.surface.rendering import Addressee
from bot.surface.screens import Screen


async def render_part_changed(to: Addressee, letter: PartChanged) -> Sequence[Effect]:
    held = await stored.any_part(to.tx, letter.part_id)
    if held is None:
        return []
    say = to.say
    if held.person_id == to.person_id:
        return [Show(Screen(lines=[say(f"staff-part-ended-you-{held.role}", place=place_of(to, held))]))]
    name = await name_of(to, held.person_id, [held])
    lines = [name, entrusted(to, held)]
    return [Show(Screen(say(f"staff-part-{letter.change}-title"), [*lines, say(f"staff-part-{letter.change}")]))]


async def render_recovery_code(to: Addressee, letter: RecoveryCode) -> Sequence[Effect]:
    """For a person who has a post or a part by now: the code is made here, so that it is in no queue."""
    if not await stored.is_entrusted(to.tx, to.person_id):
        return []
    code = await staff.recovery_code(to.tx, to.person_id)
    link = link_to(to.bot_username, f"k-{code}")
    return [Show(Screen(to.say("staff-code-title"), [to.say("staff-code", code=code, link=link)]))]
