"""The directory's form: what is read of a file, what it would change, and that an export changes nothing."""

from collections.abc import Mapping, Sequence
from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.communities import Enrolment
from bot.domain.directory import FORM, REST, Field, Form, Level, NotTheForm, Page, Row, form_of
from bot.domain.directory_hours import Hours, days_in
from bot.domain.directory_known import (
    AddHours,
    Known,
    KnownArea,
    KnownOffice,
    KnownOfficer,
    MakeSteps,
    Plan,
    Serve,
    WantedPost,
    WantPost,
    rows_of,
)
from bot.domain.directory_places import Places, divided
from bot.domain.directory_plan import Terms, plan
from bot.domain.ids import AreaId, OfficeId, OfficerId, WantedPostId
from bot.domain.joining import JoiningAct
from bot.domain.office_hours import Repeat
from bot.domain.policy import Curfew
from bot.register import Register, Search
from bot.sheets import Odd, OddCell, Workbook
from tests.town import KOMYSHUVAKHA, resources

REGISTER: Register = resources().register
SEARCH: Search = resources().search
COMMUNITY = REGISTER.community(KOMYSHUVAKHA)
VILLAGE, OTHER = COMMUNITY.settlements[2], COMMUNITY.settlements[3]
TODAY = date(2026, 11, 30)
NIGHT = Curfew(time(23), time(5))
TERMS = Terms(allowed=True, own=frozenset(), today=TODAY, curfew=NIGHT)
STREET = "вул. Шкільна, 1"
CENTRE = KnownArea(AreaId(1), "Центр", True, frozenset())
NORTH = KnownArea(AreaId(2), "Північ", False, frozenset({VILLAGE.code}))
HERE = KnownOffice(OfficeId(1), STREET, 47.7, 35.5)
MORNING = Hours(STREET, 0b101, Repeat.EVERY, time(9), time(12), TODAY, None)
IVAN = KnownOfficer(OfficerId(1), "Іван Петренко", frozenset({AreaId(1)}), (MORNING,), ())
KNOWN = Known(KOMYSHUVAKHA, Enrolment.CHOSEN, [CENTRE, NORTH], [HERE], [IVAN], [])


def workbook(page: Page, *rows: Sequence[str], heading: Sequence[str] = ()) -> Workbook:
    return Workbook({page: [list(heading or FORM[page]), *map(list, rows)]})


def row(page: Page, number: int = 2, /, **cells: str) -> Row:
    return Row(page, number, {Field[name.upper()]: text for name, text in cells.items()})


def planned(*rows: Row, known: Known = KNOWN, terms: Terms = TERMS) -> Plan:
    return plan(rows, COMMUNITY, known, terms, SEARCH)


def said(*rows: Row, known: Known = KNOWN, terms: Terms = TERMS) -> list[tuple[Level, str]]:
    return [(each.level, each.key) for each in planned(*rows, known=known, terms=terms).findings]


# Reading a file.


def test_sheets_and_headings_are_found_by_their_names_in_any_order() -> None:
    table = [["ДІЛЬНИЦЯ ", "код громади"], ["Центр", KOMYSHUVAKHA]]
    form = form_of(Workbook({" дільниці": table}))
    assert form.rows == [Row(Page.AREAS, 2, {Field.AREA: "Центр", Field.CODE: KOMYSHUVAKHA})]
    assert form.findings == []


def test_a_heading_that_is_missing_and_one_that_is_unknown_are_said() -> None:
    form = form_of(workbook(Page.AREAS, ["x", "y"], heading=["Код громади", "Нотатки"]))
    assert [(each.level, each.key) for each in form.findings] == [
        (Level.ERROR, "directory-heading-missing"),
        (Level.NOTE, "directory-heading-unknown"),
    ]


def test_an_odd_cell_refuses_its_row_and_no_other() -> None:
    made = Workbook(
        {Page.COMMUNITIES: [list(FORM[Page.COMMUNITIES]), [KOMYSHUVAKHA, "", ""], [KOMYSHUVAKHA, "Комишуваська"]]},
        [OddCell(Page.COMMUNITIES, 1, 2, Odd.FORMULA)],
    )
    form = form_of(made)
    assert [each.number for each in form.rows] == [3]
    assert [(each.number, each.key) for each in form.findings] == [(2, "directory-cell-formula")]


def test_a_table_of_something_else_is_refused() -> None:
    with pytest.raises(NotTheForm):
        form_of(Workbook({"Sheet1": [["a"]]}))
    with pytest.raises(NotTheForm):
        form_of(workbook(Page.AREAS))


# Which community.


