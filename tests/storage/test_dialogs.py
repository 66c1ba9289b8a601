"""Dialogs: a person is in the middle of one thing at a time, and not for ever."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from bot.domain.bodies import Body, Kind
from bot.domain.case_dialogs import AddingToCase, CollectingDraft, HoldingText
from bot.domain.desk import TextUnassigned
from bot.domain.dialogs import Dialog, Written
from bot.domain.ids import CaseId, PersonId
from bot.domain.people import Actor
from bot.domain.residents import FindingCommunity
from bot.services.cases import unsent
from bot.storage import dialogs, people
from bot.storage.transaction import Store, Transaction
from simulator.clock import START, MovedClock
from tests.storage import village

SEARCH, DRAFT = FindingCommunity("Комишуваха"), CollectingDraft(CaseId(1))
WORDS = HoldingText((Written(7, Body(Kind.TEXT, "Дякую"), None, START),))
DAY = timedelta(hours=24)


async def somebody(store: Store) -> PersonId:
    return await store.transact(village.person)


async def known(store: Store, person: PersonId) -> Actor:
    return await store.transact(lambda tx: people.known(tx, person))


async def begin(store: Store, person: PersonId, dialog: Dialog) -> None:
    async def begun(tx: Transaction) -> None:
        await dialogs.begin(tx, await people.known(tx, person), dialog)

    await store.transact(begun)


async def end(store: Store, person: PersonId) -> None:
    async def ended(tx: Transaction) -> None:
        await dialogs.end(tx, await people.known(tx, person))

    await store.transact(ended)


@pytest.mark.parametrize("dialog", [SEARCH, DRAFT, WORDS])
async def test_a_dialog_comes_with_the_person(store: Store, dialog: Dialog) -> None:
    person = await somebody(store)
    assert (await known(store, person)).dialog is None
    await begin(store, person, dialog)
    assert (await known(store, person)).dialog == dialog


async def test_a_new_dialog_takes_the_place_of_the_one_before(store: Store) -> None:
    person = await somebody(store)
    await begin(store, person, SEARCH)
    await begin(store, person, DRAFT)
    assert (await known(store, person)).dialog == DRAFT


async def test_everybody_has_a_dialog_of_their_own(store: Store) -> None:
    one, other = await somebody(store), await somebody(store)
    await begin(store, one, SEARCH)
    await begin(store, other, DRAFT)
    await end(store, other)
    assert (await known(store, one)).dialog == SEARCH
    assert (await known(store, other)).dialog is None


async def test_leaving_one_kind_of_dialog_keeps_any_other(store: Store) -> None:
    person = await somebody(store)
    await begin(store, person, SEARCH)

    async def leave(kind: type[Dialog]) -> None:
        async def left(tx: Transaction) -> None:
            await dialogs.leave(tx, await people.known(tx, person), kind)

        await store.transact(left)

    await leave(CollectingDraft)
    assert (await known(store, person)).dialog == SEARCH
    await leave(FindingCommunity)
    assert (await known(store, person)).dialog is None


async def test_messages_that_wait_are_let_go_of_only_by_name(store: Store) -> None:
    person = await somebody(store)
    await begin(store, person, WORDS)
    with pytest.raises(TextUnassigned):
        await begin(store, person, DRAFT)
    with pytest.raises(TextUnassigned):
        await end(store, person)
    assert (await known(store, person)).dialog == WORDS

    async def let_go(tx: Transaction) -> None:
        await dialogs.let_go(tx, await people.known(tx, person))

    await store.transact(let_go)
    assert (await known(store, person)).dialog is None


async def test_a_dialog_is_read_for_drawing_only_as_the_kind_that_it_is(store: Store) -> None:
    person = await somebody(store)
    chat_id = (await known(store, person)).chat_id
    await begin(store, person, SEARCH)

    async def read(kind: type[Dialog]) -> Dialog | None:
        return await store.transact(lambda tx: dialogs.open_in(tx, person, chat_id, kind))

    assert await read(FindingCommunity) == SEARCH
    assert await read(CollectingDraft) is None


@pytest.mark.parametrize(("dialog", "lasts"), [(AddingToCase(CaseId(1)), timedelta(minutes=15)), (DRAFT, DAY)])
async def test_a_dialog_is_over_when_its_time_is(
    store: Store, clock: MovedClock, dialog: Dialog, lasts: timedelta
) -> None:
    person = await somebody(store)
    chat_id = (await known(store, person)).chat_id
    await begin(store, person, dialog)
    clock.advance(lasts - timedelta(seconds=1))
    assert (await known(store, person)).dialog == dialog
    clock.advance(timedelta(seconds=1))
    assert (await known(store, person)).dialog is None
    assert await store.transact(lambda tx: dialogs.open_in(tx, person, chat_id, type(dialog))) is None


async def test_only_dialogs_that_are_over_are_swept(store: Store, clock: MovedClock) -> None:
    early, late = await somebody(store), await somebody(store)
    await begin(store, early, SEARCH)
    clock.advance(DAY / 2)
    await begin(store, late, SEARCH)
    clock.advance(DAY / 2)

    async def left(tx: Transaction) -> int:
        await unsent.end_dialogs(tx)
        return await tx.count("select flow from dialogs")

    assert await store.transact(left) == 1
    assert (await known(store, late)).dialog == SEARCH


# Dialogs that another version of the program has stored.


@pytest.mark.parametrize(
    ("flow", "data"),
    [
        ("a form of long ago", '{"case": 1}'),
        ("draft", '{"case": 1}'),
        ("draft", '{"case_id": "the first"}'),
        ("desk whose", '{"kept": "[]"}'),
        ("draft", "no JSON"),
    ],
)
async def test_a_dialog_that_fits_no_form_of_today_counts_as_none_and_is_logged(
    store: Store, flow: str, data: str
) -> None:
    person = await somebody(store)
    await begin(store, person, SEARCH)

    async def overwrite(tx: Transaction) -> None:
        await tx.execute("update dialogs set flow = :flow, data = :data", flow=flow, data=data)

    await store.transact(overwrite)
    with capture_logs() as lines:
        assert (await known(store, person)).dialog is None
    assert [(line["log_level"], line["flow"]) for line in lines] == [("warning", flow)]
    assert data not in str(lines)
    await begin(store, person, DRAFT)
    assert (await known(store, person)).dialog == DRAFT


def test_two_dialogs_cannot_share_a_name() -> None:
    with pytest.raises(TypeError, match="share the flow draft"):

        @dataclass(frozen=True, slots=True)
        class Another(Dialog, flow=CollectingDraft.flow):
            """A dialog under the name of the draft's."""

    assert Dialog.flows[CollectingDraft.flow] is CollectingDraft
