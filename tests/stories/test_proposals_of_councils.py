"""A council proposes a notice, which an officer or a coordinator changes, lets go or refuses; one topic is its own."""

from bot.domain.ids import NoticeId
from bot.domain.subscriptions import Topic
from bot.handlers.notices.buttons import ProposeNotice, ProposeTopic, RefuseProposal, TakeProposal
from bot.storage.transaction import Transaction
from simulator import Person
from tests.stories.figures import of_council
from tests.stories.notices import aims_everywhere
from tests.town import KOMYSHUVAKHA, Town

WORDS = "Ремонт дороги біля школи у середу."


async def cast(town: Town) -> tuple[Person, Person, Person]:
    ivan = await town.officer("Іван Петренко", await town.area())
    return ivan, await of_council(town), await town.resident("Олена")


async def proposes(nadiia: Person, topic: str = "Безпека на дорозі", words: str = WORDS) -> None:
    await nadiia.says("Рада громади")
    await nadiia.presses("Запропонувати сповіщення")
    await nadiia.presses(topic)
    await nadiia.says(words)


async def is_told(town: Town, person: Person, text: str) -> None:
    """By a message, or by what answers a press."""
    await town.settled()
    assert text in "".join([person.last.text, *person.alerts[-1:]])


async def test_an_officer_changes_a_proposal_and_lets_it_go_as_the_communitys(either_town: Town) -> None:
    town = either_town
    ivan, nadiia, olena = await cast(town)
    await proposes(nadiia)
    await nadiia.sees("Надіслано. Офіцер або координатор прочитає текст")
    came = await ivan.sees("Громада пропонує сповіщення")
    assert "Автор: Голова громади, Надія" in came.text
    assert WORDS in came.text
    await olena.does_not_see(WORDS)
    await ivan.presses("Взяти й підготувати")
    await ivan.presses("Написати заново")
    await ivan.says("У середу біля школи ремонтують дорогу.")
    await ivan.presses("Далі ›")
    await ivan.presses("Лише українською")
    await aims_everywhere(ivan)
    await ivan.presses("7 днів")
    await ivan.sees("Перевірте і надішліть")
    await ivan.presses("Надіслати")
    got = await olena.sees("У середу біля школи ремонтують дорогу.")
    assert "Пише: громада" in got.text
    await nadiia.sees("Ваше сповіщення надсилається мешканцям.")
    await ivan.forges(TakeProposal(NoticeId(1)).pack(), on=came)
    await is_told(town, ivan, "Це сповіщення вже розглянуто.")


async def test_a_refusal_has_a_reason_that_the_author_reads(town: Town) -> None:
    ivan, nadiia, olena = await cast(town)
    await proposes(nadiia)
    await ivan.presses("Відмовити")
    await ivan.sees("Напишіть, чому сповіщення не буде опубліковано.")
    await ivan.says("Ремонт уже перенесли")
    await ivan.sees("Відмову надіслано автору.")
    await nadiia.sees("Причина: Ремонт уже перенесли")
    await olena.does_not_see(WORDS)
    assert await town.stored("select id from notices") == []


async def test_the_communitys_own_topic_goes_at_once(town: Town) -> None:
    _, nadiia, olena = await cast(town)

    async def subscribed(tx: Transaction) -> None:
        await tx.execute(
            """insert into subscriptions(person_id, topic, subscribed)
               select person_id, 'community', :yes from residents""",
            yes=True,
        )

    await town.app.store.transact(subscribed)
    await proposes(nadiia, "Події громади", "Збори у суботу о десятій.")
    await nadiia.sees("Сповіщення вже надсилається", anywhere=True)
    got = await olena.sees("Збори у суботу о десятій.")
    assert "Пише: громада" in got.text
    await nadiia.says("Рада громади")
    await nadiia.presses("Сповіщення")
    await nadiia.sees("Збори у суботу о десятій.")
    [audited] = await town.stored("select by_kind, act from audit where subject_kind = 'notice'")
    assert audited == {"by_kind": "council", "act": "send"}


async def test_what_a_person_proposed_who_was_locked_meanwhile_is_not_published(town: Town) -> None:
    ivan, nadiia, _ = await cast(town)
    await proposes(nadiia)
    came = await ivan.sees("Громада пропонує сповіщення")

    async def locked(tx: Transaction) -> None:
        await tx.execute("update parts set locked_at = :now where role = 'council'", now=tx.now)

    await town.app.store.transact(locked)
    await ivan.presses("Взяти й підготувати", on=came)
    await is_told(town, ivan, "Автор більше не представляє громаду.")
    await nadiia.forges(ProposeTopic(KOMYSHUVAKHA, Topic.COMMUNITY).pack(), on=nadiia.last)
    await is_told(town, nadiia, "Тут нічого не знайдено.")


async def test_a_resident_proposes_nothing_and_lets_nothing_go(town: Town) -> None:
    _, nadiia, olena = await cast(town)
    await proposes(nadiia)
    for button in (
        ProposeNotice(KOMYSHUVAKHA),
        ProposeTopic(KOMYSHUVAKHA, Topic.ROAD),
        TakeProposal(NoticeId(1)),
        RefuseProposal(NoticeId(1)),
    ):
        for person in (olena, nadiia) if isinstance(button, TakeProposal | RefuseProposal) else (olena,):
            await person.forges(button.pack(), on=person.last)
            await is_told(town, person, "Тут нічого не знайдено.")


async def test_an_empty_or_strange_proposal_is_not_taken_and_six_are_too_many(town: Town) -> None:
    _, nadiia, _ = await cast(town)
    await nadiia.says("Рада громади")
    await nadiia.presses("Запропонувати сповіщення")
    await nadiia.presses("Безпека на дорозі")
    await nadiia.sends_photo()
    await nadiia.says(WORDS)
    await nadiia.sees("Надіслано.")
    for _ in range(4):
        await proposes(nadiia)
    await proposes(nadiia)
    await nadiia.sees("Ваших сповіщень уже чекає 5.")
