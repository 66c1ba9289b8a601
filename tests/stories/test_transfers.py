"""A case is given to another desk: it comes there whole, and the old desk loses it in the same moment."""

from bot.domain.ids import AreaId, CaseId, OfficerId
from bot.handlers.transfers.buttons import (
    GiveBack,
    Transfer,
    TransferToArea,
    TransferToCommunity,
    TransferToOfficer,
    WithoutWord,
)
from tests.stories.cases import Talk, asks, closes, talk
from tests.stories.pauses import lifts, opens_history, pauses, two_officers
from tests.stories.posts import ZAPORIZHZHIA, presses_one_that_begins
from tests.stories.test_dismissal import dismisses
from tests.stories.test_queue import complains, opens_first
from tests.stories.test_recalls import recalls
from tests.stories.transfers import (
    MARIA,
    NEIGHBOUR,
    NEIGHBOUR_NAME,
    another_area,
    opens_transfer,
    says_word,
    to_neighbour,
    transfers,
    two_at_desk,
)
from tests.town import Town

CASE = CaseId(1)


async def test_a_colleague_gets_the_case_whole_and_the_old_officer_loses_it(either_town: Town) -> None:
    town = either_town
    desk = await two_at_desk(town)
    await desk.ivan.presses("Відповісти")
    await desk.ivan.sees("напишіть відповідь")
    await desk.ivan.says("Дізнаюся.")
    await desk.olena.sees("Дізнаюся.")
    await transfers(town, desk.ivan)
    await desk.maria.sees("Хто відповідає за вулицю?", anywhere=True)
    await desk.maria.sees("Дізнаюся.", anywhere=True)
    await desk.maria.sees("Звернення передано Вам. Від кого: капітан поліції Іван Петренко.")
    await desk.ivan.does_not_see("Хто відповідає за вулицю?", anywhere=True)
    await desk.ivan.sees("У роботі в іншого офіцера.", anywhere=True)
    await desk.olena.says("Ще одне")
    await desk.maria.sees("Ще одне")
    await desk.ivan.does_not_see("Ще одне", anywhere=True)


async def test_a_swiped_reply_to_what_asks_for_the_word_is_the_word_and_never_comes_to_the_resident(town: Town) -> None:
    desk = await two_at_desk(town)
    await opens_transfer(desk.ivan)
    await desk.ivan.presses(MARIA)
    asked = await desk.ivan.sees("Напишіть колезі кілька слів")
    await desk.ivan.says("Обережно, телефон чужий", reply_to=asked)
    await desk.maria.sees("Звернення передано Вам.", anywhere=True)
    await desk.olena.does_not_see("Обережно", anywhere=True)


async def test_an_answer_that_was_recalled_does_not_come_to_the_next_officer_as_one_that_holds(town: Town) -> None:
    desk = await two_at_desk(town)
    await desk.ivan.presses("Відповісти")
    await desk.ivan.sees("напишіть відповідь")
    await desk.ivan.says("Виїжджаю")
    await desk.olena.sees("Виїжджаю")
    await recalls(desk.ivan)
    await transfers(town, desk.ivan)
    await desk.maria.sees("Звернення передано Вам.", anywhere=True)
    await desk.maria.does_not_see("Виїжджаю", anywhere=True)


async def test_the_resident_reads_once_who_takes_care_of_it_now(town: Town) -> None:
    desk = await two_at_desk(town)
    await transfers(town, desk.ivan, word="Знає цю вулицю")
    said = [each.text for each in desk.olena.chat if "опікується" in each.text]
    assert len(said) == 1
    assert "Відповідає: капітан поліції Марія Коваль." in said[0]
    await desk.olena.does_not_see("Знає цю вулицю", anywhere=True)


async def test_a_word_to_the_colleague_is_a_note_and_sealed(either_town: Town) -> None:
    town = either_town
    desk = await two_at_desk(town)
    await transfers(town, desk.ivan, word="Знає цю вулицю")
    said = await desk.maria.sees("Звернення передано Вам.")
    assert "Знає цю вулицю" in said.text
    [note] = await town.stored("select case_id, officer_id, body from case_notes")
    assert (note["case_id"], note["officer_id"], note["body"]) == (1, 1, "Знає цю вулицю")
    acts = [row["act"] for row in await town.stored("select act from audit where subject_kind = 'case'")]
    assert "transfer to officer:2" in acts


