"""Office hours as people read them: openings, rules, and when an officer receives next."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Protocol

from bot.domain.kyiv import today
from bot.domain.office_hours import Kind, Office, Opening, Repeat, Rule
from bot.domain.policy import KYIV
from bot.services.office_hours import Reception
from bot.texts import Say

LISTED_AHEAD = timedelta(days=14)  # what is otherwise than every week
FEMININE = {2, 4, 5, 6}  # середа, п’ятниця, субота, неділя


class Timed(Protocol):
    """Anything that begins and ends."""

    @property
    def start(self) -> datetime: ...

    @property
    def end(self) -> datetime: ...


def span(say: Say, timed: Timed) -> str:
    """«09:00–12:00»."""
    return say("hours-span", starts=say.time(timed.start), ends=say.time(timed.end))


def near(say: Say, day: date, now: datetime) -> str | None:
    """«сьогодні», «завтра», or None."""
    distance = (day - today(now)).days
    return say("today") if distance == 0 else say("tomorrow") if distance == 1 else None


def when(say: Say, opening: Opening, now: datetime) -> str:
    """«завтра, 09:00–12:00», «середа, 25 листопада, 09:00–12:00»."""
    day = near(say, opening.day, now) or say.weekday(opening.day)
    return say("hours-when", day=day, time=span(say, opening))


def on_day(say: Say, opening: Opening, now: datetime) -> str:
    """«завтра», «у середу, 25 листопада»."""
    return near(say, opening.day, now) or say(f"on-weekday-{opening.day.weekday()}", date=say.day_of_month(opening.day))


def announced(
    say: Say, opening: Opening, office: Office, now: datetime, *, changed: bool = False, there: bool = False
) -> str:
    """«Завтра, середа, 25 листопада, 09:00–12:00 (змінено)»: it is read on later days, too. `changed`: also that it is
    as usual after all is news. `there`: another takes place that day, so that the place of one that does not is named.
    """
    words = say("hours-when", day=say.weekday(opening.day), time=span(say, opening))
    word = near(say, opening.day, now)
    words = say("hours-near", word=word, when=words) if word else words
    if there and not opening.takes_place:
        words = say("hours-when-there", when=words, place=say.place(office.title))
    usual = opening.kind is Kind.USUAL and not changed
    words = words if usual else say(f"hours-told-{opening.kind}", when=words)
    return words[:1].upper() + words[1:]


def opening_lines(
    say: Say, opening: Opening, office: Office, now: datetime, *, changed: bool = False, there: bool = False
) -> list[str]:
    """One of several openings: a line with its place, and why it is not as usual."""
    words = announced(say, opening, office, now, changed=changed, there=there)
    line = say("hours-line", hours=words, place=say.place(office.title)) if opening.takes_place else words
    return [line, *reason(say, opening)]


def single_opening_lines(
    say: Say, opening: Opening, office: Office, now: datetime, *, changed: bool = False, there: bool = False
) -> list[str]:
    """The one opening that a message is about: when, where, why it is not as usual, each in a line."""
    where = [say("hours-at", place=say.place(office.title))] if opening.takes_place else []
    return [announced(say, opening, office, now, changed=changed, there=there), *where, *reason(say, opening)]


def reason(say: Say, opening: Opening) -> list[str]:
    lines = [say("hours-stand-in")] if opening.stand_in_id is not None else []
    return [*lines, say("hours-reason", reason=opening.reason)] if opening.reason else lines


def rule_words(say: Say, rule: Rule, on: date) -> str:
    """«Пн, Ср 09:00–12:00», «Сб (перша в місяці) 10:00–13:00»; with the days from which and until which it holds."""
    days = ", ".join(say.weekday_name(day) for day in rule.weekdays)
    hours = say("hours-span", starts=f"{rule.starts:%H:%M}", ends=f"{rule.ends:%H:%M}")
    if rule.repeat is Repeat.EVERY:
        words = say("hours-rule", days=days, span=hours)
    else:
        words = say("hours-rule-monthly", days=days, which=which_words(say, rule.repeat, rule.weekdays), span=hours)
    if rule.since > on:
        words = say("hours-rule-since", rule=words, date=say.weekday(rule.since))
    return words if rule.until is None else say("hours-rule-until", rule=words, date=say.weekday(rule.until))


def which_words(say: Say, repeat: Repeat, weekdays: Sequence[int]) -> str:
    """«перша в місяці»."""
    gender = "several" if len(weekdays) > 1 else "f" if set(weekdays) <= FEMININE else "m"
    return say(f"hours-repeat-{repeat}", day=gender)


def card_lines(say: Say, reception: Reception, now: datetime) -> list[str]:
    """What an officer's card says of their hours: one line, or none where they have none."""
    if reception.hidden:
        return [say("hours-by-arrangement")]
    line = next_line(say, reception.coming, now)
    return [line] if line is not None else []


def full_lines(say: Say, reception: Reception, now: datetime) -> list[str]:
    """An officer's hours: the next with its place, then the week (there, unless it says where), then what is otherwise
    soon."""
    if reception.hidden:
        return [say("hours-by-arrangement")]
    if not reception.rules and not reception.coming:
        return [say("hours-none")]
    first = next((each for each in reception.coming if each.takes_place), None)
    following, offices = next_line(say, reception.coming, now), reception.offices
    if first is None or following is None:
        lines = [say("hours-none-ahead")]
    else:
        lines = [following, say("hours-at", place=say.place(offices[first.office_id].title))]
    for rule in reception.rules:
        there = first is not None and rule.office_id == first.office_id
        where = offices[rule.office_id]
        lines.append(rule_words(say, rule, today(now)) if there else weekly_line(say, rule, where, now))
    for each in reception.coming:
        if each.kind is not Kind.USUAL and each.start < now + LISTED_AHEAD:
            lines += opening_lines(say, each, offices[each.office_id], now)
    return lines


def weekly_line(say: Say, rule: Rule, office: Office, now: datetime) -> str:
    return say("hours-line", hours=rule_words(say, rule, today(now)), place=say.place(office.title))


def next_line(say: Say, coming: Sequence[Opening], now: datetime) -> str | None:
    """«Приймає сьогодні до 20:00», or when next; None where nothing is known of it."""
    opening = next((each for each in coming if each.takes_place and each.end > now), None)
    if opening is None:
        return None
    if opening.start <= now:
        return say("hours-until", time=say.time(opening.end))
    if opening.start.astimezone(KYIV).date() == now.astimezone(KYIV).date():
        return say("hours-later", starts=say.time(opening.start), ends=say.time(opening.end))
    return say("hours-next", when=when(say, opening, now))
