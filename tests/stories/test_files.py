"""Files are cleaned before they are passed on, both ways; what cannot be is said, and nothing else is lost."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.workers.folder import LOCK
from simulator import Person
from simulator.chats import Bubble
from simulator.faults import CutAfter, CutBefore, ServerError, Silent
from simulator.people import Part
from tests import samples
from tests.stories.cases import Talk, talk
from tests.stories.notices import PHONE, WORDS, aims_everywhere, one_officer, opens_form
from tests.town import Town

MEGABYTE = 1024**2


@pytest.fixture
async def pair(town: Town) -> Talk:
    """A resident who has given a name, and the officer."""
    return await talk(town, name="Олена Коваль")


@pytest.fixture
async def unnamed(town: Town) -> Talk:
    return await talk(town)


def content_of(person: Person, bubble: Bubble, kind: str = "document") -> bytes:
    return person._bot.files.find(bubble.fields[kind].file_id).content  # noqa: SLF001


def files_of(person: Person, kind: str = "document") -> list[Bubble]:
    return [bubble for bubble in person.chat if bubble.from_bot and kind in bubble.fields]


def uploads(town: Town) -> list[str]:
    """Calls with which a file of people's went to Telegram."""
    return [
        each.method for each in town.telegram.requests if each.answer is not None and "attach://" in str(each.params)
    ]


async def card(pair: Talk) -> Bubble:
    return await pair.ivan.sees("Хто відповідає за вулицю?", anywhere=True)


# Both ways.


async def test_a_photo_sent_as_a_file_arrives_without_where_it_was_taken(town: Town, pair: Talk) -> None:
    await pair.olena.sends(Part("document", "Яма", "IMG_1.jpg", samples.jpeg()))
    got = await pair.ivan.sees("Яма")
    assert got.fields["document"].file_name == "IMG_1.jpg"
    assert samples.tells(content_of(pair.ivan, got)) == []


async def test_the_author_of_a_pdf_arrives_nowhere(town: Town, pair: Talk) -> None:
    await pair.olena.sends(Part("document", "Заява", "заява.pdf", samples.pdf()))
    assert samples.tells(content_of(pair.ivan, await pair.ivan.sees("Заява"))) == []
    await pair.ivan.sends(Part("document", "Відповідь", "Петренко.pdf", samples.pdf()), reply_to=await card(pair))
    back = await pair.olena.sees("Відповідь")
    assert samples.tells(content_of(pair.olena, back)) == []
    assert back.fields["document"].file_name == "файл.pdf"


async def test_an_officers_docx_arrives_without_its_author(town: Town, pair: Talk) -> None:
    await pair.ivan.sends(Part("document", "Зразок заяви", "Петренко.docx", samples.docx()), reply_to=await card(pair))
    back = await pair.olena.sees("Зразок заяви")
    assert back.fields["document"].file_name == "файл.docx"
    assert samples.tells(content_of(pair.olena, back)) == []


async def test_without_a_name_a_cleaned_file_goes_under_no_name_of_its_own(town: Town, unnamed: Talk) -> None:
    await unnamed.olena.sends(Part("document", "Ось фото", f"{samples.CANARY}.jpg", samples.jpeg()))
    got = await unnamed.ivan.sees("Ось фото")
    assert got.fields["document"].file_name == "файл.jpg"
    assert samples.tells(content_of(unnamed.ivan, got)) == []


async def test_the_preview_says_what_is_cleaned_and_what_is_not(town: Town, pair: Talk) -> None:
    await pair.olena.presses("Запитати")
    await pair.olena.sends(Part("document", "", "план.pdf"))
    seen = await pair.olena.sees("Файли очистимо: автора, дати й координат у них не буде.")
    assert "Надіслати без імені" in pair.olena.buttons
    assert "хто і де його зробив" not in seen.text
    await pair.olena.sends(Part("document", "", "архів.zip"))
    await pair.olena.sees("Файл може показувати, хто і де його зробив.")
    assert "Без імені і без цих файлів" in pair.olena.buttons


async def test_with_a_name_what_cannot_be_cleaned_goes_as_it_is(town: Town, pair: Talk) -> None:
    await pair.olena.sends(Part("document", "Архів", "архів.zip", b"PK anything"))
    assert content_of(pair.ivan, await pair.ivan.sees("Архів")) == b"PK anything"
    await pair.olena.sees("Цей файл не можна очистити, тому він передається як є.")
    await pair.ivan.sends(Part("document", "Бланк", "бланк.doc"), reply_to=await card(pair))
    await pair.ivan.sees("Цей файл не можна очистити, тому він передається як є.")
    assert (await pair.olena.sees("Бланк")).fields["document"].file_name == "файл.doc"
    await pair.olena.sends(Part("document", "Великий", "план.pdf", size=25 * MEGABYTE))
    await pair.ivan.sees("Великий")
    assert len(uploads(town)) == 1, "of the desk's, for its name"