async def test_the_history_says_who_gave_it_to_whom(town: Town) -> None:
    desk = await two_at_desk(town)
    await transfers(town, desk.ivan)
    await desk.maria.presses("Історія")
    page = await desk.maria.sees("Передано: капітан поліції Марія Коваль.")
    lines = page.text.splitlines()
    assert "· капітан поліції Іван Петренко" in lines[lines.index("Передано: капітан поліції Марія Коваль.") - 1]


async def test_a_word_is_text_and_short(town: Town) -> None:
    desk = await two_at_desk(town)
    await opens_transfer(desk.ivan)
    await desk.ivan.presses(MARIA)
    await desk.ivan.sees("Напишіть колезі кілька слів")
    await desk.ivan.sends_photo()
    await desk.ivan.sees("Колезі потрібно написати текстом.")
    await desk.ivan.says("а" * 501)
    await desk.ivan.sees("Задовго.")
    await desk.ivan.says("Коротко")
    assert "Коротко" in (await desk.maria.sees("Звернення передано Вам.")).text


async def test_a_transfer_can_be_thought_better_of(town: Town) -> None:
    desk = await two_at_desk(town)
    for way in ("press", "text"):
        await opens_transfer(desk.ivan)
        await desk.ivan.presses(MARIA)
        await desk.ivan.sees("Напишіть колезі кілька слів")
        await (desk.ivan.presses("Скасувати") if way == "press" else desk.ivan.says("Скасувати"))
        await desk.ivan.sees("Скасовано.")
    assert await town.stored("select id from case_transfers") == []
    await desk.ivan.forges(WithoutWord(CASE).pack(), on=desk.ivan.last)
    await town.settled()
    assert await town.stored("select id from case_transfers") == []


async def test_a_late_word_gives_nothing(town: Town) -> None:
    desk = await two_at_desk(town)
    await opens_transfer(desk.ivan)
    await desk.ivan.presses(MARIA)
    await desk.ivan.sees("Напишіть колезі кілька слів")
    await closes(Talk(desk.olena, desk.ivan))
    await desk.ivan.says("Знає цю вулицю")
    await desk.ivan.sees("Це вже неможливо: стан звернення змінився.")
    assert await town.stored("select id from case_notes") == []
    await desk.maria.does_not_see("Знає цю вулицю", anywhere=True)


async def test_the_new_desk_gives_it_back_once_with_a_word(either_town: Town) -> None:
    town = either_town
    desk = await two_at_desk(town)
    await transfers(town, desk.ivan)
    await desk.maria.presses("Повернути", on=await desk.maria.sees("Звернення передано Вам."))
    await says_word(town, desk.maria, "Це не моя дільниця")
    said = await desk.ivan.sees("Звернення передано Вам. Від кого: капітан поліції Марія Коваль.")
    assert "Це не моя дільниця" in said.text
    assert "Повернути" not in said.buttons
    await desk.maria.does_not_see("Хто відповідає за вулицю?", anywhere=True)
    await desk.ivan.forges(GiveBack(CASE).pack(), on=said)
    await town.settled()
    assert desk.ivan.alerts[-1] == "Повернути це звернення вже не можна. Його можна передати."
    await transfers(town, desk.ivan)
    again = await desk.maria.sees("Звернення передано Вам.")
    assert "Повернути" not in again.buttons
    events = [row["what"] for row in await town.stored("select what from case_events order by id")]
    assert events == ["send", "accept", "transfer", "note", "give_back", "transfer"]


async def test_it_is_not_given_back_to_an_officer_who_left(town: Town) -> None:
    desk = await two_at_desk(town)
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await transfers(town, desk.ivan)
    offered = await desk.maria.sees("Звернення передано Вам.")
    await dismisses(town, olha)
    await desk.maria.presses("Повернути", on=offered)
    await town.settled()
    assert desk.maria.alerts[-1].startswith("Повернути це звернення вже не можна.")


