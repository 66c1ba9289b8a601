"""An officer is away: another stands in, and what is still open comes back."""

import pytest

from bot.domain.ids import AbsenceId
from bot.handlers.absences.buttons import EndAbsence
from tests.stories.absences import (
    MARIA,
    UNTIL,
    accepted,
    area_beside,
    comes_back,
    dismissed_from,
    goes_away,
    opens_absence,
    sets_absence,
    two_officers,
)
from tests.stories.cases import asks
from tests.stories.posts import ZAPORIZHZHIA, opens_area
from tests.stories.test_dismissal import dismisses
from tests.town import Town


async def test_open_cases_go_to_the_stand_in_and_come_back(either_town: Town) -> None:
    town = either_town
    ivan, maria = await two_officers(town)
    olena = await accepted(town, ivan)
    await ivan.presses("Відповісти")
    await ivan.says("Моя відповідь")
    await olena.sees("Моя відповідь")

    await goes_away(ivan)
    await maria.sees("У ці дні заміщуєте Ви.", anywhere=True)
    await maria.sees("Перше слово", anywhere=True)
    await maria.sees("Моя відповідь", anywhere=True)
    await olena.sees(UNTIL)
    await olena.sees("Відповідає: майор поліції Марія Коваль.")
    await ivan.does_not_see("Перше слово", anywhere=True)

    await olena.says("Друге слово")
    await maria.sees("Друге слово")
    await ivan.does_not_see("Друге слово", anywhere=True)

    await town.passes(days=14)
    await ivan.sees("Ваші відкриті звернення знову у Вас.", anywhere=True)
    await ivan.sees("Друге слово", anywhere=True)
    await maria.sees("Заміщення завершено.", anywhere=True)
    await maria.does_not_see("Друге слово", anywhere=True)
    await olena.sees("Ваш офіцер знову на службі.")
    await olena.says("Третє слово")
    await ivan.sees("Третє слово")
    await maria.does_not_see("Третє слово", anywhere=True)


async def test_what_is_answered_stays_answered_through_an_absence(town: Town) -> None:
    ivan, _ = await two_officers(town)
    olena = await town.resident("Олена")
    await asks(olena, "Коли прийом?")
    await ivan.presses("Відповісти")
    await ivan.says("У середу")
    await olena.sees("У середу")
    [before] = await town.stored("select status, waits_for, answer_due from cases")
    await goes_away(ivan)
    assert await town.stored("select status, waits_for, answer_due from cases") == [before]
    await town.passes(days=14)
    assert await town.stored("select status, waits_for, answer_due from cases") == [before]


async def test_it_begins_on_its_first_day_and_nothing_changes_before(town: Town) -> None:
    ivan, maria = await two_officers(town)
    olena = await accepted(town, ivan)
    await goes_away(ivan, "1 день", first="Завтра")
    await maria.sees("Відсутність: 25 листопада")
    await maria.does_not_see("Перше слово", anywhere=True)
    await olena.does_not_see("відсутній", anywhere=True)
    await olena.says("Друге слово")
    await ivan.sees("Друге слово")
    await town.passes(hours=14)  # it is midnight
    await maria.sees("Друге слово", anywhere=True)
    await ivan.sees("Почалася відсутність", anywhere=True)
    await olena.sees("Ваш офіцер відсутній до 25 листопада включно.")
    await town.passes(hours=24)
    await ivan.sees("Друге слово", anywhere=True)
    await maria.does_not_see("Друге слово", anywhere=True)


async def test_a_new_case_goes_to_the_stand_in_and_its_resident_hears_until_when(town: Town) -> None:
    ivan, maria = await two_officers(town)
    olena = await town.resident("Олена")
    await goes_away(ivan)
    await asks(olena, "Нове питання")
    sent = await olena.sees("Надіслано: КШ-")
    assert UNTIL in sent.text
    assert "Відповідає: майор поліції Марія Коваль." in sent.text
    await maria.sees("Нове питання")
    await ivan.does_not_see("Нове питання", anywhere=True)
    await maria.presses("Прийняти")
    await comes_back(ivan)
    await ivan.sees("Нове питання", anywhere=True)
    await maria.does_not_see("Нове питання", anywhere=True)
    await olena.sees("Відповідає: капітан поліції Іван Петренко.")


async def test_what_has_ended_meanwhile_does_not_come_back(town: Town) -> None:
    ivan, maria = await two_officers(town)
    olena = await accepted(town, ivan)
    await goes_away(ivan)
    await maria.sees("Перше слово", anywhere=True)
    await maria.presses("Закрити")
    await maria.presses("Закрити без відповіді")
    await town.passes(days=14)
    await ivan.does_not_see("Перше слово", anywhere=True)
    await olena.does_not_see("знову на службі", anywhere=True)


