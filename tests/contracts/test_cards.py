"""A card says what is so: whatever happens to a case, the cards of its desk show it, and to draw one again changes
nothing. Every act is played here; a new one is, too, or the last line fails.
"""

from dataclasses import dataclass

from bot.domain.case_letters import CardChanged
from bot.domain.cases import Act
from bot.domain.ids import AreaId, CaseId
from bot.domain.letters import DeskOf
from bot.handlers.cases.buttons import EndHold, HoldFor, Prolong
from bot.storage.transaction import Transaction
from simulator import Person
from tests.stories.cases import asks
from tests.stories.pauses import lifts, pauses
from tests.stories.posts import ZAPORIZHZHIA, presses_one_that_begins
from tests.stories.test_dismissal import dismisses
from tests.stories.test_marks import frees, occupies
from tests.stories.test_my_data import cuts
from tests.stories.test_queue import complains
from tests.stories.test_slips import issues, scans
from tests.stories.walk_ins import answers, records
from tests.town import Town

HELD = CaseId(2)


@dataclass(frozen=True)
class Scene:
    """Two officers of a place, two coordinators and two residents."""

    town: Town
    ivan: Person
    maria: Person
    olha: Person
    petro: Person
    olena: Person
    taras: Person

    def chats(self) -> list[list[tuple[str, list[str]]]]:
        desk = (self.ivan, self.maria, self.olha, self.petro)
        return [[(bubble.text, bubble.buttons) for bubble in person.chat] for person in desk]

    async def is_true(self, after: str) -> None:
        """The cards are drawn again, and nothing changes."""
        await self.town.settled()
        before = self.chats()

        async def draw(tx: Transaction) -> None:
            for case_id in await tx.column(CaseId, "select id from cases where status <> 'draft'"):
                tx.outbox.tell(DeskOf(case_id), CardChanged(case_id))

        await self.town.app.store.transact(draw)
        self.town.app.ring()
        await self.town.settled()
        assert self.chats() == before, after


async def scene(town: Town) -> Scene:
    area = await town.area()
    return Scene(
        town,
        await town.officer("Іван Петренко", area),
        await town.officer("Марія Коваль", area),
        await town.coordinator("Ольга", ZAPORIZHZHIA),
        await town.coordinator("Петро", ZAPORIZHZHIA),
        await town.resident("Олена"),
        await town.resident("Тарас"),
    )


async def says_with(officer: Person, button: str, words: str) -> None:
    await officer.presses(button)
    await officer.sees("напишіть ")
    await officer.says(words)


async def opens_case(people: Scene, resident: Person) -> None:
    await resident.presses("Мої звернення")
    await presses_one_that_begins(people.town, resident, "000001 · ")


async def test_after_every_act_the_cards_of_a_case_say_what_is_so(town: Town) -> None:
    people = await scene(town)
    for part in (conversation, interruption, end, other_hands, hold_and_refusal, erasure, complaint, occupation, call):
        await part(people)
    happened = {str(row["what"]) for row in await town.stored("select distinct what from case_events")}
    assert happened == set(Act)


async def conversation(people: Scene) -> None:
    olena, ivan = people.olena, people.ivan
    await asks(olena, "Хто відповідає за вулицю?")
    await people.is_true("send")
    await ivan.presses("Прийняти")
    await people.is_true("accept")
    await says_with(ivan, "Запитати", "Яку?")
    await people.is_true("ask")
    await olena.says("Миру.")
    await people.is_true("follow up")
    await olena.says("Він б’є мене!")
    await people.is_true("danger")
    await says_with(ivan, "Відповісти", "Їду.")
    await people.is_true("answer")


async def interruption(people: Scene) -> None:
    olena, ivan = people.olena, people.ivan
    await olena.blocks()
    await says_with(ivan, "Відповісти", "Ви де?")
    await people.is_true("undelivered")
    await ivan.sees("Відповідь не доставлено.", anywhere=True)
    await olena.unblocks()
    await opens_case(people, olena)
    await olena.presses("Прочитати все")
    await people.is_true("read at last")
    await ivan.does_not_see("Відповідь не доставлено.", anywhere=True)
    await ivan.presses("Ознаки злочину")
    await people.is_true("crime signs")
    await ivan.presses("Надіслати пораду про 102")
    await people.is_true("crime advice")
    await pauses(people.town, ivan)
    await people.is_true("pause")
    for words in ("Ще слово.", "І ще одне."):
        await olena.says(words)
        await people.is_true("what came in a pause")
    await lifts(ivan)
    await people.is_true("resume")


