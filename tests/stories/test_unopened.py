"""Danger has a clock of its own: unopened for 15 minutes, it is for the others of its area and for the coordinators."""

import pytest

from simulator import Person
from tests.stories.cases import Talk, asks, reports, talk
from tests.stories.notices import silent
from tests.stories.pauses import opens_history, pauses_it
from tests.stories.posts import DNIPRO, ZAPORIZHZHIA
from tests.stories.reminders import times_seen
from tests.stories.test_emergency_cases import BEATS
from tests.town import Town

UNOPENED = "🆘 Терміново. Це звернення ніхто не відкрив понад 15 хвилин."
ON_CARD = "Понад 15 хвилин ніхто не відкрив."
DANGER = "🆘 У зверненні з’явилися слова про небезпеку."
NUMBER = "КШ-2026-000001"


async def with_colleague(town: Town) -> tuple[Talk, Person, Person]:
    """Ivan has Olena's case; Maria serves with him, and Olha coordinates."""
    here = await talk(town)
    [area] = await town.stored("select id from areas")
    maria = await town.officer("Марія Коваль", int(str(area["id"])))  # type: ignore[arg-type]  # an area's id
    return here, maria, await town.coordinator("Ольга", ZAPORIZHZHIA)


async def test_danger_in_an_open_case_comes_first_with_sound_and_unopened_goes_to_others(either_town: Town) -> None:
    town = either_town
    here, maria, olha = await with_colleague(town)
    other = await town.coordinator("Петро", DNIPRO)
    await here.olena.says(BEATS)
    await here.ivan.sees(DANGER, anywhere=True)
    assert not silent(town, here.ivan, DANGER)
    await town.passes(minutes=14)
    assert times_seen(maria, NUMBER) == times_seen(olha, NUMBER) == 0
    await town.passes(minutes=1)
    for each in (maria, olha):
        letter = await each.sees(UNOPENED)
        assert letter.text.startswith(NUMBER)
        assert "Відповідає: капітан поліції Іван Петренко." in letter.text
        assert not silent(town, each, UNOPENED)
    assert times_seen(other, UNOPENED) == times_seen(here.ivan, UNOPENED) == 0
    assert ON_CARD in (await here.ivan.sees("Хто відповідає за вулицю?", anywhere=True)).text
    await town.passes(minutes=30)
    assert times_seen(maria, UNOPENED) == times_seen(olha, UNOPENED) == 1


async def test_it_rings_at_night_too(town: Town) -> None:
    here, maria, olha = await with_colleague(town)
    await town.passes(hours=17)  # three in the morning
    await here.olena.says(BEATS)
    await town.passes(minutes=15)
    await maria.sees(UNOPENED)
    await olha.sees(UNOPENED)
    assert not silent(town, here.ivan, DANGER)


@pytest.mark.parametrize("how", ["history", "reply", "reaction", "answer"])
async def test_whoever_opens_it_at_its_desk_stops_the_clock(town: Town, how: str) -> None:
    here, maria, olha = await with_colleague(town)
    await here.olena.says(BEATS)
    came = await here.ivan.sees(BEATS)
    if how == "history":
        await here.ivan.presses("Історія", on=await here.ivan.sees(DANGER, anywhere=True))
    elif how == "reply":
        await here.ivan.says("Їду.", reply_to=came)
    elif how == "reaction":
        await here.ivan.reacts(came, "👌")
    else:
        await here.ivan.presses("Відповісти", on=await here.ivan.sees("Хто відповідає за вулицю?", anywhere=True))
    await town.passes(minutes=20)
    assert times_seen(maria, NUMBER) == times_seen(olha, NUMBER) == 0


async def test_a_colleague_takes_it_and_it_goes_from_the_others(either_town: Town) -> None:
    town = either_town
    here, maria, olha = await with_colleague(town)
    await here.olena.says(BEATS)
    await town.passes(minutes=15)
    await olha.presses("Історія", on=await olha.sees(UNOPENED))
    await olha.sees(BEATS)
    await maria.presses("Історія", on=await maria.sees(UNOPENED))
    await maria.sees(BEATS)
    await maria.presses("Прийняти")
    await here.olena.sees("Відповідає: капітан поліції Марія Коваль.")
    await town.settled()
    assert times_seen(olha, BEATS) == times_seen(here.ivan, BEATS) == 0
    await here.ivan.sees("У роботі в іншого офіцера.", anywhere=True)
    await town.passes(minutes=30)
    assert times_seen(here.ivan, UNOPENED) == 0