async def test_an_officer_of_another_area_is_named_with_it(town: Town) -> None:
    both = await talk(town)
    maria = await town.officer("Марія Коваль", await another_area(town, "Північна"))
    await transfers(town, both.ivan, f"{MARIA} · Північна")
    await maria.sees("Хто відповідає за вулицю?", anywhere=True)
    await both.ivan.does_not_see("Хто відповідає за вулицю?", anywhere=True)


async def test_a_case_that_nobody_accepted_can_be_given_away(town: Town) -> None:
    area = await town.area()
    ivan, maria = await town.officer("Іван Петренко", area), await town.officer("Марія Коваль", area)
    olena = await town.resident("Олена")
    await asks(olena, "Хто відповідає за вулицю?")
    await transfers(town, ivan)
    await olena.sees("Відповідає: капітан поліції Марія Коваль.")
    await ivan.does_not_see("Хто відповідає за вулицю?", anywhere=True)
    await maria.sees("У роботі\n", anywhere=True)


async def test_a_case_goes_to_an_area_of_another_community_where_one_accepts_it(either_town: Town) -> None:
    town = either_town
    both = await talk(town)
    _, second = await to_neighbour(town, 2)
    maria, petro = await town.officer("Марія Коваль", second), await town.officer("Петро Бойко", second)
    await opens_transfer(both.ivan)
    await both.ivan.presses("Інша громада")
    await both.ivan.sees("До якої громади передати?")
    await presses_one_that_begins(town, both.ivan, NEIGHBOUR_NAME)
    await both.ivan.presses("Дільниця 2")
    await says_word(town, both.ivan, "Живе у Вас")
    for officer in (maria, petro):
        await officer.sees("Хто відповідає за вулицю?", anywhere=True)
        assert "Живе у Вас" in (await officer.sees("Звернення передано Вам.")).text
    told = await both.olena.sees("Ваше звернення передано.")
    assert NEIGHBOUR.name in told.text
    assert not [each for each in both.olena.chat if "опікується" in each.text]
    await both.ivan.does_not_see("Хто відповідає за вулицю?", anywhere=True)
    await petro.presses("Прийняти")
    await both.olena.sees("Відповідає: капітан поліції Петро Бойко.")
    await both.olena.says("Дякую")
    await petro.sees("Дякую")
    await petro.presses("Повернути", on=await petro.sees("Звернення передано Вам.", anywhere=True))
    await says_word(town, petro, "")
    await both.ivan.sees("Дякую", anywhere=True)
    [case] = await town.stored("select community, area_id, officer_id from cases")
    assert case["area_id"] == 1
    assert case["officer_id"] == 1


async def test_a_community_without_an_officer_gets_it_in_its_queue(either_town: Town) -> None:
    town = either_town
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    both = await talk(town)
    await to_neighbour(town, 0)
    await opens_transfer(both.ivan)
    await both.ivan.presses("Інша громада")
    await presses_one_that_begins(town, both.ivan, NEIGHBOUR_NAME)
    await both.ivan.sees("координаторам, бо дільниць там ще немає")
    await says_word(town, both.ivan, "")
    await olha.sees("До черги перейшло звернень: 1.")
    await both.ivan.does_not_see("Хто відповідає за вулицю?", anywhere=True)
    await opens_first(olha)


async def test_the_one_area_of_a_community_need_not_be_chosen(town: Town) -> None:
    both = await talk(town)
    [area] = await to_neighbour(town, 1)
    maria = await town.officer("Марія Коваль", area)
    await opens_transfer(both.ivan)
    await both.ivan.presses("Інша громада")
    await presses_one_that_begins(town, both.ivan, NEIGHBOUR_NAME)
    await says_word(town, both.ivan, "")
    await maria.sees("Хто відповідає за вулицю?", anywhere=True)


