"""An invitation lets a person propose; another one looks at who it is, and confirms or declines."""

import asyncio
import re

from bot.domain.ids import InvitationId
from bot.handlers.officers.buttons import (
    ConfirmProposal,
    DeclineProposal,
    OwnProposal,
    Proposal,
    Proposals,
    Propose,
    WithdrawProposal,
)
from simulator import Person
from simulator.chats import Bubble
from tests.stories.cases import asks
from tests.stories.posts import (
    DNIPRO,
    ZAPORIZHZHIA,
    a_coordinator,
    an_invitation,
    confirmed,
    coordinator_link,
    fills_in,
    invited,
    opens_area,
    proposes,
    takes_post,
    two_coordinators,
)
from tests.stories.test_complaints import of_the_country
from tests.town import Town

CARD = "Хто прийняв запрошення"
FIRST = InvitationId(1)
OVER = "Не підтверджено"


def code_in(bubble: Bubble) -> str:
    found = re.search(r"Код: (\d{3} \d{3})\.", bubble.text)
    assert found, bubble.text
    return found[1]


async def a_proposal(town: Town) -> tuple[Person, Person]:
    """The coordinator who is asked, and the officer who waits."""
    olha = await a_coordinator(town)
    ivan = town.telegram.person("Іван", username="ivan_p")
    await proposes(ivan, await invited(town, olha))
    await olha.sees(CARD)
    return olha, ivan


async def refused(town: Town, person: Person, data: str, answer: str) -> None:
    await person.forges(data, on=person.last)
    await town.settled()
    assert answer in person.alerts[-1]


async def posts(town: Town) -> int:
    return len(await town.stored("select id from assignments where until is null"))


# Waiting.


async def test_who_proposes_waits_and_the_coordinator_sees_who_it_is(either_town: Town) -> None:
    olha, ivan = await a_proposal(either_town)
    waiting = await ivan.sees("Координатор області має підтвердити, що це Ви.")
    assert "Чекаємо до: 26 листопада 2026 р., 10:00." in waiting.text
    card = await olha.sees(CARD)
    for line in (
        "Громада: Комишуваська. Дільниця: Уся громада.",
        "Запрошено: Іван Петренко",
        "Звання: капітан поліції",
        "Ім’я: Іван Петренко",
        "Посада: Поліцейський офіцер громади",
        "Telegram: Іван (@ivan_p)",
    ):
        assert line in card.text
    assert "Увага" not in card.text
    assert code_in(card) == code_in(waiting)


async def test_before_it_is_confirmed_nothing_comes_and_nothing_is_allowed(either_town: Town) -> None:
    town = either_town
    await town.area()
    olena = await town.resident("Олена")
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    ivan = town.telegram.person("Іван")
    await proposes(ivan, await invited(town, olha))
    await asks(olena, "Коли прийом?")
    await ivan.does_not_see("Коли прийом?", anywhere=True)
    for label in ("Мій кабінет", "Звернення"):
        await ivan.says(label)
        await town.settled()
    await ivan.does_not_see("Телефон:", anywhere=True)
    assert await posts(town) == 0
    await refused(town, ivan, "of:1:phone:e", "нічого не знайдено")
    await olha.presses("Підтвердити")
    await ivan.sees("Коли прийом?", anywhere=True)


async def test_another_name_than_the_invitations_is_pointed_out(town: Town) -> None:
    olha = await a_coordinator(town)
    await proposes(town.telegram.person("Хтось"), await invited(town, olha, name="Марія Коваль"))
    card = await olha.sees("Увага: ім’я не те, що в запрошенні.")
    assert "Запрошено: Марія Коваль" in card.text
    assert "Telegram: Хтось" in card.text


async def test_the_link_shows_again_what_one_waits_for(town: Town) -> None:
    olha, ivan, link = await an_invitation(town)
    code = code_in(await proposes(ivan, link))
    await ivan.starts(link)
    assert code_in(await ivan.sees("Чекаємо підтвердження")) == code
    await olha.presses("Підтвердити")
    await ivan.starts(link)
    await ivan.sees("Підтверджено.")


