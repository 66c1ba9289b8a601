"""The photo of an office, by which people find it."""

from collections.abc import Sequence

from bot.domain.offices import OfficePhoto
from bot.handlers.offices.buttons import ShowPhoto
from bot.services import offices
from bot.storage import offices as stored
from bot.surface.context import Context
from bot.surface.outgoing import Effect, Quote, Show
from bot.surface.rendering import Addressee
from bot.surface.rich import Rich


async def show(context: Context, button: ShowPhoto) -> None:
    await offices.show_photo(context.tx, context.actor, button.office_id)


async def render(to: Addressee, letter: OfficePhoto) -> Sequence[Effect]:
    """Void where it is not shown any more."""
    photo = await offices.photo_for(to.tx, to.person_id, letter.office_id)
    office = await stored.card(to.tx, letter.office_id)
    if photo is None or office is None:
        return []
    heading = Rich(to.say("office-at", address=to.say.place(office.title)))
    return [Show(Quote(heading, [photo], missing=to.say("office-photo-gone")))]
