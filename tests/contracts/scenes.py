"""What is played so that every letter and screen has something to show: a case of each kind, in each hand, and people
in the middle of things.
"""

from dataclasses import dataclass, field
from datetime import time

from bot.domain.communities import Enrolment
from bot.domain.directory import Page
from bot.domain.figures import Figures, FiguresPublished, Period, publishable
from bot.domain.forwards import Agency
from bot.domain.ids import AreaId, CaseId, NoticeId, PersonId, PriorityId
from bot.domain.letters import PersonAt
from bot.domain.offices import OfficePart
from bot.domain.people import CouncilPost
from bot.domain.priorities import HalfYear, ResultAsked
from bot.domain.priorities import Part as PriorityPart
from bot.domain.subscriptions import Topic
from bot.handlers.boards.buttons import UnbindBoard
from bot.handlers.cases.buttons import Close, EndHold, HoldFor
from bot.handlers.communities.buttons import WriteFact
from bot.handlers.forwards.buttons import SendForward
from bot.handlers.merges.buttons import MergeWith
from bot.handlers.notices.buttons import RefuseProposal, TakeProposal
from bot.handlers.offices.buttons import EditOffice
from bot.handlers.priorities.buttons import AgreeToPriority, AskCouncil, RemarkOnPriority
from bot.handlers.staff.buttons import Lock, Unlock
from bot.register import SettlementCode
from bot.storage import areas, communities, council, joining
from bot.storage import figures as stored_figures
from bot.storage import priorities as stored_priorities
from bot.storage.transaction import Transaction
from simulator import Group, Person
from simulator.faults import Refusal as Refused
from simulator.faults import TooMany
from simulator.people import Part
from tests.keys import hashed
from tests.stories.absences import opens_absence, sets_absence
from tests.stories.boards import code_for
from tests.stories.cases import UNNAMED, asks, reports
from tests.stories.chats import own_id
from tests.stories.directory import exports, filled, opens_directory, sends_file
from tests.stories.figures import of_council
from tests.stories.joining import asks_coordinator, invites_to_council, is_confirmed, opens_joining
from tests.stories.meetings import announces_meeting, writes_meeting
from tests.stories.notices import another_community, oblast_wide, previews, sends, subscribes
from tests.stories.pauses import lifts_it, opens_history, pauses_it
from tests.stories.posts import (
    ZAPORIZHZHIA,
    confirmed,
    coordinator_link,
    invited,
    opens_area,
    opens_community,
    proposes,
    takes_post,
)
from tests.stories.ready_texts import writes_ready
from tests.stories.reception import COUNCIL, THURSDAYS, WEDNESDAYS, chooses_day, receives
from tests.stories.test_coordinator import adds_komyshuvakha
from tests.stories.test_dismissal import dismisses
from tests.stories.test_marks import marks
from tests.stories.test_slips import issues
from tests.stories.transfers import says_word, transfers
from tests.stories.walk_ins import answers, begins, records
from tests.town import KOMYSHUVAKHA, Town, resources

PLACE = str(resources().register.community(KOMYSHUVAKHA).settlements[1].code)
LONG = "Довге речення про вулицю. " * 150


@dataclass
class Cast:
    olha: Person  # the coordinator
    olena: Person
    taras: Person
    ivan: Person  # an officer
    maria: Person  # another
    petro: Person  # another coordinator
    forum: Group = field(init=False)
    board: Group = field(init=False)


