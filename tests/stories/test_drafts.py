"""Messages that come before their writer may send them: kept for a day with the one step that is missing."""

import pytest

from bot.domain.ids import CaseId
from bot.handlers.cases import drafts as handlers
from bot.handlers.cases.buttons import SendUnnamed
from bot.surface.context import Context
from simulator import Person
from simulator.people import Part
from tests.stories.cases import UNNAMED
from tests.stories.posts import FAR_AWAY
from tests.town import Town, resources

NOT_SENT = "Ще не надіслано"
WITHOUT_OFFICER = "UA23060110000049870"


async def newcomer(town: Town, *, agrees: bool = False) -> Person:
    olena = town.telegram.person("Олена")
    await olena.starts()
    await olena.sees("Доброго дня!")
    if agrees:
        await olena.presses("Погоджуюся")
    return olena


async def drafts(town: Town) -> list[dict[str, object]]:
    return await town.stored("select id from cases where status = 'draft'")


async def test_messages_before_the_consent_go_to_the_officer_after_the_two_steps(either_town: Town) -> None:
    town = either_town
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await newcomer(town)
    await olena.says("Біля школи яма")
    kept = await olena.sees(NOT_SENT)
    assert "потрібна Ваша згода" in kept.text
    assert "24 години" in kept.text
    await olena.sends_album([Part("photo", "Ось вона"), Part("photo")])
    await olena.sees("Ще не надіслано: «Біля школи яма» і ще 2 повідомлення.")
    await olena.presses("Прочитати і погодитися")
    await olena.presses("Погоджуюся")
    await olena.says("Комишуваська")
    await olena.presses("Так, моя")
    await olena.sees("Ще не надіслано: «Біля школи яма» і ще 2 повідомлення.")
    await olena.presses(UNNAMED)
    await ivan.sees("Біля школи яма", anywhere=True)
    await ivan.sees("Ось вона", anywhere=True)


async def test_without_a_community_the_missing_step_is_the_community(town: Town) -> None:
    await town.area()
    olena = await newcomer(town, agrees=True)
    await olena.presses("‹ Назад")
    await olena.sends_voice()
    kept = await olena.sees(NOT_SENT)
    assert "Вкажіть громаду" in kept.text
    await olena.presses("Вказати громаду")
    await olena.says("Комишуваська")
    await olena.presses("Так, моя")
    await olena.sees("Ще не надіслано: голосове.")


async def test_a_second_message_joins_the_first_even_after_start_and_another_language(town: Town) -> None:
    await town.area()
    olena = await newcomer(town)
    await olena.says("Перше")
    await olena.sees(NOT_SENT)
    await olena.starts()
    await olena.presses("English")
    await olena.says("Друге")
    await olena.sees("Not sent yet")
    assert len(await drafts(town)) == 1
    await olena.presses("Read and agree")
    await olena.presses("I agree")
    await olena.says("Комишуваська")
    await olena.presses("Yes, it is mine")
    assert len(await town.stored("select id from case_messages")) == 2
    await olena.sees("Not sent yet")


async def test_the_screen_leads_on_when_the_step_is_done_meanwhile(town: Town) -> None:
    await town.area()
    olena = await newcomer(town)
    await olena.says("Біля школи яма")
    await olena.sees(NOT_SENT)
    await olena.presses("Скасувати")
    await olena.sees("Нічого не надіслано")
    assert await drafts(town) == []


async def test_in_a_community_without_an_officer_the_draft_is_deleted_and_the_numbers_shown(town: Town) -> None:
    olena = await newcomer(town, agrees=True)
    await olena.presses("‹ Назад")
    await olena.sends_photo("Біля школи яма")
    await olena.sees(NOT_SENT)
    await olena.presses("Вказати громаду")
    await olena.says("Комишуваська")
    await olena.presses("Так, моя")
    await olena.sees("Ваше повідомлення не збережено")
    await olena.sees("Ваша громада ще не долучилася")
    assert await drafts(town) == []


async def test_where_nobody_reads_messages_are_not_stored_and_it_is_said_once_for_an_album(town: Town) -> None:
    olena = await town.resident("Олена")
    await olena.sends_album([Part("photo"), Part("photo"), Part("photo")])
    await olena.sees("Ваше повідомлення не збережено")
    await olena.sees("102")
    assert sum("не збережено" in bubble.text for bubble in olena.chat) == 1
    assert await town.stored("select id from cases") == []


async def test_a_place_without_an_officer_that_was_looked_up_before_the_consent_keeps_no_messages(town: Town) -> None:
    olena = await newcomer(town)
    await olena.says("Біля школи яма")
    await olena.sees(NOT_SENT)
    await olena.says("Мій офіцер")
    await olena.presses("Вказати громаду")
    await olena.says("Комишуваська")
    await olena.presses("Так, моя")
    await olena.sees("Ваше повідомлення не збережено")
    await olena.says("А якщо так?")
    await olena.sees("Ваше повідомлення не збережено")
    assert await drafts(town) == []


async def test_a_draft_goes_where_its_writer_lives_when_it_is_sent(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    far = await town.officer("Далекий Офіцер", await town.area(FAR_AWAY))
    olena = await town.resident("Олена")
    await olena.presses("Запитати")
    await olena.says("Біля школи яма")
    await town.settled()
    home = resources().register.community(FAR_AWAY).settlements[0].code
    await town.stored("update residents set community = :far, settlement = :home", far=FAR_AWAY, home=home)
    await olena.presses(UNNAMED)
    await far.sees("Біля школи яма")
    await ivan.does_not_see("Біля школи яма", anywhere=True)
    assert await town.stored("select community, settlement from cases") == [{"community": FAR_AWAY, "settlement": home}]


@pytest.mark.parametrize("missing", ["consent", "community"])
async def test_a_draft_cannot_be_sent_before_both_steps_are_done(
    town: Town, missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where the screen that leads to them were passed by."""

    async def may(context: Context) -> bool:
        return True

    monkeypatch.setattr(handlers, "may_write", may)
    await town.area()
    if missing == "community":
        olena = await newcomer(town, agrees=True)
        await olena.presses("‹ Назад")
        await olena.says("Біля школи яма")
    else:
        olena = await town.resident("Олена")
        await olena.presses("Запитати")
        await olena.says("Біля школи яма")
        await town.stored("update persons set consent_version = 0")
    await town.settled()
    await olena.forges(SendUnnamed(CaseId(1)).pack(), on=olena.last)
    await town.settled()
    assert len(await drafts(town)) == 1
    assert olena.alerts[-1].startswith("Спершу погодьтеся")


async def test_after_a_day_the_messages_are_gone(town: Town) -> None:
    await town.area()
    olena = await newcomer(town)
    await olena.says("Біля школи яма")
    await town.passes(hours=23)
    assert len(await drafts(town)) == 1
    await town.passes(hours=2)
    assert await drafts(town) == []
    await olena.sees("Минув час, чернетку видалено. Напишіть ще раз.")
    await olena.presses("Погоджуюся")
    await olena.says("Комишуваська")
    await olena.presses("Так, моя")
    await olena.sees("Оберіть, що потрібно")
    await olena.does_not_see(NOT_SENT)


async def test_in_an_occupied_community_nothing_is_stored_any_more(town: Town) -> None:
    await town.area()
    olena = await town.resident("Олена")
    await town.stored("update communities set occupied = true returning code")
    await olena.says("Біля школи яма")
    await olena.sees("Ваше повідомлення не збережено")
    await olena.sees("Бережіть себе")
    assert await town.stored("select id from cases") == []
