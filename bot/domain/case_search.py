"""The search among the cases of a desk: what was typed, and when a case fits it.

Every word that was typed has to be found, in any order: in what is known of the case, or in what was said in it. Words
are compared without their endings: of what is typed the ending of a case, if it has one, is cut off, and a word that
begins with the rest fits («сусідами» finds «сусід» and «сусідська»). The last letters of a stem may change as they do
in Ukrainian («дорога», «дорозі»). Less than three letters have to be the whole word. A day or a month is when the case
was sent: «12 квітня», «квітень 2026», «вчора»; without a year, the last one that has come.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.domain.dialogs import Dialog
from bot.domain.ids import CaseId
from bot.domain.kyiv import moment, today
from bot.domain.refusals import Refusal
from bot.domain.typed_times import ISO_DAY, MONTHS, NAMED_DAY, NUMBERED_DAY
from bot.register.spelling import folded, lettered

LONGEST = 200  # characters
MOST_WORDS = 8
SHORTEST_STEM = 3  # letters


@dataclass(frozen=True, slots=True)
class Found:
    """A page of cases that a search found.

    `after`: the place from which the search goes on, 0 where nothing is left; `full`: whether it stopped because the
    page was full.
    """

    cases: tuple[CaseId, ...] = ()
    after: int = 0
    full: bool = False


@dataclass(frozen=True, slots=True)
class SearchingCases(Dialog, flow="case search", lasts=timedelta(hours=1)):
    """The next text says what to search for; once there is one, what it finds from the place `edge` on.

    `found`: None until that was looked for.
    """

    words: str = ""
    edge: int = 0
    found: Found | None = None

    @property
    def waits(self) -> bool:
        """Whether the search is asked for, and nothing has been looked for yet."""
        return bool(self.words) and self.found is None


class NothingToSearch(Refusal):
    """No word is in what was typed, or too many are."""

    key = "case-lists-nothing-to-search"


# Words.

OF_CASES = "а я о е є и у ю ою ею єю ам ям ах ях ами ями ів їв ей ого ому ій их им ими ові еві"
ENDINGS = sorted({folded(ending) for ending in OF_CASES.split()}, key=len, reverse=True)
CHANGED = {"г": "з", "к": "ц", "х": "с", "з": "г", "ц": "к", "с": "х"}  # the end of a stem before «і»
SMALL_WORDS = "у в на з зі із за до про від по і й та the in on of at and from"
FILLERS = frozenset(folded(word) for word in SMALL_WORDS.split())


@dataclass(frozen=True, slots=True)
class Word:
    """A word that was typed: what it is the beginning of, and whether it has to be the whole."""

    beginnings: tuple[str, ...]
    whole: bool

    def is_in(self, words: str) -> bool:
        """Whether it is among folded words, each between two spaces."""
        end = " " if self.whole else ""
        return any(f" {beginning}{end}" in words for beginning in self.beginnings)

    def may_be_in(self, letters: str) -> bool:
        """Whether it can be in a text that is not taken apart into words yet; `letters`: as `lettered` gives them."""
        return any(beginning in letters for beginning in self.beginnings)


def word_of(typed: str) -> Word:
    """A folded word as it is looked for."""
    if typed.isdecimal() or len(typed) < SHORTEST_STEM:
        return Word((typed.lstrip("0") or typed, typed), whole=True)
    stem = next(
        (
            typed[: -len(ending)]
            for ending in ENDINGS
            if typed.endswith(ending) and len(typed) - len(ending) >= SHORTEST_STEM
        ),
        typed,
    )
    changed = CHANGED.get(stem[-1]) if stem != typed else None
    return Word((stem, stem[:-1] + changed) if changed else (stem,), whole=False)


def in_words(*texts: str) -> str:
    """Texts as words are looked for in them."""
    return f" {' '.join(folded(text) for text in texts)} "


BETWEEN_TEXTS = "\0"


def may_hold(words: Sequence[Sequence[Word]], texts: Sequence[str]) -> list[bool]:
    """Of each text whether all the words that go with it can be in it: to find that they cannot costs a tenth of taking
    it apart, where many are looked at together.
    """
    if not texts:
        return []
    together = lettered(BETWEEN_TEXTS.join(text.replace(BETWEEN_TEXTS, " ") for text in texts)).split(BETWEEN_TEXTS)
    return [all(word.may_be_in(letters) for word in each) for each, letters in zip(words, together, strict=True)]


# Days.


@dataclass(frozen=True, slots=True)
class Span:
    """From the beginning of a day until the beginning of another one."""

    since: datetime
    until: datetime


LONG_AGO, NEVER = date(2000, 1, 1), date(2100, 1, 1)
PAST = {
    "сьогодні": 0, "сегодня": 0, "today": 0, "вчора": 1, "учора": 1, "вчера": 1, "yesterday": 1,
    "позавчора": 2, "позавчера": 2,
}  # fmt: skip
PAST_DAY = re.compile(rf"\b(?:{'|'.join(sorted(PAST, key=len, reverse=True))})\b")
MONTH_ALONE = re.compile(
    r"\b(?P<month>(?:січ|берез|квіт|трав|черв|лип|серп|верес|жовт|груд)(?:ень|ня|ні|нем)|лют(?:ий|ого|ому)|"
    r"листопад[аіу]?|(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)[ьяе]|март[ае]?|ма[йяе]|август[ае]?|"
    r"january|february|march|april|june|july|august|september|october|november|december)\b"
    r"(?:\s(?P<year>20\d\d)(?:\s(?:року|рік|года?|р)\b)?)?"
)


def day_span(first: date, days: int = 1) -> Span:
    return Span(moment(first, time()), moment(first + timedelta(days=days), time()))


def month_span(found: re.Match[str], now: date) -> Span:
    """The last month of this name that has begun, where no year is said."""
    month = next(number for stem, number in MONTHS.items() if found["month"].startswith(stem))
    year = int(found["year"]) if found["year"] else now.year - (month > now.month)
    first = date(year, month, 1)
    return day_span(first, ((first + timedelta(days=31)).replace(day=1) - first).days)


def named_span(found: re.Match[str], now: date) -> Span | None:
    """The last day of this name, where no year is said; None for one that there is not."""
    written, year = found["month"], found["year"]
    month = int(written) if written.isdecimal() else MONTHS[written]
    try:
        if year:
            return day_span(date(2000 + int(year[-2:]), month, int(found["day"])))
        day = date(now.year, month, int(found["day"]))
        return day_span(day if day <= now else day.replace(year=now.year - 1))
    except ValueError:
        return None


def span_in(line: str, now: date) -> tuple[Span | None, str]:
    """The days that a line names, and the rest of it."""
    for pattern in (ISO_DAY, NUMBERED_DAY, NAMED_DAY):
        if (found := pattern.search(line)) is not None and (span := named_span(found, now)) is not None:
            return span, f"{line[: found.start()]} {line[found.end() :]}"
    if (found := PAST_DAY.search(line)) is not None:
        span = day_span(now - timedelta(days=PAST[found[0]]))
    elif (found := MONTH_ALONE.search(line)) is not None:
        span = month_span(found, now)
    else:
        return None, line
    return span, f"{line[: found.start()]} {line[found.end() :]}"


# What was typed.

CASE_NUMBER = re.compile(r"\b(?:кш|ksh|kш)[\s–-]*(?:(?P<year>20\d\d)[\s–-]+)?(?P<ordinal>\d+)\b")


@dataclass(frozen=True, slots=True)
class Query:
    words: tuple[Word, ...]
    span: Span

    def missing(self, known: str) -> tuple[Word, ...]:
        """The words that are not in what is known of a case, in folded words: they have to be in what was said."""
        return tuple(word for word in self.words if not word.is_in(known))


def query_of(text: str, now: datetime) -> Query:
    """Raises NothingToSearch."""
    line = " ".join(text.casefold().split())
    if len(line) > LONGEST:
        raise NothingToSearch
    line = CASE_NUMBER.sub(lambda found: f" {found['ordinal']} ", line)
    span, rest = span_in(line, today(now))
    typed = [word for word in folded(rest).split() if word not in FILLERS]
    if (not typed and span is None) or len(typed) > MOST_WORDS:
        raise NothingToSearch
    return Query(tuple(map(word_of, typed)), span or Span(moment(LONG_AGO, time()), moment(NEVER, time())))
