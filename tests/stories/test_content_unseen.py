"""What a message carries besides what it shows stays behind: a sticker's set, a file's name, the address of a link."""

import pytest
from telegram import MessageEntity

from simulator import Person
from simulator.chats import Bubble
from simulator.faults import CutBefore
from simulator.people import Part
from tests.stories.cases import Talk, talk
from tests.stories.test_content import sends_raw
from tests.town import Town


@pytest.fixture
async def pair(town: Town) -> Talk:
    return await talk(town, name="Олена Коваль")


def content_of(person: Person, bubble: Bubble, kind: str) -> bytes:
    return person._bot.files.find(bubble.fields[kind].file_id).content  # noqa: SLF001


async def test_a_sticker_goes_as_its_emoji_both_ways_and_without_a_name_too(town: Town, pair: Talk) -> None:
    sticker = Part("sticker", about={"emoji": "👍", "set_name": "by_olena"})
    await pair.olena.sends(sticker)
    got = await pair.ivan.sees("КШ-2026-000001 · Мешканець: Олена Коваль\n👍")
    await pair.ivan.sends(sticker, reply_to=got)
    await pair.olena.sees("капітан поліції Іван Петренко\n👍")
    await pair.olena.presses("Запитати")
    await pair.olena.sends(sticker)
    await pair.olena.sees("Ще не надіслано")
    await pair.olena.presses("Надіслати без імені")
    await pair.ivan.sees("КШ-2026-000002 · Мешканець\n👍")
    for person in (pair.olena, pair.ivan):
        assert not any(bubble.from_bot and "sticker" in bubble.fields for bubble in person.chat)


async def test_a_sticker_without_an_emoji_is_refused(town: Town, pair: Talk) -> None:
    await pair.olena.sends(Part("sticker"))
    await pair.olena.sees("Такі повідомлення бот не передає.")


async def test_an_officers_own_contact_is_refused_wherever_it_is_sent(town: Town, pair: Talk) -> None:
    await pair.ivan.sends_contact("+380671112233")
    await pair.ivan.sees("Ваш контакт не передано")
    await pair.ivan.presses("Відповісти")
    await pair.ivan.sees("напишіть відповідь")
    await pair.ivan.sends_contact("+380671112233")
    await pair.ivan.sees("Ваш контакт не передано")
    await pair.ivan.sends_contact("+380611112233", "Аварійна служба")
    await town.settled()
    assert [each.fields["contact"].first_name for each in pair.olena.chat if "contact" in each.fields] == [
        "Аварійна служба"
    ]


async def test_a_resident_reads_no_file_name_of_the_desk(town: Town, pair: Talk) -> None:
    got = await pair.ivan.sees("Хто відповідає за вулицю?", anywhere=True)
    paper = await pair.ivan.sends(Part("document", "Ось бланк", "Петренко_рапорт.PDF"), reply_to=got)
    back = await pair.olena.sees("Ось бланк")
    assert back.fields["document"].file_name == "файл.pdf"
    assert content_of(pair.olena, back, "document").startswith(b"%PDF-")
    await pair.ivan.edits(paper, "Ось новий бланк")
    back = await pair.olena.sees("Ось новий бланк")
    assert back.fields["document"].file_name == "файл.pdf"
    about = {"title": "Нарада", "performer": "Іван Петренко"}
    await pair.ivan.sends(Part("audio", "Послухайте", "Петренко.mp3", about=about), reply_to=got)
    back = await pair.olena.sees("Послухайте")
    audio = back.fields["audio"]
    assert (audio.file_name, audio.title, audio.performer) == ("аудіо.mp3", "аудіо.mp3", None)
    assert "Петренко_" not in str([bubble.fields for bubble in pair.olena.chat])


async def test_a_resident_reads_no_file_name_of_an_album_either_and_sees_their_own(town: Town, pair: Talk) -> None:
    got = await pair.ivan.sees("Хто відповідає за вулицю?", anywhere=True)
    await pair.ivan.sends_album([Part("document", "План", "Іван1.pdf"), Part("document", "", "Іван2")], reply_to=got)
    await town.passes(seconds=2)
    names = [bubble.fields["document"].file_name for bubble in pair.olena.chat if "document" in bubble.fields]
    assert names == ["файл.pdf", "файл"]
    await pair.olena.sends_document("моє.pdf", "Моє")
    assert (await pair.ivan.sees("Моє")).fields["document"].file_name == "моє.pdf"