async def test_when_its_officer_answers_it_is_theirs_alone_again(town: Town) -> None:
    here, maria, olha = await with_colleague(town)
    await here.olena.says(BEATS)
    await town.passes(minutes=15)
    for each in (maria, olha):
        await each.presses("Історія", on=await each.sees(UNOPENED))
        await each.sees(BEATS)
    card = await here.ivan.sees("Хто відповідає за вулицю?", anywhere=True)
    await here.ivan.says("Їду.", reply_to=card)
    await here.olena.sees("Їду.")
    await town.settled()
    assert ON_CARD not in card.text
    assert times_seen(maria, BEATS) == times_seen(olha, BEATS) == 0
    await here.olena.says("він знову мене б'є, ломає двері, викрали дитину", reply_to=await here.olena.sees("Їду."))
    await town.settled()
    assert times_seen(maria, "ломає") == times_seen(olha, "ломає") == 0


async def test_a_coordinator_finds_it_in_the_queue_and_gives_it_to_another(town: Town) -> None:
    here, maria, olha = await with_colleague(town)
    await here.olena.says(BEATS)
    await town.passes(minutes=15)
    await olha.says("Координатор")
    await olha.presses("Черга: 1")
    await olha.presses(f"{NUMBER} · Запитання")
    await olha.presses("Передати офіцеру")
    await olha.presses("капітан поліції Марія Коваль")
    await maria.sees(BEATS, anywhere=True)
    await town.passes(minutes=14)
    assert times_seen(here.ivan, UNOPENED) == 0
    await town.passes(minutes=1)
    await here.ivan.sees(UNOPENED)  # the clock started again with the new officer


async def test_a_new_case_that_nobody_opens_is_for_the_coordinators_too(either_town: Town) -> None:
    town = either_town
    ivan = await town.officer("Іван Петренко", await town.area())
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    olena = await town.resident("Олена")
    await asks(olena, BEATS)
    await town.passes(minutes=15)
    await ivan.sees(UNOPENED)
    await olha.presses("Історія", on=await olha.sees(UNOPENED))
    await olha.presses("Прийняти", on=await olha.sees(BEATS))
    await olena.sees("Відповідає координатор поліції області.")


async def test_words_moved_to_an_open_case_ring_as_well(town: Town) -> None:
    here = await talk(town)
    await asks(here.olena, "Друге запитання")
    await here.olena.says(BEATS)
    await here.olena.presses("000001 · Хто відповідає за вулицю?", on=await here.olena.sees("Кому це?"))
    await here.ivan.sees(DANGER, anywhere=True)


async def test_danger_in_a_complaint_is_never_told_to_officers(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olha, nina = [await town.coordinator(name, ZAPORIZHZHIA) for name in ("Ольга", "Ніна")]
    olena = await town.resident("Олена")
    await reports(olena, "Скарга на офіцера", BEATS)
    await olha.presses("Прийняти", on=await olha.sees(NUMBER))
    await town.passes(minutes=11)
    await olena.says(BEATS)
    await town.passes(minutes=15)
    await nina.sees(UNOPENED, anywhere=True)
    assert "Скарга" not in nina.last.text
    assert times_seen(olha, UNOPENED) == times_seen(ivan, NUMBER) == 0


async def test_a_colleague_who_has_paused_a_case_of_that_person_is_not_told(town: Town) -> None:
    area = await town.area()
    ivan = await town.officer("Іван Петренко", area)
    olena = await town.resident("Олена")
    await asks(olena, "Перше")
    await ivan.presses("Прийняти")
    await town.settled()
    await opens_history(ivan)
    await pauses_it(town, ivan)
    maria = await town.officer("Марія Коваль", area)
    await asks(olena, BEATS)
    await maria.sees(BEATS, anywhere=True)
    await town.passes(minutes=15)
    assert times_seen(ivan, "КШ-2026-000002") == 0


async def test_where_nobody_else_is_the_operator_is_told(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    here = await talk(town)
    await here.olena.says(BEATS)
    capsys.readouterr()
    await town.passes(minutes=15)
    assert "nobody opens a case with danger, and there is nobody else to notify" in capsys.readouterr().out


async def test_a_case_that_has_ended_rings_no_more(town: Town) -> None:
    here, maria, olha = await with_colleague(town)
    await here.olena.says(BEATS)
    await here.olena.presses("Мої звернення")
    await here.olena.presses("000001 · Запитання · У роботі", on=await here.olena.sees("Оберіть звернення"))
    await here.olena.presses("Закрити")
    await here.olena.presses("Так, закрити")
    await town.passes(minutes=20)
    assert times_seen(maria, NUMBER) == times_seen(olha, NUMBER) == 0
