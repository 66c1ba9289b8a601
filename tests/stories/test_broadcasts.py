"""One letter to many: everyone gets it once, talk goes first, and it can be stopped, changed and taken back.

The letter is the test's own: notices and reminders have stories of theirs.
"""

import asyncio
from datetime import timedelta

import pytest

from bot.domain.broadcasts import Account, Lane
from bot.domain.ids import BroadcastId, ChatId, PersonId
from bot.domain.letters import PersonAt, PlainText
from bot.handlers import BROADCASTS
from bot.storage import broadcasts
from bot.storage.transaction import Transaction
from simulator.faults import CutAfter, CutBefore, Kind, ServerError, TooMany
from tests.keys import hashed
from tests.stories.leaflets import (
    Leaflet,
    Press,
    account,
    begin,
    change,
    delivered,
    leaflets,
    over,
    people,
    quickly,
    slowly,
)
from tests.town import Town


@pytest.fixture
def press(monkeypatch: pytest.MonkeyPatch) -> Press:
    made = Press()
    monkeypatch.setitem(BROADCASTS, Leaflet, made.renderer())
    return made


async def test_everyone_gets_it_once_and_its_author_is_notified_of_the_end(either_town: Town, press: Press) -> None:
    everyone = await people(either_town, 5)
    broadcast = await begin(either_town)
    await either_town.settled()
    assert [leaflets(person) for person in everyone] == [["Листівка"]] * 5
    assert await account(either_town, broadcast) == Account(planned=5, delivered=5)
    assert (press.done, press.shown > 0) == (1, True)
    assert await begin_again(either_town) is None


async def begin_again(town: Town) -> BroadcastId | None:
    async def write(tx: Transaction) -> BroadcastId | None:
        return await broadcasts.begin(tx, Leaflet(1), Lane.ORDINARY, quiet=False, dedupe="1")

    return await town.app.store.transact(write)


async def test_who_blocked_the_bot_is_unreachable_and_counted(town: Town, press: Press) -> None:
    olena, petro = await people(town, 2)
    await petro.blocks()
    await town.settled()
    await town.stored("update chats set unreachable_since = null")  # as if Telegram had not said so
    broadcast = await begin(town)
    await town.settled()
    assert leaflets(olena) == ["Листівка"]
    assert await account(town, broadcast) == Account(planned=2, delivered=1, refused=1)
    assert await town.stored("select count(*) as it from chats where unreachable_since is not null") == [{"it": 1}]


async def test_a_refusal_that_is_no_block_leaves_the_chat_reachable(town: Town, press: Press) -> None:
    [olena] = await people(town, 1)
    await town.stored("update chats set external_id = '999' where external_hash = :id", id=hashed(olena.id))
    broadcast = await begin(town)
    await town.settled()
    assert await account(town, broadcast) == Account(planned=1, refused=1)
    assert await town.stored("select id from chats where unreachable_since is not null") == []


async def test_a_correction_whose_answer_was_lost_is_made_again(town: Town, press: Press) -> None:
    [olena] = await people(town, 1)
    broadcast = await begin(town)
    await town.settled()
    town.telegram.faults.add(CutBefore(), method="editMessageText")
    press.words = "Листівка, виправлена"
    await change(town, "revise", broadcast)
    assert leaflets(olena) == ["Листівка"]
    await over_again(town, press)
    assert leaflets(olena) == ["Листівка, виправлена"]


async def over_again(town: Town, press: Press) -> None:
    """Let time pass until the correction is done, too."""
    while press.done < 2:
        town.clock.advance(timedelta(seconds=1))
        town.app.ring()
        await asyncio.sleep(0)


async def test_a_person_no_longer_entitled_when_the_turn_comes_gets_nothing(town: Town, press: Press) -> None:
    olena, petro = await people(town, 2)
    [row] = await town.stored(
        "select chat_id from persons where id = (select person_id from accounts where external_hash = :id)",
        id=hashed(petro.id),
    )
    press.left_out = {ChatId(int(str(row["chat_id"])))}
    broadcast = await begin(town)
    await town.settled()
    assert (leaflets(olena), leaflets(petro)) == (["Листівка"], [])
    assert await account(town, broadcast) == Account(planned=2, delivered=1, void=1)


async def test_those_for_whom_it_is_no_longer_meant_hold_up_nobody_behind_them(town: Town, press: Press) -> None:
    everyone = await people(town, 60)
    rows = await town.stored(
        "select chat_id from persons where id <> (select person_id from accounts where external_hash = :id)",
        id=hashed(everyone[-1].id),
    )
    press.left_out = {ChatId(int(str(row["chat_id"]))) for row in rows}
    slowly(town)  # so that all is planned before the first leaves
    town.app.sender._paces.over_all.use(town.clock.now())  # noqa: SLF001
    broadcast = await begin(town)
    while (await account(town, broadcast)).planned < 60:  # noqa: ASYNC110  # there is no event to wait for
        await asyncio.sleep(0)
    quickly(town)
    town.app.sender.alarm.ring()
    await town.settled()
    assert leaflets(everyone[-1]) == ["Листівка"]
    assert await account(town, broadcast) == Account(planned=60, delivered=1, void=59)


