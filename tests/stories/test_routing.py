"""Where a private message goes, first that fits; a story for each rule, and for what is between two of them."""

import pytest

from bot.domain.ids import CaseId
from bot.handlers.cases.buttons import GiveTo
from simulator import Person
from simulator.people import Part
from tests.stories.cases import UNNAMED, Talk, asks, talk
from tests.stories.posts import ZAPORIZHZHIA
from tests.town import Town

SOMEWHERE_ELSE = "UA23060110000049870"
NOT_SENT = "Ще не надіслано"


async def sent_to_officers(town: Town) -> int:
    rows = await town.stored("select count(*) as n from cases where status <> 'draft'")
    return int(str(rows[0]["n"]))


async def two_cases(town: Town) -> Talk:
    people = await talk(town)
    await asks(people.olena, "А хто за дорогу?")
    return people


# A command.


async def test_a_command_comes_before_an_open_draft(town: Town) -> None:
    await town.area()
    olena = await town.resident("Олена")
    await olena.presses("Запитати")
    await olena.says("/help")
    await olena.sees("Куди телефонувати")
    assert await town.stored("select id from case_messages") == []


@pytest.mark.parametrize(
    ("command", "shown"),
    [("/cases", "Мої звернення"), ("/officer", "Мій офіцер"), ("/language", "Якою мовою"), ("/help", "Куди телефон")],
)
async def test_every_command_of_the_list_shows_its_screen(town: Town, command: str, shown: str) -> None:
    await town.area()
    olena = await town.resident("Олена")
    await olena.says(command)
    await olena.sees(shown)


async def test_a_command_that_there_is_none_of_gets_help_and_belongs_to_no_case(town: Town) -> None:
    people = await talk(town)
    await people.olena.says("/nothing")
    await people.olena.sees("Куди телефонувати")
    await people.ivan.does_not_see("/nothing")


async def test_cases_of_an_officer_are_those_at_their_desk(town: Town) -> None:
    people = await talk(town)
    await people.ivan.says("/cases")
    await people.ivan.sees("Чекають на Вас")


# The exact label, or a plain word alone.


@pytest.mark.parametrize("label", ["Мій офіцер", "My officer", "мій офіцер", "графік", "офіцер"])
async def test_a_label_in_either_language_or_a_plain_word_comes_before_an_open_case(town: Town, label: str) -> None:
    people = await talk(town)
    await people.olena.says(label)
    await people.olena.sees("Іван Петренко")
    assert len(await town.stored("select id from case_messages")) == 1


async def test_a_plain_word_among_others_is_part_of_a_message(town: Town) -> None:
    people = await talk(town)
    await people.olena.says("графік на дверях не той")
    await people.ivan.sees("графік на дверях не той")


# A swiped reply.


async def test_a_reply_goes_to_its_case_in_spite_of_an_open_dialog(town: Town) -> None:
    people = await talk(town)
    await people.ivan.says("Комунальна служба.", reply_to=await people.ivan.sees("Хто відповідає", anywhere=True))
    answer = await people.olena.sees("Комунальна служба.")
    await people.olena.presses("Запитати")
    await people.olena.says("Дякую, а телефон?", reply_to=answer)
    await people.ivan.sees("Дякую, а телефон?")


# The open dialog, and what it cannot take.


async def test_an_open_dialog_comes_before_the_one_open_case(town: Town) -> None:
    people = await talk(town)
    await people.olena.presses("Запитати")
    await people.olena.says("Це вже про інше")
    await people.olena.sees("Ще не надіслано: «Це вже про інше».")
    await people.ivan.does_not_see("Це вже про інше", anywhere=True)


async def test_a_photo_while_another_community_is_looked_for_is_for_the_officer(town: Town) -> None:
    await town.area()
    olena = await town.resident("Олена")
    await olena.presses("Налаштування")
    await olena.presses("Змінити громаду")
    await olena.sends_photo("Яма на дорозі")
    await olena.sees("Ще не надіслано: «Яма на дорозі».")


async def test_a_call_for_help_instead_of_a_name_shows_whom_to_call_and_is_kept(town: Town) -> None:
    await town.area()
    olena = town.telegram.person("Олена")
    await olena.starts()
    await olena.presses("Погоджуюся")
    await olena.says("Сусід б'є дружину")
    await olena.sees("Є ненадіслане.")
    await olena.sees("102")
    await olena.says("Комишуваська")
    await olena.presses("Так, моя")
    await olena.sees("Є ненадіслане.")


async def test_a_form_says_that_it_takes_text_and_stays_open(town: Town) -> None:
    coordinator = await town.coordinator("Олег", oblast="UA23000000000064947")
    await coordinator.starts()
    await coordinator.presses("Координатор")
    await coordinator.presses("Додати громаду")
    await coordinator.sends_photo()
    await coordinator.sees("Тут потрібен текст")
    await coordinator.says("Комишуваська")
    await coordinator.does_not_see("Тут потрібен текст")


