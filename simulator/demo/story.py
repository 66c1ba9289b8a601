"""The story: a resident finds the officer, reports, is answered, asks once more, and rates the answer. Then the officer
sets new office hours and warns everyone of a fraud; in the morning the resident is reminded of the hours, as she asked.
"""

from dataclasses import dataclass
from datetime import timedelta

from bot.domain.policy import KYIV
from simulator.chats import Bubble
from simulator.demo.backstage import FollowingBot
from simulator.demo.cast import THREAD, Chats
from simulator.demo.process import BotProcess
from simulator.demo.stage import Stage, Telephone
from simulator.people import Person

MORNING = 8  # o'clock in Kyiv, as in config.toml

REPORT = "Біля школи вже третій день стоїть біле авто без номерів. Ніхто не підходить."
PHOTO = "Ось воно, сфотографовано з вікна."
ANSWER = "Дякую, що написали. Перевірю сьогодні й відповім тут."
FOLLOW_UP = "Дякую! А діти можуть ходити повз нього?"
LAST_ANSWER = "Так. Авто оглянули, небезпеки немає. Власника знайдено, сьогодні він його забере."
LIBRARY = "с. Зоряне, вул. Демонстраційна, 2, бібліотека"
FRAUD = "Телефонні шахраї"
NOTICE = """Дзвонять «з банку» і просять код із SMS. Банк так не робить.
Покладіть слухавку. Коду не кажіть нікому.
Якщо вже сказали, телефонуйте на номер, що на картці, і 102."""


@dataclass(frozen=True)
class Player:
    """A person whose every act is announced, done and shown."""

    person: Person
    telephone: Telephone
    stage: Stage

    async def presses(self, label: str) -> None:
        self.stage.tells(f"{self.person.name} presses «{label}»")
        await self.person.presses(label)
        await self.looks()

    async def presses_through(self, *labels: str) -> None:
        """One after another; only the final state is shown."""
        self.stage.tells(f"{self.person.name} presses " + ", ".join(f"«{label}»" for label in labels))
        for label in labels:
            await self.person.presses(label)
        await self.looks()

    async def says(self, text: str, what: str, reply_to: Bubble | None = None) -> None:
        self.stage.tells(f"{self.person.name} {what}")
        await self.person.says(text, reply_to=reply_to)
        await self.looks()

    async def sees(self, text: str) -> Bubble:
        """Show what has come, which must hold this text. Raises AssertionError."""
        seen = await self.person.sees(text)
        await self.looks()
        return seen

    async def waits_for(self, text: str, bot: BotProcess) -> None:
        """Show what comes later. Raises DemoFailed."""
        await bot.until(lambda: any(text in each.text for each in self.person.chat))
        await self.sees(text)

    async def looks(self) -> None:
        await self.person.does_not_see("Сталася помилка")  # after everything has come to rest
        await self.stage.shows(self.telephone)


async def play(stage: Stage, bot: FollowingBot, officer: Person, chats: Chats) -> None:
    """The whole story. Raises DemoFailed, and AssertionError if a person does not see what should come."""
    resident = bot.telegram.person("Олена")
    olena = Player(resident, Telephone(resident, "Олена, мешканка", "green", on_the_right=False), stage)
    ivan = Player(officer, Telephone(officer, "капітан поліції Іван Петренко (демо)", "blue", on_the_right=True), stage)
    ivan.telephone.fresh()  # the messages of joining are not shown
    await finds_the_officer(olena)
    await reports(olena)
    await is_answered(olena, ivan)
    await asks_once_more(olena, ivan)
    await rates(olena, ivan)
    await sets_hours(olena, ivan)
    await writes_notice(ivan)
    await is_warned(olena, ivan, chats, bot)
    await is_reminded(olena, bot)


async def finds_the_officer(olena: Player) -> None:
    olena.stage.scene("1. A resident opens the bot and says where she lives")
    olena.stage.tells("Олена presses Start")
    await olena.person.starts()
    await olena.looks()
    await olena.presses("Погоджуюся")
    await olena.says("комишуваська громада", "types the name of her community")
    await olena.presses("Так, моя")


async def reports(olena: Player) -> None:
    olena.stage.scene("2. She reports; where life may be at risk, the card with 102 comes first")
    await olena.presses("Повідомити")
    await olena.presses("Ще теми")
    await olena.presses("Підозрілі люди, авто")
    await olena.presses("Зрозуміло, далі")
    await olena.says(REPORT, "writes what she saw")
    olena.stage.tells("Олена sends a photo")
    await olena.person.sends_photo(PHOTO)
    await olena.looks()
    await olena.presses("Надіслати без імені")


