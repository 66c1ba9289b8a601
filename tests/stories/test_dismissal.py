"""Dismissal: from that second an officer sees nothing, and their open cases are reassigned."""

from simulator import Person
from tests.keys import hashed
from tests.stories.cases import asks
from tests.stories.posts import FAR_AWAY, ZAPORIZHZHIA, confirmed, invited, opens_area, takes_post
from tests.town import Town


async def dismisses(town: Town, coordinator: Person, label: str = "капітан поліції Іван Петренко") -> None:
    await opens_area(town, coordinator)
    await coordinator.presses(label)
    await coordinator.presses("Зняти з дільниці")
    await coordinator.sees("Офіцер одразу втратить доступ")
    await coordinator.presses("Так, зняти")
    await town.settled()


async def test_the_confirmation_names_what_happens_and_can_be_left(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await asks(await town.resident("Олена"), "Справа")
    await ivan.presses("Прийняти")
    await opens_area(town, olha)
    await olha.presses("капітан поліції Іван Петренко")
    await olha.presses("Зняти з дільниці")
    await olha.sees("Звернень у роботі: 1.")
    await olha.presses("‹ Назад")
    await olha.sees("Працює тут:")
    assert len(await town.stored("select id from assignments where until is null")) == 1


async def test_open_cases_go_to_the_next_officer_of_the_area_with_their_history(either_town: Town) -> None:
    town = either_town
    area = await town.area()
    ivan = await town.officer("Іван Петренко", area)
    maria = await town.officer("Марія Коваль", area)
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    olena = await town.resident("Олена")
    await asks(olena, "Перше слово")
    await ivan.presses("Прийняти")
    await ivan.presses("Відповісти")
    await ivan.sees("напишіть відповідь")
    await ivan.says("Моя відповідь")
    await olena.sees("Моя відповідь")
    await olena.says("Друге слово")
    await ivan.sees("Друге слово")
    await dismisses(town, olha)
    await maria.sees("Перше слово")
    await maria.sees("Моя відповідь")
    await maria.sees("Друге слово")
    await olena.sees("Вашим зверненням тепер опікується інший офіцер.")
    await olena.sees("Відповідає: капітан поліції Марія Коваль.")
    await olena.says("Третє слово")
    await maria.sees("Третє слово")
    await ivan.does_not_see("Третє слово", anywhere=True)
    assert await town.stored("select id from case_events where what = 'hand' and officer_id = 2")


async def test_without_a_next_officer_they_go_to_the_queue_with_a_warning(either_town: Town) -> None:
    town = either_town
    ivan = await town.officer("Іван Петренко", await town.area())
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    olena = await town.resident("Олена")
    await asks(olena, "Перше")
    await ivan.presses("Прийняти")
    await asks(olena, "Ще не прийняте")
    await dismisses(town, olha)
    await olha.sees("До черги перейшло звернень: 2.")
    await olena.sees("КШ-2026-000001: офіцер, який вів Ваше звернення, тут більше не працює.")
    assert [row["status"] for row in await town.stored("select status from cases order by id")] == ["new", "new"]
    await olena.does_not_see("Відповідає: капітан поліції")
    await olena.does_not_see("КШ-2026-000002: офіцер")
    await olha.presses("Відкрити чергу")
    page = await olha.sees("Ці звернення ще ніхто не взяв.")
    assert {"КШ-2026-000001 · Запитання", "КШ-2026-000002 · Запитання"} <= set(page.buttons)


async def test_a_case_that_nobody_had_accepted_stays_with_the_area(town: Town) -> None:
    area = await town.area()
    await town.officer("Іван Петренко", area)
    maria = await town.officer("Марія Коваль", area)
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    olena = await town.resident("Олена")
    await asks(olena, "Нічиє")
    await dismisses(town, olha)
    await olena.does_not_see("опікується", anywhere=True)
    await maria.presses("Прийняти")
    await olena.sees("Відповідає: капітан поліції Марія Коваль.")


async def test_a_dismissed_officer_can_open_nothing_and_gets_nothing(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    olena = await town.resident("Олена")
    await asks(olena, "Справа")
    card = await ivan.sees("Справа")
    await ivan.presses("Прийняти")
    await ivan.presses("Відповісти")
    await ivan.sees("напишіть відповідь")
    await dismisses(town, olha)
    await ivan.sees("Ви більше не працюєте на дільниці «Уся громада» (Комишуваська громада).")
    sql = "select d.flow from dialogs d join accounts k on k.person_id = d.person_id where k.external_hash = :id"
    assert await town.stored(sql, id=hashed(ivan.id)) == [{"flow": "without desk"}]
    await ivan.says("Запізніла відповідь")
    await olena.does_not_see("Запізніла відповідь", anywhere=True)
    await ivan.says("Відповідь свайпом", reply_to=card)
    await olena.does_not_see("Відповідь свайпом", anywhere=True)
    for data in ("da:1", "dw:1", "dh:1", "do:1:0:0:1", "om", "og", "qc:1"):
        await ivan.forges(data, on=ivan.last)
        await town.settled()
        assert ivan.spinning == 0
    await olena.says("Після звільнення")
    await asks(olena, "Нова справа")
    await ivan.does_not_see("Після звільнення", anywhere=True)
    await ivan.does_not_see("Нова справа", anywhere=True)
    await ivan.says("Звернення")
    await ivan.does_not_see("КШ-2026")


async def test_what_waited_to_be_sent_to_a_dismissed_officer_is_void(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    olena = await town.resident("Олена")
    await asks(olena, "Справа")
    await ivan.presses("Прийняти")
    await opens_area(town, olha)
    await olha.presses("капітан поліції Іван Петренко")
    await olha.presses("Зняти з дільниці")
    await town.settled()
    await olha.presses("Так, зняти")  # and in the same batch:
    await olena.says("У ту саму мить")
    await town.settled()
    await ivan.does_not_see("У ту саму мить", anywhere=True)


async def test_a_second_dismissal_finds_nothing(town: Town) -> None:
    await town.officer("Іван Петренко", await town.area())
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await dismisses(town, olha)
    await olha.forges("oz:1", on=olha.last)
    await town.settled()
    assert "нічого не знайдено" in olha.alerts[-1]
    assert len(await town.stored("select id from audit where act = 'dismiss'")) == 1


async def test_a_dismissed_officer_can_come_back_by_a_new_invitation(town: Town) -> None:
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    ivan = town.telegram.person("Іван")
    await takes_post(town, ivan, await invited(town, olha))
    olena = await town.resident("Олена")
    await asks(olena, "Перше слово")
    await ivan.presses("Прийняти")
    await dismisses(town, olha)
    link = await invited(town, olha)
    await ivan.starts(link)
    await ivan.presses("Прийняти запрошення")
    await ivan.sees("Ім’я: Іван Петренко")
    await ivan.presses("Усе правильно, надіслати")
    await confirmed(town)
    await ivan.sees("Перше слово", anywhere=True)
    assert len(await town.stored("select id from officers")) == 1


async def test_an_officer_of_two_oblasts_loses_only_the_one_whose_coordinator_dismisses_him(town: Town) -> None:
    await town.area()
    ivan = await town.officer("Іван Петренко", await town.area(FAR_AWAY))
    await town.stored("insert into assignments(officer_id, area_id, since) values (1, 1, 0) returning id")
    olena = await town.resident("Олена")
    far = await town.resident("Далека", FAR_AWAY)
    await asks(olena, "Тутешнє")
    await ivan.presses("Прийняти")
    await asks(far, "Далеке")
    await ivan.presses("Прийняти")
    await dismisses(town, await town.coordinator("Ольга", ZAPORIZHZHIA))
    await olena.says("Ще тутешнє")
    await far.says("Ще далеке")
    await ivan.sees("Ще далеке")
    await ivan.does_not_see("Ще тутешнє", anywhere=True)


async def test_the_text_of_ended_cases_goes_from_the_chat_as_far_as_telegram_allows(either_town: Town) -> None:
    town = either_town
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, "Давнє")
    await ivan.presses("Прийняти")
    await town.settled()
    await olena.forges("cl:1", on=olena.last)
    await town.passes(days=3)
    await asks(olena, "Недавнє")
    await ivan.presses("Прийняти")
    await olena.says("Ще слово", reply_to=await olena.sees("КШ-2026-000002", anywhere=True))
    await ivan.sees("Ще слово")
    await olena.forges("cl:2", on=olena.last)
    await dismisses(town, await town.coordinator("Ольга", ZAPORIZHZHIA))
    await ivan.does_not_see("Недавнє", anywhere=True)
    await ivan.does_not_see("Ще слово", anywhere=True)
    await ivan.does_not_see("Давнє", anywhere=True)
    left = [bubble.text for bubble in ivan.chat if "Ви більше не працюєте з цим зверненням." in bubble.text]
    assert {text.partition("\n")[0] for text in left} == {"КШ-2026-000001", "КШ-2026-000002"}


async def test_what_is_too_old_to_be_deleted_loses_its_text(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olha, olena = await town.coordinator("Ольга", ZAPORIZHZHIA), await town.resident("Олена")
    await asks(olena, "Хто відповідає за вулицю?")
    await ivan.presses("Прийняти")
    await olena.presses("Мої звернення")
    await olena.sees("Оберіть звернення")
    await olena.presses(next(label for label in olena.buttons if label.startswith("000001 · ")))
    await olena.presses("Дописати")
    await olena.says("Ще давнє слово")
    await olena.sends_photo("Давнє фото")
    await ivan.sees("Давнє фото")
    await town.passes(days=3)
    await dismisses(town, olha)
    await town.settled()
    assert not any("авнє" in bubble.text for bubble in ivan.chat)


async def test_an_officer_keeps_what_they_wrote_as_a_resident(town: Town) -> None:
    ivan = await town.resident("Іван")
    area = await town.area()
    await asks(ivan, "Моє власне запитання")
    await town.stored(
        """insert into officers(person_id, rank, name, position, created_at)
           select id, 'капітан поліції', 'Іван Петренко', 'pog', 0 from persons returning id"""
    )
    await town.stored(
        "insert into assignments(officer_id, area_id, since) values (1, :area, 0) returning id", area=area
    )
    await ivan.forges("cl:1", on=ivan.last)
    await dismisses(town, await town.coordinator("Ольга", ZAPORIZHZHIA))
    await ivan.sees("Моє власне запитання", anywhere=True)


async def test_who_has_just_been_dismissed_can_react_to_nothing(town: Town) -> None:
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, "Справа")
    await ivan.presses("Прийняти")
    said = await olena.says("Лампа не горить")
    got = await ivan.sees("Лампа не горить")
    await opens_area(town, olha)
    await olha.presses("капітан поліції Іван Петренко")
    await olha.presses("Зняти з дільниці")
    await town.settled()
    await olha.presses("Так, зняти")  # and in the same batch, before it goes from the chat:
    await ivan.reacts(got, "🔥")
    await ivan.sees("нічого не знайдено")
    assert said.reactions == ["✍"]  # the bot's own


async def test_the_next_officer_cannot_change_what_the_last_one_said(town: Town) -> None:
    area = await town.area()
    ivan = await town.officer("Іван Петренко", area)
    olena = await town.resident("Олена")
    await asks(olena, "Справа")
    await ivan.presses("Прийняти")
    await ivan.says("Слово Івана", reply_to=await ivan.sees("Справа", anywhere=True))
    answer = await olena.sees("Слово Івана")
    maria = await town.officer("Марія Коваль", area)
    await dismisses(town, await town.coordinator("Ольга", ZAPORIZHZHIA))
    got = await maria.sees("Слово Івана")
    forged = got.message.to_dict() | {"from": maria.user.to_dict(), "text": "Слово Марії"}
    maria._send_update("edited_message", forged)  # noqa: SLF001  # what an altered client might send
    await maria.sees("нічого не знайдено")
    assert "Слово Марії" not in answer.text
    assert [row["version"] for row in await town.stored("select version from case_messages order by id")] == [1, 1]


async def test_a_letter_of_an_earlier_version_that_names_no_area_still_comes(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    await town.stored(
        """insert into outbox(recipient, chat_id, letter, args, class, turn, created_at)
           select 'person:' || p.id, p.chat_id, 'Dismissed', '{}', 3, 0, 0
             from persons p join officers o on o.person_id = p.id"""
    )
    town.app.sender.alarm.ring()
    await ivan.sees("Ви більше не працюєте на одній зі своїх дільниць.")