async def test_without_a_stand_in_a_colleague_of_the_area_has_the_cases(town: Town) -> None:
    area = await town.area()
    ivan, petro = await town.officer("Іван Петренко", area), await town.officer("Петро Бондар", area)
    olena = await accepted(town, ivan)
    await goes_away(ivan, stand_in="Без заміщення")
    await olena.sees("Відповідає: капітан поліції Петро Бондар.")
    await petro.sees("Перше слово", anywhere=True)
    await asks(olena, "Друге питання")
    assert UNTIL not in (await olena.sees("Надіслано: КШ-")).text
    await town.passes(days=14)
    await ivan.sees("Перше слово", anywhere=True)
    await petro.does_not_see("Перше слово", anywhere=True)
    await petro.sees("Друге питання", anywhere=True)


async def test_without_anybody_the_coordinators_have_the_cases(either_town: Town) -> None:
    town = either_town
    ivan = await town.officer("Іван Петренко", await town.area())
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    olena = await accepted(town, ivan)
    await asks(olena, "Ще не прийняте")
    await goes_away(ivan, stand_in="Без заміщення")
    await olha.sees("До черги перейшло звернень: 2.")
    await olena.sees(UNTIL)
    await olena.sees("Відповідає координатор поліції області.")
    await olha.presses("Відкрити чергу")
    page = await olha.sees("Ці звернення ще ніхто не взяв.")
    assert {"КШ-2026-000001 · Запитання", "КШ-2026-000002 · Запитання"} <= set(page.buttons)
    await town.passes(days=14)
    await ivan.sees("Перше слово", anywhere=True)
    await ivan.sees("Ще не прийняте", anywhere=True)
    await olha.says("Координатор")
    assert "Черга: 0" in (await olha.sees("Координатор")).text or "Черга: 0" in olha.buttons


async def test_a_coordinator_sets_it_for_an_officer_who_is_ill(town: Town) -> None:
    ivan, maria = await two_officers(town)
    olha, nina = await town.coordinator("Ольга", ZAPORIZHZHIA), await town.coordinator("Ніна", ZAPORIZHZHIA)
    await opens_area(town, olha)
    await olha.presses("капітан поліції Іван Петренко")
    await olha.presses("Відсутність")
    await sets_absence(olha)
    await ivan.sees("У ці дні звернення не надходитимуть у цей чат.")
    await maria.sees("У ці дні заміщуєте Ви.")
    await nina.sees("капітан поліції Іван Петренко")
    await ivan.presses("Відсутність")
    await ivan.presses("Повернутися на службу зараз")
    await olha.sees("Офіцер знову на службі")


async def test_each_of_those_concerned_is_told_once(town: Town) -> None:
    area = await town.area()
    ivan, petro = await town.officer("Іван Петренко", area), await town.officer("Петро Бондар", area)
    maria = await town.officer("Марія Коваль", await area_beside(town), "майор поліції")
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await goes_away(ivan, first="Завтра")
    for person in (maria, petro, olha):
        await person.sees("Відсутність офіцера")
    await town.passes(days=1)
    for person in (petro, olha):
        assert sum("Відсутність" in bubble.text for bubble in person.chat if bubble.from_bot) == 1
    await ivan.does_not_see("Відсутність офіцера\n", anywhere=True)


async def test_an_officer_who_is_away_sees_that_and_nothing_of_cases(town: Town) -> None:
    ivan, _ = await two_officers(town)
    olena = await town.resident("Олена")
    await asks(olena, "Перше слово")
    card = await ivan.sees("Перше слово")
    await ivan.presses("Прийняти")
    await goes_away(ivan)
    await ivan.says("Звернення")
    page = await ivan.sees("Триває зараз.")
    assert "КШ-" not in page.text
    await ivan.says("Відповідь навздогін")
    await ivan.sees("У Вас триває відсутність")
    await ivan.says("Відповідь свайпом", reply_to=card)
    for data in ("da:1", "dw:1", "dh:1", "do:1:0:0:1"):
        await ivan.forges(data, on=ivan.last)
        await town.settled()
        assert ivan.spinning == 0
    for words in ("Відповідь навздогін", "Відповідь свайпом"):
        await olena.does_not_see(words, anywhere=True)
    await ivan.does_not_see("КШ-2026-000001 ·", anywhere=True)


async def test_ended_twice_it_is_said_that_it_is_over(town: Town) -> None:
    ivan, _ = await two_officers(town)
    await goes_away(ivan)
    page = ivan.last
    await ivan.presses("Повернутися на службу зараз")
    await town.settled()
    assert "Вказати дні відсутності" in ivan.buttons
    await ivan.forges(EndAbsence(AbsenceId(1)).pack(), on=page)
    await town.settled()
    assert ivan.alerts[-1] == "Цю відсутність уже завершено."


