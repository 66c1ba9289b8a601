"""Albums stay albums, in both directions."""

import pytest

from simulator.faults import ServerError
from simulator.people import Part, Person
from tests.stories.cases import Talk, asks, talk
from tests.town import Town

PHOTOS = [Part("photo", "Двір після бурі"), Part("photo"), Part("photo", "І дах")]


@pytest.fixture
async def pair(town: Town) -> Talk:
    return await talk(town, name="Олена Коваль")


async def test_an_album_goes_as_one_both_ways(town: Town, pair: Talk) -> None:
    await pair.olena.sends_album(PHOTOS)
    await town.passes(seconds=1)
    assert not any("photo" in bubble.fields for bubble in pair.ivan.chat), "another part of it may be on its way"
    await town.passes(seconds=1)
    got = pair.ivan.chat[-3:]
    assert [bubble.text.partition("\n")[2] or bubble.text for bubble in got] == ["Двір після бурі", "", "І дах"]
    assert len({bubble.fields["media_group_id"] for bubble in got}) == 1
    await pair.ivan.sends_album(PHOTOS, reply_to=got[1])
    await town.passes(seconds=2)
    back = [bubble for bubble in pair.olena.chat if bubble.from_bot and "photo" in bubble.fields]
    assert len({bubble.fields["media_group_id"] for bubble in back}) == 1
    assert len(back) == 3
    assert back[0].reply_to is not None
    assert "photo" in back[0].reply_to.fields


async def test_a_straggler_follows_as_a_reply(town: Town, pair: Talk) -> None:
    sent = await pair.olena.sends_album(PHOTOS[:2])
    await town.passes(seconds=2)
    first = pair.ivan.chat[-2]
    late = pair.olena._content(Part("photo", "запізнилося"))  # noqa: SLF001  # a part of an album that was sent already
    pair.olena._send(late | {"media_group_id": sent[0].fields["media_group_id"]})  # noqa: SLF001
    await town.passes(seconds=2)
    straggler = await pair.ivan.sees("запізнилося")
    assert straggler.reply_to is first


async def test_a_mixed_album_goes_in_groups_that_telegram_takes(town: Town, pair: Talk) -> None:
    await pair.olena.sends_album([Part("photo", "а"), Part("video", "б", "v.mp4"), Part("document", "в", "д.pdf")])
    await town.passes(seconds=2)
    assert [kind for kind in ("photo", "video", "document") if any(kind in each.fields for each in pair.ivan.chat)] == [
        "photo",
        "video",
        "document",
    ]


async def test_a_long_caption_of_an_album_is_not_cut(town: Town, pair: Talk) -> None:
    await pair.olena.sends_album([Part("photo", "п" * 1010 + " кінець підпису"), Part("photo")])
    await town.passes(seconds=2)
    await pair.ivan.sees("кінець підпису")
    assert sum("photo" in bubble.fields for bubble in pair.ivan.chat) == 2


async def test_an_edited_caption_of_an_album_changes_its_own_part(town: Town, pair: Talk) -> None:
    sent = await pair.olena.sends_album(PHOTOS)
    await town.passes(seconds=2)
    third = pair.ivan.chat[-1]
    await pair.olena.edits(sent[2], "І паркан")
    await town.settled()
    assert "І паркан" in third.text
    assert "(змінено)" in third.text
    assert "Двір після бурі" in pair.ivan.chat[-3].text
    assert "photo" in third.fields


async def test_a_reply_to_a_part_finds_the_case(town: Town, pair: Talk) -> None:
    await asks(pair.olena, "Друге запитання")
    await pair.olena.sends_album(PHOTOS, reply_to=(await pair.olena.sees("КШ-2026-000002", anywhere=True)))
    await town.passes(seconds=2)
    await pair.ivan.says("Бачу дах.", reply_to=pair.ivan.last)
    assert "КШ-2026-000002" in (await pair.olena.sees("Бачу дах.")).text


async def test_without_a_name_the_photos_of_an_album_go_and_the_rest_is_refused_once(town: Town) -> None:
    pair = await talk(town)
    before = len(pair.olena.chat)
    await pair.olena.sends_album([Part("photo", "видно"), Part("video", file_name="a.mp4"), Part("video")])
    await town.passes(seconds=2)
    assert [sum(kind in bubble.fields for bubble in pair.ivan.chat) for kind in ("photo", "video")] == [1, 0]
    refusals = [bubble for bubble in pair.olena.chat[before:] if "без імені не передаються" in bubble.text]
    assert len(refusals) == 1


async def test_an_album_about_violence_at_home_is_shown_and_hidden_whole(town: Town) -> None:
    olena = await answered_by_album(town)
    assert sum("Є відповідь" in bubble.text for bubble in olena.chat) == 1
    assert photos(olena) == 0
    await olena.presses("Показати")
    await town.settled()
    assert photos(olena) == 3
    await olena.presses("Сховати")
    await town.settled()
    assert photos(olena) == 0
    assert not any("Прочитали?" in bubble.text for bubble in olena.chat)


@pytest.mark.parametrize("opened_before", [False, True])
async def test_an_album_that_was_shown_in_two_tries_is_there_once_and_hidden_whole(
    town: Town, *, opened_before: bool
) -> None:
    olena = await answered_by_album(town)
    if opened_before:
        await olena.presses("Показати")
        await olena.sees("Прочитали?")
    town.telegram.faults.add(ServerError(), method="sendMessage", chat=olena.id)  # the words below the album
    await olena.presses("Показати")
    await town.passes(seconds=10)
    assert photos(olena) == 3
    await olena.presses("Сховати")
    await town.settled()
    assert photos(olena) == 0


async def answered_by_album(town: Town) -> Person:
    """Olena, who wrote of violence at home; the album by which Ivan answered waits to be opened."""
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await olena.presses("Повідомити")
    await olena.presses("Насильство вдома")
    await olena.presses("Зрозуміло, далі")
    await olena.says("Потрібна порада.")
    await olena.presses("Надіслати без імені")
    await ivan.sends_album(PHOTOS, reply_to=await ivan.sees("КШ-2026-000001"))
    await town.passes(seconds=2)
    return olena


def photos(person: Person) -> int:
    return sum("photo" in bubble.fields for bubble in person.chat)
