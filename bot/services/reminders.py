"""Reminders of office hours: what is due by the clock is begun once, and what it says is read when it is sent.

How far the clock has been followed is stored in one fact: after a stop, the next process goes on there. What comes too
late to help anyone is dropped and counted.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import structlog

from bot.domain.broadcasts import Lane
from bot.domain.hours_changes import net_change
from bot.domain.ids import AreaId, OfficerId
from bot.domain.kyiv import moment, today
from bot.domain.letters import Letter
from bot.domain.office_hours import SOON, Kind, Opening, Rule
from bot.domain.policy import KYIV
from bot.domain.reminders import (
    HOUR,
    AskedOpening,
    Due,
    EveningHours,
    OpeningsSoon,
    Round,
    WeekHours,
    reminded_at,
    rounds_between,
)
from bot.register import CommunityCode
from bot.services.office_hours import opening as opening_at
from bot.services.office_hours import public_opening, told
from bot.storage import absences, areas, broadcasts, facts, officers
from bot.storage import office_hours as stored_office_hours
from bot.storage import reminders as recipients
from bot.storage.transaction import Transaction

log = structlog.get_logger()

# Facts: how far the clock has been followed, for rounds and for officers; how many came too late.
PROGRESS, REMINDED, LATE = "reminders", "officers_reminded", "reminders_late"
AT_ONCE = 4  # communities, or openings, in one transaction: messages wait meanwhile
DAY, MOMENT = timedelta(days=1), timedelta(microseconds=1)
LONGEST_STOP = timedelta(days=8)  # what was due before helps nobody: no reminder looks further ahead


@dataclass(frozen=True, slots=True)
class Progress:
    """All before `at` is done, and at it the rounds before `round`; of that one what comes until `after`."""

    at: datetime
    round: str = ""
    after: str = ""

    @classmethod
    def read(cls, text: str) -> "Progress":
        at, round_, after = text.split(" ")
        return cls(datetime.fromisoformat(at), round_, after)

    def __str__(self) -> str:
        return f"{self.at.isoformat()} {self.round} {self.after}"


ALL_DONE = "~"  # at this moment: comes after the names of all rounds


async def remind(tx: Transaction) -> bool:
    """Begin the next of what has become due; whether there is more."""
    known = await facts.get(tx, PROGRESS)
    progress = Progress.read(known) if known else Progress(tx.now, ALL_DONE)
    if progress.at < tx.now - LONGEST_STOP:
        progress = Progress(tx.now - LONGEST_STOP)
    due = _next(tx, progress)
    if due is None:
        await recipients.sweep(tx, today(tx.now) - DAY)
        progress = Progress(tx.now, ALL_DONE)
    else:
        after = progress.after if (progress.at, progress.round) == (due.at, due.round) else ""
        reached_to, late = await ROUNDS[due.round](tx, due, after)
        await _count_late(tx, late)
        progress = Progress(due.at, f"{due.round}{'' if reached_to else ALL_DONE}", reached_to)
    await facts.put(tx, PROGRESS, str(progress))
    return due is not None


async def skip_due(tx: Transaction) -> None:
    """Begin nothing that has become due until now: this database is a restored backup, and it may have been sent."""
    await facts.put(tx, PROGRESS, str(Progress(tx.now, ALL_DONE)))
    await facts.put(tx, REMINDED, tx.now.isoformat())


async def _count_late(tx: Transaction, late: int) -> None:
    if late:
        log.warning("reminders came too late", count=late)
        await facts.put(tx, LATE, str(int(await facts.get(tx, LATE) or 0) + late))


def _next(tx: Transaction, progress: Progress) -> Due | None:
    notices = tx.policy.notices
    rounds = rounds_between(progress.at, tx.now, notices.morning, notices.reminder)
    return next((each for each in rounds if (each.at, each.round.value) >= (progress.at, progress.round)), None)


async def _begin(tx: Transaction, letter: Letter, name: str, until: datetime, *, quiet: bool) -> int:
    """How many of it came too late: one or none."""
    if until <= tx.now:
        return 1
    await broadcasts.begin(tx, letter, Lane.ORDINARY, quiet=quiet, dedupe=name, expires_at=until)
    return 0


# Of tomorrow, to residents.


@dataclass(frozen=True, slots=True)
class Evening:
    """What the residents of an area read: who receives on the day, closed ones among it; what has changed of later
    days; and which rules are new, or were removed."""

    community: CommunityCode
    openings: Sequence[Opening]
    changes: Sequence[Opening]
    added: Sequence[Rule]
    removed: Sequence[Rule]
    day: date

    @property
    def is_news(self) -> bool:
        """Whether anything of it is otherwise than every week."""
        unusual = any(each.kind is not Kind.USUAL for each in self.openings)
        return unusual or bool(self.changes or self.added or self.removed)

    @property
    def helps_until(self) -> datetime:
        """When nothing of it is still to come."""
        starts = [each.start for each in (*self.openings, *self.changes)]
        return max([*starts, moment(self.day, time(23, 59))] if self.added or self.removed else starts)


async def evening(tx: Transaction, area_id: AreaId, officer_ids: Sequence[OfficerId], day: date) -> Evening | None:
    """What is sent on the evening before a day; None where there is nothing to send."""
    area = await areas.by_id(tx, area_id)
    if area is None or not officer_ids or await stored_office_hours.hides_hours(tx, area.community):
        return None
    since, until = (moment(each, tx.policy.notices.reminder) for each in (day - 2 * DAY, day - DAY))
    of_day = await stored_office_hours.timetable(tx, officer_ids, day, day)
    touched = await stored_office_hours.touched(tx, officer_ids, day, day - DAY + SOON, since, until)
    keys = dict.fromkeys(each.key for each in touched if each.key not in {usual.key for usual in of_day})
    changes = [await opening_at(tx, key) for key in keys]
    added, removed = net_change(
        await stored_office_hours.rules_added(tx, officer_ids, since, until),
        await stored_office_hours.rules_removed(tx, officer_ids, since, until),
        day,
    )
    found = Evening(
        area.community,
        await told(tx, [each for each in of_day if each.community == area.community]),
        await told(tx, [each for each in changes if each is not None and each.community == area.community]),
        await told(tx, [each for each in added if each.community == area.community]),
        await told(tx, [each for each in removed if each.community == area.community]),
        day,
    )
    return found if found.openings or found.changes or found.added or found.removed else None


async def evening_of(tx: Transaction, letter: EveningHours) -> Evening | None:
    """What a letter says now."""
    return await evening(tx, letter.area_id, await officers.holding(tx, letter.area_id), letter.day)


async def _evenings(tx: Transaction, due: Due, after: str) -> tuple[str, int]:
    communities = await stored_office_hours.communities_with_hours(tx, after, AT_ONCE)
    late = 0
    for community in communities:
        serving: dict[AreaId, list[OfficerId]] = {}
        for each in await stored_office_hours.serving_in(tx, community):
            serving.setdefault(each.area_id, []).append(each.officer_id)
        for area_id, officer_ids in serving.items():
            if (found := await evening(tx, area_id, officer_ids, due.day)) is not None:
                name = f"evening:{due.day - DAY}:{area_id}"
                late += await _begin(tx, EveningHours(area_id, due.day), name, found.helps_until, quiet=True)
    return communities[-1] if len(communities) == AT_ONCE else "", late


# Of one opening, to those who asked.


async def _asked(tx: Transaction, due: Due, after: str) -> tuple[str, int]:
    keys = await recipients.asked_on(tx, due.day, after, AT_ONCE)
    notices, late = tx.policy.notices, 0
    for key in keys:
        opening = await public_opening(tx, key)
        if opening is None or not opening.takes_place:
            continue
        if reminded_at(opening, notices.morning, notices.reminder) <= due.at:
            late += await _begin(tx, AskedOpening(key), f"asked:{key}", opening.start, quiet=False)
    return keys[-1] if len(keys) == AT_ONCE else "", late


async def others_on_its_day(tx: Transaction, opening: Opening) -> list[Opening]:
    """What else the officer of an opening holds on its day, in its community."""
    of_day = await stored_office_hours.timetable(tx, [opening.officer_id], opening.day, opening.day)
    return [
        each
        for each in await told(tx, of_day)
        if each.takes_place and each.key != opening.key and each.community == opening.community and each.start > tx.now
    ]


# Of the week, to chats.


async def week(tx: Transaction, community: CommunityCode, monday: date) -> list[Opening]:
    """What takes place in a community in a week; nothing where hours are kept secret."""
    if await stored_office_hours.hides_hours(tx, community):
        return []
    officer_ids = list(dict.fromkeys(each.officer_id for each in await stored_office_hours.serving_in(tx, community)))
    found = await stored_office_hours.timetable(tx, officer_ids, monday, monday + 6 * DAY)
    return await told(tx, [each for each in found if each.community == community])


async def _weeks(tx: Transaction, due: Due, after: str) -> tuple[str, int]:
    communities = await stored_office_hours.communities_with_hours(tx, after, AT_ONCE)
    late = 0
    for community in communities:
        openings = await week(tx, community, due.day)
        if openings and (await recipients.groups(tx, community, 0, 1))[0]:
            letter, name = WeekHours(community, due.day), f"week:{due.day}:{community}"
            late += await _begin(tx, letter, name, openings[-1].start, quiet=True)
    return communities[-1] if len(communities) == AT_ONCE else "", late


# An hour before, to officers.


async def remind_officers(tx: Transaction) -> bool:
    """Begin to remind officers who receive in an hour's time, of one day at a time; whether there is more."""
    known = await facts.get(tx, REMINDED)
    since = max(datetime.fromisoformat(known), tx.now - LONGEST_STOP) if known else tx.now
    day = today(since + HOUR + MOMENT)
    until = min(tx.now, moment(day + DAY, time()) - MOMENT - HOUR)
    first, last = since + HOUR, until + HOUR
    late = 0
    for begins in await stored_office_hours.starts_between(tx, day, *_times_on(day, first, last)):
        if first < (start := moment(day, begins)) <= last:
            late += await _begin(tx, OpeningsSoon(start), f"soon:{start.isoformat()}", start, quiet=False)
    await _count_late(tx, late)
    await facts.put(tx, REMINDED, until.isoformat())
    return until < tx.now