async def plays(town: Town) -> Cast:
    """A case of each kind, in each hand, and people in the middle of things."""
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    olena = await town.resident("Олена")
    await olena.says("Мій офіцер")
    await olena.presses("Повідомити, коли з’явиться офіцер")
    await olena.says("Налаштування")
    await olena.presses("English")
    await olena.presses("Українська")
    await adds_komyshuvakha(olha)
    nadiia = await joins(town, olha)
    await opens_community(olha)
    await olha.presses("Нова дільниця")
    await olha.says("Уся громада")
    ivan, maria = town.telegram.person("Іван"), town.telegram.person("Марія")
    await takes_post(town, ivan, await invited(town, olha))
    await takes_post(town, maria, await invited(town, olha), "Марія Коваль")
    await directory(town, olha)
    await meets(town, olha, nadiia)
    petro = await town.coordinator("Петро", ZAPORIZHZHIA)
    cast = Cast(olha, olena, await town.resident("Тарас"), ivan, maria, petro)
    await work(town, cast)
    await cast.taras.says("Кому це?")
    await invited(town, olha)
    await waiting(town, olha)
    await shares(town, olha)
    await office(town, cast)
    await sets_numbers(town, cast)
    await search(town)
    await nobody_serves(town)
    await keeps(town, cast)
    for label, yes in (
        ("Позначити: біля фронту", "Так, біля фронту"),
        ("Більше не біля фронту", "Так, уже не біля фронту"),
    ):
        await marks(olha, label, yes)
    await chats(town, cast)
    await board(town, cast)
    await notices(town, cast)
    await councils(town, cast)
    await plans(town, cast)
    await will_be_away(maria)
    await reception(town, cast)
    await ivan.says("Кому це?")
    await olena.says("мої дані")
    await olena.presses("Завантажити")
    await asks_coordinator(nadiia)
    await town.settled()
    return cast


async def work(town: Town, cast: Cast) -> None:
    """Cases of each kind, as they are written, answered, paused and given away."""
    await talk_openly(town, cast)
    await talk_discreetly(cast)
    await opens_history(cast.ivan, "КШ-2026-000002\nУ роботі")
    await cast.ivan.presses("Ще дії")
    await cast.ivan.presses("Зберегти як PDF")
    await call(town, cast)
    await opens_history(cast.ivan, "КШ-2026-000002\nУ роботі")
    await pauses_it(town, cast.ivan)
    await cast.taras.presses("Звернутися до координатора")
    await opens_history(cast.ivan, "КШ-2026-000002\nУ роботі")
    await lifts_it(cast.ivan)
    await reports(cast.taras, "Скарга на офіцера", "Не приходить")
    await asks(cast.taras, "І ще запитання")
    await gives_away(town, cast)


async def joins(town: Town, olha: Person) -> Person:
    """The head of the community answers, and has chosen an operator; a deputy is invited."""
    await opens_joining(olha)
    nadiia = town.telegram.person("Надія")
    await nadiia.starts(await invites_to_council(olha, "Голова громади", "Надія Коваль"))
    await is_confirmed(town, nadiia, olha)
    await nadiia.presses("Рада громади")
    await nadiia.presses("Ми згодні")
    halyna = town.telegram.person("Галина")
    await halyna.starts(await invites_to_council(nadiia, "Оператор громади", "Галина Дуб"))
    await is_confirmed(town, halyna, nadiia)
    await opens_joining(olha)
    await invites_to_council(olha, "Заступник голови", "Петро Лис")
    await olha.presses("Лист для друку")
    await olha.sees("Лист для друку. Кому: Петро Лис", anywhere=True)
    await opens_joining(olha)
    await olha.presses("Список готовності")
    await olha.presses("· Кабінет")
    await olha.presses("Записати адресу або точку")
    await olha.says("вул. Миру, 1")
    await olha.presses("Записати адресу або точку")
    await olha.sends_location(47.7, 35.5)
    await olha.presses("На мапі")
    await olha.presses("Готово")
    await opens_joining(olha)
    await olha.presses("Записати меморандум")
    await olha.says("15/2 від 20.11.2026")
    await olha.presses("Меморандум")
    await olha.presses("Додати файл")
    await olha.sends_photo()
    await olha.presses("Відкрити файл")
    await olha.says("Координатор")
    await olha.presses("Як приєднуються громади")
    await olha.presses("Картинкою")
    await town.settled()
    return nadiia


