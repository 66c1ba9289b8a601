"""Violence at home, or a complaint, comes to an officer's chat without its text: that is shown by a press."""

from dataclasses import replace

import pytest

from bot.domain.ids import AreaId
from simulator import Person
from simulator.people import Part
from tests.stories.cases import UNNAMED, Talk, reports
from tests.stories.posts import ZAPORIZHZHIA
from tests.stories.test_dismissal import dismisses
from tests.stories.test_fairness import floods
from tests.stories.test_queue import complains
from tests.town import Town

CANARY = "канарка"
HOME = "Насильство вдома"


@pytest.fixture
async def pair(town: Town) -> Talk:
    ivan = await town.officer("Іван Петренко", await town.area())
    return Talk(await town.resident("Олена"), ivan)


def reads(person: Person) -> list[str]:
    """What a chat shows of the resident's text, and of what the case is about."""
    return [bubble.text for bubble in person.chat if CANARY in bubble.text or HOME in bubble.text]


async def opened(town: Town) -> int:
    return len(await town.stored("select id from audit where act = 'open' and subject_kind = 'case'"))


async def test_a_new_case_comes_without_words_and_is_shown_by_a_press(either_town: Town) -> None:
    town = either_town
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await olena.presses("Повідомити")
    await olena.presses(HOME)
    await olena.presses("Зрозуміло, далі")
    await olena.says(f"Чоловік знову, {CANARY}, 067 123-45-67")
    await olena.sends_photo(f"Фото: {CANARY}")
    await olena.presses(UNNAMED)
    card = await ivan.sees("КШ-2026-000001")
    await town.settled()
    assert card.text.splitlines()[0] == "КШ-2026-000001"
    assert not any("photo" in bubble.fields for bubble in ivan.chat)
    assert reads(ivan) == []
    assert not any("067" in label for label in ivan.buttons)
    assert await opened(town) == 0

    await ivan.presses("Показати", on=card)
    page = await ivan.sees(f"Чоловік знову, {CANARY}")
    assert HOME in page.text
    assert page.fields.get("has_protected_content")
    assert await opened(town) == 1
    await ivan.presses("Показати вкладення")
    await town.settled()
    assert any("photo" in bubble.fields for bubble in ivan.chat)


async def test_danger_says_urgent_and_no_more(town: Town, pair: Talk) -> None:
    await pair.olena.presses("Повідомити")
    await pair.olena.presses(HOME)
    await pair.olena.presses("Зрозуміло, далі")
    await pair.olena.says(f"Він мене вб’є, {CANARY}")
    await pair.olena.presses(UNNAMED)
    card = await pair.ivan.sees("Терміново")
    assert card.text.startswith("КШ-2026-000001")
    assert reads(pair.ivan) == []
    await pair.ivan.presses("Прийняти")
    await town.passes(minutes=11)
    await pair.olena.says(f"У нього рушниця, стріляє, {CANARY}")
    await town.settled()
    assert reads(pair.ivan) == []
    alert = next(bubble for bubble in pair.ivan.chat if "Терміново" in bubble.text and bubble is not card)
    await pair.ivan.presses("Показати", on=alert)
    await pair.ivan.sees(f"У нього рушниця, стріляє, {CANARY}")


@pytest.mark.parametrize("kind", ["text", "photo", "voice", "album"])
async def test_what_is_added_is_shown_by_a_press_whatever_it_is(town: Town, pair: Talk, kind: str) -> None:
    await reports_home(pair.olena)
    await pair.ivan.presses("Прийняти")
    await town.settled()
    before, read = len(pair.ivan.chat), await opened(town)
    if kind == "text":
        await pair.olena.says(f"Ще: {CANARY}")
    elif kind == "album":
        await pair.olena.sends_album([Part("photo", f"Ще: {CANARY}"), Part("photo", "і")])
        await town.passes(seconds=2)
    else:
        await pair.olena.sends(Part(kind, f"Ще: {CANARY}"))
    await town.settled()
    [push] = pair.ivan.chat[before:]
    assert push.text == "КШ-2026-000001\nНове повідомлення мешканця."
    assert push.buttons == ["Показати"]
    assert reads(pair.ivan) == []
    await pair.ivan.presses("Показати", on=push)
    shown = await pair.ivan.sees(f"Ще: {CANARY}")
    assert shown.fields.get("has_protected_content")
    assert await opened(town) == read + 1
    answer = await pair.ivan.says("Їду до Вас", reply_to=push)
    await pair.olena.sees("Є відповідь на Ваше звернення")
    assert answer.reply_to is push


async def test_a_second_press_shows_it_once(town: Town, pair: Talk) -> None:
    await reports_home(pair.olena)
    await pair.ivan.presses("Прийняти")
    await pair.olena.says(f"Ще: {CANARY}")
    push = await pair.ivan.sees("Нове повідомлення мешканця.")
    await pair.ivan.presses("Показати", on=push)
    await pair.ivan.sees(f"Ще: {CANARY}")
    await pair.ivan.presses("Показати", on=push)
    await town.settled()
    assert len([bubble for bubble in pair.ivan.chat if f"Ще: {CANARY}" in bubble.text]) == 1


