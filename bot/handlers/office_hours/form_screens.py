"""The screen of each step of a form of office hours. It is drawn from what the open dialog holds."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import time

from bot.domain.office_hours import Kind, NewOffice, Repeat, today
from bot.domain.officers import OfficerCard
from bot.handlers import hours
from bot.handlers.office_hours.buttons import (
    ChoosePlace,
    FormStep,
    NewPlace,
    OfficeHours,
    SaveHours,
    SetDay,
    SetEnd,
    SetRepeat,
    SetStart,
    SkipStep,
    StationAsPlace,
    Step,
)
from bot.handlers.office_hours.draft import Draft, drawn
from bot.handlers.places import community_at, community_name
from bot.services import office_hours
from bot.storage import office_hours as stored
from bot.telegram.rendering import Addressee
from bot.telegram.screens import Label, Screen

HALF_HOUR, IN_A_ROW = 30, 4
FIRST_START, LAST_START = 7 * 60, 20 * 60 + 30
LONGEST = 12 * 60
MOST_PLACES = 12


async def draw_step(to: Addressee, button: FormStep) -> Screen:
    draft, say = await drawn(to), to.say
    card = await office_hours.editable(to.tx, to.person_id, draft.officer_id)
    lines, rows = await ASKED[button.step](to, draft, card)
    before = draft.before(button.step)
    back: list[Label] = [(say("back-button"), FormStep(before))] if before is not None else []
    cancel: list[Label] = [(say("cancel-button"), OfficeHours(draft.officer_id))]
    return Screen(say(f"hours-ask-{button.step.name.lower()}-title"), lines, buttons=[*rows, [*back, *cancel]])


Asked = tuple[Sequence[str], list[list[Label]]]


async def ask_place(to: Addressee, draft: Draft, card: OfficerCard) -> Asked:
    say, communities = to.say, await office_hours.settable(to.tx, to.person_id, card.id)
    known = (await stored.offices(to.tx, communities, today(to.tx.now)))[-MOST_PLACES:]
    rows: list[list[Label]] = [[(each.title[:60], ChoosePlace(each.id))] for each in known]
    for code in communities:
        name = community_name(say, community_at(to.register, code))
        if card.station and card.station not in [each.title for each in known]:
            rows.append([(say("hours-station-button", station=card.station[:50]), StationAsPlace(code))])
        label = say("hours-new-place-button") if len(communities) == 1 else say("hours-new-place-in-button", name=name)
        rows.append([(label, NewPlace(code))])
    return [say("hours-ask-place")], rows


async def ask_address(to: Addressee, draft: Draft, card: OfficerCard) -> Asked:
    return [to.say("hours-ask-address")], []


async def ask_point(to: Addressee, draft: Draft, card: OfficerCard) -> Asked:
    skip: list[Label] = [(to.say("hours-no-point-button"), SkipStep(Step.POINT))]
    return [*place_lines(to, draft.title), to.say("hours-ask-point")], [skip]


def place_lines(to: Addressee, title: str | None) -> list[str]:
    return [to.say("hours-at", place=title)] if title else []


async def ask_days(to: Addressee, draft: Draft, card: OfficerCard) -> Asked:
    say = to.say
    labels: list[Label] = []
    for day in range(7):
        on, name = bool(draft.days >> day & 1), say.weekday_name(day)
        labels.append((say("area-ticked-button", name=name) if on else name, SetDay(day, on=not on)))
    on_way: list[Label] = [(say("next-button"), SkipStep(Step.DAYS))]
    return [say("hours-ask-days")], [labels[:4], labels[4:], *([on_way] if draft.days else [])]


async def ask_starts(to: Addressee, draft: Draft, card: OfficerCard) -> Asked:
    labels: list[Label] = [
        (clock(each), SetStart(each)) for each in range(FIRST_START, LAST_START + HALF_HOUR, HALF_HOUR)
    ]
    return [to.say("hours-ask-starts")], grid(labels)


async def ask_ends(to: Addressee, draft: Draft, card: OfficerCard) -> Asked:
    starts = draft.starts or time(FIRST_START // 60)
    first = (starts.hour * 60 + starts.minute) // HALF_HOUR * HALF_HOUR + HALF_HOUR
    labels: list[Label] = [
        (clock(each), SetEnd(each)) for each in range(first, min(first + LONGEST, 24 * 60), HALF_HOUR)
    ]
    return [to.say("hours-ask-ends", starts=f"{starts:%H:%M}")], grid(labels)


def clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def grid(labels: list[Label]) -> list[list[Label]]:
    return [labels[at : at + IN_A_ROW] for at in range(0, len(labels), IN_A_ROW)]


async def ask_repeat(to: Addressee, draft: Draft, card: OfficerCard) -> Asked:
    rows: list[list[Label]] = [[(repeated(to, draft, each), SetRepeat(each))] for each in Repeat]
    return [to.say("hours-ask-repeat")], rows


def repeated(to: Addressee, draft: Draft, repeat: Repeat) -> str:
    """«Щотижня», «Сб: перша в місяці»."""
    if repeat is Repeat.EVERY:
        return to.say("hours-repeat-every")
    weekdays = draft.rule.weekdays
    names = ", ".join(to.say.weekday_name(day) for day in weekdays)
    return to.say("hours-repeat-button", days=names, which=hours.which_words(to.say, repeat, weekdays))


async def ask_dates(to: Addressee, draft: Draft, card: OfficerCard) -> Asked:
    skip: list[Label] = [(to.say("hours-no-dates-button"), SkipStep(Step.DATES))]
    return [to.say("hours-ask-dates")], [skip]


async def ask_reason(to: Addressee, draft: Draft, card: OfficerCard) -> Asked:
    skip: list[Label] = [(to.say("skip-button"), SkipStep(Step.REASON))]
    return [to.say("hours-ask-reason")], [skip]


async def check(to: Addressee, draft: Draft, card: OfficerCard) -> Asked:
    say = to.say
    title = None
    if draft.kind is not Kind.CLOSED:
        where = draft.where
        place = where if isinstance(where, NewOffice) else await stored.office(to.tx, where)
        title = place.title if place is not None else None
    save: list[Label] = [(say("hours-save-button"), SaveHours())]
    if draft.kind is Kind.USUAL:
        words = hours.rule_words(say, draft.rule, today(to.tx.now))
        more: list[Label] = [
            (say("hours-repeat-change-button"), FormStep(Step.REPEAT)),
            (say("hours-dates-change-button"), FormStep(Step.DATES)),
        ]
        return [words, *place_lines(to, title), say("hours-ask-check")], [save, more]
    lines = [exception_words(to, draft), *place_lines(to, title)]
    if draft.reason:
        lines.append(say("hours-reason", reason=draft.reason))
    return [*lines, say("hours-ask-check")], [save]


def exception_words(to: Addressee, draft: Draft) -> str:
    """«середа, 25 листопада: прийому не буде»."""
    exception, say = draft.exception, to.say
    day = say.weekday(exception.day)
    if exception.starts is None or exception.ends is None:
        return say("hours-check-closed", day=day)
    return say(
        "hours-when",
        day=day,
        time=say("hours-span", starts=f"{exception.starts:%H:%M}", ends=f"{exception.ends:%H:%M}"),
    )


ASKED: Mapping[Step, Callable[[Addressee, Draft, OfficerCard], Awaitable[Asked]]] = {
    Step.PLACE: ask_place,
    Step.ADDRESS: ask_address,
    Step.POINT: ask_point,
    Step.DAYS: ask_days,
    Step.STARTS: ask_starts,
    Step.ENDS: ask_ends,
    Step.REPEAT: ask_repeat,
    Step.DATES: ask_dates,
    Step.REASON: ask_reason,
    Step.CHECK: check,
}
