"""What the directory holds of communities; and the files by which people change it, in a part for each community."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.domain.communities import Enrolment
from bot.domain.directory import Finding, Level, Row
from bot.domain.directory_hours import Hours
from bot.domain.directory_known import Known, KnownArea, KnownOffice, KnownOfficer
from bot.domain.ids import AreaId, DirectoryImportId, OfficeId, OfficerId, PersonId
from bot.domain.office_hours import Office, Rule
from bot.register import CommunityCode, SettlementCode
from bot.storage import office_hours, wanted_posts
from bot.storage.transaction import Transaction

# What is known.


@dataclass(frozen=True, slots=True)
class CommunityRow:
    code: CommunityCode
    enrolment: Enrolment


@dataclass(frozen=True, slots=True)
class AreaRow:
    id: AreaId
    community: CommunityCode
    name: str
    whole: bool


@dataclass(frozen=True, slots=True)
class ServedRow:
    area_id: AreaId
    settlement: SettlementCode


@dataclass(frozen=True, slots=True)
class PostRow:
    officer_id: OfficerId
    name: str
    area_id: AreaId
    community: CommunityCode


async def known_of(tx: Transaction, codes: Sequence[CommunityCode], today: date) -> Mapping[CommunityCode, Known]:
    """Of each of these communities. Indexes: areas_community, area_settlements_area, offices_community."""
    named = list(codes)
    communities = await tx.fetch_all(
        CommunityRow, "select m.code, m.enrolment from communities m where m.code in (:codes)", codes=named
    )
    areas = await tx.fetch_all(
        AreaRow,
        """select a.id, a.community, a.name, a.whole from areas a
            where a.community in (:codes) and a.closed_at is null order by a.id""",
        codes=named,
    )
    served = await tx.fetch_all(
        ServedRow,
        """select s.area_id, s.settlement from areas a join area_settlements s on s.area_id = a.id
            where a.community in (:codes) and a.closed_at is null""",
        codes=named,
    )
    posts = await tx.fetch_all(
        PostRow,
        """select s.officer_id, o.name, s.area_id, s.community from areas a join posts s on s.area_id = a.id
             join officers o on o.id = s.officer_id
            where a.community in (:codes) and a.closed_at is null order by s.id""",
        codes=named,
    )
    offices = await office_hours.offices(tx, named, today)
    rules = await office_hours.rules(tx, list({each.officer_id for each in posts}))
    addresses = await office_hours.named_offices(tx, [each.office_id for each in rules])
    wanted = await wanted_posts.of_communities(tx, named)
    hours = await wanted_posts.hours_of(tx, [each.id for each in wanted])
    enrolments = {each.code: each.enrolment for each in communities}
    return {
        code: Known(
            code,
            enrolments.get(code),
            [_area(each, served) for each in areas if each.community == code],
            [_office(each) for each in offices if each.community == code],
            _officers([each for each in posts if each.community == code], code, rules, addresses),
            [wanted_posts.as_known(each, hours) for each in wanted if each.community == code],
        )
        for code in codes
    }


def _area(area: AreaRow, served: Sequence[ServedRow]) -> KnownArea:
    places = frozenset(each.settlement for each in served if each.area_id == area.id)
    return KnownArea(area.id, area.name, area.whole, places)


def _office(office: Office) -> KnownOffice:
    return KnownOffice(office.id, office.title, office.latitude, office.longitude)


def _officers(
    posts: Sequence[PostRow], code: CommunityCode, rules: Sequence[Rule], addresses: Mapping[OfficeId, Office]
) -> list[KnownOfficer]:
    found: list[KnownOfficer] = []
    for officer_id, name in dict.fromkeys((each.officer_id, each.name) for each in posts):
        areas = frozenset(each.area_id for each in posts if each.officer_id == officer_id)
        own = [each for each in rules if each.officer_id == officer_id]
        there = tuple(_hours(each, addresses) for each in own if each.community == code)
        elsewhere = tuple(_hours(each, addresses) for each in own if each.community != code)
        found.append(KnownOfficer(officer_id, name, areas, there, elsewhere))
    return found


def _hours(rule: Rule, addresses: Mapping[OfficeId, Office]) -> Hours:
    address = addresses[rule.office_id].title
    return Hours(address, rule.days, rule.repeat, rule.starts, rule.ends, rule.since, rule.until)


async def served_by(tx: Transaction, person_id: PersonId) -> frozenset[AreaId]:
    """The areas that a person serves, also while they stand in for another or are away. Index: assignments_officer."""
    sql = """select g.area_id from assignments g join officers o on o.id = g.officer_id
              where o.person_id = :person and g.until is null and g.locked_at is null"""
    return frozenset(await tx.column(AreaId, sql, person=person_id))


async def taking_part(tx: Transaction, person_id: PersonId | None) -> list[CommunityCode]:
    """The communities that this person coordinates; None: every one. By their codes."""
    own = "where exists (select 1 from coordinations k where k.community = m.code and k.person_id = :person)"
    sql = f"select m.code from communities m {own if person_id is not None else ''} order by m.code"
    return await tx.column(CommunityCode, sql, **({} if person_id is None else {"person": person_id}))


# The files.


class State(StrEnum):
    """What is done with a file, or was."""

    READING = "reading"
    CHECKING = "checking"
    CHECKED = "checked"  # it waits for who sent it
    CONFIRMED = "confirmed"  # and is checked once more
    APPLYING = "applying"
    DONE = "done"
    CANCELLED = "cancelled"
    REFUSED = "refused"  # it cannot be read, see `fault`


@dataclass(frozen=True, slots=True)
class Import:
    """`fault`: the key of what is said of a file that cannot be read. `changed`: its findings are others by now."""

    id: DirectoryImportId
    person_id: PersonId
    state: State
    fault: str | None
    changed: bool
    file: str
    size: int


@dataclass(frozen=True, slots=True)
class Rows:
    """As a column holds them."""

    all: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    all: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """`community`: empty for the rows of which none could be found. `findings`: None: not checked yet."""

    community: CommunityCode
    content: Rows
    findings: Findings | None = None

    @property
    def rows(self) -> tuple[Row, ...]:
        return self.content.all

    @property
    def found(self) -> tuple[Finding, ...]:
        return self.findings.all if self.findings is not None else ()


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows of a file are what; `communities`: with a row about them, `applied`: carried out."""

    errors: int
    notes: int
    created: int
    changed: int
    same: int
    communities: int
    applied: int


