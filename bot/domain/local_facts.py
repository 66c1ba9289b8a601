"""What is different in one community from the rest of the country: numbers to call, and the curfew.

A coordinator sets them, and says on which day they were found to be right. Old ones are listed to the coordinators once
a month: a number that nobody answers is worse than none.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from bot.domain.dialogs import Dialog
from bot.domain.letters import Letter, LetterClass
from bot.domain.policy import Curfew, Hotline, HotlineKey
from bot.domain.refusals import NotFound, Refusal
from bot.domain.typed_times import NotHours, span_of
from bot.register import CommunityCode

CURFEW = "curfew"
FACTS = (CURFEW, *(key.value for key in HotlineKey))
NUMBER = re.compile(r"\+?[0-9](?:[ -]?[0-9]){1,14}")
NO_CURFEW = frozenset({"немає", "нема", "none", "no"})


@dataclass(frozen=True, slots=True)
class LocalFact:
    """`fact`: one of FACTS; `value`: a number, or the hours of a curfew, «21:00-06:00»."""

    fact: str
    value: str
    checked_on: date


class NotAHotline(Refusal):
    """Digits, as they are dialled; also a short number."""

    key = "local-fact-not-a-number"


class NotACurfew(Refusal):
    """From when to when, also past midnight; or that there is none."""

    key = "local-fact-not-a-curfew"


def fact_of(text: str) -> str:
    """A fact that a button names. Raises NotFound."""
    if text not in FACTS:
        raise NotFound
    return text


def typed_value(fact: str, text: str) -> str:
    """What a coordinator typed, as it is stored. Raises NotAHotline, NotACurfew."""
    line = " ".join(text.split())
    if fact == CURFEW:
        return _typed_hours(line)
    if NUMBER.fullmatch(line) is None:
        raise NotAHotline
    return line


def _typed_hours(line: str) -> str:
    if line.casefold() in NO_CURFEW:
        return as_value(Curfew(time(), time()))
    try:
        begins, ends = span_of(line)
    except NotHours:
        raise NotACurfew from None
    if begins == ends:
        raise NotACurfew
    return as_value(Curfew(begins, ends))


def as_value(curfew: Curfew) -> str:
    return f"{curfew.begins:%H:%M}-{curfew.ends:%H:%M}"


def curfew_in(facts: Sequence[LocalFact], country: Curfew) -> Curfew:
    """The curfew of a community: its own, else the country's."""
    own = next((each.value for each in facts if each.fact == CURFEW), None)
    return country if own is None else Curfew(*map(time.fromisoformat, own.split("-")))


def hotlines_in(facts: Sequence[LocalFact], country: Sequence[Hotline]) -> tuple[Hotline, ...]:
    """The numbers to call in a community: the country's, in their order, each replaced where the community has another;
    then those that only it has.
    """
    own = {HotlineKey(each.fact): each for each in facts if each.fact != CURFEW}
    general = {line.key for line in country}
    shown = [replace(line, number=own[line.key].value) if line.key in own else line for line in country]
    alone = [own[key] for key in HotlineKey if key in own and key not in general]
    return (*shown, *(Hotline(HotlineKey(each.fact), each.value, each.checked_on) for each in alone))


def numbers(hotlines: Sequence[Hotline]) -> Mapping[str, str]:
    """By key: what the emergency cards are filled with, `say(card, **numbers(…))`."""
    return {line.key.value: line.number for line in hotlines}


def is_old(checked_on: date, today: date, recheck: timedelta) -> bool:
    return today - checked_on > recheck


# Letters and dialogs.


@dataclass(frozen=True, slots=True)
class FactsAreOld(Letter):
    """To a coordinator, once a month: what was set for these communities was last checked long ago."""

    communities: tuple[CommunityCode, ...]

    @property
    def letter_class(self) -> LetterClass:
        return LetterClass.CHEAP


@dataclass(frozen=True, slots=True)
class CurfewChanged(Letter):
    """To the officers and the other coordinators of a community: it has another curfew now."""

    community: CommunityCode


@dataclass(frozen=True, slots=True)
class WritingFact(Dialog, flow="local fact"):
    """The next message is the number, or the hours of the curfew, in this community."""

    community: str
    fact: str
