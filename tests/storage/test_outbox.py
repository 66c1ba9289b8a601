"""The outbox: who gets a letter, in which order, and what becomes of a letter that did not go."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from functools import partial

from bot.domain.ids import OutboxId
from bot.domain.letters import (
    ChatAt,
    CoordinatorsOf,
    DeskMember,
    DeskOf,
    Letter,
    Party,
    PersonAt,
    PlainText,
    ResidentOf,
)
from bot.storage import outbox
from bot.storage.outbox import State, Waiting
from bot.storage.transaction import Store, Transaction
from simulator.clock import START, MovedClock
from tests.storage import village

ONE, OTHER = PlainText("one"), PlainText("other")
PAUSE, LONGEST = timedelta(seconds=1.5), timedelta(seconds=10)


async def tell(store: Store, party: Party, letter: Letter = ONE, dedupe: str | None = None) -> None:
    async def write(tx: Transaction) -> None:
        tx.outbox.tell(party, letter, dedupe=dedupe)

    await store.transact(write)


async def waiting(store: Store) -> list[Waiting]:
    """All that wait, in the order in which they were written."""
    return await store.transact(
        lambda tx: tx.fetch_all(
            Waiting,
            f"select {outbox.WAITING} from outbox o {outbox.CHAT_OF} where o.state = 'waiting' order by o.id",
        )
    )


async def heads(store: Store, *busy: int, after: int = 0, chats: int = 64, each: int = 8) -> list[Waiting]:
    return await store.transact(lambda tx: outbox.heads(tx, after, list(busy), chats, each))


async def mark_sending(store: Store, row_id: OutboxId) -> None:
    async def mark(tx: Transaction) -> None:
        outbox.mark_sending(tx, row_id)

    await store.transact(mark)


async def retry(store: Store, row_id: OutboxId, at: datetime = START, done: int = 0) -> None:
    async def failed(tx: Transaction) -> None:
        outbox.retry(tx, row_id, at, done, "NoAnswer")

    await store.transact(failed)


async def refuse(store: Store, row_id: OutboxId) -> None:
    async def refused(tx: Transaction) -> None:
        outbox.refuse(tx, row_id, State.REFUSED, "403")

    await store.transact(refused)


async def somebody(store: Store) -> PersonAt:
    return PersonAt(await store.transact(village.person))


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


# Joining.


async def test_the_same_sent_twice_to_one_party_is_one_letter(store: Store) -> None:
    party, other = await somebody(store), await somebody(store)
    await tell(store, party, dedupe="edit:1")
    await tell(store, party, dedupe="edit:1")
    await tell(store, party, dedupe="edit:2")
    await tell(store, other, dedupe="edit:1")
    assert [row.party for row in await waiting(store)] == [party, party, other]


async def test_what_has_no_name_is_never_joined(store: Store) -> None:
    party = await somebody(store)
    await tell(store, party)
    await tell(store, party)
    assert len(await waiting(store)) == 2


async def test_a_letter_joins_none_that_is_being_sent(store: Store) -> None:
    party = await somebody(store)
    await tell(store, party, dedupe="edit:1")
    [first] = await waiting(store)
    await mark_sending(store, first.id)
    await tell(store, party, dedupe="edit:1")
    [second] = await waiting(store)
    assert second.id > first.id


async def test_a_send_that_failed_is_one_with_a_newer_letter_that_says_the_same(store: Store) -> None:
    party = await somebody(store)
    await tell(store, party, dedupe="edit:1")
    [first] = await waiting(store)
    await mark_sending(store, first.id)
    await tell(store, party, dedupe="edit:1")
    await retry(store, first.id)
    [left] = await waiting(store)
    assert left.id > first.id


async def test_after_a_crash_what_was_being_sent_waits_again_unless_a_newer_one_says_the_same(store: Store) -> None:
    party = await somebody(store)
    for dedupe in ("edit:1", "edit:2", None):
        await tell(store, party, dedupe=dedupe)
    rows = await waiting(store)
    for row in rows:
        await mark_sending(store, row.id)
    await tell(store, party, dedupe="edit:1")
    assert await store.transact(outbox.recover) == 2
    again = await waiting(store)
    assert [row.id for row in again][:2] == [rows[1].id, rows[2].id]
    assert len(again) == 3


# Albums.


async def album_part(store: Store, party: Party) -> None:
    async def write(tx: Transaction) -> None:
        tx.outbox.tell_album(party, ONE, "a1", tx.now + PAUSE, LONGEST)

    await store.transact(write)


async def test_an_album_waits_for_its_last_part(store: Store, clock: MovedClock) -> None:
    party = await somebody(store)
    await album_part(store, party)
    clock.advance(timedelta(seconds=1))
    await album_part(store, party)
    [row] = await waiting(store)
    assert row.next_at == START + timedelta(seconds=2.5)


async def test_an_album_waits_no_longer_than_ten_seconds_from_its_first_part(store: Store, clock: MovedClock) -> None:
    party = await somebody(store)
    for _ in range(12):
        await album_part(store, party)
        clock.advance(timedelta(seconds=1))
    [row] = await waiting(store)
    assert row.next_at == START + LONGEST


async def test_a_part_that_comes_while_its_album_is_being_sent_is_a_letter_of_its_own(store: Store) -> None:
    party = await somebody(store)
    await album_part(store, party)
    [row] = await waiting(store)
    await mark_sending(store, row.id)
    await album_part(store, party)
    assert len(await waiting(store)) == 1


# To whom.

Scene = Callable[[Transaction], Awaitable[tuple[Party, list[str]]]]


async def agree(store: Store, scene: Scene) -> None:
    """A letter to the scene's party goes to those whom the scene names, and to nobody else."""

    async def write(tx: Transaction) -> list[str]:
        party, expected = await scene(tx)
        tx.outbox.tell(party, ONE)
        return expected

    expected = await store.transact(write)
    assert sorted(row.recipient for row in await waiting(store)) == sorted(expected)


