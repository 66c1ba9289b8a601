"""An officer's chat with a thread for each case: what comes where, and to whom goes what is written there."""

from dataclasses import replace

from bot.domain.policy import Policy
from simulator import Person
from simulator.chats import Bubble, Topic
from simulator.faults import Astray, CutAfter, Refusal
from simulator.topics import ICONS
from tests.stories.cases import asks, closes, reports, talk
from tests.stories.desk import QUESTION
from tests.stories.transfers import MARIA, opens_transfer, two_at_desk
from tests.town import Town


def thread(officer: Person, number: int = 1) -> Topic:
    """The thread of the case with this number."""
    [found] = [topic for title, topic in officer.topics.items() if title.startswith(f"КШ-2026-{number:06}")]
    return found


def shown_in(officer: Person, topic: Topic | None) -> list[str]:
    """What the bot has said in a thread, or (None) among all else."""
    return [
        each.text for each in officer.chat if each.from_bot and each.text and each.thread_id == (topic and topic.id)
    ]


async def test_a_case_comes_as_a_thread_that_says_what_it_is_and_how_it_stands(threaded_town: Town) -> None:
    town = threaded_town
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена", settlement="UA23060090010013596")
    await reports(olena, "Крадіжка", "Вкрали велосипед.")
    card = await officer.sees("Вкрали велосипед.")
    topic = thread(officer)
    assert topic.title == "КШ-2026-000001 · Крадіжка · Комишуваха · Нове"
    assert ICONS[topic.icon] == "❗️"
    assert card.thread_id == topic.id

    await officer.presses("Прийняти")
    await town.settled()
    assert topic.title == "КШ-2026-000001 · Крадіжка · Комишуваха · У роботі"
    assert ICONS[topic.icon] == "📝"
    assert "У роботі" in card.text


async def test_what_is_written_in_the_thread_answers_its_case(threaded_town: Town) -> None:
    town = threaded_town
    officer = await town.officer("Іван Петренко", await town.area())
    olena, petro = await town.resident("Олена"), await town.resident("Петро")
    await asks(olena, QUESTION)
    await asks(petro, "Коли прийом?")
    await town.settled()
    said = await officer.says("Міська рада.", topic=thread(officer, 1))
    await olena.sees("Міська рада.")
    await petro.does_not_see("Міська рада.", anywhere=True)
    assert said.reactions == ["👍"]

    await officer.says("Прийом", topic=thread(officer, 2))  # a wish to the bot anywhere else
    await petro.sees("Прийом")
    await olena.does_not_see("Прийом")


async def test_what_its_resident_adds_comes_into_the_thread(threaded_town: Town) -> None:
    pair = await talk(threaded_town)
    await pair.olena.says("Уже три дні.")
    added = await pair.ivan.sees("Уже три дні.")
    assert added.thread_id == thread(pair.ivan).id


async def test_a_note_is_written_only_after_its_button_and_looks_like_one(threaded_town: Town) -> None:
    pair = await talk(threaded_town)
    topic = thread(pair.ivan)
    await pair.ivan.presses("Ще дії")
    await pair.ivan.presses("Нотатка")
    prompt = await pair.ivan.sees("Нотатка · бачать")
    assert prompt.thread_id == topic.id
    await pair.ivan.says("Брехав раніше.", topic=topic)
    kept = await pair.ivan.sees("Нотатка · бачать")
    assert kept.thread_id == topic.id
    await pair.olena.does_not_see("Брехав раніше.", anywhere=True)

    await pair.ivan.says("Міська рада.", topic=topic)
    await pair.olena.sees("Міська рада.")


async def test_the_forms_of_two_threads_are_two(threaded_town: Town) -> None:
    town = threaded_town
    officer = await town.officer("Іван Петренко", await town.area())
    olena, petro = await town.resident("Олена"), await town.resident("Петро")
    await asks(olena, QUESTION)
    await asks(petro, "Коли прийом?")
    cards: list[Bubble] = [await officer.sees(text, anywhere=True) for text in ("освітлення", "Коли прийом?")]
    await officer.presses("Відхилити", on=cards[0])
    await officer.presses("Запитати", on=cards[1])
    await town.settled()
    await officer.says("Про яку вулицю йдеться?", topic=thread(officer, 2))
    await petro.sees("Про яку вулицю йдеться?")
    await officer.says("Це не до поліції.", topic=thread(officer, 1))
    await olena.sees("Це не до поліції.")
    states = await town.stored("select status from cases order by id")
    assert [row["status"] for row in states] == ["declined", "waiting"]