async def meets(town: Town, olha: Person, nadiia: Person) -> None:
    """A seminar to which the council is invited, on the map and in the calendar, and a draft of another."""
    await announces_meeting(olha)
    await olha.presses("Місце")
    await olha.sends_location(47.7, 35.5)
    await nadiia.sees("Захід змінено.")
    await nadiia.presses("Прийду")
    await nadiia.presses("На мапі")
    await nadiia.presses("Додати до календаря")
    await writes_meeting(olha)
    await town.settled()


async def directory(town: Town, olha: Person) -> None:
    """A file with an error, one that is carried out, the forms, and an officer who is to be invited."""
    await sends_file(olha, filled({Page.COMMUNITIES: [("UA1", "", ""), ("", "Андріївська", "працює")]}))
    await olha.presses("Файл із перевіркою")
    posts = [("", "Комишуваська", "Уся громада", "Петро Коваль")]
    await sends_file(olha, filled({Page.POSTS: posts}))
    await olha.presses("Внести зміни")
    await olha.sees("Зміни внесено")
    await exports(olha)
    await opens_directory(olha)
    await olha.presses("Завантажити форму")
    await opens_area(town, olha)
    await olha.presses("Запросити · Петро Коваль")
    await town.settled()


async def at_rest(town: Town, cast: Cast) -> None:
    """A community that was invited and has not answered, with a head."""
    [row] = await town.stored("select person_id from accounts where external_hash = :id", id=hashed(cast.taras.id))
    person, code = PersonId(int(str(row["person_id"]))), resources().register.communities_of(ZAPORIZHZHIA)[-1].code

    async def invited(tx: Transaction) -> None:
        await communities.add(tx, code, ZAPORIZHZHIA, person)
        await joining.set_step(tx, code, Enrolment.INVITED, tx.now)
        await council.add(tx, person, code, CouncilPost.HEAD, "Тарас Бойко", None)

    await town.app.store.transact(invited)


async def councils(town: Town, cast: Cast) -> None:
    """A secretary reads the figures of two periods, and proposes notices: one is taken, one refused, one waits."""
    olesia = await of_council(town, "Олеся", CouncilPost.SECRETARY)
    before = Period.of(town.clock.now().date()).previous

    async def published(tx: Transaction) -> None:
        for period in (before.previous, before):
            everything = Figures({"theft": 7, "domestic": 9}, {"60": 9}, 9, 5, 0, 6, 90, 12)
            await stored_figures.publish(tx, KOMYSHUVAKHA, period, period.first, publishable(everything))
        [person] = await tx.column(PersonId, "select person_id from parts where post = 'secretary'")
        tx.outbox.tell(PersonAt(person), FiguresPublished(KOMYSHUVAKHA, before.first))

    await town.app.store.transact(published)
    await olesia.says("Рада громади")
    await olesia.presses("Показники")
    await olesia.presses("‹ Раніше")
    for topic in ("Безпека на дорозі", "Наркотики", "Зброя: здача й облік", "Події громади"):
        await olesia.says("Рада громади")
        await olesia.presses("Запропонувати сповіщення")
        await olesia.presses(topic)
        await olesia.says("Ремонт дороги біля школи у середу.")
    [first, second, *_] = await town.stored("select id from notices where status = 'proposed' order by id")
    await cast.ivan.forges(RefuseProposal(NoticeId(int(str(second["id"])))).pack(), on=cast.ivan.last)
    await cast.ivan.says("Вже було")
    await cast.ivan.forges(TakeProposal(NoticeId(int(str(first["id"])))).pack(), on=cast.ivan.last)
    await cast.ivan.presses("Скасувати")
    await town.settled()