IMPORT = "d.id, d.person_id, d.state, d.fault, d.changed, d.file, d.size"
PART = "p.community, p.content, p.findings"


async def add_import(tx: Transaction, person_id: PersonId, file: str, size: int) -> DirectoryImportId:
    return DirectoryImportId(
        await tx.insert(
            """insert into directory_imports(person_id, state, file, size, created_at)
               values (:person, :state, :file, :size, :now) returning id""",
            person=person_id,
            state=State.READING,
            file=file,
            size=size,
            now=tx.now,
        )
    )


async def import_of(tx: Transaction, import_id: DirectoryImportId, person_id: PersonId) -> Import | None:
    """The one of this id that this person has sent."""
    sql = f"select {IMPORT} from directory_imports d where d.id = :id and d.person_id = :person"
    return await tx.fetch_one(Import, sql, id=import_id, person=person_id)


async def set_state(
    tx: Transaction, import_id: DirectoryImportId, state: State, *, fault: str | None = None, changed: bool = False
) -> None:
    await tx.execute(
        "update directory_imports set state = :state, fault = :fault, changed = :changed where id = :id",
        id=import_id,
        state=state,
        fault=fault,
        changed=changed,
    )


def add_part(tx: Transaction, import_id: DirectoryImportId, part: Part) -> None:
    """Once: a file may be read again after a crash."""
    tx.later(
        """insert into directory_parts(import_id, community, content) values (:parent, :community, :content)
           on conflict (import_id, community) do nothing""",
        parent=import_id,
        community=part.community,
        content=part.content,
    )


