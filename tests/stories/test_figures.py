"""The figures of a council: they come when two months are over, stay as they were, and name no small number."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from bot.domain.figures import Measure, ended
from bot.handlers.figures.buttons import FiguresOf, FiguresPage, SendFigures
from bot.storage.transaction import Transaction
from simulator import Person
from tests.process import environment
from tests.stories.cases import asks, reports
from tests.stories.commands import carried_out
from tests.stories.figures import NEW_YEAR, of_council, until
from tests.stories.posts import ZAPORIZHZHIA
from tests.town import KOMYSHUVAKHA, Town


async def five_thefts(town: Town) -> list[Person]:
    people = [await town.resident(f"Мешканка {number}") for number in range(5)]
    for each in people:
        await reports(each, "Крадіжка", "Винесли велосипед")
    return people


def page_in(bubble_owner: Person, file_id: str) -> str:
    content = bubble_owner._bot.files.find(file_id).content  # noqa: SLF001
    [page] = PdfReader(BytesIO(content)).pages
    return " ".join(page.extract_text().split())


async def test_a_council_gets_its_figures_when_the_period_is_over_and_they_stay_as_they_were(
    either_town: Town,
) -> None:
    town = either_town
    await town.officer("Іван Петренко", await town.area())
    nadiia = await of_council(town)
    people = await five_thefts(town)
    await reports(people[0], "Насильство вдома", "Сусід б’є дружину")
    await until(town, NEW_YEAR)
    table = await nadiia.sees("Період: ", anywhere=True)
    assert "Період: 1 листопада 2026 р. – 31 грудня 2026 р." in table.text
    assert "Крадіжка: 5" in table.text
    assert "Звернень усього: щонайменше 5" in table.text
    assert "Завершено: —" in table.text
    assert "Насильство" not in table.text
    paper = await nadiia.sees("Показники громади для друку.")
    text = page_in(nadiia, paper.fields["document"].file_id)
    assert "Крадіжка 5" in text
    assert "Шахрайство —" in text
    await reports(people[1], "Крадіжка", "І другий")
    await nadiia.presses("Показники", on=table)
    again = await nadiia.sees("Крадіжка: 5")
    assert "Завершено: —" in again.text
    await town.passes(days=1)
    assert len(await town.stored("select * from figure_periods")) == 1


async def test_a_council_without_figures_is_told_when_they_come(town: Town) -> None:
    await town.area()
    nadiia = await of_council(town)
    await nadiia.says("Рада громади")
    await nadiia.presses("Показники")
    await nadiia.sees("Ще немає.")


async def test_a_community_that_joined_amid_the_period_reads_since_when(town: Town) -> None:
    await town.area()
    nadiia = await of_council(town)

    async def began(tx: Transaction) -> None:
        await tx.execute(
            """insert into joining_events(community, what, by_partner, at)
               values (:community, 'start', 'officer', :now)""",
            community=KOMYSHUVAKHA,
            now=tx.now,
        )

    await town.app.store.transact(began)
    await until(town, NEW_YEAR)
    await nadiia.sees("Громада працює з дати: 24 листопада 2026 р.", anywhere=True)


async def test_of_an_occupied_community_nothing_is_published_or_shown(town: Town) -> None:
    await town.area()
    nadiia = await of_council(town)
    await until(town, NEW_YEAR)
    await nadiia.sees("Період: ", anywhere=True)

    async def occupied(tx: Transaction) -> None:
        await tx.execute("update communities set occupied = :yes", yes=True)

    await town.app.store.transact(occupied)
    await nadiia.says("Рада громади")
    await nadiia.presses("Показники")
    await nadiia.sees("Ще немає.")
    await town.passes(days=62)
    assert len(await town.stored("select * from figure_periods")) == 1


async def test_a_paused_community_gets_its_figures_and_one_that_had_not_joined_gets_none(town: Town) -> None:
    await town.area()
    nadiia = await of_council(town)

    async def to(tx: Transaction, step: str) -> None:
        await tx.execute("update communities set enrolment = :step", step=step)

    await town.app.store.transact(lambda tx: to(tx, "memorandum"))
    await until(town, NEW_YEAR)
    await nadiia.does_not_see("Показники громади")
    await town.app.store.transact(lambda tx: to(tx, "paused"))
    await town.passes(hours=1)
    await nadiia.sees("Період: ", anywhere=True)


async def test_earlier_periods_are_turned_to_and_printed(town: Town) -> None:
    await town.area()
    nadiia = await of_council(town)
    await until(town, NEW_YEAR)
    await town.passes(days=62)
    await nadiia.says("Рада громади")
    await nadiia.presses("Показники")
    await nadiia.sees("Період: 1 січня 2027 р.")
    await nadiia.presses("‹ Раніше")
    page = await nadiia.sees("Період: 1 листопада 2026 р.")
    assert "‹ Раніше" not in page.buttons
    await nadiia.presses("Для друку", on=page)
    paper = await nadiia.sees("Показники громади для друку.")
    assert "1 листопада 2026 р." in page_in(nadiia, paper.fields["document"].file_id)
    await nadiia.forges(FiguresOf(KOMYSHUVAKHA, "2026-13-77").pack(), on=page)
    await nadiia.sees("Ще немає.")


async def test_a_person_who_left_the_council_and_a_stranger_read_no_figures(town: Town) -> None:
    await town.area()
    nadiia, olena = await of_council(town), await town.resident("Олена")
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await until(town, NEW_YEAR)
    await nadiia.sees("Період: ", anywhere=True)
    period = ended(NEW_YEAR).first.isoformat()
    await olha.says("Координатор")
    await olha.forges(FiguresPage(KOMYSHUVAKHA).pack(), on=olha.last)
    await olha.sees("Період: 1 листопада 2026 р.")

    async def left(tx: Transaction) -> None:
        await tx.execute("update parts set until = :now where role = 'council'", now=tx.now)

    await town.app.store.transact(left)
    for button in (FiguresPage(KOMYSHUVAKHA), FiguresOf(KOMYSHUVAKHA, period), SendFigures(KOMYSHUVAKHA, period)):
        answers = []
        for person in (nadiia, olena):
            await person.forges(button.pack(), on=person.last)
            await town.settled()
            answers.append((person.alerts[-1:], person.last.text))
        assert answers[0] == answers[1]


async def test_receptions_are_counted_once_on_the_day_after(town: Town) -> None:
    await town.officer("Іван Петренко", await town.area())

    async def weekly(tx: Transaction) -> None:
        office = await tx.insert(
            "insert into offices(community, title, created_at) values (:here, 'Рада', :now) returning id",
            here=KOMYSHUVAKHA,
            now=tx.now,
        )
        await tx.execute(
            """insert into office_rules(officer_id, office_id, days, repeat, starts, ends, since, created_at)
               select id, :office, 127, 'every', '09:00', '11:00', '2026-11-01', :now from officers""",
            office=office,
            now=tx.now,
        )

    await town.app.store.transact(weekly)
    for _ in range(4):
        await town.passes(hours=12)
    rows = await town.stored("select day, count from daily_counts where measure = :m", m=Measure.RECEPTION.value)
    assert [row["count"] for row in rows] == [1] * len(rows)
    assert len(rows) == 3


async def test_a_recount_says_what_differs(town: Town, tmp_path: Path) -> None:
    env = environment(None, tmp_path / "bot.sqlite3")
    await town.officer("Іван Петренко", await town.area())
    await asks(await town.resident("Олена"), "Коли прийом?")
    assert await carried_out("figures", "recount", env=env) == (0, "The counts are right.\n")

    async def lost(tx: Transaction) -> None:
        await tx.execute("update daily_counts set count = count + :many", many=2)

    await town.app.store.transact(lost)
    code, said = await carried_out("figures", "recount", "--community", KOMYSHUVAKHA, env=env)
    assert code == 1
    assert f"{KOMYSHUVAKHA} 2026-11-24 sent question: kept 3, found 1" in said
    await town.stored("delete from daily_counts")
    await town.stored("delete from facts where key = 'figures_counted'")
    await town.passes(minutes=1)
    assert await carried_out("figures", "recount", env=env) == (0, "The counts are right.\n")


@pytest.mark.parametrize("community", ["UA00", KOMYSHUVAKHA[:-1]])
async def test_a_recount_of_no_community_is_refused(town: Town, tmp_path: Path, community: str) -> None:
    env = environment(None, tmp_path / "bot.sqlite3")
    code, said = await carried_out("figures", "recount", "--community", community, env=env)
    assert (code, "the register has no such community" in said) == (1, True)
