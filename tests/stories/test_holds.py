"""A hold: a coordinator keeps the text of a case past its term, and its resident is told why."""

from bot.domain.ids import AreaId, CaseId
from bot.handlers.cases.buttons import EndHold, History, Hold, HoldFor, HoldPage, Prolong
from tests.stories.cases import UNNAMED, talk
from tests.stories.holds import QUESTION, REASON, TITLE, closes, held, holds, opens, queued
from tests.stories.posts import DNIPRO, ZAPORIZHZHIA
from tests.town import KOMYSHUVAKHA, Town

LONGER = "Текст зберігається довше, "


async def count(town: Town, what: str) -> int:
    return len(await town.stored(f"select 1 as one from {what}"))


async def test_the_text_of_a_held_case_is_there_after_its_term_and_goes_the_night_after_the_hold(
    either_town: Town,
) -> None:
    town = either_town
    both = await held(town, "3 роки", "Олена Коваль")
    await closes(town)
    await town.passes(days=372)
    await town.passes(days=1)
    assert await count(town, "case_links") == await count(town, "copies") == 0
    assert await count(town, "case_messages") == 1
    await town.passes(days=1096 - 373 - 1)
    assert await count(town, "case_messages") == 1
    await both.olha.does_not_see("Зберігання понад строк завершено.")
    await town.passes(days=1)
    told = await both.olha.sees("Зберігання понад строк завершено.")
    assert "Найближчої ночі текст буде видалено." in told.text
    await town.passes(days=1)
    assert await count(town, "case_messages") == await count(town, "case_holds") == 0
    assert await count(town, "cases where words_erased_at is not null") == 1


async def test_files_of_a_held_anonymous_case_stay(either_town: Town) -> None:
    town = either_town
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    olena = await town.resident("Олена")
    await olena.presses("Запитати")
    await olena.sends_photo("Яма")
    await olena.presses(UNNAMED)
    await olena.sees("Надіслано: КШ-")
    await opens(olha)
    await holds(town, olha)
    await closes(town)
    await town.passes(days=90)
    await town.passes(days=1)
    assert await count(town, "files") == 1
    await town.passes(days=275)
    await town.passes(days=1)
    await town.passes(days=1)
    assert await count(town, "files") == await count(town, "case_messages") == 0


async def test_its_resident_is_told_until_when_and_why_and_what_goes_all_the_same(either_town: Town) -> None:
    both = await held(either_town)
    told = await both.olena.sees("Координатор поліції зберігає текст цього звернення довше.")
    for line in (
        "Текст зберігається довше, щонайменше до: 24 листопада 2027 р.",
        "Номер Вашого чату й ім’я після закриття зберігаються ще: 372 дні",
    ):
        assert line in told.text
    assert REASON in told.text
    await both.olena.presses("Відкрити звернення")
    assert REASON in (await both.olena.sees("Стан:")).text
    await closes(either_town)
    await either_town.passes(days=1)
    await both.olena.presses("Мої звернення")
    await both.olena.presses("000001 · Запитання · Закрито")
    page = await both.olena.sees("Стан:")
    assert "Текст зберігається довше, до: 24 листопада 2027 р." in page.text
    assert "Номер Вашого чату й ім’я у зверненні буде видалено: 1 грудня 2027 р." in page.text


async def test_the_reason_of_a_discreet_case_does_not_come_unasked(town: Town) -> None:
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    olena = await town.resident("Олена")
    await olena.presses("Повідомити")
    await olena.presses("Насильство вдома")
    await olena.presses("Зрозуміло, далі")
    await olena.says("Прошу поради.")
    await olena.presses(UNNAMED)
    await olena.sees("Надіслано: КШ-")
    await olha.starts()
    await olha.presses("Координатор")
    await olha.presses("Черга: 1")
    await olha.presses("КШ-2026-000001 · Насильство вдома")
    await olha.presses("Прочитати")
    await olha.sees("Прошу поради.")
    await holds(town, olha)
    assert REASON not in (await olena.sees("Координатор поліції зберігає текст")).text
    await olena.presses("Відкрити звернення")
    await olena.sees(REASON)