@pytest.mark.parametrize(
    ("cells", "key"),
    [
        ({"code": "UA00000000000000000"}, "directory-code-unknown"),
        ({"code": KOMYSHUVAKHA, "community": "Бердянська"}, "directory-other-name"),
        ({"community": "Комишувасьна"}, "directory-name-similar"),
        ({"community": "Ъъъъъъъъъъ"}, "directory-name-unknown"),
        ({"community": "Миколаївська"}, "directory-name-several"),
        ({"step": "обрано"}, "directory-community-missing"),
    ],
)
def test_a_row_about_no_community_says_why(cells: Mapping[str, str], key: str) -> None:
    found = divided(Form([row(Page.COMMUNITIES, **cells)], [], []), Places(REGISTER, SEARCH, None))
    assert [each.key for each in found.findings] == [key]
    assert len(found.left) == 1


def test_a_community_is_found_by_its_code_its_name_or_its_whole_name() -> None:
    rows = [
        row(Page.COMMUNITIES, 2, code=KOMYSHUVAKHA.lower()),
        row(Page.COMMUNITIES, 3, community="Комишуваська"),
        row(Page.COMMUNITIES, 4, community="Комишуваська селищна громада"),
    ]
    found = divided(Form(rows, [], []), Places(REGISTER, SEARCH, None))
    assert (found.findings, list(found.rows)) == ([], [KOMYSHUVAKHA])


# What it would change.


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        (row(Page.COMMUNITIES, step="колись"), "directory-step-unknown"),
        (row(Page.AREAS, area="Центр", settlement="Атлантида"), "directory-name-unknown"),
        (row(Page.AREAS, area="Центр", settlement_code="UA1"), "directory-code-unknown"),
        (row(Page.AREAS, area="Північ", settlement=REST), "directory-rest-of-another"),
        (row(Page.AREAS, area="х" * 61), "area-wrong-name"),
        (row(Page.AREAS), "directory-cell-missing"),
        (row(Page.OFFICES, address="а 1", latitude="47"), "directory-not-degrees"),
        (row(Page.OFFICES, address="а 1", latitude="35.5", longitude="47.7"), "directory-not-in-ukraine"),
        (row(Page.POSTS, area="Схід", officer="Петро Коваль"), "directory-area-unknown"),
        (row(Page.POSTS, area="Центр", officer="007"), "post-not-a-name"),
    ],
)
def test_a_wrong_row_says_why_and_changes_nothing(wrong: Row, key: str) -> None:
    found = planned(wrong)
    assert (found.changes, found.fails) == ((), True)
    assert found.findings[0].key == key


HOURS = {"officer": "Іван Петренко", "address": STREET, "days": "вт", "starts": "9:00", "ends": "10:00"}


@pytest.mark.parametrize(
    ("cells", "key"),
    [
        ({"officer": "Петро Коваль"}, "directory-officer-unknown"),
        ({"address": "інша"}, "directory-office-unknown"),
        ({"days": "вторник"}, "directory-not-days"),
        ({"repeat": "інколи"}, "directory-not-a-repeat"),
        ({"starts": "25:00"}, "directory-not-a-time"),
        ({"since": "31.02.2027"}, "directory-not-a-day"),
        ({"days": "пн", "starts": "11:00", "ends": "13:00"}, "hours-overlap"),
        ({"starts": "22:00", "ends": "23:30"}, "hours-during-curfew"),
        ({"since": "02.12.2026", "until": "03.12.2026"}, "hours-never-held"),
    ],
)
def test_wrong_hours_say_why(cells: Mapping[str, str], key: str) -> None:
    found = planned(row(Page.HOURS, **{**HOURS, **cells}))
    assert found.findings[0].key == key
    assert found.changes == ()


def test_a_settlement_moves_and_none_is_given_twice() -> None:
    found = planned(
        row(Page.AREAS, 2, area="центр", settlement=VILLAGE.name),
        row(Page.AREAS, 3, area="Північ", settlement=VILLAGE.name),
        row(Page.AREAS, 4, area="Північ", settlement=OTHER.name),
        row(Page.AREAS, 5, area="Північ", settlement=OTHER.name),
    )
    assert [each.key for each in found.findings] == [
        "directory-settlement-moves",
        "directory-two-areas",
        "directory-settlement-served",
        "directory-duplicate",
    ]
    assert found.changes == (Serve("Центр", VILLAGE.code), Serve("Північ", OTHER.code))


