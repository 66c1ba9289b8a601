"""What Telegram refuses a part of: the rest arrives, and its writer is told what did not. No 👍 stands for a half."""

import pytest

from simulator.faults import Refusal
from simulator.people import Part
from tests.stories.cases import Talk, talk
from tests.town import Town

VOICES = Refusal("VOICE_MESSAGES_FORBIDDEN")
GONE = Refusal("wrong file identifier/HTTP URL specified")


@pytest.fixture
async def pair(town: Town) -> Talk:
    return await talk(town)


@pytest.mark.parametrize("kind", ["voice", "video_note"])
async def test_a_voice_that_its_reader_forbids_comes_as_a_file(either_town: Town, kind: str) -> None:
    method, shown_as = {"voice": ("sendVoice", "document"), "video_note": ("sendVideoNote", "video")}[kind]
    town, pair = either_town, await talk(either_town)
    town.telegram.faults.add(VOICES, method=method, chat=pair.olena.id, times=None)
    for _ in range(2):  # the second time by the id of what was uploaded
        await pair.ivan.presses("Відповісти", on=await pair.ivan.sees("Хто відповідає", anywhere=True))
        said = await pair.ivan.sends(Part(kind))
        await town.settled()
        assert shown_as in pair.olena.last.fields
        assert said.reactions == ["👍"]
    await pair.ivan.does_not_see("Не дійшло", anywhere=True)
    await pair.olena.says("Чую", reply_to=pair.olena.last)
    await pair.ivan.sees("Чую")


async def test_the_words_of_a_voice_that_is_forbidden_come_with_the_file(town: Town, pair: Talk) -> None:
    town.telegram.faults.add(VOICES, method="sendVoice", chat=pair.olena.id, times=None)
    await pair.ivan.presses("Відповісти")
    said = await pair.ivan.sends_voice("Коротко: чекаю о десятій")
    got = await pair.olena.sees("Коротко: чекаю о десятій")
    assert "document" in got.fields
    await pair.ivan.edits(said, "Коротко: чекаю об одинадцятій")
    await town.settled()
    assert "об одинадцятій" in got.text
    town.telegram.faults.clear()
    await pair.ivan.presses("Відповісти", on=await pair.ivan.sees("Хто відповідає", anywhere=True))
    await pair.ivan.sends_voice("А це голосом")
    assert "voice" in (await pair.olena.sees("А це голосом")).fields


@pytest.mark.parametrize("method", ["sendDocument", "getFile"])
async def test_a_voice_that_cannot_come_as_a_file_either_is_told_to_the_officer(
    town: Town, pair: Talk, method: str
) -> None:
    town.telegram.faults.add(VOICES, method="sendVoice", chat=pair.olena.id, times=None)
    town.telegram.faults.add(GONE, method=method, times=None)
    await pair.ivan.presses("Відповісти")
    said = await pair.ivan.sends_voice("Коротко: чекаю о десятій")
    told = await pair.ivan.sees("Ваш текст передано.")
    assert told.reply_to is said
    await pair.olena.sees("Коротко: чекаю о десятій\n(файл не передано)")


async def test_a_photo_refused_after_its_long_words_is_told(either_town: Town) -> None:
    pair = await talk(either_town)
    either_town.telegram.faults.add(GONE, method="sendPhoto", chat=pair.olena.id, times=None)
    await pair.ivan.presses("Відповісти")
    said = await pair.ivan.sends_photo("План дій. " + "слово " * 180 + "Кінець.")
    await pair.olena.sees("Кінець.")
    await pair.ivan.sees("Не дійшло: фото.\nВаш текст передано.\nTelegram цього не прийняв.")
    assert said.reactions == []
    [case] = await either_town.stored("select undelivered from cases")
    assert not case["undelivered"]


async def test_a_photo_refused_at_the_desk_is_told_to_its_resident(town: Town, pair: Talk) -> None:
    town.telegram.faults.add(GONE, method="sendPhoto", chat=pair.ivan.id, times=None)
    await pair.olena.sends_photo("Ось він")
    await pair.ivan.sees("Ось він\n(файл не передано)")
    await pair.olena.sees("Не дійшло: фото.")


async def test_an_album_that_is_refused_comes_part_by_part(town: Town, pair: Talk) -> None:
    town.telegram.faults.add(GONE, method="sendMediaGroup", chat=pair.ivan.id, times=None)
    town.telegram.faults.add(GONE, method="sendPhoto", chat=pair.ivan.id, times=1)
    await pair.olena.sends_album([Part("photo", "Перше"), Part("photo", "Друге"), Part("photo")])
    await town.passes(seconds=3)
    await pair.ivan.sees("Перше\n(файл не передано)")
    assert "photo" in (await pair.ivan.sees("Друге")).fields
    assert "photo" in pair.ivan.last.fields
    told = [bubble for bubble in pair.olena.chat if "Не дійшло: фото." in bubble.text]
    assert len(told) == 1


async def test_an_edit_whose_file_is_refused_still_shows_its_words(town: Town, pair: Talk) -> None:
    photo = await pair.olena.sends_photo("Ліхтар")
    await pair.ivan.sees("Ліхтар")
    town.telegram.faults.add(GONE, method="editMessageMedia", chat=pair.ivan.id, times=None)
    town.telegram.faults.add(GONE, method="sendPhoto", chat=pair.ivan.id, times=None)
    await pair.olena.edits(photo, "Два ліхтарі")
    await pair.ivan.sees("Два ліхтарі")
    await pair.olena.sees("Не дійшло: фото.")


async def test_a_voice_that_is_asked_for_and_refused_again_is_not_confirmed(town: Town, pair: Talk) -> None:
    town.telegram.faults.add(GONE, method="sendVoice", chat=pair.olena.id, times=None)
    await pair.ivan.presses("Відповісти")
    said = await pair.ivan.sends_voice()
    await pair.ivan.sees("Не дійшло: голосове.")
    await pair.olena.presses("Мої звернення")
    await pair.olena.presses("000001 · Запитання · Надано відповідь")
    await pair.olena.presses("Прочитати все")
    await pair.olena.presses("Показати: голосове")
    await pair.olena.sees("(файл не передано)")
    assert said.reactions == []
    town.telegram.faults.clear()
    await pair.olena.presses("Показати: голосове")
    await town.settled()
    assert said.reactions == ["👍"]


async def test_what_arrives_whole_is_confirmed_as_ever(town: Town, pair: Talk) -> None:
    await pair.ivan.presses("Відповісти")
    said = await pair.ivan.sends_photo("План")
    await pair.olena.sees("План")
    await town.settled()
    assert said.reactions == ["👍"]
