"""What goes out is tried until Telegram takes it or says a final no, and a chat's order is kept."""

from datetime import timedelta

import pytest

from bot.domain.ids import PersonId
from bot.domain.letters import PersonAt, PlainText
from bot.storage.transaction import Transaction
from simulator import Person
from simulator.faults import CutAfter, CutBefore, Kind, ServerError, TooMany
from tests.town import Town


@pytest.fixture
async def olena(town: Town) -> Person:
    """Somebody whom the bot may write to; what it said so far is out of the way."""
    person = town.telegram.person("Олена")
    await person.starts()
    await town.settled()
    return person


async def tell(town: Town, person: Person, *keys: str) -> None:
    """Plain texts of the bot to a person, in this order."""
    [row] = await town.stored(
        "select id from persons where id = (select person_id from accounts where external_id = :id)", id=str(person.id)
    )

    async def write(tx: Transaction) -> None:
        for key in keys:
            tx.outbox.tell(PersonAt(PersonId(int(str(row["id"])))), PlainText(key))

    await town.app.store.transact(write)
    town.app.sender.alarm.ring()


def texts(person: Person) -> list[str]:
    return [bubble.text for bubble in person.chat if bubble.from_bot][1:]


@pytest.mark.parametrize("fault", [ServerError(), ServerError(500, html=False), CutBefore()])
async def test_a_message_that_could_not_be_sent_is_sent_later_and_none_overtakes_it(
    town: Town, olena: Person, fault: Kind
) -> None:
    town.telegram.faults.add(fault, method="sendMessage", times=2)
    await tell(town, olena, "cancelled", "not-found")
    await town.settled()
    assert texts(olena) == []
    await town.passes(minutes=1)
    await town.passes(minutes=1)
    assert texts(olena) == ["Скасовано.", "Тут нічого не знайдено."]


async def test_a_message_of_which_nobody_knows_whether_it_arrived_is_rather_sent_twice(
    town: Town, olena: Person
) -> None:
    town.telegram.faults.add(CutAfter(), method="sendMessage")
    await tell(town, olena, "cancelled")
    await town.passes(minutes=1)
    assert texts(olena) == ["Скасовано.", "Скасовано."]


async def test_when_telegram_asks_for_patience_it_gets_it_and_nothing_is_lost(town: Town, olena: Person) -> None:
    town.telegram.faults.add(TooMany(retry_after=7), method="sendMessage")
    await tell(town, olena, "cancelled")
    await town.passes(seconds=6)
    assert texts(olena) == []
    await town.passes(seconds=1)
    assert texts(olena) == ["Скасовано."]


async def test_one_person_who_must_wait_holds_up_nobody_else(town: Town, olena: Person) -> None:
    taras = town.telegram.person("Тарас")
    await taras.starts()
    await town.settled()
    town.telegram.faults.add(TooMany(retry_after=60), method="sendMessage", chat=olena.id)
    await tell(town, olena, "cancelled")
    await tell(town, taras, "cancelled")
    await town.settled()
    assert texts(taras) == ["Скасовано."]
    assert texts(olena) == []


async def test_whoever_has_blocked_the_bot_costs_nothing_and_holds_up_nobody(town: Town, olena: Person) -> None:
    await olena.blocks()
    await town.settled()
    await tell(town, olena, "cancelled")
    await town.passes(hours=1)
    [row] = await town.stored("select state, error from outbox")
    assert row["error"] == "403 Forbidden: bot was blocked by the user"
    [chat] = await town.stored("select unreachable_since from chats where external_id = :id", id=str(olena.id))
    assert chat["unreachable_since"] is not None

    await olena.unblocks()
    await tell(town, olena, "not-found")
    await olena.sees("Тут нічого не знайдено.")


async def test_a_letter_that_cannot_be_drawn_is_set_aside_and_the_next_one_goes(town: Town, olena: Person) -> None:
    await tell(town, olena, "no-such-text", "cancelled")
    for _ in range(6):
        await town.passes(minutes=1)
    assert texts(olena) == ["Скасовано."]
    [row] = await town.stored("select letter, state, error from outbox")
    assert row["state"] == "set_aside"
    assert "TextError" in str(row["error"])


async def test_what_was_being_sent_when_the_process_died_is_sent_after_its_next_start(
    town: Town, olena: Person
) -> None:
    await town.stops()
    await tell(town, olena, "cancelled")
    await town.stored("update outbox set state = 'sending'")
    await town.stored("update facts set value = 'yes' where key = 'working'")
    town.starts()
    await olena.sees("Скасовано.", anywhere=True)
    assert await town.stored("select id from outbox") == []


async def test_telegrams_pace_is_kept(town: Town, olena: Person) -> None:
    paces = town.app.sender._paces  # noqa: SLF001  # the story's own pace
    paces.pace = type(paces.pace)(30, 1, 3, 20, paid=False)
    await tell(town, olena, *["cancelled"] * 5)
    await town.telegram.until(lambda: len(texts(olena)) == 3)
    for so_far in (4, 5):
        town.clock.advance(timedelta(seconds=1))
        await town.telegram.until(lambda so_far=so_far: len(texts(olena)) == so_far)  # type: ignore[misc]
