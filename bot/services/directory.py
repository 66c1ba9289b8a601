"""Changing the directory by a file: whose right it is, what a file would change, and carrying that out.

A community is carried out in a transaction of its own, whole or not at all, and its rows are checked again in it: what
somebody changed meanwhile, or a right that was lost, is met there. So the longest lock is that of one community, and a
process that stops leaves none in the middle.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Self

from bot.domain.audit import OPERATOR, Who
from bot.domain.directory import REST, Row, key_of
from bot.domain.directory_hours import rule_of
from bot.domain.directory_known import (
    AddCommunity,
    AddHours,
    AddOffice,
    Change,
    Known,
    MakeArea,
    MakeSteps,
    PlaceOffice,
    Plan,
    Serve,
    WantPost,
)
from bot.domain.directory_plan import Terms, plan
from bot.domain.ids import AreaId, OfficeId, PersonId, WantedPostId
from bot.domain.kyiv import today
from bot.domain.office_hours import NewOffice
from bot.domain.people import Part, Role
from bot.domain.refusals import NotFound
from bot.register import Community, CommunityCode, OblastCode, Register, Search, SettlementCode
from bot.services import joining, queue
from bot.storage import areas, audit, communities, directory, local_facts, office_hours, wanted_posts
from bot.storage.transaction import Transaction

PER_READ = 40  # communities of an export that are read together


@dataclass(frozen=True, slots=True)
class Author:
    """Who changes the directory, with what they may. `parts`: None for the operator, who may all."""

    who: Who
    person_id: PersonId | None
    parts: Sequence[Part] | None
    own: frozenset[AreaId] = frozenset()

    @classmethod
    async def of(cls, tx: Transaction, person_id: PersonId) -> Self:
        """A coordinator. Raises NotFound for anyone else."""
        parts = [each for each in await communities.parts(tx, person_id) if each.role is Role.COORDINATOR]
        if not parts:
            raise NotFound
        return cls(audit.coordinator(person_id), person_id, parts, await directory.served_by(tx, person_id))

    @property
    def oblast(self) -> str | None:
        """The oblast that they coordinate; None where it is the whole country, or several."""
        codes = {each.code for each in self.parts or ()}
        return codes.pop() if len(codes) == 1 else None

    def may(self, oblast: OblastCode) -> bool:
        return self.parts is None or any(each.coordinates_oblast(oblast) for each in self.parts)

    def within(self, register: Register) -> list[Community]:
        """The communities that they may change, whether these take part or not."""
        return [each for each in register.communities if self.may(each.oblast.code)]


BY_OPERATOR = Author(OPERATOR, None, None)


@dataclass(frozen=True, slots=True)
class Places:
    """The register, and the search in it."""

    register: Register
    search: Search


async def check(
    tx: Transaction, author: Author, places: Places, rows: Mapping[CommunityCode, Sequence[Row]]
) -> dict[CommunityCode, Plan]:
    """What the rows about these communities come to now. Changes nothing."""
    known = await directory.known_of(tx, list(rows), today(tx.now))
    return {code: await _planned(tx, author, places, known[code], rows[code]) for code in rows}


async def _planned(tx: Transaction, author: Author, places: Places, known: Known, rows: Sequence[Row]) -> Plan:
    community = places.register.community(known.code)
    allowed = author.may(community.oblast.code)
    terms = Terms(allowed, author.own, today(tx.now), await local_facts.curfew(tx, known.code))
    return plan(rows, community, known if allowed else Known(known.code), terms, places.search)


async def apply(tx: Transaction, author: Author, places: Places, code: CommunityCode, rows: Sequence[Row]) -> Plan:
    """Carry out the rows about a community, or where one of them is wrong by now, none."""
    known = (await directory.known_of(tx, [code], today(tx.now)))[code]
    planned = await _planned(tx, author, places, known, rows)
    if not planned.fails:
        await _Work.on(tx, author, places.register.community(code), known).carry_out(planned.changes)
    return planned


@dataclass(slots=True)
class _Work:
    """What is carried out in one community: areas, offices and those to be invited by their names, new ones too."""

    tx: Transaction
    author: Author
    community: Community
    areas: dict[str, AreaId] = field(default_factory=dict)
    offices: dict[str, OfficeId] = field(default_factory=dict)
    wanted: dict[str, WantedPostId] = field(default_factory=dict)
    redivided: set[AreaId] = field(default_factory=set)

    @classmethod
    def on(cls, tx: Transaction, author: Author, community: Community, known: Known) -> Self:
        work = cls(tx, author, community)
        work.areas = {key_of(each.name): each.id for each in known.areas}
        work.offices = {key_of(each.address): each.id for each in reversed(known.offices)}
        work.wanted = {key_of(each.name): each.id for each in reversed(known.wanted)}
        return work

    async def carry_out(self, changes: Sequence[Change]) -> None:
        for change in changes:
            await self._one(change)
        for area_id in sorted(self.redivided):
            self._note("import settlements", "area", area_id)
        if self.redivided:
            await queue.readdress(self.tx, self.community.code)

    async def _one(self, change: Change) -> None:
        match change:
            case AddCommunity():
                await self._add_community()
            case MakeSteps(acts):
                by, person_id = self.author.who, self.author.person_id
                await joining.note_steps(self.tx, self.community.code, acts, by, person_id)
            case MakeArea(name):
                self.areas[key_of(name)] = area_id = await areas.add(self.tx, self.community.code, name)
                self._note("make", "area", area_id)
            case Serve(area, place):
                await self._serve(self.areas[key_of(area)], place)
            case AddOffice(address, latitude, longitude):
                new = NewOffice(self.community.code, address, latitude, longitude)
                self.offices[key_of(address)] = office_id = await office_hours.add_office(self.tx, new, listed=True)
                self._note("add", "office", office_id)
            case PlaceOffice(office_id, latitude, longitude):
                await office_hours.place_office(self.tx, office_id, latitude, longitude)
                self._note("place on the map", "office", office_id)
            case WantPost(area, name):
                area_id = self.areas[key_of(area)]
                self.wanted.setdefault(key_of(name), await wanted_posts.add(self.tx, area_id, name))
                self._note("want", "area", area_id)
            case AddHours():
                await self._add_hours(change)

    async def _add_community(self) -> None:
        code, oblast = self.community.code, self.community.oblast.code
        if await communities.add(self.tx, code, oblast, self.author.person_id):
            self._note("add", "community", code)

    async def _serve(self, area_id: AreaId, place: str) -> None:
        self.redivided.add(area_id)
        if place == REST:
            await areas.set_whole(self.tx, area_id, True)
        else:
            await areas.serve(self.tx, area_id, self.community.code, SettlementCode(place))

    async def _add_hours(self, change: AddHours) -> None:
        hours, office_id = change.hours, self.offices[key_of(change.hours.address)]
        since = hours.since or today(self.tx.now)
        if change.officer_id is None:
            await wanted_posts.add_hours(self.tx, self.wanted[key_of(change.name)], office_id, hours, since)
            return
        rule = rule_of(change.officer_id, office_id, self.community.code, hours, since)
        self._note("add", "hours", await office_hours.add_rule(self.tx, rule))

    def _note(self, act: str, kind: str, subject: int | str) -> None:
        audit.write(self.tx, self.author.who, act, kind, subject, self.community.code)


# The export.


async def known_to(tx: Transaction, author: Author) -> list[Known]:
    """Of every community that takes part and that this person coordinates, by their codes."""
    codes = await directory.taking_part(tx, author.person_id)
    found: list[Known] = []
    for first in range(0, len(codes), PER_READ):
        some = await directory.known_of(tx, codes[first : first + PER_READ], today(tx.now))
        found += some.values()
    return found


async def export_for(tx: Transaction, person_id: PersonId) -> list[Known]:
    """The same for a coordinator. Raises NotFound."""
    return await known_to(tx, await Author.of(tx, person_id))


gather_all = partial(known_to, author=BY_OPERATOR)