async def beginning(tx: Transaction, officer_ids: Sequence[OfficerId], start: datetime) -> list[Opening]:
    """The openings that begin at this time, of these officers and of those for whom they stand in."""
    day, covered = today(start), await absences.covered_now(tx, officer_ids)
    return [
        each
        for each in await stored_office_hours.timetable(tx, [*{*officer_ids, *covered}], day, day)
        if each.takes_place and each.start == start
    ]


def _times_on(day: date, first: datetime, last: datetime) -> tuple[time, time]:
    """The times of a day between two moments, on people's clocks; all of them where the clocks change."""
    begins, ends = first.astimezone(KYIV), last.astimezone(KYIV)
    if moment(day + DAY, time()) - moment(day, time()) != DAY:
        return time(), time(23, 59)
    return (
        begins.time().replace(second=0, microsecond=0) if begins.date() == day else time(),
        ends.time() if ends.date() == day else time(23, 59),
    )


ROUNDS: Mapping[Round, Callable[[Transaction, Due, str], Awaitable[tuple[str, int]]]] = {
    Round.EVENING: _evenings,
    Round.EARLY: _asked,
    Round.MORNING: _asked,
    Round.WEEK: _weeks,
}
"""Each begins what is due for the next after a name, and says up to which name it came (none: it is done), and how many
came too late."""
