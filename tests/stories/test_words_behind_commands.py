"""Words behind a command are a message like any other: input half taken is a fault."""

import pytest

from tests.stories.cases import talk
from tests.stories.chats import binds
from tests.stories.reception import village
from tests.town import Town


@pytest.mark.parametrize(
    ("command", "shown"),
    [("/help", "Куди телефонувати"), ("/start", "Оберіть, що потрібно"), ("/officer", "Мій офіцер")],
)
async def test_what_a_command_asks_is_shown_and_the_words_are_kept(town: Town, command: str, shown: str) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await olena.says(f"{command} Під вікном бійка")
    await olena.sees(shown, anywhere=True)
    await olena.sees("Є ненадіслане", anywhere=True)
    await olena.presses("Надіслати без імені")
    await olena.sees("Надіслано: КШ-")
    card = await ivan.sees("Під вікном бійка")
    assert command not in card.text


async def test_words_behind_a_command_go_to_the_one_open_case(town: Town) -> None:
    people = await talk(town)
    said = await people.olena.says("/help@hromada_bot  Під вікном бійка")
    got = await people.ivan.sees("Під вікном бійка", anywhere=True)
    assert "/help" not in got.text
    await people.olena.edits(said, "/help Під вікном уже дві бійки")
    await people.ivan.sees("уже дві бійки", anywhere=True)
    await people.ivan.does_not_see("/help", anywhere=True)
    await people.olena.says("/hours дякую", reply_to=await people.olena.sees("Надіслано: КШ-", anywhere=True))
    await people.ivan.sees("дякую", anywhere=True)


async def test_start_frees_from_a_form_before_the_words_behind_it_are_taken(town: Town) -> None:
    people = await talk(town)
    await people.ivan.presses("Відповісти", on=await people.ivan.sees("Хто відповідає", anywhere=True))
    await people.ivan.says("/start Під вікном бійка")
    await people.ivan.sees("Кому це?")
    await people.olena.does_not_see("Під вікном", anywhere=True)


async def test_a_stranger_who_writes_behind_start_is_greeted_and_their_words_are_kept(town: Town) -> None:
    await town.area()
    olena = town.telegram.person("Олена")
    await olena.starts()
    await olena.says("/start Під вікном бійка")
    await olena.sees("Доброго дня!", anywhere=True)
    await olena.sees("Є ненадіслане", anywhere=True)


async def test_a_link_carries_no_words(town: Town) -> None:
    await town.area()
    olena = await town.resident("Олена")
    await olena.says("/start facebook")
    await olena.sees("Оберіть, що потрібно")
    assert await town.stored("select id from case_messages") == []


async def test_a_group_is_told_that_nobody_reads_what_is_behind_a_command(town: Town) -> None:
    ivan = (await village(town)).ivan
    olena = town.telegram.person("Олена")
    group = town.telegram.group("Комишуваха")
    await binds(ivan, group)
    await olena.says("/officer", in_=group)
    await group.sees("капітан поліції Іван Петренко")
    assert "не читає" not in group.chat[-1].text
    await olena.says("/officer Під вікном бійка", in_=group)
    answer = await group.sees("Написане після команди бот не читає. Напишіть йому особисто: @hromada_bot")
    assert "капітан поліції Іван Петренко" in answer.text
    assert "бійка" not in answer.text