def test_nobody_changes_what_is_not_theirs_or_what_they_serve_themselves() -> None:
    rows = [row(Page.AREAS, area="Північ", settlement=OTHER.name)]
    assert said(*rows, terms=Terms(False, frozenset(), TODAY, NIGHT)) == [(Level.ERROR, "directory-not-yours")]
    own = Terms(True, frozenset({AreaId(2)}), TODAY, NIGHT)
    assert [level for level, _ in said(*rows, terms=own)] == [Level.ERROR]


def test_a_community_that_takes_no_part_is_added_first() -> None:
    rows = [row(Page.AREAS, 2, area="Центр", settlement=REST)]
    nothing = Known(KOMYSHUVAKHA)
    assert said(*rows, known=nothing) == [(Level.ERROR, "directory-takes-no-part")]
    added = said(row(Page.COMMUNITIES, step="згодна"), *rows, known=nothing)
    assert added == [(Level.CREATED, "directory-community-added"), (Level.CREATED, "directory-settlement-served")]


def test_a_step_that_needs_a_paper_or_a_reason_is_left_to_the_bot() -> None:
    assert planned(row(Page.COMMUNITIES, step="згодна")).changes == (MakeSteps((JoiningAct.INVITE, JoiningAct.AGREE)),)
    for step in ("меморандум", "працює", "завершено"):
        found = planned(row(Page.COMMUNITIES, step=step))
        assert ([each.level for each in found.findings], found.changes) == ([Level.NOTE], ())


def test_an_officer_to_come_has_hours_at_once() -> None:
    found = planned(
        row(Page.POSTS, area="Північ", officer="Петро Коваль"),
        row(Page.HOURS, **{**HOURS, "officer": "петро коваль"}),
    )
    wanted, hours = found.changes
    assert wanted == WantPost("Північ", "Петро Коваль")
    assert isinstance(hours, AddHours)
    assert (hours.officer_id, hours.name) == (None, "Петро Коваль")


@pytest.mark.parametrize(("text", "days"), [("пн", 1), ("пн, ср", 5), ("Пн - Ср; пт", 0b10111), ("сб–нд", 0b1100000)])
def test_days_are_read_as_people_write_them(text: str, days: int) -> None:
    assert days_in(text) == days


# The law: an export changes nothing.

NAMES = st.sampled_from(["Центр", "Північ", "Схід", "Дільниця № 1", "=A1"])
PEOPLE = st.sampled_from(["Іван Петренко", "Петро Коваль", "Олена Дуб"])
ADDRESSES = st.sampled_from([STREET, "м-н Миру, 5", "-1+2"])


@st.composite
def known_things(draw: st.DrawFn) -> Known:
    names = draw(st.lists(NAMES, unique=True, max_size=4))
    codes = draw(st.lists(st.sampled_from([each.code for each in COMMUNITY.settlements]), unique=True, max_size=6))
    whole = draw(st.integers(0, 4))
    areas = [
        KnownArea(AreaId(place + 1), name, place == whole, frozenset(codes[place :: len(names)]))
        for place, name in enumerate(names)
    ]
    addresses = draw(st.lists(ADDRESSES, unique=True))
    offices = [KnownOffice(OfficeId(place + 1), each, 47.5, 35.25) for place, each in enumerate(addresses)]
    people = draw(st.lists(PEOPLE, unique=True)) if areas else []
    day, repeat = st.integers(0, 6), st.sampled_from(Repeat)
    hours = [
        tuple(Hours(each, 1 << draw(day), draw(repeat), time(9), time(12), TODAY, None) for each in addresses[:1])
        for _ in people
    ]
    serving = draw(st.integers(0, len(people)))
    officers = [
        KnownOfficer(OfficerId(place + 1), name, frozenset({areas[0].id}), hours[place], ())
        for place, name in enumerate(people[:serving])
    ]
    wanted = [
        WantedPost(WantedPostId(place + 1), areas[-1].id, name, False, own)
        for place, (name, own) in enumerate(list(zip(people, hours, strict=True))[serving:])
    ]
    return Known(KOMYSHUVAKHA, draw(st.sampled_from(Enrolment)), areas, offices, officers, wanted)


@settings(deadline=None)
@given(known_things())
def test_what_is_given_out_changes_nothing_when_it_is_taken_in(known: Known) -> None:
    tables: dict[str, list[list[str]]] = {
        page: [list(FORM[page]), *([each[name] for name in FORM[page]] for each in rows_of(known, COMMUNITY, page))]
        for page in Page
    }
    found = divided(form_of(Workbook(tables)), Places(REGISTER, SEARCH, None))
    plans = planned(*found.rows[KOMYSHUVAKHA], known=known)
    assert {each.level for each in plans.findings} == {Level.SAME}
    assert (plans.changes, found.findings) == ((), [])
