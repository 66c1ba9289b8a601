"""Where life may be at risk the card with the numbers comes first, and nothing is held back."""

from collections import Counter

import pytest

from bot.domain import phrase_matching
from bot.domain.local_facts import numbers
from simulator import Person
from tests.stories.cases import UNNAMED, Talk, asks, chooses, closes, opens_case, talk
from tests.town import Town


@pytest.fixture
async def ivan(town: Town) -> Person:
    return await town.officer("Іван Петренко", await town.area())


@pytest.fixture
async def olena(town: Town, ivan: Person) -> Person:
    return await town.resident("Олена")


def cards(person: Person, title: str) -> list[int]:
    """Where cards with this title are in the chat."""
    return [place for place, bubble in enumerate(person.chat) if title in bubble.text]


@pytest.mark.parametrize(
    ("category", "title"),
    [
        ("Насильство вдома", "Небезпечно зараз? Зателефонуйте 102"),
        ("Підозрілі люди, авто", "Відбувається зараз? Зателефонуйте 102"),
        ("Діти", "Дитина в небезпеці? Зателефонуйте 102"),
        ("Людині потрібна допомога", "Людині погано? Зателефонуйте 103"),
    ],
)
async def test_some_categories_show_whom_to_call_before_the_form(
    town: Town, olena: Person, ivan: Person, category: str, title: str
) -> None:
    await olena.presses("Повідомити")
    await chooses(olena, category)
    card = await olena.sees(title)
    assert "Це не служба 102" in card.text
    await olena.presses("‹ Назад")
    await chooses(olena, category)
    await olena.presses("Зрозуміло, далі")
    await olena.says("Прошу поради.")
    await olena.presses(UNNAMED)
    await ivan.sees("КШ-2026-000001")


async def test_a_text_that_mentions_an_emergency_shows_the_card_before_the_preview_and_is_kept(
    town: Town, olena: Person, ivan: Person
) -> None:
    await olena.presses("Запитати")
    await olena.says("Сусід б'є дружину!")
    await olena.sees("Є ненадіслане.")
    [card] = cards(olena, "Зателефонуйте 102 зараз")
    [preview] = cards(olena, "Є ненадіслане.")
    assert card < preview
    assert "Ваше повідомлення збережено." in olena.chat[card].text
    await olena.presses(UNNAMED)
    await ivan.sees("Сусід б'є дружину!")


async def test_each_kind_of_card_comes_once_an_hour_whatever_is_said_between(town: Town, olena: Person) -> None:
    await olena.presses("Запитати")
    await olena.says("Сусід б'є дружину")
    await olena.says("Он избил её, спасите")
    await town.settled()
    assert len(cards(olena, "Зателефонуйте 102 зараз")) == 1
    await olena.says("Тепер ще й пожежа!")
    await olena.sees("Зателефонуйте 101 зараз")
    await town.passes(minutes=59)
    await olena.says("Знову б'є")
    await olena.does_not_see("Зателефонуйте 102 зараз")
    await town.passes(minutes=1)
    await olena.says("Знову б'є")
    await olena.sees("Зателефонуйте 102 зараз")


HELP = "Потрібна допомога? Зателефонуйте 102"


@pytest.mark.parametrize("words", ["помогите", "Допоможіть!", "Рятуйте", "help me"])
async def test_a_plain_cry_for_help_brings_the_general_card_as_a_first_message_and_in_an_open_case(
    town: Town, words: str
) -> None:
    pair = await talk(town)
    await pair.olena.says(words)
    card = await pair.olena.sees(HELP)
    assert "112" in card.text
    assert "Це не служба 102" in card.text
    await pair.ivan.sees(words)
    taras = await town.resident("Тарас")
    await taras.says(words)
    await taras.sees(HELP)
    await taras.sees("Є ненадіслане.")


async def test_help_as_a_word_alone_is_the_button_with_that_label_and_shows_the_numbers_too(olena: Person) -> None:
    await olena.says("help")
    shown = await olena.sees("Куди телефонувати")
    assert shown.text.splitlines()[1].startswith("102 — поліція")


