"""Notes of a case: officers write them for each other; the resident never sees one."""

from bot.domain.ids import CaseId, NoteId
from bot.handlers.notes.buttons import DeleteNote, WriteNote
from simulator import Person
from tests.stories.cases import Talk, asks, talk
from tests.stories.desk import dismisses
from tests.stories.notes import WORDS, begins_note, writes_note
from tests.stories.pauses import opens_history
from tests.stories.posts import ZAPORIZHZHIA
from tests.stories.test_my_data import erases_all
from tests.town import Town

NOTE = "📝 Нотатка · бачать лише офіцери"
CARD = "КШ-2026-000001 · Запитання"


async def never_reached(town: Town, resident: Person, words: str = WORDS) -> None:
    await town.settled()
    said = [str(each.params) for each in town.telegram.requests if str(each.params.get("chat_id")) == str(resident.id)]
    assert said
    assert not [each for each in said if words in each or "отатк" in each]


async def test_a_note_is_read_at_the_desk_in_a_shape_of_its_own_and_by_no_resident(either_town: Town) -> None:
    pair = await talk(either_town)
    await begins_note(pair.ivan)
    prompt = await pair.ivan.sees("Напишіть нотатку. Мешканець її не побачить.")
    assert prompt.text.startswith(f"{NOTE} · КШ-2026-000001")
    said = await pair.ivan.says(WORDS)
    kept = await pair.ivan.sees(f"{NOTE} · КШ-2026-000001\nЗбережено.")
    assert kept.buttons == ["Видалити нотатку", "Історія"]
    await either_town.settled()
    assert prompt not in pair.ivan.chat
    assert said.reactions == []
    assert "📝 Нотатки: 1" in (await pair.ivan.sees(CARD, anywhere=True)).text
    await pair.ivan.presses("Історія", on=kept)
    page = await pair.ivan.sees("Надіслано.")
    assert f"{NOTE}\n24 листопада 2026 р., 10:00 · капітан поліції Іван Петренко\n{WORDS}" in page.text
    await never_reached(either_town, pair.olena)
    await pair.ivan.says("Це вже не нотатка")
    await pair.ivan.sees("Кому це?")


async def test_danger_in_a_note_rings_nothing_and_the_case_waits_as_before(town: Town) -> None:
    pair = await talk(town)
    before = await town.stored("select status, waits_for, emergency, unopened_since from cases")
    await writes_note(pair.ivan, "Він б’є її, допоможіть!")
    await town.settled()
    assert await town.stored("select status, waits_for, emergency, unopened_since from cases") == before
    assert await town.stored("select person_id from emergency_cards") == []
    await never_reached(town, pair.olena, "допоможіть")


async def test_a_reply_to_the_resident_is_a_note_too_while_one_is_written(town: Town) -> None:
    pair = await talk(town)
    await begins_note(pair.ivan)
    await pair.ivan.says(WORDS, reply_to=await pair.ivan.sees("Хто відповідає", anywhere=True))
    await pair.ivan.sees("Збережено.")
    await never_reached(town, pair.olena)


async def test_a_reply_to_a_note_or_to_what_asks_for_it_goes_to_nobody_by_itself(town: Town) -> None:
    pair = await talk(town)
    await begins_note(pair.ivan)
    said = await pair.ivan.says(WORDS, reply_to=await pair.ivan.sees("Напишіть нотатку."))
    kept = await pair.ivan.sees("Збережено.")
    for each in (said, kept):
        await pair.ivan.says("І ще одне", reply_to=each)
        await pair.ivan.sees("Кому це?")
        await pair.ivan.presses("Не надсилати")
    await never_reached(town, pair.olena, "І ще одне")


async def test_a_file_is_no_note_and_the_note_can_still_be_written(town: Town) -> None:
    pair = await talk(town)
    await begins_note(pair.ivan)
    await pair.ivan.sends_photo("План")
    await pair.ivan.sees("Нотатку потрібно написати словами.")
    await pair.ivan.says(WORDS)
    await pair.ivan.sees("Збережено.")
    await never_reached(town, pair.olena, "План")


async def test_who_has_the_case_later_reads_the_note(town: Town) -> None:
    area = await town.area()
    ivan = await town.officer("Іван Петренко", area)
    olena = await town.resident("Олена")
    await asks(olena, "Хто відповідає за вулицю?")
    await ivan.presses("Прийняти")
    await writes_note(ivan)
    await town.coordinator("Ольга", ZAPORIZHZHIA)
    maria = await town.officer("Марія Коваль", area)
    await dismisses(town, ivan)
    await town.stored("update cases set officer_id = null, status = 'new' returning id")
    await maria.forges("dh:1", on=await maria.starts())
    assert WORDS in (await maria.sees("Надіслано.")).text
    await never_reached(town, olena)