@pytest.mark.parametrize("words", ["/start", "Скасувати"])
async def test_a_form_is_left_by_typing(town: Town, words: str) -> None:
    coordinator = await town.coordinator("Олег", oblast="UA23000000000064947")
    await coordinator.starts()
    await coordinator.presses("Координатор")
    await coordinator.presses("Додати громаду")
    await coordinator.says(words)
    await coordinator.sees("Оберіть, що потрібно")
    assert await town.stored("select flow from dialogs") == []


async def test_a_draft_is_thrown_away_by_typing(town: Town) -> None:
    await town.area()
    olena = await town.resident("Олена")
    await olena.says("Коли прийом громадян?")
    await olena.says("скасувати")
    await olena.sees("Скасовано. Нічого не надіслано.")
    assert await town.stored("select id from cases") == []


# The one open case, and «Кому це?».


async def test_the_one_open_case_takes_what_is_simply_written(town: Town) -> None:
    people = await talk(town)
    await people.olena.says("І ще одне")
    await people.ivan.sees("І ще одне")


async def test_with_several_cases_the_message_waits_for_one_press(town: Town) -> None:
    people = await two_cases(town)
    await people.olena.says("Є новини?")
    asked = await people.olena.sees("Кому це?")
    assert len(asked.buttons) == 4  # two cases, a new question, cancel
    await people.ivan.does_not_see("Є новини?", anywhere=True)
    await people.olena.presses(asked.buttons[1])
    await people.olena.sees("Передано до звернення: КШ-2026-000001")
    await people.ivan.sees("Є новини?")


async def test_messages_that_wait_for_a_case_are_thrown_away_by_typing(town: Town) -> None:
    people = await two_cases(town)
    await people.olena.says("Є новини?")
    await people.olena.sees("Кому це?")
    await people.olena.says("Скасувати")
    await people.olena.sees("Скасовано. Нічого не надіслано.")
    assert await town.stored("select id from cases where status = 'draft'") == []
    await people.ivan.says("Відповідаю всім")
    await people.ivan.sees("Кому це?")
    await people.ivan.says("скасувати")
    await people.ivan.sees("Не надіслано. Бот цього не зберіг.")


async def test_a_new_question_collects_what_follows_albums_whole(town: Town) -> None:
    people = await two_cases(town)
    await people.olena.sends_album([Part("photo", "Ось яма"), Part("photo"), Part("photo")])
    await people.olena.sees("Ще не надіслано: «Ось яма» і ще 2 повідомлення.")
    assert [bubble.text for bubble in people.olena.chat if "Кому це?" in bubble.text] != []
    await people.olena.says("Це біля школи")
    await people.olena.sees("Ще не надіслано: «Ось яма» і ще 3 повідомлення.")
    await people.olena.presses("Нове запитання")
    await people.olena.says("І ліхтар не світить")
    await people.olena.presses(UNNAMED)
    await people.ivan.sees("І ліхтар не світить")
    await people.ivan.sees("Ось яма", anywhere=True)
    assert await sent_to_officers(town) == 3


# Officers.


async def test_messages_that_wait_for_a_case_are_not_replaced_by_a_form(town: Town) -> None:
    people = await talk(town)
    ivan = people.ivan
    await ivan.starts()
    await ivan.presses("Мій кабінет")
    await ivan.sees("Звання: капітан поліції")
    await ivan.presses("Ще: картка, чати, дошка")
    page = await ivan.sees("Картка, чати й дошка")
    await ivan.says("Відповідаю всім")
    await ivan.sees("Кому це?")
    await ivan.presses("Змінити телефон", on=page)
    await town.settled()
    assert "Спершу оберіть, кому Ваше повідомлення" in ivan.alerts[-1]

    await ivan.presses("КШ-2026-000001 · Запитання")
    await people.olena.sees("Відповідаю всім")


async def test_start_frees_from_messages_that_wait_for_a_case_and_says_that_they_were_not_sent(town: Town) -> None:
    people = await talk(town)
    await people.ivan.says("Відповідаю всім")
    await people.ivan.sees("Кому це?")
    await people.ivan.starts()
    await people.ivan.sees("тому його не надіслано", anywhere=True)
    await people.ivan.sees("Нові звернення приходять сюди самі")
    assert await town.stored("select flow from dialogs") == []
    await people.olena.does_not_see("Відповідаю всім", anywhere=True)


async def test_an_officer_who_becomes_a_resident_sees_that_their_message_went_to_nobody(town: Town) -> None:
    people = await talk(town)
    await people.ivan.starts()
    await people.ivan.says("Відповідаю всім")
    await people.ivan.sees("Кому")
    await people.ivan.says("Я мешканець")
    await people.ivan.sees("тому його не надіслано")
    await people.olena.does_not_see("Відповідаю всім", anywhere=True)


async def test_an_officer_writes_as_a_resident_only_when_they_choose_so(town: Town) -> None:
    people = await talk(town)
    await people.ivan.says("Запитати")
    await people.ivan.sees("Щоб написати як мешканець")
    await people.ivan.presses("Я мешканець", on=people.ivan.last)
    await people.ivan.sees("Зараз Ви пишете як мешканець", anywhere=True)


# Buttons that are pressed late.


