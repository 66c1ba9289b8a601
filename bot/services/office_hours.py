"""Office hours: who may set them, what is checked, and who is notified immediately when they change."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import TypeVar

from bot.domain.broadcasts import Lane
from bot.domain.hours_changes import Known
from bot.domain.ids import ExceptionId, OfficeId, OfficerId, PersonId, RuleId
from bot.domain.kyiv import moment, today
from bot.domain.letters import LetterClass
from bot.domain.office_hours import (
    EXCEPTIONS_AHEAD,
    HORIZON,
    MOST_RULES,
    SOON,
    DayException,
    HoursPassed,
    NeverHeld,
    NewOffice,
    NoDays,
    Office,
    Opening,
    PlaceOnMap,
    Rule,
    TooManyRules,
    check_clash,
    check_curfew,
    named,
    openings,
)
from bot.domain.officers import OfficerCard
from bot.domain.people import Actor
from bot.domain.refusals import NotFound, found
from bot.domain.reminders import WAY, OpeningChanged, reminded_at
from bot.domain.residents import known_place
from bot.domain.typed_times import in_order
from bot.register import CommunityCode
from bot.storage import audit, broadcasts, communities, local_facts, officers, offices, reminders, residents
from bot.storage import office_hours as stored_office_hours
from bot.storage.transaction import Transaction

Where = OfficeId | NewOffice
Held = TypeVar("Held", Opening, Rule)
SHOWN_AHEAD = timedelta(days=35)  # every rule falls on one of these days


async def are_hidden(tx: Transaction, communities: Sequence[CommunityCode]) -> bool:
    """Whether places and hours are kept secret in one of these communities."""
    return any([await stored_office_hours.hides_hours(tx, each) for each in communities])


async def settable(tx: Transaction, person_id: PersonId, officer_id: OfficerId) -> list[CommunityCode]:
    """The communities in which this person may set an officer's hours: one's own while one serves there, another's
    where one coordinates. Raises NotFound where there is none.
    """
    served = list(dict.fromkeys(post.community for post in await officers.posts(tx, officer_id)))
    if await officers.person_of(tx, officer_id) != person_id:
        served = [each for each in served if await communities.coordinated(tx, each, person_id)]
    if not served:
        raise NotFound
    return served


async def editable(tx: Transaction, person_id: PersonId, officer_id: OfficerId) -> OfficerCard:
    """The officer, where this person may set the officer's hours somewhere. Raises NotFound."""
    await settable(tx, person_id, officer_id)
    return found(await officers.public(tx, officer_id))


# Rules.


async def editable_rule(tx: Transaction, person_id: PersonId, rule_id: RuleId) -> Rule:
    """Raises NotFound."""
    rule = await stored_office_hours.rule(tx, rule_id)
    if rule is None or rule.community not in await settable(tx, person_id, rule.officer_id):
        raise NotFound
    return rule


async def add_rule(tx: Transaction, actor: Actor, wanted: Rule, where: Where) -> None:
    """Let an officer receive people from now on. `wanted` has neither id nor office yet.

    Raises NotFound, NoDays, NeverHeld, NotHours, DuringCurfew, Overlaps, TooManyRules.
    """
    card = await editable(tx, actor.person_id, wanted.officer_id)
    community = await _community_of(tx, actor, card.id, where)
    if not wanted.days:
        raise NoDays
    check_curfew(*in_order(wanted.starts, wanted.ends), await local_facts.curfew(tx, community))
    others = await stored_office_hours.rules(tx, [card.id])
    if len(others) >= MOST_RULES:
        raise TooManyRules(limit=MOST_RULES)
    first = max(today(tx.now), wanted.since)
    last = first + HORIZON
    if next(wanted.dates(first, last), None) is None:
        raise NeverHeld
    exceptions = await stored_office_hours.exceptions(tx, [card.id], first, last)
    check_clash(openings([*others, replace(wanted, community=community)], exceptions, first, last))
    async with telling_changes(tx, card.id):
        office_id = await _office(tx, where)
        rule_id = await stored_office_hours.add_rule(tx, replace(wanted, office_id=office_id, community=community))
    await _note(tx, actor, card.id, "add", "hours", rule_id)


async def remove_rule(tx: Transaction, actor: Actor, rule_id: RuleId) -> OfficerId:
    """Raises NotFound."""
    rule = await editable_rule(tx, actor.person_id, rule_id)
    async with telling_changes(tx, rule.officer_id):
        await stored_office_hours.remove_rule(tx, rule.id)
    await _note(tx, actor, rule.officer_id, "remove", "hours", rule.id)
    return rule.officer_id


# Exceptions.


async def editable_exception(tx: Transaction, person_id: PersonId, exception_id: ExceptionId) -> DayException:
    """Raises NotFound."""
    exception = await stored_office_hours.exception(tx, exception_id)
    if exception is None or not await concerns(tx, exception, await settable(tx, person_id, exception.officer_id)):
        raise NotFound
    return exception


