"""The order in which letters leave the outbox, and whose turn it is."""

from datetime import timedelta

from bot.domain.case_letters import DangerMentioned, MessageText
from bot.domain.ids import CaseId, CaseMessageId, OutboxId
from bot.domain.letters import ChatAt, DeskMember, Letter, Party, PersonAt, PlainText, ResidentOf
from bot.domain.residents import Place
from bot.storage import outbox, residents
from bot.storage.outbox import Waiting
from bot.storage.transaction import Store, Transaction
from simulator.clock import START
from tests.storage import village
from tests.storage.letters import ONE, OTHER, heads, mark_sending, refuse, retry, somebody, tell, waiting
from tests.town import KOMYSHUVAKHA

# Order.


async def test_letters_leave_in_the_order_in_which_they_were_written(store: Store) -> None:
    one, other = await somebody(store), await somebody(store)

    async def write(tx: Transaction) -> None:
        for party, key in ((one, "1"), (other, "2"), (one, "3")):
            tx.outbox.tell(party, PlainText(key))

    await store.transact(write)
    rows = await waiting(store)
    assert [row.content for row in rows] == [PlainText("1"), PlainText("2"), PlainText("3")]
    assert [row.party for row in rows] == [one, other, one]
    assert [row.id for row in rows] == sorted(row.id for row in rows)


async def test_a_chat_that_is_busy_is_passed_over(store: Store) -> None:
    one, other = await somebody(store), await somebody(store)
    await tell(store, one)
    await tell(store, other)
    first, second = await heads(store)
    assert [row.id for row in await heads(store, first.chat_id)] == [second.id]
    assert await heads(store, first.chat_id, second.chat_id) == []


async def test_a_letter_that_waits_for_its_retry_stays_before_the_later_ones_of_its_chat(store: Store) -> None:
    party = await somebody(store)
    await tell(store, party, ONE)
    await tell(store, party, OTHER)
    [first, second] = await waiting(store)
    await mark_sending(store, first.id)
    later = START + timedelta(minutes=1)
    await retry(store, first.id, later, done=2)
    [again, after] = await waiting(store)
    assert (again.id, again.attempts, again.done, again.next_at) == (first.id, 1, 2, later)
    assert after.id == second.id


async def test_what_is_being_sent_is_not_sent_a_second_time(store: Store) -> None:
    await tell(store, await somebody(store))
    [row] = await waiting(store)
    await mark_sending(store, row.id)
    assert await waiting(store) == []


async def test_a_held_letter_holds_up_its_case_but_neither_danger_nor_other_cases(store: Store) -> None:
    async def write(tx: Transaction) -> PersonAt:
        person = PersonAt(await village.person(tx))
        await residents.set_place(tx, person.person_id, Place(KOMYSHUVAKHA, None))
        one, other = [ResidentOf(await village.case(tx, resident=person.person_id)) for _ in range(2)]
        tx.outbox.tell(one, MessageText(CaseMessageId(1)))
        tx.outbox.tell(one, MessageText(CaseMessageId(2)))
        tx.outbox.tell(other, MessageText(CaseMessageId(3)))
        tx.outbox.tell(person, ONE)
        tx.outbox.tell(person, OTHER)
        return person

    async def danger(tx: Transaction) -> None:
        tx.outbox.tell(ResidentOf(CaseId(1)), DangerMentioned(CaseMessageId(2)))

    await store.transact(write)
    held, behind, other, first, second = await waiting(store)

    async def leave(*held: Waiting) -> list[OutboxId]:
        ids = [row.id for row in held]
        rows = await store.transact(lambda tx: outbox.heads(tx, 0, 0, [], 64, 8, ids))
        return [row.id for row in rows if row.id not in ids]

    assert await leave() == [held.id, other.id, first.id]
    assert await leave(held) == [other.id, first.id]
    assert await leave(held, first) == [other.id, second.id]
    assert await leave(held, other, first, second) == []
    await store.transact(danger)
    [*_, urgent] = await waiting(store)
    assert await leave(held) == [urgent.id, other.id, first.id]
    assert behind.id not in await leave(held)


