"""Cases: their numbers, who may reach them, and the copies by which replies find them."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.bodies import Body, Kind
from bot.domain.cases import OPEN, NewMessage, Side, Status
from bot.domain.ids import CaseId, CaseMessageId, ChatId
from bot.storage import case_drafts, case_messages, cases, chats
from bot.storage.copies import (
    add_copy,
    all_found_at,
    copies_in,
    copies_of,
    forget_copies,
    found_at,
    numbered,
)
from bot.storage.engine import Database
from bot.storage.transaction import Store, Transaction
from simulator.clock import MovedClock
from tests.storage import village
from tests.town import policy

CHAT, OTHER = ChatId(1), ChatId(2)
WORDS = Body(Kind.TEXT, "words")


async def number(store: Store) -> str:
    return await store.transact(cases.allocate_number)


def store_at(database: Database, when: datetime) -> Store:
    return Store(database, MovedClock(when), policy())


# Numbers.


async def test_cases_are_numbered_one_after_another(store: Store) -> None:
    assert [await number(store) for _ in range(3)] == ["КШ-2026-000001", "КШ-2026-000002", "КШ-2026-000003"]


async def test_a_number_whose_transaction_failed_is_given_again(store: Store) -> None:
    async def fails(tx: Transaction) -> None:
        await cases.allocate_number(tx)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await store.transact(fails)
    assert await number(store) == "КШ-2026-000001"


async def test_numbers_begin_anew_with_the_year_in_kyiv(database: Database) -> None:
    assert await number(store_at(database, datetime(2026, 12, 31, 21, 59, tzinfo=UTC))) == "КШ-2026-000001"
    assert await number(store_at(database, datetime(2026, 12, 31, 22, 0, tzinfo=UTC))) == "КШ-2027-000001"
    assert await number(store_at(database, datetime(2027, 1, 1, tzinfo=UTC))) == "КШ-2027-000002"


async def test_a_case_is_found_by_its_number(store: Store) -> None:
    case_id = await store.transact(village.case)
    found = await store.transact(lambda tx: numbered(tx, "КШ-2026-000001"))
    assert found is not None
    assert (found.case_id, found.case_message_id) == (case_id, None)
    assert await store.transact(lambda tx: numbered(tx, "КШ-2026-000002")) is None


# Whose they are.


async def test_a_case_is_its_residents_and_no_one_elses(store: Store) -> None:
    async def scene(tx: Transaction) -> None:
        olena, taras = await village.person(tx), await village.person(tx)
        case_id = await village.case(tx, resident=olena)
        assert await cases.own(tx, case_id, olena) is not None
        assert await cases.own(tx, case_id, taras) is None

    await store.transact(scene)


async def test_open_cases_are_listed_for_each_resident_newest_first_without_drafts_and_closed_ones(
    store: Store,
) -> None:
    async def scene(tx: Transaction) -> None:
        olena, taras, stranger = [await village.person(tx) for _ in range(3)]
        every = {status: await village.case(tx, resident=olena, status=status) for status in Status}
        his = await village.case(tx, resident=taras)
        found = await cases.open_of(tx, [olena, taras, stranger])
        open_ones = [every[each] for each in Status if each in OPEN]
        assert [case.id for case in found[olena]] == open_ones[::-1]
        assert [case.id for case in found[taras]] == [his]
        assert found[stranger] == []

    await store.transact(scene)


async def test_a_desk_has_what_nobody_has_accepted_and_its_own(store: Store) -> None:
    async def scene(tx: Transaction) -> None:
        area = await village.area(tx)
        mine, theirs = await village.officer(tx, area), await village.officer(tx, area)
        free, taken = await village.case(tx, area), await village.case(tx, area, officer_id=theirs)
        complaint = await village.case(tx, area, confidential=True)
        at_desk = {case: await cases.at_desk(tx, case, mine) is not None for case in (free, taken, complaint)}
        assert at_desk == {free: True, taken: False, complaint: False}

    await store.transact(scene)


async def test_an_officer_without_a_post_has_not_even_what_was_his(store: Store) -> None:
    async def scene(tx: Transaction) -> None:
        area = await village.area(tx)
        officer = await village.officer(tx, area)
        case_id = await village.case(tx, area, officer_id=officer)
        await tx.execute("update assignments set until = :now where officer_id = :officer", now=tx.now, officer=officer)
        assert await cases.at_desk(tx, case_id, officer) is None

    await store.transact(scene)


async def test_a_coordinator_reaches_what_no_officer_may_work_in_his_oblast(store: Store) -> None:
    async def scene(tx: Transaction) -> None:
        served, empty = await village.area(tx), await village.area(tx)
        await village.officer(tx, served)
        here, elsewhere = await village.coordinator(tx, village.HERE), await village.coordinator(tx, village.ELSEWHERE)
        queued, complaint = await village.case(tx, empty), await village.case(tx, served, confidential=True)
        with_officer = await village.case(tx, served)
        for case_id, reached in ((queued, True), (complaint, True), (with_officer, False)):
            assert (await cases.coordinated(tx, case_id, here) is not None) is reached
            assert await cases.coordinated(tx, case_id, elsewhere) is None

    await store.transact(scene)


# Copies.


async def message(tx: Transaction, case_id: CaseId) -> CaseMessageId:
    return await case_messages.add(tx, case_id, NewMessage(Side.RESIDENT, WORDS, tx.now))


async def test_a_message_in_a_chat_leads_to_what_it_shows(store: Store) -> None:
    async def sent(tx: Transaction) -> tuple[CaseId, CaseMessageId]:
        case_id = await village.case(tx)
        message_id = await message(tx, case_id)
        add_copy(tx, CHAT, 100, case_id, message_id)
        add_copy(tx, OTHER, 100, case_id, None)
        return case_id, message_id

    case_id, message_id = await store.transact(sent)
    found = await store.transact(lambda tx: all_found_at(tx, [(CHAT, 100), (OTHER, 100), (CHAT, 101)]))
    assert {at: (each.case_id, each.case_message_id) for at, each in found.items()} == {
        (CHAT, 100): (case_id, message_id),
        (OTHER, 100): (case_id, None),
    }
    one = await store.transact(lambda tx: found_at(tx, CHAT, 100))
    assert one is not None
    assert (one.case_id, one.case_message_id) == (case_id, message_id)


async def test_a_message_that_shows_something_else_now_leads_there(store: Store) -> None:
    async def scene(tx: Transaction) -> None:
        one, other = await village.case(tx), await village.case(tx)
        for case_id in (one, other):
            add_copy(tx, CHAT, 100, case_id, None, version=2)
            await tx.flush()
        found = await found_at(tx, CHAT, 100)
        assert found is not None
        assert found.case_id == other
        assert await copies_in(tx, one, CHAT) == []

    await store.transact(scene)


async def test_a_chats_copies_of_one_message_are_listed_in_order_and_no_others(store: Store) -> None:
    async def scene(tx: Transaction) -> None:
        case_id = await village.case(tx)
        first, second = await message(tx, case_id), await message(tx, case_id)
        for at, chat, of, piece in ((102, CHAT, first, 1), (101, CHAT, first, 0), (103, CHAT, second, 0)):
            add_copy(tx, chat, at, case_id, of, piece=piece)
        add_copy(tx, OTHER, 101, case_id, first)
        await tx.flush()
        assert [(copy.message_id, copy.piece) for copy in await copies_of(tx, case_id, CHAT, first)] == [
            (101, 0),
            (102, 1),
        ]
        assert [copy.message_id for copy in await copies_in(tx, case_id, CHAT)] == [101, 102, 103]

    await store.transact(scene)


async def test_a_message_is_delivered_when_the_other_side_first_has_it(store: Store, clock: MovedClock) -> None:
    async def scene(tx: Transaction) -> CaseMessageId:
        message_id = await message(tx, await village.case(tx))
        assert await delivered(tx, message_id) is None
        case_messages.note_delivered(tx, message_id)
        return message_id

    async def delivered(tx: Transaction, message_id: CaseMessageId) -> datetime | None:
        found = await case_messages.by_id(tx, message_id)
        assert found is not None
        return found.delivered_at

    async def again(tx: Transaction) -> None:
        case_messages.note_delivered(tx, message_id)
        await tx.flush()
        assert await delivered(tx, message_id) == first

    first = clock.now()
    message_id = await store.transact(scene)
    clock.advance(timedelta(hours=1))
    await store.transact(again)


async def test_what_an_edited_message_said_before_is_kept_with_it(store: Store) -> None:
    async def scene(tx: Transaction) -> None:
        case_id = await village.case(tx)
        message_id = await message(tx, case_id)
        said = await case_messages.by_id(tx, message_id)
        assert said is not None
        await case_messages.change_body(tx, said, Body(Kind.TEXT, "draft"), version=1, emergency=None)
        await case_messages.change_body(tx, said, Body(Kind.TEXT, "second"), version=2, emergency=None)
        await case_messages.change_body(tx, said, Body(Kind.TEXT, "third"), version=3, emergency=None)
        sql = "select body from case_message_versions where case_message_id = :id order by version"
        kept = await tx.column(Body, sql, id=message_id)
        assert [body.text for body in kept] == ["draft", "second"]
        await case_messages.delete(tx, case_id, [message_id])
        assert not await tx.exists("select version from case_message_versions")

    await store.transact(scene)


async def test_copies_go_with_their_messages_their_chat_and_their_case(store: Store) -> None:
    async def scene(tx: Transaction) -> None:
        draft = await village.draft(tx, await village.person(tx))
        for chat, at in ((CHAT, 100), (CHAT, 101), (OTHER, 100), (ChatId(3), 100)):
            add_copy(tx, chat, at, draft, None)
        await tx.flush()
        await forget_copies(tx, CHAT, [100])
        assert [copy.message_id for copy in await copies_in(tx, draft, CHAT)] == [101]
        await chats.move(tx, OTHER, -1_000_000_000_009)
        assert await copies_in(tx, draft, OTHER) == []
        await case_drafts.delete(tx, [draft])
        assert await found_at(tx, ChatId(3), 100) is None

    await store.transact(scene)
