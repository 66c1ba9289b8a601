"""A pause: an officer stops what comes from a case for some days. Danger passes."""

from bot.domain.ids import CaseId, PersonId
from bot.handlers.cases.buttons import Appeal, History, LiftPause, Pause, PauseFor
from bot.handlers.staff.buttons import Lock
from simulator import Part
from tests.stories.cases import asks, talk
from tests.stories.pauses import REASON, lifts, opens_history, paused, pauses, pauses_it, two_officers
from tests.stories.posts import DNIPRO, ZAPORIZHZHIA
from tests.stories.test_dismissal import dismisses
from tests.town import Town


async def test_while_a_case_is_paused_its_resident_writes_and_the_officer_is_not_disturbed(either_town: Town) -> None:
    both = await paused(either_town)
    shown = len(both.ivan.chat)
    await both.olena.says("Ще одне")
    await both.olena.says("І ще")
    await either_town.settled()
    assert len(both.ivan.chat) == shown
    card = await both.ivan.sees("Хто відповідає за вулицю?", anywhere=True)
    assert "Призупинено до: 27 листопада 2026 р." in card.text
    assert "За час паузи: 2 повідомлення" in card.text
    await opens_history(both.ivan)
    page = await both.ivan.sees("Ще одне")
    assert "За час паузи: 2 повідомлення" in page.text
    assert "Призупинено." in page.text


async def test_when_the_term_ends_one_letter_says_how_many_came(either_town: Town) -> None:
    both = await paused(either_town)
    for number in range(3):
        await both.olena.says(f"Повідомлення {number}")
    await either_town.passes(days=2, hours=23)
    await both.ivan.does_not_see("Ще 3 повідомлення мешканця.", anywhere=True)
    await either_town.passes(hours=1)
    await both.ivan.sees("Ще 3 повідомлення мешканця.")
    await both.ivan.does_not_see("Повідомлення 1", anywhere=True)
    await both.olena.sees("Паузу завершено.")
    await both.olena.says("Після паузи")
    await both.ivan.sees("Після паузи")
    assert "Призупинено" not in (await both.ivan.sees("Хто відповідає за вулицю?", anywhere=True)).text


async def test_nothing_is_said_of_messages_where_none_came(town: Town) -> None:
    both = await paused(town)
    await town.passes(days=3)
    await both.olena.sees("Паузу завершено.")
    await both.ivan.does_not_see("повідомлення мешканця", anywhere=True)


async def test_the_officer_lifts_a_pause_and_reads_how_many_came(town: Town) -> None:
    both = await paused(town, "7 днів")
    await both.olena.says("Ще одне")
    await lifts(both.ivan)
    await both.ivan.sees("Ще 1 повідомлення мешканця.")
    await both.ivan.sees("Паузу завершено.", anywhere=True)
    await both.ivan.presses("Ще дії")
    acts = await both.ivan.sees("Що зробити зі зверненням?")
    assert "Призупинити" in acts.buttons
    assert "Завершити паузу" not in acts.buttons


async def test_the_resident_reads_in_the_case_until_when_and_why(town: Town) -> None:
    both = await paused(town)
    said = await both.olena.sees("Офіцер призупинив це звернення. Пауза до: 27 листопада 2026 р.")
    for line in (REASON, "усе зберігається", "Слова про небезпеку бот передає одразу", "102"):
        assert line in said.text
    await both.olena.presses("Відкрити звернення")
    page = await both.olena.sees("Стан:")
    assert "Офіцер призупинив це звернення. Пауза до:" in page.text
    assert REASON in page.text


