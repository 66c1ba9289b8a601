"""The journal of the police: the number and the day under which a crime was registered, as an officer types them.

A case is no crime report, and the bot registers none. Where its messages show signs of a crime and the officer has
registered them, the case says under which number. Its resident reads nothing of that from the bot.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.dialogs import Dialog
from bot.domain.ids import CaseId
from bot.domain.refusals import Refusal

LONGEST = 60  # characters of what is typed, with what people put around it
OLDEST = timedelta(days=3 * 366)


class NotAnEntry(Refusal):
    """What was typed is no number of the journal with its day."""

    key = "journal-not-understood"


class NotADay(Refusal):
    """What was typed is no day on which that could have been registered."""

    key = "journal-wrong-day"


@dataclass(frozen=True, slots=True)
class Entry:
    number: str
    day: date

    def of_case(self, number: str) -> str:
        """As a note of another case says it, in either language."""
        return f"{number}: ЄО № {self.number}, {self.day:%d.%m.%Y}"


@dataclass(frozen=True, slots=True)
class WritingEntry(Dialog, flow="journal"):
    """The next message is the entry of a case; or its day alone, where the number was typed before."""

    case_id: CaseId
    number: str = ""


@dataclass(frozen=True, slots=True)
class WritingNoCrime(Dialog, flow="no crime signs"):
    """The next message says why a case shows no signs of a crime after all."""

    case_id: CaseId


NUMBER = r"(?:ж?єо)?[\s№n.:-]*(?P<number>\d{1,7})"
DAY = r"(?P<day>\d{1,2})[.,/](?P<month>\d{1,2})(?:[.,/](?P<year>\d{2}|\d{4}))?(?:\s*(?:р|року)\.?)?"
WORDS = {"сьогодні": 0, "today": 0, "вчора": 1, "учора": 1, "yesterday": 1}
TYPED = re.compile(rf"{NUMBER}(?:(?:\s*,\s*|\s+)(?:(?:від|од|from|of|dated)\s+)?(?P<rest>\S.*))?")
TYPED_DAY = re.compile(rf"(?:(?:від|from)\s+)?(?:{DAY}|(?P<word>{'|'.join(WORDS)}))")


def typed_entry(text: str, today: date) -> Entry | str:
    """The entry that a text names, or its number alone. Raises NotAnEntry, NotADay."""
    line = _line(text)
    if TYPED_DAY.fullmatch(line):  # «03.12.2026»
        raise NotAnEntry
    found = TYPED.fullmatch(line)
    if found is None:
        raise NotAnEntry
    return Entry(found["number"], typed_day(found["rest"], today)) if found["rest"] else found["number"]


def with_number(number: str, text: str, today: date) -> Entry | str:
    """The same where the number is known: its day, or another entry. Raises NotAnEntry, NotADay."""
    if TYPED_DAY.fullmatch(_line(text)):
        return Entry(number, typed_day(text, today))
    return typed_entry(text, today)


def typed_day(text: str, today: date, oldest: timedelta = OLDEST) -> date:
    """The day that a text names: never one to come. Without a year, the last such day. Raises NotADay."""
    found = TYPED_DAY.fullmatch(_line(text))
    if found is None:
        raise NotADay
    if found["word"]:
        return today - timedelta(days=WORDS[found["word"]])
    day, month = int(found["day"]), int(found["month"])
    years = [_year(found["year"])] if found["year"] else [today.year, today.year - 1]
    for year in years:
        try:
            named = date(year, month, day)
        except ValueError:
            continue
        if today - oldest <= named <= today:
            return named
    raise NotADay


def _line(text: str) -> str:
    if len(text) > LONGEST:
        raise NotAnEntry
    return " ".join(text.casefold().split()).strip(' .,;«»"')


def _year(text: str) -> int:
    return int(text) if len(text) == len("2026") else 2000 + int(text)