async def test_a_coordinator_transfers_what_they_have(town: Town) -> None:
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    olena = await town.resident("Олена")
    await asks(olena, "Хто відповідає за вулицю?")
    await opens_first(olha)
    await olha.presses("Прочитати")
    await olha.presses("Прийняти")
    maria = await town.officer("Марія Коваль", AreaId(1))
    await transfers(town, olha, word="Прошу взяти")
    said = await maria.sees("Звернення передав Вам координатор.")
    assert "Прошу взяти" in said.text
    await olena.sees("Відповідає: капітан поліції Марія Коваль.")
    await maria.presses("Повернути", on=said)
    await says_word(town, maria, "Це не до нас")
    returned = await olha.sees("Звернення передано Вам. Від кого: капітан поліції Марія Коваль.")
    assert "Це не до нас" in returned.text
    assert "Повернути" not in returned.buttons
    await olha.sees("Хто відповідає за вулицю?", anywhere=True)
    await maria.does_not_see("Хто відповідає за вулицю?", anywhere=True)
    told = await olena.sees("Ваше звернення передано координатору.")
    assert "Відповідає координатор поліції області." in told.text
    await olena.says("Дякую")
    await olha.sees("Дякую")
    [case] = await town.stored("select officer_id, coordinator_id, status from cases")
    assert (case["officer_id"], case["status"]) == (None, "in_work")


async def test_a_case_that_a_coordinator_gave_from_the_queue_is_given_back_to_them(either_town: Town) -> None:
    town = either_town
    await town.area()
    olha, olena = await town.coordinator("Ольга", ZAPORIZHZHIA), await town.resident("Олена")
    await asks(olena, "Хто відповідає за вулицю?")
    maria = await town.officer("Марія Коваль", await another_area(town, "Північна"))
    await opens_first(olha)
    await olha.presses("Передати офіцеру")
    await olha.presses(MARIA)
    await maria.presses("Повернути", on=await maria.sees("Звернення передав Вам координатор."))
    await says_word(town, maria, "")
    await olha.sees("Хто відповідає за вулицю?", anywhere=True)
    await opens_history(olha)
    await olha.sees("Повернуто координатору.")
    await olena.says("Алло?")
    await olha.sees("Алло?")
    await maria.does_not_see("Алло?", anywhere=True)


async def test_a_case_is_not_given_back_to_a_coordinator_who_cannot_be_reached(town: Town) -> None:
    await town.area()
    olha, olena = await town.coordinator("Ольга", ZAPORIZHZHIA), await town.resident("Олена")
    await asks(olena, "Хто відповідає за вулицю?")
    maria = await town.officer("Марія Коваль", await another_area(town, "Північна"))
    await opens_first(olha)
    await olha.presses("Передати офіцеру")
    await olha.presses(MARIA)
    offered = await maria.sees("Звернення передав Вам координатор.")
    await olha.blocks()
    await town.settled()
    await maria.presses("Повернути", on=offered)
    await town.settled()
    assert maria.alerts[-1].startswith("Повернути це звернення вже не можна.")


async def test_a_colleague_who_had_the_card_before_has_one_card(either_town: Town) -> None:
    town = either_town
    area = await town.area()
    ivan, maria = await town.officer("Іван Петренко", area), await town.officer("Марія Коваль", area)
    await asks(await town.resident("Олена"), "Хто відповідає за вулицю?")
    await transfers(town, ivan)
    cards = [each.text for each in maria.chat if "Хто відповідає за вулицю?" in each.text]
    assert len(cards) == 1
    await transfers(town, maria, "капітан поліції Іван Петренко")
    assert len([each for each in ivan.chat if each.text.startswith("КШ-2026-000001 · Запитання")]) == 1


async def test_an_old_card_says_that_another_is_below(town: Town) -> None:
    """No bot may delete it after two days."""
    area = await town.area()
    ivan, maria = await town.officer("Іван Петренко", area), await town.officer("Марія Коваль", area)
    await asks(await town.resident("Олена"), "Хто відповідає за вулицю?")
    await town.passes(days=3)
    await transfers(town, ivan)
    await maria.sees("КШ-2026-000001: картка звернення тепер нижче.", anywhere=True)
    assert len([each for each in maria.chat if "Хто відповідає за вулицю?" in each.text]) == 1


