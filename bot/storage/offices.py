"""The offices of areas."""

from collections.abc import Mapping, Sequence

from bot.domain.bodies import Body, File, Kind
from bot.domain.ids import AreaId, FileId, OfficeId, OfficerId
from bot.domain.offices import OfficeCard, OfficePart
from bot.register import CommunityCode
from bot.storage import files
from bot.storage.transaction import Transaction

CARD = """f.id, f.community, f.title, f.latitude, f.longitude, f.phone, f.directions, f.by_appointment, f.photo_id"""
SET: Mapping[OfficePart, str] = {
    OfficePart.ADDRESS: "update offices set title = :value where id = :id",
    OfficePart.PHONE: "update offices set phone = :value where id = :id",
    OfficePart.DIRECTIONS: "update offices set directions = :value where id = :id",
}


async def card(tx: Transaction, office_id: OfficeId) -> OfficeCard | None:
    return await tx.fetch_one(OfficeCard, f"select {CARD} from offices f where f.id = :id", id=office_id)


async def of_area(tx: Transaction, area_id: AreaId) -> OfficeCard | None:
    return await tx.fetch_one(
        OfficeCard, f"select {CARD} from areas a join offices f on f.id = a.office_id where a.id = :area", area=area_id
    )


async def areas_of(tx: Transaction, office_id: OfficeId) -> list[AreaId]:
    """The open areas whose office it is. Index: areas_office."""
    sql = "select id from areas where office_id = :office and closed_at is null order by id"
    return await tx.column(AreaId, sql, office=office_id)


async def set_office(tx: Transaction, area_id: AreaId, office_id: OfficeId | None) -> None:
    await tx.execute("update areas set office_id = :office where id = :area", area=area_id, office=office_id)


async def set_text(tx: Transaction, office_id: OfficeId, part: OfficePart, value: str | None) -> None:
    """Of a part that is typed."""
    await tx.execute(SET[part], id=office_id, value=value)


async def set_point(tx: Transaction, office_id: OfficeId, latitude: float | None, longitude: float | None) -> None:
    sql = "update offices set latitude = :latitude, longitude = :longitude where id = :id"
    await tx.execute(sql, id=office_id, latitude=latitude, longitude=longitude)


async def set_photo(tx: Transaction, office: OfficeCard, photo: Body | None) -> None:
    """The earlier one goes with its row."""
    stored = await files.kept(tx, photo) if photo is not None else None
    photo_id = stored.file.id if stored is not None and stored.file is not None else None
    await tx.execute("update offices set photo_id = :photo where id = :id", id=office.id, photo=photo_id)
    if office.photo_id is not None:
        await files.forget(tx, [body_of(office.photo_id)])


async def photo(tx: Transaction, photo_id: FileId) -> Body:
    [found] = await files.filled(tx, [body_of(photo_id)])
    return found


def body_of(photo_id: FileId) -> Body:
    return Body(Kind.PHOTO, file=File(photo_id))


async def set_by_appointment(tx: Transaction, office_id: OfficeId, *, on: bool) -> None:
    await tx.execute("update offices set by_appointment = :on where id = :id", id=office_id, on=on)


async def by_appointment(tx: Transaction, office_ids: Sequence[OfficeId]) -> frozenset[OfficeId]:
    """Those of these offices to which people come by appointment alone."""
    sql = "select id from offices where id in (:ids) and by_appointment"
    return frozenset(await tx.column(OfficeId, sql, ids=list(office_ids))) if office_ids else frozenset()


async def officers_by_appointment(
    tx: Transaction, officer_ids: Sequence[OfficerId], community: CommunityCode
) -> frozenset[OfficerId]:
    """Those of these officers who serve an area of the community whose office is such a one."""
    return frozenset(
        await tx.column(
            OfficerId,
            """select g.officer_id from assignments g join areas a on a.id = g.area_id
                 join offices f on f.id = a.office_id
                where g.officer_id in (:officers) and g.until is null and a.community = :community
                  and a.closed_at is null and f.by_appointment""",
            officers=list(officer_ids),
            community=community,
        )
    )