async def concerns(tx: Transaction, exception: DayException, communities: Sequence[CommunityCode]) -> bool:
    """Whether an exception, and the rule from which it differs, are of these communities alone."""
    if exception.rule_id is not None:
        rule = await stored_office_hours.rule(tx, exception.rule_id)
        if rule is None or rule.community not in communities:
            return False
    return exception.community is None or exception.community in communities


async def rule_on(tx: Transaction, person_id: PersonId, officer_id: OfficerId, rule_id: RuleId, day: date) -> Rule:
    """An officer's rule that this person may change, if it falls on a day. Raises NotFound."""
    rule = await editable_rule(tx, person_id, rule_id)
    if rule.officer_id != officer_id or day not in rule.dates(day, day):
        raise NotFound
    return rule


async def add_exception(tx: Transaction, actor: Actor, wanted: DayException, where: Where | None) -> None:
    """Let a day be otherwise: `where` None closes it. `wanted` has neither id nor office yet.

    Raises NotFound, NotHours, DuringCurfew, Overlaps, HoursPassed.
    """
    card = await editable(tx, actor.person_id, wanted.officer_id)
    day = wanted.day
    if not today(tx.now) <= day <= today(tx.now) + EXCEPTIONS_AHEAD:
        raise HoursPassed
    rule = await rule_on(tx, actor.person_id, card.id, wanted.rule_id, day) if wanted.rule_id is not None else None
    if rule is not None and rule.opening_on(day).end <= tx.now:
        raise HoursPassed
    if where is None and rule is None:
        raise NotFound
    if where is not None:
        await _check_hours(tx, actor, wanted, where)
    async with telling_changes(tx, card.id):
        office_id = await _office(tx, where) if where is not None else None
        exception_id = await stored_office_hours.add_exception(tx, replace(wanted, office_id=office_id))
    await _note(tx, actor, card.id, "add", "hours exception", exception_id)


async def _check_hours(tx: Transaction, actor: Actor, wanted: DayException, where: Where) -> None:
    officer_id, day = wanted.officer_id, wanted.day
    community = await _community_of(tx, actor, officer_id, where)
    if wanted.starts is None or wanted.ends is None:
        raise NotFound
    check_curfew(*in_order(wanted.starts, wanted.ends), await local_facts.curfew(tx, community))
    if moment(day, wanted.ends) <= tx.now:
        raise HoursPassed
    there = replace(wanted, office_id=OfficeId(0), community=community)
    others = [
        each for each in await stored_office_hours.exceptions(tx, [officer_id], day, day) if each.key != there.key
    ]
    check_clash(openings(await stored_office_hours.rules(tx, [officer_id]), [*others, there], day, day))


async def remove_exception(tx: Transaction, actor: Actor, exception_id: ExceptionId) -> OfficerId:
    """Let a day be as its rules say. Raises NotFound."""
    exception = await editable_exception(tx, actor.person_id, exception_id)
    async with telling_changes(tx, exception.officer_id):
        await stored_office_hours.remove_exception(tx, exception.id)
    await _note(tx, actor, exception.officer_id, "remove", "hours exception", exception.id)
    return exception.officer_id


async def _community_of(tx: Transaction, actor: Actor, officer_id: OfficerId, where: Where) -> CommunityCode:
    """Where an office is, if the actor may set the officer's hours there. Raises NotFound."""
    office = where if isinstance(where, NewOffice) else await stored_office_hours.office(tx, where)
    if office is None or office.community not in await settable(tx, actor.person_id, officer_id):
        raise NotFound
    return office.community


async def _office(tx: Transaction, where: Where) -> OfficeId:
    return await stored_office_hours.add_office(tx, where) if isinstance(where, NewOffice) else where


async def _note(tx: Transaction, actor: Actor, officer_id: OfficerId, act: str, kind: str, subject: int) -> None:
    own = await officers.person_of(tx, officer_id) == actor.person_id
    by = audit.officer(officer_id) if own else audit.coordinator(actor.person_id)
    audit.write(tx, by, act, kind, subject, await officers.community_of(tx, officer_id))


# Who is notified.


@asynccontextmanager
async def telling_changes(tx: Transaction, officer_id: OfficerId) -> AsyncIterator[None]:
    """Notify those who asked for one of the officer's openings of the next days what becomes of it in the meantime."""
    before = await _coming(tx, officer_id)
    yield
    after = await _coming(tx, officer_id)
    for key, was in before.items():
        if not Known.of(was).says(after.get(key)) and await reminders.is_asked(tx, key):
            await _tell_change(tx, was, after.get(key, was))


async def _tell_change(tx: Transaction, was: Opening, now_is: Opening) -> None:
    """At night it waits for the morning, once however often it is changed until then; what is too near to wait comes
    immediately."""
    notices, letter = tx.policy.notices, OpeningChanged(was.key, Known.of(was))
    first, last = min(was.start, now_is.start), max(was.start, now_is.start)
    if notices.is_quiet(tx.now) and first >= (morning := notices.quiet_ends(tx.now)) + WAY:
        until, name = moment(was.day + timedelta(days=1), time()), f"changed:{was.key}:{morning.isoformat()}"
        await broadcasts.begin(tx, letter, Lane.ORDINARY, quiet=True, dedupe=name, expires_at=until)
    else:
        await broadcasts.begin(tx, letter, Lane.ORDINARY, quiet=False, expires_at=last)


