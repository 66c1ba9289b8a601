"""Office hours as they are stored: they apply while their officer serves there, and what is removed stays as a row."""

from dataclasses import replace
from datetime import date, time, timedelta

from bot.domain.ids import AreaId, ExceptionId, OfficeId, OfficerId, RuleId
from bot.domain.office_hours import DayException, Kind, NewOffice, Repeat, Rule
from bot.domain.residents import Place
from bot.domain.subscriptions import Topic
from bot.register import SettlementCode
from bot.storage import areas, officers, reminders, residents, subscriptions
from bot.storage import office_hours as stored
from bot.storage.broadcasts import Recipient
from bot.storage.reminders import AskedIn, Served
from bot.storage.transaction import Store, Transaction
from simulator.clock import MovedClock
from tests.storage import village
from tests.town import KOMYSHUVAKHA

WEDNESDAY = date(2026, 11, 25)


async def receives(tx: Transaction) -> tuple[AreaId, Rule]:
    """An officer who receives people on Wednesdays, from nine to twelve."""
    area = await village.area(tx)
    officer = await village.officer(tx, area)
    office = await stored.add_office(tx, NewOffice(KOMYSHUVAKHA, "Станція", 47.5, 35.25))
    rule = a_rule(officer, office)
    return area, replace(rule, id=await stored.add_rule(tx, rule))


def a_rule(officer: OfficerId, office: OfficeId) -> Rule:
    starts, ends = time(9), time(12)
    every, since = Repeat.EVERY, date(2026, 1, 1)
    return Rule(RuleId(0), officer, office, KOMYSHUVAKHA, 1 << 2, every, starts, ends, since, date(2027, 6, 30))


def an_exception(rule: Rule, rule_id: RuleId | None, hours: tuple[time, time] | None) -> DayException:
    starts, ends = hours or (None, None)
    office = rule.office_id if hours else None
    return DayException(
        ExceptionId(0), rule.officer_id, WEDNESDAY, rule_id, office, KOMYSHUVAKHA, starts, ends, "свято"
    )


async def test_what_is_stored_comes_back_as_it_was(store: Store) -> None:
    async def story(tx: Transaction) -> None:
        _, rule = await receives(tx)
        assert await stored.rules(tx, [rule.officer_id]) == [rule]
        office = await stored.office(tx, rule.office_id)
        assert office is not None
        assert (office.title, office.latitude, office.longitude) == ("Станція", 47.5, 35.25)
        extra = an_exception(rule, None, (time(14), time(15, 30)))
        extra = replace(extra, id=await stored.add_exception(tx, extra))
        assert await stored.exceptions(tx, [rule.officer_id], WEDNESDAY, WEDNESDAY) == [extra]
        assert [each.kind for each in await stored.timetable(tx, [rule.officer_id], WEDNESDAY, WEDNESDAY)] == [
            Kind.USUAL,
            Kind.EXTRA,
        ]

    await store.transact(story)


async def test_hours_stand_while_their_officer_serves_there(store: Store) -> None:
    async def story(tx: Transaction) -> None:
        area, rule = await receives(tx)
        await officers.end_posts(tx, rule.officer_id, [area])
        assert await stored.rules(tx, [rule.officer_id]) == []
        assert await stored.rule(tx, rule.id) is None
        was = await stored.opening_by_rule(tx, rule.id, WEDNESDAY)
        assert was is not None
        assert was.kind is Kind.CLOSED

    await store.transact(story)


async def test_a_later_exception_takes_the_place_of_the_one_before(store: Store) -> None:
    async def story(tx: Transaction) -> None:
        _, rule = await receives(tx)
        await stored.add_exception(tx, an_exception(rule, rule.id, None))
        moved = await stored.add_exception(tx, an_exception(rule, rule.id, (time(14), time(16))))
        [found] = await stored.exceptions(tx, [rule.officer_id], WEDNESDAY, WEDNESDAY)
        assert (found.id, found.kind) == (moved, Kind.MOVED)
        await stored.remove_exception(tx, moved)
        [usual] = await stored.timetable(tx, [rule.officer_id], WEDNESDAY, WEDNESDAY)
        assert usual.kind is Kind.USUAL

    await store.transact(story)


async def test_who_has_hours_that_begin_between_two_hours_is_found_also_where_they_were_moved_to(store: Store) -> None:
    async def story(tx: Transaction) -> None:
        async def found(day: date, first: time, last: time, after: int = 0) -> list[OfficerId]:
            return await stored.with_starts_between(tx, day, first, last, OfficerId(after), 10)

        _, rule = await receives(tx)
        officer = rule.officer_id
        assert await found(WEDNESDAY, time(8), time(9)) == [officer]
        assert await found(WEDNESDAY, time(8), time(9), after=officer) == []
        assert await found(WEDNESDAY, time(9, 1), time(23)) == []
        assert await found(WEDNESDAY + timedelta(days=1), time(8), time(9)) == []
        await stored.add_exception(tx, an_exception(rule, rule.id, (time(14), time(16))))
        assert await found(WEDNESDAY, time(14), time(14)) == [officer]
        assert await stored.starts_between(tx, WEDNESDAY, time(8), time(14)) == [time(9), time(14)]
        assert await stored.starts_between(tx, WEDNESDAY, time(9, 1), time(13)) == []

    await store.transact(story)


