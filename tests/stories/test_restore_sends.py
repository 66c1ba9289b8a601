"""After a restore nobody knows what was sent since: talk goes twice rather than never, a notice never goes twice."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.commands import common
from bot.domain.broadcasts import Account, Lane
from bot.domain.subscriptions import Topic
from bot.handlers import BROADCASTS
from simulator.faults import ServerError
from tests.stories.backups import again, backed_up, halted, operator, restored
from tests.stories.cases import asks, talk
from tests.stories.chats import binds
from tests.stories.commands import Env
from tests.stories.leaflets import Leaflet, Press, account, begin, leaflets, people, slowly
from tests.stories.notices import WORDS, one_officer, sends, status, subscribes, writes
from tests.stories.reception import village
from tests.stories.reminders import TOMORROW, times_seen
from tests.stories.test_overdue import DUE, LONGER, to_the_evening, to_the_morning
from tests.town import Town


@pytest.fixture
def here(town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Env:
    """Of the town's bot, at the town's time."""
    monkeypatch.setattr(common, "SystemClock", lambda: town.clock)
    return operator(tmp_path)


@pytest.fixture
def press(monkeypatch: pytest.MonkeyPatch) -> Press:
    made = Press()
    monkeypatch.setitem(BROADCASTS, Leaflet, made.renderer())
    return made


@pytest.mark.parametrize("lane", [Lane.ORDINARY, Lane.URGENT])
async def test_nobody_gets_what_went_to_many_a_second_time(
    town: Town, here: Env, press: Press, tmp_path: Path, lane: Lane
) -> None:
    everyone = await people(town, 5)
    await town.passes(minutes=1)
    slowly(town)
    broadcast = await begin(town, lane=lane)
    await town.telegram.until(lambda: any(leaflets(each) for each in everyone))
    file = await backed_up(here, tmp_path)
    await halted(town)
    had = [leaflets(each) for each in everyone]
    said = await restored(here, file, "--replace")
    assert "Deliveries of notices and reminders that may have gone, and do not go now: " in said
    async with again(town, tmp_path) as later:
        await later.passes(minutes=5)
        assert [leaflets(each) for each in everyone] == had
        got = await account(later, broadcast)
    assert got.delivered + got.unknown == got.planned > 0
    assert got == Account(planned=got.planned, delivered=got.delivered, unknown=got.unknown)


async def test_what_a_group_had_refused_for_a_time_does_not_go_after_a_restore(
    town: Town, here: Env, tmp_path: Path
) -> None:
    ivan = await one_officer(town)
    group = town.telegram.group("Комишуваха")
    await binds(ivan, group)
    await group.silences_people()
    await sends(ivan)
    await town.passes(minutes=1)
    file = await backed_up(here, tmp_path)
    await halted(town)
    await restored(here, file, "--replace")
    await group.silences_people(silent=False)
    async with again(town, tmp_path) as later:
        await later.passes(hours=25)
        await group.does_not_see(WORDS, anywhere=True)
        notice = "where broadcast_id = (select min(id) from broadcasts)"  # the officers' morning line is another
        assert await later.stored(f"select state from deliveries {notice}") == [{"state": "unknown"}]
        counted = await later.stored(f"select state, chats from delivery_counts {notice} order by state")
        assert counted == [{"state": "held", "chats": 0}, {"state": "unknown", "chats": 1}]


async def test_a_letter_that_waited_goes_out(town: Town, here: Env, tmp_path: Path) -> None:
    [olena] = await people(town, 1)
    await town.passes(minutes=1)
    await town.stops()
    await town.stored(
        """insert into outbox(recipient, chat_id, letter, args, class, turn, created_at)
           select 'person:' || id, chat_id, 'PlainText', '{"key": "apology-press"}', 3, 0, 0 from persons"""
    )
    file = await backed_up(here, tmp_path)
    await town.database.close()
    said = await restored(here, file, "--replace")
    assert "Letters that go out now, perhaps for the second time: 1." in said
    async with again(town, tmp_path) as later:
        await later.settled()
        await olena.sees("Не вийшло. Спробуйте ще раз за хвилину.")


async def test_a_notice_whose_time_has_passed_goes_back_to_its_author(town: Town, here: Env, tmp_path: Path) -> None:
    ivan, olena = await one_officer(town), await town.resident("Олена")
    await writes(ivan)
    await ivan.presses("Усюди, де я працюю")
    await ivan.presses("Готово")
    await ivan.presses("завтра 09:00")
    await ivan.presses("Без строку")
    await ivan.presses("Надіслати")
    await ivan.sees("Чекає свого часу.")
    await town.passes(minutes=1)
    file = await backed_up(here, tmp_path)
    await halted(town)
    town.clock.advance(timedelta(days=1))
    await restored(here, file, "--replace")
    async with again(town, tmp_path) as later:
        await later.passes(minutes=1)
        await olena.does_not_see(WORDS, anywhere=True)
        await ivan.sees("Ваше сповіщення знову чернетка")
        assert await status(later) == "draft"


async def test_of_a_draft_that_may_have_been_sent_since_nothing_is_said(town: Town, here: Env, tmp_path: Path) -> None:
    await town.area()
    olena = await town.resident("Олена")
    await olena.presses("Запитати")
    await olena.says("Щоночі музика")
    await town.settled()
    file = await backed_up(here, tmp_path)
    await olena.presses("Надіслати без імені")
    await olena.sees("Надіслано: КШ-")
    await halted(town)
    await restored(here, file, "--replace", "--without-erasures")
    async with again(town, tmp_path) as later:
        await later.passes(minutes=10)
        await later.passes(days=2)
        await olena.does_not_see("не надіслали", anywhere=True)
        await olena.does_not_see("чернетку видалено", anywhere=True)


async def test_a_reminder_whose_time_has_passed_is_not_begun(town: Town, here: Env, tmp_path: Path) -> None:
    await village(town)
    olena = await town.resident("Олена")
    await subscribes(town, olena, Topic.HOURS)
    file = await backed_up(here, tmp_path)
    await halted(town)
    town.clock.advance(timedelta(hours=8))  # the evening before
    await restored(here, file, "--replace", "--without-erasures")
    async with again(town, tmp_path) as later:
        await later.passes(minutes=1)
        await olena.does_not_see(TOMORROW, anywhere=True)
        await later.passes(days=7)
        await olena.sees("Завтра, середа, 2 грудня")


async def test_a_morning_line_that_may_have_come_is_not_begun(town: Town, here: Env, tmp_path: Path) -> None:
    case = await talk(town)
    await town.passes(minutes=1)
    file = await backed_up(here, tmp_path)
    await halted(town)
    town.clock.advance(timedelta(days=1))
    await restored(here, file, "--replace", "--without-erasures")
    async with again(town, tmp_path) as later:
        await later.passes(minutes=2)
        await case.ivan.does_not_see("Чекають: 1", anywhere=True)
        await later.passes(days=1)
        await case.ivan.sees("Чекають: 1", anywhere=True)


async def test_a_desk_is_reminded_twice_rather_than_never_and_its_resident_told_at_most_once(
    town: Town, here: Env, tmp_path: Path
) -> None:
    case = await talk(town)
    await to_the_morning(town)
    file = await backed_up(here, tmp_path)
    await to_the_evening(town)
    assert (times_seen(case.ivan, DUE), times_seen(case.olena, LONGER)) == (1, 1)
    await halted(town)
    await restored(here, file, "--replace", "--without-erasures")
    async with again(town, tmp_path) as later:
        await later.passes(minutes=5)
        assert (times_seen(case.ivan, DUE), times_seen(case.olena, LONGER)) == (2, 1)
        await asks(case.olena, "А хто за дорогу?")
        await later.passes(days=5)
        assert times_seen(case.olena, LONGER) == 2


async def test_that_an_answer_takes_longer_does_not_go_out_of_a_backup_in_which_it_waited(
    town: Town, here: Env, tmp_path: Path
) -> None:
    case = await talk(town)
    town.telegram.faults.add(ServerError(), method="sendMessage", chat=case.olena.id, times=None)
    await to_the_morning(town)
    await to_the_evening(town)
    assert await town.stored("select letter from outbox") == [{"letter": "TakesLonger"}]
    file = await backed_up(here, tmp_path)
    town.telegram.faults.clear()
    await halted(town)
    await restored(here, file, "--replace", "--without-erasures")
    async with again(town, tmp_path) as later:
        await later.passes(minutes=5)
        assert times_seen(case.olena, LONGER) == 0