async def test_a_hold_and_its_end_are_audited_and_in_the_history(town: Town) -> None:
    both = await held(town)
    await both.olha.presses("Ще 3 місяці")
    await both.olha.presses("Завершити зберігання")
    asked = await both.olha.sees("Завершити зберігання зараз?")
    assert "Після закриття бот зберігає текст іще: 365 днів" in asked.text
    await both.olha.presses("Так, завершити")
    await both.olha.sees("Зберігання понад строк завершено.")
    await both.olena.sees("більше не зберігається довше звичайного строку")
    acts = await town.stored(
        "select act, by_kind, community from audit where act in ('hold', 'prolong', 'release') order by id"
    )
    assert [row["act"] for row in acts] == ["hold", "prolong", "release"]
    assert {(row["by_kind"], row["community"]) for row in acts} == {("coordinator", KOMYSHUVAKHA)}
    await opens(both.olha)
    page = await both.olha.sees(QUESTION)
    for line in ("Текст зберігається довше звичайного строку.", "Зберігання продовжено.", "понад строк завершено."):
        assert line in page.text
    await both.olha.presses("Ще дії")
    await both.olha.sees("Що зробити зі зверненням?")
    assert "Зберегти довше" in both.olha.buttons


async def test_prolonging_counts_from_the_end_and_is_told(town: Town) -> None:
    both = await held(town, "3 місяці")
    await both.olena.sees("24 лютого 2027 р.")
    await both.olha.presses("Ще 1 рік")
    await both.olha.sees("24 лютого 2028 р.")
    await both.olena.sees("24 лютого 2028 р.")
    await town.passes(days=200)
    assert await count(town, "case_holds where ended_at is null") == 1


async def test_a_hold_that_has_ended_is_taken_up_again_until_the_text_is_erased(either_town: Town) -> None:
    town = either_town
    both = await held(town, "3 місяці")
    await closes(town)
    await town.passes(days=364, hours=1)
    await both.olha.sees("Зберігання понад строк завершено.", anywhere=True)
    await both.olha.presses("Зберігання")
    await both.olha.presses("Ще 3 місяці")
    await both.olha.sees(LONGER)
    await town.passes(days=2)
    assert await count(town, "case_messages") == 1
    await both.olha.presses("Завершити зберігання")
    asked = await both.olha.sees("Завершити зберігання зараз?")
    assert "Найближчої ночі текст буде видалено." in asked.text
    await both.olha.presses("Так, завершити")
    await town.passes(days=1)
    assert await count(town, "case_messages") == 0
    await both.olha.forges(Prolong(CaseId(1), 3).pack(), on=both.olha.last)
    await town.settled()
    assert both.olha.alerts[-1].startswith("Тут нічого не знайдено")


async def test_another_coordinator_of_the_oblast_ends_it_and_the_first_is_told(either_town: Town) -> None:
    town = either_town
    both = await held(town)
    petro, far = await town.coordinator("Петро", ZAPORIZHZHIA), await town.coordinator("Далека", DNIPRO)
    await petro.starts()
    await petro.presses("Координатор")
    await petro.presses("Збережені довше: 1")
    page = await petro.sees("КШ-2026-000001: Комишуваська селищна громада")
    assert REASON not in page.text
    assert QUESTION not in page.text
    await petro.presses("КШ-2026-000001")
    await petro.sees(REASON)
    await petro.presses("Завершити зберігання")
    await petro.presses("Так, завершити")
    await both.olha.sees("Зберігання понад строк завершено.")
    await far.starts()
    await far.presses("Координатор")
    await far.presses("Збережені довше: 0")
    await far.sees("Таких звернень немає.")
    await far.does_not_see("КШ-2026-000001", anywhere=True)


async def test_when_an_officer_has_the_case_coordinators_end_its_hold_and_read_no_more_of_it(town: Town) -> None:
    both = await held(town)
    [area] = await town.stored("select id from areas")
    ivan = await town.officer("Іван Петренко", AreaId(int(str(area["id"]))))
    await ivan.says("Звернення")
    await ivan.presses(TITLE)
    page = await ivan.sees("Надіслано.")
    assert LONGER in page.text
    await ivan.presses("Ще дії")
    await ivan.sees("Що зробити зі зверненням?")
    assert not {"Зберегти довше", "Зберігання"} & set(ivan.buttons)
    await both.olha.forges(History(CaseId(1)).pack(), on=both.olha.last)
    await town.settled()
    assert both.olha.alerts[-1].startswith("Тут нічого не знайдено")
    await both.olha.starts()
    await both.olha.presses("Координатор")
    await both.olha.presses("Збережені довше: 1")
    await both.olha.presses("КШ-2026-000001")
    await both.olha.sees(REASON)
    await both.olha.presses("Завершити зберігання")
    await both.olha.presses("Так, завершити")
    await town.settled()
    assert await count(town, "case_holds where ended_at is null") == 0