@pytest.mark.parametrize("words", ["допоможіть з довідкою", "б'ють пляшки", "вбивають дороги"])
async def test_a_polite_request_and_a_nuisance_bring_no_card(town: Town, olena: Person, words: str) -> None:
    await olena.says(words)
    await olena.sees(f"Ще не надіслано: «{words}».")
    await olena.does_not_see("Зателефонуйте", anywhere=True)


async def test_a_card_of_another_kind_comes_within_the_same_minute(town: Town) -> None:
    pair = await talk(town)
    olena = pair.olena
    await olena.says("помогите")
    await olena.sees(HELP)
    await olena.says("помогите меня бьют")
    await olena.sees("Зателефонуйте 102 зараз")
    await olena.says("мене вбивають")
    await olena.says("чоловік б'є мене")
    await olena.says("хата горить")
    await olena.sees("Зателефонуйте 101 зараз")
    await town.settled()
    assert len(cards(olena, "Зателефонуйте 102 зараз")) == 1
    await pair.ivan.sees("чоловік б'є мене", anywhere=True)


@pytest.mark.parametrize("words", ["помогите меня бьют", "мене вбивають", "чоловік б'є мене"])
async def test_each_of_these_brings_the_card_after_one_of_another_kind(town: Town, olena: Person, words: str) -> None:
    await olena.says("У під'їзді пахне газом")
    await olena.sees("Зателефонуйте 104 з вулиці")
    await olena.says(words)
    await olena.sees("Зателефонуйте 102 зараз")


async def test_a_card_that_was_shown_is_forgotten_after_its_hour(town: Town, olena: Person) -> None:
    await olena.says("Горить хата!")
    await olena.sees("Зателефонуйте 101 зараз")
    assert await town.stored("select emergency from emergency_cards") == [{"emergency": "fire"}]
    await town.passes(minutes=61)
    await town.settled()
    assert await town.stored("select emergency from emergency_cards") == []


async def test_that_this_is_not_the_service_102_is_said_at_entry_with_danger_and_in_help_alone(town: Town) -> None:
    said = "Це не служба 102"
    await town.officer("Іван Петренко", await town.area())
    olena = town.telegram.person("Олена")
    await olena.starts()
    await olena.sees(said)
    olena = await town.resident("Ганна")
    before = len(olena.chat)
    await olena.presses("Повідомити")
    await olena.presses("Сусіди, шум, п’яні")
    await olena.says("Щоночі музика")
    await olena.presses(UNNAMED)
    await olena.sees("Надіслано")
    await olena.starts()
    await olena.sees("Оберіть, що потрібно")
    await town.settled()
    assert [bubble.text for bubble in olena.chat[before:] if said in bubble.text] == []
    await olena.presses("Допомога")
    await olena.sees(said)
    await olena.says("Горить хата!")
    assert said in (await olena.sees("Зателефонуйте 101 зараз")).text


async def test_a_follow_up_about_the_same_shows_the_card_once(town: Town) -> None:
    pair = await talk(town)
    await pair.olena.says("Сусід б'є дружину")
    await pair.olena.sees("Зателефонуйте 102 зараз")
    await pair.olena.says("Он избил её, спасите")
    await pair.olena.does_not_see("Зателефонуйте 102 зараз")


async def test_a_follow_up_shows_the_card_and_reaches_the_officer(town: Town) -> None:
    pair = await talk(town)
    await pair.olena.says("У під'їзді пахне газом")
    await pair.olena.sees("Зателефонуйте 104 з вулиці")
    await pair.ivan.sees("У під'їзді пахне газом")


async def test_a_caption_and_an_edit_are_read_too(town: Town) -> None:
    pair = await talk(town)
    said = await pair.olena.sends_photo("Дивіться")
    await pair.olena.edits(said, "Дивіться, хата горить")
    await pair.olena.sees("Зателефонуйте 101 зараз")
    await pair.ivan.sees("хата горить")


async def test_the_very_first_message_shows_the_card(town: Town, olena: Person) -> None:
    await olena.says("зникла дитина, не повернулася зі школи")
    await olena.sees("Зателефонуйте 102 зараз")
    await olena.sees("Є ненадіслане.")


# Also where a place's name is asked for.