def set_findings(
    tx: Transaction, import_id: DirectoryImportId, community: CommunityCode, findings: tuple[Finding, ...]
) -> None:
    found = Counter(each.level for each in findings)
    tx.later(
        """update directory_parts set findings = :findings, errors = :errors, notes = :notes, created = :created,
                  changed = :changed, same = :same
            where import_id = :parent and community = :community""",
        parent=import_id,
        community=community,
        findings=Findings(findings),
        errors=found[Level.ERROR],
        notes=found[Level.NOTE],
        created=found[Level.CREATED],
        changed=found[Level.CHANGED],
        same=found[Level.SAME],
    )


async def note_applied(tx: Transaction, import_id: DirectoryImportId, community: CommunityCode) -> None:
    await tx.execute(
        "update directory_parts set applied_at = :now where import_id = :parent and community = :community",
        parent=import_id,
        community=community,
        now=tx.now,
    )


async def counts(tx: Transaction, import_id: DirectoryImportId) -> Counts | None:
    return await tx.fetch_one(
        Counts,
        """select coalesce(sum(errors), 0) as errors, coalesce(sum(notes), 0) as notes,
                  coalesce(sum(created), 0) as created, coalesce(sum(changed), 0) as changed,
                  coalesce(sum(same), 0) as same, count(nullif(community, '')) as communities,
                  count(applied_at) as applied
             from directory_parts where import_id = :parent""",
        parent=import_id,
    )


async def parts_of(tx: Transaction, import_id: DirectoryImportId) -> list[Part]:
    """By the codes of their communities."""
    sql = f"select {PART} from directory_parts p where p.import_id = :parent order by p.community"
    return await tx.fetch_all(Part, sql, parent=import_id)


async def wrong_parts(tx: Transaction, import_id: DirectoryImportId, limit: int) -> list[Part]:
    """Some in which an error is, or something that is not carried out; those with errors first."""
    return await tx.fetch_all(
        Part,
        f"""select {PART} from directory_parts p where p.import_id = :parent and p.errors + p.notes > 0
             order by p.errors = 0, p.community limit :limit""",
        parent=import_id,
        limit=limit,
    )


async def unchecked(tx: Transaction, import_id: DirectoryImportId, limit: int) -> list[Part]:
    return await tx.fetch_all(
        Part,
        f"""select {PART} from directory_parts p
             where p.import_id = :parent and p.findings is null order by p.community limit :limit""",
        parent=import_id,
        limit=limit,
    )


async def some_parts(tx: Transaction, import_id: DirectoryImportId, after: str, limit: int) -> list[Part]:
    """The next ones about a community, by their codes."""
    return await tx.fetch_all(
        Part,
        f"""select {PART} from directory_parts p
             where p.import_id = :parent and p.community > :after order by p.community limit :limit""",
        parent=import_id,
        after=after,
        limit=limit,
    )


async def next_part(tx: Transaction, import_id: DirectoryImportId) -> Part | None:
    """One that is to be carried out yet."""
    return await tx.fetch_one(
        Part,
        f"""select {PART} from directory_parts p where p.import_id = :parent and p.community <> ''
               and p.applied_at is null order by p.community limit 1""",
        parent=import_id,
    )


async def count_over(tx: Transaction, before: datetime) -> int:
    """Files that were sent before then. Index: directory_imports_over."""
    return await tx.value(int, "select count(*) from directory_imports where created_at < :before", before=before) or 0


async def erase_over(tx: Transaction, before: datetime, limit: int) -> int:
    """Index: directory_imports_over."""
    return await tx.count(
        """delete from directory_imports where id in
               (select d.id from directory_imports d where d.created_at < :before limit :limit) returning id""",
        before=before,
        limit=limit,
    )