async def test_a_case_leads_to_its_resident(store: Store) -> None:
    async def scene(tx: Transaction) -> tuple[Party, list[str]]:
        case_id = await village.case(tx)
        await village.case(tx)
        return ResidentOf(case_id), [f"resident:{case_id}"]

    await agree(store, scene)


async def test_a_letter_to_a_resident_whose_link_is_cut_reaches_nobody(store: Store) -> None:
    async def scene(tx: Transaction) -> tuple[Party, list[str]]:
        case_id = await village.case(tx)
        await tx.execute("delete from case_links where case_id = :id", id=case_id)
        return ResidentOf(case_id), []

    await agree(store, scene)


async def test_a_new_case_goes_to_every_officer_of_its_area_and_to_no_coordinator(store: Store) -> None:
    async def scene(tx: Transaction) -> tuple[Party, list[str]]:
        area = await village.area(tx)
        one, other = await village.officer(tx, area), await village.officer(tx, area)
        await village.officer(tx, await village.area(tx))
        await village.coordinator(tx, village.HERE)
        case_id = await village.case(tx, area)
        return DeskOf(case_id), [f"desk:{case_id}:{one}", f"desk:{case_id}:{other}"]

    await agree(store, scene)


async def test_a_case_that_an_officer_has_goes_to_him_alone(store: Store) -> None:
    async def scene(tx: Transaction) -> tuple[Party, list[str]]:
        area = await village.area(tx)
        owner, _ = await village.officer(tx, area), await village.officer(tx, area)
        case_id = await village.case(tx, area, officer_id=owner)
        return DeskOf(case_id), [f"desk:{case_id}:{owner}"]

    await agree(store, scene)


async def test_an_officer_who_has_left_the_area_is_not_notified_of_its_new_cases(store: Store) -> None:
    async def scene(tx: Transaction) -> tuple[Party, list[str]]:
        area = await village.area(tx)
        left, stays = await village.officer(tx, area), await village.officer(tx, area)
        await tx.execute("update assignments set until = :now where officer_id = :left", now=tx.now, left=left)
        case_id = await village.case(tx, area)
        return DeskOf(case_id), [f"desk:{case_id}:{stays}"]

    await agree(store, scene)


async def test_where_nobody_serves_a_case_goes_to_the_coordinators_of_its_oblast_and_of_the_country(
    store: Store,
) -> None:
    async def scene(tx: Transaction) -> tuple[Party, list[str]]:
        area = await village.area(tx)
        here, country = await village.coordinator(tx, village.HERE), await village.coordinator(tx, None)
        await village.coordinator(tx, village.ELSEWHERE)
        case_id = await village.case(tx, area)
        return DeskOf(case_id), [f"coordinator:{case_id}:{here}", f"coordinator:{case_id}:{country}"]

    await agree(store, scene)


async def test_a_person_who_coordinates_twice_is_notified_once(store: Store) -> None:
    async def scene(tx: Transaction) -> tuple[Party, list[str]]:
        area = await village.area(tx)
        both = await village.coordinator(tx, village.HERE)
        await tx.execute(
            """insert into parts(person_id, role, scope, since)
               select person_id, role, 'country', since from parts where person_id = :both""",
            both=both,
        )
        case_id = await village.case(tx, area)
        return DeskOf(case_id), [f"coordinator:{case_id}:{both}"]

    await agree(store, scene)


