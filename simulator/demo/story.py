"""The play: a resident finds the officer, reports, is answered, asks once more, and rates how it went."""

from dataclasses import dataclass

from simulator.chats import Bubble
from simulator.demo.stage import Stage, Telephone
from simulator.people import Person

REPORT = "Біля школи вже третій день стоїть біле авто без номерів. Ніхто не підходить."
PHOTO = "Ось воно, сфотографовано з вікна."
ANSWER = "Дякую, що написали. Перевірю сьогодні й відповім тут."
FOLLOW_UP = "Дякую! А діти можуть ходити повз нього?"
LAST_ANSWER = "Так. Авто оглянули, небезпеки немає. Власника знайдено, сьогодні він його забере."


@dataclass(frozen=True)
class Player:
    """A person whose every act is told, done and shown."""

    person: Person
    telephone: Telephone
    stage: Stage

    async def presses(self, label: str) -> None:
        self.stage.tells(f"{self.person.name} presses «{label}»")
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

    async def looks(self) -> None:
        await self.person.does_not_see("Сталася помилка")  # after everything has come to rest
        await self.stage.shows(self.telephone)


async def play(stage: Stage, resident: Person, officer: Person) -> None:
    """The whole conversation. Raises DemoFailed, and AssertionError where somebody does not see what should come."""
    olena = Player(resident, Telephone(resident, "Олена, мешканка", "green", on_the_right=False), stage)
    ivan = Player(officer, Telephone(officer, "капітан поліції Іван Петренко (демо)", "blue", on_the_right=True), stage)
    ivan.telephone.fresh()  # what stands there from coming in is not shown
    await finds_the_officer(olena)
    await reports(olena)
    await is_answered(olena, ivan)
    await asks_once_more(olena, ivan)
    await rates(olena, ivan)


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
    await olena.sees("Звернення прийнято")
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
