"""What the rows of the directory's form about one community would change, and what is wrong with them.

Nothing is ever taken away: what a file does not name stays as it is. A settlement that it gives to another area moves.
Every row gets one finding. Sheets are looked at in the order of `Page`, so a row may name what a sheet before it adds.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.domain.communities import Enrolment, area_name
from bot.domain.directory import NEEDED, REST, STEPS, Field, Finding, Level, Page, Row, key_of
from bot.domain.directory_hours import Hours, check, hours_of
from bot.domain.directory_known import (
    AddCommunity,
    AddHours,
    AddOffice,
    Change,
    Known,
    KnownArea,
    KnownOffice,
    KnownOfficer,
    MakeArea,
    MakeSteps,
    PlaceOffice,
    Plan,
    Serve,
    WantedPost,
    WantPost,
)
from bot.domain.directory_places import settlement_of
from bot.domain.ids import AreaId, OfficerId
from bot.domain.joining import JoiningAct
from bot.domain.office_hours import TITLE_LIMIT, one_line
from bot.domain.officers import Field as CardField
from bot.domain.officers import OwnPost, checked
from bot.domain.policy import Curfew
from bot.domain.refusals import Refusal
from bot.register import Community, Search

MOST_NORTHERN, MOST_SOUTHERN = 53.0, 44.0  # degrees: Ukraine, and a little around it
MOST_WESTERN, MOST_EASTERN = 22.0, 41.0

# The steps that need neither a reason nor a paper, and what brings a community there.
STEPS_ON: Mapping[Enrolment, JoiningAct] = {
    Enrolment.INVITED: JoiningAct.INVITE,
    Enrolment.CONSIDERING: JoiningAct.CONSIDER,
    Enrolment.AGREED: JoiningAct.AGREE,
}


class Wrong(Refusal):
    """What is wrong with a row, by the key of its text."""

    def __init__(self, what: str, **values: str | int) -> None:
        super().__init__(**values)
        self.key = f"directory-{what}"  # type: ignore[misc]  # of this one alone


@dataclass(frozen=True, slots=True)
class Terms:
    """`allowed`: whether the person may change the community. `own`: areas that they serve as an officer."""

    allowed: bool
    own: frozenset[AreaId]
    today: date
    curfew: Curfew


Said = tuple[Level, str, Mapping[str, str | int]]
SAME: Said = (Level.SAME, "directory-same", {})


def said(level: Level, what: str, **values: str | int) -> Said:
    return level, f"directory-{what}", values


def plan(rows: Sequence[Row], community: Community, known: Known, terms: Terms, search: Search) -> Plan:
    return _Planner(community, known, terms, search).planned(rows)


@dataclass(slots=True)
class _Area:
    """An area as it is after the rows so far. `known`: None for a new one."""

    name: str
    known: KnownArea | None
    count: int = 1  # areas that are called so


@dataclass(slots=True)
class _Holder:
    """Who has office hours, or is to have them, as it is after the rows so far."""

    name: str
    officer_id: OfficerId | None
    hours: list[Hours]
    elsewhere: tuple[Hours, ...]
    count: int = 1


@dataclass(slots=True)
class _Planner:
    community: Community
    known: Known
    terms: Terms
    search: Search
    changes: list[Change] = field(default_factory=list)
    takes_part: bool = False
    areas: dict[str, _Area] = field(default_factory=dict)
    offices: dict[str, KnownOffice | None] = field(default_factory=dict)
    holders: dict[str, _Holder] = field(default_factory=dict)
    posts: set[tuple[str, str]] = field(default_factory=set)
    given: dict[str, tuple[str, int]] = field(default_factory=dict)  # by a row of the file
    seen: dict[tuple[Page, tuple[str, ...]], int] = field(default_factory=dict)

    def planned(self, rows: Sequence[Row]) -> Plan:
        self._begin()
        read: Mapping[Page, Callable[[Row], Said]] = {
            Page.COMMUNITIES: self._community,
            Page.AREAS: self._area,
            Page.OFFICES: self._office,
            Page.POSTS: self._post,
            Page.HOURS: self._hours,
        }
        findings: list[Finding] = []
        order = list(Page)
        for row in sorted(rows, key=lambda each: (order.index(each.page), each.number)):
            try:
                self._check(row)
                level, key, values = read[row.page](row)
                findings.append(Finding(row.page, row.number, level, key, values))
            except Refusal as refusal:
                findings.append(Finding.refused(row, refusal))
        return Plan(tuple(findings), tuple(self.changes))

    def _begin(self) -> None:
        known = self.known
        self.takes_part = known.enrolment is not None
        names = {area.id: key_of(area.name) for area in known.areas}
        for area in known.areas:
            there = self.areas.setdefault(key_of(area.name), _Area(area.name, area, 0))
            there.count += 1
        for office in known.offices:
            self.offices.setdefault(key_of(office.address), office)
        holders: list[KnownOfficer | WantedPost] = [*known.officers, *known.wanted]
        for each in holders:
            self._add_holder(each)
            areas = each.areas if isinstance(each, KnownOfficer) else [each.area_id]
            self.posts |= {(names[area], key_of(each.name)) for area in areas if area in names}

    def _add_holder(self, each: KnownOfficer | WantedPost) -> None:
        """An officer who serves comes first; one who is to be invited to several areas is one person."""
        there = self.holders.get(key_of(each.name))
        if isinstance(each, KnownOfficer):
            if there is not None:
                there.count += 1
                return
            self.holders[key_of(each.name)] = _Holder(each.name, each.id, list(each.hours), each.elsewhere)
        elif there is None:
            self.holders[key_of(each.name)] = _Holder(each.name, None, list(each.hours), ())
        elif there.officer_id is None:
            there.hours += each.hours

    def _check(self, row: Row) -> None:
        """What is the same for every sheet."""
        if not self.terms.allowed:
            raise Wrong("not-yours")
        missing = [name for name in NEEDED[row.page] if not row[name]]
        if missing:
            raise Wrong("cell-missing", heading=", ".join(missing))
        about = [key_of(text) for name, text in row.cells.items() if name not in (Field.CODE, Field.COMMUNITY)]
        same = (row.page, tuple(about) if row.page is not Page.COMMUNITIES else ())
        first = self.seen.setdefault(same, row.number)
        if first != row.number:
            raise Wrong("duplicate", row=first)
        if row.page is not Page.COMMUNITIES and not self.takes_part:
            raise Wrong("takes-no-part", page=Page.COMMUNITIES)

    # The sheets.

    def _community(self, row: Row) -> Said:
        known, step = self.known.enrolment, self._step(row[Field.STEP])
        now = known or Enrolment.CHOSEN
        self.takes_part = True
        if known is None:
            self.changes.append(AddCommunity())
        acts = _acts(now, step) if step is not None else ()
        if acts:
            self.changes.append(MakeSteps(acts))
        if acts is None:
            return said(Level.NOTE, "step-not-here", step=STEPS[now])
        if known is None:
            return said(Level.CREATED, "community-added")
        return said(Level.CHANGED, "step-made", step=row[Field.STEP]) if acts else SAME

    def _step(self, text: str) -> Enrolment | None:
        if not text:
            return None
        for enrolment, word in STEPS.items():
            if key_of(text) == word:
                return enrolment
        raise Wrong("step-unknown", steps=", ".join(STEPS.values()))

    def _area(self, row: Row) -> Said:
        area = self.areas.get(key_of(row[Field.AREA]))
        place = self._place(row)
        if area is not None and area.count > 1:
            raise Wrong("area-named-twice", area=area.name)
        if place is not None:
            self._give(row, place)
        if area is None:
            area = _Area(area_name(row[Field.AREA]), None)
            self.areas[key_of(area.name)] = area
            self.changes.append(MakeArea(area.name))
            if place is None:
                return said(Level.CREATED, "area-made")
        return self._served(area, place) if place is not None else SAME

    def _place(self, row: Row) -> str | None:
        """The code of a settlement, or REST; None where nothing is named."""
        if key_of(row[Field.SETTLEMENT]) == REST:
            return REST
        if not row[Field.SETTLEMENT] and not row[Field.SETTLEMENT_CODE]:
            return None
        return settlement_of(row, self.community, self.search).code

    def _give(self, row: Row, place: str) -> None:
        """A file gives a settlement, and the rest, once."""
        area, number = self.given.setdefault(place, (row[Field.AREA], row.number))
        if number != row.number:
            raise Wrong("two-areas", area=area, row=number)

    def _served(self, area: _Area, place: str) -> Said:
        has = [each for each in self.known.areas if (each.whole if place == REST else place in each.settlements)]
        if area.known is not None and [each.id for each in has] == [area.known.id]:
            return SAME
        if place == REST and has:
            raise Wrong("rest-of-another", area=has[0].name)
        concerned = {each.id for each in has} | ({area.known.id} if area.known is not None else set())
        if concerned & self.terms.own:
            raise OwnPost
        self.changes.append(Serve(area.name, place))
        if has:
            return said(Level.CHANGED, "settlement-moves", area=", ".join(each.name for each in has))
        return said(Level.CREATED, "settlement-served")

    def _office(self, row: Row) -> Said:
        address = one_line(row[Field.ADDRESS], TITLE_LIMIT)
        point = _point(row)
        if key_of(address) not in self.offices:
            self.offices[key_of(address)] = None
            self.changes.append(AddOffice(address, *(point or (None, None))))
            return said(Level.CREATED, "office-made")
        office = self.offices[key_of(address)]
        if office is None:
            raise Wrong("office-named-twice")
        if point is None or point == (office.latitude, office.longitude):
            return SAME
        self.changes.append(PlaceOffice(office.id, *point))
        return said(Level.CHANGED, "office-placed")

    def _post(self, row: Row) -> Said:
        area = self.areas.get(key_of(row[Field.AREA]))
        if area is None:
            raise Wrong("area-unknown", area=row[Field.AREA])
        name = checked(CardField.NAME, row[Field.OFFICER])
        post = key_of(area.name), key_of(name)
        if post in self.posts:
            return SAME
        self.posts.add(post)
        self.holders.setdefault(key_of(name), _Holder(name, None, [], ()))
        self.changes.append(WantPost(area.name, name))
        return said(Level.CREATED, "post-wanted")

    def _hours(self, row: Row) -> Said:
        holder = self.holders.get(key_of(row[Field.OFFICER]))
        if holder is None:
            raise Wrong("officer-unknown", page=Page.POSTS)
        if holder.count > 1:
            raise Wrong("officer-named-twice")
        if key_of(row[Field.ADDRESS]) not in self.offices:
            raise Wrong("office-unknown", page=Page.OFFICES)
        wanted = hours_of(row)
        if any(wanted.is_as(each) for each in holder.hours):
            return SAME
        terms = self.terms
        check(wanted, [*holder.hours, *holder.elsewhere], self.community.code, terms.curfew, terms.today)
        holder.hours.append(wanted)
        self.changes.append(AddHours(holder.officer_id, holder.name, wanted))
        return said(Level.CREATED, "hours-added")


def _acts(now: Enrolment, step: Enrolment) -> tuple[JoiningAct, ...] | None:
    """By which a community comes to this step; None where a form cannot bring it there."""
    if step is now:
        return ()
    if step not in STEPS_ON or now not in (Enrolment.CHOSEN, *STEPS_ON):
        return None
    if now is not Enrolment.CHOSEN:
        return (STEPS_ON[step],) if step is not Enrolment.INVITED else None
    return tuple(dict.fromkeys([JoiningAct.INVITE, STEPS_ON[step]]))


def _point(row: Row) -> tuple[float, float] | None:
    """Degrees; None where nothing is said."""
    texts = row[Field.LATITUDE], row[Field.LONGITUDE]
    if not any(texts):
        return None
    try:
        latitude, longitude = (float(text.replace(",", ".")) for text in texts)
    except ValueError:
        raise Wrong("not-degrees") from None
    if not (MOST_SOUTHERN < latitude < MOST_NORTHERN and MOST_WESTERN < longitude < MOST_EASTERN):
        raise Wrong("not-in-ukraine")
    return latitude, longitude
