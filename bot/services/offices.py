"""The office of an area: who says what of it, and what residents may know."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.bodies import Body, Kind
from bot.domain.ids import AreaId, OfficeId, PersonId
from bot.domain.kyiv import today
from bot.domain.letters import LetterClass
from bot.domain.office_hours import NewOffice, Office
from bot.domain.officers import OfficerCard
from bot.domain.offices import (
    AddressFirst,
    Leaflet,
    LeafletAsked,
    OfficeCard,
    OfficePart,
    OfficePhoto,
    PhotoExpected,
    PointExpected,
    typed_part,
)
from bot.domain.people import Actor
from bot.domain.refusals import NotFound
from bot.domain.residents import Place
from bot.services import office_hours
from bot.services.office_hours import Reception
from bot.storage import areas, audit, communities, officers
from bot.storage import office_hours as stored_hours
from bot.storage import offices as stored
from bot.storage.areas import Area
from bot.storage.transaction import Transaction


async def kept_area(tx: Transaction, person_id: PersonId, area_id: AreaId) -> Area:
    """An area of whose office this person says where it is: an officer whose post it is, or its coordinator. Raises
    NotFound.
    """
    area = await areas.by_id(tx, area_id)
    if area is None or not await keeps(tx, person_id, area):
        raise NotFound
    return area


async def keeps(tx: Transaction, person_id: PersonId, area: Area) -> bool:
    own = await officers.of_person(tx, person_id)
    if own is not None and own.id in await officers.holding(tx, area.id):
        return True
    return await communities.coordinated(tx, area.community, person_id) is not None


async def usable(tx: Transaction, area: Area) -> list[Office]:
    """Places of the community where people are received already: one of them may be the area's office."""
    return await stored_hours.offices(tx, [area.community], today(tx.now))


# Saying it.


async def use(tx: Transaction, actor: Actor, area_id: AreaId, office_id: OfficeId) -> None:
    """Raises NotFound, also for a place of another community."""
    area = await kept_area(tx, actor.person_id, area_id)
    if office_id not in [each.id for each in await usable(tx, area)]:
        raise NotFound
    await stored.set_office(tx, area.id, office_id)
    await _note(tx, actor, area, f"set {OfficePart.ADDRESS}")


async def write(tx: Transaction, actor: Actor, area_id: AreaId, part: OfficePart, said: Body | None) -> None:
    """What was sent for a part of the office; the first address makes it.

    Raises NotFound, AddressFirst, TextExpected, TooLong, NotAPhone, PointExpected, PhotoExpected.
    """
    area = await kept_area(tx, actor.person_id, area_id)
    office = await stored.of_area(tx, area.id)
    if office is None and part is OfficePart.ADDRESS:
        title = typed_part(part, _text_of(said))
        await stored.set_office(tx, area.id, await stored_hours.add_office(tx, NewOffice(area.community, title)))
    elif office is None:
        raise AddressFirst
    elif part is OfficePart.POINT:
        if said is None or said.place is None:
            raise PointExpected
        await stored.set_point(tx, office.id, said.place.latitude, said.place.longitude)
    elif part is OfficePart.PHOTO:
        if said is None or said.kind is not Kind.PHOTO:
            raise PhotoExpected
        await stored.set_photo(tx, office, said)
    else:
        await stored.set_text(tx, office.id, part, typed_part(part, _text_of(said)))
    await _note(tx, actor, area, f"set {part}")


def _text_of(said: Body | None) -> str:
    """Empty for a file: its caption would be taken for all of it."""
    return said.text if said is not None and said.kind is Kind.TEXT else ""