async def plans(town: Town, cast: Cast) -> None:
    """Ivan's priorities: one is a draft, one has a remark, one is agreed to, one is announced, one is done."""
    olesia = await of_council(town, "Олександра", CouncilPost.DEPUTY)
    [row] = await town.stored(
        """select p.area_id, p.person_id from posts p join accounts a on a.person_id = p.person_id
            where a.external_hash = :id order by p.id""",
        id=hashed(cast.ivan.id),
    )
    area = AreaId(int(str(row["area_id"])))

    async def written(tx: Transaction) -> list[PriorityId]:
        half = HalfYear.at(tx.now)
        made = [await stored_priorities.add(tx, area, half, f"проблема {number}") for number in range(5)]
        for each in made:
            for part in PriorityPart:
                await stored_priorities.write(tx, each, part, "довгі слова про це " * 5)
        for each in made[3:]:
            await stored_priorities.note_set(tx, each)
        await stored_priorities.note_done(tx, made[4])
        tx.outbox.tell(PersonAt(PersonId(int(str(row["person_id"])))), ResultAsked(made[3]))
        return made

    _, remarked, agreed, *_ = await town.app.store.transact(written)
    for each in (remarked, agreed):
        await cast.ivan.forges(AskCouncil(each).pack(), on=cast.ivan.last)
    await town.settled()
    await olesia.forges(RemarkOnPriority(remarked).pack(), on=olesia.last)
    await olesia.says("Додайте парк")
    await olesia.forges(AgreeToPriority(agreed).pack(), on=olesia.last)
    await town.settled()


async def gives_away(town: Town, cast: Cast) -> None:
    """To a colleague, who gives it back, and to another body."""
    given = await newest_case(town)
    await transfers(town, cast.ivan, word="Живе поруч із Вами")
    await cast.maria.presses("Повернути", on=await cast.maria.sees("Звернення передано Вам."))
    await says_word(town, cast.maria, "Переїхала")
    await asks(cast.olena, "Те саме", "Олена Коваль")
    same = await newest_case(town)
    await asks(cast.olena, "І знову", "Олена Коваль")
    await cast.ivan.forges(MergeWith(same).pack(), on=cast.ivan.last)
    [row] = await town.stored("select max(number) as number from cases")
    await cast.ivan.says(str(row["number"]))
    await cast.ivan.forges(SendForward(given, Agency.COUNCIL).pack(), on=cast.ivan.last)
    await town.settled()


async def waiting(town: Town, olha: Person) -> None:
    """An officer and a coordinator who wait to be confirmed, after another coordinator who is."""
    roman = town.telegram.person("Роман")
    await roman.starts(await coordinator_link(town))
    await roman.presses("Прийняти запрошення")
    await confirmed(town)
    await proposes(town.telegram.person("Галина"), await invited(town, olha, name="Галина Мороз"), "Галина Мороз")
    sofia = town.telegram.person("Софія")
    await sofia.starts(await coordinator_link(town))
    await sofia.presses("Прийняти запрошення")
    await town.settled()


async def sets_numbers(town: Town, cast: Cast) -> None:
    """A number and a curfew of the community alone, which grow old; and another number after that."""
    for fact, value in (("duty", "061 212 34 56"), ("curfew", "23:30-5:00"), ("violence", "15-48")):
        await cast.olha.forges(WriteFact(KOMYSHUVAKHA, fact).pack(), on=cast.olha.last)
        await cast.olha.says(value)
        if fact == "curfew":
            await grows_old(town)
    await cast.olha.presses("Сьогодні перевірено")
    await cast.olha.presses("Як у всій країні")
    await town.settled()


async def grows_old(town: Town) -> None:
    await town.settled()

    async def old(tx: Transaction) -> None:
        await tx.execute("update local_facts set checked_on = '2020-01-01'")

    await town.app.store.transact(old)


async def shares(town: Town, olha: Person) -> None:
    """New cases come in turn for a while."""
    await opens_area(town, olha)
    for label in ("Розподіляти по черзі", "Спільна черга"):
        await olha.presses(label)
        await town.settled()


