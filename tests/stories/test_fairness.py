"""What waits for one chat: what its reader has asked for, danger, new cases, then the rest, fair between cases."""

from collections.abc import Callable, Sequence
from datetime import timedelta

import pytest

from bot.domain.ids import CaseId
from bot.handlers.cases.buttons import Close
from simulator import Person
from simulator.faults import TooMany
from tests.stories.cases import Talk, asks, talk
from tests.stories.posts import ZAPORIZHZHIA
from tests.stories.test_dismissal import dismisses
from tests.town import Town


@pytest.fixture
async def pair(town: Town) -> Talk:
    return await talk(town)


async def floods(town: Town, pair: Talk, count: int = 40) -> None:
    """The officer's chat is held, and one resident writes a lot meanwhile."""
    town.telegram.faults.add(TooMany(retry_after=60), method="sendMessage", chat=pair.ivan.id)
    for number in range(count):
        await pair.olena.says(f"Повідомлення {number}.")
    await town.settled()


def came(person: Person, *words: str) -> list[str]:
    """Which of these the person got first."""
    found = [(at, each) for each in words for at, bubble in enumerate(person.chat) if each in bubble.text]
    return [each for _, each in sorted(found)]


async def test_a_call_for_help_of_another_person_comes_before_all_that_one_has_written(town: Town, pair: Talk) -> None:
    maria = await town.resident("Марія")
    await floods(town, pair)
    await maria.presses("Запитати")
    await maria.says("Допоможіть, чоловік б’є мене!")
    await maria.presses("Надіслати без імені")
    await maria.sees("Надіслано: КШ-")
    await town.passes(seconds=61)
    assert came(pair.ivan, "б’є мене", "Повідомлення 0.") == ["б’є мене", "Повідомлення 0."]


async def test_a_new_case_comes_before_what_was_added_to_another(town: Town, pair: Talk) -> None:
    await floods(town, pair)
    await asks(await town.resident("Марія"), "Коли прийом?")
    await town.passes(seconds=61)
    assert came(pair.ivan, "Коли прийом?", "Повідомлення 0.") == ["Коли прийом?", "Повідомлення 0."]


async def test_what_an_officer_asks_for_comes_before_all_that_waits(town: Town, pair: Talk) -> None:
    await floods(town, pair)
    await pair.ivan.says("/help")
    await town.passes(seconds=61)
    assert came(pair.ivan, "Куди телефонувати", "Повідомлення 0.") == ["Куди телефонувати", "Повідомлення 0."]


async def test_danger_in_an_open_case_overtakes_the_rest_of_it_and_says_so_once(town: Town, pair: Talk) -> None:
    await floods(town, pair)
    await pair.olena.says("Він прийшов, б’є мене!")
    await pair.olena.says("б’є мене знову!")
    await town.passes(seconds=61)
    order = came(pair.ivan, "з’явилися слова про небезпеку", "Повідомлення 0.", "Ще 37 повідомлень")
    assert order == ["з’явилися слова про небезпеку", "Повідомлення 0.", "Ще 37 повідомлень"]
    [told] = [bubble for bubble in pair.ivan.chat if "з’явилися слова про небезпеку" in bubble.text]
    assert "Він прийшов, б’є мене!" in told.text
    answered = await pair.ivan.says("Їду.", reply_to=told)
    await pair.olena.sees("Їду.")
    assert answered.reactions == ["👍"]


async def test_danger_that_is_written_into_an_older_message_is_told(town: Town, pair: Talk) -> None:
    said = await pair.olena.says("Він прийшов.")
    await pair.ivan.sees("Він прийшов.")
    await pair.olena.edits(said, "Він прийшов, б’є мене!")
    await pair.ivan.sees("з’явилися слова про небезпеку")


async def test_danger_is_told_again_after_a_while(town: Town, pair: Talk) -> None:
    await pair.olena.says("Він прийшов, б’є мене!")
    await town.passes(minutes=11)
    await pair.olena.says("Знову б’є мене!")
    await town.settled()
    assert sum("з’явилися слова про небезпеку" in bubble.text for bubble in pair.ivan.chat) == 2


async def test_cases_take_turns(town: Town, pair: Talk) -> None:
    maria = await town.resident("Марія")
    await asks(maria, "Коли прийом?")
    await floods(town, pair)
    await maria.says("Буду о п’ятій.")
    await town.settled()
    town.clock.advance(timedelta(seconds=61))
    await town.settled()
    assert came(pair.ivan, "Повідомлення 2.", "Буду о п’ятій.") == ["Буду о п’ятій.", "Повідомлення 2."]


