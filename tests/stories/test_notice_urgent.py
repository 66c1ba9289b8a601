"""What an urgent notice needs: a word that confirms it and, for most of an oblast, a second coordinator."""

from tests.keys import hashed
from tests.stories.notices import (
    EVACUATION,
    MISSING,
    PHONE,
    oblast_wide,
    one_officer,
    opens_form,
    previews,
    status,
    two_communities,
    writes,
)
from tests.stories.posts import DNIPRO, ZAPORIZHZHIA
from tests.town import Town


async def test_an_urgent_notice_goes_only_after_the_word_is_typed(town: Town) -> None:
    ivan, olena = await one_officer(town), await town.resident("Олена")
    await previews(ivan, MISSING, "Зникла дитина", urgent=True)
    await ivan.presses("Надіслати")
    await ivan.says("так")
    await ivan.sees("напишіть слово, яке стоїть на екрані")
    await olena.does_not_see("Зникла", anywhere=True)
    await ivan.says("Терміново!")
    got = await olena.sees("Зникла дитина", anywhere=True)
    assert got.text.startswith("Терміново: Розшук зниклих людей")


async def test_a_topic_that_saves_no_lives_now_is_never_urgent(town: Town) -> None:
    ivan = await one_officer(town)
    await opens_form(ivan)
    await ivan.presses(PHONE)
    await ivan.sees("Надішліть текст українською")
    [row] = await town.stored("select id from notices")
    await ivan.forges(f"nu:{row['id']}:1", on=ivan.last)
    await town.settled()
    assert "нічого не знайдено" in ivan.alerts[-1]


async def test_an_urgent_notice_to_an_oblast_waits_for_a_second_coordinator(either_town: Town) -> None:
    town = either_town
    await two_communities(town)
    olena = await town.resident("Олена")
    olha, petro = await town.coordinator("Ольга", ZAPORIZHZHIA), await town.coordinator("Петро", ZAPORIZHZHIA)
    dmytro = await town.coordinator("Дмитро", DNIPRO)
    await oblast_wide(town, olha)
    await olha.sees("Чекає підтвердження другого координатора.")
    await olena.does_not_see("Виїзд", anywhere=True)
    await dmytro.does_not_see("Виїзд", anywhere=True)
    await petro.sees("Виїзд о 12:00", anywhere=True)
    [row] = await town.stored("select id, version from notices")
    for person, refusal in ((olha, "має підтвердити інша людина"), (dmytro, "нічого не знайдено")):
        await person.forges(f"nsc:{row['id']}:{row['version']}", on=person.last)
        await town.settled()
        assert refusal in person.alerts[-1]
    await petro.presses("Підтверджую, надіслати")
    await olena.sees("Виїзд о 12:00", anywhere=True)


async def test_of_two_who_let_a_notice_go_the_other_is_notified_how_it_was_corrected(town: Town) -> None:
    await two_communities(town)
    olena = await town.resident("Олена")
    olha, petro = await town.coordinator("Ольга", ZAPORIZHZHIA), await town.coordinator("Петро", ZAPORIZHZHIA)
    await oblast_wide(town, olha)
    await petro.presses("Підтверджую, надіслати")
    await olha.presses("Виправити")
    await olha.says("Виїзд о 13:00 від школи.")
    await olha.presses("Надіслати виправлення")
    await olena.sees("Виїзд о 13:00", anywhere=True)
    await petro.sees("Виїзд о 13:00", anywhere=True)
    correction = await petro.sees("Його виправили.")
    await petro.presses("Відкрити сповіщення", on=correction)
    await petro.presses("Відкликати")
    await petro.presses("Так, відкликати")
    await olena.does_not_see("Виїзд", anywhere=True)
    assert not [each for each in olha.chat if "Його виправили." in each.text]


