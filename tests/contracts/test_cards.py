"""A card says what is so: whatever happens to a case, the cards of its desk and the board show it, and to draw one
again changes nothing. Every act is played here; a new one is, too, or the last line fails.
"""

from dataclasses import dataclass

from bot.domain.boards import BoardPost
from bot.domain.case_letters import CardChanged
from bot.domain.cases import Act
from bot.domain.forwards import Agency
from bot.domain.ids import AreaId, CaseId
from bot.domain.letters import ChatAt, DeskOf
from bot.handlers.cases.buttons import EndHold, HoldFor, Prolong
from bot.handlers.forwards.buttons import HandedOver, SendForward
from bot.handlers.merges.buttons import MergeWith
from bot.storage import areas
from bot.storage.boards import Post
from bot.storage.transaction import Transaction
from simulator import Group, Person
from tests.stories.absences import goes_away
from tests.stories.boards import binds
from tests.stories.cases import asks
from tests.stories.notes import writes_note
from tests.stories.pauses import lifts, opens_history, pauses
from tests.stories.posts import ZAPORIZHZHIA, presses_one_that_begins
from tests.stories.test_dismissal import dismisses
from tests.stories.test_journal import unmarks
from tests.stories.test_marks import frees, occupies
from tests.stories.test_my_data import cuts
from tests.stories.test_queue import complains
from tests.stories.test_slips import issues, scans
from tests.stories.transfers import NEIGHBOUR_NAME, says_word, to_neighbour, transfers
from tests.stories.walk_ins import answers, records
from tests.town import KOMYSHUVAKHA, Town, resources

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
    board: Group

    def chats(self) -> list[list[tuple[str, list[str]]]]:
        desk = (self.ivan, self.maria, self.olha, self.petro)
        return [[(bubble.text, bubble.buttons) for bubble in each.chat] for each in (*desk, self.board)]

    async def is_true(self, after: str) -> None:
        """The cards and the messages of the board are drawn again, and nothing changes."""
        await self.town.settled()
        before = self.chats()

        async def draw(tx: Transaction) -> None:
            for case_id in await tx.column(CaseId, "select id from cases where status <> 'draft'"):
                tx.outbox.tell(DeskOf(case_id), CardChanged(case_id))
            for post in await tx.fetch_all(Post, "select id, chat_id, message_id from board_posts"):
                tx.outbox.tell(ChatAt(post.chat_id), BoardPost(post.id))

        await self.town.app.store.transact(draw)
        self.town.app.ring()
        await self.town.settled()
        assert self.chats() == before, after