async def test_a_pause_ends_with_a_transfer_and_the_officer_who_paused_gets_it_from_nobody(town: Town) -> None:
    both, maria, _ = await two_officers(town)
    await asks(both.olena, "Друге питання", "Олена Бондар")
    await maria.presses("Прийняти")
    await town.settled()
    await opens_history(maria)
    await maria.presses("Ще дії")
    await maria.presses("Передати")
    await maria.sees("Зараз це звернення нікому передати.")
    await maria.forges(TransferToOfficer(CaseId(2), OfficerId(1)).pack(), on=maria.last)
    await town.settled()
    assert maria.alerts[-1] == "Тут нічого не знайдено."
    await lifts(both.ivan)
    await pauses(town, both.ivan)
    await transfers(town, both.ivan)
    assert await town.stored("select id from case_pauses where ended_at is null") == []
    assert "Призупинено" not in (await maria.sees("КШ-2026-000001 · Запитання", anywhere=True)).text


async def test_a_complaint_is_given_to_no_officer(town: Town) -> None:
    await town.officer("Іван Петренко", await town.area())
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await complains(await town.resident("Олена"), "Не приходить")
    card = await olha.sees("КШ-2026-000001")
    await olha.presses("Прийняти", on=card)
    await olha.presses("Ще дії", on=card)
    acts = await olha.sees("КШ-2026-000001")
    assert "Передати" not in acts.buttons
    await olha.forges(Transfer(CASE).pack(), on=card)
    await town.settled()
    assert olha.alerts[-1] == "Скаргу на офіцера не можна передати офіцеру."


async def test_a_discreet_case_brings_no_word_unasked(town: Town) -> None:
    area = await town.area()
    ivan, maria = await town.officer("Іван Петренко", area), await town.officer("Марія Коваль", area)
    olena = await town.resident("Олена")
    await olena.presses("Повідомити")
    await olena.presses("Насильство вдома")
    await olena.presses("Зрозуміло, далі")
    await olena.says("Прошу поради.")
    await olena.presses("Надіслати без імені")
    card = await ivan.sees("КШ-2026-000001")
    await ivan.presses("Прийняти", on=card)
    await ivan.presses("Ще дії", on=card)
    await ivan.presses("Передати")
    await ivan.presses(MARIA)
    await says_word(town, ivan, "Чоловік п’є")
    said = await maria.sees("Звернення передано Вам.")
    assert "Є кілька слів від колеги: вони в історії." in said.text
    await maria.does_not_see("Чоловік п’є", anywhere=True)
    await maria.presses("Історія", on=said)
    await maria.sees("Чоловік п’є")


async def test_what_is_not_theirs_cannot_be_given_nor_to_whom_it_may_not_go(town: Town) -> None:
    desk = await two_at_desk(town)
    area = AreaId(1)
    for forged in (
        TransferToOfficer(CASE, OfficerId(2)),
        TransferToArea(CASE, area),
        TransferToCommunity(CASE, NEIGHBOUR.code),
        Transfer(CASE),
        GiveBack(CASE),
    ):
        await desk.maria.forges(forged.pack(), on=desk.maria.last)
        await town.settled()
        assert desk.maria.alerts[-1] == "Це звернення вже в роботі в іншого офіцера."
    for forged in (
        TransferToOfficer(CASE, OfficerId(9)),
        TransferToArea(CASE, area),
        TransferToArea(CASE, AreaId(9)),
        TransferToCommunity(CASE, NEIGHBOUR.code),
    ):
        await desk.ivan.forges(forged.pack(), on=desk.ivan.last)
        await town.settled()
        assert desk.ivan.alerts[-1] == "Тут нічого не знайдено."
    assert await town.stored("select id from case_transfers") == []


async def test_the_writer_of_a_word_learns_that_it_was_not_shown(town: Town) -> None:
    desk = await two_at_desk(town)
    await desk.maria.blocks()
    await town.settled()
    await opens_transfer(desk.ivan)
    await desk.ivan.presses(MARIA)
    await desk.ivan.says("Знає цю вулицю")
    await desk.ivan.sees("Ваші слова колезі не вдалося показати.")
