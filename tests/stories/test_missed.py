"""What could not be shown is told to its writer, and shown when its reader is back: once, and in order."""

import pytest

from simulator import Person
from simulator.faults import Refusal
from tests.stories.cases import Talk, asks, talk
from tests.stories.posts import ZAPORIZHZHIA
from tests.town import Town

NOT_SHOWN = "зміненого тексту адресат поки не бачить"


@pytest.fixture
async def pair(town: Town) -> Talk:
    return await talk(town)


def seen(person: Person, words: str) -> int:
    """How many of the bot's messages in this person's chat say this now."""
    return sum(words in bubble.text for bubble in person.chat if bubble.from_bot)


# Edits.


async def test_an_officer_who_comes_back_reads_what_was_edited_meanwhile(either_town: Town) -> None:
    town = either_town
    pair = await talk(town)
    said = await pair.olena.says("Зустріч о 10:00")
    got = await pair.ivan.sees("Зустріч о 10:00")
    await pair.ivan.blocks()
    await pair.olena.edits(said, "Зустріч о 18:45")
    await pair.olena.sees(NOT_SHOWN)
    await pair.ivan.unblocks()
    await town.settled()
    assert "Зустріч о 18:45" in got.text
    await town.passes(minutes=1)
    assert seen(pair.ivan, "18:45") == 1
    assert seen(pair.ivan, "10:00") == 0


async def test_a_card_edited_meanwhile_is_current_when_the_officer_is_back(town: Town, pair: Talk) -> None:
    said = next(bubble for bubble in pair.olena.chat if bubble.text == "Хто відповідає за вулицю?")
    card = await pair.ivan.sees("Хто відповідає за вулицю?", anywhere=True)
    await pair.ivan.blocks()
    await pair.olena.edits(said, "Хто відповідає за провулок?")
    await pair.olena.sees(NOT_SHOWN)
    await pair.ivan.unblocks()
    await town.settled()
    assert "за провулок?" in card.text


async def test_a_resident_who_comes_back_reads_what_was_edited_meanwhile(either_town: Town) -> None:
    town = either_town
    pair = await talk(town)
    await pair.ivan.presses("Відповісти")
    answer = await pair.ivan.says("Зустріч о 10:00")
    got = await pair.olena.sees("Зустріч о 10:00")
    await pair.olena.blocks()
    await pair.ivan.edits(answer, "Зустріч о 18:45")
    await pair.ivan.sees(NOT_SHOWN)
    await pair.olena.unblocks()
    await town.settled()
    assert "Зустріч о 18:45" in got.text
    assert seen(pair.olena, "18:45") == 1


async def test_an_edit_is_shown_to_who_is_back_by_start(town: Town, pair: Talk) -> None:
    await pair.ivan.presses("Відповісти")
    answer = await pair.ivan.says("Зустріч о 10:00")
    await pair.olena.sees("Зустріч о 10:00")
    await pair.olena.blocks()
    await pair.ivan.edits(answer, "Зустріч о 18:45")
    await town.settled()
    pair.olena._chat.blocked = False  # noqa: SLF001  # what Telegram reported of it was lost
    await pair.olena.starts()
    await pair.olena.sees("Зустріч о 18:45")


async def test_an_edit_is_shown_also_a_month_after_it_was_refused(town: Town, pair: Talk) -> None:
    await pair.ivan.presses("Відповісти")
    answer = await pair.ivan.says("Зустріч о 10:00")
    await pair.olena.sees("Зустріч о 10:00")
    await pair.olena.blocks()
    await pair.ivan.edits(answer, "Зустріч о 18:45")
    await town.passes(days=10)
    await town.settled()
    assert await town.stored("select id from outbox where state = 'refused'") == []
    await pair.olena.unblocks()
    await pair.olena.sees("Зустріч о 18:45")
    assert seen(pair.olena, "18:45") == 1


async def test_a_caption_edited_where_its_reader_deleted_the_photo_is_sent_again(town: Town, pair: Talk) -> None:
    photo = await pair.olena.sends_photo("Ось ліхтар")
    await pair.ivan.deletes(await pair.ivan.sees("Ось ліхтар"))
    await pair.olena.edits(photo, "Ось два ліхтарі")
    again = await pair.ivan.sees("Ось два ліхтарі")
    assert "photo" in again.fields
    assert "(змінено)" in again.text
    await pair.olena.edits(photo, "Ось три ліхтарі")
    await town.settled()
    assert "Ось три ліхтарі" in again.text
    await pair.ivan.says("Бачу", reply_to=again)
    mine = await pair.ivan.sends_photo("Мій план", reply_to=again)
    await pair.olena.deletes(await pair.olena.sees("Мій план"))
    await pair.ivan.edits(mine, "Мій новий план")
    await pair.olena.sees("Мій новий план")