async def test_nobody_proposes_twice_to_one_area(town: Town) -> None:
    olha, ivan, link = await an_invitation(town)
    await proposes(ivan, link)
    second = await invited(town, olha, name="Марія Коваль")
    await ivan.starts(second)
    await ivan.presses("Прийняти запрошення")
    await ivan.presses("Усе правильно, надіслати")
    await town.settled()
    assert "Ви вже чекаєте тут підтвердження" in ivan.alerts[-1]
    await takes_post(town, town.telegram.person("Марія"), second, "Марія Коваль")


async def test_nobody_proposes_before_all_that_is_asked_is_filled_in(town: Town) -> None:
    _, ivan, link = await an_invitation(town)
    await ivan.starts(link)
    await ivan.presses("Прийняти запрошення")
    await ivan.presses("капітан поліції")
    await ivan.sees("Напишіть ім’я")
    await refused(town, ivan, Propose(FIRST).pack(), "нічого не знайдено")
    assert await town.stored("select id from invitations where proposed_by is not null") == []


async def test_an_invitation_by_which_nobody_has_proposed_is_not_confirmed(town: Town) -> None:
    olha = await a_coordinator(town)
    await invited(town, olha)
    for button in (ConfirmProposal(FIRST), DeclineProposal(FIRST)):
        await refused(town, olha, button.pack(), "нічого не знайдено")
    await town.settled()
    assert await town.stored("select id from invitations where ended is not null or confirmed_at is not null") == []


# Confirming.


async def test_the_inviter_confirms_and_everybody_is_told(either_town: Town) -> None:
    town = either_town
    maria = await town.officer("Марія Коваль", await town.area())
    olha, petro = await town.coordinator("Ольга", ZAPORIZHZHIA), await town.coordinator("Петро", ZAPORIZHZHIA)
    ivan = town.telegram.person("Іван")
    await proposes(ivan, await invited(town, olha))
    await maria.does_not_see(CARD, anywhere=True)
    await olha.presses("Підтвердити")
    card = await olha.sees(CARD)
    assert "Підтверджено." in card.text
    assert not {"Підтвердити", "Відхилити"} & {*card.buttons}
    assert "Telegram:" not in card.text
    await ivan.sees("Вас підтверджено")
    for person in (maria, petro):
        await person.sees("На дільниці новий офіцер", anywhere=True)
    await olha.does_not_see("На дільниці новий офіцер", anywhere=True)
    acts = await town.stored("select by_kind, act from audit where subject_kind = 'invitation' order by id")
    assert [(row["by_kind"], row["act"]) for row in acts] == [
        ("coordinator", "invite to area:1"),
        ("officer", "accept"),
        ("officer", "propose"),
        ("coordinator", "confirm"),
    ]
    [row] = await town.stored("select code, account, confirmed_by from invitations")
    assert (row["code"], row["account"]) == (None, None)
    assert row["confirmed_by"] is not None


async def test_another_coordinator_of_the_oblast_confirms_and_the_inviter_is_told(either_town: Town) -> None:
    town = either_town
    olha, petro = await two_coordinators(town)
    far = await town.coordinator("Далека", DNIPRO)
    ivan = town.telegram.person("Іван")
    await proposes(ivan, await invited(town, olha))
    await far.does_not_see(CARD, anywhere=True)
    for button in (Proposal(FIRST), ConfirmProposal(FIRST), DeclineProposal(FIRST)):
        await far.forges(button.pack(), on=far.last)
        await town.settled()
    await far.does_not_see("Іван Петренко", anywhere=True)
    assert await posts(town) == 0
    await petro.presses("Підтвердити")
    await ivan.sees("Вас підтверджено")
    await olha.sees("На дільниці новий офіцер", anywhere=True)


async def test_who_has_left_confirms_nobody_any_more_and_another_one_does(town: Town) -> None:
    olha, ivan, link = await an_invitation(town)
    await proposes(ivan, link)
    await town.stored("update parts set until = :now returning id", now=1)
    for label in ("Підтвердити", "Відхилити"):
        await olha.presses(label)
        await town.settled()
        assert "нічого не знайдено" in olha.alerts[-1]
    assert await posts(town) == 0
    nina = await town.coordinator("Ніна", ZAPORIZHZHIA)
    await opens_area(town, nina)
    await nina.presses("Запрошення: 1")
    await nina.presses("Чекає підтвердження · Іван Петренко")
    await nina.presses("Підтвердити")
    await ivan.sees("Вас підтверджено")