async def _coming(tx: Transaction, officer_id: OfficerId) -> dict[str, Opening]:
    """An officer's openings of the next days that have not begun."""
    first = today(tx.now)
    found = await stored_office_hours.timetable(tx, [officer_id], first, first + SOON)
    return {each.key: each for each in found if each.start > tx.now}


# Residents.


async def opening(tx: Transaction, key: str) -> Opening | None:
    """An opening as it is now: closed when nothing of it remains. None for one that never existed."""
    meant = named(key)
    if meant is None:
        return None
    if isinstance(meant, tuple):
        return await stored_office_hours.opening_by_rule(tx, *meant)
    return await stored_office_hours.extra_opening(tx, meant)


async def public_opening(tx: Transaction, key: str) -> Opening | None:
    """An opening as residents may know it; None where hours are kept secret."""
    found = await opening(tx, key)
    if found is None or await stored_office_hours.hides_hours(tx, found.community):
        return None
    return next(iter(await told(tx, [found])), None)


async def told(tx: Transaction, known: Sequence[Held]) -> list[Held]:
    """Those of which residents may know: not where people come by appointment alone."""
    apart = await offices.by_appointment(tx, list({each.office_id for each in known}))
    return [each for each in known if each.office_id not in apart]


@dataclass(frozen=True, slots=True)
class Reception:
    """What residents of a community may know of when officers receive people there. Hidden: by arrangement only.

    `by_appointment`: officers of an area whose office receives people so.
    """

    hidden: bool
    coming: Sequence[Opening] = ()  # what has not ended, closed ones among it, soonest first
    rules: Sequence[Rule] = ()
    offices: Mapping[OfficeId, Office] = field(default_factory=dict)
    by_appointment: frozenset[OfficerId] = frozenset()

    def hides_place_of(self, officer_id: OfficerId) -> bool:
        return self.hidden or officer_id in self.by_appointment

    def of(self, officer_id: OfficerId) -> "Reception":
        """One officer's."""
        coming = [each for each in self.coming if each.officer_id == officer_id]
        rules = [each for each in self.rules if each.officer_id == officer_id]
        apart = officer_id in self.by_appointment and not coming and not rules
        return replace(self, hidden=self.hidden or apart, coming=coming, rules=rules)


async def reception(tx: Transaction, officer_ids: Sequence[OfficerId], community: CommunityCode) -> Reception:
    """Of these officers, in a community, for the next weeks."""
    if await stored_office_hours.hides_hours(tx, community):
        return Reception(hidden=True)
    first = today(tx.now)
    rules = [each for each in await stored_office_hours.rules(tx, officer_ids) if each.community == community]
    found = await stored_office_hours.timetable(tx, officer_ids, first, first + SHOWN_AHEAD)
    coming = [each for each in found if each.community == community and each.end > tx.now]
    rules, coming = await told(tx, rules), await told(tx, coming)
    used = [*(each.office_id for each in rules), *(each.office_id for each in coming)]
    named = await stored_office_hours.named_offices(tx, used)
    apart = await offices.officers_by_appointment(tx, officer_ids, community)
    return Reception(False, coming, rules, named, apart)


def can_be_reminded(tx: Transaction, coming: Opening) -> bool:
    """Whether it is shown by now, and a reminder of it would still be sent at some time to come."""
    notices, is_shown = tx.policy.notices, coming.day <= today(tx.now) + SHOWN_AHEAD
    return coming.takes_place and is_shown and reminded_at(coming, notices.morning, notices.reminder) > tx.now


async def ask_reminder(tx: Transaction, actor: Actor, key: str) -> datetime:
    """Be reminded of an opening where one lives; when that will be. Raises NotFound."""
    wanted, place = await public_opening(tx, key), known_place(actor)
    if wanted is None or place is None or not can_be_reminded(tx, wanted):
        raise NotFound
    if wanted.officer_id not in [card.id for card in await residents.officers_at(tx, place)]:
        raise NotFound
    await reminders.ask(tx, actor.person_id, key, wanted.day)
    return reminded_at(wanted, tx.policy.notices.morning, tx.policy.notices.reminder)


async def forget_reminder(tx: Transaction, actor: Actor, key: str) -> None:
    await reminders.forget(tx, actor.person_id, key)


async def forget_reminders(tx: Transaction, actor: Actor) -> None:
    await reminders.forget_all(tx, actor.person_id)


async def show_place(tx: Transaction, actor: Actor, office_id: OfficeId) -> None:
    """Raises NotFound for a place that is kept secret, or belongs to no officer any more."""
    office = await stored_office_hours.office_in_use(tx, office_id, today(tx.now))
    if office is None or office.latitude is None:
        raise NotFound
    tx.outbox.tell(actor.here, PlaceOnMap(office.id), asked=LetterClass.OWN)
