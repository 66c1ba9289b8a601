"""What a coordinator types at a screen that lists places is looked for there, and is never a resident's message."""

import pytest

from tests.stories.cases import asks
from tests.stories.posts import ZAPORIZHZHIA, opens_area
from tests.town import KOMYSHUVAKHA, Town

VILNIANSK = "UA23060030000037089"


async def test_a_name_typed_at_the_list_of_communities_opens_that_community(town: Town) -> None:
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await olha.says("Координатор")
    await olha.presses("Громади: 1")
    await olha.says("Комишуваха")
    await olha.sees("Офіцера зараз немає.")
    await olha.says("комишувха")  # the page of a community is such a screen, too
    await olha.sees("Комишуваська селищна громада")
    await olha.says("Широке")
    await olha.sees("Серед доданих громад такої не знайдено.")
    assert await town.stored("select id from cases") == []


async def test_several_that_fit_are_listed_and_none_that_was_not_added(town: Town) -> None:
    for code in (KOMYSHUVAKHA, VILNIANSK):
        await town.area(code)
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await olha.says("Координатор")
    await olha.sees("Координатор")
    await olha.says("Новотроїцьке")  # a village of three communities
    found = await olha.sees("Оберіть громаду або напишіть назву точніше.")
    assert sorted(found.buttons) == ["Вільнянська міська громада", "Комишуваська селищна громада", "‹ Назад"]
    await olha.presses("Вільнянська міська громада")
    await olha.sees("Офіцера зараз немає.")


async def test_a_settlement_typed_at_an_area_shows_the_page_on_which_it_is(town: Town) -> None:
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await opens_area(town, olha)
    await olha.says("Ясна Поляна")
    await town.settled()
    assert any("Ясна Поляна" in label for label in olha.buttons)
    await olha.says("блакитне")
    await town.settled()
    assert any("Блакитне" in label for label in olha.buttons)
    await olha.says("Чикаго")
    await olha.sees("У цій громаді такого населеного пункту не знайдено.")
    assert await town.stored("select id from cases") == []


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Сусід б'є дружину", "Є ненадіслане."),
        ("Доброго дня, у мене на вулиці вже тиждень не світять ліхтарі", "Ще не надіслано"),
    ],
)
async def test_a_call_for_help_and_a_whole_sentence_are_no_name(town: Town, typed: str, kept: str) -> None:
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await olha.says("Координатор")
    await olha.presses("Громади: 1")
    await olha.says(typed)
    await olha.sees(kept, anywhere=True)


async def test_what_one_is_in_the_middle_of_is_not_pushed_aside_by_a_list(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    await town.stored(
        """insert into parts(person_id, role, scope, scope_code, since)
           select id, 'coordinator', 'oblast', :code, 1 from persons returning id""",
        code=ZAPORIZHZHIA,
    )
    olena = await town.resident("Олена")
    await asks(olena, "Хто відповідає за вулицю?")
    await ivan.says("Міська рада.")
    await ivan.sees("Кому це?")
    await ivan.says("Координатор")
    await ivan.presses("Громади: 1")
    await ivan.sees("Громади")
    await ivan.says("Комишуваха")
    await ivan.sees("і ще 1 повідомлення")


async def test_a_list_that_was_left_long_ago_takes_nothing(town: Town) -> None:
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await olha.says("Координатор")
    await olha.presses("Громади: 1")
    await town.passes(minutes=16)
    await olha.says("Комишуваха")
    await olha.sees("Ще не надіслано", anywhere=True)
