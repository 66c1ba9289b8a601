"""Lists of cases: their order, their pages, and how each case begins."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from bot.domain.bodies import Body, File, Kind
from bot.domain.case_lists import By, Filter, Tab
from bot.domain.cases import NewMessage, Side
from bot.domain.ids import CaseId, PersonId
from bot.register import SettlementCode
from bot.storage import case_lists, case_messages, case_pins, case_search, case_views, cases, queue
from bot.storage.case_lists import Desk
from bot.storage.transaction import Store, Transaction
from tests.storage import village


async def mention_emergency(tx: Transaction, case_id: CaseId) -> None:
    case = await village.loaded(tx, case_id)
    await cases.save(tx, replace(case, emergency=True))


async def pages(tx: Transaction, desk: Desk, tab: Tab, size: int) -> list[list[CaseId]]:
    """All pages of a list; those before the last one hold the same read backwards."""
    found, edge = [], 0
    while lines := await case_lists.page(tx, desk, tab, edge, size):
        found.append(lines)
        edge = lines[-1].place
    for earlier, later in pairwise(found):
        assert await case_lists.page(tx, desk, tab, later[0].place, size, backwards=True) == earlier
    return [[line.id for line in lines] for lines in found]


async def test_where_an_answer_is_owed_emergencies_come_first_page_by_page(store: Store) -> None:
    async def scene(tx: Transaction) -> None:
        area = await village.area(tx)
        ivan = await village.officer(tx, area)
        mine = [await village.case(tx, area, officer_id=ivan) for _ in range(3)]
        nobodys = [await village.case(tx, area) for _ in range(2)]
        for case_id in (mine[2], nobodys[1]):
            await mention_emergency(tx, case_id)
        desk = Desk(ivan, PersonId(0), await village.person(tx))
        assert await pages(tx, desk, Tab.MINE, 2) == [[mine[2], nobodys[1]], [mine[0], mine[1]], [nobodys[0]]]
        assert [line.id for line in await case_lists.newest(tx, desk, 4)] == [*reversed(nobodys), mine[2], mine[1]]

    await store.transact(scene)


async def test_what_is_pinned_comes_before_emergencies_and_each_page_is_the_same_backwards(store: Store) -> None:
    async def scene(tx: Transaction) -> None:
        area = await village.area(tx)
        ivan, person = await village.officer(tx, area), await village.person(tx)
        mine = [await village.case(tx, area, officer_id=ivan) for _ in range(4)]
        nobodys = [await village.case(tx, area) for _ in range(3)]
        for case_id in (mine[3], nobodys[1]):
            await mention_emergency(tx, case_id)
        for case_id in (nobodys[1], mine[2]):
            await case_pins.add(tx, person, case_id)
        desk = Desk(ivan, PersonId(0), person)
        order = [mine[2], nobodys[1], mine[3], mine[0], mine[1], nobodys[0], nobodys[2]]
        for size in (1, 2, 3, 7):
            assert [each for page in await pages(tx, desk, Tab.MINE, size) for each in page] == order
        await tx.execute("update cases set waits_for = null, status = 'closed', closed_at = touched_at")
        newest_first = [nobodys[1], mine[2], nobodys[2], nobodys[0], mine[3], mine[1], mine[0]]
        for size in (1, 2, 3, 7):
            assert [each for page in await pages(tx, desk, Tab.CLOSED, size) for each in page] == newest_first

    await store.transact(scene)


async def test_a_filter_narrows_pages_counts_and_what_can_be_chosen(store: Store) -> None:
    async def scene(tx: Transaction) -> None:
        area = await village.area(tx)
        ivan = await village.officer(tx, area)
        mine, free = await village.case(tx, area, officer_id=ivan), await village.case(tx, area)
        await tx.execute("update cases set category = 'road', settlement = 'x' where id = :id", id=mine)
        desk = Desk(ivan, PersonId(0), await village.person(tx))
        for narrowed, found in (
            (Filter(subject="road"), [mine]),
            (Filter(subject="question"), [free]),
            (Filter(settlement=SettlementCode("x")), [mine]),
            (Filter(area=area), [mine, free]),
            (Filter(mine=True), [mine]),
            (Filter("question", SettlementCode("x")), []),
        ):
            lines = await case_lists.page(tx, desk, Tab.MINE, 0, 9, narrowed=narrowed)
            assert [line.id for line in lines] == found
            assert (await case_lists.counts(tx, desk, narrowed))[Tab.MINE] == len(found)
        shared = await case_lists.shared(tx, desk, Tab.MINE, By.SUBJECT, Filter(mine=True))
        assert [(each.value, each.count) for each in shared] == [("road", 1)]
        areas = await case_lists.shared(tx, desk, Tab.MINE, By.AREA)
        assert [(each.value, each.count) for each in areas] == [(str(area), 2)]

    await store.transact(scene)


async def test_of_some_cases_those_at_the_desk_are_read(store: Store) -> None:
    async def scene(tx: Transaction) -> None:
        area = await village.area(tx)
        ivan, other = await village.officer(tx, area), await village.officer(tx, area)
        mine, theirs, free = (
            await village.case(tx, area, officer_id=ivan),
            await village.case(tx, area, officer_id=other),
            await village.case(tx, area),
        )
        desk = Desk(ivan, PersonId(0), await village.person(tx))
        assert [each.id for each in await case_lists.these(tx, desk, [mine, theirs, free])] == [free, mine]
        long_ago, soon = tx.now - village.DAY, tx.now + village.DAY
        found = await case_search.candidates(tx, desk, [mine, theirs, free])
        assert [each.id for each in found] == [free, mine]
        assert await case_search.ahead(tx, desk, long_ago, soon, 0, 9) == [free, mine]
        assert await case_search.ahead(tx, desk, long_ago, soon, 0, 1) == [free]
        assert await case_search.ahead(tx, desk, long_ago, soon, free, 9) == [mine]
        assert await case_search.ahead(tx, desk, long_ago, tx.now, 0, 9) == []

    await store.transact(scene)


async def test_emergencies_come_first_in_the_queue(store: Store) -> None:
    async def scene(tx: Transaction) -> None:
        area = await village.area(tx)
        olha = await village.coordinator(tx, village.HERE)
        sent = [await village.case(tx, area) for _ in range(3)]
        await mention_emergency(tx, sent[2])
        found = await queue.waiting(tx, olha, None, 2, 0)
        assert [case.id for case in found] == [sent[2], sent[0]]
        assert [case.emergency for case in found] == [True, False]
        assert [case.id for case in await queue.waiting(tx, olha, None, 2, 2)] == [sent[1]]

    await store.transact(scene)


async def test_cases_begin_with_what_their_residents_sent_first(store: Store) -> None:
    async def scene(tx: Transaction) -> None:
        first, second, other = [await village.case(tx) for _ in range(3)]
        for at, words in ((2, "late"), (0, "early"), (1, "then")):
            body = Body(Kind.TEXT, words)
            await case_messages.add(tx, first, NewMessage(Side.RESIDENT, body, tx.now + timedelta(minutes=at)))
        await case_messages.add(
            tx, second, NewMessage(Side.OFFICER, Body(Kind.TEXT, "answer"), tx.now - timedelta(minutes=1))
        )
        await case_messages.add(
            tx, second, NewMessage(Side.RESIDENT, Body(Kind.PHOTO, file=File(external_id="x")), tx.now)
        )
        await case_messages.add(tx, other, NewMessage(Side.RESIDENT, Body(Kind.TEXT, "not asked for"), tx.now))
        found = await case_views.beginnings(tx, [second, first], 2)
        assert [(each.case_id, each.body.kind, each.body.text) for each in found] == [
            (first, Kind.TEXT, "early"),
            (first, Kind.TEXT, "then"),
            (second, Kind.PHOTO, ""),
        ]

    await store.transact(scene)