async def test_a_coordinator_who_comes_later_finds_who_waits(either_town: Town) -> None:
    town = either_town
    _, ivan = await a_proposal(town)
    nina, far = await town.coordinator("Ніна", ZAPORIZHZHIA), await town.coordinator("Далека", DNIPRO)
    await far.says("Координатор")
    await far.does_not_see("Чекають підтвердження", anywhere=True)
    assert not [label for label in far.buttons if "Чекають" in label]
    await nina.says("Координатор")
    await nina.presses("Чекають підтвердження: 1")
    await nina.presses("Іван Петренко · Уся громада")
    await nina.presses("Підтвердити")
    await ivan.sees("Вас підтверджено")
    await nina.says("Координатор")
    await town.settled()
    assert not [label for label in nina.last.buttons if "Чекають" in label]
    await far.forges(Proposals().pack(), on=far.last)
    await far.sees("Ніхто не чекає підтвердження.")


async def test_a_coordinator_does_not_confirm_themselves(either_town: Town) -> None:
    town = either_town
    olha, petro = await two_coordinators(town)
    await proposes(petro, await invited(town, olha, name="Петро Бондар"), "Петро Бондар")
    await petro.does_not_see(CARD, anywhere=True)
    await refused(town, petro, ConfirmProposal(FIRST).pack(), "Себе не підтверджують.")
    await refused(town, petro, DeclineProposal(FIRST).pack(), "Себе не підтверджують.")
    assert await posts(town) == 0
    await olha.presses("Підтвердити")
    await petro.sees("Вас підтверджено")


async def test_of_two_who_confirm_at_once_the_second_learns_that_it_is_done(either_town: Town) -> None:
    town = either_town
    await town.area()
    people = [await town.coordinator(name, ZAPORIZHZHIA) for name in ("Ольга", "Петро")]
    await proposes(town.telegram.person("Іван"), await invited(town, people[0]))
    await asyncio.gather(*(each.presses("Підтвердити") for each in people))
    await town.settled()
    assert await posts(town) == 1
    assert [alert for each in people for alert in each.alerts] == ["Підтверджено.", "Уже вирішено. Підтверджено."]
    await refused(town, people[1], DeclineProposal(FIRST).pack(), "Підтверджено.")
    assert await posts(town) == 1


async def test_a_coordinator_who_becomes_an_officer_here_gives_up_the_complaints(town: Town) -> None:
    olha, petro = await two_coordinators(town)
    olena = await town.resident("Олена")
    await olena.presses("Повідомити")
    await olena.presses("Скарга на офіцера")
    await olena.says("Офіцер спить")
    await olena.presses("Надіслати без імені")
    await petro.presses("Прийняти")
    await proposes(petro, await invited(town, olha, name="Петро Бондар"), "Петро Бондар")
    assert [row["coordinator_id"] for row in await town.stored("select coordinator_id from cases")] != [None]
    await olha.presses("Підтвердити")
    await town.settled()
    assert [row["coordinator_id"] for row in await town.stored("select coordinator_id from cases")] == [None]


# Not confirming.


async def test_a_declined_person_gets_nothing_and_is_told(either_town: Town) -> None:
    town = either_town
    olha, ivan = await a_proposal(town)
    await olha.presses("Відхилити")
    assert "Відхилено." in (await olha.sees(CARD)).text
    letter = await ivan.sees(OVER)
    assert "Відхилено." in letter.text
    assert "попросіть про нове запрошення" in letter.text
    assert await posts(town) == 0
    await refused(town, olha, ConfirmProposal(FIRST).pack(), "Відхилено.")
    await refused(town, ivan, WithdrawProposal(FIRST).pack(), "Відхилено.")
    await ivan.presses("До меню")
    assert await posts(town) == 0
    acts = await town.stored("select by_kind, act from audit where act = 'decline'")
    assert [row["by_kind"] for row in acts] == ["coordinator"]