async def talk_openly(town: Town, cast: Cast) -> None:
    await asks(cast.olena, LONG, "Олена Коваль")
    await cast.ivan.presses("Прийняти")
    said = await cast.olena.says("Ще одне")
    await cast.olena.sends_album([Part("photo", "Двір"), Part("photo")])
    await town.passes(seconds=2)
    await cast.ivan.says("Звернення")
    await cast.ivan.sees("Чекають на Вас")
    await cast.olena.edits(said, LONG)
    got = await cast.ivan.sees("Двір", anywhere=True)
    await cast.ivan.reacts(got, "🔥")
    await cast.ivan.says(LONG, reply_to=got)
    await cast.ivan.presses("Відповісти")
    await cast.ivan.says("Буде.")
    await notes(cast.ivan)
    await recalls(cast.ivan)
    await ready(cast.ivan)
    await cast.olena.sends_sticker()
    await cast.olena.sends(Part("document", "Ось", "виписка.pdf", b"%PDF-1 nothing"))
    await cast.olena.says("Він б’є мене!")
    town.telegram.faults.add(TooMany(retry_after=5), method="sendMessage", chat=cast.ivan.id)
    for number in range(8):
        await cast.olena.says(f"Ще {number}")
    await town.passes(seconds=6)


async def notes(ivan: Person) -> None:
    """One that is kept."""
    await ivan.presses("Ще дії")
    await ivan.presses("Нотатка")
    await ivan.says("Сусіди кажуть інше")
    await ivan.sees("Збережено.")


async def recalls(ivan: Person) -> None:
    """Another answer is the last one after that."""
    await ivan.presses("Відповісти")
    await ivan.says("Не буде.")
    await ivan.presses("Відкликати відповідь")
    await ivan.presses("Так, відкликати")
    await ivan.sees("Відповідь відкликано.")


async def ready(ivan: Person) -> None:
    """An answer and a reason."""
    await writes_ready(ivan, "Світло", "Вітаємо, {ім’я}! Заявка {номер}: світло полагодять.")
    await writes_ready(ivan, "Не поліція", "Це вирішує рада.", kind="Нова причина відмови")


async def talk_discreetly(cast: Cast) -> None:
    """Text that is sent only when it is opened."""
    await cast.taras.presses("Повідомити")
    await cast.taras.presses("Насильство вдома")
    await cast.taras.presses("Зрозуміло, далі")
    await cast.taras.says("Прошу поради.")
    await cast.taras.presses(UNNAMED)
    await cast.ivan.presses("Прийняти")
    await cast.ivan.says("Порада", reply_to=await cast.ivan.sees("КШ-2026-000002", anywhere=True))
    await cast.taras.presses("Показати")
    await cast.taras.presses("Сховати")
    said = await cast.taras.says("Ще слово.")
    await cast.ivan.presses("Показати", on=await cast.ivan.sees("Нове повідомлення мешканця."))
    await cast.taras.edits(said, "Інше слово.")
    await cast.taras.edits(await cast.taras.says("Ще одне."), "Не те.")


async def call(town: Town, cast: Cast) -> None:
    """A call that is written down, added to, corrected and answered on paper, with a slip; and one that is begun."""
    await records(cast.ivan)
    await cast.ivan.presses("Історія")
    await cast.ivan.presses("Дописати за людину")
    await cast.ivan.says("І вікно розбили")
    await cast.ivan.presses("Історія")
    await cast.ivan.presses("Ще дії")
    await cast.ivan.presses("Виправити дані")
    await cast.ivan.presses("Ім’я і телефон")
    await cast.ivan.presses("Скасувати")
    await cast.ivan.presses("Населений пункт")
    await cast.ivan.presses("Скасувати")
    await cast.ivan.presses("Прибрати ім’я і телефон")
    await cast.ivan.presses("‹ Назад")
    await answers(cast.ivan, "Приїду у середу")
    await cast.ivan.presses("Надрукувати (PDF)")
    await issues(town, cast.ivan)
    await begins(cast.ivan)
    await town.passes(minutes=15)
    await cast.ivan.sees("Запис дзвінка або приходу не завершено.")
    await cast.ivan.presses("Продовжити")
    await cast.ivan.presses("Скасувати")