async def test_a_form_of_the_same_case_elsewhere_in_the_chat_is_still_open_and_says_so(threaded_town: Town) -> None:
    pair = await talk(threaded_town)
    topic = thread(pair.ivan)
    await pair.ivan.presses("Відповісти")
    there = await pair.ivan.sees("напишіть відповідь.")
    await pair.ivan.says("КШ-2026-000001")
    await pair.ivan.presses("Відповісти", on=await pair.ivan.sees("Хто відповідає за вулицю?"))
    elsewhere = await pair.ivan.sees("напишіть відповідь.")
    assert (there.thread_id, elsewhere.thread_id) == (topic.id, None)
    await pair.ivan.says("Міська рада.", topic=topic)
    await pair.olena.sees("Міська рада.")
    assert "напишіть відповідь." not in there.text
    assert "напишіть відповідь." in elsewhere.text
    await pair.ivan.says("І селищна.")
    await pair.olena.sees("І селищна.")


async def test_what_is_written_elsewhere_is_asked_about_as_ever(threaded_town: Town) -> None:
    pair = await talk(threaded_town)
    await pair.ivan.says("Міська рада.")
    asked = await pair.ivan.sees("Кому це?")
    assert asked.thread_id is None
    await pair.olena.does_not_see("Міська рада.", anywhere=True)


async def test_what_is_written_in_the_thread_of_an_ended_case_is_asked_about(threaded_town: Town) -> None:
    pair = await talk(threaded_town)
    topic = thread(pair.ivan)
    await closes(pair)
    await threaded_town.settled()
    assert ICONS[topic.icon] == "✅"
    await pair.ivan.says("Дякую Вам.", topic=topic)
    asked = await pair.ivan.sees("Кому це?")
    assert asked.thread_id == topic.id
    assert "Звернення КШ-2026-000001 завершено." in asked.text
    assert asked.buttons == ["Не надсилати"]
    await pair.olena.does_not_see("Дякую Вам.", anywhere=True)


async def test_after_a_comment_an_ended_case_can_be_answered_by_a_press(threaded_town: Town) -> None:
    pair = await talk(threaded_town)
    topic = thread(pair.ivan)
    await closes(pair)
    await pair.olena.presses("5")
    await pair.olena.says("Усе зробили швидко.")
    await threaded_town.settled()
    await pair.ivan.says("Дякую Вам.", topic=topic)
    await pair.olena.does_not_see("Дякую Вам.", anywhere=True)
    await pair.ivan.presses("Надіслати мешканцю")
    await pair.olena.sees("Дякую Вам.")


async def test_what_two_ended_threads_hold_is_asked_about_apart(threaded_town: Town) -> None:
    town = threaded_town
    officer = await town.officer("Іван Петренко", await town.area())
    olena, petro = await town.resident("Олена"), await town.resident("Петро")
    for person in (olena, petro):
        await asks(person, QUESTION)
        await officer.presses("Закрити", on=await officer.sees("освітлення"))
        await officer.presses("Закрити без відповіді")
        await town.settled()
    await officer.says("Перше.", topic=thread(officer, 1))
    await officer.says("Друге.", topic=thread(officer, 2))
    first, second = await officer.sees("«Перше.»", anywhere=True), await officer.sees("«Друге.»", anywhere=True)
    assert (first.thread_id, second.thread_id) == (thread(officer, 1).id, thread(officer, 2).id)


async def test_a_thread_that_was_deleted_is_made_again_with_its_card(threaded_town: Town) -> None:
    pair = await talk(threaded_town)
    before = thread(pair.ivan)
    await pair.ivan.deletes_topic(before)
    await pair.olena.says("Уже три дні.")
    added = await pair.ivan.sees("Уже три дні.")
    after = thread(pair.ivan)
    assert added.thread_id == after.id != before.id
    card, message = shown_in(pair.ivan, after)
    assert "Хто відповідає за вулицю?" in card
    assert "Уже три дні." in message


async def test_a_discreet_case_is_a_number_among_the_threads(threaded_town: Town) -> None:
    town = threaded_town
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена", settlement="UA23060090010013596")
    await olena.presses("Повідомити")
    await olena.presses("Насильство вдома")
    await olena.presses("Зрозуміло, далі")
    await olena.says("Мене б’є чоловік.")
    await olena.presses("Надіслати без імені")
    await town.settled()
    assert list(officer.topics) == ["КШ-2026-000001 · Нове"]


async def test_who_loses_a_case_loses_its_thread(threaded_town: Town) -> None:
    town = threaded_town
    area = await town.area()
    ivan, maria = await town.officer("Іван Петренко", area), await town.officer("Марія Коваль", area)
    olena = await town.resident("Олена")
    await asks(olena, QUESTION)
    await town.settled()
    lost = thread(maria)
    await ivan.presses("Прийняти")
    await town.settled()
    assert maria.topics == {}
    assert not any("освітлення" in each.text for each in maria.chat)
    assert await town.stored("select * from case_threads where thread_id = :id", id=lost.id) == []
    assert thread(ivan).title.endswith("У роботі")