@pytest.fixture
async def newcomer(town: Town) -> Person:
    """A person who has consented and is asked for the community."""
    await town.area()
    taras = town.telegram.person("Тарас")
    await taras.starts()
    await taras.presses("Погоджуюся")
    await taras.sees("Яка Ваша громада?")
    return taras


@pytest.mark.parametrize(
    "words", ["пожежа, горить хата", "Пожежа! Горить хата", "Пожежа!", "пожежа\nшвидше", "у селі пожежа"]
)
async def test_a_call_for_help_that_begins_as_a_place_shows_the_card_and_is_kept(
    town: Town, newcomer: Person, words: str
) -> None:
    await newcomer.says(words)
    card = await newcomer.sees("Зателефонуйте 101 зараз", anywhere=True)
    assert "Ваше повідомлення збережено." in card.text
    await newcomer.sees("Вкажіть громаду, і Ваше повідомлення отримає")
    await newcomer.does_not_see("Це Ваша громада?")
    await newcomer.says("Комишуваська")
    await newcomer.presses("Так, моя")
    await newcomer.sees("Є ненадіслане.")


@pytest.mark.parametrize("words", ["Пожежа", "с. Пожежа", "село Пожежа"])
async def test_a_place_with_a_name_like_a_call_for_help_is_found(newcomer: Person, words: str) -> None:
    await newcomer.says(words)
    candidate = await newcomer.sees("Це Ваша громада?")
    assert "с. Пожежа" in candidate.text
    await newcomer.does_not_see("Зателефонуйте 101")


@pytest.mark.parametrize(
    ("words", "number"),
    [("my house is on fire", "101"), ("he beats me", "102"), ("I smell gas", "104"), ("someone is bleeding", "103")],
)
async def test_an_english_text_shows_the_card_in_english(town: Town, olena: Person, words: str, number: str) -> None:
    await olena.presses("Налаштування")
    await olena.presses("English")
    await olena.says(words)
    await olena.sees(f"Call {number}", anywhere=True)


async def test_the_card_for_mines_and_what_follows_ask_for_no_photo_and_no_place(town: Town, olena: Person) -> None:
    await olena.presses("Запитати")
    before = len(olena.chat)
    await olena.says("На городі знайшли міну")
    await olena.sees("Зателефонуйте 101 або 102")
    await olena.sends_document("мапа.doc")
    await olena.sees("Напишіть словами або надішліть з іменем.")
    said = " ".join(bubble.text for bubble in olena.chat[before:] if bubble.from_bot)
    assert "Не фотографуйте" in said
    assert "як фото" not in said
    assert "місце" not in said


async def test_the_numbers_are_those_of_the_settings(town: Town, olena: Person) -> None:
    await asks(olena, "Людині погано, не дихає")
    known = numbers(town.app.store.policy.hotlines)
    await olena.sees(f"Зателефонуйте {known['ambulance']} зараз", anywhere=True)


# Also with a refusal.


async def warned_and_refused(pair: Talk, card: str, refusal: str) -> None:
    """The card came, then why the text was not passed on; nothing of it is being sent."""
    await pair.olena.sees(refusal)
    [shown] = cards(pair.olena, card)
    [refused] = cards(pair.olena, refusal)
    assert shown < refused
    await pair.ivan.does_not_see("вбиває", anywhere=True)


async def test_a_message_to_a_case_that_has_ended_shows_the_card_and_is_kept(town: Town) -> None:
    pair = await talk(town)
    await closes(pair)
    accepted = await pair.olena.sees("Звернення в роботі", anywhere=True)
    await pair.olena.says("допоможіть, він мене вбиває", reply_to=accepted)
    await warned_and_refused(pair, "Зателефонуйте 102 зараз", "вже закрито")
    assert len(await town.stored("select id from case_messages")) == 2


async def test_a_message_added_to_a_case_that_ended_meanwhile_shows_the_card(town: Town) -> None:
    pair = await talk(town)
    await opens_case(pair)
    await pair.olena.presses("Дописати")
    await town.settled()
    await town.stored("update cases set status = 'closed', closed_at = 1 returning id")
    await pair.olena.says("допоможіть, він мене вбиває")
    await warned_and_refused(pair, "Зателефонуйте 102 зараз", "Кому це?")