async def community_leaves(town: Town) -> None:
    await town.stored("update communities set enrolment = 'chosen' returning code")


@pytest.mark.parametrize("button", ["Повідомити", "Сусіди, шум, п’яні", "Запитати"])
async def test_where_nobody_reads_any_more_nothing_is_begun(town: Town, button: str) -> None:
    await town.area()
    olena = await town.resident("Олена")
    await olena.presses("Повідомити")
    await olena.says("Мій офіцер")
    await olena.sees("Мій офіцер")
    await community_leaves(town)
    await olena.presses(button)
    await olena.sees("Ваша громада ще не долучилася")
    assert await town.stored("select id from cases") == []


async def test_a_draft_cannot_be_sent_where_nobody_reads_any_more(town: Town) -> None:
    await town.area()
    olena = await town.resident("Олена")
    await olena.says("Коли прийом громадян?")
    await olena.sees(NOT_SENT)
    await community_leaves(town)
    await olena.presses(UNNAMED)
    await olena.sees("Ваше повідомлення не збережено")
    await olena.sees("Ваша громада ще не долучилася")
    assert await town.stored("select id from cases") == []


async def test_an_open_draft_collects_nothing_where_nobody_reads_any_more(town: Town) -> None:
    await town.area()
    olena = await town.resident("Олена")
    await olena.says("Коли прийом громадян?")
    await olena.sees(NOT_SENT)
    await community_leaves(town)
    for words in ("І де?", "І в кого?"):
        await olena.says(words)
        await olena.sees("Ваше повідомлення не збережено")
        await olena.sees("Ваша громада ще не долучилася")
    assert await town.stored("select id from cases") == []
    assert await town.stored("select flow from dialogs") == []


async def test_after_a_new_consent_text_a_draft_waits_for_the_consent(town: Town) -> None:
    await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await olena.says("Коли прийом громадян?")
    await olena.sees(NOT_SENT)
    await town.stored("update persons set consent_version = 0 returning id")
    await olena.presses(UNNAMED)
    await olena.presses("Погоджуюся")
    await olena.presses(UNNAMED)
    await olena.sees("Надіслано: КШ-")


async def test_an_open_case_goes_on_after_its_resident_moved_to_where_no_officer_is(town: Town) -> None:
    people = await talk(town)
    olena: Person = people.olena
    await olena.presses("Налаштування")
    await olena.presses("Змінити громаду")
    await olena.says("Михайлівська")
    await town.settled()
    await town.stored("update residents set community = :code returning person_id", code=SOMEWHERE_ELSE)
    await olena.starts()
    await olena.says("Чи є новини?")
    await people.ivan.sees("Чи є новини?")


async def test_words_that_are_given_to_a_case_are_events_of_it_and_leave_no_draft(town: Town) -> None:
    people = await two_cases(town)
    await people.olena.says("Є новини?")
    asked = await people.olena.sees("Кому це?")
    await people.olena.presses(asked.buttons[1])
    await people.olena.sees("Передано до звернення: КШ-2026-000001")
    assert await town.stored("select id from cases where status = 'draft'") == []
    [said] = await town.stored("select max(id) as id from case_messages")
    sql = "select what, by from case_events where case_message_id = :id"
    assert await town.stored(sql, id=int(str(said["id"]))) == [{"what": "follow_up", "by": "resident"}]


async def test_a_file_is_given_to_a_case_with_a_name_alone(town: Town) -> None:
    people = await talk(town)
    await asks(people.olena, "А хто за дорогу?", "Олена Коваль")
    await people.olena.sends_document("звіт.doc")
    asked = await people.olena.sees("Кому це?")
    await people.olena.presses(next(label for label in asked.buttons if label.startswith("000001")))
    await town.settled()
    assert "без імені" in people.olena.alerts[-1]
    assert not any("document" in bubble.fields for bubble in people.ivan.chat)
    await people.olena.presses(next(label for label in asked.buttons if label.startswith("000002")))
    await people.olena.sees("Передано до звернення: КШ-2026-000002")
    assert any("document" in bubble.fields for bubble in people.ivan.chat)


async def test_a_report_is_never_given_to_another_case(town: Town) -> None:
    people = await talk(town)
    await town.coordinator("Ольга", ZAPORIZHZHIA)
    await people.olena.presses("Повідомити")
    await people.olena.presses("Скарга на офіцера")
    await people.olena.says("Офіцер бере хабарі")
    shown = await people.olena.sees("Ще не надіслано")
    [draft] = await town.stored("select id from cases where status = 'draft'")
    [case] = await town.stored("select id from cases where status <> 'draft'")
    give = GiveTo(CaseId(int(str(draft["id"]))), CaseId(int(str(case["id"])))).pack()
    for kind in ("report", "question"):  # a question about a discreet notice has a category, too
        await town.stored("update cases set kind = :kind where status = 'draft'", kind=kind)
        await people.olena.forges(give, on=shown)
        await people.ivan.does_not_see("хабарі", anywhere=True)
        assert await town.stored("select id from cases where status = 'draft'") == [draft]
    assert await town.stored("select id from case_messages where case_id = :case", case=int(str(case["id"]))) != []
