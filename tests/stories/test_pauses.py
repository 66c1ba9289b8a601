"""A pause: an officer stops what comes from a case for some days. Danger passes."""

from functools import partial

from bot.domain.ids import CaseId, OfficerId, PersonId
from bot.handlers.cases.buttons import Appeal, History, LiftPause, Pause, PauseFor
from bot.handlers.queue.buttons import GiveCase
from bot.handlers.staff.buttons import Lock
from bot.services import queue
from simulator import Part, Person
from tests.stories.cases import Talk, asks, talk
from tests.stories.posts import DNIPRO, ZAPORIZHZHIA, presses_one_that_begins
from tests.stories.test_dismissal import dismisses
from tests.town import KOMYSHUVAKHA, Town

REASON = "Двадцять повідомлень на день"


async def opens_history(officer: Person) -> None:
    await officer.presses("Історія")
    await officer.sees("Надіслано.")


async def pauses(town: Town, officer: Person, term: str = "3 дні", reason: str = REASON) -> None:
    """From the card to the pause."""
    await opens_history(officer)
    await officer.presses("Призупинити")
    await officer.sees("На який час призупинити")
    await officer.presses(term)
    await officer.sees("Напишіть причину")
    await officer.says(reason)
    await officer.sees("Призупинено до:")
    await town.settled()


async def lifts(officer: Person) -> None:
    await opens_history(officer)
    await officer.presses("Зняти паузу")
    await officer.sees("Паузу завершено.")


async def paused(town: Town, term: str = "3 дні", name: str = "") -> Talk:
    """Olena's question, which Ivan has paused."""
    both = await talk(town, name)
    await pauses(town, both.ivan, term)
    return both


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
    page = await both.ivan.sees("Паузу завершено.", anywhere=True)
    assert "Призупинити" in page.buttons
    assert "Зняти паузу" not in page.buttons


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
    await pauses(town, ivan)
    assert REASON not in (await olena.sees("Офіцер призупинив це звернення")).text
    await olena.presses("Відкрити звернення")
    await olena.sees(REASON)


async def test_a_reason_is_text_and_short(town: Town) -> None:
    both = await talk(town)
    await opens_history(both.ivan)
    await both.ivan.presses("Призупинити")
    await both.ivan.presses("1 день")
    await both.ivan.sees("Напишіть причину")
    await both.ivan.sends_photo()
    await both.ivan.sees("Причину паузи потрібно написати словами.")
    await both.ivan.says("а" * 501)
    await both.ivan.sees("Причина задовга")
    await both.ivan.says("Відпустка")
    await both.ivan.sees("Призупинено до: 25 листопада 2026 р.")
    await both.olena.sees("Відпустка")


async def test_a_pause_can_be_thought_better_of(town: Town) -> None:
    both = await talk(town)
    for way in ("press", "text"):
        await opens_history(both.ivan)
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
    assert "Призупинити" not in maria.last.buttons
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
    await olha.sees("У черзі нових звернень: 1.", anywhere=True)
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


# A new case of the same person.


async def two_officers(town: Town) -> tuple[Talk, Person, Person]:
    """Ivan has paused Olena's named case; Maria serves with him, and Olha coordinates."""
    area = await town.area()
    ivan, maria = await town.officer("Іван Петренко", area), await town.officer("Марія Коваль", area)
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    olena = await town.resident("Олена")
    await asks(olena, "Хто відповідає за вулицю?", "Олена Бондар")
    await ivan.presses("Прийняти")
    await town.settled()
    await pauses(town, ivan)
    return Talk(olena, ivan), maria, olha


async def sees_nothing_of(officer: Person, number: str, *words: str) -> None:
    """Neither in the chat nor in any list."""
    for text in (number, *words):
        await officer.does_not_see(text, anywhere=True)
    await officer.says("Мої справи")
    await officer.sees("Чекають на Вас")
    for label in ("Чекаємо", "Прострочені", "Закриті"):
        await officer.presses(next(each for each in reversed(officer.buttons) if each.startswith(label)))
        await officer.does_not_see(number, anywhere=True)


