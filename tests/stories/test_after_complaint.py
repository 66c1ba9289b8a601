"""What a resident writes after a complaint that is not with anyone reaches no officer before its writer has said so."""

import pytest

from simulator import Person
from tests.stories.cases import UNNAMED, Talk, opens_case, talk
from tests.stories.posts import ZAPORIZHZHIA
from tests.stories.test_complaints import UNREAD, serves
from tests.stories.test_queue import complains
from tests.town import Town

WORDS = "Він бере хабарі"


async def asked_about(olena: Person, ivan: Person) -> None:
    """What is written now is asked about, and the officer of the open case sees nothing of it."""
    await olena.says(WORDS)
    assert "Нове запитання" in (await olena.sees("Кому це?")).buttons
    await ivan.does_not_see(WORDS, anywhere=True)


@pytest.fixture
async def refused(either_town: Town) -> Talk:
    """Nobody may read a complaint here."""
    pair = await talk(either_town)
    await serves(either_town, await either_town.coordinator("Ольга", ZAPORIZHZHIA))
    await pair.olena.presses("Повідомити")
    await pair.olena.presses("Скарга на офіцера")
    await either_town.settled()
    assert UNREAD in pair.olena.alerts[-1]
    return pair


async def test_words_after_a_refused_complaint_are_asked_about(refused: Talk) -> None:
    await asked_about(refused.olena, refused.ivan)


@pytest.mark.parametrize("way", ["/start", "Скасувати", "‹ Назад", "Повідомити", "Мої звернення"])
async def test_no_way_out_of_a_refused_complaint_leads_words_to_the_officer(refused: Talk, way: str) -> None:
    olena = refused.olena
    await (olena.presses(way) if way[0] == "‹" else olena.says(way))
    await asked_about(olena, refused.ivan)


async def test_after_a_refused_complaint_addressed_words_go_where_they_are_addressed(refused: Talk) -> None:
    olena, ivan = refused.olena, refused.ivan
    await ivan.says("Комунальна служба.", reply_to=await ivan.sees("Хто відповідає", anywhere=True))
    await olena.says("А телефон?", reply_to=await olena.sees("Комунальна служба."))
    await ivan.sees("А телефон?")
    await opens_case(refused)
    await olena.presses("Дописати")
    await olena.says("І адреса")
    await ivan.sees("І адреса")


async def test_after_a_day_words_go_to_the_one_open_case_again(refused: Talk, either_town: Town) -> None:
    await either_town.passes(days=1, minutes=1)
    await refused.olena.says("Дякую")
    await refused.ivan.sees("Дякую")


@pytest.fixture
async def served(town: Town) -> tuple[Talk, Person]:
    """A coordinator reads complaints here."""
    pair = await talk(town)
    return pair, await town.coordinator("Ольга", ZAPORIZHZHIA)


async def test_words_after_a_declined_complaint_are_asked_about(town: Town, served: tuple[Talk, Person]) -> None:
    pair, olha = served
    await complains(pair.olena, "Офіцер спить")
    await olha.presses("Прийняти")
    await olha.presses("Відхилити")
    await olha.says("Про це вже писали.")
    await pair.olena.sees("Звернення відхилено.")
    await asked_about(pair.olena, pair.ivan)


@pytest.mark.parametrize("written", [True, False])
@pytest.mark.parametrize("way", ["‹ Назад", "Скасувати"])
async def test_words_after_a_complaint_that_was_given_up_are_asked_about(
    town: Town, served: tuple[Talk, Person], way: str, written: bool
) -> None:
    olena, ivan = served[0].olena, served[0].ivan
    await olena.presses("Повідомити")
    await olena.presses("Скарга на офіцера")
    if written:
        await olena.says("Офіцер спить")
        await olena.sees("Ще не надіслано")
    await olena.presses(way)
    await town.settled()
    await asked_about(olena, ivan)


async def test_words_after_a_complaint_that_could_not_be_sent_stay_with_it(town: Town) -> None:
    pair, olha = await talk(town), await town.coordinator("Ольга", ZAPORIZHZHIA)
    await pair.olena.presses("Повідомити")
    await pair.olena.presses("Скарга на офіцера")
    await pair.olena.says("Офіцер спить")
    await pair.olena.sees("Ще не надіслано")
    await serves(town, olha)
    await pair.olena.presses(UNNAMED)
    await town.settled()
    assert UNREAD in pair.olena.alerts[-1]
    await pair.olena.says(WORDS)
    await pair.olena.sees("Ще не надіслано: «Офіцер спить» і ще 1 повідомлення.")
    await pair.ivan.does_not_see(WORDS, anywhere=True)
