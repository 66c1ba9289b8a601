"""What was kept long enough is erased at night: a case's text, then whose it was, then the person."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.audit import OPERATOR
from bot.services import retention
from bot.storage import audit
from bot.storage.transaction import Transaction
from bot.workers.schedule import tick
from simulator import Person
from tests.stories.cases import NAMED, UNNAMED, asks
from tests.stories.test_erased import holding
from tests.town import Town

CANARY = "канарка-у-справі"
NAME = "Канарка Прізвищенко"


async def count(town: Town, table: str) -> int:
    [row] = await town.stored(f"select count(*) as n from {table}")
    return int(str(row["n"]))


@pytest.mark.usefixtures("in_the_clear")
async def test_after_five_years_nothing_leads_to_a_resident(town: Town, tmp_path: Path) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await olena.presses("Запитати")
    words = await olena.says(f"{CANARY} була")
    await olena.sends_photo(f"Фото: {CANARY}")
    await olena.presses(NAMED)
    await olena.says(NAME)
    await olena.sees("Надіслано: КШ-")
    await ivan.presses("Прийняти")
    await olena.edits(words, f"{CANARY} стала")
    await ivan.says(f"Відповідь: {CANARY}", reply_to=await ivan.sees(f"{CANARY} стала", anywhere=True))
    await olena.sees(f"Відповідь: {CANARY}")
    await ivan.presses("Закрити")
    await olena.presses("5")
    await olena.says(f"Дякую, {CANARY}")
    await town.passes(minutes=2)
    for each in (CANARY, NAME, str(olena.id)):
        assert holding(tmp_path, each)
    await town.passes(days=5 * 365)
    await town.passes(days=1)
    await town.passes(minutes=2)
    for each in (CANARY, NAME, str(olena.id)):
        assert holding(tmp_path, each) == []
    assert await count(town, "cases where rating = 5 and status = 'closed'") == 1


async def test_deliveries_links_and_the_audit_go_after_their_terms(either_town: Town) -> None:
    town = either_town
    await town.area()
    now = int(town.clock.now().timestamp() * 1_000_000)

    async def note(tx: Transaction) -> None:
        audit.write(tx, OPERATOR, "x", "case", 1)

    await town.app.store.transact(note)
    await town.stored(
        """insert into broadcasts(letter, args, lane, quiet, state, created_at, done_at)
           values ('', '', 'ordinary', true, 'done', :now, :now)""",
        now=now,
    )
    await town.stored("insert into deliveries(broadcast_id, chat_id, state) select id, 7, 'delivered' from broadcasts")
    await town.stored(
        """insert into invitations(token_hash, role, scope, scope_code, issued_at, expires_at)
           values ('x', 'officer', 'area', '1', :now, :now)""",
        now=now,
    )
    left = []
    for days in (29, 2, 698, 2, 363, 2):
        await town.passes(days=days)
        left.append([await count(town, table) for table in ("invitations", "deliveries", "audit where act = 'x'")])
    assert left == [[1, 1, 1], [0, 1, 1], [0, 1, 1], [0, 0, 1], [0, 0, 1], [0, 0, 0]]


async def test_what_is_erased_is_noted(town: Town) -> None:
    await town.area()
    await town.telegram.person("Хтось").starts()
    await town.passes(days=8)
    noted = await town.stored("select by_kind, act, subject_kind, subject_id from audit")
    assert noted == [{"by_kind": "bot", "act": "erase strangers", "subject_kind": "retention", "subject_id": "1"}]


async def closed(town: Town, ivan: Person, olena: Person) -> None:
    await ivan.presses("Прийняти")
    await ivan.presses("Закрити")
    await ivan.presses("Закрити без відповіді")
    await olena.sees("Звернення закрито")
    await town.settled()


async def test_text_is_kept_for_its_term_and_the_figures_for_good(either_town: Town) -> None:
    town = either_town
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, CANARY, NAME)
    await closed(town, ivan, olena)
    await olena.presses("5")
    await town.passes(days=364, hours=1)
    assert await count(town, "case_messages") == 1
    await town.passes(days=1)
    assert await count(town, "case_messages") == 0
    assert [each["name"] for each in await town.stored("select name from case_links")] == [NAME]
    await town.passes(days=7)
    assert await count(town, "case_links") == 0
    assert await count(town, "copies") == 0
    assert await count(town, "cases where number = 'КШ-2026-000001' and status = 'closed' and rating = 5") == 1
    assert await count(town, "case_events") > 2


async def test_a_resident_and_the_desk_read_that_a_case_was_erased(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, CANARY, NAME)
    await closed(town, ivan, olena)
    await olena.presses("Мої звернення")
    listed = await olena.sees("Оберіть звернення")
    label = next(each for each in listed.buttons if each.startswith("000001 · "))
    await town.passes(days=364, hours=1)
    await olena.presses(label, on=listed)
    await olena.presses("Прочитати все")
    await olena.sees(CANARY)

    await town.passes(days=1)
    await olena.presses("‹ Назад")
    page = await olena.sees("Текст і файли цього звернення видалено")
    assert page.buttons == ["‹ Назад"]
    await olena.presses("‹ Назад")
    await olena.sees("Оберіть звернення")
    await ivan.presses("Історія")
    page = await ivan.sees("Текст і файли цього звернення видалено")
    assert NAME in page.text
    assert CANARY not in page.text

    await town.passes(days=7)
    await olena.presses(label)
    await olena.sees("Це звернення видалено: минув строк зберігання.")
    await ivan.presses("Історія")
    page = await ivan.sees("Хто надіслав звернення, видалено")
    assert NAME not in page.text


async def test_what_the_desk_was_shown_is_taken_out_of_its_chat(either_town: Town) -> None:
    town = either_town
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await olena.presses("Запитати")
    await olena.says(CANARY)
    await olena.sends_photo(f"Фото: {CANARY}")
    await olena.presses(UNNAMED)
    await closed(town, ivan, olena)
    assert any(CANARY in bubble.text for bubble in ivan.chat)
    await town.passes(days=364, minutes=5)
    assert not any(CANARY in bubble.text for bubble in ivan.chat)
    assert any(CANARY in bubble.text for bubble in olena.chat)
    await ivan.sees("Прибрано з чату: минув строк зберігання.")


async def test_an_erased_case_is_not_rated(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, CANARY)
    await closed(town, ivan, olena)
    await town.passes(days=365)
    await town.passes(days=1)
    await olena.presses("5")
    await town.settled()
    assert "минув строк зберігання" in olena.alerts[-1]
    assert await count(town, "cases where rating is not null") == 0


async def test_signs_of_a_crime_and_complaints_keep_their_text_and_lose_their_resident(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, "Хто відповідає за вулицю?")
    await asks(olena, "Це злочин?")
    await asks(olena, "Це скарга?")
    await town.stored("update cases set crime_signs = true where number = 'КШ-2026-000002'")
    await town.stored("update cases set confidential = true where number = 'КШ-2026-000003'")
    await town.stored("update cases set status = 'closed', closed_at = sent_at, waits_for = null, answer_due = null")
    await town.passes(days=372)
    await town.passes(days=1)
    assert not any("Це злочин?" in bubble.text for bubble in ivan.chat)
    kept = await town.stored("select c.number from cases c join case_messages m on m.case_id = c.id order by c.number")
    assert [row["number"] for row in kept] == ["КШ-2026-000002", "КШ-2026-000003"]
    assert await count(town, "case_links") == 0


async def test_files_of_an_anonymous_case_go_before_its_text(either_town: Town) -> None:
    town = either_town
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await olena.presses("Запитати")
    await olena.sends_photo("Яма на дорозі")
    await olena.presses(UNNAMED)
    await closed(town, ivan, olena)
    assert await count(town, "files") == 1
    await town.passes(days=90)
    await town.passes(days=1)
    assert await count(town, "files") == 0
    await ivan.presses("Історія")
    assert "Яма на дорозі" in (await ivan.sees("КШ-2026-000001")).text


async def test_a_stranger_is_forgotten_after_a_week_and_met_anew(either_town: Town) -> None:
    town = either_town
    await town.area()
    stranger = town.telegram.person("Хтось")
    await stranger.starts()
    await town.passes(days=8)
    await town.passes(days=1)
    assert await count(town, "persons") == await count(town, "accounts") == await count(town, "chats") == 0
    await stranger.starts()
    await town.settled()
    assert await count(town, "persons") == 1


async def test_whoever_comes_back_keeps_their_place(either_town: Town) -> None:
    town = either_town
    await town.area()
    olena, petro = await town.resident("Олена"), await town.resident("Петро")
    for _ in range(5):
        await town.passes(days=200)
        await olena.says("/help")
        await town.settled()
    assert await count(town, "residents") == await count(town, "persons") == 1
    assert petro.id != olena.id


async def test_a_kind_that_fails_stops_none_after_it(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(tx: Transaction, before: datetime, limit: int) -> int:
        raise ZeroDivisionError

    first, *others = retention.KINDS
    monkeypatch.setattr(retention, "KINDS", (replace(first, erase=broken), *others))
    await town.area()
    await town.telegram.person("Хтось").starts()
    await town.settled()
    town.clock.advance(timedelta(days=9))
    assert await tick(town.app.store) == ["chats"]
    assert await count(town, "persons") == 0
    assert await tick(town.app.store) == []  # once a night


async def test_batches_go_on_until_nothing_is_due(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention, "BATCH", 2)
    await town.area()
    for name in ("Аліна", "Борис", "Віра", "Гліб", "Дарина"):
        await town.telegram.person(name).starts()
    await town.passes(days=8)
    assert await count(town, "persons") == 0