async def test_it_is_called_off_before_it_begins(town: Town) -> None:
    ivan, maria = await two_officers(town)
    await goes_away(ivan, first="Завтра")
    await ivan.presses("Скасувати відсутність")
    await maria.sees("Заміщувати не потрібно.")
    await town.passes(days=2)
    assert not await town.stored("select id from assignments where absence_id is not null or away_at is not null")


async def test_it_is_prolonged_and_shortened_by_typing_another_last_day(town: Town) -> None:
    ivan, maria = await two_officers(town)
    await goes_away(ivan, "1 день")
    await ivan.presses("Змінити останній день")
    await ivan.presses("Ще 7 днів")
    await ivan.sees("24 листопада – 1 грудня включно")
    await maria.sees("Відсутність офіцера: інші дні")
    await ivan.presses("Змінити останній день")
    await ivan.says("до 30 листопада")
    await ivan.sees("24 листопада – 30 листопада включно")
    await town.passes(days=6, hours=13)
    assert await town.stored("select id from absences where ended_at is null")
    await town.passes(hours=1)
    assert not await town.stored("select id from absences where ended_at is null")


@pytest.mark.parametrize("typed", ["вчора", "20.11.2026 - 30.11.2026", "1.12.2026 - 5.12.2028", "колись"])
async def test_other_days_are_refused_and_may_be_typed_again(town: Town, typed: str) -> None:
    ivan, _ = await two_officers(town)
    await opens_absence(ivan)
    await ivan.presses("Вказати дні відсутності")
    await ivan.says(typed)
    await town.settled()
    await ivan.says("з 1 до 5 грудня")
    await ivan.sees("Хто заміщує?")
    assert not await town.stored("select id from absences")


async def test_a_stand_in_is_there_all_the_time_so_there_are_no_circles(town: Town) -> None:
    ivan, maria = await two_officers(town)
    await goes_away(ivan)
    await opens_absence(maria)
    await maria.presses("Вказати дні відсутності")
    await maria.presses("Сьогодні")
    await maria.presses("7 днів")
    page = await maria.sees("У ці дні заміщувати нікому.")
    assert "капітан поліції Іван Петренко" not in page.buttons
    await maria.presses("Без заміщення")
    assert "у ці дні офіцер сам когось заміщує" in (await maria.sees("Перевірте")).text


async def test_a_stand_in_who_goes_away_passes_on_and_all_comes_back_to_its_officer(town: Town) -> None:
    ivan, maria = await two_officers(town)
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await accepted(town, ivan)
    await goes_away(ivan)
    await maria.sees("Перше слово", anywhere=True)
    await goes_away(maria, "7 днів", "Без заміщення")
    await olha.sees("До черги перейшло звернень: 1.")
    await maria.does_not_see("Перше слово", anywhere=True)
    await town.passes(days=7)
    await maria.sees("Перше слово", anywhere=True)
    await town.passes(days=7)
    await ivan.sees("Перше слово", anywhere=True)
    await maria.does_not_see("Перше слово", anywhere=True)


async def test_a_stand_in_who_is_dismissed_leaves_the_cases_to_the_next(town: Town) -> None:
    ivan, maria = await two_officers(town)
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    olena = await accepted(town, ivan)
    await goes_away(ivan)
    await maria.sees("Перше слово", anywhere=True)
    await dismissed_from(town, olha, "Друга дільниця", MARIA)
    await maria.does_not_see("Перше слово", anywhere=True)
    await olena.says("Друге слово")
    await maria.does_not_see("Друге слово", anywhere=True)
    await town.passes(days=14)
    await ivan.sees("Друге слово", anywhere=True)


async def test_an_officer_who_is_away_can_be_dismissed_and_nothing_comes_back(town: Town) -> None:
    ivan, maria = await two_officers(town)
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await town.coordinator("Ніна", ZAPORIZHZHIA)
    await accepted(town, ivan)
    await goes_away(ivan)
    await maria.sees("Перше слово", anywhere=True)
    await dismisses(town, olha)
    await ivan.sees("Ви більше не працюєте на дільниці")
    assert not await town.stored("select id from absences where ended_at is null")
    assert not await town.stored("select id from assignments where absence_id is not null and until is null")
    await town.passes(days=14)
    await ivan.does_not_see("Перше слово", anywhere=True)


