"""«Без імені»: nothing of the account behind a case reaches the officer's telephone, nor the logs."""

import json
from collections.abc import Iterator

import pytest
import structlog
from structlog.testing import LogCapture
from telegram import MessageEntity, MessageOriginUser

from simulator import Person
from simulator.people import Part
from tests.stories.cases import NAMED, asks
from tests.town import Town

NAME, USERNAME, PHONE = "Оксаночка", "oksana_tajemna", "380671112233"


@pytest.fixture
def logged() -> Iterator[LogCapture]:
    """Every line that is logged while the story lasts."""
    capture = LogCapture()
    before = structlog.get_config()["processors"]
    structlog.configure(processors=[capture])
    yield capture
    structlog.configure(processors=before)


@pytest.fixture
async def ivan(town: Town) -> Person:
    return await town.officer("Іван Петренко", await town.area())


@pytest.fixture
async def oksana(town: Town, ivan: Person) -> Person:
    return await town.resident(NAME, username=USERNAME)


def reached(town: Town, person: Person) -> str:
    """All that the bot ever asked Telegram to put on this person's telephone."""
    sent = [each.params for each in town.telegram.requests if str(each.params.get("chat_id")) == str(person.id)]
    return json.dumps(sent, ensure_ascii=False, default=str)


def traces(text: str, person: Person) -> list[str]:
    """What a text contains of the account."""
    return [trace for trace in (NAME, USERNAME, PHONE, str(person.id), "tg://", "text_mention") if trace in text]


def says_with_traces(person: Person) -> list[dict[str, object]]:
    """Messages with every way to an account that Telegram puts into one."""
    user = person.user
    mention = MessageEntity(MessageEntity.TEXT_MENTION, 0, 3, user=user)
    link = MessageEntity(MessageEntity.TEXT_LINK, 4, 4, url=f"tg://user?id={person.id}")
    shouted = MessageEntity(MessageEntity.TEXT_LINK, 4, 4, url=f"TG://user?id={person.id}")
    bold = MessageEntity(MessageEntity.BOLD, 0, 3)
    origin = MessageOriginUser(person._bot.clock.now(), user)  # noqa: SLF001
    return [
        {"text": "Оце моя думка", "entities": (mention, link, shouted, bold)},
        {"text": "Переслане слово", "entities": (), "forward_origin": origin},
        {"text": "Пишіть сюди: tg://resolve", "entities": ()},
    ]


async def test_no_kind_of_content_identifies_its_sender(
    town: Town, oksana: Person, ivan: Person, logged: LogCapture
) -> None:
    await oksana.presses("Запитати")
    await oksana.says("Перше слово")
    for fields in says_with_traces(oksana):
        oksana._send(fields)  # noqa: SLF001  # what only a real telephone makes
    everything = [
        Part("photo", "фото"),
        Part("voice"),
        Part("video_note"),
        Part("video", "відео", f"{USERNAME}.mp4"),
        Part("animation", file_name=f"{USERNAME}.gif"),
        Part("audio", file_name="a.mp3", about={"title": NAME, "performer": USERNAME}),
        Part("document", "файл", f"{NAME}.doc"),
        Part("sticker", about={"emoji": "👍", "set_name": f"by_{USERNAME}"}),
    ]
    for part in everything:
        await oksana.sends(part)
    await oksana.sends_location(47.7, 35.5)
    await oksana.sends_contact(PHONE)
    await town.settled()
    await oksana.presses("Без імені і без цих файлів")
    await ivan.sees("Перше слово")

    for part in everything:
        await oksana.sends(part)
    await oksana.sends_contact(PHONE)
    for fields in says_with_traces(oksana):
        oksana._send(fields)  # noqa: SLF001
    await oksana.sends_album([Part("photo"), Part("video", file_name=f"{USERNAME}.mp4")])
    await town.passes(seconds=2)
    got = await ivan.sees("Оце моя думка", anywhere=True)
    assert [entity.type for entity in got.entities if entity.offset] == ["bold"]
    assert "Переслане слово" in reached(town, ivan)
    assert sum("photo" in bubble.fields for bubble in ivan.chat) == 3
    assert any("voice" in bubble.fields for bubble in ivan.chat)
    assert any("location" in bubble.fields for bubble in ivan.chat)

    said = await oksana.says("Ще слово")
    await oksana.edits(said, "Інше слово")
    await oksana.reacts(await oksana.sees("КШ-", anywhere=True), "🔥")
    await oksana.presses("Мої звернення")
    await town.settled()
    assert traces(reached(town, ivan), oksana) == []
    assert not any("файл" in bubble.text and "document" in bubble.fields for bubble in ivan.chat)
    written = json.dumps(logged.entries, ensure_ascii=False, default=str)
    assert logged.entries
    assert traces(written, oksana) == []
    assert "слово" not in written