async def test_the_inviter_is_told_when_another_coordinator_declines(town: Town) -> None:
    olha, petro = await two_coordinators(town)
    await proposes(town.telegram.person("Іван"), await invited(town, olha))
    await petro.presses("Відхилити")
    letter = await olha.sees(OVER)
    assert "капітан поліції Іван Петренко" in letter.text
    assert "Відхилено." in letter.text
    await petro.does_not_see(OVER, anywhere=True)


async def test_a_declined_link_is_void_for_everybody(town: Town) -> None:
    olha, ivan, link = await an_invitation(town)
    await proposes(ivan, link)
    await olha.presses("Відхилити")
    await ivan.starts(link)
    await ivan.sees("Відхилено.")
    maria = town.telegram.person("Марія")
    await maria.starts(link)
    await maria.sees("Це запрошення не діє")


async def test_who_proposed_withdraws_and_those_who_were_asked_are_told(either_town: Town) -> None:
    town = either_town
    olha, ivan = await a_proposal(town)
    await ivan.presses("Відкликати запит")
    await ivan.sees("Запит відкликано.")
    letter = await olha.sees(OVER)
    assert "Запит відкликано." in letter.text
    assert [row["by_kind"] for row in await town.stored("select by_kind from audit where act = 'withdraw'")] == [
        "officer"
    ]
    await refused(town, olha, ConfirmProposal(FIRST).pack(), "Запит відкликано.")
    await refused(town, ivan, WithdrawProposal(FIRST).pack(), "Запит відкликано.")
    assert await posts(town) == 0


async def test_nobody_sees_or_withdraws_what_another_person_proposed(town: Town) -> None:
    olha, _ = await a_proposal(town)
    thief = town.telegram.person("Злодій")
    await thief.starts()
    await town.settled()
    for person in (thief, olha):
        for button in (OwnProposal(FIRST), WithdrawProposal(FIRST)):
            await refused(town, person, button.pack(), "нічого не знайдено")
    for theirs in (ConfirmProposal(FIRST), DeclineProposal(FIRST), Proposal(FIRST)):
        await refused(town, thief, theirs.pack(), "нічого не знайдено")
    await olha.presses("Підтвердити")


async def test_what_nobody_confirms_in_time_is_over_and_both_sides_are_told(either_town: Town) -> None:
    town = either_town
    olha, ivan = await a_proposal(town)
    await town.passes(hours=47, minutes=59)
    await ivan.does_not_see(OVER, anywhere=True)
    await town.passes(minutes=2)
    assert "Строк минув, ніхто не підтвердив." in (await ivan.sees(OVER)).text
    assert "Строк минув, ніхто не підтвердив." in (await olha.sees(OVER)).text
    await refused(town, olha, ConfirmProposal(FIRST).pack(), "Строк минув")
    await refused(town, ivan, WithdrawProposal(FIRST).pack(), "Строк минув")
    assert await posts(town) == 0
    await town.passes(hours=1)
    assert sum(OVER in bubble.text for bubble in ivan.chat) == 1


async def test_who_proposes_at_the_last_moment_still_has_time_to_be_confirmed(town: Town) -> None:
    olha = await a_coordinator(town)
    link = await invited(town, olha)
    await town.passes(hours=47)
    ivan = town.telegram.person("Іван")
    await proposes(ivan, link)
    await town.passes(hours=40)
    await olha.presses("Підтвердити")
    await ivan.sees("Вас підтверджено")


async def test_an_invitation_that_is_revoked_after_a_person_has_proposed_by_it_gives_nothing(town: Town) -> None:
    olha, ivan = await a_proposal(town)
    await refused(town, olha, "kk:1", "Запрошення скасовано.")
    assert "Запрошення скасовано." in (await ivan.sees(OVER)).text
    await refused(town, olha, ConfirmProposal(FIRST).pack(), "Запрошення скасовано.")
    assert await posts(town) == 0