async def test_a_case_that_is_given_away_goes_with_its_thread(threaded_town: Town) -> None:
    desk = await two_at_desk(threaded_town)
    assert len(desk.ivan.topics) == 1
    await opens_transfer(desk.ivan)
    await desk.ivan.presses(MARIA)
    await desk.ivan.presses("Передати без слів")
    await threaded_town.settled()
    assert desk.ivan.topics == {}
    assert shown_in(desk.ivan, None)[-1] == "КШ-2026-000001\nУ роботі в іншого офіцера."
    assert not any("вулицю" in each.text for each in desk.ivan.chat)
    assert any("Хто відповідає за вулицю?" in text for text in shown_in(desk.maria, thread(desk.maria)))


async def test_danger_is_seen_on_the_icon_until_somebody_takes_the_case(threaded_town: Town) -> None:
    town = threaded_town
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, "Сусід погрожує мене вбити")
    await town.settled()
    assert ICONS[thread(officer).icon] == "‼️"
    await officer.presses("Прийняти")
    await town.settled()
    assert ICONS[thread(officer).icon] == "📝"


async def test_no_letter_of_a_thread_costs_more_than_three_calls(threaded_town: Town) -> None:
    """From the case to the first message in its thread, each counted until the chat is at rest."""
    town = threaded_town
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    before = len(town.telegram.requests)
    await asks(olena, QUESTION)
    await town.settled()
    made = [each.method for each in town.telegram.requests[before:] if each.params.get("chat_id") == officer.id]
    assert made == ["createForumTopic", "sendMessage"]
    before = len(town.telegram.requests)
    await officer.deletes_topic(thread(officer))
    await olena.says("Уже три дні.")
    await town.settled()
    made = [each.method for each in town.telegram.requests[before:] if each.params.get("chat_id") == officer.id]
    assert made == ["sendMessage", "createForumTopic", "sendMessage", "sendMessage"]  # the first was refused


async def test_an_erased_case_leaves_no_thread(threaded_town: Town) -> None:
    pair = await talk(threaded_town)
    await closes(pair)
    await threaded_town.settled()
    assert len(pair.ivan.topics) == 1
    await threaded_town.passes(days=400)
    assert pair.ivan.topics == {}
    assert not any("вулицю" in each.text for each in pair.ivan.chat)
    assert await threaded_town.stored("select * from case_threads") == []


async def test_a_resident_is_answered_in_the_thread_in_which_they_write(threaded_town: Town) -> None:
    town = threaded_town
    await town.area()
    olena = await town.resident("Олена")
    topic = await olena.opens_topic("Моє")
    await olena.says("Запитати", topic=topic)
    await town.settled()
    assert olena.last.thread_id == topic.id
    await olena.says(QUESTION)  # the form is one, wherever it goes on
    await olena.presses("Надіслати без імені")
    sent = await olena.sees("Надіслано: КШ-")
    assert sent.thread_id is None
    await olena.says("/help", topic=topic)
    await town.settled()
    assert olena.last.thread_id == topic.id


async def test_an_answer_may_refer_to_the_beginning_of_its_thread(threaded_town: Town) -> None:
    """As Telegram marks what is written in a topic and answers nothing there."""
    pair = await talk(threaded_town)
    beginning = next(each for each in pair.ivan.chat if "forum_topic_created" in each.fields)
    await pair.ivan.says("Міська рада.", topic=thread(pair.ivan), reply_to=beginning)
    await pair.olena.sees("Міська рада.")


async def test_what_is_written_to_a_case_that_was_taken_meanwhile_is_kept(threaded_town: Town) -> None:
    town = threaded_town
    area = await town.area()
    ivan, maria = await town.officer("Іван Петренко", area), await town.officer("Марія Коваль", area)
    olena, petro = await town.resident("Олена"), await town.resident("Петро")
    await asks(olena, QUESTION)
    await asks(petro, "Коли прийом?")
    await town.settled()
    taken = thread(maria, 1)
    town.telegram.faults.add(Refusal("DIALOG_NOT_ACTIVE"), method="deleteForumTopic", times=None)
    await ivan.presses("Прийняти", on=await ivan.sees("освітлення", anywhere=True))
    await town.settled()
    assert taken.title == "КШ-2026-000001"  # it says no more than that
    await maria.says("Міська рада.", topic=taken)
    asked = await maria.sees("Кому це?")
    assert "«Міська рада.»" in asked.text
    await olena.does_not_see("Міська рада.", anywhere=True)


# What Telegram does.