async def test_an_edited_message_changes_its_note_and_the_history_says_so(town: Town) -> None:
    pair = await talk(town)
    said = await writes_note(pair.ivan)
    await pair.ivan.edits(said, "Сусідка каже інше")
    await opens_history(pair.ivan)
    page = await pair.ivan.sees("Сусідка каже інше\n(змінено)")
    assert WORDS not in page.text
    await never_reached(town, pair.olena, "Сусідка")


async def test_its_writer_deletes_a_note_and_a_trace_stays(town: Town) -> None:
    pair = await talk(town)
    await writes_note(pair.ivan)
    kept = await pair.ivan.sees("Збережено.")
    await pair.ivan.presses("Видалити нотатку")
    await pair.ivan.sees("Нотатку видалено.")
    await pair.ivan.forges(DeleteNote(CaseId(1), NoteId(1)).pack(), on=kept)
    await town.settled()
    assert pair.ivan.alerts[-1] == "Цієї нотатки вже немає."
    await opens_history(pair.ivan)
    page = await pair.ivan.sees(f"{NOTE}\n")
    assert "Тексту вже немає." in page.text
    assert WORDS not in page.text
    assert "📝 Нотатки" not in (await pair.ivan.sees(CARD, anywhere=True)).text
    acts = [row["act"] for row in await town.stored("select act from audit where act like '%note' order by id")]
    assert acts == ["note", "delete note"]


async def test_another_officer_deletes_no_note_of_mine(town: Town) -> None:
    pair = await talk(town)
    await writes_note(pair.ivan)
    await town.stored("update case_notes set person_id = (select person_id from case_links) returning id")
    await pair.ivan.presses("Видалити нотатку")
    await town.settled()
    assert pair.ivan.alerts[-1] == "Цієї нотатки вже немає."


async def test_a_note_can_be_cancelled_by_a_press_and_by_a_word(town: Town) -> None:
    pair = await talk(town)
    await begins_note(pair.ivan)
    prompt = await pair.ivan.sees("Напишіть нотатку.")
    await pair.ivan.presses("Скасувати")
    await pair.ivan.sees("Скасовано.")
    await pair.ivan.says(WORDS)
    await pair.ivan.sees("Кому це?")
    await pair.ivan.presses("Не надсилати")
    await pair.ivan.presses("Нотатка")
    await pair.ivan.sees("Напишіть нотатку.")
    await pair.ivan.says("Скасувати")
    await town.settled()
    assert not [each for each in pair.ivan.chat if "Напишіть нотатку." in each.text]
    await pair.ivan.forges("jnx:1", on=prompt)
    await town.settled()
    assert pair.ivan.alerts[-1] == "Ця кнопка вже не діє. Напишіть «меню»."
    assert await town.stored("select id from case_notes") == []


async def test_a_note_for_a_case_that_went_meanwhile_becomes_nothing_else(town: Town) -> None:
    pair = await talk(town)
    await begins_note(pair.ivan)
    await dismisses(town, pair.ivan)
    await pair.ivan.says(WORDS)
    await pair.ivan.sees("Нотатку не збережено")
    assert await town.stored("select id from case_notes") == []
    await never_reached(town, pair.olena)


async def test_a_case_that_has_ended_takes_notes_until_it_is_erased(town: Town) -> None:
    pair = await talk(town)
    await pair.ivan.presses("Закрити")
    await pair.ivan.presses("Закрити без відповіді")
    await opens_history(pair.ivan)
    said = await writes_note(pair.ivan)
    await pair.olena.says("мої дані")
    await erases_all(pair.olena)
    await town.passes(minutes=2)
    assert await town.stored("select id from case_notes") == []
    assert said not in pair.ivan.chat
    await pair.ivan.forges(WriteNote(CaseId(1)).pack(), on=pair.ivan.last)
    await town.settled()
    assert "видалено" in pair.ivan.alerts[-1]


async def test_a_note_goes_with_the_words_after_their_term(town: Town) -> None:
    pair: Talk = await talk(town)
    await writes_note(pair.ivan)
    await pair.ivan.presses("Закрити", on=await pair.ivan.sees(CARD, anywhere=True))
    await pair.ivan.presses("Закрити без відповіді")
    await town.passes(days=5 * 365)
    await town.passes(days=1)
    await town.passes(minutes=2)
    assert await town.stored("select id from case_notes") == []