async def clear(tx: Transaction, actor: Actor, area_id: AreaId, part: OfficePart) -> None:
    """Without the address the area has no office. Nothing changes where there is nothing. Raises NotFound."""
    area = await kept_area(tx, actor.person_id, area_id)
    office = await stored.of_area(tx, area.id)
    if office is None or not office.has(part):
        return
    match part:
        case OfficePart.ADDRESS:
            await stored.set_office(tx, area.id, None)
        case OfficePart.POINT:
            await stored.set_point(tx, office.id, None, None)
        case OfficePart.PHOTO:
            await stored.set_photo(tx, office, None)
        case _:
            await stored.set_text(tx, office.id, part, None)
    await _note(tx, actor, area, f"clear {part}")


async def appoint(tx: Transaction, actor: Actor, area_id: AreaId, *, on: bool) -> None:
    """Let people come by appointment alone, or openly again. Raises NotFound, AddressFirst."""
    area = await kept_area(tx, actor.person_id, area_id)
    office = await stored.of_area(tx, area.id)
    if office is None:
        raise AddressFirst
    if office.by_appointment is not on:
        await stored.set_by_appointment(tx, office.id, on=on)
        await _note(tx, actor, area, "receive by appointment" if on else "receive openly")


async def _note(tx: Transaction, actor: Actor, area: Area, act: str) -> None:
    own = await officers.of_person(tx, actor.person_id)
    serves = own is not None and own.id in await officers.holding(tx, area.id)
    by = audit.officer(own.id) if own is not None and serves else audit.coordinator(actor.person_id)
    audit.write(tx, by, act, "office", area.id, area.community)


# Residents.


async def shown_at(tx: Transaction, place: Place) -> OfficeCard | None:
    """The office of the area that serves a place, where residents may know it."""
    area_id = await areas.serving(tx, place.community, place.settlement)
    office = await stored.of_area(tx, area_id) if area_id is not None else None
    return office if office is not None and await is_shown(tx, office) else None


async def is_shown(tx: Transaction, office: OfficeCard) -> bool:
    """Whether residents may know where it is."""
    return not office.by_appointment and not await office_hours.are_hidden(tx, [office.community])


async def photo_for(tx: Transaction, person_id: PersonId, office_id: OfficeId) -> Body | None:
    """The photo of an area's office, for a resident who may know where it is, and those who keep it."""
    office = await stored.card(tx, office_id)
    if office is None or office.photo_id is None:
        return None
    serving = [await areas.by_id(tx, each) for each in await stored.areas_of(tx, office.id)]
    known = bool(serving) and await is_shown(tx, office)
    if not known and not any([await keeps(tx, person_id, each) for each in serving if each is not None]):
        return None
    return await stored.photo(tx, office.photo_id)


async def show_photo(tx: Transaction, actor: Actor, office_id: OfficeId) -> None:
    """Raises NotFound."""
    if await photo_for(tx, actor.person_id, office_id) is None:
        raise NotFound
    tx.outbox.tell(actor.here, OfficePhoto(office_id), asked=LetterClass.OWN)


# What is printed.


@dataclass(frozen=True, slots=True)
class Posted:
    """What residents may know of an area, for paper. `office`: None where its address is not shown."""

    officers: Sequence[OfficerCard]
    office: OfficeCard | None
    reception: Reception
    at: datetime


async def posted(tx: Transaction, area: Area) -> Posted:
    """Its own officers, not those who stand in: a poster hangs for long."""
    cards = [each for each in await officers.public_holding(tx, area.id) if each.name]
    office = await stored.of_area(tx, area.id)
    shown = office if office is not None and await is_shown(tx, office) else None
    reception = await office_hours.reception(tx, [each.id for each in cards], area.community)
    return Posted(cards, shown, reception, tx.now)


async def ask_leaflet(tx: Transaction, actor: Actor, area_id: AreaId, leaflet: Leaflet) -> None:
    """Raises NotFound."""
    area = await kept_area(tx, actor.person_id, area_id)
    name = f"leaflet:{leaflet}:{area.id}:{actor.person_id}"
    tx.outbox.tell(actor.here, LeafletAsked(area.id, leaflet), dedupe=name, asked=LetterClass.OWN)
