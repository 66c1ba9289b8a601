"""Screens of the form in which a notice is written, in the order of its steps."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta

from bot.domain.audience import NOWHERE_NAMED, NoticePlace
from bot.domain.bodies import Kind
from bot.domain.cautions import cautions
from bot.domain.ids import NoticeId
from bot.domain.languages import Language
from bot.domain.notices import URGENT, Content, Notice, at
from bot.domain.policy import KYIV
from bot.domain.refusals import NotFound
from bot.domain.subscriptions import Topic
from bot.handlers.communities.buttons import CoordinatorHome
from bot.handlers.notices.buttons import (
    Audience,
    CancelNotice,
    ChooseEnd,
    ChooseHour,
    ChooseTopic,
    ChooseUrgency,
    ClearWords,
    NoticeList,
    NoticesHome,
    PreviewNotice,
    SendNotice,
    Side,
    SkipEnglish,
    TakeChats,
    TakeEnd,
    TakeHour,
    TakeTopic,
    TakeUrgency,
    TickAll,
    TickSettlement,
    TickUnit,
    UnitPage,
    WriteEnglish,
    WriteWords,
)
from bot.handlers.paging import PAGE, back, page_of, turning
from bot.handlers.people.buttons import Menu
from bot.handlers.places import codes_in_order, community_at, community_name, settlement_at, settlement_name
from bot.handlers.topics import topic_name
from bot.register import Register, SettlementCode, ukrainian_key
from bot.services.notices import audience
from bot.services.notices.access import own_draft
from bot.services.notices.audience import Unit
from bot.storage import notices as stored
from bot.storage import people, subscriptions
from bot.telegram.buttons import Button
from bot.telegram.rendering import Addressee
from bot.telegram.screens import Label, Screen

EVENING, MORNING = time(18), time(9)
BEGINNING = 60  # signs of a text
LASTS = (1, 3, 7, 30)  # days that a notice may hold


def side_of(notice: Notice) -> Side:
    return Side.OFFICER if notice.officer_id is not None else Side.COORDINATOR


def ways_out(to: Addressee, notice: Notice, former: Button) -> list[list[Label]]:
    """Back a step, or out of the form."""
    return [[(to.say("back-button"), former), (to.say("cancel-button"), CancelNotice(notice.id))]]


async def draft_of(to: Addressee, notice_id: NoticeId) -> Notice:
    return await own_draft(to.tx, to.person_id, notice_id)


async def draw_home(to: Addressee, button: NoticesHome) -> Screen:
    actor, say = await people.known(to.tx, to.person_id), to.say
    if not (actor.officer_id if button.side is Side.OFFICER else actor.coordinates):
        raise NotFound
    rows: list[list[Label]] = [
        [(say("notice-new-button"), ChooseTopic(NoticeId(0), button.side))],
        [(say("notice-mine-button"), NoticeList(button.side, others=False, page=0))],
    ]
    if button.side is Side.COORDINATOR:
        rows.append([(say("notice-others-button"), NoticeList(button.side, others=True, page=0))])
    above: Button = CoordinatorHome() if button.side is Side.COORDINATOR else Menu()
    return Screen(say("notices-title"), [say("notices-explained")], buttons=[*rows, *back(to, above)])


# The topic.


async def draw_topics(to: Addressee, button: ChooseTopic) -> Screen:
    taken = (TakeTopic(button.notice_id, button.side, topic) for topic in Topic)
    labels: list[Label] = [(topic_name(to.say, each.topic), each) for each in taken]
    rows = [labels[first : first + 2] for first in range(0, len(labels), 2)]
    last: list[Label] = [(to.say("back-button"), NoticesHome(button.side))]
    if button.notice_id:
        last.append((to.say("cancel-button"), CancelNotice(button.notice_id)))
    return Screen(to.say("notice-topic-title"), [to.say("notice-choose-topic")], buttons=[*rows, last])


async def draw_urgency(to: Addressee, button: ChooseUrgency) -> Screen:
    draft, say = await draft_of(to, button.notice_id), to.say
    rows: list[list[Label]] = [
        [(say("notice-urgent-button"), TakeUrgency(draft.id, urgent=True))],
        [(say("notice-ordinary-button"), TakeUrgency(draft.id, urgent=False))],
    ]
    quiet = to.tx.policy.notices
    hours = say("notice-ordinary-means", start=f"{quiet.quiet_from:%H:%M}", end=f"{quiet.quiet_until:%H:%M}")
    lines = [topic_name(to.say, draft.topic), say("notice-urgent-means"), hours]
    leave = ways_out(to, draft, ChooseTopic(draft.id, side_of(draft)))
    return Screen(say("notice-urgency-title"), lines, buttons=[*rows, *leave])


# What it says.


async def draw_words(to: Addressee, button: WriteWords) -> Screen:
    draft, say = await draft_of(to, button.notice_id), to.say
    content = await stored.content(to.tx, draft.id)
    former: Button = ChooseUrgency(draft.id) if draft.topic in URGENT else ChooseTopic(draft.id, side_of(draft))
    leave = ways_out(to, draft, former)
    warned = caution_lines(to, draft.topic, content)
    if not content.words and not content.files:
        lines = [say("notice-write-words-alone") if draft.topic.discreet else say("notice-write"), *warned]
        return Screen(topic_name(to.say, draft.topic), lines, buttons=leave)
    rows: list[list[Label]] = [[(say("notice-rewrite-button"), ClearWords(draft.id))]]
    lines = [say("notice-contents", kinds=contents(to, content)), *beginning(to, content), *warned]
    if Language.UK in content.words:
        rows.insert(0, [(say("next-button"), WriteEnglish(draft.id))])
        lines.append(say("notice-add-more"))
    else:
        lines.append(say("notice-no-words"))
    return Screen(topic_name(to.say, draft.topic), lines, buttons=[*rows, *leave])


def caution_lines(to: Addressee, topic: Topic, content: Content) -> list[str]:
    """What not to say, by the topic and by what is said."""
    text = "\n".join(each.text for each in content.words.values())
    return [to.say(f"notice-caution-{each}") for each in cautions(topic, text)]


def contents(to: Addressee, content: Content) -> str:
    """«текст, фото (2)»."""
    counted = Counter[Kind](each.kind for each in content.files)
    if content.words:
        counted = Counter({Kind.TEXT: 1}) + counted
    named = ((to.say(f"content-{kind}"), count) for kind, count in counted.items())
    return ", ".join(f"{name} ({count})" if count > 1 else name for name, count in named)


def beginning(to: Addressee, content: Content) -> list[str]:
    """«Текст: «Не кажіть код із SMS…»»."""
    if Language.UK not in content.words:
        return []
    text = " ".join(content.words[Language.UK].text.split())
    shown = text if len(text) <= BEGINNING else f"{text[: BEGINNING - 1].rstrip()}…"
    return [to.say("notice-text-begins", text=shown)]


async def draw_english(to: Addressee, button: WriteEnglish) -> Screen:
    draft, say = await draft_of(to, button.notice_id), to.say
    has = Language.EN in (await stored.content(to.tx, draft.id)).words
    rows: list[list[Label]] = [[(say("notice-without-english-button"), SkipEnglish(draft.id))]]
    if has:
        rows.insert(0, [(say("next-button"), Audience(draft.id, 0))])
    lines = [say("notice-has-english") if has else say("notice-write-english")]
    return Screen(say("notice-english-title"), lines, buttons=[*rows, *ways_out(to, draft, WriteWords(draft.id))])


# Whom it is for.


async def draw_audience(to: Addressee, button: Audience) -> Screen:
    draft, say = await draft_of(to, button.notice_id), to.say
    units = await audience.units(to.tx, to.register, draft)
    units.sort(key=lambda each: (ukrainian_key(to.register.community(each.ground.community).name), each.area or ""))
    places = await stored.places(to.tx, draft.id)
    rows: list[list[Label]] = [
        [(unit_label(to, each, places), UnitPage(draft.id, each.key, 0))] for each in page_of(units, button.page)
    ]
    rows += turning(
        to, len(units), button.page, Audience(draft.id, button.page - 1), Audience(draft.id, button.page + 1)
    )
    whole = bool(units) and all(each.ticked(places) == each.share for each in units)
    everything = say("notice-ticked-button", name=say("notice-everywhere")) if whole else say("notice-everywhere")
    chats = say("notice-chats-on-button") if draft.chats else say("notice-chats-off-button")
    rows.insert(0, [(everything, TickAll(draft.id))])
    rows.append([(chats, TakeChats(draft.id, not draft.chats))])
    lines = [say("notice-choose-audience")]
    if places:
        rows.append([(say("notice-ready-button"), ChooseHour(draft.id))])
        lines.append(await reach_line(to, draft))
    leave = ways_out(to, draft, WriteEnglish(draft.id))
    return Screen(say("notice-audience-title"), lines, buttons=[*rows, *leave])


def unit_name(to: Addressee, unit: Unit) -> str:
    community = community_at(to.register, unit.ground.community)
    if unit.area is None:
        return community_name(to.say, community)
    return to.say("notice-area", area=unit.area, community=to.say.place(community.name))


def unit_label(to: Addressee, unit: Unit, places: Sequence[NoticePlace]) -> str:
    name, ticked = unit_name(to, unit), unit.ticked(places)
    if ticked and ticked == unit.share:
        return to.say("notice-ticked-button", name=name)
    return to.say("notice-partly-button", name=name, count=len(ticked)) if ticked else name


async def draw_unit(to: Addressee, button: UnitPage) -> Screen:
    unit = await audience.unit(to.tx, to.register, to.person_id, button.notice_id, button.unit)
    say, ticked = to.say, unit.ticked(await stored.places(to.tx, button.notice_id))
    settlements = in_order(to.register, unit)
    all_of_it = say("notice-all-of-it")
    whole = say("notice-ticked-button", name=all_of_it) if ticked == unit.share else all_of_it
    rows: list[list[Label]] = [[(whole, TickUnit(button.notice_id, unit.key, button.page))]]
    for each in page_of(settlements, button.page):
        name = settlement_name(say, settlement_at(to.register, each)) if each else say("notice-nowhere-named")
        label = say("notice-ticked-button", name=name) if each in ticked else name
        rows.append([(label, TickSettlement(button.notice_id, unit.key, each, button.page))])
    turn = (UnitPage(button.notice_id, unit.key, button.page + step) for step in (-1, 1))
    rows += turning(to, len(settlements), button.page, *turn)
    done: list[Label] = [(say("notice-ready-button"), Audience(button.notice_id, 0))]
    return Screen(unit_name(to, unit), [say("notice-tick")], buttons=[*rows, done])


def in_order(register: Register, unit: Unit) -> list[SettlementCode]:
    """The settlements of a unit as its pages list them."""
    ordered = [*codes_in_order(register, unit.ground.community), NOWHERE_NAMED]
    return [each for each in ordered if each in unit.share]


def page_of_settlement(register: Register, unit: Unit, settlement: SettlementCode | None) -> int:
    """The page on which a settlement stands; the first one without."""
    return in_order(register, unit).index(settlement) // PAGE if settlement is not None else 0


async def reach_line(to: Addressee, draft: Notice) -> str:
    """«Отримають: 12 мешканців, 2 групи, 1 канал»."""
    reach, say = await subscriptions.how_many(to.tx, draft.id), to.say
    whom = [say("notice-residents", count=reach.residents)]
    whom += [say("notice-groups", count=reach.groups)] if reach.groups else []
    whom += [say("notice-channels", count=reach.channels)] if reach.channels else []
    return say("notice-reach" if reach.exact else "notice-reach-about", whom=", ".join(whom))


# When it goes, and how long it holds.


async def draw_hour(to: Addressee, button: ChooseHour) -> Screen:
    draft, say, now = await draft_of(to, button.notice_id), to.say, to.tx.now
    today = now.astimezone(KYIV).date()
    hours = [hour for hour in (at(today, EVENING), at(today + timedelta(days=1), MORNING)) if hour > now]
    rows: list[list[Label]] = [[(say("notice-now-button"), TakeHour(draft.id, 0))]]
    rows += [
        [
            (
                say("notice-hour-button", day=say.day(hour, now), time=say.time(hour)),
                TakeHour(draft.id, int((hour - datetime.fromtimestamp(0, UTC)) / timedelta(minutes=1))),
            )
        ]
        for hour in hours
    ]
    leave = ways_out(to, draft, Audience(draft.id, 0))
    return Screen(say("notice-hour-title"), [say("notice-choose-hour")], buttons=[*rows, *leave])


async def draw_end(to: Addressee, button: ChooseEnd) -> Screen:
    draft, say = await draft_of(to, button.notice_id), to.say
    labels: list[Label] = [(say("notice-days-button", count=days), TakeEnd(draft.id, days)) for days in LASTS]
    rows = [labels[:2], labels[2:]]
    ends = say("notice-missing-ends") if draft.topic is Topic.MISSING else say("notice-ends")
    if draft.topic is not Topic.MISSING:
        rows.append([(say("notice-endless-button"), TakeEnd(draft.id, 0))])
    leave = ways_out(to, draft, ChooseHour(draft.id))
    return Screen(say("notice-end-title"), [ends, say("notice-choose-end")], buttons=[*rows, *leave])


# Sending.


async def draw_summary(to: Addressee, button: PreviewNotice) -> Screen:
    """Below the preview: whom it reaches, when, and what sends it."""
    draft, say = await draft_of(to, button.notice_id), to.say
    content = await stored.content(to.tx, draft.id)
    lines = [await reach_line(to, draft), goes_at(to, draft)]
    if draft.expires_at is not None:
        lines.append(say("notice-holds-until", time=say.datetime(draft.expires_at)))
    lines += caution_lines(to, draft.topic, content)
    rows: list[list[Label]] = [
        [(say("notice-send-button"), SendNotice(draft.id, draft.version))],
        *ways_out(to, draft, ChooseEnd(draft.id)),
    ]
    return Screen(say("notice-preview-title"), lines, buttons=rows)


def goes_at(to: Addressee, notice: Notice) -> str:
    """When it goes, as far as that is known: an ordinary one keeps quiet hours."""
    say, quiet = to.say, to.tx.policy.notices
    hour = max(notice.scheduled_at or to.tx.now, to.tx.now)
    if not notice.urgent and quiet.is_quiet(hour):
        morning = quiet.quiet_ends(hour)
        return say("notice-goes-in-the-morning", day=say.day(morning, to.tx.now), time=say.time(morning))
    if hour > to.tx.now:
        return say("notice-goes-at", day=say.day(hour, to.tx.now), time=say.time(hour))
    return say("notice-goes-now")


async def draw_ask_word(to: Addressee, button: SendNotice) -> Screen:
    draft, say = await draft_of(to, button.notice_id), to.say
    lines = [await reach_line(to, draft), say("notice-ask-word", word=say("notice-urgent-word"))]
    return Screen(say("notice-ask-word-title"), lines, buttons=ways_out(to, draft, PreviewNotice(draft.id)))


async def draw_cancelled(to: Addressee, button: CancelNotice) -> Screen:
    return Screen(lines=[to.say("notice-cancelled")])
