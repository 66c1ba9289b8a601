"""The words that people read: texts in locales/<language>/*.ftl, dates, numbers and phones as people write them.

`Texts.load` reads every file once, at start, and refuses what it cannot read. `texts.of(language)` gives a Say:
`say("case-number", number="КШ-2026-000123")`. A text that is missing, or lacks an argument, is a programmer's error
and raises TextError: a person never sees a half-filled text. The control characters that turn the direction of
writing are taken out of every argument here, so that nobody can make a text of the bot read as something else.
"""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from babel.dates import format_date, get_day_names
from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser, ast

from bot.domain.languages import Language
from bot.domain.officers import RANKS
from bot.domain.policy import KYIV
from bot.register import romanised

_LOCALES: Mapping[Language, str] = {Language.UK: "uk", Language.EN: "en_GB"}
_DIRECTION_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_DAY_NAMES: Mapping[int, str] = {-1: "yesterday", 0: "today", 1: "tomorrow"}


class TextError(LookupError):
    """A text is missing, unreadable, or was asked for without an argument that it needs."""


@dataclass(frozen=True, slots=True)
class Say:
    """The texts in one language. Times are aware and come out in Kyiv time."""

    language: Language
    bundle: FluentBundle
    every: Mapping[Language, "Say"] = field(repr=False, compare=False)  # the texts in each language

    def __call__(self, key: str, **values: str | int) -> str:
        """The text of this key, filled in; numbers choose the plural. Raises TextError."""
        if not self.bundle.has_message(key):
            raise TextError(f"{self.language}: no text {key}")
        pattern = self.bundle.get_message(key).value
        if pattern is None:
            raise TextError(f"{self.language}: the text {key} is empty")
        text, errors = self.bundle.format_pattern(pattern, {name: _clean(value) for name, value in values.items()})
        if errors:
            raise TextError(f"{self.language}: the text {key} could not be filled in: {errors[0]}")
        return str(text)

    def labels(self, key: str) -> frozenset[str]:
        """This text in every language."""
        return frozenset(say(key) for say in self.every.values())

    def date(self, when: dt.datetime) -> str:
        """«22 листопада 2026 р.»."""
        # Babel puts a narrow no-break space before «р.», which some phones show as a box.
        return format_date(_in_kyiv(when).date(), "long", locale=_LOCALES[self.language]).replace("\u202f", " ")

    def near_date(self, when: dt.datetime, now: dt.datetime) -> str:
        """«22 листопада»; with its year where that is another one than now."""
        day = _in_kyiv(when).date()
        if day.year != _in_kyiv(now).year:
            return self.date(when)
        return format_date(day, "d MMMM", locale=_LOCALES[self.language])

    def time(self, when: dt.datetime) -> str:
        """«14:30»."""
        return f"{_in_kyiv(when):%H:%M}"

    def datetime(self, when: dt.datetime) -> str:
        """«22 листопада 2026 р., 14:30»."""
        return f"{self.date(when)}, {self.time(when)}"

    def day(self, when: dt.datetime, now: dt.datetime) -> str:
        """«сьогодні», «завтра» or «вчора» where it is one of these, else the date."""
        distance = _in_kyiv(when).date() - _in_kyiv(now).date()
        name = _DAY_NAMES.get(distance // dt.timedelta(days=1))
        return self(name) if name else self.date(when)

    def short_day(self, when: dt.datetime, now: dt.datetime) -> str:
        """«сьогодні», «24 листопада»; the year only where it is another one. For a button."""
        day, distance = _in_kyiv(when).date(), _in_kyiv(when).date() - _in_kyiv(now).date()
        if distance // dt.timedelta(days=1) in _DAY_NAMES or day.year != _in_kyiv(now).year:
            return self.day(when, now)
        return self.day_of_month(day)

    def day_of_month(self, day: dt.date) -> str:
        """«24 листопада»."""
        return format_date(day, "d MMMM", locale=_LOCALES[self.language])

    def weekday(self, day: dt.date) -> str:
        """«середа, 25 листопада»."""
        return format_date(day, "EEEE, d MMMM", locale=_LOCALES[self.language])

    def short_weekday(self, day: dt.date) -> str:
        """«ср, 25 листопада»: for a button."""
        return format_date(day, "EEE, d MMMM", locale=_LOCALES[self.language])

    def weekday_name(self, number: int) -> str:
        """«Пн»; Monday is 0."""
        return str(get_day_names("abbreviated", "stand-alone", _LOCALES[self.language])[number]).capitalize()

    def phone(self, number: str) -> str:
        """«0 800 505 170», «+380 61 234 56 78»; a short or foreign number as it is."""
        digits = re.sub(r"\D", "", number)
        if free := re.fullmatch(r"(?:38)?0(800)(\d{3})(\d{3})", digits):
            return "0 {} {} {}".format(*free.groups())
        if usual := re.fullmatch(r"(?:38)?0(\d{2})(\d{3})(\d{2})(\d{2})", digits):
            return "+380 {} {} {} {}".format(*usual.groups())
        return str(_clean(number))

    def place(self, name: str) -> str:
        """A name of the register, or an address, as its reader reads it: «Комишуваха», «Komyshuvakha»."""
        return name if self.language is Language.UK else romanised(name)

    def person(self, name: str) -> str:
        """The name of an officer as its reader reads it: «Іван Петренко», «Ivan Petrenko»."""
        return self.place(name)

    def rank(self, stored: str) -> str:
        """«капітан поліції», «Police Captain»; one that is not in the list as it is."""
        return self(f"rank-{RANKS[stored]}") if stored in RANKS else stored


class Texts:
    """Every text in every language."""

    def __init__(self, say: Mapping[Language, Say]) -> None:
        self._say = say

    @classmethod
    def load(cls, directory: Path) -> "Texts":
        """Read <directory>/<language>/*.ftl. Raises TextError for a file that is not Fluent, or a key written twice."""
        every: dict[Language, Say] = {}
        every.update({each: Say(each, _bundle(each, directory / each), every) for each in Language})
        return cls(every)

    def of(self, language: Language) -> Say:
        """The texts in this language."""
        return self._say[language]

    def labels(self, key: str) -> frozenset[str]:
        """This text in every language: what a button of the main menu may read when it is pressed or typed."""
        return self._say[Language.UK].labels(key)

    def words(self, key: str) -> frozenset[str]:
        """The single words of a list such as «стоп, відписатися», in every language, casefolded."""
        return frozenset(word.strip().casefold() for label in self.labels(key) for word in label.split(","))


def _bundle(language: Language, directory: Path) -> FluentBundle:
    bundle = FluentBundle([_LOCALES[language]], use_isolating=False)
    for path in sorted(directory.glob("*.ftl")):
        resource = FluentParser().parse(path.read_text(encoding="utf-8"))
        for entry in resource.body:
            if isinstance(entry, ast.Junk):
                raise TextError(f"{path}: {entry.annotations[0].message}: {(entry.content or '').strip()[:80]}")
            if isinstance(entry, ast.Message) and bundle.has_message(entry.id.name):
                raise TextError(f"{path}: the text {entry.id.name} is written twice")
            bundle.add_resource(ast.Resource(body=[entry]))
    return bundle


def _clean(value: str | int) -> str | int:
    return _DIRECTION_CONTROLS.sub("", value) if isinstance(value, str) else value


def _in_kyiv(when: dt.datetime) -> dt.datetime:
    if when.tzinfo is None:
        raise ValueError("a time without a zone cannot be shown to people")
    return when.astimezone(KYIV)