async def office(town: Town, cast: Cast) -> None:
    """Where the office is, with its photo, and what is printed of it."""
    [area] = await town.stored("select id from areas where whole order by id limit 1")
    area_id = AreaId(int(str(area["id"])))
    for part, says in ((OfficePart.ADDRESS, cast.ivan.says), (OfficePart.PHOTO, cast.ivan.sends_photo)):
        await cast.ivan.forges(EditOffice(area_id, part).pack(), on=cast.ivan.last)
        await town.settled()
        await says("вул. Миру, 1")
        await town.settled()
    await cast.ivan.presses("Фото кабінету")
    await cast.ivan.presses("Посилання для мешканців")
    await cast.ivan.presses("Плакат А4 (PDF)")
    await town.settled()


async def search(town: Town) -> None:
    """A resident and a coordinator who look for a community."""
    oksana, petro = town.telegram.person("Оксана"), await town.coordinator("Петро", ZAPORIZHZHIA)
    await oksana.starts()
    await oksana.presses("Погоджуюся")
    await oksana.says("Миколаївка")
    await petro.says("Координатор")
    await petro.presses("Додати громаду")
    await petro.says("Миколаївка")
    await town.settled()


async def nobody_serves(town: Town) -> None:
    """A village of its own area, from which a case waits for the coordinator."""

    async def apart(tx: Transaction) -> None:
        area = await areas.add(tx, KOMYSHUVAKHA, "Село")
        await areas.serve(tx, area, KOMYSHUVAKHA, SettlementCode(PLACE))

    await town.app.store.transact(apart)
    await asks(await town.resident("Ганна", settlement=PLACE), "Хто в нас служить?")


async def keeps(town: Town, cast: Cast) -> None:
    """A coordinator keeps the case of that village longer."""
    await cast.olha.forges(HoldFor(await newest_case(town), 3).pack(), on=cast.olha.last)
    await cast.olha.says("Триває перевірка")
    await town.settled()


async def newest_case(town: Town) -> CaseId:
    rows = await town.stored("select id from cases where sent_at is not null order by id")
    return CaseId(int(str(rows[-1]["id"])))


async def chats(town: Town, cast: Cast) -> None:
    """A forum of the community, and a group without a community."""
    cast.forum = town.telegram.forum("Село")
    await cast.forum.adds_bot(by=cast.ivan)
    await cast.ivan.presses("Комишуваська селищна громада")
    await cast.forum.posts("/officer")
    await town.settled()
    await cast.forum.silences_people()
    await cast.forum.posts("/officer")
    await town.settled()
    await cast.forum.promotes_bot()
    await town.telegram.group("Сусіди").adds_bot(by=cast.ivan)
    await town.settled()
    for title in ("Перша школа", "Друга школа"):  # the second one's administrator waits for an answer
        group = town.telegram.group(title)
        await group.adds_bot(by=cast.taras)
        await asks_for_officer(town, cast.taras, group)
        await cast.taras.presses("Комишуваська селищна громада")
        await cast.ivan.sees(f"Адміністратор чату «{title}»")
        if title == "Перша школа":
            await cast.ivan.presses("Під’єднати")
            await town.settled()
        else:
            await asks_for_officer(town, cast.olena, group)
    third = town.telegram.group("Третя школа")
    await third.adds_bot(by=cast.taras)
    for administrator in (cast.taras, cast.olena):
        await asks_for_officer(town, administrator, third)


