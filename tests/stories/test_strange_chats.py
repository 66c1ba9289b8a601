"""The bot leaves groups and channels that no officer gives to a community."""

import pytest

from simulator import Group
from simulator.faults import ServerError
from tests.stories.chats import KOMYSHUVASKA, binds, chat_rows, own_id
from tests.stories.posts import ZAPORIZHZHIA
from tests.town import Town

LEAVING = "Чат не під’єднано до громади, тому бот виходить."
NO = "Ні, хай бот вийде"


def is_inside(group: Group) -> bool:
    return group._chat.member.status in ("member", "administrator")  # noqa: SLF001


async def let_in_by_a_stranger(town: Town) -> Group:
    group = town.telegram.group("Сусіди")
    await group.adds_bot(by=await town.resident("Олена"))
    await group.sees("Інакше за добу бот вийде.")
    return group


async def test_a_group_that_a_stranger_let_the_bot_into_is_left_after_a_day(either_town: Town) -> None:
    town = either_town
    group = await let_in_by_a_stranger(town)
    await town.passes(hours=23, minutes=59)
    assert is_inside(group)
    await town.passes(minutes=1)
    await group.sees(LEAVING)
    assert not is_inside(group)
    assert await chat_rows(town) == []
    await town.passes(hours=25)
    assert sum(LEAVING in each.text for each in group.chat) == 1


async def test_an_officer_who_has_not_chosen_within_a_day_finds_the_chat_gone(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    group = town.telegram.group("Комишуваха")
    await group.adds_bot(by=ivan)
    await ivan.sees("Якщо за добу громаду не обрано, бот виходить із чату.")
    await ivan.presses("Пізніше")
    await town.passes(hours=24)
    await group.sees(LEAVING)
    assert not is_inside(group)
    await ivan.presses(KOMYSHUVASKA)
    await town.settled()
    assert "нічого не знайдено" in ivan.alerts[-1]


async def test_a_chat_that_was_given_to_a_community_is_not_left(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    group = town.telegram.group("Комишуваха")
    await binds(ivan, group)
    await town.passes(hours=49)
    assert is_inside(group)
    await group.does_not_see(LEAVING, anywhere=True)


async def test_an_officer_who_is_asked_later_has_a_day_from_then(town: Town) -> None:
    group = await let_in_by_a_stranger(town)
    await town.passes(hours=23)
    ivan = await town.officer("Іван Петренко", await town.area())
    await group.promotes_bot(by=ivan, can_pin=True)
    await ivan.sees("Бота додано сюди: «Сусіди».")
    await town.passes(hours=23)
    assert is_inside(group)
    await ivan.presses(KOMYSHUVASKA)
    await group.sees(KOMYSHUVASKA)
    await town.passes(hours=25)
    assert is_inside(group)


@pytest.mark.parametrize("who", ["officer", "coordinator"])
async def test_a_no_is_followed_immediately_and_audited(town: Town, who: str) -> None:
    area = await town.area()
    keeper = await (town.officer("Іван", area) if who == "officer" else town.coordinator("Ольга", ZAPORIZHZHIA))
    group = town.telegram.group("Комишуваха")
    await group.adds_bot(by=keeper)
    await keeper.sees("Якій громаді належить цей чат?")
    chat_id = await own_id(town, group)
    await keeper.presses(NO)
    await keeper.sees("Бот виходить із чату.")
    await group.sees(LEAVING)
    assert not is_inside(group)
    assert await chat_rows(town) == []
    assert await town.stored("select act, by_kind from audit where subject_kind = 'chat'") == [
        {"act": "leave", "by_kind": who}
    ]
    await keeper.forges(f"gn:{chat_id}", on=keeper.last)
    await town.settled()
    assert sum(LEAVING in each.text for each in group.chat) == 1


async def test_a_chat_that_is_taken_from_its_community_is_left_a_day_later(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    group = town.telegram.group("Комишуваха")
    await binds(ivan, group)
    await town.passes(hours=30)
    await ivan.presses("Відв’язати від громади")
    await ivan.sees("Чатів ще немає.")
    await town.passes(hours=23)
    assert is_inside(group)
    await town.passes(hours=1)
    assert not is_inside(group)


async def test_a_channel_is_left_without_a_word(town: Town) -> None:
    channel = town.telegram.channel("Комишуваха онлайн")
    await channel.adds_bot(by=await town.resident("Олена"))
    await town.passes(hours=24)
    assert not is_inside(channel)
    assert channel.chat == []


async def test_where_nobody_may_write_the_bot_leaves_without_a_word(town: Town) -> None:
    group = await let_in_by_a_stranger(town)
    await group.silences_people()
    await town.passes(hours=24)
    await group.does_not_see(LEAVING, anywhere=True)
    assert not is_inside(group)
    assert await chat_rows(town) == []


async def test_a_leave_that_fails_is_tried_again_and_the_word_is_said_once(town: Town) -> None:
    group = await let_in_by_a_stranger(town)
    town.telegram.faults.add(ServerError(), method="leaveChat", times=2)
    await town.passes(hours=24)
    assert is_inside(group)
    await town.passes(minutes=1)
    await town.passes(minutes=1)
    assert not is_inside(group)
    assert sum(LEAVING in each.text for each in group.chat) == 1


async def test_a_chat_that_was_there_before_the_bot_counted_has_a_day_from_its_start(town: Town) -> None:
    group = await let_in_by_a_stranger(town)
    await town.stored("update community_chats set unassigned_since = null returning chat_id")
    await town.passes(hours=24)
    assert is_inside(group)
    await town.passes(hours=24)
    assert not is_inside(group)


async def test_a_chat_that_is_bound_before_the_bot_has_left_is_kept(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    group = town.telegram.group("Комишуваха")
    await group.adds_bot(by=ivan)
    await ivan.sees("Якій громаді належить цей чат?")
    town.telegram.faults.add(ServerError(), method="sendMessage", chat=group.id)
    await town.passes(hours=24)
    assert is_inside(group)
    await ivan.presses(KOMYSHUVASKA)
    await town.passes(minutes=1)
    await group.sees(KOMYSHUVASKA, anywhere=True)
    await group.does_not_see(LEAVING, anywhere=True)
    assert is_inside(group)