async def test_a_paused_one_waits_and_goes_on(town: Town, press: Press) -> None:
    everyone = await people(town, 3)
    slowly(town)
    broadcast = await begin(town)
    await delivered(town, everyone, 1)
    await town.app.store.transact(lambda tx: broadcasts.pause(tx, broadcast))
    town.clock.advance(timedelta(minutes=5))
    town.app.ring()
    await town.settled()
    assert sum(map(len, map(leaflets, everyone))) == 1
    quickly(town)
    await change(town, "resume", broadcast)
    assert [leaflets(person) for person in everyone] == [["Листівка"]] * 3


async def test_a_correction_edits_what_was_sent_and_sends_the_rest_the_new_text(town: Town, press: Press) -> None:
    everyone = await people(town, 3)
    slowly(town)
    broadcast = await begin(town)
    await delivered(town, everyone, 1)
    press.words = "Листівка, виправлена"
    quickly(town)
    await change(town, "revise", broadcast)
    assert [leaflets(person) for person in everyone] == [["Листівка, виправлена"]] * 3
    assert await account(town, broadcast) == Account(planned=3, delivered=3)


async def test_one_that_was_done_is_taken_back_everywhere(town: Town, press: Press) -> None:
    everyone = await people(town, 3)
    broadcast = await begin(town)
    await town.settled()
    press.words = ""
    await change(town, "revise", broadcast)
    assert [leaflets(person) for person in everyone] == [[]] * 3
    assert press.done == 2


@pytest.mark.parametrize(
    ("lane", "times", "unknown"), [(Lane.ORDINARY, 1, 1), (Lane.URGENT, 2, 0)], ids=["ordinary", "urgent"]
)
async def test_when_the_answer_is_lost_only_an_urgent_one_is_said_again(
    town: Town, press: Press, lane: Lane, times: int, unknown: int
) -> None:
    [olena] = await people(town, 1)
    town.telegram.faults.add(CutAfter(), method="sendMessage")
    broadcast = await begin(town, lane=lane)
    for _ in range(3):
        await town.passes(minutes=1)
    assert leaflets(olena) == ["Листівка"] * times
    assert await account(town, broadcast) == Account(planned=1, delivered=1 - unknown, unknown=unknown)


async def test_a_429_holds_it_up_and_loses_nobody(town: Town, press: Press) -> None:
    everyone = await people(town, 3)
    town.telegram.faults.add(TooMany(retry_after=7), method="sendMessage", times=2)
    broadcast = await begin(town)
    await over(town, press)
    assert [leaflets(person) for person in everyone] == [["Листівка"]] * 3
    assert await account(town, broadcast) == Account(planned=3, delivered=3)


async def test_after_a_429_for_the_whole_bot_it_goes_on_by_itself(town: Town, press: Press) -> None:
    everyone = await people(town, 4)
    town.telegram.faults.add(TooMany(retry_after=7), method="sendMessage", times=2)
    await begin(town)
    await town.telegram.until(lambda: sum(request.fault is not None for request in town.telegram.requests) == 2)
    while (await town.stored("select count(*) as it from deliveries where attempts > 0"))[0]["it"] != 2:  # noqa: ASYNC110
        await asyncio.sleep(0)
    town.clock.advance(timedelta(seconds=8))
    await town.settled()
    assert [leaflets(person) for person in everyone] == [["Листівка"]] * 4


async def test_what_was_sent_in_part_goes_on_where_it_stopped(town: Town, press: Press) -> None:
    [olena] = await people(town, 1)
    press.more = "Листівка, далі"
    too_many = TooMany(retry_after=7)
    town.telegram.faults.add(too_many, method="sendMessage", once=lambda: leaflets(olena) == ["Листівка"])
    await begin(town)
    await over(town, press)
    assert leaflets(olena) == ["Листівка", "Листівка, далі"]


@pytest.mark.parametrize("fault", [CutBefore(), ServerError()])
async def test_while_telegram_does_not_answer_few_are_risked(town: Town, press: Press, fault: Kind) -> None:
    everyone = await people(town, 60)
    town.telegram.faults.add(fault, method="sendMessage", times=None)
    broadcast = await begin(town)
    await town.telegram.until(lambda: sum(request.fault is not None for request in town.telegram.requests) >= 1)
    town.telegram.faults.clear()
    await over(town, press)
    after = await account(town, broadcast)
    assert after.left == 0
    assert after.unknown <= 48
    assert sum(map(len, map(leaflets, everyone))) == after.delivered