async def test_a_new_case_goes_to_a_colleague_while_an_officers_pause_lasts(either_town: Town) -> None:
    both, maria, olha = await two_officers(either_town)
    await asks(both.olena, "Анонімне питання")
    card = await maria.sees("Анонімне питання")
    assert card.text.splitlines()[1] == "Нове"
    await sees_nothing_of(both.ivan, "КШ-2026-000002", "Анонімне питання")
    await olha.does_not_see("КШ-2026-000002", anywhere=True)
    await both.olena.says("Мої звернення")
    await presses_one_that_begins(either_town, both.olena, "000002")
    await both.olena.sees("Ще ніхто не прийняв.")
    await maria.presses("Прийняти", on=card)
    await both.olena.sees("Відповідає: капітан поліції Марія Коваль.")
    await both.olena.says("Дякую", reply_to=await both.olena.sees("КШ-2026-000002", anywhere=True))
    await maria.sees("Дякую")
    await sees_nothing_of(both.ivan, "КШ-2026-000002", "Дякую")


async def test_a_colleague_who_answers_without_accepting_has_the_case(town: Town) -> None:
    both, maria, _ = await two_officers(town)
    await asks(both.olena, "Друге питання", "Олена Бондар")
    await maria.says("Відповідь", reply_to=await maria.sees("Друге питання"))
    await both.olena.sees("Відповідь")
    [case] = await town.stored("select status, officer_id from cases where number = 'КШ-2026-000002'")
    assert case == {"status": "answered", "officer_id": 2}


async def test_without_a_colleague_a_new_case_goes_to_the_coordinators(either_town: Town) -> None:
    olha = await either_town.coordinator("Ольга", ZAPORIZHZHIA)
    both = await paused(either_town)
    await asks(both.olena, "Друге питання")
    await olha.sees("КШ-2026-000002")
    await both.olena.sees("Далі координатор поліції прочитає")
    await sees_nothing_of(both.ivan, "КШ-2026-000002", "Друге питання")
    await both.ivan.forges(History(CaseId(2)).pack(), on=both.ivan.last)
    await either_town.settled()
    absent = both.ivan.alerts[-1:]
    await both.ivan.forges(History(CaseId(99)).pack(), on=both.ivan.last)
    await either_town.settled()
    assert both.ivan.alerts[-1:] == absent
    await either_town.passes(days=3)
    await both.ivan.does_not_see("КШ-2026-000002", anywhere=True)


async def test_a_coordinator_does_not_give_a_new_case_to_the_officer_who_paused(town: Town) -> None:
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    both = await paused(town)
    await asks(both.olena, "Друге питання")
    card = await olha.sees("КШ-2026-000002")
    await olha.presses("Передати офіцеру", on=card)
    await olha.sees("Зараз це звернення нікому передати.")
    await olha.forges(GiveCase(CaseId(2), OfficerId(1)).pack(), on=card)
    await sees_nothing_of(both.ivan, "КШ-2026-000002", "Друге питання")
    await town.passes(days=3)
    await olha.presses("Передати офіцеру", on=card)
    await olha.presses("капітан поліції Іван Петренко")
    await both.ivan.sees("Друге питання")


async def test_a_colleague_who_cannot_be_reached_gets_no_new_case(town: Town) -> None:
    both, maria, olha = await two_officers(town)
    await maria.blocks()
    await town.settled()
    await asks(both.olena, "Друге питання")
    await olha.sees("КШ-2026-000002")
    await sees_nothing_of(both.ivan, "КШ-2026-000002", "Друге питання")


async def test_a_colleagues_case_does_not_come_to_the_officer_who_has_paused_another(town: Town) -> None:
    both, maria, olha = await two_officers(town)
    await asks(both.olena, "Друге питання")
    await maria.presses("Прийняти", on=await maria.sees("Друге питання"))
    await dismisses(town, olha, "капітан поліції Марія Коваль")
    await sees_nothing_of(both.ivan, "КШ-2026-000002", "Друге питання")
    await olha.sees("У черзі нових звернень: 1.", anywhere=True)


async def test_a_change_of_areas_does_not_bring_a_new_case_to_the_officer_who_paused(town: Town) -> None:
    both = await paused(town)
    await asks(both.olena, "Друге питання")
    await town.settled()
    await town.app.store.transact(partial(queue.readdress, community=KOMYSHUVAKHA))
    town.app.ring()
    await sees_nothing_of(both.ivan, "КШ-2026-000002", "Друге питання")


async def test_after_the_pause_and_for_other_people_cases_come_as_ever(town: Town) -> None:
    both, _, _ = await two_officers(town)
    await asks(await town.resident("Тарас"), "Питання Тараса")
    await both.ivan.sees("Питання Тараса")
    await town.passes(days=3)
    await asks(both.olena, "Після паузи")
    await both.ivan.sees("Після паузи")


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
    await olha.presses("Зняти паузу", on=letter)
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
    await olha.presses("Зняти паузу")
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