async def test_what_one_person_goes_on_writing_is_one_card_with_its_number(either_town: Town) -> None:
    town, pair = either_town, await talk(either_town)
    await floods(town, pair)
    await town.passes(seconds=61)
    texts = [bubble.text for bubble in pair.ivan.chat if "Повідомлення" in bubble.text]
    assert [text.partition("\n")[2] for text in texts] == [f"Повідомлення {number}." for number in range(5)]
    assert "Ще 35 повідомлень мешканця." in pair.ivan.last.text
    await pair.ivan.says("Читаю.", reply_to=pair.ivan.last)
    await pair.olena.sees("Читаю.")
    await pair.ivan.presses("Історія", on=next(each for each in pair.ivan.chat if "Ще 35" in each.text))
    await pair.ivan.sees("Повідомлення 39.")


async def test_what_comes_after_the_card_comes_as_ever(town: Town, pair: Talk) -> None:
    await floods(town, pair, 7)
    await town.passes(seconds=61)
    await pair.olena.says("Одне питання.")
    await pair.ivan.sees("Одне питання.")
    await town.passes(seconds=61)
    await floods(town, pair, 7)
    await town.passes(seconds=61)
    cards = [bubble.text.partition("\n")[2] for bubble in pair.ivan.chat if "Ще " in bubble.text]
    assert cards == ["Ще 2 повідомлення мешканця."] * 2


async def test_who_goes_on_without_end_comes_back_three_times_a_minute_and_holds_nobody_up(either_town: Town) -> None:
    town, pair = either_town, await talk(either_town)
    maria = await town.resident("Марія")
    await floods(town, pair)
    await town.passes(seconds=61)
    came_by_then = len(pair.ivan.chat)
    for number in range(40):
        await pair.olena.says(f"І знову {number}.")
    await town.passes(seconds=2)
    assert [bubble.text.partition("\n")[2] for bubble in pair.ivan.chat[came_by_then:]] == [
        f"І знову {number}." for number in range(2)
    ]
    await asks(maria, "Коли прийом?")
    await pair.ivan.sees("Коли прийом?", anywhere=True)
    await pair.olena.says("Він прийшов, б’є мене!")
    await pair.ivan.sees("з’явилися слова про небезпеку", anywhere=True)
    await pair.ivan.does_not_see("Ще 39 повідомлень", anywhere=True)
    await town.passes(seconds=60)
    await pair.ivan.sees("Ще 39 повідомлень мешканця.", anywhere=True)


async def test_answers_to_a_resident_are_never_folded(town: Town, pair: Talk) -> None:
    town.telegram.faults.add(TooMany(retry_after=60), method="sendMessage", chat=pair.olena.id)
    card = await pair.ivan.sees("Хто відповідає за вулицю?", anywhere=True)
    for number in range(8):
        await pair.ivan.says(f"Відповідь {number}.", reply_to=card)
    await town.passes(seconds=61)
    assert sum("Відповідь " in bubble.text and "приходить" not in bubble.text for bubble in pair.olena.chat) == 8


async def test_closing_a_case_takes_back_what_still_waits_of_it_and_says_how_much(town: Town, pair: Talk) -> None:
    maria = await town.resident("Марія")
    await floods(town, pair)
    await asks(maria, "Коли прийом?")
    await pair.ivan.forges(Close(CaseId(1), sure=False).pack(), on=pair.ivan.last)
    await pair.ivan.forges(Close(CaseId(1), sure=True).pack(), on=pair.ivan.last)
    await town.passes(seconds=61)
    await pair.ivan.sees("Коли прийом?")
    await pair.ivan.does_not_see("Повідомлення 0.", anywhere=True)
    await pair.ivan.does_not_see("Ще 35 повідомлень", anywhere=True)
    await pair.ivan.says("Звернення")
    await pair.ivan.sees("КШ-2026-000002")


async def test_before_a_case_is_closed_its_officer_reads_how_much_of_it_is_unseen(town: Town, pair: Talk) -> None:
    await floods(town, pair, 3)
    await pair.ivan.forges(Close(CaseId(1), sure=False).pack(), on=pair.ivan.last)
    await town.passes(seconds=61)
    await pair.ivan.sees("3 повідомлення Ви ще не бачили.")