async def is_answered(olena: Player, ivan: Player) -> None:
    ivan.stage.scene("3. The officer gets a card: no name, no account, no number")
    ivan.stage.tells("It came to Іван by itself")
    card = await ivan.person.sees(REPORT)
    await ivan.sees(PHOTO)
    await ivan.presses("Прийняти")
    await olena.sees("Звернення в роботі")
    await ivan.says(ANSWER, "swipes a reply; the 👍 says that Telegram took it for her", reply_to=card)
    await olena.sees(ANSWER)


async def asks_once_more(olena: Player, ivan: Player) -> None:
    olena.stage.scene("4. She asks once more, he answers and closes")
    await olena.says(FOLLOW_UP, "just writes on")
    said = await ivan.sees(FOLLOW_UP)
    await ivan.says(LAST_ANSWER, "answers", reply_to=said)
    await olena.sees(LAST_ANSWER)
    await ivan.presses("Закрити")


async def rates(olena: Player, ivan: Player) -> None:
    olena.stage.scene("5. She rates how it went; what she says reaches him")
    await olena.sees("Оцініть")
    await olena.presses("5")
    await olena.says("Дуже швидко, дякую!", "adds a few words")
    await ivan.sees("Дуже швидко, дякую!")


async def sets_hours(olena: Player, ivan: Player) -> None:
    ivan.stage.scene("6. The officer adds office hours by buttons; the resident finds them")
    await ivan.presses_through("Мій кабінет", "Години прийому")
    await ivan.presses_through("Додати години", "Нове місце")
    await ivan.says(LIBRARY, "types the address")
    ivan.stage.tells("Іван sends the place on the map")
    await ivan.person.sends_location(47.7, 35.6)
    await ivan.looks()
    await ivan.presses_through("Пт", "Далі ›", "16:00", "19:00")
    await ivan.presses("Зберегти")
    await olena.says("години", "types one word: hours")
    await olena.person.sees(f"Наступний прийом: завтра, 16:00–19:00\nДе: {LIBRARY}")
    await olena.presses("Нагадати про прийом завтра")


async def writes_notice(ivan: Player) -> None:
    ivan.stage.scene("7. He warns everybody of a fraud by telephone, and sees it before it goes")
    await ivan.presses_through("Сповістити мешканців", "Нове сповіщення")
    await ivan.presses(FRAUD)
    await ivan.says(NOTICE, "writes the warning")
    await ivan.presses_through("Далі ›", "Лише українською")
    await ivan.presses_through("Усюди, де я працюю", "Готово", "Зараз")
    await ivan.presses("7 днів")
    await ivan.person.sees("Отримають: 1 мешканець, 2 групи, 1 канал.")


async def is_warned(olena: Player, ivan: Player, chats: Chats, bot: BotProcess) -> None:
    olena.stage.scene("8. It comes to the residents, the group, the forum's topic and the channel")
    shown = {
        chats.group: f"група «{chats.group.name}»",
        chats.forum: f"форум «{chats.forum.name}», тема «{THREAD}»",
        chats.channel: f"канал «{chats.channel.name}»",
    }
    telephones = [Telephone(chat, name, "magenta", on_the_right=False) for chat, name in shown.items()]
    for telephone in telephones:
        telephone.fresh()  # the messages of binding it are not shown
    ivan.stage.tells("Іван presses «Надіслати»")
    await ivan.person.presses("Надіслати")
    await olena.sees(NOTICE)
    for telephone in telephones:
        await telephone.onlooker.sees(NOTICE)
        await olena.stage.shows(telephone)
    if chats.forum.last.thread_id != chats.forum.topic(THREAD).id:
        raise AssertionError(f"{chats.forum.name}: the notice does not stand in the topic «{THREAD}»")
    ivan.stage.tells("Іван sees how many it reached")
    await ivan.waits_for("Мешканці: доставлено 1", bot)


async def is_reminded(olena: Player, bot: FollowingBot) -> None:
    olena.stage.scene("9. In the morning, at eight, comes the reminder that she asked for")
    olena.stage.tells("The clock goes on to the next day, 08:00")
    tomorrow = bot.clock.now().astimezone(KYIV) + timedelta(days=1)
    await bot.move_clock(tomorrow.replace(hour=MORNING, minute=0, second=0))
    await olena.waits_for("Ви просили нагадати\nСьогодні, пʼятниця", bot)