async def test_a_file_that_a_case_without_a_name_refuses_shows_the_card_of_its_caption(town: Town) -> None:
    pair = await talk(town)
    await pair.olena.sends_video("допоможіть, він мене вбиває")
    await warned_and_refused(pair, "Зателефонуйте 102 зараз", "без імені не передаються")
    assert len(await town.stored("select id from case_messages")) == 1


async def test_the_comment_on_a_rating_is_checked_for_an_emergency_too(town: Town) -> None:
    pair = await talk(town)
    await closes(pair)
    await pair.olena.presses("1")
    await pair.olena.says("Тепер у нас пожежа")
    await warned_and_refused(pair, "Зателефонуйте 101 зараз", "вже закрито")
    await pair.olena.presses("Відкрити повторно")
    await pair.ivan.sees("Тепер у нас пожежа", anywhere=True)


async def test_an_edit_that_comes_too_late_shows_the_card(town: Town) -> None:
    pair = await talk(town)
    said = await pair.olena.says("Дивіться")
    await town.settled()
    await closes(pair)
    await pair.olena.edits(said, "Дивіться, він мене вбиває")
    await warned_and_refused(pair, "Зателефонуйте 102 зараз", "зміну не передано")


async def test_a_call_for_help_is_no_name_and_shows_the_card(town: Town, olena: Person, ivan: Person) -> None:
    await olena.presses("Запитати")
    await olena.says("Хто чергує?")
    await olena.presses("Надіслати з іменем")
    await olena.says("Допоможіть, сусід б'є дружину!")
    await olena.sees("Зателефонуйте 102 зараз")
    await olena.sees("Напишіть ім’я і прізвище")
    await ivan.does_not_see("дружину", anywhere=True)
    await olena.says("Олена Коваль")
    await ivan.sees("Мешканець: Олена Коваль", anywhere=True)
    await ivan.sees("Допоможіть, сусід б'є дружину!", anywhere=True)


async def test_where_nobody_reads_the_card_comes_first_and_does_not_say_that_messages_are_kept(town: Town) -> None:
    olena = await town.resident("Олена")
    await olena.says("Горить хата!")
    card = await olena.sees("Зателефонуйте 101 зараз")
    assert "Ваше повідомлення збережено." not in card.text
    not_kept = await olena.sees("Ваше повідомлення не збережено")
    assert card.id < not_kept.id
    assert await town.stored("select id from cases") == []


async def test_a_draft_of_a_community_that_nobody_reads_any_more_shows_the_card_too(town: Town) -> None:
    await town.area()
    olena = await town.resident("Олена")
    await olena.presses("Запитати")
    await olena.sees("Напишіть запитання")
    await town.stored("update communities set enrolment = 'chosen' returning code")
    await olena.says("Горить хата!")
    await olena.sees("Зателефонуйте 101 зараз")
    await olena.sees("Ваше повідомлення не збережено")


async def test_each_message_is_looked_at_once_however_many_came_before(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: Counter[str] = Counter()
    fold = phrase_matching.fold

    def counted(text: str) -> list[str]:
        looks[text] += 1
        return fold(text)

    pair = await talk(town)
    monkeypatch.setattr(phrase_matching, "fold", counted)
    for number in range(12):
        await pair.olena.says(f"Дим, {number}")
        await town.settled()
    await pair.olena.says("Горить хата!")
    await pair.olena.presses("Запитати")
    for number in range(12):
        await pair.olena.says(f"Знов дим, {number}")
        await town.settled()
    await pair.olena.says("Знов горить хата!")
    await pair.olena.presses(UNNAMED)
    await pair.ivan.sees("Знов горить хата!")
    assert len(looks) == 26
    assert set(looks.values()) == {1}
    assert len(cards(pair.olena, "Зателефонуйте 101 зараз")) == 1


async def test_an_emergency_added_by_an_edit_shows_the_card_once(town: Town) -> None:
    pair = await talk(town)
    said = await pair.olena.says("Димить мангал.")
    await pair.olena.edits(said, "Горить хата!")
    await pair.olena.sees("Зателефонуйте 101 зараз")
    await pair.olena.edits(said, "Таки горить хата!")
    await pair.olena.says("Горить хата!")
    await town.settled()
    assert len(cards(pair.olena, "Зателефонуйте 101 зараз")) == 1