async def test_a_complaint_goes_to_coordinators_and_never_to_an_officer(store: Store) -> None:
    async def scene(tx: Transaction) -> tuple[Party, list[str]]:
        area = await village.area(tx)
        await village.officer(tx, area)
        here = await village.coordinator(tx, village.HERE)
        case_id = await village.case(tx, area, confidential=True)
        return DeskOf(case_id), [f"coordinator:{case_id}:{here}"]

    await agree(store, scene)


async def test_a_case_that_a_coordinator_has_taken_goes_to_him_alone(store: Store) -> None:
    async def scene(tx: Transaction) -> tuple[Party, list[str]]:
        area = await village.area(tx)
        await village.officer(tx, area)
        mine, _ = await village.coordinator(tx, village.HERE), await village.coordinator(tx, village.HERE)
        case_id = await village.case(tx, area, coordinator_id=mine)
        return DeskOf(case_id), [f"coordinator:{case_id}:{mine}"]

    await agree(store, scene)


async def test_coordinators_can_be_notified_although_an_officer_has_the_case(store: Store) -> None:
    async def scene(tx: Transaction) -> tuple[Party, list[str]]:
        area = await village.area(tx)
        owner = await village.officer(tx, area)
        here = await village.coordinator(tx, village.HERE)
        case_id = await village.case(tx, area, officer_id=owner)
        return CoordinatorsOf(case_id), [f"coordinator:{case_id}:{here}"]

    await agree(store, scene)


async def test_one_officer_at_a_desk_can_be_notified_alone(store: Store) -> None:
    async def scene(tx: Transaction) -> tuple[Party, list[str]]:
        area = await village.area(tx)
        one, _ = await village.officer(tx, area), await village.officer(tx, area)
        case_id = await village.case(tx, area)
        return DeskMember(case_id, one), [f"desk:{case_id}:{one}"]

    await agree(store, scene)


async def test_an_officer_who_has_no_account_yet_is_notified_of_nothing(store: Store) -> None:
    async def scene(tx: Transaction) -> tuple[Party, list[str]]:
        area = await village.area(tx)
        officer = await village.officer(tx, area)
        await tx.execute("delete from desks where officer_id = :id", id=officer)
        return DeskOf(await village.case(tx, area)), []

    await agree(store, scene)


async def test_a_letter_goes_to_the_chat_that_its_person_has(store: Store) -> None:
    party = await somebody(store)
    await tell(store, party)
    [row] = await waiting(store)
    assert (row.person_id, row.language) == (party.person_id, "uk")


# What did not go.


async def ended(store: Store) -> list[tuple[OutboxId, State, str | None]]:
    return [(row.id, row.state, row.error) for row in await store.transact(lambda tx: outbox.ended(tx, 10))]


async def test_a_refused_letter_stays_with_its_error_and_lets_its_chat_go_on(store: Store) -> None:
    party = await somebody(store)
    await tell(store, party, ONE)
    await tell(store, party, OTHER)
    [first, second] = await waiting(store)
    await refuse(store, first.id)
    assert [row.id for row in await waiting(store)] == [second.id]
    assert await ended(store) == [(first.id, State.REFUSED, "403")]


async def test_a_refused_letter_can_be_sent_after_all_or_dropped(store: Store) -> None:
    party = await somebody(store)
    await tell(store, party, ONE)
    await tell(store, party, OTHER)
    [first, second] = await waiting(store)
    for row in (first, second):
        await refuse(store, row.id)
    assert await store.transact(partial(outbox.replay, row_id=first.id))
    assert await store.transact(partial(outbox.drop, row_id=second.id))
    [row] = await waiting(store)
    assert (row.id, row.attempts) == (first.id, 0)
    assert await ended(store) == []


async def test_a_refused_letter_that_is_replayed_is_one_with_a_newer_that_says_the_same(store: Store) -> None:
    party = await somebody(store)
    await tell(store, party, dedupe="edit:1")
    [first] = await waiting(store)
    await refuse(store, first.id)
    await tell(store, party, dedupe="edit:1")
    assert await store.transact(partial(outbox.replay, row_id=first.id))
    [row] = await waiting(store)
    assert row.id > first.id
    assert await ended(store) == []


async def test_a_letter_that_waits_can_be_neither_replayed_nor_dropped(store: Store) -> None:
    await tell(store, await somebody(store))
    [row] = await waiting(store)
    assert not await store.transact(partial(outbox.replay, row_id=row.id))
    assert not await store.transact(partial(outbox.drop, row_id=row.id))
    assert len(await waiting(store)) == 1