async def test_my_officer_shows_who_is_away_and_who_stands_in(town: Town) -> None:
    ivan, _ = await two_officers(town)
    olena = await town.resident("Олена")
    await goes_away(ivan)
    await olena.says("Мій офіцер")
    page = await olena.sees("Зараз відсутність, до 7 грудня включно.")
    assert page.text.index("Іван Петренко") < page.text.index("Марія Коваль")
    assert "Заміщує до 7 грудня включно." in page.text


async def test_a_discreet_case_says_nothing_unasked(town: Town) -> None:
    ivan, maria = await two_officers(town)
    olena = await town.resident("Олена")
    await olena.presses("Повідомити")
    await olena.presses("Насильство вдома")
    await olena.presses("Зрозуміло, далі")
    await olena.says("Прошу поради.")
    await olena.presses("Надіслати без імені")
    await ivan.presses("Прийняти")
    await town.settled()
    before = len(olena.chat)
    await goes_away(ivan)
    await maria.sees("КШ-2026-000001", anywhere=True)
    await maria.does_not_see("Прошу поради.", anywhere=True)
    await town.passes(days=14)
    await ivan.does_not_see("Прошу поради.", anywhere=True)
    assert len(olena.chat) == before


async def test_of_many_cases_the_stand_in_gets_a_list_and_danger_first(town: Town) -> None:
    ivan, maria = await two_officers(town)
    olena = await town.resident("Олена")
    for number in range(5):
        await asks(olena, f"Питання {number}")
        await ivan.presses("Прийняти")
    taras = await town.resident("Тарас")
    await asks(taras, "Він б’є мене!")
    await ivan.presses("Прийняти")
    await goes_away(ivan)
    await maria.sees("До Вас перейшло 6 звернень.")
    await maria.sees("Він б’є мене!", anywhere=True)


async def test_what_a_coordinator_gives_to_an_officer_stays_there(town: Town) -> None:
    ivan, maria = await two_officers(town)
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    olena = await accepted(town, ivan)
    await goes_away(ivan, stand_in="Без заміщення")
    await olha.presses("Відкрити чергу")
    await olha.presses("КШ-2026-000001 · Запитання")
    await olha.presses("Передати офіцеру")
    await town.settled()
    assert "капітан поліції Іван Петренко" not in olha.buttons
    await olha.presses(MARIA)
    await maria.sees("Перше слово", anywhere=True)
    await town.passes(days=14)
    await ivan.does_not_see("Перше слово", anywhere=True)
    await olena.says("Друге слово")
    await maria.sees("Друге слово")


async def test_what_is_typed_at_the_moment_of_the_change_is_not_taken_for_sent(town: Town) -> None:
    ivan, maria = await two_officers(town)
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    olena = await accepted(town, ivan)
    await ivan.presses("Відповісти")
    await opens_area(town, olha)
    await olha.presses("капітан поліції Іван Петренко")
    await olha.presses("Відсутність")
    await sets_absence(olha)
    await ivan.says("Запізніла відповідь")
    await ivan.sees("У Вас триває відсутність")
    await olena.does_not_see("Запізніла відповідь", anywhere=True)
    await maria.sees("Перше слово", anywhere=True)


async def test_a_reminder_of_an_answer_goes_to_who_has_the_case_now(town: Town) -> None:
    ivan, maria = await two_officers(town)
    await accepted(town, ivan)
    await goes_away(ivan)
    await town.passes(days=4)
    await maria.sees("КШ-2026-000001", anywhere=True)
    assert any("Прострочено" in bubble.text or "строк" in bubble.text.casefold() for bubble in maria.chat)
    assert not any("КШ-2026-000001" in bubble.text for bubble in ivan.chat if "строк" in bubble.text.casefold())


async def test_the_menu_of_one_who_is_away_says_so(town: Town) -> None:
    ivan, _ = await two_officers(town)
    await goes_away(ivan)
    await ivan.says("меню")
    await ivan.sees("У Вас відсутність, до 7 грудня включно.")
    await comes_back(ivan)
    await ivan.says("меню")
    await ivan.sees("Нові звернення приходять сюди самі.")


async def test_what_nobody_had_accepted_comes_to_the_stand_in_too(town: Town) -> None:
    ivan, maria = await two_officers(town)
    olena = await town.resident("Олена")
    await asks(olena, "Ще не прийняте")
    await ivan.sees("Ще не прийняте")
    await goes_away(ivan)
    await maria.sees("Ще не прийняте", anywhere=True)
    await ivan.does_not_see("Ще не прийняте", anywhere=True)
    await olena.does_not_see("відсутній", anywhere=True)
    await town.passes(days=14)
    await ivan.sees("Ще не прийняте", anywhere=True)
    await maria.does_not_see("Ще не прийняте", anywhere=True)
