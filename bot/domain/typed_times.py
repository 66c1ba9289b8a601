"""When people mean a day or a time by what they type: «завтра о 8», «у п'ятницю о 10», «5 травня 9:00», «завтра в 8»,
«через 2 години», “tomorrow at 8”.

Ukrainian, English and Russian are understood at the same time, for they are mixed in one line. A text is the day, the
time of day, or both in either order, and nothing besides: what is left over makes the whole not understood, because a
wrong guess would be worse than a question. Hours are those of a clock of 24 hours unless a part of the day is said («8
вечора»). Whoever asks for a time shows what was understood before anything happens. Times are in Kyiv.

Why no library does this: docs/decisions/024-typed-times.md.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.domain.kyiv import moment, today
from bot.domain.policy import KYIV
from bot.domain.refusals import Refusal


class NotATime(Refusal):
    """What was typed is no day and no time that could be meant."""

    key = "time-not-understood"


class HourMissing(NotATime):
    """A day alone, where a time of day is needed; or what could be either («10.12»)."""

    key = "time-without-hour"


class TimePassed(NotATime):
    """It was `time`."""

    key = "time-passed"


class NotHours(Refusal):
    """Not two times of one day, the first before the second."""

    key = "hours-not-hours"


class NotDates(Refusal):
    """Not a day, or two with the first before the second, of the next year."""

    key = "hours-not-dates"


END_OF_DAY = time(23, 59)
LONGEST = 60  # characters
BETWEEN_HOURS = (" до ", " to ", " till ", " until ", " - ")


def moment_of(text: str, now: datetime, *, a_day_alone: time | None = None) -> datetime:
    """The time that a text means, after `now`. `a_day_alone`: what a day means without a time of day.

    Raises NotATime, HourMissing, TimePassed.
    """
    line = BY.sub("", simplified(text))
    if (later := later_than(line, now)) is not None:
        return later
    if a_day_alone is None and is_day_or_time(line):
        raise HourMissing
    only_time = a_day_alone is None and CLOCK.fullmatch(line)
    day, rest = (None, line) if only_time else day_in(line, today(now))
    if day is None:
        of_day = time_of_day(rest, has_day=False)
        return first_after(now, [moment(today(now), of_day), moment(today(now) + timedelta(days=1), of_day)])
    if not rest and a_day_alone is None:
        raise HourMissing
    of_day = time_of_day(rest, has_day=True) if rest else a_day_alone or END_OF_DAY
    again = [moment(day.date + timedelta(days=7), of_day)] if day.comes_again else []
    return first_after(now, [moment(day.date, of_day), *again])


def first_after(now: datetime, moments: Sequence[datetime]) -> datetime:
    """Raises TimePassed."""
    found = next((each for each in moments if each > now), None)
    if found is None:
        raise passed(moments[0])
    return found


def passed(when: datetime) -> TimePassed:
    return TimePassed(time=f"{when.astimezone(KYIV):%d.%m.%Y, %H:%M}")


def dates_of(text: str, from_today: date) -> tuple[date, date | None]:
    """«01.12.2026–28.02.2027», «з 1 грудня до 28 лютого», «1–14 травня», «завтра»: from which day, and until which.

    Raises NotDates.
    """
    try:
        line = ONE_MONTH.sub(r"\g<first> \g<month> - \g<last>", FROM.sub("", simplified(text)))
        first, rest = day_in(line, from_today)
        between = UNTIL.match(rest)
        last, left = day_in(rest[between.end() :], first.date) if first and between else (None, rest)
    except NotATime:
        raise NotDates from None
    if first is None or left or (between and last is None):
        raise NotDates
    until = last.date if last else None
    if (until is not None and until < first.date) or not from_today <= first.date <= from_today + timedelta(days=366):
        raise NotDates
    return first.date, until


def hours_of(text: str) -> tuple[time, time]:
    """«9:00-12:30», «9–12», «з 9 до 12». Raises NotHours."""
    return in_order(*span_of(text))


def span_of(text: str) -> tuple[time, time]:
    """As `hours_of`, but it may go on past midnight: «21:00-6:00». Raises NotHours."""
    try:
        line = FROM.sub("", simplified(text))
        first, _, second = line.partition(next((word for word in BETWEEN_HOURS if word in line), "-"))
        return time_of_day(first.strip(), has_day=True), time_of_day(second.strip(), has_day=True)
    except NotATime:
        raise NotHours from None


def in_order(starts: time, ends: time) -> tuple[time, time]:
    """Raises NotHours."""
    if starts >= ends:
        raise NotHours
    return starts, ends


def simplified(text: str) -> str:
    """On one line of small letters, with one kind of apostrophe and of dash, and without what ends a sentence.

    Raises NotATime for what is too long to be a time.
    """
    if len(text) > LONGEST:
        raise NotATime
    line = re.sub("['’ʼ‘`´]", "'", text.casefold())
    line = re.sub("[‐-―−]", "-", line)
    return " ".join(re.sub(r"[,;«»\"()]|\.(?=\s|$)|[!?]+$", " ", line).split())


# The day.


@dataclass(frozen=True, slots=True)
class Day:
    """`comes_again`: a day of the week, which means the next one where its time today is past."""

    date: date
    comes_again: bool = False


def stems(lines: str) -> dict[str, int]:
    """Stems by their numbers: a line for each number, from 0."""
    return {stem: number for number, line in enumerate(lines.split("/")) for stem in line.split()}


NEAR = {
    "сьогодні": 0, "сегодня": 0, "today": 0, "завтра": 1, "tomorrow": 1,
    "післязавтра": 2, "послезавтра": 2, "the day after tomorrow": 2, "day after tomorrow": 2,
}  # fmt: skip
WEEKDAYS = stems(
    "понеділ понедельник пн mon / вівтор вторник вт tue / серед сред ср wed / четвер четверг чт thu /"
    " п'ятниц пятниц пт fri / субот суббот сб sat / неділ воскресень нд вс sun"
)
ENDING = r"(?:ок|к[ауи]|[аеуиіїюя]|ої|ою|ю|[ау]?|(?:s|nes|rs|ur)?(?:day)?)"
MONTHS = stems(
    " / січ янв jan / лют фев feb / берез март mar / квіт апр apr / трав мая май may / черв июн jun / лип июл jul /"
    " серп авг aug / верес сент sep / жовт окт oct / листоп ноя nov / груд дек dec"
)
ANY = {"weekday": "|".join(WEEKDAYS), "month": "|".join(MONTHS), "near": "|".join(sorted(NEAR, key=len, reverse=True))}
NEAR_DAY = re.compile(rf"\b(?:{ANY['near']})\b")
WEEKDAY = re.compile(
    rf"(?:\b(?:у|в|во|на|on|цього|цю|цей|this)\s)?(?:\b(?P<next>наступн|следующ|next)\w*\s)?\b(?P<day>{ANY['weekday']}){ENDING}\b"
)
YEAR = r"(?P<year>\d{4}|\d{2})(?:\s?(?:року|рік|года|р|г)\b)?"
NAMED_DAY = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:-?(?:го|те|е|ого|th|st|nd|rd))?\s(?P<month>{ANY['month']})[^\W\d]*(?:\s(?P<year>\d{{4}})\b"
    r"(?:\s(?:року|рік|года|р|г)\b)?)?"
)
MONTH_FIRST = re.compile(
    rf"\b(?P<month>{ANY['month']})[^\W\d]*\s(?P<day>\d{{1,2}})(?:th|st|nd|rd)?(?:\s(?P<year>\d{{4}})\b)?(?![\d:])"
)
NUMBERED_DAY = re.compile(rf"(?<![\d:.])(?P<day>\d{{1,2}})[./](?P<month>\d{{1,2}})(?:[./]{YEAR})?(?![\d:])")
ISO_DAY = re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})\b")
FROM = re.compile(r"^(?:починаючи\s)?(?:з|із|зі|від|с|со|from|since)\s")
BY = re.compile(r"^(?:до|по|by|until|till)\s")
UNTIL = re.compile(r"\s?(?:-|до|по|to|till|until)\s?")
ONE_MONTH = re.compile(rf"^(?P<first>\d{{1,2}}){UNTIL.pattern}(?P<last>\d{{1,2}}\s(?P<month>(?:{ANY['month']}).*))$")


def day_in(line: str, today: date) -> tuple[Day | None, str]:
    """The day that is named in a line, and the rest of it. Raises NotATime for one that there is not."""
    found = soonest(NEAR_DAY.search(line), WEEKDAY.search(line))
    if found is not None:
        return named_day(found, today), without(line, found)
    for pattern in (ISO_DAY, NUMBERED_DAY, NAMED_DAY, MONTH_FIRST):
        if (found := pattern.search(line)) is not None:
            return Day(calendar_day(found, today)), without(line, found)
    days, rest = days_later(line)
    return (Day(today + timedelta(days=days)), rest) if days else (None, line)


def soonest(*found: "re.Match[str] | None") -> "re.Match[str] | None":
    """The one that begins first; of two, the one that says more."""
    there = [each for each in found if each is not None]
    return min(there, key=lambda each: each.start(), default=None)


def without(line: str, found: "re.Match[str]") -> str:
    """What is left of a line, between two parts of which a day may have been."""
    return " ".join(f"{line[: found.start()]} {line[found.end() :]}".split())


def named_day(found: "re.Match[str]", today: date) -> Day:
    """«завтра», «у п'ятницю», «наступної п'ятниці»: the last one is of the next week."""
    if found.re is NEAR_DAY:
        return Day(today + timedelta(days=NEAR[found[0]]))
    weekday = WEEKDAYS[found["day"]]
    if found["next"]:
        return Day(today - timedelta(days=today.weekday()) + timedelta(days=7 + weekday))
    return Day(today + timedelta(days=(weekday - today.weekday()) % 7), comes_again=True)


def calendar_day(found: "re.Match[str]", today: date) -> date:
    """Without a year, the next day of this name. Raises NotATime."""
    written, year = found["month"], found["year"]
    month = int(written) if written.isdecimal() else MONTHS[written]
    try:
        if year and year[:-2] not in ("", "20"):
            raise NotATime  # of another century
        if year:
            return date(2000 + int(year[-2:]), month, int(found["day"]))
        day = date(today.year, month, int(found["day"]))
        return day if day >= today else day.replace(year=today.year + 1)
    except ValueError:
        raise NotATime from None


def is_day_or_time(line: str) -> bool:
    """Whether all of it could be a day as well as a time: «10.12», and not «18.30» or «10:12»."""
    found = NUMBERED_DAY.fullmatch(line)
    return found is not None and found["year"] is None and 1 <= int(found["month"]) <= 12


# So much later.

FEW: Mapping[str, int] = {
    "один": 1, "одну": 1, "a": 1, "an": 1, "one": 1, "два": 2, "дві": 2, "две": 2, "two": 2,
    "три": 3, "three": 3, "чотири": 4, "четыре": 4, "four": 4, "п'ять": 5, "пять": 5, "five": 5, "": 1,
}  # fmt: skip
IN = rf"\b(?:через|за|in)\s(?:(?P<count>\d{{1,3}}|{'|'.join(filter(None, FEW))})\s)?"
SHORTLY = re.compile(rf"{IN}(?:(?P<minutes>хвилин|минут|min)|(?P<hours>годин|час|hour))\w*")
HALF_AN_HOUR = re.compile(r"(?:через|за|in)\s(?:півгодини|пів години|полчаса|half an hour)")
IN_DAYS = re.compile(rf"{IN}(?:(?P<weeks>тиж|недел|week)|(?P<days>день|дні|дня|дней|day))\w*")


def later_than(line: str, now: datetime) -> datetime | None:
    """«через 2 години»: to the minute."""
    if HALF_AN_HOUR.fullmatch(line):
        later = timedelta(minutes=30)
    elif (found := SHORTLY.fullmatch(line)) is not None:
        count = counted(found["count"])
        later = timedelta(hours=count) if found["hours"] else timedelta(minutes=count)
    else:
        return None
    if not later:
        raise NotATime
    return (now + later).replace(second=0, microsecond=0)


def days_later(line: str) -> tuple[int, str]:
    """How many days, and the rest of the line; 0 where there are none."""
    found = IN_DAYS.search(line)
    if found is None:
        return 0, line
    return counted(found["count"]) * (7 if found["weeks"] else 1), without(line, found)


def counted(written: str | None) -> int:
    return int(written) if written and written.isdecimal() else FEW[written or ""]


# The time of day.

PARTS = {
    "am": "am",
    "pm": "pm",
    "morning": "ранку зранку вранці ранком рано утра утром morning",
    "day": "дня вдень днем днём afternoon",
    "evening": "вечора ввечері увечері вечором вечера вечером evening tonight",
    "night": "ночі вночі уночі ночи ночью night",
}
# The hours that a part of the day has, as they are said: by a clock of twelve hours, or of twenty-four.
OF_TWELVE = {"pm": range(1, 12), "day": range(1, 6), "evening": range(4, 12), "night": range(8, 12)}
OF_DAY = {
    "am": range(1, 12),
    "pm": range(12, 24),
    "morning": range(3, 13),
    "day": range(10, 19),
    "evening": range(16, 24),
    "night": (*range(6), *range(20, 24)),
}
PART_OF = {word: part for part, words in PARTS.items() for word in words.split()}
HOURS_IN_WORDS = stems(
    " / першій годину час one / другій два two / третій три three / четвертій четыре four / п'ятій пять five /"
    " шостій шесть six / сьомій семь seven / восьмій восемь eight / дев'ятій девять nine / десятій десять ten /"
    " одинадцятій одиннадцать eleven / дванадцятій двенадцать twelve"
)
IN_THE = r"(?:in the |at )?"
PART = rf"(?:{IN_THE}(?P<part>{'|'.join(PART_OF)}))"
PART_FIRST = re.compile(rf"{IN_THE}(?P<part>{'|'.join(PART_OF)})\b")
CLOCK = re.compile(
    rf"(?P<at>(?:о|об|в|у|на|до|к|at|by)\s)?(?:(?P<hour>\d{{1,2}})(?:(?:[:.]|\s|-(?=\d\d\b))(?P<minute>\d{{2}}))?"
    rf"|(?P<word>{'|'.join(HOURS_IN_WORDS)}))(?:\s?(?P<unit>год\w*|час\w*|h|o'clock)(?:\s?(?P<more>\d{{1,2}})\s?хв\w*)?)?"
    rf"(?:\s?{PART})?"
)
NOON = re.compile(r"(?:в|о|at\s)?\s?(?:опівдні|полудень|полдень|noon|midday)")


def time_of_day(text: str, *, has_day: bool) -> time:
    """«о 8», «8:30», «8 вечора», «ввечері 19». A bare hour is one only beside a day. Raises NotATime, HourMissing."""
    if NOON.fullmatch(text):
        return time(12)
    part = None
    if (first := PART_FIRST.match(text)) is not None:
        part, text = PART_OF[first["part"]], text[first.end() :].strip()
        if not text:
            raise HourMissing
    found = CLOCK.fullmatch(text)
    if found is None:
        raise NotATime
    said = PART_OF[found["part"]] if found["part"] else None
    if not (has_day or part or any(found[name] for name in ("at", "minute", "unit", "part"))):
        raise NotATime
    hour = int(found["hour"]) if found["hour"] else HOURS_IN_WORDS[found["word"]]
    return clock(in_part(hour, part or said), int(found["minute"] or found["more"] or 0))


def in_part(hour: int, part: str | None) -> int:
    """The hour of a day, where a part of the day is said. Raises NotATime for one that is not in it."""
    if part is None:
        return hour
    if hour == 12 and part in ("am", "night"):
        return 0
    if hour in OF_TWELVE.get(part, ()):
        return hour + 12
    if hour in OF_DAY[part]:
        return hour
    raise NotATime


def clock(hour: int, minute: int) -> time:
    try:
        return time(hour, minute)
    except ValueError:
        raise NotATime from None