async def test_who_waits_for_an_area_that_is_closed_is_told(town: Town) -> None:
    olha, ivan = await a_proposal(town)
    await opens_area(town, olha)
    await olha.presses("Закрити дільницю")
    await olha.presses("Так, закрити")
    assert "Запрошення скасовано." in (await ivan.sees(OVER)).text
    await refused(town, olha, ConfirmProposal(FIRST).pack(), "нічого не знайдено")
    await ivan.presses("До меню")


async def test_a_person_who_fills_the_card_in_may_be_the_second_and_hears_so(town: Town) -> None:
    link = await invited(town, await a_coordinator(town))
    ivan, thief = town.telegram.person("Іван"), town.telegram.person("Злодій")
    await fills_in(ivan, link)
    await proposes(thief, link)
    await ivan.presses("Усе правильно, надіслати")
    await town.settled()
    assert "одразу скажіть тому, хто надіслав" in ivan.alerts[-1]


# A coordinator, whom the operator confirms: see also test_commands.py.


async def test_an_invited_coordinator_waits_for_the_operator_alone(either_town: Town) -> None:
    town = either_town
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    petro = town.telegram.person("Петро")
    await petro.starts(await coordinator_link(town))
    await petro.sees("Йому видно Ваше ім’я в Telegram.")
    await petro.presses("Прийняти запрошення")
    await petro.sees("Адміністратор бота має підтвердити, що це Ви.")
    assert "Координатор" not in petro.buttons
    await olha.does_not_see("Петро", anywhere=True)
    await refused(town, olha, ConfirmProposal(FIRST).pack(), "нічого не знайдено")
    await petro.says("Координатор")
    await petro.does_not_see("Область: Запорізька\n")
    assert len(await town.stored("select id from parts")) == 1
    await confirmed(town)
    await petro.presses("Координатор")
    await petro.sees("Область: Запорізька")


async def test_a_coordinator_waits_once_for_one_oblast(town: Town) -> None:
    petro = town.telegram.person("Петро")
    for _ in range(2):
        await petro.starts(await coordinator_link(town))
        await petro.presses("Прийняти запрошення")
        await town.settled()
    assert "Ви вже чекаєте тут підтвердження" in petro.alerts[-1]
    await petro.starts(await coordinator_link(town, DNIPRO))
    await petro.presses("Прийняти запрошення")
    await petro.sees("Область: Дніпропетровська.")
    await petro.presses("Відкликати запит")
    await petro.sees("Запит відкликано.")
    await confirmed(town)
    assert [row["scope_code"] for row in await town.stored("select scope_code from parts")] == [ZAPORIZHZHIA]


async def test_a_new_coordinator_is_reported_to_those_who_coordinate_there(either_town: Town) -> None:
    town = either_town
    olha, far = await town.coordinator("Ольга", ZAPORIZHZHIA), await town.coordinator("Далека", DNIPRO)
    nina = await of_the_country(town, "Ніна")
    petro = town.telegram.person("Петро")
    await petro.starts(await coordinator_link(town))
    await petro.presses("Прийняти запрошення")
    await town.settled()
    assert "Новий координатор" not in olha.last.text
    await confirmed(town)
    for person in (olha, nina):
        assert "Область: Запорізька." in (await person.sees("Новий координатор")).text
    for person in (far, petro):
        await person.does_not_see("Новий координатор", anywhere=True)


async def test_an_old_list_does_not_say_that_a_confirmed_person_is_revoked(town: Town) -> None:
    olha, petro = await two_coordinators(town)
    link = await invited(town, olha)
    await olha.presses("Запрошення: 1")
    await proposes(town.telegram.person("Іван"), link)
    await petro.presses("Підтвердити")
    await olha.presses("Скасувати · Іван Петренко")
    await town.settled()
    assert "Уже вирішено. Підтверджено." in olha.alerts[-1]
    assert await posts(town) == 1


async def test_a_name_at_telegram_cannot_pass_for_anything_else(town: Town) -> None:
    olha = await a_coordinator(town)
    thief = town.telegram.person("Іван\n\u202eКод: \x1b[2J000\u2066 000\t")
    await proposes(thief, await invited(town, olha))
    assert "Telegram: Іван Код: [2J000 000\n" in (await olha.sees(CARD)).text
