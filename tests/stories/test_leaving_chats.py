"""What an officer's chat holds of cases goes: what no edit can empty before 47 hours, the rest with the right to it."""

import pytest

from bot.services import chats
from simulator import Person
from simulator.people import Part
from tests.stories.cases import Talk, asks, talk
from tests.stories.posts import ZAPORIZHZHIA
from tests.stories.test_dismissal import dismisses
from tests.stories.test_staff import opens_staff
from tests.town import Town

NAME = "Олена Коваль"


@pytest.fixture
async def pair(town: Town) -> Talk:
    return await talk(town, name=NAME)


def held(person: Person, kind: str) -> int:
    """How many messages of a kind are in a chat."""
    return sum(kind in bubble.fields for bubble in person.chat)


async def sends(olena: Person, kind: str) -> None:
    if kind == "location":
        await olena.sends_location(47.71, 35.52)
    elif kind == "contact":
        await olena.sends_contact("+380611112233", "Голова вулиці")
    else:
        await olena.sends(Part(kind))


@pytest.mark.parametrize("kind", ["voice", "video_note", "location", "contact"])
async def test_what_no_edit_can_empty_goes_before_47_hours_and_is_shown_again_by_a_press(town: Town, kind: str) -> None:
    pair = await talk(town, name=NAME)
    await sends(pair.olena, kind)
    await town.passes(hours=45, minutes=58)
    assert held(pair.ivan, kind) == 1
    await town.passes(minutes=3)
    assert held(pair.ivan, kind) == 0
    assert held(pair.olena, kind) == 1
    left = await pair.ivan.sees("прибрано з чату")
    assert left.text.startswith("КШ-2026-000001")

    for _ in range(2):
        await pair.ivan.presses("Показати", on=left)
        await town.settled()
        assert held(pair.ivan, kind) == 1
        await town.passes(hours=46, minutes=1)
        assert held(pair.ivan, kind) == 0
        left = await pair.ivan.sees("прибрано з чату", anywhere=True)
    answer = await pair.ivan.says("Чую Вас", reply_to=left)
    await pair.olena.sees("Чую Вас")
    assert answer.reactions == ["👍"]


async def test_a_new_showing_outlives_the_first(town: Town, pair: Talk) -> None:
    await pair.olena.sends_voice()
    await town.passes(hours=40)
    await pair.ivan.presses("Історія")
    await pair.ivan.presses("Показати вкладення")
    await town.settled()
    assert held(pair.ivan, "voice") == 2
    await town.passes(hours=6, minutes=1)
    assert held(pair.ivan, "voice") == 1
    await pair.ivan.does_not_see("прибрано з чату", anywhere=True)
    await town.passes(hours=40)
    assert held(pair.ivan, "voice") == 0


async def test_an_officers_own_voice_goes_too_and_text_and_photos_stay(town: Town, pair: Talk) -> None:
    card = await pair.ivan.sees("КШ-2026-000001", anywhere=True)
    await pair.ivan.sends(Part("voice", "Слово"), reply_to=card)
    await pair.olena.says("Дякую")
    await pair.olena.sends_photo("Фото")
    await town.passes(hours=46, minutes=1)
    assert held(pair.ivan, "voice") == 0
    assert held(pair.olena, "voice") == 1
    await pair.ivan.sees("Дякую", anywhere=True)
    assert held(pair.ivan, "photo") == 1


async def test_a_dismissed_officer_is_shown_nothing_again(town: Town, pair: Talk) -> None:
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await pair.olena.sends_voice()
    await town.passes(hours=46, minutes=1)
    left = await pair.ivan.sees("прибрано з чату")
    show = left.inline[0]
    await dismisses(town, olha)
    await pair.ivan.presses_button(left, show)
    await town.settled()
    assert held(pair.ivan, "voice") == 0


async def test_many_go_in_batches(town: Town, pair: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chats, "BATCH", 2)
    for _ in range(5):
        await pair.olena.sends_voice()
    await town.passes(hours=46, minutes=1)
    assert held(pair.ivan, "voice") == 0


async def closed_long_ago(town: Town) -> Talk:
    """A case that was closed three days ago."""
    pair = await talk(town)
    await pair.olena.says("Давнє слово")
    await pair.ivan.sees("Давнє слово")
    await pair.ivan.presses("Закрити")
    await pair.ivan.presses("Закрити без відповіді")
    await town.passes(days=3)
    return pair


def words(person: Person) -> list[str]:
    return [bubble.text for bubble in person.chat if "Давнє слово" in bubble.text or "вулицю" in bubble.text]


async def test_ended_cases_go_however_old_they_are(either_town: Town) -> None:
    pair = await closed_long_ago(either_town)
    olha = await either_town.coordinator("Ольга", ZAPORIZHZHIA)
    assert words(pair.ivan)
    await dismisses(either_town, olha)
    assert words(pair.ivan) == []


async def test_a_long_history_goes_batch_by_batch(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chats, "BATCH", 2)
    pair = await closed_long_ago(town)
    for number in range(5):
        await asks(pair.olena, f"Давнє слово {number}")
        await pair.ivan.presses("Прийняти")
    await pair.ivan.presses("Закрити")
    await town.passes(days=3)
    await dismisses(town, await town.coordinator("Ольга", ZAPORIZHZHIA))
    await town.passes(minutes=1)
    assert words(pair.ivan) == []
    assert await town.stored("select id from chats where clear_before is not null") == []


async def test_what_a_coordinator_was_shown_long_ago_goes_with_their_part(town: Town) -> None:
    await town.area()
    olha, petro = await town.coordinator("Ольга", ZAPORIZHZHIA), await town.coordinator("Петро", ZAPORIZHZHIA)
    olena = await town.resident("Олена")
    await asks(olena, "Хто відповідає за вулицю?")
    await olha.presses("Прийняти")
    await olena.says("Давнє слово")
    await olha.sees("Давнє слово")
    await town.passes(days=3)
    assert words(olha)
    await opens_staff(petro)
    await petro.presses("Запорізька · 24 листопада 2026 р.")
    await petro.presses("Припинити: Запорізька")
    await petro.presses("Так, припинити")
    await town.settled()
    assert words(olha) == []


async def test_who_had_blocked_the_bot_loses_it_when_they_come_back(town: Town) -> None:
    pair = await closed_long_ago(town)
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await pair.ivan.blocks()
    await dismisses(town, olha)
    await town.passes(days=10)
    assert words(pair.ivan)
    await pair.ivan.unblocks()
    await town.passes(minutes=1)
    assert words(pair.ivan) == []


async def test_what_one_still_works_stays(town: Town) -> None:
    pair = await closed_long_ago(town)
    await pair.ivan.blocks()
    await town.settled()
    await pair.ivan.unblocks()
    await town.passes(minutes=1)
    assert words(pair.ivan)
