"""Notices that a group or channel refuses: what can be cured is cured, and its keeper is told what is true."""

from simulator import Group, Part, Person
from tests.stories.chats import binds, chat_rows
from tests.stories.notices import EVACUATION, PHONE, WORDS, aims_everywhere, opens_form, sends
from tests.town import Town

LOST = "Бот зараз не може писати сюди: «Комишуваха»."
REGAINED = "Бот знову може писати сюди: «Комишуваха»."


async def bound(town: Town, group: Group, **rights: bool) -> Person:
    ivan = await town.officer("Іван Петренко", await town.area())
    await binds(ivan, group, **rights)
    return ivan


async def sends_files(author: Person, *files: Part) -> None:
    await opens_form(author)
    await author.presses(PHONE)
    if len(files) > 1:
        await author.sends_album(list(files))
    else:
        await author.sends(*files)
    await author.presses("Далі ›")
    await author.presses("Лише українською")
    await aims_everywhere(author)
    await author.presses("7 днів")
    await author.presses("Надіслати")
    await author.sees("Звіт про сповіщення", anywhere=True)


def times(person: Person, text: str) -> int:
    return sum(text in bubble.text for bubble in person.chat)


# The bot may not write for a time.


async def test_one_passing_not_enough_rights_takes_no_chat_out_of_later_notices(either_town: Town) -> None:
    town = either_town
    group = town.telegram.group("Комишуваха")
    ivan = await bound(town, group)
    await group.silences_people()
    await sends(ivan, text="Перше сповіщення.")
    said = await ivan.sees(LOST, anywhere=True)
    assert "Сповіщення чекають, завтра бот спробує знову." in said.text
    await ivan.sees("Групи: чекають дозволу 1", anywhere=True)
    await group.silences_people(silent=False)
    await sends(ivan, text="Друге сповіщення.")
    await group.sees("Друге сповіщення.", anywhere=True)
    await group.sees("Перше сповіщення.", anywhere=True)
    await ivan.sees(REGAINED, anywhere=True)
    assert (times(ivan, LOST), times(ivan, REGAINED)) == (1, 1)
    await ivan.sees("Групи: доставлено 1", anywhere=True)


async def test_what_waits_is_asked_again_tomorrow(either_town: Town) -> None:
    town = either_town
    group = town.telegram.group("Комишуваха")
    ivan = await bound(town, group)
    await group.silences_people()
    await sends(ivan)
    await town.passes(hours=25)
    assert times(ivan, LOST) == 1
    await group.does_not_see(WORDS, anywhere=True)
    await group.silences_people(silent=False)
    await town.passes(hours=25)
    await group.sees(WORDS, anywhere=True)
    assert times(ivan, REGAINED) == 1
    [row] = await town.stored("select look_at from community_chats")
    assert row["look_at"] is None


async def test_a_chat_is_asked_a_week_and_no_longer(town: Town) -> None:
    group = town.telegram.group("Комишуваха")
    ivan = await bound(town, group)
    await group.silences_people()
    await sends(ivan)
    looked = []
    for _ in range(9):
        await town.passes(days=1, minutes=1)
        looked.append(len([each for each in town.telegram.requests if each.method == "getChatAdministrators"]))
    assert looked == [2, 3, 4, 5, 6, 7, 8, 8, 8]  # and once when the chat was bound
    assert times(ivan, LOST) == 1


async def test_the_keeper_looks_again_by_a_button_and_the_list_says_what_is_true(town: Town) -> None:
    group = town.telegram.group("Комишуваха")
    ivan = await bound(town, group)
    await group.silences_people()
    await sends(ivan)
    lost = await ivan.sees(LOST, anywhere=True)
    await ivan.presses("Відкрити чат", on=lost)
    await ivan.sees("Бот тут: зараз не може писати.")
    await ivan.presses("Перевірити ще раз")
    await ivan.sees("Бот тут: зараз не може писати.")
    await ivan.presses("‹ Назад")
    assert "Комишуваха · зараз не може писати" in (await ivan.sees("Чати громади")).buttons
    await group.silences_people(silent=False)
    await ivan.presses("Комишуваха · зараз не може писати")
    await ivan.presses("Перевірити ще раз")
    await group.sees(WORDS, anywhere=True)
    await ivan.sees(REGAINED, anywhere=True)


async def test_a_channel_that_gives_the_right_to_post_back_gets_what_waits(town: Town) -> None:
    channel = town.telegram.channel("Комишуваха")
    ivan = await bound(town, channel)
    await channel.promotes_bot(can_post=False)
    await ivan.sees(LOST)
    await sends(ivan)
    await channel.does_not_see(WORDS, anywhere=True)
    await channel.promotes_bot(can_post=True)
    await channel.sees(WORDS)
    assert (times(ivan, LOST), times(ivan, REGAINED)) == (1, 1)


async def test_a_notice_whose_time_has_passed_does_not_go_when_rights_return(town: Town) -> None:
    group = town.telegram.group("Комишуваха")
    ivan = await bound(town, group)
    await group.silences_people()
    await sends(ivan)
    await town.passes(days=8)
    await group.promotes_bot()
    await group.does_not_see(WORDS, anywhere=True)
    await ivan.sees("Групи: не надіслано 1", anywhere=True)


# It may not show photos.