async def test_an_ordinary_one_keeps_quiet_hours_and_an_urgent_one_does_not(town: Town, press: Press) -> None:
    [olena] = await people(town, 1)
    night = town.app.store.policy.notices.quiet_ends(town.clock.now()) + timedelta(hours=14)
    await town.passes(seconds=int((night - town.clock.now()).total_seconds()))
    assert town.app.store.policy.notices.is_quiet(town.clock.now())
    await begin(town, quiet=True)
    await town.settled()
    assert leaflets(olena) == []
    await begin(town, 2, Lane.URGENT)
    await town.settled()
    assert leaflets(olena) == ["Листівка"]
    await town.passes(hours=11)
    assert leaflets(olena) == ["Листівка"] * 2


async def test_what_comes_too_late_is_let_go_and_counted(town: Town, press: Press) -> None:
    everyone = await people(town, 3)
    slowly(town)
    broadcast = await begin(town, expires=timedelta(seconds=5))
    await delivered(town, everyone, 1)
    await over(town, press)
    assert sum(map(len, map(leaflets, everyone))) == 1
    after = await account(town, broadcast)
    assert (after.delivered, after.left, after.void > 0) == (1, 0, True)
    assert press.done == 1


async def test_talk_goes_before_it(town: Town, press: Press) -> None:
    everyone = await people(town, 4)
    slowly(town)
    await begin(town)
    await delivered(town, everyone, 1)
    last = everyone[-1]
    [row] = await town.stored(
        "select id from persons where id = (select person_id from accounts where external_hash = :id)",
        id=hashed(last.id),
    )

    async def tell(tx: Transaction) -> None:
        tx.outbox.tell(PersonAt(PersonId(int(str(row["id"])))), PlainText("cancelled"))

    await town.app.store.transact(tell)
    town.app.sender.alarm.ring()
    await town.app.sender.alarm.rests()  # the pace holds the letter up
    town.clock.advance(timedelta(seconds=10))
    await town.telegram.until(lambda: last.chat[-1].text == "Скасовано.")
    assert sum(map(len, map(leaflets, everyone))) == 1


async def test_a_village_does_not_wait_behind_an_oblast(town: Town, press: Press) -> None:
    everyone = await people(town, 4)
    slowly(town)
    first = await begin(town, 1)
    second = await begin(town, 2)
    for count in range(1, 5):
        await delivered(town, everyone, count)
        town.clock.advance(timedelta(seconds=10))
        town.app.ring()
    await delivered(town, everyone, 5)
    assert (await account(town, first)).delivered >= 2
    assert (await account(town, second)).delivered >= 2


async def test_after_a_crash_an_ordinary_send_counts_as_unknown_and_an_urgent_one_goes_again(
    either_town: Town, press: Press
) -> None:
    town = either_town
    [olena] = await people(town, 1)
    ordinary, urgent = await begin(town, 1), await begin(town, 2, Lane.URGENT)
    await town.settled()
    await town.stops()
    await town.stored("update deliveries set state = 'sending', shown = 0")
    await town.stored("update broadcasts set state = 'running'")
    await town.stored("delete from delivery_counts")
    await town.stored("update facts set value = 'yes' where key = 'working'")
    before = len(leaflets(olena))
    town.starts()
    await town.settled()
    assert len(leaflets(olena)) == before + 1
    assert await account(town, ordinary) == Account(planned=1, unknown=1)
    assert await account(town, urgent) == Account(planned=1, delivered=1)


async def test_after_a_crash_an_edit_that_was_on_its_way_is_made_again(either_town: Town, press: Press) -> None:
    town = either_town
    [olena] = await people(town, 1)
    broadcast = await begin(town)
    await town.settled()
    await town.stops()
    press.words = "Листівка, виправлена"
    await town.stored("update broadcasts set version = 2, state = 'running'")
    await town.stored("update deliveries set state = 'sending'")
    await town.stored("update facts set value = 'yes' where key = 'working'")
    town.starts()
    await town.settled()
    assert leaflets(olena) == ["Листівка, виправлена"]
    assert await account(town, broadcast) == Account(planned=1, delivered=1)


async def test_a_fault_of_a_feature_stops_its_own_broadcast_only(town: Town, press: Press) -> None:
    [olena] = await people(town, 1)
    press.fails = True
    broadcast = await begin(town)
    await town.telegram.until(lambda: True)
    await olena.says("/help")
    await town.telegram.until(lambda: len(olena.chat) > 3)
    press.fails = False
    await town.passes(minutes=2)
    assert leaflets(olena) == ["Листівка"]
    assert await account(town, broadcast) == Account(planned=1, delivered=1)


async def test_where_speed_is_paid_for_a_broadcast_says_so_and_talk_does_not(town: Town, press: Press) -> None:
    town.app.sender._paid = True  # noqa: SLF001  # the story's own setting
    await people(town, 1)
    await begin(town)
    await town.settled()
    sent = [request for request in town.telegram.requests if request.method == "sendMessage"]
    assert [request.params["text"] for request in sent if request.params.get("allow_paid_broadcast")] == ["Листівка"]
    assert len(sent) > 1