async def test_with_a_name_the_account_stays_unknown_too(town: Town, oksana: Person, ivan: Person) -> None:
    await asks(oksana, "Коли прийом?", name="Пані Коваль")
    for fields in says_with_traces(oksana):
        oksana._send(fields)  # noqa: SLF001
    await oksana.sends_photo("ось")
    await town.settled()
    assert traces(reached(town, ivan), oksana) == []
    assert "Пані Коваль" in reached(town, ivan)


async def test_a_name_is_for_one_case_alone(town: Town, oksana: Person, ivan: Person) -> None:
    await asks(oksana, "Перше", name="Пані Коваль")
    await asks(oksana, "Друге")
    assert "Без імені" in (await ivan.sees("Друге")).text


async def test_a_person_who_blocks_the_bot_links_no_case_to_another(town: Town, oksana: Person, ivan: Person) -> None:
    await asks(oksana, "Перше", name="Пані Коваль")
    named = await ivan.sees("Перше")
    await asks(oksana, "Друге")
    unnamed = await ivan.sees("Друге")
    for card in (named, unnamed):
        await ivan.presses("Прийняти", on=card)
    await town.settled()
    await oksana.blocks()
    for card in (named, unnamed):
        await ivan.presses("Ознаки злочину", on=card)
    await town.settled()
    assert "Ознаки злочину" in named.text
    assert "Ознаки злочину" in unnamed.text
    assert not any(word in reached(town, ivan) for word in ("заблок", "не доставлено", "не доходять"))

    await ivan.says("Відповідь пані Коваль", reply_to=named)
    await ivan.sees("КШ-2026-000001: це повідомлення не вдалося передати")
    assert "Відповідь не доставлено." in named.text
    assert "не доставлено" not in unnamed.text
    await ivan.says("Відповідь без імені", reply_to=unnamed)
    await ivan.sees("КШ-2026-000002: це повідомлення не вдалося передати")
    assert "Відповідь не доставлено." in unnamed.text
    assert "заблок" not in reached(town, ivan)


async def test_markup_in_a_name_is_only_letters(town: Town, oksana: Person, ivan: Person) -> None:
    await oksana.presses("Запитати")
    await oksana.says("Коли прийом?")
    await oksana.presses(NAMED)
    await oksana.says("<b>Оксана</b> *К* [x](tg://user?id=1)")
    await ivan.sees("Мешканець: <b>Оксана</b> *К* [x](tg")
    assert "tg://" not in reached(town, ivan)


async def test_the_events_and_the_audit_name_no_resident(town: Town, oksana: Person, ivan: Person) -> None:
    await asks(oksana, "Коли прийом?")
    await ivan.presses("Прийняти")
    await oksana.presses("Мої звернення")
    await town.settled()
    rows = [
        *await town.stored("select * from case_events"),
        *await town.stored("select * from audit"),
        *await town.stored("select body from case_messages"),
    ]
    assert traces(json.dumps(rows, ensure_ascii=False, default=str), oksana) == []
    assert {row["by"] for row in await town.stored("select by from case_events")} == {"resident", "officer"}


async def test_a_file_without_a_name_is_refused_with_the_way_out(town: Town, oksana: Person, ivan: Person) -> None:
    await asks(oksana, "Коли прийом?")
    await oksana.sends_document(f"{NAME}.doc", "ось файл")
    await oksana.sees("Надішліть як фото, напишіть словами")
    await ivan.does_not_see("ось файл", anywhere=True)


@pytest.mark.parametrize("name", ["", "Пані Коваль"])
async def test_ones_own_contact_is_refused_in_a_draft_and_in_a_case_with_a_name_too(
    town: Town, oksana: Person, ivan: Person, name: str
) -> None:
    await oksana.presses("Запитати")
    await oksana.sends_contact(PHONE)
    await oksana.sees("Ваш контакт не передано")
    assert await town.stored("select id from case_messages") == []
    await oksana.says("Скасувати")
    await asks(oksana, "Коли прийом?", name=name)
    await oksana.sends_contact(PHONE)
    await oksana.sees("Ваш контакт не передано")
    said = await oksana.says("Подзвоніть")
    await ivan.sees("Подзвоніть")
    forged = json.loads(said.message.to_json())
    del forged["text"]
    forged["contact"] = {"phone_number": PHONE, "first_name": NAME, "user_id": oksana.id}
    oksana._send_update("edited_message", forged)  # noqa: SLF001  # what no telephone does
    await town.settled()
    assert sum("Ваш контакт не передано" in bubble.text for bubble in oksana.chat) == 3
    assert traces(reached(town, ivan), oksana) == []
    assert not any("contact" in bubble.fields for bubble in ivan.chat)
