"""Reminders of office hours, and what has changed in them, to residents, chats and officers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, TypeVar

from bot.domain.hours_changes import Known
from bot.domain.ids import AreaId, ChatId, OfficeId, OfficerId
from bot.domain.kyiv import today
from bot.domain.letters import Letter
from bot.domain.office_hours import Kind, Office, Opening, Rule
from bot.domain.officers import OfficerCard
from bot.domain.policy import KYIV
from bot.domain.reminders import AskedOpening, EveningHours, OpeningChanged, OpeningsSoon, WeekHours
from bot.domain.subscriptions import Topic
from bot.handlers import hours
from bot.handlers.office_hours.buttons import OfficeHours, ReceptionHours, ShowPlace
from bot.handlers.places import community_at, community_name
from bot.handlers.subscriptions.buttons import LeaveTopic
from bot.handlers.topics import leave_topic_label
from bot.register import CommunityCode
from bot.services import office_hours, reminders
from bot.storage import office_hours as stored_office_hours
from bot.storage import officers
from bot.storage import reminders as recipients
from bot.storage.broadcasts import Recipient
from bot.storage.transaction import Transaction
from bot.surface.outgoing import Effect, Show
from bot.surface.rendering import Addressee, BroadcastRenderer
from bot.surface.screens import Label, Screen

Plan = tuple[Sequence[Recipient], int | None]

T = TypeVar("T", Opening, Rule)


@dataclass(frozen=True, slots=True)
class Details:
    """Openings and rules with the names that belong to them."""

    openings: Sequence[Opening]
    changes: Sequence[Opening]
    added: Sequence[Rule]
    removed: Sequence[Rule]
    offices: Mapping[OfficeId, Office]
    cards: Mapping[OfficerId, OfficerCard]

    def of(self, openings: Sequence[Opening], changes: Sequence[Opening]) -> "Details":
        """Only these openings and changes, and the officers whose they or the rules are."""
        known: list[Opening | Rule] = [*openings, *changes, *self.added, *self.removed]
        named = {each.officer_id for each in known}
        cards = {officer_id: card for officer_id, card in self.cards.items() if officer_id in named}
        return replace(self, openings=openings, changes=changes, cards=cards)


async def with_names(
    tx: Transaction,
    openings: Sequence[Opening] = (),
    changes: Sequence[Opening] = (),
    added: Sequence[Rule] = (),
    removed: Sequence[Rule] = (),
) -> Details:
    known: list[Opening | Rule] = [*openings, *changes, *added, *removed]
    cards = [await officers.public(tx, each) for each in dict.fromkeys(each.officer_id for each in known)]
    offices = await stored_office_hours.named_offices(tx, [each.office_id for each in known])
    named = {card.id: card for card in cards if card is not None}
    return Details(openings, changes, added, removed, offices, named)


def by_officer(to: Addressee, details: Details) -> list[str]:
    """One officer after another, each named once."""
    return [line for officer_id in details.cards for line in of_officer(to, details, officer_id)]


def of_officer(to: Addressee, details: Details, officer_id: OfficerId) -> list[str]:
    """When and where the officer receives people, their name, and what has changed."""
    say, now = to.say, to.tx.now
    openings, changes = own(details.openings, officer_id), own(details.changes, officer_id)
    held = {each.day for each in (*openings, *changes) if each.takes_place}
    lines: list[str] = []
    for each in openings:
        office, there = details.offices[each.office_id], each.day in held
        lines += hours.single_opening_lines(say, each, office, now, there=there)
    lines.append(who(to, details, officer_id))
    for each in changes:
        office, there = details.offices[each.office_id], each.day in held
        lines += hours.opening_lines(say, each, office, now, changed=True, there=there)
    for rule in own(details.added, officer_id):
        words = hours.weekly_line(say, rule, details.offices[rule.office_id], now)
        lines.append(say("hours-rule-added", hours=words))
    for rule in own(details.removed, officer_id):
        words = hours.weekly_line(say, rule, details.offices[rule.office_id], now)
        lines.append(say("hours-rule-removed", hours=words))
    return lines


def own(known: Sequence[T], officer_id: OfficerId) -> list[T]:
    return [each for each in known if each.officer_id == officer_id]


def who(to: Addressee, details: Details, officer_id: OfficerId) -> str:
    card = details.cards[officer_id]
    return to.say("my-officer-name", rank=to.say.rank(card.rank), name=to.say.person(card.name))


def ways(to: Addressee, details: Details) -> list[list[Label]]:
    """To the first place on the map, and to all hours."""
    rows: list[list[Label]] = [[(to.say("hours-button"), ReceptionHours())]]
    held = [details.offices[each.office_id] for each in (*details.openings, *details.changes) if each.takes_place]
    if held and held[0].latitude is not None:
        rows.insert(0, [(to.say("hours-map-button"), ShowPlace(held[0].id))])
    return rows


def nothing_more(to: Addressee, content: object, messages: Sequence[int]) -> Sequence[Effect]:
    """A reminder is never changed: a change is sent as a new one."""
    return []


@dataclass(frozen=True, slots=True)
class EveningContent:
    """`topic`: by which of the two a chat gets it."""

    area_id: AreaId
    details: Details
    topic: Topic


async def plan_evening(tx: Transaction, letter: EveningHours, after: int, limit: int) -> Plan:
    loaded = await reminders.evening_of(tx, letter)
    if loaded is None:
        return [], None
    return await recipients.residents_served(tx, loaded.community, letter.area_id, after, limit, news=loaded.is_news)


async def load_evening(tx: Transaction, letter: EveningHours) -> EveningContent | None:
    """What of it is still to come."""
    found = await reminders.evening_of(tx, letter)
    if found is None:
        return None
    openings = [each for each in found.openings if each.start > tx.now]
    changes = [each for each in found.changes if each.start > tx.now]
    if found.helps_until <= tx.now:
        return None
    details = await with_names(tx, openings, changes, found.added, found.removed)
    return EveningContent(letter.area_id, details, Topic.HOURS)


async def entitled_evening(
    tx: Transaction, content: EveningContent, chats: Sequence[ChatId]
) -> Mapping[ChatId, EveningContent]:
    """Each chat's own: without what is as usual for one who is told of changes alone, and without what a person asked
    to be reminded of, which comes when they were promised."""
    details = content.details
    known = [each.key for each in (*details.openings, *details.changes)]
    asked: dict[ChatId, set[str]] = {}
    for each in await recipients.asked_in(tx, known, chats) if known else []:
        asked.setdefault(each.chat_id, set()).add(each.opening)
    found: dict[ChatId, EveningContent] = {}
    for served in await recipients.still_served(tx, content.area_id, chats):
        topic, left_out = Topic.HOURS if served.reminded else Topic.RECEPTION, asked.get(served.chat_id, set())
        openings = [each for each in details.openings if served.reminded or each.kind is not Kind.USUAL]
        own_details = details.of(
            [each for each in openings if each.key not in left_out],
            [each for each in details.changes if each.key not in left_out],
        )
        if own_details.cards:
            found[served.chat_id] = replace(content, details=own_details, topic=topic)
    return found


def show_evening(to: Addressee, content: EveningContent) -> Sequence[Effect]:
    """A reminder, or where nobody receives on the day, or for one who is told of changes alone, a change."""
    details = content.details
    held = content.topic is Topic.HOURS and any(each.takes_place for each in details.openings)
    title = to.say("hours-reminder-title") if held else to.say("hours-changed-title")
    leave: Label = (leave_topic_label(to.say, content.topic), LeaveTopic(content.topic))
    return [Show(Screen(title, by_officer(to, details), buttons=[*ways(to, details), [leave]]))]


@dataclass(frozen=True, slots=True)
class OpeningContent:
    """`was`: how it was known before. `instead`: what else takes place on its day, where it does not."""

    opening: Opening
    details: Details
    was: Known | None = None
    instead: Sequence[Opening] = ()


async def plan_asked(tx: Transaction, letter: AskedOpening | OpeningChanged, after: int, limit: int) -> Plan:
    return await recipients.askers(tx, letter.opening, after, limit)


async def load_changed(tx: Transaction, letter: OpeningChanged) -> OpeningContent | None:
    """Nothing, where it is by now as people knew it."""
    opening = await office_hours.public_opening(tx, letter.opening)
    if opening is None or opening.start <= tx.now or (letter.was is not None and letter.was.says(opening)):
        return None
    instead = [] if opening.takes_place else await reminders.others_on_its_day(tx, opening)
    return OpeningContent(opening, await with_names(tx, instead, [opening]), letter.was, instead)


async def load_asked(tx: Transaction, letter: AskedOpening) -> OpeningContent | None:
    """One that is closed by now was reported when it was closed."""
    opening = await office_hours.public_opening(tx, letter.opening)
    if opening is None or not opening.takes_place or opening.start <= tx.now:
        return None
    return OpeningContent(opening, await with_names(tx, [opening]))


async def entitled_asked(
    tx: Transaction, content: OpeningContent, chats: Sequence[ChatId]
) -> Mapping[ChatId, OpeningContent]:
    return dict.fromkeys(await recipients.still_asking(tx, content.opening.key, chats), content)


def show_asked(to: Addressee, content: OpeningContent) -> Sequence[Effect]:
    return one(to, to.say("hours-asked-title"), content)


def show_changed(to: Addressee, content: OpeningContent) -> Sequence[Effect]:
    return one(to, to.say("hours-changed-title"), content)


def one(to: Addressee, title: str, content: OpeningContent) -> Sequence[Effect]:
    """In the night, where it cannot wait, without a sound."""
    say, now, opening, details = to.say, to.tx.now, content.opening, content.details
    office, changed = details.offices[opening.office_id], opening in details.changes
    lines = hours.single_opening_lines(say, opening, office, now, changed=changed, there=bool(content.instead))
    if content.was is not None and content.was.held and opening.takes_place:
        lines.append(say("hours-was", hours=hours.span(say, content.was)))
    for each in content.instead:
        words = hours.opening_lines(say, each, details.offices[each.office_id], now)
        lines.append(say("hours-instead", hours=words[0]))
    lines.append(who(to, details, opening.officer_id))
    silent = to.tx.policy.notices.is_quiet(now)
    return [Show(Screen(title, lines, buttons=ways(to, details)), silent=silent)]


@dataclass(frozen=True, slots=True)
class WeekContent:
    community: CommunityCode
    details: Details


async def plan_week(tx: Transaction, letter: WeekHours, after: int, limit: int) -> Plan:
    return await recipients.groups(tx, letter.community, after, limit)


async def load_week(tx: Transaction, letter: WeekHours) -> WeekContent | None:
    openings = [each for each in await reminders.week(tx, letter.community, letter.monday) if each.start > tx.now]
    return WeekContent(letter.community, await with_names(tx, openings)) if openings else None


async def entitled_week(tx: Transaction, content: WeekContent, chats: Sequence[ChatId]) -> Mapping[ChatId, WeekContent]:
    return dict.fromkeys(await recipients.still_taking(tx, content.community, chats), content)


def show_week(to: Addressee, content: WeekContent) -> Sequence[Effect]:
    """Many openings: an officer after another, each opening in a line."""
    details, lines = content.details, [community_name(to.say, community_at(to.register, content.community))]
    for officer_id in details.cards:
        lines.append(who(to, details, officer_id))
        for each in own(details.openings, officer_id):
            lines += hours.opening_lines(to.say, each, details.offices[each.office_id], to.tx.now)
    return [Show(Screen(to.say("hours-week-title"), lines))]


@dataclass(frozen=True, slots=True)
class SoonContent:
    """What begins at a time: for one officer, their own."""

    start: datetime
    held: Sequence[tuple[Opening, Office]] = ()


async def plan_soon(tx: Transaction, letter: OpeningsSoon, after: int, limit: int) -> Plan:
    day, start = today(letter.start), letter.start.astimezone(KYIV).time()
    ids = await stored_office_hours.with_starts_between(tx, day, start, start, OfficerId(after), limit)
    held = {each.held_by for each in await reminders.beginning(tx, ids, letter.start)}
    found = [each.recipient for each in await recipients.officers_chats(tx, sorted(held))]
    return found, ids[-1] if len(ids) == limit else None


async def load_soon(tx: Transaction, letter: OpeningsSoon) -> SoonContent | None:
    return SoonContent(letter.start) if letter.start > tx.now else None


async def entitled_soon(tx: Transaction, content: SoonContent, chats: Sequence[ChatId]) -> Mapping[ChatId, SoonContent]:
    """An officer who has left, or whose hours have changed meanwhile, has none."""
    officer_of = await recipients.officers_in(tx, chats)
    openings = await reminders.beginning(tx, list(officer_of.values()), content.start)
    offices = await stored_office_hours.named_offices(tx, [each.office_id for each in openings])
    found = {
        chat: replace(
            content, held=[(each, offices[each.office_id]) for each in openings if each.held_by == officer_id]
        )
        for chat, officer_id in officer_of.items()
    }
    return {chat: each for chat, each in found.items() if each.held}


def show_soon(to: Addressee, content: SoonContent) -> Sequence[Effect]:
    lines = [
        line
        for opening, office in content.held
        for line in hours.single_opening_lines(to.say, opening, office, to.tx.now)
    ]
    buttons: list[list[Label]] = [[(to.say("hours-own-button"), OfficeHours(content.held[0][0].officer_id))]]
    return [Show(Screen(to.say("hours-soon-title"), lines, buttons=buttons))]


BROADCASTS: dict[type[Letter], BroadcastRenderer[Any, Any]] = {
    EveningHours: BroadcastRenderer(plan_evening, load_evening, entitled_evening, show_evening, nothing_more),
    AskedOpening: BroadcastRenderer(plan_asked, load_asked, entitled_asked, show_asked, nothing_more),
    OpeningChanged: BroadcastRenderer(plan_asked, load_changed, entitled_asked, show_changed, nothing_more),
    WeekHours: BroadcastRenderer(plan_week, load_week, entitled_week, show_week, nothing_more),
    OpeningsSoon: BroadcastRenderer(plan_soon, load_soon, entitled_soon, show_soon, nothing_more),
}
