"""A council asks its coordinators: a case that no officer sees, and that goes with the post."""

from bot.domain.ids import CaseId
from bot.handlers.cases.buttons import Accept, History, OpenCase
from tests.stories.joining import WORDS, a_head, asks_coordinator, opens_joining
from tests.stories.posts import ZAPORIZHZHIA
from tests.stories.test_marks import marks
from tests.town import Town


async def test_a_question_is_answered_by_a_coordinator_and_goes_on_by_replies(either_town: Town) -> None:
    town = either_town
    olha, nadiia = await a_head(town)
    await town.coordinator("Петро", ZAPORIZHZHIA)
    await asks_coordinator(nadiia)
    await olha.sees("000001 · Запитання ради громади")
    await olha.presses("Прийняти")
    asked = await olha.sees(WORDS, anywhere=True)
    await olha.says("У середу о десятій", reply_to=asked)
    await town.settled()
    answer = await nadiia.sees("У середу о десятій", anywhere=True)
    await nadiia.says("Дякуємо, чекаємо", reply_to=answer)
    await olha.sees("Дякуємо, чекаємо", anywhere=True)
    [case] = await town.stored("select kind, confidential, area_id, officer_id from cases")
    assert (case["kind"], bool(case["confidential"])) == ("council", True)
    assert (case["area_id"], case["officer_id"]) == (None, None)


async def test_it_waits_in_the_queue_with_a_time_and_one_coordinator_ends_it_alone(town: Town) -> None:
    olha, nadiia = await a_head(town)
    petro = await town.coordinator("Петро", ZAPORIZHZHIA)
    await asks_coordinator(nadiia)
    [case] = await town.stored("select id, answer_due from cases")
    assert case["answer_due"] is not None
    for each in (olha, petro):
        await each.sees("000001 · Запитання ради громади")
    await olha.presses("Прийняти")
    await olha.presses("Закрити")
    await olha.presses("Закрити без відповіді")
    await town.settled()
    assert [row["status"] for row in await town.stored("select status from cases")] == ["closed"]
    await petro.does_not_see("пропонує закрити", anywhere=True)


async def test_no_officer_sees_it_or_can_open_it(town: Town) -> None:
    olha, nadiia = await a_head(town)
    ivan = await town.officer("Іван Петренко", await town.area())
    await asks_coordinator(nadiia)
    await olha.sees("Запитання ради громади")
    await ivan.does_not_see("000001", anywhere=True)
    for button in (History(CaseId(1)), Accept(CaseId(1)), OpenCase(CaseId(1))):
        await ivan.forges(button.pack(), on=ivan.last)
        await town.settled()
        assert ivan.alerts[-1] == "Тут нічого не знайдено."
    await ivan.does_not_see(WORDS, anywhere=True)


async def test_it_ends_with_the_post_and_is_opened_no_more(town: Town) -> None:
    olha, nadiia = await a_head(town)
    await asks_coordinator(nadiia)
    await opens_joining(olha)
    await olha.presses("Рада громади")
    await olha.presses("Надія Коваль")
    await olha.presses("Припинити повноваження")
    await olha.presses("Так, припинити")
    await nadiia.sees("Ви більше не представляєте громаду.")
    assert [row["status"] for row in await town.stored("select status from cases")] == ["closed"]
    await nadiia.forges(OpenCase(CaseId(1)).pack(), on=nadiia.last)
    await nadiia.sees("Тут нічого не знайдено.", anywhere=True)


async def test_a_file_is_no_question_and_cancel_sends_nothing(town: Town) -> None:
    _, nadiia = await a_head(town)
    await nadiia.says("Рада громади")
    await nadiia.presses("Запитати координатора")
    asked = await nadiia.sees("Його прочитає лише координатор")
    await nadiia.sends_photo()
    await town.settled()
    await nadiia.presses("Скасувати", on=asked)
    await nadiia.sees("Керівництво запрошено.")
    assert await town.stored("select id from cases") == []


async def test_a_question_that_mentions_an_emergency_brings_the_numbers_to_call(town: Town) -> None:
    olha, nadiia = await a_head(town)
    await asks_coordinator(nadiia, "Допоможіть, тут стріляють!")
    await nadiia.sees("Це не служба 102.", anywhere=True)
    await olha.sees("000001")


async def test_where_the_community_is_occupied_the_answer_waits_until_it_is_asked_for(town: Town) -> None:
    olha, nadiia = await a_head(town)
    await asks_coordinator(nadiia)
    asked = await olha.sees("000001")
    await marks(olha, "Позначити: під окупацією", "Так, під окупацією")
    await olha.presses("Відповісти", on=asked)
    await olha.says("У середу о десятій")
    await olha.sees("відповідь збережено, але не надіслано", anywhere=True)
    await nadiia.does_not_see("У середу о десятій", anywhere=True)