async def asks_for_officer(town: Town, administrator: Person, group: Group) -> None:
    """By the link below the greeting."""
    group.has_administrator(administrator)
    await town.settled()
    [link] = group.last.inline
    await administrator.starts(str(link.url).partition("start=")[2])
    await town.settled()


async def board(town: Town, cast: Cast) -> None:
    """The station's group, with a case; another one is unbound again."""
    code = await code_for(cast.ivan)
    for title in ("Відділення", "Варта"):
        cast.board = town.telegram.group(title)
        await cast.board.adds_bot(by=cast.ivan)
        await cast.ivan.says(f"/board {code}", in_=cast.board)
        await cast.board.sees("Тут з’являтимуться номери")
        if title == "Відділення":
            await cast.ivan.forges(UnbindBoard(await own_id(town, cast.board), KOMYSHUVAKHA).pack(), on=cast.ivan.last)
            await cast.board.sees("Групу від’єднано")
            code = await code_for(cast.ivan)
    await asks(cast.olena, "Де зупинка?", "Олена Коваль")
    await cast.board.sees("чекає")

    async def apart(tx: Transaction) -> AreaId:
        return await areas.add(tx, KOMYSHUVAKHA, "Хутір")

    await town.officer("Степан Мороз", await town.app.store.transact(apart))  # whose area has no board


async def reception(town: Town, cast: Cast) -> None:
    """Office hours, with a day that is otherwise, and a form that is open."""
    await receives(town, 2, WEDNESDAYS, (time(9), time(12)))
    await receives(town, 2, THURSDAYS, (time(9), time(12)))
    await town.passes(minutes=1)
    await chooses_day(cast.maria, "• Чт 26.11")
    await cast.maria.presses("Закрити 09:00–12:00")
    await cast.maria.presses("Пропустити")
    await cast.maria.presses("Зберегти")
    await cast.maria.presses("Додати години")
    await cast.maria.presses(COUNCIL)
    await cast.maria.presses("Пт")
    await cast.maria.presses("Далі ›")
    await cast.maria.says("9:00-12:00")
    await cast.taras.says("графік")
    await cast.taras.presses("Показати на мапі")
    await cast.taras.presses("Нагадати про прийом завтра")
    await cast.taras.presses("Інші дні й місця")
    await cast.taras.presses("Нагадати про прийом у середу, 2 грудня")
    await town.settled()


async def notices(town: Town, cast: Cast) -> None:
    """One that was sent and is being corrected, a discreet one, and a draft."""
    lesia = await town.coordinator("Леся", ZAPORIZHZHIA)
    await subscribes(town, cast.taras, Topic.DOMESTIC)
    await sends(cast.maria, "Домашнє насильство", "Куди звернутися: 15 47")
    await cast.taras.presses("Показати")
    await previews(cast.maria, "Розшук зниклих людей", "Петрик, 9 років", urgent=True)
    await sends(lesia, "Розшук зниклих людей", "Марійка, 7 років", urgent=True)
    await lesia.says("Сповістити мешканців")
    await lesia.presses("Мої сповіщення")
    await lesia.presses("сьогодні · надіслано · Терміново: Розшук зниклих людей")
    await lesia.presses("Прочитати")
    await lesia.presses("Виправити")
    await lesia.sees("Надішліть новий текст українською.")
    await lesia.says("Марійка, 8 років")
    await town.settled()


async def a_week(town: Town) -> None:
    """Until ten on Monday morning, with all that the clock brings."""
    await town.passes(hours=8)
    await town.passes(hours=14)
    await town.passes(days=5)
    await town.passes(hours=2)


async def lock_and_unlock(town: Town, cast: Cast) -> None:
    """An officer and a coordinator lose their telephones, and find them again."""
    for lost in (cast.maria, cast.petro):
        [row] = await town.stored("select person_id from accounts where external_hash = :id", id=hashed(lost.id))
        for act in (Lock, Unlock):
            await cast.olha.forges(act(PersonId(int(str(row["person_id"])))).pack(), on=cast.olha.last)
            await town.settled()