async def test_a_voice_whose_reader_deleted_it_is_sent_again(town: Town, pair: Talk) -> None:
    voice = await pair.olena.sends_voice("Послухайте")
    await pair.ivan.deletes(await pair.ivan.sees("Послухайте"))
    await pair.olena.edits(voice, "Послухайте до кінця")
    assert "voice" in (await pair.ivan.sees("Послухайте до кінця")).fields


async def test_a_first_text_edited_where_its_card_was_deleted_is_sent(town: Town, pair: Talk) -> None:
    said = next(bubble for bubble in pair.olena.chat if bubble.text == "Хто відповідає за вулицю?")
    await pair.ivan.deletes(await pair.ivan.sees("Хто відповідає за вулицю?", anywhere=True))
    await pair.olena.edits(said, "Хто відповідає за провулок?")
    await pair.ivan.sees("Хто відповідає за провулок?")
    assert seen(pair.ivan, "за провулок?") == 1


# What else a person missed.


async def test_a_resident_who_comes_back_reads_answers_and_the_reason_of_a_decline(either_town: Town) -> None:
    town = either_town
    pair = await talk(town)
    await pair.olena.blocks()
    await pair.ivan.presses("Відповісти")
    said = await pair.ivan.says("Перевірю і напишу.")
    await pair.ivan.sees("не вдалося передати")
    await pair.ivan.presses("Відхилити")
    await pair.ivan.says("Це вулиця іншої громади.")
    await pair.ivan.sees("не вдалося передати")
    await pair.olena.unblocks()
    await town.settled()
    first = await pair.olena.sees("Перевірю і напишу.")
    reason = await pair.olena.sees("Це вулиця іншої громади.")
    assert first.id < reason.id
    assert said.reactions == ["👍"]
    assert seen(pair.olena, "Перевірю і напишу.") == 1
    await pair.olena.blocks()
    await pair.olena.unblocks()
    await town.settled()
    assert seen(pair.olena, "іншої громади") == 1


async def test_an_officer_who_comes_back_reads_the_comment_on_a_rating(town: Town, pair: Talk) -> None:
    await pair.ivan.presses("Закрити")
    await pair.ivan.presses("Закрити без відповіді")
    await pair.olena.sees("Звернення закрито.")
    await pair.ivan.blocks()
    await pair.olena.presses("2")
    await pair.olena.says("Так ніхто й не приїхав.")
    await pair.olena.sees("не вдалося передати")
    await pair.ivan.unblocks()
    await pair.ivan.sees("Так ніхто й не приїхав.")


async def test_a_pause_and_its_reason_are_read_by_who_comes_back(town: Town, pair: Talk) -> None:
    await pair.olena.blocks()
    await pair.ivan.presses("Історія")
    await pair.ivan.presses("Ще дії")
    await pair.ivan.presses("Призупинити")
    await pair.ivan.presses("3 дні")
    await pair.ivan.says("Образи замість слів про справу")
    await pair.ivan.sees("причину не вдалося передати мешканцю")
    await pair.olena.unblocks()
    await pair.olena.sees("Образи замість слів про справу")


async def test_many_messages_that_a_resident_missed_come_in_order(town: Town, pair: Talk) -> None:
    card = await pair.ivan.sees("Хто відповідає за вулицю?", anywhere=True)
    await pair.olena.blocks()
    for number in range(8):
        await pair.ivan.says(f"Відповідь {number}", reply_to=card)
        await town.settled()
    await pair.olena.unblocks()
    await town.passes(minutes=1)
    came = [bubble.text[-1] for bubble in pair.olena.chat if bubble.from_bot and "Відповідь " in bubble.text]
    assert came[-5:] == list("01234")
    await pair.olena.sees("Ще 3 повідомлення від офіцера.", anywhere=True)
    await pair.olena.presses("Прочитати все")
    await pair.olena.sees("Відповідь 7")
    await town.passes(minutes=1)
    assert seen(pair.olena, "Відповідь 7") == 1


async def test_who_was_away_for_longer_than_letters_are_kept_learns_how_much_came(either_town: Town) -> None:
    town = either_town
    pair = await talk(town)
    card = await pair.ivan.sees("Хто відповідає за вулицю?", anywhere=True)
    await pair.olena.blocks()
    for number in range(2):
        await pair.ivan.says(f"Відповідь {number}", reply_to=card)
    await town.passes(days=10)
    await pair.olena.unblocks()
    await pair.olena.sees("Ще 2 повідомлення від офіцера.")
    await pair.ivan.blocks()
    await pair.olena.says("Ось ще одне питання")
    await asks(pair.olena, "І нова справа")
    await town.passes(days=10)
    await pair.ivan.unblocks()
    await pair.ivan.sees("Ще 1 повідомлення мешканця.")
    await pair.ivan.sees("І нова справа")