async def test_leaving_out_a_village_does_not_spare_the_second_coordinator(town: Town) -> None:
    await two_communities(town)
    olena = await town.resident("Олена")
    olha, petro = await town.coordinator("Ольга", ZAPORIZHZHIA), await town.coordinator("Петро", ZAPORIZHZHIA)
    await writes(olha, EVACUATION, "Виїзд о 12:00 від школи.", urgent=True)
    await olha.presses("Усюди, де я працюю")
    await olha.says("Кирпотине")
    await olha.presses("✓ с-ще Кирпотине")
    await olha.presses("Готово")
    for label in ("Готово", "Зараз", "7 днів", "Надіслати"):
        await olha.presses(label)
    await olha.says("терміново")
    await petro.sees("Термінове на більшість громад області", anywhere=True)
    await olena.does_not_see("Виїзд", anywhere=True)


async def test_an_urgent_notice_to_half_of_the_communities_needs_no_second_coordinator(town: Town) -> None:
    await two_communities(town)
    olena = await town.resident("Олена")
    olha, petro = await town.coordinator("Ольга", ZAPORIZHZHIA), await town.coordinator("Петро", ZAPORIZHZHIA)
    await writes(olha, EVACUATION, "Виїзд о 12:00 від школи.", urgent=True)
    for label in ("Комишуваська селищна громада", "Усе разом", "Готово", "Готово", "Зараз", "7 днів", "Надіслати"):
        await olha.presses(label)
    await olha.says("терміново")
    await olena.sees("Виїзд о 12:00", anywhere=True)
    await petro.does_not_see("Виїзд", anywhere=True)


async def test_nobody_confirms_for_a_coordinator_who_is_one_no_more(town: Town) -> None:
    await two_communities(town)
    olena = await town.resident("Олена")
    olha, petro = await town.coordinator("Ольга", ZAPORIZHZHIA), await town.coordinator("Петро", ZAPORIZHZHIA)
    await oblast_wide(town, olha)
    await town.settled()
    await town.stored(
        "update parts set until = 1 where person_id in (select person_id from accounts where external_hash = :id)"
        " returning id",
        id=hashed(olha.id),
    )
    await petro.presses("Підтверджую, надіслати")
    await olena.does_not_see("Виїзд", anywhere=True)
    assert "нічого не знайдено" in petro.alerts[-1]


async def test_of_two_second_coordinators_the_later_sees_what_happened(town: Town) -> None:
    await two_communities(town)
    olha, petro = await town.coordinator("Ольга", ZAPORIZHZHIA), await town.coordinator("Петро", ZAPORIZHZHIA)
    lesia = await town.coordinator("Леся", ZAPORIZHZHIA)
    await oblast_wide(town, olha)
    await petro.presses("Не надсилати")
    await olha.sees("Сповіщення не підтвердили.", anywhere=True)
    await lesia.presses("Підтверджую, надіслати")
    await town.settled()
    assert await status(town) == "draft"
    assert "нічого не знайдено" in lesia.alerts[-1]


async def test_two_confirm_at_the_same_time_and_it_goes_once(town: Town) -> None:
    await two_communities(town)
    olena = await town.resident("Олена")
    olha, petro = await town.coordinator("Ольга", ZAPORIZHZHIA), await town.coordinator("Петро", ZAPORIZHZHIA)
    lesia = await town.coordinator("Леся", ZAPORIZHZHIA)
    await oblast_wide(town, olha)
    await town.settled()
    for person in (petro, lesia):
        [button] = [each for each in person.last.inline if each.text == "Підтверджую, надіслати"]
        await person.presses_button(person.last, button)
    await town.settled()
    assert "Зараз: надіслано" in lesia.alerts[-1]
    assert len([each for each in olena.chat if "Виїзд" in each.text]) == 1


async def test_where_there_is_no_second_coordinator_the_word_is_enough(town: Town) -> None:
    await two_communities(town)
    olena, olha = await town.resident("Олена"), await town.coordinator("Ольга", ZAPORIZHZHIA)
    await oblast_wide(town, olha)
    got = await olena.sees("Виїзд о 12:00", anywhere=True)
    assert "Пише: поліція" in got.text