async def scene(town: Town) -> Scene:
    area = await town.area()
    ivan = await town.officer("Іван Петренко", area)
    return Scene(
        town,
        ivan,
        await town.officer("Марія Коваль", area),
        await town.coordinator("Ольга", ZAPORIZHZHIA),
        await town.coordinator("Петро", ZAPORIZHZHIA),
        await town.resident("Олена"),
        await town.resident("Тарас"),
        await binds(town, ivan),
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
    for part in (
        conversation,
        interruption,
        end,
        given_away,
        absence,
        other_hands,
        hold_and_refusal,
        erasure,
        complaint,
        occupation,
        relocation,
        forwarding,
        merging,
        call,
        in_turn,
    ):
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
    await ivan.presses("Відкликати відповідь")
    await ivan.presses("Так, відкликати")
    await people.is_true("recall")


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
    await notes(people)
    await ivan.presses("Ознаки злочину")
    await people.is_true("crime signs")
    await unmarks(ivan)
    await people.is_true("no crime signs")
    await ivan.presses("Ознаки злочину")
    await ivan.presses("№ ЄО, дата", on=await ivan.sees("ознаки злочину позначено"))
    await ivan.says("12345 від 20.11.2026")
    await people.is_true("journal")
    await ivan.sees("ЄО: № 12345, 20.11.2026", anywhere=True)
    await ivan.presses("Надіслати пораду про 102")
    await people.is_true("crime advice")
    await pauses(people.town, ivan)
    await people.is_true("pause")
    for words in ("Ще слово.", "І ще одне."):
        await olena.says(words)
        await people.is_true("what came in a pause")
    await lifts(ivan)
    await people.is_true("resume")


async def notes(people: Scene) -> None:
    ivan = people.ivan
    await writes_note(ivan, "Сусід каже інше")
    await people.is_true("note")
    await ivan.sees("📝 Нотатки: 1", anywhere=True)
    await ivan.presses("Видалити нотатку")
    await people.is_true("note deleted")
    await ivan.does_not_see("📝 Нотатки: 1", anywhere=True)


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


async def given_away(people: Scene) -> None:
    """To a colleague and back."""
    town, ivan, maria = people.town, people.ivan, people.maria
    await transfers(town, ivan)
    await people.is_true("transfer")
    await maria.presses("Повернути", on=await maria.sees("Звернення передано Вам."))
    await says_word(town, maria, "Це Ваше")
    await people.is_true("give back")


async def absence(people: Scene) -> None:
    ivan, maria = people.ivan, people.maria
    await goes_away(ivan, stand_in="капітан поліції Марія Коваль")
    await people.is_true("cover")
    assert "У роботі\n" in (await maria.sees("КШ-2026-000001 · Запитання")).text
    await ivan.presses("Повернутися на службу зараз")
    await people.is_true("return")
    assert "У роботі\n" in (await ivan.sees("КШ-2026-000001 · Запитання")).text


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
    await ivan.presses("Дописати за людину")
    await ivan.sees("напишіть, що ще сказала людина")
    await ivan.says("І вікно розбили")
    await people.is_true("what its person says later")
    await ivan.presses("Ще дії", on=await ivan.sees("КШ-2026-000007 · Крадіжка", anywhere=True))
    await ivan.presses("Виправити дані")
    await ivan.presses("Ім’я і телефон")
    await ivan.says("067 123 45 68")
    await people.is_true("correct")
    await answers(ivan, "Приїду")
    await people.is_true("an answer that waits to be told")
    await ivan.presses("Сказано")
    await people.is_true("read out")
    await answers(ivan, "І ще")
    await ivan.presses("Віддано на папері")
    await people.is_true("hand out")
    await ivan.says("КШ-2026-000007")
    await ivan.presses("Ще дії")
    secrets = await issues(town, ivan)
    caller = await scans(town, secrets)
    await caller.says(secrets.code)
    await caller.sees("КШ-2026-000007")
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


async def relocation(people: Scene) -> None:
    town, olha = people.town, people.olha
    await to_neighbour(town, 0)
    card = await olha.sees("КШ-2026-000004", anywhere=True)
    await olha.presses("Прийняти", on=card)
    await olha.presses("Ще дії", on=card)
    await olha.presses("Передати")
    await olha.presses("Інша громада")
    await presses_one_that_begins(town, olha, NEIGHBOUR_NAME)
    await says_word(town, olha, "")
    await people.is_true("relocate")


async def forwarding(people: Scene) -> None:
    """What a coordinator was given by that."""
    town, olha = people.town, people.olha
    await olha.forges(SendForward(CaseId(4), Agency.COUNCIL).pack(), on=olha.last)
    await people.is_true("forward")
    await olha.sees("Передано за належністю", anywhere=True)
    await olha.forges(HandedOver(CaseId(4)).pack(), on=olha.last)
    await people.is_true("handed over")
    assert await town.stored("select id from case_forwards where handed_over_at is not null")


async def merging(people: Scene) -> None:
    """Two named cases of one resident, which nobody has accepted."""
    olena = people.olena
    lesia = await people.town.officer("Леся Мороз", AreaId(1))
    for words in ("Шумить сусід", "Сусід знову шумить"):
        await asks(olena, words, "Олена Бондар")
    sent = await people.town.stored("select id, number from cases where status <> 'draft' order by number desc")
    await lesia.forges(MergeWith(CaseId(int(str(sent[1]["id"])))).pack(), on=lesia.last)
    await lesia.says(str(sent[0]["number"]))
    await people.is_true("a merge proposed")
    await olena.presses("Так, одна справа")
    await people.is_true("merge")


async def in_turn(people: Scene) -> None:
    """Danger that comes to a village of two officers, of whom the next one gives it back to both."""
    town, settlement = people.town, resources().register.community(KOMYSHUVAKHA).settlements[2].code

    async def village(tx: Transaction) -> AreaId:
        area = await areas.add(tx, KOMYSHUVAKHA, "Село")
        await areas.serve(tx, area, KOMYSHUVAKHA, settlement)
        await areas.set_in_turn(tx, area, in_turn=True)
        return area

    area = await town.app.store.transact(village)
    danylo, iryna = await town.officer("Данило Кравець", area), await town.officer("Ірина Лис", area)
    await asks(await town.resident("Ганна", settlement=settlement), "Він б’є мене!")
    await people.is_true("turn")
    await iryna.sees("За чергою: капітан поліції Данило Кравець", anywhere=True)
    await opens_history(danylo)
    await people.is_true("opened by its officer")
    await iryna.does_not_see("Він б’є мене!", anywhere=True)
    await danylo.presses("Ще дії")
    await danylo.presses("Передати")
    await danylo.presses("Спільна черга дільниці")
    await says_word(town, danylo, "")
    await people.is_true("share")
    await iryna.sees("Він б’є мене!", anywhere=True)