async def test_a_refused_photo_does_not_take_the_words_too(either_town: Town) -> None:
    town = either_town
    group = town.telegram.group("Комишуваха")
    ivan = await bound(town, group)
    await group.forbids_files()
    await sends_files(ivan, Part("photo", WORDS))
    said = await group.sees(WORDS, anywhere=True)
    assert "Фото чи файл сюди надіслати не можна." in said.text
    assert said.buttons == ["Запитати офіцера"]
    await ivan.sees("Чат не приймає від бота фото й файлів: «Комишуваха».", anywhere=True)
    report = await ivan.sees("Звіт про сповіщення", anywhere=True)
    assert "Групи: доставлено 1" in report.text
    assert "Самим текстом, бо чат не приймає фото й файлів: 1" in report.text
    await group.forbids_files(forbidden=False)
    await sends_files(ivan, Part("photo", "Друге"))
    assert "photo" in (await group.sees("Друге", anywhere=True)).fields
    await ivan.sees("Чат знову приймає від бота фото й файли: «Комишуваха».", anywhere=True)


async def test_an_album_that_is_refused_leaves_its_words_once(town: Town) -> None:
    group = town.telegram.group("Комишуваха")
    ivan = await bound(town, group)
    await group.forbids_files()
    await sends_files(ivan, Part("photo", WORDS), Part("photo"))
    [said] = [bubble for bubble in group.chat if WORDS in bubble.text]
    assert "Фото чи файл сюди надіслати не можна." in said.text


async def test_words_without_their_photo_are_corrected_and_withdrawn(town: Town) -> None:
    group = town.telegram.group("Комишуваха")
    ivan = await bound(town, group)
    await group.forbids_files()
    await sends_files(ivan, Part("photo", WORDS))
    await ivan.presses("Виправити")
    await ivan.says("Виправлений текст.")
    await ivan.presses("Надіслати виправлення")
    said = await group.sees("Виправлений текст.", anywhere=True)
    assert "Фото чи файл сюди надіслати не можна." in said.text
    await ivan.presses("Відкликати")
    await ivan.presses("Так, відкликати")
    await group.does_not_see("Виправлений текст.", anywhere=True)


# A forum's topic.


async def in_topic(town: Town, forum: Group) -> Person:
    ivan = await bound(town, forum)
    await ivan.says("/here", in_=forum, topic=forum.topic("Поліція"))
    await ivan.presses("Так, там")
    await ivan.sees("Сповіщення з’являються в обраній темі форуму.")
    return ivan


async def test_a_deleted_topic_does_not_lose_the_notice_that_found_it(either_town: Town) -> None:
    town = either_town
    forum = town.telegram.forum("Комишуваха")
    ivan = await in_topic(town, forum)
    await forum.deletes(forum.topic("Поліція"))
    await sends(ivan)
    assert (await forum.sees(WORDS, anywhere=True)).thread_id is None
    await ivan.sees("Тему форуму для сповіщень закрито або видалено: «Комишуваха».", anywhere=True)
    [row] = await chat_rows(town)
    assert (row["thread_id"], bool(row["can_post"])) == (None, True)


async def test_a_closed_topic_does_not_lose_the_notice_either(town: Town) -> None:
    forum = town.telegram.forum("Комишуваха")
    ivan = await in_topic(town, forum)
    await forum.closes(forum.topic("Поліція"))
    for text in ("Перше.", "Друге."):
        await sends(ivan, text=text)
        assert (await forum.sees(text, anywhere=True)).thread_id is None
    assert times(ivan, "Тему форуму для сповіщень закрито або видалено") == 1


async def test_where_the_general_topic_is_closed_as_well_a_notice_waits(town: Town) -> None:
    forum = town.telegram.forum("Комишуваха")
    ivan = await in_topic(town, forum)
    await forum.closes(forum.topic("Поліція"))
    await forum.closes(None)
    await sends(ivan)
    await ivan.sees(LOST, anywhere=True)
    await forum.closes(None, closed=False)
    await town.passes(hours=25)
    await forum.sees(WORDS, anywhere=True)
    await ivan.sees(REGAINED, anywhere=True)


# What is final, and what says nothing of the chat.


async def test_a_chat_that_was_deleted_is_reported_once_and_tried_no_more(town: Town) -> None:
    group = town.telegram.group("Комишуваха")
    ivan = await bound(town, group)
    await group.goes()
    for text in ("Перше.", "Друге."):
        await sends(ivan, text=text)
    assert times(ivan, "Бот більше не може писати сюди: «Комишуваха».") == 1
    refused = [each for each in town.telegram.requests if each.method == "sendMessage" and each.error]
    assert len(refused) == 1
    await ivan.says("Мій кабінет")
    await ivan.presses("Ще: картка, чати, дошка")
    await ivan.presses("Чати громади")
    assert "Комишуваха · бота тут немає" in (await ivan.sees("Чати громади")).buttons


async def test_an_urgent_notice_goes_urgently_when_rights_return(town: Town) -> None:
    group = town.telegram.group("Комишуваха")
    ivan = await bound(town, group, can_pin=True)
    await group.demotes_bot()
    await group.silences_people()
    await sends(ivan, EVACUATION, "Виїзд о 12:00 від школи.", urgent=True)
    await group.promotes_bot(can_pin=True)
    said = await group.sees("Виїзд о 12:00", anywhere=True)
    assert group.pinned == [said.text]
