"""What goes out is tried until Telegram takes it or says a final no, and a chat's order is kept."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from bot.domain.cases import Kind as CaseKind
from bot.domain.ids import CaseId, PersonId
from bot.domain.letters import Party, PersonAt, PlainText, ResidentOf
from bot.domain.residents import Place
from bot.handlers import RENDERERS
from bot.storage import case_drafts, residents
from bot.storage.transaction import Transaction
from bot.surface.rendering import Addressee, Renderer, Sent
from bot.telegram.gateway import ANSWER_SECONDS
from simulator import Person
from simulator.faults import CutAfter, CutBefore, Kind, ServerError, Silent, Slow, TooMany
from tests.keys import hashed
from tests.stories.cases import talk
from tests.town import KOMYSHUVAKHA, Town


@pytest.fixture
async def olena(town: Town) -> Person:
    """A person whom the bot may write to; what it has sent so far is ignored."""
    person = town.telegram.person("Олена")
    await person.starts()
    await town.settled()
    return person


async def tell(town: Town, person: Person, *keys: str) -> None:
    """Plain texts of the bot to a person, in this order."""
    party = PersonAt(await id_of(town, person))
    await tell_all(town, *((party, key) for key in keys))


async def tell_all(town: Town, *letters: tuple[Party, str], dedupe: str | None = None) -> None:
    async def write(tx: Transaction) -> None:
        for party, key in letters:
            tx.outbox.tell(party, PlainText(key), dedupe=dedupe)

    await town.app.store.transact(write)
    town.app.sender.alarm.ring()


async def id_of(town: Town, person: Person) -> PersonId:
    [row] = await town.stored("select person_id as id from accounts where external_hash = :id", id=hashed(person.id))
    return PersonId(int(str(row["id"])))


async def cases_of(town: Town, person: Person, count: int) -> list[ResidentOf]:
    """So many cases of a person, whose letters come to one chat."""
    resident = await id_of(town, person)

    async def write(tx: Transaction) -> list[CaseId]:
        await residents.set_place(tx, resident, Place(KOMYSHUVAKHA, None))
        return [await case_drafts.add(tx, resident, CaseKind.QUESTION, None, None, None) for _ in range(count)]

    return [ResidentOf(each) for each in await town.app.store.transact(write)]


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


async def test_a_message_that_waits_for_its_retry_is_not_overtaken(town: Town, olena: Person) -> None:
    taras = town.telegram.person("Тарас")
    await taras.starts()
    await town.settled()
    town.telegram.faults.add(CutBefore(), method="sendMessage")  # once: what is sent too early arrives
    await tell(town, olena, "cancelled", "not-found")
    await town.telegram.until(lambda: any(request.fault for request in town.telegram.requests))
    await town.settled()
    await tell(town, taras, "cancelled")  # by then, what was sent too early has arrived
    await town.telegram.until(lambda: bool(texts(taras)))
    assert texts(olena) == []
    await town.passes(minutes=1)
    assert texts(olena) == ["Скасовано.", "Тут нічого не знайдено."]


async def test_a_message_of_which_nobody_knows_whether_it_arrived_is_rather_sent_twice(
    town: Town, olena: Person
) -> None:
    town.telegram.faults.add(CutAfter(), method="sendMessage")
    await tell(town, olena, "cancelled")
    await town.passes(minutes=1)
    assert texts(olena) == ["Скасовано.", "Скасовано."]


async def test_a_send_over_a_half_open_connection_is_given_up_and_goes_again(town: Town, olena: Person) -> None:
    taras = town.telegram.person("Тарас")
    await taras.starts()
    await town.settled()
    town.telegram.faults.add(Silent(), method="sendMessage", chat=olena.id)
    await tell(town, olena, "cancelled")
    await town.telegram.until(lambda: any(request.fault == Silent() for request in town.telegram.requests))
    await tell(town, taras, "cancelled")  # holds up nobody else meanwhile
    await town.telegram.until(lambda: bool(texts(taras)))
    town.clock.advance(timedelta(seconds=ANSWER_SECONDS - 1))
    assert town.app.sender.in_hand
    town.clock.advance(timedelta(seconds=1))
    await town.settled()
    assert texts(olena) == []
    await town.passes(seconds=5)
    assert texts(olena) == ["Скасовано."]


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


async def test_a_person_who_has_blocked_the_bot_costs_nothing_and_delays_nobody(town: Town, olena: Person) -> None:
    await olena.blocks()
    await town.settled()
    await town.stored("update chats set unreachable_since = null")  # as if Telegram had not said so
    await tell(town, olena, "cancelled")
    await town.passes(hours=1)
    [row] = await town.stored("select state, error from outbox")
    assert row["error"] == "403 Forbidden: bot was blocked by the user"
    [chat] = await town.stored("select unreachable_since from chats where external_hash = :id", id=hashed(olena.id))
    assert chat["unreachable_since"] is not None

    await olena.unblocks()
    await tell(town, olena, "not-found")
    await olena.sees("Тут нічого не знайдено.")


async def test_a_letter_that_telegram_refuses_says_nothing_of_its_chat(town: Town, olena: Person) -> None:
    await town.stored("update chats set external_id = '999' where external_hash = :id", id=hashed(olena.id))
    await tell(town, olena, "cancelled")
    await town.passes(hours=1)
    assert await town.stored("select state, error from outbox") == [
        {"state": "refused", "error": "400 Bad Request: chat not found"}
    ]
    assert await town.stored("select id from chats where unreachable_since is not null") == []


async def test_a_letter_that_cannot_be_drawn_is_set_aside_and_the_next_one_goes(town: Town, olena: Person) -> None:
    await tell(town, olena, "no-such-text", "cancelled")
    for _ in range(6):
        await town.passes(minutes=1)
    assert texts(olena) == ["Скасовано."]
    [row] = await town.stored("select letter, state, attempts, error from outbox")
    assert (row["state"], row["attempts"]) == ("set_aside", 5)
    assert "TextError" in str(row["error"])


async def test_a_letter_that_cannot_be_drawn_is_tried_again_after_growing_pauses(town: Town, olena: Person) -> None:
    async def attempts() -> object:
        [row] = await town.stored("select attempts from outbox")
        return row["attempts"]

    await tell(town, olena, "no-such-text")
    await town.settled()
    for tried, pause in enumerate((1, 2, 4, 8), 1):
        await town.passes(seconds=pause - 0.1)
        assert await attempts() == tried
        await town.passes(seconds=0.1)
        assert await attempts() == tried + 1


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


async def test_the_log_names_the_rows_that_were_sent(town: Town, olena: Person) -> None:
    await town.stops()
    await tell(town, olena, "cancelled")
    [row] = await town.stored("select id from outbox")
    with capture_logs() as logs:
        town.starts()
        await olena.sees("Скасовано.", anywhere=True)
    [sent] = [each for each in logs if each["event"] == "sent"]
    assert (sent["what"], sent["ids"]) == ("PlainText", [row["id"]])


async def test_a_group_is_written_to_in_the_first_language(town: Town) -> None:
    group = town.telegram.group("Комишуваха")
    await group.adds_bot(by=await town.resident("Олена"))
    await group.sees("має додати сюди офіцер або координатор громади")


# A letter of two messages, of which the second fails.

LONG = "Це одне довге речення про те, що сталося на нашій вулиці. " * 75


def pieces(person: Person) -> list[str]:
    return [bubble.text for bubble in person.chat if "одне довге речення" in bubble.text and bubble.from_bot]


async def test_what_was_sent_before_the_rest_failed_belongs_to_its_case_and_is_not_sent_again(town: Town) -> None:
    pair = await talk(town)
    town.telegram.faults.add(
        CutBefore(), method="sendMessage", chat=pair.ivan.id, once=lambda: len(pieces(pair.ivan)) == 1
    )
    said = await pair.olena.says(LONG)
    await town.settled()
    assert len(pieces(pair.ivan)) == 1
    answered = await pair.ivan.says("Бачу.", reply_to=pair.ivan.last)
    answer = await pair.olena.sees("Бачу.")
    assert answer.reply_to is not None
    assert answer.reply_to.id == said.id
    await town.passes(minutes=1)
    assert len(pieces(pair.ivan)) == 2
    assert answered.reactions == ["👍"]
    shown = "select piece from copies where case_message_id = (select min(id) from case_messages where id > :first)"
    first = int(str((await town.stored("select min(id) as id from case_messages"))[0]["id"]))
    copies = await town.stored(f"{shown} and piece >= 0 and version = 1 order by chat_id, message_id", first=first)
    assert [row["piece"] for row in copies] == [0, 1, 0], "the officer's, and what the resident wrote"


async def test_a_message_that_was_edited_before_it_left_is_noted_as_it_left(town: Town) -> None:
    pair = await talk(town)
    town.telegram.faults.add(CutBefore(), method="sendMessage", chat=pair.ivan.id)
    said = await pair.olena.says("Зустріч о п’ятій")
    await town.settled()
    await pair.olena.edits(said, "Зустріч о шостій")
    await town.passes(minutes=1)
    await pair.ivan.sees("Зустріч о шостій")
    of_ivan = "chat_id = (select id from chats where external_hash = :id) and piece >= 0"
    copies = await town.stored(f"select version from copies where {of_ivan}", id=hashed(pair.ivan.id))
    assert [row["version"] for row in copies] == [2]


async def test_what_was_sent_before_the_rest_was_refused_belongs_to_its_case_and_its_sender_is_told(town: Town) -> None:
    pair = await talk(town)
    ten_seconds = Slow(timedelta(seconds=10))
    slow = town.telegram.faults.add(
        ten_seconds, method="sendMessage", chat=pair.ivan.id, once=lambda: len(pieces(pair.ivan)) == 1
    )
    said = await pair.olena.says(LONG)
    await town.telegram.until(lambda: not slow.times)
    await pair.ivan.blocks()
    town.clock.advance(timedelta(seconds=10))
    await pair.olena.sees("не вдалося передати")
    await pair.ivan.unblocks()
    await town.settled()
    await pair.ivan.says("Бачу.", reply_to=next(each for each in pair.ivan.chat if each.text == pieces(pair.ivan)[0]))
    answer = await pair.olena.sees("Бачу.")
    assert answer.reply_to is not None
    assert answer.reply_to.id == said.id


# Several letters of a chat in one turn.


async def test_when_one_of_several_fails_those_behind_it_wait_in_their_order(town: Town, olena: Person) -> None:
    one, two, three = await cases_of(town, olena, 3)
    town.telegram.faults.add(CutBefore(), method="sendMessage", once=lambda: len(texts(olena)) == 1)
    await town.stops()
    await tell_all(town, (one, "cancelled"), (two, "not-found"), (three, "help"), dedupe="each")
    town.starts()
    await town.settled()
    assert texts(olena) == ["Скасовано."]
    assert [row["state"] for row in await town.stored("select state from outbox order by id")] == ["waiting"] * 2
    await town.passes(minutes=1)
    assert [text[:10] for text in texts(olena)] == ["Скасовано.", "Тут нічого", texts(olena)[2][:10]]
    assert len(texts(olena)) == 3


async def test_a_letter_that_waits_holds_back_its_chat_though_the_next_is_of_another_case(
    town: Town, olena: Person
) -> None:
    one, two = await cases_of(town, olena, 2)
    town.telegram.faults.add(CutBefore(), method="sendMessage")
    await tell_all(town, (one, "cancelled"), (two, "not-found"))
    await town.settled()
    assert texts(olena) == []
    await town.passes(minutes=1)
    assert texts(olena) == ["Скасовано.", "Тут нічого не знайдено."]


async def test_what_was_rendered_long_ago_is_rendered_again_before_it_is_sent(town: Town, olena: Person) -> None:
    one, two = await cases_of(town, olena, 2)
    slow = town.telegram.faults.add(Slow(timedelta(seconds=10)), method="sendMessage")
    await tell_all(town, (one, "cancelled"), (two, "not-found"))
    while slow.times:  # noqa: ASYNC110  # its strike is no event
        await asyncio.sleep(0)
    await town.stored(
        "update persons set language = 'en' where id = (select person_id from accounts where external_hash = :id)",
        id=hashed(olena.id),
    )
    town.clock.advance(timedelta(seconds=10))
    await town.settled()
    assert texts(olena) == ["Скасовано.", "Nothing was found here."]


async def test_a_letter_whose_result_cannot_be_stored_is_not_sent_again(
    town: Town, olena: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails(to: Addressee, letter: PlainText, sent: Sequence[Sent]) -> None:
        raise ZeroDivisionError

    monkeypatch.setitem(RENDERERS, PlainText, Renderer(RENDERERS[PlainText].render, fails))
    with capture_logs() as logs:
        await tell(town, olena, "cancelled")
        for _ in range(3):
            await town.passes(minutes=1)
    assert texts(olena) == ["Скасовано."]
    assert [row["state"] for row in await town.stored("select state from outbox")] == ["set_aside"]
    said = [line["event"] for line in logs]
    assert "letter failed" in said
    assert "sent" not in said


async def test_telegrams_pace_is_kept(town: Town, olena: Person) -> None:
    paces = town.app.sender._paces  # noqa: SLF001  # the story's own pace
    paces.pace = type(paces.pace)(30, 1, 3, 20, paid=False)
    await tell(town, olena, *["cancelled"] * 5)
    await town.telegram.until(lambda: len(texts(olena)) == 3)
    for so_far in (4, 5):
        town.clock.advance(timedelta(seconds=1))
        await town.telegram.until(lambda so_far=so_far: len(texts(olena)) == so_far)  # type: ignore[misc]


async def test_more_letters_than_the_pace_allows_leave_one_after_another(town: Town) -> None:
    everyone = [town.telegram.person(f"Особа {number}") for number in range(5)]
    for person in everyone:
        await person.starts()
    await town.settled()
    paces = town.app.sender._paces  # noqa: SLF001  # the story's own pace
    paces.pace = replace(paces.pace, messages_per_second=2)
    paces.__post_init__()
    parties = [PersonAt(await id_of(town, person)) for person in everyone]
    await tell_all(town, *((party, "cancelled") for party in parties))
    await town.telegram.until(lambda: sum(map(len, map(texts, everyone))) == 2)
    for so_far in (3, 4, 5):
        town.clock.advance(timedelta(seconds=0.5))
        await town.telegram.until(lambda so_far=so_far: sum(map(len, map(texts, everyone))) == so_far)  # type: ignore[misc]