async def test_no_more_is_uploaded_at_a_time_than_a_call_may_carry(
    town: Town, pair: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.telegram.limits.UPLOADED", 7)
    got = await pair.ivan.sees("Хто відповідає за вулицю?", anywhere=True)
    parts = [Part("document", "План", "1.txt", b"12345"), Part("document", "", "2.txt", b"67890")]
    await pair.ivan.sends_album(parts, reply_to=got)
    await town.passes(seconds=2)
    shown = [bubble for bubble in pair.olena.chat if "document" in bubble.fields]
    assert [bubble.fields["document"].file_name for bubble in shown] == ["файл.txt", "файл.txt"]
    assert not any("media_group_id" in bubble.fields for bubble in shown)


async def test_a_file_that_a_bot_cannot_fetch_goes_as_it_is(town: Town, pair: Talk) -> None:
    got = await pair.ivan.sees("Хто відповідає за вулицю?", anywhere=True)
    await pair.ivan.sends(Part("document", "Великий", "план.pdf", size=21 * 1024**2), reply_to=got)
    assert (await pair.olena.sees("Великий")).fields["document"].file_name == "план.pdf"


async def test_a_file_whose_fetching_fails_goes_when_it_can_be_fetched(town: Town, pair: Talk) -> None:
    got = await pair.ivan.sees("Хто відповідає за вулицю?", anywhere=True)
    town.telegram.faults.add(CutBefore(), method="getFile")
    await pair.ivan.sends(Part("document", "Бланк", "план.pdf"), reply_to=got)
    await town.passes(minutes=1)
    assert (await pair.olena.sees("Бланк")).fields["document"].file_name == "файл.pdf"


def linked(words: str, link: str, address: str) -> dict[str, object]:
    """A text in which one word hides an address."""
    start = len(words[: words.index(link)].encode("utf-16-le")) // 2
    bold = MessageEntity(MessageEntity.BOLD, start + len(link) + 1, 5)
    return {"text": words, "entities": (MessageEntity(MessageEntity.TEXT_LINK, start, len(link), url=address), bold)}


async def test_the_address_behind_a_word_is_shown_both_ways(town: Town, pair: Talk) -> None:
    sends_raw(pair.olena, linked("🙂 Мене просять натиснути тут зараз", "тут", "https://bank.example/?id=1"))
    got = await pair.ivan.sees("натиснути тут (https://bank.example/?id=1) зараз")
    assert [got.message.parse_entity(each) for each in got.entities] == [
        "КШ-2026-000001 · Мешканець: Олена Коваль",
        "зараз",
    ]
    await pair.ivan.presses("Відповісти")
    await pair.ivan.sees("напишіть відповідь")
    sends_raw(pair.ivan, linked("Зразок заяви тут. Дякую", "тут", "https://police.example/form"))
    back = await pair.olena.sees("Зразок заяви тут (https://police.example/form). Дякую")
    assert "text_link" not in {each.type for each in back.entities}


async def test_the_address_behind_a_word_of_a_caption_is_shown_and_one_that_is_read_already_is_not_doubled(
    town: Town, pair: Talk
) -> None:
    photo = pair.olena._content(Part("photo", "Знімок звідси"))  # noqa: SLF001
    link = MessageEntity(MessageEntity.TEXT_LINK, 7, 6, url="https://shop.example/")
    sends_raw(pair.olena, {**photo, "caption_entities": (link,)})
    await pair.ivan.sees("Знімок звідси (https://shop.example/)")
    sends_raw(pair.olena, linked("Див. https://shop.example зараз", "https://shop.example", "https://shop.example/"))
    await pair.ivan.sees("Див. https://shop.example зараз")


async def test_a_word_that_leads_to_an_account_leads_nowhere_on_either_side(town: Town, pair: Talk) -> None:
    for person, other in ((pair.olena, pair.ivan), (pair.ivan, pair.olena)):
        mention = MessageEntity(MessageEntity.TEXT_MENTION, 0, 4, user=person.user)
        link = MessageEntity(MessageEntity.TEXT_LINK, 5, 2, url=f"tg://user?id={person.id}")
        if person is pair.ivan:
            await person.presses("Відповісти")
            await person.sees("напишіть відповідь")
        sends_raw(person, {"text": "Ось це я, пишіть", "entities": (mention, link)})
        got = await other.sees("Ось це я, пишіть")
        assert {each.type for each in got.entities} <= {"bold"}
