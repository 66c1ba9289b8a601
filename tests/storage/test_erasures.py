"""The list of what was erased on request, and that it is carried out again on a database that was restored."""

from datetime import timedelta

import pytest

from bot.domain.bodies import Body, Kind
from bot.domain.cases import NewMessage, Side, Status
from bot.domain.erasures import Erasure, What
from bot.domain.ids import CaseId, PersonId
from bot.services import erasure
from bot.storage import areas, case_messages, erasures, people
from bot.storage.engine import Database
from bot.storage.transaction import Store, Transaction
from bot.workers.eraser import erase_asked
from simulator.clock import MovedClock
from tests.storage import village
from tests.town import KOMYSHUVAKHA, policy

AFTERWARDS = timedelta(hours=1)


@pytest.fixture
def store(database: Database) -> Store:
    return Store(database, MovedClock(), policy())


async def sent(tx: Transaction) -> tuple[PersonId, CaseId]:
    """A resident with an open case of one message."""
    await tx.execute(
        """insert into communities(code, oblast, enrolment, enrolled_at) values (:code, 'UA23', 'active', 0)
           on conflict (code) do nothing""",
        code=KOMYSHUVAKHA,
    )
    area = await areas.add(tx, KOMYSHUVAKHA, "Дільниця")
    person = await village.person(tx)
    await people.set_consent(tx, person, 1)
    case = await village.case(tx, area, resident=person, status=Status.NEW)
    await case_messages.add(tx, case, NewMessage(Side.RESIDENT, Body(Kind.TEXT, "слова"), tx.now))
    return person, case


async def counts(tx: Transaction) -> list[int]:
    tables = ("case_messages", "case_links", "persons where consent_version is not null")
    return [await tx.value(int, f"select count(*) from {table}") or 0 for table in tables]


@pytest.mark.parametrize(
    ("what", "left"),
    [
        (What.PERSON, [0, 0, 0]),
        (What.CONSENT, [1, 1, 0]),
        (What.CASE_WORDS, [0, 0, 1]),
        (What.CASE_LINK, [1, 0, 1]),
    ],
)
async def test_what_a_backup_brought_back_is_erased_again_and_once(store: Store, what: What, left: list[int]) -> None:
    person, case = await store.transact(sent)
    subject = person if what in (What.PERSON, What.CONSENT) else case
    asked = Erasure(7, store.clock.now() + AFTERWARDS, what, subject)
    for _ in range(2):
        await store.transact(lambda tx: erasure.repeat(tx, asked))
        await erase_asked(store)
        assert await store.read(counts) == left
    listed = await store.read(lambda tx: erasures.after(tx, 0, 10))
    assert asked.at in [each.at for each in listed]


async def two_of_one_matter(tx: Transaction) -> tuple[CaseId, CaseId]:
    """Two cases that were merged: the second one is empty."""
    (_, case), (_, other) = await sent(tx), await sent(tx)
    await tx.execute(
        "update cases set merged_into = :case, status = 'merged', closed_at = :now where id = :other",
        case=case,
        other=other,
        now=tx.now,
    )
    await tx.execute("update case_messages set case_id = :case where case_id = :other", case=case, other=other)
    return case, other


@pytest.mark.parametrize("asked_of", ["the one that goes on", "the merged one"])
async def test_cases_that_were_merged_are_erased_together_and_each_is_on_the_list(store: Store, asked_of: str) -> None:
    case, other = await store.transact(two_of_one_matter)
    subject = case if asked_of == "the one that goes on" else other
    await store.transact(lambda tx: erasure.erase_case(tx, subject))
    await erase_asked(store)
    assert (await store.read(counts))[:2] == [0, 0]
    assert {each.subject_id for each in await store.read(erasures.all_of)} == {case, other}


async def test_the_list_erases_the_case_into_which_one_was_merged(store: Store) -> None:
    _, other = await store.transact(two_of_one_matter)
    asked = Erasure(7, store.clock.now() + AFTERWARDS, What.CASE_WORDS, other)
    await store.transact(lambda tx: erasure.repeat(tx, asked))
    await erase_asked(store)
    assert (await store.read(counts))[:2] == [0, 0]


@pytest.mark.parametrize("what", What)
async def test_what_came_only_after_an_erasure_is_not_erased_by_it(store: Store, what: What) -> None:
    person, case = await store.transact(sent)
    subject = person if what in (What.PERSON, What.CONSENT) else case
    asked = Erasure(7, store.clock.now() - AFTERWARDS, what, subject)
    await store.transact(lambda tx: erasure.repeat(tx, asked))
    await erase_asked(store)
    assert await store.read(counts) == [1, 1, 1]


async def test_the_list_is_read_on_from_where_one_was(store: Store) -> None:
    async def note(tx: Transaction) -> None:
        for subject in (5, 3, 9):
            await erasures.note(tx, What.CASE_LINK, subject)

    await store.transact(note)
    first, *rest = await store.read(lambda tx: erasures.after(tx, 0, 10))
    assert [each.subject_id for each in rest] == [3, 9]
    assert [each.subject_id for each in await store.read(lambda tx: erasures.after(tx, first.id, 1))] == [3]


async def test_text_goes_a_little_at_a_time(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(erasure, "ROWS", 2)

    async def more(tx: Transaction) -> None:
        _, case = await sent(tx)
        for _ in range(4):
            await case_messages.add(tx, case, NewMessage(Side.RESIDENT, Body(Kind.TEXT, "слова"), tx.now))
        await erasure.erase_case(tx, case)

    await store.transact(more)
    await store.transact(erasure.clear_chats)
    left = []
    while await store.transact(erasure.erase_words):
        left.append((await store.read(counts))[0])
    assert left == [3, 1, 0]