async def test_a_coordinator_who_worked_the_case_as_its_officer_neither_puts_nor_ends_a_hold(town: Town) -> None:
    both = await talk(town)
    await town.stored(
        """insert into parts(person_id, role, scope, scope_code, since)
           select person_id, 'coordinator', 'oblast', :oblast, 0 from officers returning id""",
        oblast=ZAPORIZHZHIA,
    )
    for button in (Hold(CaseId(1)), HoldFor(CaseId(1), 3)):
        await both.ivan.forges(button.pack(), on=both.ivan.last)
        await town.settled()
        assert both.ivan.alerts[-1].startswith("Тут нічого не знайдено")
    await town.stored("insert into case_holds(case_id, reason, since, until) values (1, 'р', 0, 4000000000000000)")
    for late in (HoldPage(CaseId(1)), Prolong(CaseId(1), 3), EndHold(CaseId(1), sure=True)):
        await both.ivan.forges(late.pack(), on=both.ivan.last)
        await town.settled()
        assert both.ivan.alerts[-1].startswith("Тут нічого не знайдено")
    assert await count(town, "case_holds where ended_at is null") == 1


async def test_a_reason_is_text_and_short_and_can_be_thought_better_of(town: Town) -> None:
    both = await queued(town)
    for way in ("press", "text"):
        await opens(both.olha)
        await both.olha.presses("Ще дії")
        await both.olha.presses("Зберегти довше")
        await both.olha.presses("3 місяці")
        await both.olha.sees("Напишіть причину")
        await both.olha.sends_photo()
        await both.olha.sees("Причину потрібно написати словами.")
        await both.olha.says("а" * 501)
        await both.olha.sees("Причина задовга")
        await (both.olha.presses("Скасувати") if way == "press" else both.olha.says("Скасувати"))
        await both.olha.sees("Скасовано.")
    assert await count(town, "case_holds") == 0


async def test_a_second_press_and_another_term_do_no_harm(town: Town) -> None:
    both = await held(town)
    await both.olha.forges(HoldFor(CaseId(1), 3).pack(), on=both.olha.last)
    await town.settled()
    assert both.olha.alerts[-1].startswith("Це звернення вже зберігається довше")
    for months in (0, -12, 5):
        await both.olha.forges(Prolong(CaseId(1), months).pack(), on=both.olha.last)
        await town.settled()
        assert both.olha.alerts[-1].startswith("Тут нічого не знайдено")
    end = EndHold(CaseId(1), sure=True).pack()
    await both.olha.forges(end, on=both.olha.last)
    await both.olha.forges(end, on=both.olha.last)
    await town.settled()
    assert both.olha.alerts[-1].startswith("Зберігання вже завершено")
    assert await count(town, "case_events where what = 'release'") == 1


async def test_a_reason_that_comes_too_late_is_stored_nowhere(town: Town) -> None:
    both = await queued(town)
    await opens(both.olha)
    await both.olha.presses("Ще дії")
    await both.olha.presses("Зберегти довше")
    await both.olha.presses("3 місяці")
    await both.olha.sees("Напишіть причину")
    await town.stored("update cases set crime_signs = :yes", yes=1)
    await both.olha.says(REASON)
    await both.olha.sees("Скарги й ознаки злочину зберігаються довше і без цього.")
    assert await count(town, "case_holds") == await count(town, "dialogs") == 0


async def test_a_case_says_to_its_resident_until_when_its_text_is_kept(town: Town) -> None:
    both = await queued(town)
    await both.olena.presses("Мої звернення")
    await both.olena.presses("000001 · Запитання · Нове")
    await both.olena.sees("Після закриття бот зберігає текст іще: 365 днів")
    await closes(town)
    await both.olena.presses("‹ Назад")
    await both.olena.presses("000001 · Запитання · Закрито")
    await both.olena.sees("Текст зберігається до: 24 листопада 2027 р.")
    await town.stored("update cases set crime_signs = :yes", yes=1)
    await both.olena.presses("‹ Назад")
    await both.olena.presses("000001 · Запитання · Закрито")
    page = await both.olena.sees("Текст зберігається довше: він може знадобитися слідству.")
    assert "Номер Вашого чату й ім’я у зверненні буде видалено: 1 грудня 2027 р." in page.text