async def test_where_telegram_makes_no_thread_the_case_comes_among_all_else(threaded_town: Town) -> None:
    town = threaded_town
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    town.telegram.faults.add(Refusal("the chat is not a forum"), method="createForumTopic", times=None)
    await asks(olena, QUESTION)
    card = await officer.sees("освітлення")
    assert card.thread_id is None
    await olena.says("Уже три дні.")
    await officer.sees("Уже три дні.")
    asked = [each.params for each in town.telegram.requests if each.method == "createForumTopic"]
    assert ["icon_custom_emoji_id" in params for params in asked] == [True, False]


async def test_a_thread_whose_icon_is_refused_has_none(threaded_town: Town) -> None:
    town = threaded_town
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    town.telegram.faults.add(Refusal("DOCUMENT_INVALID"), method="createForumTopic")
    await asks(olena, QUESTION)
    card = await officer.sees("освітлення")
    assert card.thread_id == thread(officer).id
    assert thread(officer).icon == ""


async def test_a_thread_that_takes_nothing_is_not_made_again_and_again(threaded_town: Town) -> None:
    town = threaded_town
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    town.telegram.faults.add(Refusal("message thread not found"), method="sendMessage", chat=officer.id, times=1)
    await asks(olena, QUESTION)
    card = await officer.sees("освітлення")
    assert card.thread_id is None
    assert len([each for each in town.telegram.requests if each.method == "createForumTopic"]) == 1


async def test_a_message_that_missed_its_thread_is_sent_once_and_the_next_opens_another(threaded_town: Town) -> None:
    pair = await talk(threaded_town)
    before = thread(pair.ivan)
    await pair.ivan.deletes_topic(before)
    threaded_town.telegram.faults.add(Astray(), method="sendMessage", chat=pair.ivan.id)
    await pair.olena.says("Уже три дні.")
    added = await pair.ivan.sees("Уже три дні.")
    assert added.thread_id is None
    await pair.olena.says("І досі темно.")
    added = await pair.ivan.sees("І досі темно.")
    assert added.thread_id == thread(pair.ivan).id
    assert len([each for each in pair.ivan.chat if "Уже три дні." in each.text]) == 1


async def test_a_crash_while_a_thread_is_made_loses_nothing(threaded_town: Town) -> None:
    town = threaded_town
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    town.telegram.faults.add(CutAfter(), method="createForumTopic")  # it is made, and nobody learns of it
    await asks(olena, QUESTION)
    await town.passes(seconds=5)
    card = await officer.sees("освітлення", anywhere=True)
    assert card.thread_id is not None
    assert len([each for each in officer.chat if "освітлення" in each.text]) == 1


# From one kind of desk to the other.


def with_threads(policy: Policy, *, threads: bool) -> Policy:
    return replace(policy, cases=replace(policy.cases, threads=threads))


async def test_the_setting_moves_open_cases_to_the_other_kind_of_desk(threaded_town: Town) -> None:
    town, pair = threaded_town, await talk(threaded_town)
    rules = town.app.store.policy
    async with town.another_process(with_threads(rules, threads=False)):
        await town.passes(minutes=1)
        assert pair.ivan.topics == {}
        card = await pair.ivan.sees("Хто відповідає за вулицю?", anywhere=True)
        assert card.thread_id is None
        await pair.ivan.says("Міська рада.", reply_to=card)
        await pair.olena.sees("Міська рада.")
        async with town.another_process(with_threads(rules, threads=True)):
            await town.passes(minutes=1)
            moved = thread(pair.ivan)
            assert any("Хто відповідає за вулицю?" in text for text in shown_in(pair.ivan, moved))
            assert "Звернення тепер в окремій темі." in card.text
            await pair.ivan.says("Ще не все.", topic=moved)
            await pair.olena.sees("Ще не все.")
            assert await town.stored("select key from facts where key = 'desks_moved'") != []
            await town.passes(minutes=1)
            assert await town.stored("select key from facts where key = 'desks_moved'") == []


async def test_without_topics_at_telegram_the_setting_changes_nothing(town: Town) -> None:
    rules = with_threads(town.app.store.policy, threads=True)
    async with town.another_process(rules):
        pair = await talk(town)
        assert pair.ivan.topics == {}
        await pair.ivan.presses("Відповісти")
        await pair.ivan.says("Міська рада.")
        await pair.olena.sees("Міська рада.")


async def test_an_answer_whose_thread_is_gone_by_then_comes_among_all_else(threaded_town: Town) -> None:
    await threaded_town.area()
    olena = await threaded_town.resident("Олена")
    topic = await olena.opens_topic("Моє")
    await olena.says("/help", topic=topic)
    await olena.deletes_topic(topic)
    await threaded_town.settled()
    assert olena.last.from_bot
    assert olena.last.thread_id is None
