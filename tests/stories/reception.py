"""What stories about office hours begin with: an officer who receives people, set as by the buttons."""

from dataclasses import dataclass
from datetime import date, time

from bot.domain.ids import AreaId, OfficeId, OfficerId, RuleId
from bot.domain.office_hours import NewOffice, Repeat, Rule
from bot.storage import office_hours as stored
from bot.storage.transaction import Transaction
from simulator import Person
from tests.town import KOMYSHUVAKHA, Town

COUNCIL = "с. Зоряне, вул. Миру, 1"
WEDNESDAYS, THURSDAYS = 1 << 2, 1 << 3


@dataclass(frozen=True)
class Village:
    """An officer of a community's only area, who receives people on Wednesdays from nine to twelve."""

    area: AreaId
    ivan: Person
    rule: RuleId


async def village(town: Town, days: int = WEDNESDAYS, hours: tuple[time, time] = (time(9), time(12))) -> Village:
    area = await town.area()
    ivan = await town.officer("Іван Петренко", area)
    rule = await receives(town, 1, days, hours)
    await town.passes(minutes=1)  # from here on the clock is followed
    return Village(area, ivan, rule)


async def receives(
    town: Town, officer: int, days: int, hours: tuple[time, time], title: str = COUNCIL, since: date | None = None
) -> RuleId:
    async def add(tx: Transaction) -> RuleId:
        office = await stored.add_office(tx, NewOffice(KOMYSHUVAKHA, title, 47.8, 35.1))
        starts, ends = hours
        return await stored.add_rule(
            tx,
            Rule(
                RuleId(0),
                OfficerId(officer),
                OfficeId(office),
                KOMYSHUVAKHA,
                days,
                Repeat.EVERY,
                starts,
                ends,
                since or date(2026, 1, 1),
                None,
            ),
        )

    return await town.app.store.transact(add)


async def opens_hours(officer: Person) -> None:
    await officer.says("Мій кабінет")
    await officer.presses("Години прийому")
    await officer.sees("Години прийому")


async def chooses_day(officer: Person, label: str) -> None:
    """From the page of the hours to one of the next days."""
    await opens_hours(officer)
    await officer.presses("Змінити один день")
    await officer.presses(label)
