"""A chat is given to a community only by a person whom Telegram names among its administrators."""

import pytest

from simulator import Group, Person
from simulator.faults import ServerError
from tests.stories.chats import KOMYSHUVASKA, chat_rows
from tests.stories.desk import dismisses
from tests.town import KOMYSHUVAKHA, Town

HIDDEN = "Telegram не показує боту, що Ви адміністратор цього чату."
NOT_ONE = "Ви не адміністратор цього чату."


@pytest.fixture
async def ivan(town: Town) -> Person:
    return await town.officer("Іван Петренко", await town.area())


@pytest.fixture
def group(town: Town) -> Group:
    group = town.telegram.group("Комишуваха")
    group.has_administrator(town.telegram.person("Голова"))
    return group


async def community_of(town: Town) -> object:
    [row] = await chat_rows(town)
    return row["community"]


async def test_telegram_is_asked_who_is_administrator_before_an_officer_binds_a_chat(
    town: Town, ivan: Person, group: Group
) -> None:
    await group.adds_bot(by=ivan, as_member=True)
    await ivan.presses(KOMYSHUVASKA)
    await ivan.sees("Перевіряю в Telegram, чи Ви адміністратор цього чату…")
    said = await ivan.sees(HIDDEN)
    assert "Зробіть адміністратором спершу самого бота." in said.text
    assert "https://t.me/hromada_bot?start=c-" in said.text
    assert await community_of(town) is None

    await group.promotes_bot()
    await ivan.presses("Перевірити ще раз")
    await ivan.sees(NOT_ONE)
    assert await community_of(town) is None

    group.has_administrator(ivan)
    await ivan.presses("Перевірити ще раз")
    await ivan.sees("Чат громади")
    await group.sees(KOMYSHUVASKA, anywhere=True)
    assert await community_of(town) == KOMYSHUVAKHA


async def test_where_administrators_are_anonymous_the_bot_asks_to_be_one_first(
    town: Town, ivan: Person, group: Group
) -> None:
    group.has_administrator(ivan, anonymous=True)
    await group.adds_bot(by=ivan, as_member=True)
    await ivan.presses(KOMYSHUVASKA)
    await ivan.sees(HIDDEN)
    await group.promotes_bot()
    await ivan.presses("Перевірити ще раз")
    await ivan.sees("Чат громади")
    assert await community_of(town) == KOMYSHUVAKHA


async def test_who_is_dismissed_while_telegram_is_asked_binds_nothing(town: Town, ivan: Person, group: Group) -> None:
    group.has_administrator(ivan)
    await group.adds_bot(by=ivan)
    await town.settled()
    town.telegram.faults.add(ServerError(), method="getChatMember", chat=group.id)
    await ivan.presses(KOMYSHUVASKA)
    await ivan.sees("Перевіряю в Telegram")
    await dismisses(town, ivan)
    await town.passes(minutes=1)
    await ivan.sees("Тут нічого не знайдено.")
    assert await community_of(town) is None


async def test_a_bot_that_was_put_out_meanwhile_binds_nothing(town: Town, ivan: Person, group: Group) -> None:
    await group.adds_bot(by=ivan)
    await ivan.sees("Бота додано сюди")
    await group.goes()
    await ivan.presses(KOMYSHUVASKA)
    await ivan.sees("Чат ще не під’єднано")
    assert await community_of(town) is None
