"""How a community joins: from the invitation of its leadership to the first resident who can write."""

from tests.stories.joining import a_head, is_confirmed, opens_joining
from tests.stories.posts import a_coordinator, invites, opens_area, opens_community, payload_in, takes_post
from tests.town import Town


async def test_a_community_comes_from_its_invitation_to_its_first_resident(town: Town) -> None:
    olha, nadiia = await a_head(town)
    await nadiia.presses("Рада громади")
    await nadiia.sees("Керівництво запрошено.")
    await nadiia.presses("Про проєкт")
    await nadiia.sees("Офіцер живе і працює у громаді.")
    await nadiia.presses("‹ Назад")
    await nadiia.presses("Ще розглядаємо")
    await olha.sees("громада: громада розглядає")
    await nadiia.presses("Ми згодні")
    await olha.sees("громада: громада згодна")
    await olha.presses("Відкрити")
    await olha.sees("Далі: підписати меморандум.")
    await olha.presses("Записати меморандум")
    await olha.says("15/2 від 20.11.2026")
    await olha.sees("Меморандум: 15/2, 20 листопада 2026 р.")
    await nadiia.sees("меморандум підписано")
    await nadiia.presses("Відкрити")
    await nadiia.presses("Список готовності")
    for item in ("Кабінет", "Обладнання", "Житло", "Авто"):
        await nadiia.presses(f"· {item}")
        await nadiia.presses("Готово")
        await nadiia.sees("Позначено: громада")
        await nadiia.presses("‹ Назад")
    await nadiia.presses("‹ Назад")
    await nadiia.sees("Усе готове. Далі: призначити офіцера.")
    await opens_community(olha)
    await olha.presses("Нова дільниця")
    await olha.says("Уся громада")
    await opens_area(town, olha)
    ivan = town.telegram.person("Іван")
    await takes_post(town, ivan, await invites(olha))
    await nadiia.sees("офіцер: офіцер почав працювати")
    await opens_joining(olha)
    await olha.sees("Офіцер працює, мешканці можуть писати.")
    await olha.presses("Як це було")
    await olha.sees("координатор: керівництво запрошено")


async def test_a_refusal_needs_a_reason_and_can_be_taken_back(town: Town) -> None:
    olha, nadiia = await a_head(town)
    await nadiia.presses("Рада громади")
    await nadiia.presses("Відмовляємося")
    await nadiia.sees("Напишіть, чому громада відмовляється.")
    await nadiia.sends_photo()
    await nadiia.says("Немає приміщення до весни")
    await nadiia.sees("Причина: Немає приміщення до весни")
    await olha.sees("громада відмовилася. «Немає приміщення до весни»")
    await nadiia.presses("Ми згодні")
    await nadiia.sees("Громада згодна.")
    await town.settled()
    assert "Немає приміщення" not in nadiia.last.text


async def test_the_head_chooses_those_below_and_confirms_them(town: Town) -> None:
    _, nadiia = await a_head(town)
    await nadiia.presses("Рада громади")
    await nadiia.presses("Рада громади")
    await nadiia.presses("Запросити людину")
    await town.settled()
    assert "Голова громади" not in nadiia.buttons
    await nadiia.presses("Секретар")
    await nadiia.says("Галина Дуб")
    halyna = town.telegram.person("Галина")
    await halyna.starts(payload_in(await nadiia.sees("Посилання для громади")))
    await halyna.sees("Запрошує: керівництво громади.")
    await is_confirmed(town, halyna, nadiia)
    await halyna.presses("Рада громади")
    await halyna.sees("Керівництво запрошено.")
    await town.settled()
    assert "Ми згодні" not in halyna.buttons
    await nadiia.presses("‹ Назад")
    await nadiia.presses("Галина Дуб")
    await nadiia.presses("Припинити повноваження")
    await nadiia.presses("Так, припинити")
    await halyna.sees("Ви більше не представляєте громаду.")
    await halyna.presses("Рада громади")
    await halyna.sees("Тут нічого не знайдено.")


async def test_what_rests_is_spoken_of_once_to_the_council_and_once_to_the_coordinator(town: Town) -> None:
    olha, nadiia = await a_head(town)
    await town.passes(days=14, hours=1)
    await nadiia.sees("Нагадуємо про проєкт")
    await town.passes(days=7, hours=1)
    await olha.sees("Давно нічого не змінилося. Громад: 1")
    await town.passes(days=30)
    assert sum("Нагадуємо про проєкт" in each.text for each in nadiia.chat) == 1
    assert sum("Давно нічого не змінилося" in each.text for each in olha.chat) == 1


async def test_the_funnel_counts_and_leads_to_those_that_wait_longest(town: Town) -> None:
    olha, _ = await a_head(town)
    await olha.says("Координатор")
    await olha.presses("Як приєднуються громади")
    await olha.presses("Запрошено: 1")
    await olha.presses("Комишуваська селищна громада · 0 дн.")
    await olha.sees("Керівництво запрошено.")


async def test_a_paused_community_takes_no_new_cases_until_it_is_resumed(town: Town) -> None:
    olha = await a_coordinator(town)
    await opens_joining(olha)
    await olha.presses("Призупинити участь")
    await olha.says("Офіцера мобілізовано")
    await olha.sees("Участь призупинено.")
    taras = await town.resident("Тарас")
    await taras.says("На вулиці не горить ліхтар")
    await town.settled()
    assert "Надіслати без імені" not in taras.buttons
    await olha.presses("Відновити участь")
    await olha.sees("Офіцер працює, мешканці можуть писати.")