async def test_without_a_name_what_cannot_be_cleaned_is_refused_with_a_hint(town: Town, unnamed: Talk) -> None:
    for part in (Part("document", "Архів", "архів.zip"), Part("document", "Великий", "план.pdf", size=25 * MEGABYTE)):
        await unnamed.olena.sends(part)
        await unnamed.olena.sees("Надішліть як фото")
    await unnamed.ivan.does_not_see("Архів", anywhere=True)
    await unnamed.ivan.does_not_see("Великий", anywhere=True)


async def test_an_album_of_files_arrives_as_one_and_cleaned(town: Town, unnamed: Talk) -> None:
    parts = [Part("document", "Два", "1.jpg", samples.jpeg()), Part("document", "", "2.pdf", samples.pdf())]
    await unnamed.olena.sends_album(parts)
    await town.passes(seconds=2)
    got = files_of(unnamed.ivan)
    assert len({bubble.fields["media_group_id"] for bubble in got}) == 1
    assert [samples.tells(content_of(unnamed.ivan, each)) for each in got] == [[], []]


async def test_a_file_is_uploaded_once_however_many_read_it(town: Town) -> None:
    area = await town.area()
    ivan, petro = await town.officer("Іван Петренко", area), await town.officer("Петро Іваненко", area)
    olena = await town.resident("Олена")
    await olena.presses("Запитати")
    await olena.sends(Part("document", "Ось план", "план.pdf", samples.pdf()))
    await olena.presses("Надіслати без імені")
    first, second = await ivan.sees("Ось план"), await petro.sees("Ось план")
    assert first.fields["document"].file_id == second.fields["document"].file_id
    assert uploads(town) == ["sendDocument"]
    folder = town.app.sender.preparation._folder  # noqa: SLF001
    assert [each.name for each in folder.iterdir()] == [LOCK], "nothing stays on the disk"


async def test_an_edit_changes_the_text_below_a_file_and_uploads_nothing(town: Town, pair: Talk) -> None:
    sent = await pair.olena.sends(Part("document", "Ось план", "план.pdf", samples.pdf()))
    await pair.ivan.sees("Ось план")
    await pair.olena.edits(sent, "Ось інший план")
    got = await pair.ivan.sees("Ось інший план")
    assert samples.tells(content_of(pair.ivan, got)) == []
    assert len(uploads(town)) == 1


