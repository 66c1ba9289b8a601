"""A case's history is read on from any entry, and no further than asked."""

from datetime import timedelta

from bot.domain.bodies import Body, Kind
from bot.domain.cases import Act, NewMessage, Side
from bot.domain.cases import Kind as CaseKind
from bot.domain.ids import CaseId, PersonId
from bot.storage import case_drafts, case_messages, cases, people
from bot.storage.case_history import END, Position, entries, position
from bot.storage.case_views import history_page
from bot.storage.transaction import Store, Transaction


async def a_case(tx: Transaction, person_id: PersonId, words: int) -> CaseId:
    """Messages in pairs of the same second, and at some of these hours a move."""
    case_id = await case_drafts.add(tx, person_id, CaseKind.QUESTION, None, None, None)
    for number in reversed(range(words)):  # late ones come first
        sent_at = tx.now + timedelta(seconds=number // 2)
        await case_messages.add(tx, case_id, NewMessage(Side.RESIDENT, Body(Kind.TEXT, str(number)), sent_at))
    for _ in range(2):
        await cases.add_event(tx, case_id, Act.ACCEPT, Side.OFFICER)
    return case_id


async def read_all(tx: Transaction, case_id: CaseId, start: Position, limit: int, *, backwards: bool) -> list[int]:
    """The edges of all entries from this position on, read page by page."""
    found: list[int] = []
    while True:
        page = await entries(tx, case_id, start, limit + 1, backwards=backwards)
        fresh = [entry.edge for entry in page if entry.edge not in found[-1:]]
        if not fresh:
            return found
        found += fresh
        start = await at(tx, case_id, found[-1])


async def at(tx: Transaction, case_id: CaseId, edge: int) -> Position:
    found = await position(tx, case_id, edge)
    assert found is not None
    return found


async def test_pages_hold_every_entry_once_in_either_direction(store: Store) -> None:
    async def check(tx: Transaction) -> None:
        person_id = await people.add(tx, 1)
        case_id = await a_case(tx, person_id, 9)
        await a_case(tx, person_id, 4)  # another one's entries are never among them
        whole = [entry.edge for entry in await entries(tx, case_id, END, 1000, backwards=True)]
        assert len(whole) == len(set(whole)) == 11
        oldest = await at(tx, case_id, whole[-1])
        for limit in (1, 2, 3, 100):
            assert await read_all(tx, case_id, END, limit, backwards=True) == whole
            assert await read_all(tx, case_id, oldest, limit, backwards=False) == whole[::-1]

    await store.transact(check)


async def test_an_edge_of_another_case_is_none(store: Store) -> None:
    async def check(tx: Transaction) -> None:
        person_id = await people.add(tx, 1)
        case_id, other = await a_case(tx, person_id, 1), await a_case(tx, person_id, 1)
        edges = [entry.edge for entry in await entries(tx, other, END, 10, backwards=True)]
        assert [await position(tx, case_id, edge) for edge in (*edges, 0)] == [None] * 4

    await store.transact(check)


async def test_a_resident_reads_messages_before_and_after_one(store: Store) -> None:
    async def check(tx: Transaction) -> None:
        case_id = await a_case(tx, await people.add(tx, 1), 6)
        newest = await history_page(tx, case_id, END, 3, backwards=True)
        assert [int(view.body.text) // 2 for view in newest] == [1, 2, 2]
        edge = await at(tx, case_id, newest[0].id)
        before = await history_page(tx, case_id, edge, 10, backwards=True)
        after = await history_page(tx, case_id, edge, 10, backwards=False)
        assert len(before) == 3
        assert after == newest[1:]

    await store.transact(check)