async def test_a_place_is_shown_while_an_officer_receives_there_and_not_near_the_front(store: Store) -> None:
    async def story(tx: Transaction) -> None:
        _, rule = await receives(tx)
        assert await stored.office_in_use(tx, rule.office_id, WEDNESDAY) is not None
        assert not await stored.hides_hours(tx, KOMYSHUVAKHA)
        await tx.execute("update communities set front = :yes", yes=True)
        assert await stored.office_in_use(tx, rule.office_id, WEDNESDAY) is None
        assert await stored.hides_hours(tx, KOMYSHUVAKHA)
        await tx.execute("update communities set front = :no", no=False)
        await stored.remove_rule(tx, rule.id)
        assert await stored.office_in_use(tx, rule.office_id, WEDNESDAY) is None
        assert await stored.offices(tx, [KOMYSHUVAKHA], WEDNESDAY) == []

    await store.transact(story)


async def test_changes_are_found_between_two_moments_and_those_taken_back_at_once_are_none(
    store: Store, clock: MovedClock
) -> None:
    before = clock.now()
    clock.advance(timedelta(hours=1))

    async def changes(tx: Transaction) -> Rule:
        _, rule = await receives(tx)
        await stored.add_exception(tx, an_exception(rule, rule.id, None))
        extra = await stored.add_exception(tx, an_exception(rule, None, (time(14), time(15))))
        await stored.remove_exception(tx, extra)
        return rule

    rule = await store.transact(changes)
    clock.advance(timedelta(hours=1))
    between = clock.now()

    async def look(tx: Transaction) -> None:
        touched = await stored.touched(tx, [rule.officer_id], WEDNESDAY, WEDNESDAY, before, between)
        assert [each.kind for each in touched] == [Kind.CLOSED]
        assert await stored.touched(tx, [rule.officer_id], WEDNESDAY, WEDNESDAY, between, tx.now) == []
        assert [each.id for each in await stored.rules_added(tx, [rule.officer_id], before, between)] == [rule.id]
        assert await stored.rules_removed(tx, [rule.officer_id], before, between) == []
        await stored.remove_exception(tx, touched[0].id)

    await store.transact(look)

    async def look_again(tx: Transaction) -> None:
        ids, after, earlier = [rule.officer_id], tx.now + timedelta(hours=1), between - timedelta(minutes=1)
        assert await stored.touched(tx, ids, WEDNESDAY, WEDNESDAY, between - timedelta(days=1), after) == []
        assert len(await stored.touched(tx, ids, WEDNESDAY, WEDNESDAY, earlier, after)) == 1

    await store.transact(look_again)


async def test_residents_of_an_area_who_hear_of_receptions_are_found_page_by_page(store: Store) -> None:
    async def story(tx: Transaction) -> None:
        area = await village.area(tx)
        await areas.set_whole(tx, area, True)
        apart = await areas.add(tx, KOMYSHUVAKHA, "Село")
        await areas.serve(tx, apart, KOMYSHUVAKHA, SettlementCode("village"))
        people = [await village.person(tx) for _ in range(5)]
        for person in people:
            await residents.set_place(tx, person, Place(KOMYSHUVAKHA))
        await residents.set_place(tx, people[1], Place(KOMYSHUVAKHA, SettlementCode("village")))
        await subscriptions.choose(tx, people[2], [Topic.RECEPTION], False)
        await subscriptions.choose(tx, people[4], [Topic.HOURS], True)
        away = "update chats set unreachable_since = 1 where id in (select chat_id from persons where id = :id)"
        await tx.execute(away, id=people[3])
        found: list[Recipient] = []
        for news, meant in ((False, [people[4]]), (True, [people[0], people[4]])):
            found = []
            after: int | None = 0
            while after is not None:
                page, after = await reminders.residents_served(tx, KOMYSHUVAKHA, area, after, 2, news=news)
                found += page
            assert [each.position for each in found] == meant
        chats = [each.chat_id for each in found]
        told, reminded = Served(chats[0], reminded=False), Served(chats[1], reminded=True)
        assert set(await reminders.still_served(tx, area, chats)) == {told, reminded}
        await residents.set_place(tx, people[0], Place(KOMYSHUVAKHA, SettlementCode("village")))
        assert await reminders.still_served(tx, area, chats) == [reminded]
        assert await reminders.still_served(tx, apart, chats) == [told]
        await reminders.ask(tx, people[0], "1-20261125", WEDNESDAY)
        keys = ["1-20261125", "2-20261125"]
        assert await reminders.asked_in(tx, keys, chats) == [AskedIn(chats[0], "1-20261125")]

    await store.transact(story)