@samples.needs_ffmpeg
async def test_a_video_without_a_name_arrives_without_its_data(
    town: Town, unnamed: Talk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    object.__setattr__(town.app.store, "policy", replace(town.app.store.policy, recordings_cleaned=True))
    await unnamed.olena.sends(Part("video", "Ось відео", f"{samples.CANARY}.mp4", samples.recording(tmp_path)))
    video = (await unnamed.ivan.sees("Ось відео")).fields["video"]
    assert (video.width, video.height, video.duration, video.file_name) == (96, 64, timedelta(seconds=1), "video.mp4")
    assert samples.tells(content_of(unnamed.ivan, unnamed.ivan.last, "video")) == []


# What cannot be passed on.


@pytest.mark.parametrize(
    ("content", "why"),
    [(samples.pdf(password="таємно"), "він захищений паролем"), (b"%PDF-1.7 nothing", "він пошкоджений")],
)
async def test_a_file_that_cannot_be_cleaned_is_left_out_and_its_sender_is_told_once(
    town: Town, pair: Talk, content: bytes, why: str
) -> None:
    await pair.olena.sends(Part("document", "Ось виписка", "виписка.pdf", content))
    got = await pair.ivan.sees("Ось виписка")
    assert "(файл не передано)" in got.text
    assert "document" not in got.fields
    told = await pair.olena.sees(why)
    assert "Ваш текст передано." in told.text
    assert "Надішліть фото або PDF без пароля, чи покажіть файл на прийомі." in told.text
    assert told.reply_to is not None
    assert told.reply_to.text == "Ось виписка"
    await town.passes(hours=2)
    assert sum(why in bubble.text for bubble in pair.olena.chat) == 1


async def test_an_officer_is_told_what_did_not_reach_the_resident(town: Town, pair: Talk) -> None:
    sent = await pair.ivan.sends(Part("document", "", "звіт.pdf", b"nothing"), reply_to=await card(pair))
    told = await pair.ivan.sees("такі файли не можна очистити")
    assert told.reply_to is not None
    assert told.reply_to.id == sent.id
    assert "чи передайте файл на прийомі" in told.text
    assert "Ваш текст" not in told.text
    await pair.olena.sees("(файл не передано)")
    await pair.ivan.says("Ось коротко словами.", reply_to=await card(pair))
    await pair.olena.sees("Ось коротко словами.")


async def test_of_an_album_the_good_files_go(town: Town, unnamed: Talk) -> None:
    await unnamed.olena.sends_album(
        [Part("document", "Два", "1.pdf", b"%PDF-1 nothing"), Part("document", "", "2.pdf")]
    )
    await town.passes(seconds=2)
    await unnamed.ivan.sees("(файл не передано)", anywhere=True)
    assert len(files_of(unnamed.ivan)) == 1
    assert sum("він пошкоджений" in bubble.text for bubble in unnamed.olena.chat) == 1


async def test_a_file_that_telegram_has_no_more_is_left_out(town: Town, pair: Talk) -> None:
    town.telegram.faults.add(ServerError(400, html=False), method="getFile")
    await pair.olena.sends(Part("document", "Ось план", "план.pdf"))
    await pair.ivan.sees("(файл не передано)")
    await pair.olena.sees("Telegram його не віддав")


# While Telegram, or the bot, fails.


@pytest.mark.parametrize("method", ["getFile", "sendDocument"])
async def test_a_file_goes_when_the_connection_is_there_again(town: Town, pair: Talk, method: str) -> None:
    for _ in range(3):
        town.telegram.faults.add(CutBefore(), method=method)
    await pair.olena.sends(Part("document", "Ось план", "план.pdf", samples.pdf()))
    for _ in range(4):
        await town.passes(minutes=1)
    got = await pair.ivan.sees("Ось план")
    assert samples.tells(content_of(pair.ivan, got)) == []
    assert len(files_of(pair.ivan)) == 1


async def test_a_file_whose_answer_was_lost_is_sent_again_and_not_lost(town: Town, pair: Talk) -> None:
    town.telegram.faults.add(CutAfter(), method="sendDocument")
    await pair.olena.sends(Part("document", "Ось план", "план.pdf", samples.pdf()))
    await town.passes(minutes=1)
    assert [samples.tells(content_of(pair.ivan, each)) for each in files_of(pair.ivan)] == [[], []]


async def test_a_bot_that_dies_between_cleaning_and_sending_cleans_again(town: Town, pair: Talk) -> None:
    town.telegram.faults.add(Silent(), method="sendDocument")
    await pair.olena.sends(Part("document", "Ось план", "план.pdf", samples.pdf()))
    await town.telegram.until(lambda: any(isinstance(each.fault, Silent) for each in town.telegram.requests))
    async with town.another_process():
        got = await pair.ivan.sees("Ось план")
        assert samples.tells(content_of(pair.ivan, got)) == []
        assert len(files_of(pair.ivan)) == 1


async def test_danger_and_other_cases_do_not_wait_for_a_file(town: Town, pair: Talk) -> None:
    petro = await town.resident("Петро")
    town.telegram.faults.add(CutBefore(), method="getFile")
    await pair.olena.sends(Part("document", "Ось план", "план.pdf"))
    await pair.olena.says("Він б'є мене, допоможіть, ріже ножем")
    await petro.presses("Запитати")
    await petro.says("Де приймаєте?")
    await petro.presses("Надіслати без імені")
    await pair.ivan.sees("Де приймаєте?", anywhere=True)
    assert files_of(pair.ivan) == []
    await town.passes(minutes=1)
    assert len(files_of(pair.ivan)) == 1


# Notices.


async def writes_with(author: Person, part: Part) -> None:
    """A notice with a file, up to its preview."""
    await opens_form(author)
    await author.presses(PHONE)
    await author.sends(part)
    await author.presses("Далі ›")
    await author.presses("Лише українською")
    await aims_everywhere(author)
    await author.presses("Без строку")


async def test_the_file_of_a_notice_reaches_nobody_with_its_author(town: Town) -> None:
    ivan, olena = await one_officer(town), await town.resident("Олена")
    await writes_with(ivan, Part("document", WORDS, "пам’ятка.pdf", samples.pdf()))
    await ivan.sees("Перевірте і надішліть")
    assert samples.tells(content_of(ivan, files_of(ivan)[-1])) == []
    await ivan.presses("Надіслати")
    got = await olena.sees(WORDS, anywhere=True)
    assert got.fields["document"].file_name == "пам’ятка.pdf"
    assert samples.tells(content_of(olena, got)) == []
    assert uploads(town) == ["sendDocument"]


async def test_the_author_of_a_notice_learns_that_its_file_could_not_be_cleaned(town: Town) -> None:
    ivan = await one_officer(town)
    await writes_with(ivan, Part("document", WORDS, "пам’ятка.pdf", samples.pdf(password="таємно")))
    await ivan.sees("файл не вдалося очистити", anywhere=True)
    await ivan.sees("Перевірте і надішліть", anywhere=True)
