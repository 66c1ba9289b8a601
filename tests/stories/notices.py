"""What stories about notices share: writing one, step by step, and sending it."""

from bot.domain.subscriptions import Topic
from bot.storage import people, subscriptions
from bot.storage.transaction import Transaction
from simulator import Person
from simulator.chats import Bubble
from tests.stories.posts import ZAPORIZHZHIA
from tests.town import KOMYSHUVAKHA, Town, resources

PHONE, MISSING, EVACUATION, DOMESTIC = "Телефонні шахраї", "Розшук зниклих людей", "Евакуація", "Домашнє насильство"
WORDS = "Не кажіть код із SMS нікому."
ZORIANE = "UA23060090140038249"  # a village of Komyshuvakha


async def opens_form(author: Person) -> None:
    await author.says("Сповістити мешканців")
    await author.presses("Нове сповіщення")


async def writes(author: Person, topic: str = PHONE, text: str = WORDS, *, urgent: bool | None = None) -> None:
    """From the menu to the audience."""
    await opens_form(author)
    await author.presses(topic)
    if urgent is not None:
        await author.presses("Терміново" if urgent else "Звичайне")
    await author.says(text)
    await author.presses("Далі ›")
    await author.presses("Лише українською")
    await author.sees("Хто отримає")


async def aims_everywhere(author: Person) -> None:
    await author.presses("Усюди, де я працюю")
    await author.presses("Готово")
    await author.presses("Зараз")
    await author.sees("Коли сповіщення застаріє?")


async def previews(author: Person, topic: str = PHONE, text: str = WORDS, *, urgent: bool | None = None) -> Bubble:
    await writes(author, topic, text, urgent=urgent)
    await aims_everywhere(author)
    await author.presses("7 днів")
    return await author.sees("Перевірте і надішліть")


async def sends(author: Person, topic: str = PHONE, text: str = WORDS, *, urgent: bool | None = None) -> None:
    await previews(author, topic, text, urgent=urgent)
    await author.presses("Надіслати")
    if urgent:
        await author.sees("Підтвердьте словом")
        await author.says("терміново")
    await author.sees("Звіт про сповіщення", anywhere=True)


async def one_officer(town: Town) -> Person:
    return await town.officer("Іван Петренко", await town.area())


async def another_community(town: Town) -> None:
    there = resources().register.communities_of(ZAPORIZHZHIA)
    await town.area(next(each.code for each in there if each.code != KOMYSHUVAKHA))


async def two_communities(town: Town) -> None:
    """Of one oblast."""
    await town.area()
    await another_community(town)


async def oblast_wide(town: Town, author: Person) -> None:
    await previews(author, EVACUATION, "Виїзд о 12:00 від школи.", urgent=True)
    await author.presses("Надіслати")
    await author.sees("Підтвердьте словом")
    await author.says("терміново")


async def subscribes(town: Town, person: Person, topic: Topic) -> None:
    """Subscribe to a topic that is off by default."""

    async def say(tx: Transaction) -> None:
        actor = await people.actor(tx, person.id)
        assert actor is not None
        await subscriptions.choose(tx, actor.person_id, [topic], subscribed=True)

    await town.app.store.transact(say)


async def status(town: Town) -> str:
    [row] = await town.stored("select status from notices")
    return str(row["status"])


def silent(town: Town, person: Person, text: str) -> bool:
    """Whether the one message with this text came to this person without a sound."""
    [sent] = [
        each.params
        for each in town.telegram.requests
        if each.params.get("chat_id") == person.id and text in str(each.params.get("text"))
    ]
    return bool(sent.get("disable_notification"))


def photos_of(person: Person) -> set[str]:
    return {each.fields["photo"][-1].file_id for each in person.chat if "photo" in each.fields}