async def end(people: Scene) -> None:
    olena, ivan = people.olena, people.ivan
    await ivan.presses("Закрити")
    await ivan.presses("Закрити без відповіді")
    await people.is_true("close")
    await olena.presses("5")
    await people.is_true("rate")
    await olena.says("Дякую")
    await people.is_true("words to a rating")
    await opens_case(people, olena)
    await olena.presses("Відкрити повторно")
    await people.is_true("reopen")


async def other_hands(people: Scene) -> None:
    town, maria, olha = people.town, people.maria, people.olha
    await dismisses(town, olha)
    await people.is_true("hand")
    assert "У роботі\n" in (await maria.sees("КШ-2026-000001 · Запитання")).text
    await maria.does_not_see("У роботі в іншого офіцера.", anywhere=True)
    await dismisses(town, olha, "капітан поліції Марія Коваль")
    await people.is_true("queue")


async def hold_and_refusal(people: Scene) -> None:
    olha = people.olha
    await asks(people.taras, "Коли прийом?")
    await people.is_true("another case")
    await olha.forges(HoldFor(HELD, 3).pack(), on=olha.chat[1])
    await olha.says("Триває перевірка")
    await people.is_true("hold")
    await olha.forges(Prolong(HELD, 3).pack(), on=olha.chat[1])
    await people.is_true("prolong")
    await olha.forges(EndHold(HELD, sure=True).pack(), on=olha.chat[1])
    await people.is_true("release")
    await says_with(olha, "Відхилити", "Це до ради")
    await people.is_true("decline")
    await people.taras.presses("Відкрити повторно")
    await people.is_true("reopened without an officer")


async def erasure(people: Scene) -> None:
    await cuts(people.olena)
    await people.is_true("unlink")
    await people.taras.says("мої дані")
    await people.taras.presses("Видалити все")
    await people.taras.presses("Так, видалити все")
    await people.is_true("erase")


async def complaint(people: Scene) -> None:
    olena, olha, petro = people.olena, people.olha, people.petro
    await complains(olena, "Офіцер спить")
    await people.is_true("a complaint")
    await olha.presses("Прийняти")
    await people.is_true("a complaint in hand")
    card = await olha.sees("КШ-2026-000003\nУ роботі")
    await olha.presses("Закрити", on=card)
    await olha.presses("Закрити без відповіді")
    await people.is_true("its end proposed")
    assert "Чекає на згоду іншого координатора." in card.text
    await people.town.passes(minutes=1)
    await olena.says("Він знову спить")
    await people.is_true("lapsed")
    assert "Чекає на згоду іншого координатора." not in card.text
    await olha.presses("Закрити", on=card)
    await olha.presses("Закрити без відповіді")
    await petro.presses("Не згоден")
    await people.is_true("refused")


async def call(people: Scene) -> None:
    town = people.town
    ivan = await town.officer("Роман Гнатюк", AreaId(1))
    await records(ivan)
    await people.is_true("record")
    await answers(ivan, "Приїду")
    await people.is_true("an answer that waits to be told")
    await ivan.presses("Сказано")
    await people.is_true("read out")
    await answers(ivan, "І ще")
    await ivan.presses("Віддано на папері")
    await people.is_true("hand out")
    await ivan.says("КШ-2026-000005")
    await ivan.presses("Ще дії")
    secrets = await issues(town, ivan)
    caller = await scans(town, secrets)
    await caller.says(secrets.code)
    await caller.sees("КШ-2026-000005")
    await people.is_true("claim")


async def occupation(people: Scene) -> None:
    olha = people.olha
    await asks(people.olena, "Хто тут?")
    await occupies(olha)
    await people.is_true("occupied")
    await olha.sees("Громада мешканця під окупацією.", anywhere=True)
    await frees(olha)
    await people.is_true("free")
    await olha.does_not_see("Громада мешканця під окупацією.", anywhere=True)
