"""When something fails inside, nothing is lost, nobody else is held up, and the person gets an apology."""

import json

import pytest

from bot.domain.ids import CaseId, ChatId, PersonId
from bot.domain.languages import Language
from bot.handlers import private
from bot.handlers.cases.buttons import AsNewQuestion
from bot.handlers.community_chats.buttons import CommunityChats
from bot.storage import inbox, people
from bot.storage.copies import add_copy
from bot.storage.inbox import Arrival
from bot.storage.transaction import Transaction
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.workers.updates import MAX_CRASHES, TRIES
from tests.stories.cases import talk
from tests.town import Town


async def broken(tx: Transaction, person_id: PersonId, language: Language) -> None:
    await tx.execute("update persons set language = :language where id = :id", language=language, id=person_id)
    raise ZeroDivisionError("Олена живе на вулиці Садовій")


async def test_a_press_that_fails_is_apologised_for_and_changes_nothing(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    olena = town.telegram.person("Олена")
    await olena.starts()
    monkeypatch.setattr(people, "set_language", broken)
    await olena.presses("English")
    await town.settled()
    assert olena.alerts == ["Не вийшло. Спробуйте ще раз за хвилину."]
    assert olena.spinning == 0
    [row] = await town.stored("select language from persons")
    assert row["language"] == "uk"

    monkeypatch.undo()
    await olena.presses("English")
    await olena.sees("Good day!")


async def test_an_update_that_fails_is_tried_again_then_set_aside_without_peoples_texts(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    olena, taras = town.telegram.person("Олена"), town.telegram.person("Тарас")
    await olena.starts()
    await town.settled()

    async def unlucky(context: Context, message: PrivateMessage) -> None:
        if message.text in ("Перше", "Друге"):
            raise ZeroDivisionError("Олена живе на вулиці Садовій")

    monkeypatch.setattr(private, "reply", unlucky)
    monkeypatch.setattr(private, "unplaced", unlucky)
    await olena.says("Перше")
    await olena.says("Друге")
    await taras.starts()
    await taras.sees("Доброго дня!")
    for _ in range(TRIES):
        await town.passes(minutes=1)
    aside = await town.stored("select body, error from inbox where state = 'set_aside'")
    assert len(aside) == 1
    assert "Садовій" not in str(aside[0]["error"])
    assert "ZeroDivisionError" in str(aside[0]["error"])
    assert "Перше" in str(aside[0]["body"])

    monkeypatch.undo()
    await town.passes(minutes=1)
    assert await town.stored("select update_id from inbox where state = 'waiting'") == []


async def test_what_cannot_be_parsed_is_set_aside_like_any_poison(town: Town) -> None:
    async def poison(tx: Transaction) -> None:
        body = json.dumps({"update_id": 1, "message": {"date": "not a date"}})
        await inbox.store(tx, [Arrival(1, 1, body)])

    await town.app.store.transact(poison)
    town.app.updates.alarm.ring()
    for _ in range(TRIES):
        await town.passes(minutes=1)
    [row] = await town.stored("select state, attempts from inbox where update_id = 1")
    assert row == {"state": "set_aside", "attempts": TRIES}


async def test_the_text_of_a_handled_update_is_erased_from_the_inbox(town: Town) -> None:
    olena = town.telegram.person("Олена")
    await olena.starts()
    await town.settled()
    assert await town.stored("select body from inbox where state = 'handled'") == [{"body": None}]
    await town.passes(hours=49)
    assert await town.stored("select body from inbox") == []


async def test_a_button_that_nobody_made_is_old_and_the_menu_is_a_press_away(town: Town) -> None:
    olena = town.telegram.person("Олена")
    await olena.starts()
    card = await olena.sees("Доброго дня!")
    await olena.forges("zz:1", on=card)
    await town.settled()
    assert olena.alerts == ["Ця кнопка вже не діє. Напишіть «меню»."]


async def test_what_ends_the_process_each_time_is_set_aside_untried(town: Town) -> None:
    async def deadly(tx: Transaction) -> None:
        await inbox.store(tx, [Arrival(1, 1, '{"update_id": 1}')])
        await tx.flush()
        await tx.execute("update inbox set attempts = :crashes", crashes=MAX_CRASHES)

    await town.app.store.transact(deadly)
    town.app.updates.alarm.ring()
    await town.settled()
    [row] = await town.stored("select state, error from inbox where update_id = 1")
    assert row == {"state": "set_aside", "error": "the process ended while it was handled"}


async def test_a_reply_finds_its_case_though_the_copys_id_was_lost_in_a_crash(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await olena.presses("Запитати")
    await olena.says("Коли прийом?")
    await olena.presses("Надіслати без імені")
    card = await officer.sees("Коли прийом?")
    await town.stored("delete from copies")
    await officer.says("У середу.", reply_to=card)
    await olena.sees("У середу.")


async def test_an_old_button_of_a_draft_that_was_thrown_away_stops_nobody(town: Town) -> None:
    await town.officer("Іван Петренко", await town.area())
    olena, taras = await town.resident("Олена"), await town.resident("Тарас")
    for person in (olena, taras):
        await person.presses("Запитати")
        await person.says("Коли прийом?")
        await person.presses("Надіслати без імені")
    await olena.presses("Запитати")
    await olena.says("Ще одне питання")
    await olena.presses("Надіслати без імені")
    await olena.says("Кому це писати?")
    old = await olena.sees("Кому це?")
    await olena.presses("Скасувати")
    await olena.forges(AsNewQuestion(CaseId(999_999)).pack(), on=old)
    await olena.forges(AsNewQuestion(CaseId(10**15)).pack(), on=old)
    await town.settled()
    assert "чернетку видалено" in olena.alerts[-1]
    await taras.says("А завтра?")
    await town.settled()
    assert await town.stored("select update_id from inbox where state <> 'handled'") == []


async def test_what_shows_a_case_that_is_gone_by_then_is_not_noted(either_town: Town) -> None:
    async def note(tx: Transaction) -> None:
        add_copy(tx, ChatId(1), 1, CaseId(999_999), None)

    await either_town.app.store.transact(note)
    assert await either_town.stored("select message_id from copies") == []


async def test_a_number_of_a_button_that_no_column_holds_is_an_old_button(town: Town) -> None:
    olena = town.telegram.person("Олена")
    await olena.starts()
    card = await olena.sees("Доброго дня!")
    await olena.forges("co:99999999999999999999999999", on=card)
    await town.settled()
    assert "вже не діє" in olena.alerts[-1]


async def test_half_a_character_stops_nobody(either_town: Town) -> None:
    """Telegram's JSON may hold one half of a pair of surrogates, which no database takes as text."""
    pair = await talk(either_town)
    await pair.olena.says("Привіт \ud83d!")
    await pair.ivan.sees("Привіт \ufffd!")


async def test_a_character_that_no_database_takes_stops_nobody(either_town: Town) -> None:
    """In a button that was made up it came as far as the sender, which drew a screen by it."""
    pair = await talk(either_town)
    await pair.ivan.forges(CommunityChats("\0").pack(), on=pair.ivan.last)
    await pair.olena.says("Привіт\0!")
    await pair.ivan.sees("Привіт\ufffd!")


async def test_an_update_that_cannot_be_stored_holds_up_none_of_its_batch(either_town: Town) -> None:
    olena = await either_town.resident("Олена")
    await either_town.settled()
    beyond = {"id": 2**70, "type": "private", "first_name": "Хтось"}
    olena._send_update("message", {"message_id": 1, "date": 1, "chat": beyond, "from": beyond, "text": "?"})  # noqa: SLF001
    await olena.says("/help")
    await olena.sees("Куди телефонувати")