async def test_danger_is_not_taken_back_with_the_rest(town: Town, pair: Talk) -> None:
    await floods(town, pair, 3)
    await pair.olena.says("Він прийшов, б’є мене!")
    await town.settled()
    await pair.ivan.forges(Close(CaseId(1), sure=True).pack(), on=pair.ivan.last)
    await town.passes(seconds=61)
    await pair.ivan.sees("з’явилися слова про небезпеку", anywhere=True)
    await pair.ivan.does_not_see("Повідомлення 0.", anywhere=True)


async def test_whoever_takes_over_a_full_desk_gets_a_list_and_danger_first(either_town: Town) -> None:
    town = either_town
    area = await town.area()
    ivan, maria = await town.officer("Іван Петренко", area), await town.officer("Марія Коваль", area)
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    people = [await town.resident(name) for name in ("Олена", "Соломія", "Надія")]
    for number in range(25):
        await asks(people[number % 3], f"Запитання {number}.")
        await ivan.presses("Прийняти")
    await asks(await town.resident("Тарас"), "Чоловік б’є мене!")
    await ivan.presses("Прийняти")
    before = {id(bubble) for bubble in maria.chat}
    await dismisses(town, olha)
    handed = await maria.sees("До Вас перейшло 26 звернень.")
    arrived = [bubble.text for bubble in maria.chat if id(bubble) not in before]
    assert "Чоловік б’є мене!" in arrived[0]
    assert handed.text in arrived[1:]
    assert len(arrived) <= 5
    await maria.presses("Звернення", on=handed)
    await maria.sees("КШ-2026-000026")


async def test_sixty_strangers_at_once_hold_a_call_for_help_up_by_three_seconds_at_most(town: Town, pair: Talk) -> None:
    at_telegrams_pace(town)
    strangers = [town.telegram.person(f"Особа {number}") for number in range(60)]
    for _ in range(6):
        for each in strangers:
            await each.starts()
    await pair.olena.says("Він прийшов, б’є мене!")
    await town.handled()

    def shown() -> int:
        return sum(len(each.chat) for each in (*strangers, pair.ivan, pair.olena))

    for _ in range(3):
        before = shown()
        town.clock.advance(timedelta(seconds=1))
        await town.telegram.until(lambda before=before: shown() >= before + 20)  # type: ignore[misc]
    assert came(pair.ivan, "б’є мене")
    assert came(pair.olena, "102")
    assert await town.stored("select id from outbox limit 100")


def at_telegrams_pace(town: Town) -> None:
    paces = town.app.sender._paces  # noqa: SLF001  # the story's own pace
    paces.pace = type(paces.pace)(30, 1, 5, 20, paid=False)
    paces.__post_init__()


async def second_by_second(town: Town, people: Sequence[Person], seen: Callable[[], bool], at_most: int) -> int:
    """Let time go by, at each second as much as the pace lets through, until something is seen: how long that took."""
    for seconds in range(1, at_most + 1):
        before = sum(len(each.chat) for each in people)
        town.clock.advance(timedelta(seconds=1))
        await town.telegram.until(
            lambda before=before: seen() or sum(len(each.chat) for each in people) >= before + 20  # type: ignore[misc]
        )
        if seen():
            return seconds
    raise AssertionError(f"not seen within {at_most} seconds")


async def test_900_starts_of_60_accounts_hold_up_no_talk_elsewhere(either_town: Town) -> None:
    town, pair = either_town, await talk(either_town)
    strangers = [town.telegram.person(f"Особа {number}") for number in range(60)]
    at_telegrams_pace(town)
    for _ in range(15):
        for each in strangers:
            await each.starts()
    await town.handled()
    await pair.olena.says("Лампа не горить")
    await town.handled()
    took = await second_by_second(town, strangers, lambda: any("Лампа" in each.text for each in pair.ivan.chat), 1)
    got = next(each for each in pair.ivan.chat if "Лампа" in each.text)
    await pair.ivan.says("Полагодимо", reply_to=got)
    await town.handled()
    took += await second_by_second(
        town, strangers, lambda: any("Полагодимо" in each.text for each in pair.olena.chat), 1
    )
    assert took <= 2
    waiting = await town.stored("select count(*) as n from outbox where class = 5")
    assert int(str(waiting[0]["n"])) > 500


async def test_strangers_are_served_one_after_another(town: Town) -> None:
    await town.area()
    loud, *others = [town.telegram.person(f"Особа {number}") for number in range(5)]
    at_telegrams_pace(town)
    for _ in range(60):
        await loud.starts()
    for each in others:
        await each.starts()
    await town.handled()
    await second_by_second(town, others, lambda: all(any(b.from_bot for b in each.chat) for each in others), 1)