# Whose turn it is.


async def of_one_officer(store: Store, count: int) -> list[Party]:
    """So many cases of one officer, whose letters come to one chat."""

    async def write(tx: Transaction) -> list[Party]:
        officer = await village.officer(tx, await village.area(tx))
        return [DeskMember(await village.case(tx), officer) for _ in range(count)]

    return await store.transact(write)


async def served(store: Store) -> list[list[Party]]:
    """Turn by turn, whose letters go, until there are none."""
    turns: list[list[Party]] = []
    while rows := await heads(store):
        turns.append([row.party for row in rows])

        async def end(tx: Transaction, rows: list[Waiting] = rows) -> None:
            for row in rows:
                outbox.end(tx, row.id)

        await store.transact(end)
    return turns


async def test_many_letters_of_one_case_hold_up_another_case_by_one(store: Store) -> None:
    busy, other = await of_one_officer(store, 2)
    for _ in range(4):
        await tell(store, busy)
    await tell(store, other)
    assert await served(store) == [[busy, other], [busy], [busy], [busy]]


async def test_letters_of_one_case_keep_their_order_and_never_share_a_turn(store: Store) -> None:
    one, other = await of_one_officer(store, 2)
    for party, key in ((one, "1"), (one, "2"), (other, "1"), (one, "3"), (other, "2")):
        await tell(store, party, PlainText(key))
    seen: list[tuple[Party, Letter]] = []
    while rows := await heads(store):
        assert len({row.party for row in rows}) == len(rows)
        seen += [(row.party, row.content) for row in rows]
        for row in rows:
            await refuse(store, row.id)
    for party, keys in ((one, "123"), (other, "12")):
        assert [letter for whose, letter in seen if whose == party] == [PlainText(key) for key in keys]


async def test_a_letter_that_is_being_sent_stays_before_what_its_case_says_later(store: Store) -> None:
    one, other = await of_one_officer(store, 2)
    await tell(store, one, dedupe="card")
    await tell(store, other)
    first, _ = await heads(store)
    await mark_sending(store, first.id)
    await tell(store, one, OTHER)
    await retry(store, first.id)
    assert [row.party for row in await heads(store)] == [one, other]
    await refuse(store, first.id)
    assert [row.content for row in await heads(store)] == [ONE, OTHER]


async def test_a_chat_whose_first_letter_is_being_sent_gives_no_other(store: Store) -> None:
    party = await somebody(store)
    await tell(store, party)
    await tell(store, party)
    [first] = await heads(store)
    await mark_sending(store, first.id)
    assert await heads(store) == []


async def test_chats_take_turns(store: Store) -> None:
    everyone = [await somebody(store) for _ in range(5)]
    for _ in range(2):
        for each in everyone:
            await tell(store, each)
    first = await heads(store, chats=2)
    assert [row.party for row in first] == everyone[:2]
    second = await heads(store, after=first[-1].chat_id, chats=2)
    third = await heads(store, after=second[-1].chat_id, chats=2)
    assert [row.party for row in [*second, *third]] == [*everyone[2:], everyone[0]]


async def test_where_few_chats_wait_each_gives_several_and_where_many_wait_one(store: Store) -> None:
    for party in await of_one_officer(store, 6):
        await tell(store, party)
    assert len(await heads(store, chats=64, each=4)) == 4
    assert len(await heads(store, chats=3)) == 3
    for _ in range(3):
        await tell(store, await somebody(store))
    assert len({row.chat_id for row in await heads(store, chats=4)}) == len(await heads(store, chats=4)) == 4


async def test_a_letter_to_a_forums_topic_knows_its_thread(store: Store) -> None:
    [case] = await of_one_officer(store, 1)
    await tell(store, case)
    [row] = await heads(store)
    await tell(store, ChatAt(row.chat_id, 7))
    await tell(store, ChatAt(row.chat_id))
    topic, general = (each for each in await waiting(store) if isinstance(each.party, ChatAt))
    assert (topic.thread_id, general.thread_id) == (7, None)
    assert (topic.party, general.party) == (ChatAt(row.chat_id, 7), ChatAt(row.chat_id))
