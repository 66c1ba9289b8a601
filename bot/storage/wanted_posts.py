"""Officers who are to be invited, with the office hours that they will have: they wait until a person takes the post.

One whose invitation has ended otherwise waits again. What is confirmed is no row any more.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from bot.domain.directory_hours import Hours
from bot.domain.directory_known import WantedPost
from bot.domain.ids import AreaId, InvitationId, OfficeId, WantedPostId
from bot.domain.office_hours import Repeat
from bot.register import CommunityCode
from bot.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class WantedRow:
    id: WantedPostId
    area_id: AreaId
    community: CommunityCode
    name: str
    invited: bool


WANTED = """select w.id, w.area_id, a.community, w.name,
        exists (select 1 from invitations i where i.id = w.invitation_id and i.confirmed_at is null
                   and i.ended is null and i.expires_at > :now) as invited
      from wanted_posts w join areas a on a.id = w.area_id and a.closed_at is null"""


async def of_communities(tx: Transaction, communities: Sequence[CommunityCode]) -> list[WantedRow]:
    """Indexes: areas_community, wanted_posts_area."""
    sql = f"{WANTED} where a.community in (:communities) order by w.id"
    return await tx.fetch_all(WantedRow, sql, communities=list(communities), now=tx.now)


async def of_area(tx: Transaction, area_id: AreaId) -> list[WantedRow]:
    """Index: wanted_posts_area."""
    return await tx.fetch_all(WantedRow, f"{WANTED} where w.area_id = :area order by w.id", area=area_id, now=tx.now)


async def by_id(tx: Transaction, wanted_id: WantedPostId) -> WantedRow | None:
    return await tx.fetch_one(WantedRow, f"{WANTED} where w.id = :id", id=wanted_id, now=tx.now)


async def by_invitation(tx: Transaction, invitation_id: InvitationId) -> WantedRow | None:
    """Index: wanted_posts_invitation."""
    sql = f"{WANTED} where w.invitation_id = :invitation"
    return await tx.fetch_one(WantedRow, sql, invitation=invitation_id, now=tx.now)


async def add(tx: Transaction, area_id: AreaId, name: str) -> WantedPostId:
    sql = "insert into wanted_posts(area_id, name, created_at) values (:area, :name, :now) returning id"
    return WantedPostId(await tx.insert(sql, area=area_id, name=name, now=tx.now))


async def note_invited(tx: Transaction, wanted_id: WantedPostId, invitation_id: InvitationId) -> None:
    sql = "update wanted_posts set invitation_id = :invitation where id = :id"
    await tx.execute(sql, id=wanted_id, invitation=invitation_id)


async def remove(tx: Transaction, wanted_id: WantedPostId) -> None:
    await tx.execute("delete from wanted_posts where id = :id", id=wanted_id)


async def remove_of(tx: Transaction, area_id: AreaId) -> None:
    """Of an area that is closed. Index: wanted_posts_area."""
    await tx.execute("delete from wanted_posts where area_id = :area", area=area_id)


# Their office hours.


@dataclass(frozen=True, slots=True)
class HoursRow:
    wanted_id: WantedPostId
    office_id: OfficeId
    address: str
    days: int
    repeat: Repeat
    starts: time
    ends: time
    since: date
    until: date | None

    @property
    def hours(self) -> Hours:
        return Hours(self.address, self.days, self.repeat, self.starts, self.ends, self.since, self.until)


async def hours_of(tx: Transaction, wanted: Sequence[WantedPostId]) -> list[HoursRow]:
    """Index: wanted_hours_post."""
    return await tx.fetch_all(
        HoursRow,
        """select h.wanted_id, h.office_id, f.title as address, h.days, h.repeat, h.starts, h.ends, h.since, h.until
             from wanted_hours h join offices f on f.id = h.office_id where h.wanted_id in (:wanted) order by h.id""",
        wanted=list(wanted),
    )


async def add_hours(tx: Transaction, wanted_id: WantedPostId, office_id: OfficeId, hours: Hours, since: date) -> None:
    await tx.execute(
        """insert into wanted_hours(wanted_id, office_id, days, repeat, starts, ends, since, until)
           values (:wanted, :office, :days, :repeat, :starts, :ends, :since, :until)""",
        wanted=wanted_id,
        office=office_id,
        days=hours.days,
        repeat=hours.repeat,
        starts=hours.starts,
        ends=hours.ends,
        since=since,
        until=hours.until,
    )


def as_known(row: WantedRow, hours: Sequence[HoursRow]) -> WantedPost:
    own = tuple(each.hours for each in hours if each.wanted_id == row.id)
    return WantedPost(row.id, row.area_id, row.name, row.invited, own)