async def test_an_edit_shows_no_words_either(town: Town, pair: Talk) -> None:
    await pair.olena.presses("Повідомити")
    await pair.olena.presses(HOME)
    await pair.olena.presses("Зрозуміло, далі")
    first = await pair.olena.says("Перше слово")
    await pair.olena.presses(UNNAMED)
    await pair.ivan.presses("Прийняти")
    said = await pair.olena.says("Друге слово")
    await town.settled()
    before = len(pair.ivan.chat)
    await pair.olena.edits(said, f"Друге слово: {CANARY}")
    await town.settled()
    await pair.olena.edits(first, "Довго: " + f"{CANARY} " * 600)
    await town.settled()
    assert reads(pair.ivan) == []
    assert [bubble.text for bubble in pair.ivan.chat[before:]] == ["КШ-2026-000001\nМешканець змінив повідомлення."] * 2
    await pair.ivan.presses("Показати", on=pair.ivan.chat[before])
    await pair.ivan.sees(f"Друге слово: {CANARY}")


async def test_what_was_opened_changes_where_it_is(town: Town, pair: Talk) -> None:
    await reports_home(pair.olena)
    await pair.ivan.presses("Прийняти")
    said = await pair.olena.says("Друге слово")
    await pair.ivan.presses("Показати", on=await pair.ivan.sees("Нове повідомлення мешканця."))
    shown = await pair.ivan.sees("Друге слово")
    before = len(pair.ivan.chat)
    await pair.olena.edits(said, "Друге слово, інакше")
    await town.settled()
    assert "Друге слово, інакше" in shown.text
    assert len(pair.ivan.chat) == before


async def test_many_messages_are_counted_without_saying_of_what(town: Town, pair: Talk) -> None:
    await reports_home(pair.olena)
    await pair.ivan.presses("Прийняти")
    await town.settled()
    await floods(town, pair, 12)
    await town.passes(seconds=61)
    told = await pair.ivan.sees("Ще 7 повідомлень мешканця.")
    assert told.text.startswith("КШ-2026-000001\n")
    assert not any("Повідомлення " in bubble.text for bubble in pair.ivan.chat)
    await pair.ivan.presses("Показати", on=told)
    await pair.ivan.sees("Повідомлення 11.")


async def test_the_words_to_a_rating_come_by_a_press(town: Town, pair: Talk) -> None:
    await reports_home(pair.olena)
    await pair.ivan.presses("Прийняти")
    await pair.ivan.presses("Закрити")
    await pair.ivan.presses("Закрити без відповіді")
    await pair.olena.presses("5")
    await pair.olena.says(f"Дякую, {CANARY}")
    told = await pair.ivan.sees("Мешканець додав слова до оцінки")
    assert reads(pair.ivan) == []
    await pair.ivan.presses("Показати", on=told)
    await pair.ivan.sees(f"Дякую, {CANARY}")


async def test_handed_to_another_officer_it_comes_without_words_too(town: Town, pair: Talk) -> None:
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    petro = await town.officer("Петро Гнатюк", AreaId(1))
    await reports_home(pair.olena)
    await pair.ivan.presses("Прийняти")
    await pair.olena.says(f"Ще: {CANARY}")
    await pair.ivan.says(f"Відповідь: {CANARY}", reply_to=await pair.ivan.sees("Нове повідомлення мешканця."))
    await dismisses(town, olha)
    await petro.sees("КШ-2026-000001")
    await town.settled()
    assert reads(petro) == []
    await petro.presses("Показати")
    assert CANARY in (await petro.sees("КШ-2026-000001 · ")).text


async def test_a_complaint_comes_without_its_subject(town: Town) -> None:
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    olena = await town.resident("Олена")
    await complains(olena, f"Офіцер спить, {CANARY}")
    card = await olha.sees("КШ-2026-000001")
    assert "Скарга" not in card.text
    await olha.presses("Прийняти")
    await town.settled()
    await olena.says(f"І досі спить, {CANARY}")
    await town.settled()
    assert reads(olha) == []
    await olha.presses("Показати")
    await olha.sees(f"І досі спить, {CANARY}")


async def test_other_cases_come_with_their_words(town: Town, pair: Talk) -> None:
    await reports(pair.olena, "Крадіжка", f"Украли, {CANARY}")
    await pair.ivan.sees(f"Украли, {CANARY}")


async def test_an_operator_may_have_them_with_words(town: Town, pair: Talk) -> None:
    cases = replace(town.app.store.policy.cases, neutral_pushes=False)
    object.__setattr__(town.app.store, "policy", replace(town.app.store.policy, cases=cases))
    await reports_home(pair.olena)
    assert HOME in (await pair.ivan.sees(f"Сварка, {CANARY}")).text


async def reports_home(olena: Person) -> None:
    await olena.presses("Повідомити")
    await olena.presses(HOME)
    await olena.presses("Зрозуміло, далі")
    await olena.says(f"Сварка, {CANARY}")
    await olena.presses(UNNAMED)
    await olena.sees("Надіслано: КШ-")