async def test_the_card_says_that_an_answer_has_not_arrived_until_it_has(town: Town, pair: Talk) -> None:
    card = await pair.ivan.sees("Хто відповідає за вулицю?", anywhere=True)
    town.telegram.faults.add(Refusal("message is too strange"), method="sendMessage", chat=pair.olena.id)
    await pair.ivan.says("Перша", reply_to=card)
    await pair.ivan.sees("не вдалося передати")
    await pair.olena.blocks()
    await pair.olena.unblocks()
    await town.settled()
    assert "Відповідь не доставлено." in card.text
    await pair.olena.blocks()
    await pair.ivan.says("Друга", reply_to=card)
    await town.settled()
    await pair.olena.unblocks()
    await pair.olena.sees("Друга")
    assert "Відповідь не доставлено." in card.text
    await pair.olena.presses("Мої звернення")
    await pair.olena.presses("000001 · Запитання · Надано відповідь")
    await pair.olena.presses("Прочитати все")
    await pair.olena.sees("Перша")
    assert "Відповідь не доставлено." not in card.text


async def test_the_mark_of_each_case_goes_when_its_own_answer_has_arrived(either_town: Town) -> None:
    """Marks that go together would show that an anonymous case and a named one are of one person."""
    town = either_town
    pair = await talk(town)
    await asks(pair.olena, "А хто за дорогу?", "Олена Коваль")
    await pair.ivan.presses("Прийняти")
    cards = [await pair.ivan.sees(words, anywhere=True) for words in ("Хто відповідає за вулицю?", "А хто за дорогу?")]
    await pair.olena.blocks()
    for number, card in enumerate(cards):
        await pair.ivan.says(f"Відповідь {number}", reply_to=card)
        await pair.ivan.sees("не вдалося передати")
    assert all("Відповідь не доставлено." in card.text for card in cards)
    town.telegram.faults.add(Refusal("message is too strange"), method="sendMessage", chat=pair.olena.id, times=1)
    await pair.olena.unblocks()
    await pair.olena.sees("Відповідь 1")
    assert "Відповідь не доставлено." in cards[0].text
    assert "Відповідь не доставлено." not in cards[1].text


async def test_a_resident_away_for_longer_than_letters_are_kept_learns_how_a_case_ended(either_town: Town) -> None:
    town = either_town
    pair = await talk(town)
    card = await pair.ivan.sees("Хто відповідає за вулицю?", anywhere=True)
    await pair.olena.blocks()
    await pair.ivan.says("Перевірю і напишу.", reply_to=card)
    await pair.ivan.presses("Відхилити", on=card)
    await pair.ivan.says("Це вулиця іншої громади.")
    await pair.ivan.sees("не вдалося передати")
    await town.passes(days=10)
    await town.passes(minutes=1)
    assert await town.stored("select id from outbox where state = 'refused'") == []
    await pair.olena.unblocks()
    end = await pair.olena.sees("Це вулиця іншої громади.", anywhere=True)
    assert "Звернення відхилено. Причина:" in end.text
    assert "Відкрити повторно" in end.buttons
    await pair.olena.sees("Ще 1 повідомлення від офіцера.", anywhere=True)
    for _ in range(2):
        await pair.olena.blocks()
        await pair.olena.unblocks()
        await town.settled()
    assert seen(pair.olena, "Це вулиця іншої громади.") == 1


@pytest.mark.parametrize("days", [1, 10, 20])
async def test_an_end_is_told_once_to_who_was_away(town: Town, pair: Talk, days: int) -> None:
    await pair.olena.blocks()
    await pair.ivan.presses("Закрити")
    await pair.ivan.presses("Закрити без відповіді")
    await town.passes(days=days)
    await pair.olena.unblocks()
    end = await pair.olena.sees("Звернення закрито.")
    assert ("Відкрити повторно" in end.buttons) is (days < 14)
    await pair.olena.blocks()
    await town.passes(days=10)
    await pair.olena.unblocks()
    await town.settled()
    assert seen(pair.olena, "Звернення закрито.") == 1


async def test_an_end_that_was_read_before_the_bot_was_blocked_is_not_told_again(town: Town, pair: Talk) -> None:
    await pair.ivan.presses("Закрити")
    await pair.ivan.presses("Закрити без відповіді")
    await pair.olena.sees("Звернення закрито.")
    await town.passes(hours=2)
    await pair.olena.blocks()
    await town.passes(days=10)
    await pair.olena.unblocks()
    await town.settled()
    assert seen(pair.olena, "Звернення закрито.") == 1


# The only officer.


async def test_the_only_officer_blocks_the_bot_and_nothing_waits_unseen(either_town: Town) -> None:
    town = either_town
    ivan = await town.officer("Іван Петренко", await town.area())
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    olena = await town.resident("Олена")
    await ivan.blocks()
    await olha.sees("не приймає повідомлень бота")
    await asks(olena, "Ліхтар не горить")
    await olha.sees("КШ-2026-000001")
    await ivan.unblocks()
    await ivan.sees("Ліхтар не горить")
    await olha.does_not_see("Ліхтар", anywhere=True)