async def will_be_away(maria: Person) -> None:
    await opens_absence(maria)
    await maria.presses("Вказати дні відсутності")
    await maria.says("з 10 до 20 грудня")
    await maria.presses("капітан поліції Іван Петренко")
    await maria.presses("Усе правильно, зберегти")
    await maria.sees("Заміщує: капітан поліції Іван Петренко")


async def is_away(town: Town, cast: Cast) -> None:
    """Not later after all, but now, with what goes to the stand-in and comes back."""
    await asks(cast.taras, "Хто прибере гілки?")
    await cast.maria.presses("Прийняти", on=await cast.maria.sees("Хто прибере гілки?"))
    await opens_absence(cast.maria)
    await cast.maria.presses("Скасувати відсутність")
    await sets_absence(cast.maria, stand_in="капітан поліції Іван Петренко")
    await cast.maria.presses("Змінити останній день")
    await cast.maria.presses("Ще 7 днів")
    await town.passes(minutes=1)
    await cast.maria.presses("Повернутися на службу зараз")
    await town.settled()


async def end(town: Town, cast: Cast) -> None:
    """A person can no longer be reached, a chat is lost, posts end, a second coordinator is asked; a year passes."""
    [kept] = await town.stored("select case_id from case_holds")
    await cast.olha.forges(EndHold(CaseId(int(str(kept["case_id"]))), sure=True).pack(), on=cast.olha.last)
    await is_away(town, cast)
    await a_week(town)
    await town.passes(days=1)
    await cast.forum.removes_bot()
    await cast.board.silences_people()
    await asks(cast.olena, "А де міст?")
    await town.settled()
    album = await cast.ivan.sees("Двір", anywhere=True)
    answer = await cast.ivan.says("Десята година", reply_to=album)
    town.telegram.faults.add(Refused("wrong file"), method="sendPhoto", chat=cast.olena.id)
    await cast.ivan.sends_photo("План", reply_to=album)
    await town.settled()
    await cast.olena.blocks()
    await cast.ivan.says("Ви тут?", reply_to=album)
    await cast.ivan.edits(answer, "Одинадцята година")
    await cast.maria.blocks()
    await town.settled()
    await cast.ivan.blocks()
    await town.settled()
    await cast.ivan.unblocks()
    await cast.maria.unblocks()
    petro = cast.petro
    [complaint] = await town.stored("select id from cases where confidential and kind <> 'council'")
    await cast.olha.forges(Close(CaseId(int(str(complaint["id"]))), sure=True).pack(), on=cast.olha.last)
    await petro.presses("Прочитати")
    await petro.presses("Не згоден")
    await lock_and_unlock(town, cast)
    await asks(cast.taras, "Питання на рік")
    await cast.ivan.presses("Прийняти")
    await cast.ivan.presses("Закрити")
    await cast.ivan.presses("Закрити без відповіді")
    for number in range(4):  # more than come whole
        await asks(cast.taras, f"Ще питання {number}")
        await cast.ivan.presses("Прийняти")
    await dismisses(town, cast.olha, "капітан поліції Іван Петренко")
    await opens_area(town, cast.olha)
    await cast.olha.presses("Закрити дільницю")
    await cast.olha.presses("Так, закрити")
    await another_community(town)
    await oblast_wide(town, cast.olha)
    await petro.presses("Підтверджую, надіслати")
    await cast.olha.presses("Виправити")
    await cast.olha.says("Виїзд о 13:00")
    await cast.olha.presses("Надіслати виправлення")
    await oblast_wide(town, cast.olha)
    await town.settled()
    await a_year(town, cast)


async def a_year(town: Town, cast: Cast) -> None:
    await at_rest(town, cast)
    await town.passes(days=365)
    await town.passes(days=30)