async def test_the_reason_of_a_discreet_case_does_not_come_unasked(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await olena.presses("Повідомити")
    await olena.presses("Насильство вдома")
    await olena.presses("Зрозуміло, далі")
    await olena.says("Прошу поради.")
    await olena.presses("Надіслати без імені")
    await ivan.presses("Прийняти")
    await opens_history(ivan, "КШ-2026-000001\nУ роботі")
    await pauses_it(town, ivan)
    assert REASON not in (await olena.sees("Офіцер призупинив це звернення")).text
    await olena.presses("Відкрити звернення")
    await olena.sees(REASON)


async def test_a_reason_is_text_and_short(town: Town) -> None:
    both = await talk(town)
    await opens_history(both.ivan)
    await both.ivan.presses("Ще дії")
    await both.ivan.presses("Призупинити")
    await both.ivan.presses("1 день")
    await both.ivan.sees("Напишіть причину")
    await both.ivan.sends_photo()
    await both.ivan.sees("Причину потрібно написати словами.")
    await both.ivan.says("а" * 501)
    await both.ivan.sees("Причина задовга")
    await both.ivan.says("Відпустка")
    await both.ivan.sees("Призупинено до: 25 листопада 2026 р.")
    await both.olena.sees("Відпустка")


async def test_a_pause_can_be_thought_better_of(town: Town) -> None:
    both = await talk(town)
    for way in ("press", "text"):
        await opens_history(both.ivan)
        await both.ivan.presses("Ще дії")
        await both.ivan.presses("Призупинити")
        await both.ivan.presses("1 день")
        await both.ivan.sees("Напишіть причину")
        await (both.ivan.presses("Скасувати") if way == "press" else both.ivan.says("Скасувати"))
        await both.ivan.sees("Скасовано.")
    assert await town.stored("select id from case_pauses") == []


async def test_a_case_is_paused_once_at_a_time_and_only_by_the_officer_who_has_it(town: Town) -> None:
    area = await town.area()
    ivan, maria = await town.officer("Іван Петренко", area), await town.officer("Марія Коваль", area)
    olena = await town.resident("Олена")
    await asks(olena, "Хто відповідає за вулицю?")
    await opens_history(maria)
    await maria.presses("Ще дії")
    acts = await maria.sees("Що зробити зі зверненням?")
    assert "Призупинити" not in acts.buttons
    await maria.forges(Pause(CaseId(1)).pack(), on=maria.last)
    await town.settled()
    assert maria.alerts[-1].startswith("Це вже неможливо")
    await ivan.presses("Прийняти")
    await town.settled()
    await pauses(town, ivan)
    await ivan.forges(PauseFor(CaseId(1), 7).pack(), on=ivan.last)
    await town.settled()
    assert len(await town.stored("select id from case_pauses")) == 1


async def test_a_pause_and_its_end_are_audited_and_in_the_history(town: Town) -> None:
    both = await paused(town)
    await lifts(both.ivan)
    audit = await town.stored("select act, by_kind from audit where act in ('pause', 'resume') order by id")
    assert audit == [{"act": "pause", "by_kind": "officer"}, {"act": "resume", "by_kind": "officer"}]
    events = await town.stored("select what, officer_id from case_events where what in ('pause', 'resume') order by id")
    assert events == [{"what": "pause", "officer_id": 1}, {"what": "resume", "officer_id": 1}]


async def test_what_waited_to_be_sent_is_not_sent_once_a_case_is_paused(town: Town) -> None:
    both = await talk(town)
    await opens_history(both.ivan)
    await both.ivan.presses("Ще дії")
    await both.ivan.presses("Призупинити")
    await both.ivan.presses("1 день")
    await both.ivan.sees("Напишіть причину")
    await both.olena.sends_album([Part("photo", "Двір"), Part("photo")])
    await both.ivan.says(REASON)
    await both.ivan.sees("Призупинено до:")
    await town.passes(seconds=10)
    await both.ivan.does_not_see("Двір", anywhere=True)
    await town.passes(days=1)
    await both.ivan.sees("Ще 2 повідомлення мешканця.")


async def test_an_edit_meanwhile_is_shown_when_the_pause_ends(town: Town) -> None:
    both = await talk(town)
    said = await both.olena.says("Перша думка")
    await both.ivan.sees("Перша думка")
    await pauses(town, both.ivan)
    await both.olena.edits(said, "Друга думка")
    await town.settled()
    await both.ivan.does_not_see("Друга думка", anywhere=True)
    await town.passes(days=3)
    await both.ivan.sees("Друга думка", anywhere=True)


async def test_messages_of_a_draft_that_are_given_to_a_paused_case_are_kept_from_the_chat(town: Town) -> None:
    both = await paused(town)
    await asks(both.olena, "Друге питання")
    shown = len(both.ivan.chat)
    await both.olena.says("До першого")
    await both.olena.presses("000001 · Хто відповідає за вулицю?")
    await both.olena.sees("Передано до звернення")
    await town.settled()
    assert len(both.ivan.chat) == shown


async def test_a_case_that_ends_is_paused_no_longer(town: Town) -> None:
    both = await paused(town)
    await both.ivan.presses("Закрити", on=await both.ivan.sees("Хто відповідає за вулицю?", anywhere=True))
    await both.ivan.presses("Закрити без відповіді")
    await town.settled()
    assert await town.stored("select id from case_pauses where ended_at is null") == []
    await both.olena.presses("Відкрити повторно")
    await both.olena.says("Це знову я")
    await both.ivan.sees("Це знову я")


async def test_a_reaction_meanwhile_is_not_shown(town: Town) -> None:
    both = await talk(town)
    answer = await both.ivan.says("Відповідь", reply_to=await both.ivan.sees("Хто відповідає за вулицю?"))
    await both.olena.sees("Відповідь")
    await pauses(town, both.ivan)
    before = answer.reactions
    await both.olena.reacts(await both.olena.sees("Відповідь", anywhere=True), "🔥")
    await town.settled()
    assert answer.reactions == before


async def test_a_pause_ends_when_its_officer_cannot_be_reached(either_town: Town) -> None:
    olha = await either_town.coordinator("Ольга", ZAPORIZHZHIA)
    both = await paused(either_town)
    await both.olena.says("Ще одне")
    await both.ivan.blocks()
    await either_town.settled()
    await olha.sees("До черги перейшло звернень: 1.", anywhere=True)
    await both.olena.sees("Паузу завершено.")
    assert await either_town.stored("select id from case_pauses where ended_at is null") == []


# Danger.


async def test_danger_in_a_paused_case_comes_to_the_officer_and_to_the_coordinators(either_town: Town) -> None:
    town = either_town
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    both = await paused(town)
    await both.olena.says("Просто ще одне")
    await olha.does_not_see("КШ-2026-000001", anywhere=True)
    await both.olena.says("Він б’є мене!")
    await both.ivan.sees("з’явилися слова про небезпеку")
    await both.ivan.does_not_see("Просто ще одне", anywhere=True)
    assert "б’є" not in (await olha.sees("з’явилися слова про небезпеку")).text
    await olha.presses("Історія")
    page = await olha.sees("Він б’є мене!")
    assert "Призупинено до:" in page.text
    audit = await town.stored("select by_kind from audit where act = 'open' and by_kind = 'coordinator'")
    assert len(audit) == 1


async def test_coordinators_learn_of_danger_that_the_officer_had_read_of_just_before_the_pause(town: Town) -> None:
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    both = await talk(town)
    await both.olena.says("Він б’є мене!")
    await both.ivan.sees("з’явилися слова про небезпеку")
    await town.passes(seconds=5)
    await pauses(town, both.ivan)
    await town.passes(seconds=5)
    await both.olena.says("Він б’є мене знову!")
    await olha.sees("з’явилися слова про небезпеку")


async def test_danger_that_an_edit_or_a_draft_brings_passes_a_pause_too(town: Town) -> None:
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    both = await paused(town)
    said = await both.olena.says("Усе гаразд")
    await both.olena.edits(said, "Він б’є мене!")
    await olha.sees("з’явилися слова про небезпеку")
    await asks(both.olena, "Друге питання")
    await both.olena.says("У нас пожежа, горить будинок!")
    await both.olena.presses("000001 · Запитання")
    await both.ivan.sees("У нас пожежа")
    assert len([bubble for bubble in olha.chat if "з’явилися слова про небезпеку" in bubble.text]) == 2


async def test_when_a_pause_ends_coordinators_read_the_case_no_longer(either_town: Town) -> None:
    town = either_town
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    both = await paused(town)
    await both.olena.says("Він б’є мене!")
    alert = await olha.sees("з’явилися слова про небезпеку")
    await olha.presses("Історія")
    await olha.sees("Він б’є мене!")
    await town.passes(days=3)
    await olha.does_not_see("Він б’є мене!", anywhere=True)
    await olha.forges(History(CaseId(1)).pack(), on=alert)
    await town.settled()
    await olha.does_not_see("Хто відповідає за вулицю?", anywhere=True)


async def test_a_coordinator_who_answers_a_paused_case_has_it_and_the_pause_is_over(town: Town) -> None:
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    both = await paused(town)
    await both.olena.says("Він б’є мене!")
    await olha.says("Поліція вже їде.", reply_to=await olha.sees("з’явилися слова про небезпеку"))
    await both.olena.sees("Поліція вже їде.")
    assert await town.stored("select id from case_pauses where ended_at is null") == []
    await both.olena.says("Дякую")
    await olha.sees("Дякую")
    await both.ivan.does_not_see("Дякую", anywhere=True)


# Its end with the post.


async def test_a_pause_ends_with_the_post_of_its_officer(either_town: Town) -> None:
    both, maria, olha = await two_officers(either_town)
    await both.olena.says("Під час паузи")
    await dismisses(either_town, olha)
    await maria.sees("Під час паузи")
    assert await either_town.stored("select id from case_pauses where ended_at is null") == []
    await both.olena.says("Після паузи")
    await maria.sees("Після паузи")


async def test_a_pause_ends_when_its_officer_is_locked(town: Town) -> None:
    both, maria, olha = await two_officers(town)
    await both.olena.says("Під час паузи")
    await olha.forges(Lock(PersonId(1)).pack(), on=olha.last)
    await maria.sees("Під час паузи")
    assert await town.stored("select id from case_pauses where ended_at is null") == []


# The coordinators.


async def test_the_resident_appeals_once_and_a_coordinator_reads_the_case_and_lifts_the_pause(
    either_town: Town,
) -> None:
    town = either_town
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    both = await paused(town)
    await both.olena.says("Ще одне")
    said = await both.olena.sees("Офіцер призупинив це звернення", anywhere=True)
    await both.olena.presses("Звернутися до координатора", on=said)
    letter = await olha.sees("Мешканець просить переглянути паузу.")
    for line in (
        REASON,
        "Призупинено до: 27 листопада",
        "За час паузи: 1 повідомлення",
        "капітан поліції Іван Петренко",
    ):
        assert line in letter.text
    assert "Звернутися до координатора" not in both.olena.last.buttons
    await both.olena.forges(Appeal(CaseId(1)).pack(), on=both.olena.last)
    await town.settled()
    assert both.olena.alerts[-1].startswith("Координатор уже має Ваше прохання")
    await olha.presses("Прочитати", on=letter)
    await olha.sees("Ще одне")
    await olha.presses("Завершити паузу", on=letter)
    await olha.sees("Призупинених звернень немає.")
    await both.ivan.sees("Ще 1 повідомлення мешканця.")
    await both.olena.sees("Паузу завершено.")
    await olha.does_not_see("Ще одне", anywhere=True)
    acts = await town.stored("select act from audit where by_kind = 'coordinator' order by id")
    assert [row["act"] for row in acts] == ["open", "resume"]


async def test_coordinators_see_the_pauses_of_their_communities(town: Town) -> None:
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    far = await town.coordinator("Далека", DNIPRO)
    await paused(town)
    await far.says("Координатор")
    await far.presses("Призупинені звернення: 0")
    await far.sees("Призупинених звернень немає.")
    await olha.says("Координатор")
    await olha.presses("Призупинені звернення: 1")
    page = await olha.sees("КШ-2026-000001")
    for line in ("Комишуваська", "капітан поліції Іван Петренко", "Призупинено до: 27 листопада"):
        assert line in page.text
    assert "Мешканець просить" not in page.text
    await olha.presses("КШ-2026-000001", on=page)
    await olha.sees("Хто відповідає за вулицю?")
    await olha.presses("Ще дії")
    await olha.presses("Завершити паузу")
    await olha.sees("Призупинених звернень немає.")


async def test_a_pause_that_is_over_is_neither_appealed_nor_lifted(town: Town) -> None:
    both = await paused(town)
    said = await both.olena.sees("Офіцер призупинив це звернення", anywhere=True)
    await town.passes(days=3)
    await both.olena.presses("Звернутися до координатора", on=said)
    await town.settled()
    assert both.olena.alerts[-1].startswith("Паузу вже завершено")
    await both.ivan.forges(LiftPause(CaseId(1)).pack(), on=both.ivan.last)
    await town.settled()
    assert both.ivan.alerts[-1].startswith("Паузу вже завершено")


async def test_an_officer_who_coordinates_does_not_judge_their_own_pause(town: Town) -> None:
    both = await paused(town)
    await officer_coordinates(town)
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await both.olena.presses("Звернутися до координатора")
    await olha.sees("просить переглянути паузу")
    await both.ivan.does_not_see("просить переглянути паузу", anywhere=True)


async def test_where_nobody_else_coordinates_the_appeal_comes_to_them_all_the_same(town: Town) -> None:
    both = await paused(town)
    await officer_coordinates(town)
    await both.olena.presses("Звернутися до координатора")
    await both.ivan.sees("просить переглянути паузу")


async def officer_coordinates(town: Town) -> None:
    await town.stored(
        """insert into parts(person_id, role, scope, scope_code, since)
           select id, 'coordinator', 'oblast', :oblast, 0 from persons
            where id = (select person_id from officers limit 1) returning id""",
        oblast=ZAPORIZHZHIA,
    )


async def test_lists_mark_a_paused_case_and_its_history_keeps_the_reason(either_town: Town) -> None:
    both = await paused(either_town)
    await both.ivan.says("Звернення")
    assert "пауза до: 27 листопада 2026 р." in (await both.ivan.sees("Чекають на Вас")).text
    await both.ivan.presses("КШ-2026-000001 · Запитання")
    await both.ivan.presses("Ще дії")
    await both.ivan.presses("Завершити паузу")
    page = await both.ivan.sees("Паузу завершено.")
    assert REASON in page.text
    await both.ivan.says("Звернення")
    assert "пауза" not in (await both.ivan.sees("Чекають на Вас")).text
